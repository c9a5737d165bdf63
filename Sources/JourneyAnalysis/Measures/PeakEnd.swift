/// What customers will remember of a way through the journey: `(peak + end) / 2` in units of v.
///
/// peak = the v with the largest |v|, of two as large the worse; end = v at the last touchpoint. v is
/// the shown mean, not the shrunk one. Nil when the way has no touchpoint or one without a score.
///
/// Source: Kahneman, Fredrickson, Schreiber & Redelmeier, "When More Pain Is Preferred to Less",
/// Psychological Science 4 (1993). Unit: v, −1…+1. Cost: linear in the way.
///
/// - Parameters:
///   - touchpoints: The touchpoints of the way, in order.
///   - values: v of each touchpoint of the journey; nil without a score.
/// - Returns: The remembered feeling.
package func peakEnd(of touchpoints: [Int], values: [Double?]) -> Double? {
  guard let place = peak(of: touchpoints, values: values), let peak = values[place],
    let last = touchpoints.last, let end = values[last]
  else { return nil }
  return snapped((peak + end) / 2)
}

/// The touchpoint of a way whose v is the peak; nil as for ``peakEnd(of:values:)``.
func peak(of touchpoints: [Int], values: [Double?]) -> Int? {
  guard let last = touchpoints.last, var peak = values[last] else { return nil }
  var place = last
  for touchpoint in touchpoints {
    guard let v = values[touchpoint] else { return nil }
    // What differs only by rounding is as large.
    let difference = v.magnitude - peak.magnitude
    if difference > 1e-9 || (difference > -1e-9 && v < peak) { (peak, place) = (v, touchpoint) }
  }
  return place
}

/// Peak–end over all ways through, weighted by their shares.
///
/// `Σ share · peakEnd / Σ share` over the ways that are scored throughout; the second sum is the
/// share of customers covered. Unit: v and share of those who start. Cost: linear.
///
/// - Parameter ways: Each way's share and what is remembered of it.
/// - Returns: Both; nil when no way is scored throughout.
func journeyPeakEnd(_ ways: [(share: Double, peakEnd: Double?)]) -> (v: Double, covered: Double)? {
  var covered = 0.0
  var sum = 0.0
  for way in ways {
    guard let value = way.peakEnd else { continue }
    covered += way.share
    sum += way.share * value
  }
  return covered > 0 ? (snapped(sum / covered), min(1, covered)) : nil
}
