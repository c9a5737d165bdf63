import JourneyAnalysis
import JourneyModel

/// `no-basic-failed`: no touchpoint that serves a basic need feels bad.
///
/// Touchpoints with `need: basic` that somebody reaches. Bad by the whole interval of the shrunk
/// feeling under `surely-bad`; by any of it, or unknown, under `not-surely-good`.
struct NoBasicFailed: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    let scale = context.analysis.scale
    return context.conclude(
      context.places.filter { $0.touchpoint.need == .basic }.map { place in
        context.hold(
          Figure(.felt, at: place.id), to: scale.neutral, scale.isInverted ? .atMost : .atLeast,
          what: "what is felt here", path: .touchpoint(place.id, "felt"),
          fix: "mend it before anything that delights: nobody is pleased by a basic, only hurt"
        ) { value, interval, _ in
          let neutral = Numerals.trimmed(scale.neutral, 3)
          return "a basic need that feels bad: \(value)\(interval), "
            + (scale.isInverted
              ? "at most neutral (\(neutral)) allowed" : "at least neutral (\(neutral)) required")
        }
      })
  }
}
