import JourneyAnalysis
import JourneyModel

/// Takes scores from one scale to another by way of v: linear, so intervals carry over.
struct ScaleConversion {
  /// The scale that scores are on.
  var from: Scale
  /// The scale that they are wanted on.
  var to: Scale

  /// Whether anything changes.
  var isNeeded: Bool {
    from.low != to.low || from.high != to.high || from.neutral != to.neutral
      || from.isInverted != to.isInverted
  }

  /// An estimate on the other scale; what is no score stays as it is.
  func convert(_ estimate: Estimate, of measure: Figure.Measure) -> Estimate {
    guard isNeeded, measure.unit == .score else { return estimate }
    let factor = to.unit / from.unit
    if measure == .gap {
      // A difference of scores with its sign already turned, so that more is worse.
      return Estimate(
        estimate.value * factor, low: estimate.low.map { $0 * factor },
        high: estimate.high.map { $0 * factor }, deviation: estimate.deviation.map { $0 * factor })
    }
    func score(_ value: Double) -> Double { to.score(normalized: from.normalized(value)) }
    let low = estimate.low.map(score)
    let high = estimate.high.map(score)
    let isTurned = from.sign != to.sign
    return Estimate(
      score(estimate.value), low: isTurned ? high : low, high: isTurned ? low : high,
      deviation: estimate.deviation.map { $0 * factor })
  }
}
