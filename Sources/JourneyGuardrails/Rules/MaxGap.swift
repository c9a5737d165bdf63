import JourneyAnalysis
import JourneyModel
import TextSupport

/// `max-gap`: belief above feeling by at most the limit, in units of the document's scale.
///
/// Each touchpoint where belief or feeling is known; where one of the two is missing the gap is
/// unknown. Touchpoints where neither is known are left out. The journey as a whole too when `about`
/// names it. Above is always the better side, on inverted scales as well.
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
    let places = context.places.filter { $0.figures.felt != nil || $0.figures.believed != nil }
    let isAnyKnown = !outcomes.isEmpty || places.contains { $0.figures.gap != nil }
    for place in places where isAnyKnown || context.fails == .notSurelyGood {
      outcomes.append(
        context.hold(
          Figure(.gap, at: place.id), to: limit, .atMost,
          what: "the gap between belief and feeling", path: Self.path(of: place),
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

  /// What is believed; the touchpoint where nobody said.
  private static func path(of place: Place) -> DocumentPath {
    place.figures.believed == nil
      ? .touchpoint(place.id) : .touchpoint(place.id, "believed")
  }

  /// Such as `believed 2.5 better than it feels`.
  static func words(_ gap: String) -> String {
    gap.first == NumberText.minus
      ? "believed \(gap.dropFirst()) worse than it feels" : "believed \(gap) better than it feels"
  }
}
