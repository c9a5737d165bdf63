import JourneyAnalysis
import JourneyModel

/// `max-drop-off`: of those who come to a touchpoint, at most the limit leave there.
///
/// Each touchpoint that somebody reaches, its drop-off with its 90 % interval against the limit.
struct MaxDropOff: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    guard let limit = context.limit(.share) else { return context.withoutLimit }
    let leave = context.journey.ends.left.map { OneLine.of($0, most: 60) } ?? "leave"
    return context.conclude(
      context.places.map { place in
        context.hold(
          Figure(.dropOff, at: place.id), to: limit, .atMost, what: "how many leave here",
          path: context.exit(of: place.id),
          fix: "find out from those who left what stopped them, and take it away"
        ) { "\($0) of those who come here \(leave)\($1), \($2)" }
      })
  }
}

extension RuleContext {
  /// The `flow` entry by which customers leave a touchpoint, or the touchpoint where it is inferred.
  func exit(of touchpoint: TouchpointID) -> DocumentPath {
    facts.exits[touchpoint] ?? .touchpoint(touchpoint)
  }
}
