import JourneyAnalysis
import JourneyModel
import TextSupport

/// `max-gap`: belief above feeling by at most the limit, in units of the document's scale.
///
/// Each touchpoint where both are known; the journey as a whole too when `about` names it. Above is
/// always the better side, on inverted scales as well.
struct MaxGap: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    guard let limit = context.limit(.score) else { return context.withoutLimit }
    let fix = "show those who believe it what customers said, and ask them again"
    var outcomes: [Outcome] = []
    if context.namesJourney {
      outcomes.append(
        context.hold(
          Figure(.gap), to: limit, .atMost, what: "the gap between belief and feeling",
          path: ["journey"], fix: fix
        ) { "\(Self.words($0)), over the whole journey\($1), \($2)" })
    }
    for place in context.places where place.figures.gap != nil {
      outcomes.append(
        context.hold(
          Figure(.gap, at: place.id), to: limit, .atMost,
          what: "the gap between belief and feeling", path: .touchpoint(place.id, "believed"),
          fix: fix
        ) { "\(Self.words($0))\($1), \($2)" })
    }
    if outcomes.isEmpty, !context.places.isEmpty {
      // Nobody was asked, so nothing can be surely good or bad.
      return [
        context.breach(
          level: .note,
          "max-gap could not be judged: belief and feeling are nowhere both known",
          fix: "ask colleagues what they believe customers feel, and write it as 'believed'",
          path: .root)
      ]
    }
    return context.conclude(outcomes)
  }

  /// Such as `believed 2.5 better than it feels`.
  static func words(_ gap: String) -> String {
    gap.first == NumberText.minus
      ? "believed \(gap.dropFirst()) worse than it feels" : "believed \(gap) better than it feels"
  }
}
