import JourneyKit

/// The documents that journeys are compared with, to see what got better or worse.
struct BaselineDocuments {
  /// Where a journey's earlier form is found.
  private enum Place {
    /// Documents that were named, by the journey's id; the only one stands for any id where one
    /// document alone is compared.
    case documents([JourneyID: JourneyDocument], only: JourneyDocument?)
    /// The documents of a revision.
    case revision(RevisionDocuments)
  }

  /// What people call it: what the command line says.
  let label: String
  /// The documents of the baseline that no document of today continues; those alone are known that
  /// stand in folders that are compared as a whole.
  let gone: [String]
  private let place: Place

  /// Reads a baseline.
  ///
  /// - Parameters:
  ///   - text: A document or a folder of them, `git:REV:PATH`, or `git:REV` for the same paths at a
  ///     revision.
  ///   - named: What the command line names to be compared.
  ///   - documents: The documents that are compared, with their ids where they could be read; when
  ///     there is one, a baseline that is one document is its, whatever its id.
  ///   - console: Where errors go.
  /// - Throws: ``FileProblem`` or ``DocumentFailure`` when it cannot be read.
  init(
    _ text: String, named: [String], documents: [(path: String, id: JourneyID?)],
    on console: Console
  ) throws {
    label = text
    // Any path will do to see what kind of name it is.
    if let file = GitFile.baseline(text, of: ".") {
      let found = try RevisionDocuments(file.revision, named: named, documents: documents)
      place = .revision(found)
      gone = found.gone
      return
    }
    var journeys: [JourneyID: JourneyDocument] = [:]
    var only: JourneyDocument?
    var all: [(path: String, id: JourneyID)] = []
    let set = try DocumentSet([text], on: console)
    var status = ExitStatus.fine
    let checked = set.checked(on: console, status: &status)
    // What is wrong has been told, all of it.
    guard status == .fine else { throw DocumentFailure(status: status) }
    for ((path, document), checked) in zip(set.documents, checked) {
      let id = checked.journey.id
      journeys[id] = journeys[id] ?? document
      only = document
      all.append((path, id))
    }
    let isOne = documents.count == 1 && all.count == 1
    place = .documents(journeys, only: isOne ? only : nil)
    let ids = documents.compactMap(\.id)
    // A document that cannot be read may be any of them.
    let isWhole =
      !isOne && ids.count == documents.count && DocumentPaths.areFolders(named)
      && Files.isFolder(text)
    let known = Set(ids)
    gone = isWhole ? all.filter { !known.contains($0.id) }.map(\.path) : []
  }

  /// The document that a document of today is compared with; nil when the baseline has none.
  ///
  /// - Parameters:
  ///   - path: The document of today.
  ///   - id: Its journey.
  /// - Returns: The document.
  func document(before path: String, _ id: JourneyID) -> JourneyDocument? {
    switch place {
    case .documents(let journeys, let only): only ?? journeys[id]
    case .revision(let documents): documents[path]
    }
  }
}
