import JourneyAnalysis
import JourneyModel

/// What customers will remember of a journey: where most of them feel most, and where most end.
///
/// Peak and end are those of the figure peak–end: of each path that is scored throughout the
/// touchpoint with the largest |v|, of two as large the worse, and the last one. Paths weigh as many
/// customers as take them. Cost: linear in the paths.
struct MapMoments {
  /// Where most customers feel most; nil when no path is scored throughout.
  private(set) var peak: TouchpointID?
  /// Where most customers end; nil when no path is scored throughout.
  private(set) var end: TouchpointID?

  init(_ analysis: Analysis) {
    let scored = analysis.paths.filter { $0.peakEnd != nil }
    guard !scored.isEmpty else { return }
    var index: [TouchpointID: Int] = [:]
    for (place, figures) in analysis.touchpoints.enumerated() { index[figures.id] = place }
    let values = analysis.touchpoints.map { $0.felt.map { analysis.scale.normalized($0.mean) } }
    var peaks = [Double](repeating: 0, count: values.count)
    var ends = peaks
    for path in scored {
      var peak: (place: Int, v: Double)?
      var last: Int?
      for id in path.touchpoints {
        guard let place = index[id], let v = values[place] else { continue }
        last = place
        let isLarger = peak.map { peak in
          // What differs only by rounding is as large.
          let difference = v.magnitude - peak.v.magnitude
          return difference > 1e-9 || (difference > -1e-9 && v < peak.v)
        }
        if isLarger ?? true { peak = (place, v) }
      }
      if let peak { peaks[peak.place] += path.share }
      if let last { ends[last] += path.share }
    }
    peak = Self.most(peaks).map { analysis.touchpoints[$0].id }
    end = Self.most(ends).map { analysis.touchpoints[$0].id }
  }

  /// The first of the greatest.
  private static func most(_ shares: [Double]) -> Int? {
    var most: Int?
    for place in shares.indices where shares[place] > most.map({ shares[$0] }) ?? 0 {
      most = place
    }
    return most
  }
}
