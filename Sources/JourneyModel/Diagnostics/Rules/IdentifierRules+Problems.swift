extension ProblemFinder {
  /// Checks the ids of the touchpoints, personas or channels.
  ///
  /// - Parameters:
  ///   - ids: The ids in order.
  ///   - kind: What they are called in a message, such as `touchpoint`.
  ///   - part: The key that holds them.
  ///   - reserved: Ids that mean something else.
  mutating func checkIDs(
    _ ids: [String], of kind: String, in part: String,
    reserved: [String] = IdentifierRules.reserved
  ) {
    var seen: Set<String> = []
    seen.reserveCapacity(ids.count)
    for id in ids {
      if !seen.insert(id).inserted {
        error(
          "duplicate-id", "two \(kind)s have the id '\(id)'", fix: "give one of them another id",
          at: [.key(part), .key(id)])
      }
      if let problem = idProblem(id, kind) {
        error("bad-id", problem.summary, fix: problem.fix, at: path(part, id))
      } else if reserved.contains(id) {
        error(
          "reserved-id", "'\(id)' cannot be the id of a \(kind): \(Self.meaning(of: id))",
          fix: "choose another id, such as '\(id)-\(kind)'", at: path(part, id))
      }
    }
  }

  /// What is wrong with an id, and how to mend it; nil when nothing is.
  func idProblem(_ id: String, _ kind: String) -> (summary: String, fix: String)? {
    if IdentifierRules.isIdentifier(id) { return nil }
    let rule = "an id has letters, digits, '-' and '_'"
    guard let offender = IdentifierRules.offender(in: id) else {
      return ("the id of a \(kind) is empty", rule)
    }
    let what = offender == " " ? "a space" : "'\(offender)'"
    let fix =
      IdentifierRules.identifier(from: id).map {
        kind == "journey" ? "write '\($0)'" : "write '\($0)', and the words as its 'name'"
      } ?? rule
    return ("'\(id)' is not an id: it holds \(what)", fix)
  }

  private func path(_ part: String, _ id: String) -> DocumentPath {
    DocumentPath([.key(part), .key(id)], pointsAtKey: true)
  }

  private static func meaning(of id: String) -> String {
    switch id {
    case "start": "journeys begin there"
    case "mean", "n", "sd": "it is a part of a score"
    case let id where IdentifierRules.reservedForPersonas.contains(id):
      "it is a part of a 'flow' value"
    default: "it is an end of journeys"
    }
  }
}
