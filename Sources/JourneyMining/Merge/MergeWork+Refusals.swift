import JourneyFormats
import JourneyModel
import TextSupport

extension MergeWork {
  /// Refuses a log that has nothing to do with the document: every arrow would become 0.
  func refuseStrangers(_ name: String) throws(EditProblem) {
    let new = Set(match.new.map(\.id))
    let isKnown = mined.touchpoints.contains { touchpoint in
      !new.contains(touchpoint.id) && !Gathered.isGathered(touchpoint)
    }
    guard !isKnown, !mined.touchpoints.isEmpty else { return }
    let inLog = mined.touchpoints.filter { !Gathered.isGathered($0) }.map { "'\(Self.plain($0))'" }
    let own = journey.touchpoints.map { "'\($0.name)'" }
    throw EditProblem(
      name: name, path: ["touchpoints"],
      summary: "no touchpoint of the log is one of the document's: the log has "
        + "\(Wording.list(inLog, most: 3)), the document \(Wording.list(own, most: 3))",
      fix: "look whether it is the right document, or say in it what its touchpoints are called in "
        + "the log: x-events: [NAME]")
  }

  /// Refuses counts that do not know who completed or left, where the document does.
  func refuseUnknownEnds(_ name: String) throws(EditProblem) {
    let known = journey.flow.filter { Self.isJudged($0) && !Self.isNothing($0.traffic) }
    guard !known.isEmpty, !mined.flow.isEmpty, !mined.flow.contains(where: Self.isJudged) else {
      return
    }
    let ending = known.compactMap { transition -> TouchpointID? in
      guard case .touchpoint(let id) = transition.source, transition.target == .end(.completed)
      else { return nil }
      return id
    }
    let names = ending.compactMap { id in
      mined.touchpoints.first { match.touchpoints[$0.id] == id && !Gathered.isGathered($0) }
    }.map { "'\(Self.plain($0))'" }
    let such =
      names.isEmpty ? "" : ", such as --completed \(names.prefix(3).joined(separator: " "))"
    throw EditProblem(
      name: name, path: ["flow"],
      summary:
        "the document tells who completed and who left, and nobody said which touchpoints of "
        + "the log end well, so all that would become 0",
      fix: "name them with --completed\(such)")
  }

  /// Whether a transition leads to an end that says whether it went well.
  private static func isJudged(_ transition: Transition) -> Bool {
    transition.target == .end(.completed) || transition.target == .end(.left)
  }

  private static func isNothing(_ traffic: ByPersona<Transition.Traffic>) -> Bool {
    let all = traffic.everyone.map { [$0] } ?? traffic.entries.map(\.value)
    return all.allSatisfy { $0.amount == .customers(0) }
  }
}
