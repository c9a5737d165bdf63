import JourneyKit

/// The documents that journeys are compared with, to see what got better or worse.
struct BaselineDocuments {
  /// Where a journey's earlier form is found.
  private enum Place {
    /// Documents that were named, by the journey's id; the only one stands for any id where one
    /// document alone is compared.
    case documents([JourneyID: Journey], only: Journey?)
    /// The document's own path at a revision.
    case revision
  }

  /// What people call it: what the command line says.
  private let label: String
  private let place: Place
  private let console: Console
  /// The documents that are new since the baseline.
  private(set) var new: [String] = []

  /// Reads a baseline.
  ///
  /// - Parameters:
  ///   - text: A document or a folder of them, `git:REV:PATH`, or `git:REV` for the same paths at a
  ///     revision.
  ///   - isForOne: Whether one document alone is compared: then a baseline that is one document is
  ///     its, whatever its id.
  ///   - console: Where errors go.
  /// - Throws: ``FileProblem`` or ``DocumentFailure`` when it cannot be read.
  init(_ text: String, isForOne: Bool, on console: Console) throws {
    label = text
    self.console = console
    // Any path will do to see what kind of name it is.
    if GitFile.baseline(text, of: ".") != nil {
      place = .revision
      return
    }
    var journeys: [JourneyID: Journey] = [:]
    var only: Journey?
    let paths = try DocumentPaths.expand([text])
    for path in paths {
      let journey = try CheckedDocument.load(path, on: console).journey
      journeys[journey.id] = journeys[journey.id] ?? journey
      only = journey
    }
    place = .documents(journeys, only: isForOne && paths.count == 1 ? only : nil)
  }

  /// How a journey compares with the baseline.
  ///
  /// - Parameters:
  ///   - estimates: The journey's figures.
  ///   - path: Its document.
  ///   - asOf: The day that ages are judged from.
  /// - Returns: The comparison; nil when the baseline does not have the journey, which is then among
  ///   ``new``.
  /// - Throws: What is wrong with the baseline.
  mutating func comparison(
    with estimates: Estimates, path: String, asOf: CalendarDate
  ) throws -> Comparison? {
    guard let before = try journey(before: estimates.journey.id, path: path) else {
      new.append(path)
      return nil
    }
    return Comparison(
      ComparedJourney(label: label, estimates: try before.estimated(asOf: asOf)),
      ComparedJourney(label: path, estimates: estimates))
  }

  private func journey(before id: JourneyID, path: String) throws -> Journey? {
    switch place {
    case .documents(let journeys, let only): return only ?? journeys[id]
    case .revision:
      guard path != "-", let file = GitFile.baseline(label, of: path),
        try file.first(of: [file.path]) != nil
      else { return nil }
      return try CheckedDocument.load(try DocumentInput(file), on: console).journey
    }
  }
}
