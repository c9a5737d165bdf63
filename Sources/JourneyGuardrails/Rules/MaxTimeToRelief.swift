import JourneyAnalysis
import JourneyModel

/// `max-time-to-relief`: the mean time from a bad touchpoint to relief at most the limit.
///
/// Each touchpoint that feels bad and that somebody reaches; under `surely-bad`, that feels bad by
/// its whole interval. The time is that of those to whom relief comes; where it never comes it is
/// beyond any limit.
struct MaxTimeToRelief: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    guard let limit = context.limit(.seconds) else { return context.withoutLimit }
    return context.relief(.reliefTime, to: limit, what: "how long it takes to relief") {
      "\($0) until relief on average\($1), \($2)"
    }
  }
}
