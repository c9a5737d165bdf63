import JourneyAnalysis
import JourneyComparison
import JourneyModel

/// `no-bright-spot-lost`: no bright spot of the baseline is lost.
///
/// A bright spot is a touchpoint that feels good there: under `surely-bad` by its whole interval. It
/// is lost when it is gone, or when it does not feel good any more: under `surely-bad` when it is no
/// longer good and the fall is beyond chance, its chance corrected with those of all differences of
/// all journeys of a run (Holm 1979); under `not-surely-good` when its interval reaches neutral.
/// Without a baseline it is not judged.
struct NoBrightSpotLost: BaselineRule {
  /// The rule and the journey.
  let context: RuleContext
  /// How it compares with the baseline.
  let baseline: Comparison

  func judge(_ adjusted: [Double]) -> [Breach] {
    let chances = Dictionary(
      zip(baseline.tested.map(\.figure), adjusted), uniquingKeysWith: { first, _ in first })
    let scale = baseline.before.estimates.analysis.scale
    let successors = baseline.successors
    return context.conclude(
      baseline.before.estimates.analysis.brightSpots.map { spot in
        let before = baseline.before.estimates.estimate(of: Figure(.felt, at: spot.touchpoint))
        guard let before else { return .fine }
        let was = NormalizedFeeling(before, on: scale)
        if context.fails == .surelyBad, (was.low ?? 0) <= 0 { return .fine }
        guard let id = successors[spot.touchpoint] else {
          guard context.covers(spot.touchpoint) else { return .fine }
          return .broken(gone(spot))
        }
        guard context.covers(id) else { return .fine }
        return outcome(at: id, was, chance: chances[Figure(.felt, at: id)])
      })
  }

  private func gone(_ spot: BrightSpot) -> Breach {
    var breach = context.breach(
      "the bright spot \(OneLine.of(spot.name, most: 60)) of the baseline is gone",
      fix: "bring it back, or show that something better took its place", path: ["touchpoints"])
    breach.touchpoints = [spot.touchpoint]
    return breach.counting(.partners, 0, limit: 1)
  }

  private func outcome(
    at id: TouchpointID, _ was: NormalizedFeeling, chance: Double?
  ) -> Outcome {
    let figure = Figure(.felt, at: id)
    let scale = context.analysis.scale
    let path = DocumentPath.touchpoint(id, "felt")
    let measured = Measured(figure, limit: scale.neutral)
    guard let after = context.facts.estimates.estimate(of: figure) else {
      return .open(
        Outcome.Open(
          touchpoint: id, what: "what is felt here now", why: "nobody said what is felt",
          path: .touchpoint(id), measured: measured))
    }
    let now = NormalizedFeeling(after, on: scale)
    switch context.fails {
    case .surelyBad:
      guard now.v <= 0 else { return .fine }
      guard let chance else {
        return .open(
          Outcome.Open(
            touchpoint: id, what: "what is felt here now", why: context.whyUnsure(figure),
            path: path, measured: measured))
      }
      guard chance < Difference.level else { return .fine }
    case .notSurelyGood:
      guard (now.low ?? -1) <= 0 else { return .fine }
    }
    let numerals = Numerals(.score, limit: scale.neutral)
    let words = numerals.text(
      after, scale.isInverted ? .atMost : .atLeast, .notSurelyGood)
    let earlier = Numerals(.score, limit: scale.neutral).text(
      scale.score(normalized: was.v))
    var breach = context.breach(
      at: [id],
      "a bright spot of the baseline is lost: felt \(words.value)\(words.interval), \(earlier) before",
      fix: "find out what changed here, and change it back", path: path)
    breach.finding.figure = figure
    breach.finding.estimate = after
    breach.finding.limit = scale.neutral
    return .broken(breach)
  }
}

/// A feeling with its interval in units of v, where more is better.
struct NormalizedFeeling: Sendable {
  /// The feeling.
  let v: Double
  /// The worse end of its interval.
  let low: Double?
  /// The better end of its interval.
  let high: Double?

  /// Takes a score to v.
  init(_ estimate: Estimate, on scale: Scale) {
    v = scale.normalized(estimate.value)
    let ends = (estimate.low.map(scale.normalized), estimate.high.map(scale.normalized))
    (low, high) = scale.isInverted ? (ends.1, ends.0) : (ends.0, ends.1)
  }
}
