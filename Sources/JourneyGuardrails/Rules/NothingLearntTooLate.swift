import JourneyAnalysis
import JourneyModel

/// `nothing-learnt-too-late`: nothing that was promised and learnt too late.
///
/// One finding for each entry under `promised`.
struct NothingLearntTooLate: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    context.facts.places.filter { context.covers($0.id) }.flatMap { place in
      place.touchpoint.promised.enumerated().map { index, promise in
        context.breach(
          at: [place.id],
          "promised before and learnt too late: \(OneLine.of(promise, most: 120))",
          fix: "say it where customers can still choose, or keep the promise",
          path: .touchpoint(place.id, "promised").appending(.index(index))
        ).counting(.latePromises, 1, limit: 0)
      }
    }
  }
}
