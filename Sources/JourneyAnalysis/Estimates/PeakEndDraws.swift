/// How peak–end moves where it is not certain which touchpoint is the peak.
///
/// Two peaks of opposite sign that are nearly as large are two answers far apart, and no standard
/// error tells that. So every touchpoint's mean is drawn anew from `N(shown, σ²)`, peak–end is
/// computed from the drawn means as from the measured ones, and the interval is what nine in ten of
/// the draws lie in. A touchpoint is a rival of a way's peak where the two lie less than
/// ``reach`` standard errors of their difference apart, `| |v| − |peak| | < 4 √(σ² + σ²(peak))`; an
/// assumed rival is taken as it stands.
///
/// The draws of a touchpoint are the middles of equally likely slices of its distribution in an order
/// mixed from a fixed seed (Latin hypercube: McKay, Beckman & Conover, Technometrics 21, 1979), so
/// that the same document always has the same interval. Touchpoints are numbered as the likeliest
/// ways meet them: neither names nor their order in the document matter. Unit: v. Cost: ways with the
/// same rivals and end are drawn once; at most ``mostSteps`` steps, unless that were fewer than
/// ``fewestDraws`` draws.
struct PeakEndDraws {
  /// How many standard errors apart two touchpoints are surely not as large.
  static let reach = 4.0
  /// How often peak–end is drawn.
  static let mostDraws = 500
  /// How often at least.
  static let fewestDraws = 100
  /// How many drawn means are looked at, if that is enough for ``fewestDraws``.
  static let mostSteps = 2_000_000

  /// The ways that have the same rivals and the same end.
  private struct Ways: Hashable {
    /// The touchpoints that may be the peak, by position among those drawn.
    var rivals: [Int]
    var end: Int
  }

  /// The point that 5 % of the draws lie below.
  let low: Double
  /// The point that 5 % of the draws lie above.
  let high: Double
  /// Their standard deviation.
  let deviation: Double

  /// Draws peak–end; nil where every way's peak is certain.
  ///
  /// - Parameters:
  ///   - ways: The ways that are scored throughout, the likeliest first, with their shares.
  ///   - values: v of each touchpoint as shown; nil without a score.
  ///   - deviations: Its standard error; nil when it is assumed.
  init?(
    _ ways: [(touchpoints: [Int], share: Double)], values: [Double?], deviations: [Double?]
  ) {
    var places = [Int?](repeating: nil, count: values.count)
    var drawn: [(mean: Double, deviation: Double)] = []
    func place(_ touchpoint: Int) -> Int {
      if let known = places[touchpoint] { return known }
      places[touchpoint] = drawn.count
      drawn.append((values[touchpoint] ?? 0, deviations[touchpoint] ?? 0))
      return drawn.count - 1
    }
    var groups: [(ways: Ways, share: Double)] = []
    var numbers: [Ways: Int] = [:]
    var covered = 0.0
    var isCertain = true
    for way in ways {
      guard let peak = peak(of: way.touchpoints, values: values), let end = way.touchpoints.last
      else { continue }
      let rivals = Self.rivals(of: peak, on: way.touchpoints, values, deviations)
      if rivals.count > 1 { isCertain = false }
      let found = Ways(rivals: rivals.map { place($0) }.sorted(), end: place(end))
      covered += way.share
      if let number = numbers[found] {
        groups[number].share += way.share
      } else {
        numbers[found] = groups.count
        groups.append((found, way.share))
      }
    }
    guard !isCertain, covered > 0 else { return nil }

    let steps = groups.reduce(0) { $0 + $1.ways.rivals.count + 1 }
    let count = min(Self.mostDraws, max(Self.fewestDraws, Self.mostSteps / steps))
    let normals = (0..<count).map { normalQuantile((Double($0) + 0.5) / Double(count)) }
    var mixer = Mixer()
    var sums = [Double](repeating: 0, count: count)
    let means = drawn.map { part -> [Double] in
      guard part.deviation > 0 else { return [Double](repeating: part.mean, count: count) }
      return mixer.mixed(normals).map { part.mean + part.deviation * $0 }
    }
    for group in groups {
      let weight = group.share / covered / 2
      let end = means[group.ways.end]
      for draw in 0..<count {
        var peak = 0.0
        for rival in group.ways.rivals {
          let mean = means[rival][draw]
          if mean.magnitude > peak.magnitude || (mean < 0 && mean == -peak) { peak = mean }
        }
        sums[draw] += weight * (peak + end[draw])
      }
    }
    sums.sort()
    low = Self.quantile(0.05, of: sums)
    high = Self.quantile(0.95, of: sums)
    let mean = sums.reduce(0, +) / Double(count)
    let variance = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)
    deviation = variance.squareRoot()
  }

  /// The touchpoints of a way that may be its peak: the peak, then its rivals as they come.
  private static func rivals(
    of peak: Int, on way: [Int], _ values: [Double?], _ deviations: [Double?]
  ) -> [Int] {
    let size = values[peak]?.magnitude ?? 0
    let error = deviations[peak] ?? 0
    var rivals = [peak]
    var met: Set<Int> = [peak]
    for touchpoint in way {
      guard let v = values[touchpoint], met.insert(touchpoint).inserted else { continue }
      let own = deviations[touchpoint] ?? 0
      let apart = size - v.magnitude
      if apart < reach * (error * error + own * own).squareRoot() { rivals.append(touchpoint) }
    }
    return rivals
  }

  /// A point between the sorted draws, the middle of each being `(number + ½) / count`.
  private static func quantile(_ probability: Double, of sorted: [Double]) -> Double {
    let position = max(0, probability * Double(sorted.count) - 0.5)
    let below = min(sorted.count - 1, Int(position))
    let above = min(sorted.count - 1, below + 1)
    return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
  }

  /// Orders that are the same in every run: SplitMix64 (Steele, Lea & Flood 2014).
  private struct Mixer {
    private var state: UInt64 = 0x6A6F_7572_6E65_7973

    private mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var bits = state
      bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
      return bits ^ (bits >> 31)
    }

    mutating func mixed(_ values: [Double]) -> [Double] {
      var values = values
      for last in stride(from: values.count - 1, to: 0, by: -1) {
        values.swapAt(last, Int(next() % UInt64(last + 1)))
      }
      return values
    }
  }
}
