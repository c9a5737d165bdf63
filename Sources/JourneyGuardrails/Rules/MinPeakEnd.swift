import JourneyAnalysis
import JourneyModel

/// `min-peak-end`: what customers will remember is at least the limit, on the document's scale.
///
/// One figure of the journey, with its 90 % interval. On an inverted scale, where a high score is
/// bad, the limit is the most it may be.
struct MinPeakEnd: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    guard context.covers(nil) else { return [] }
    guard let limit = context.limit(.score) else { return context.withoutLimit }
    let isHigher = Figure.Measure.peakEnd.isBetterHigher(on: context.analysis.scale) ?? true
    return context.conclude([
      context.hold(
        Figure(.peakEnd), to: limit, isHigher ? .atLeast : .atMost,
        what: "what customers will remember", path: ["journey"],
        fix: "make the worst moment better, or the last one good"
      ) { "peak–end \($0)\($1), \($2)" }
    ])
  }
}
