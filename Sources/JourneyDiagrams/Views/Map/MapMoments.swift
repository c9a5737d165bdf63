import JourneyAnalysis
import JourneyModel

/// What customers will remember of a journey: where they feel most, and where they end.
///
/// Peak and end are those of the figure peak–end on one path: the touchpoint with the largest |v|,
/// of two as large the worse, and the last one. The path is the likeliest that is completed, else
/// the likeliest, of those that are scored throughout: many may leave early, but the end of a
/// journey is not its first touchpoint. Cost: linear in the paths.
struct MapMoments {
  /// Where most is felt; nil when no path is scored throughout.
  private(set) var peak: TouchpointID?
  /// What is felt last; nil when no path is scored throughout.
  private(set) var end: TouchpointID?

  init(_ analysis: Analysis) {
    // The likeliest stand first.
    let scored = analysis.paths.filter { $0.peakEnd != nil }
    guard let path = scored.first(where: { $0.end == .completed }) ?? scored.first else { return }
    var values: [TouchpointID: Double] = [:]
    for figures in analysis.touchpoints {
      values[figures.id] = figures.felt.map { analysis.scale.normalized($0.mean) }
    }
    var most: Double?
    for id in path.touchpoints {
      guard let v = values[id] else { continue }
      end = id
      let isLarger = most.map { most in
        // What differs only by rounding is as large.
        let difference = v.magnitude - most.magnitude
        return difference > 1e-9 || (difference > -1e-9 && v < most)
      }
      if isLarger ?? true { (peak, most) = (id, v) }
    }
  }
}
