import JourneyAnalysis
import JourneyModel

/// `min-completion`: of those who start, at least the limit reach what they came for.
///
/// One figure of the journey, with its 90 % interval.
struct MinCompletion: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    guard context.covers(nil) else { return [] }
    guard let limit = context.limit(.share) else { return context.withoutLimit }
    let customers = OneLine.of(context.journey.customers, most: 40)
    let complete = context.journey.ends.completed.map { OneLine.of($0, most: 60) } ?? "complete"
    return context.conclude([
      context.hold(
        Figure(.completed), to: limit, .atLeast, what: "how many complete", path: ["flow"],
        fix: "begin where most are lost: 'journey hotspots' ranks the touchpoints"
      ) { "\($0) of \(customers) \(complete)\($1), \($2)" }
    ])
  }
}
