public import JourneyModel

/// What is wrong between documents that are used together, though each is right by itself.
///
/// - duplicate-journey, error: two documents have the same id, by which links and pictures go.
/// - unknown-journey: `diverted/ID` names a journey that is not among the documents; a warning where
///   one of nearly the same name is, which was most likely meant, else a note: others may keep that
///   journey somewhere else. Only of two documents or more, so that one alone is never blamed for
///   what it was not read with.
///
/// A document that is read twice under two names is no duplicate. Cost: linear in the transitions.
public struct PortfolioProblems: Sendable {
  /// What is wrong with each document, in the order of the documents, with places.
  public private(set) var diagnostics: [[Diagnostic]]

  /// Whether any of it is an error.
  public var containsErrors: Bool { diagnostics.contains { $0.containsErrors } }

  /// Looks at documents together.
  ///
  /// - Parameters:
  ///   - documents: The documents, right or wrong by themselves.
  ///   - isComplete: Whether all documents that were named are among them; one that could not be read
  ///     may be the journey that others lead to.
  public init(_ documents: [JourneyDocument], isComplete: Bool = true) {
    diagnostics = documents.map { _ in [] }
    guard documents.count > 1 else { return }
    var homes: [JourneyID: Int] = [:]
    var found: [[Diagnostic]] = diagnostics
    for (index, document) in documents.enumerated() {
      guard let id = document.draft?.id else { continue }
      guard let home = homes[id] else {
        homes[id] = index
        continue
      }
      let first = documents[home].source.name
      guard !Files.isSame(document.source.name, first) else { continue }
      found[index].append(
        Diagnostic(
          "duplicate-journey", .error, "the id '\(id)' is that of \(first) too",
          fix: "give one of the two another 'id'; links and pictures go by it", at: ["id"]))
    }
    // A document that cannot be parsed may be the journey that others lead to.
    if isComplete, documents.allSatisfy({ $0.draft != nil }) {
      var nearest = NearestName()
      let names = homes.sorted { $0.value < $1.value }.map(\.key.rawValue)
      for (index, document) in documents.enumerated() {
        found[index] += Self.unknown(in: document, homes, names, &nearest)
      }
    }
    diagnostics = zip(documents, found).map { $1.isEmpty ? [] : $0.locating($1) }
  }

  private static func unknown(
    in document: JourneyDocument, _ homes: [JourneyID: Int], _ names: [String],
    _ nearest: inout NearestName
  ) -> [Diagnostic] {
    var told: Set<JourneyID> = []
    var found: [Diagnostic] = []
    for transition in document.draft?.flow ?? [] {
      guard case .end(.diverted(let target?)) = transition.target, homes[target] == nil,
        told.insert(target).inserted
      else { continue }
      let own = document.draft?.id.rawValue
      let near = nearest.nearest(to: target.rawValue, among: names.filter { $0 != own })
      found.append(
        Diagnostic(
          "unknown-journey", near == nil ? .note : .warning,
          "none of these documents is the journey '\(target)'",
          fix: near.map { "write 'diverted/\($0)'" }
            ?? "customers who go over there stay diverted; add the journey to follow them",
          at: DocumentPath.transition(transition).key))
    }
    return found
  }
}
