import EventCounting
import JourneyModel

/// The scale of a log's scores, and how exactly scores are written.
struct MinedScale {
  /// The scale.
  let scale: Scale
  /// Whether the log's scores decided it.
  let isGuessed: Bool
  /// Whether it is none of the usual ones.
  let isOwnRange: Bool
  /// One over the last decimal that is written: 100 for two decimals.
  private let power: Double

  /// The usual scales, the narrowest first; of two as narrow, the one that scores above 0 suggest
  /// comes first.
  static let usual = [
    Scale(low: -1, high: 1), Scale(low: 1, high: 5), Scale(low: -2, high: 2),
    Scale(low: 1, high: 7), Scale(low: 0, high: 10), Scale(low: 0, high: 100),
  ]

  /// Finds the scale; nil when the scores are no numbers that a scale can have.
  ///
  /// - Parameters:
  ///   - given: The scale that somebody named.
  ///   - scores: The lowest and the highest score of the log; nil without scores.
  ///   - felt: All that will be written, which have as many decimals each.
  init?(
    _ given: Scale?, _ scores: ClosedRange<Double>?, _ felt: [EventCounts.Felt] = []
  ) {
    guard let found = Self.found(given, scores) else { return nil }
    (scale, isGuessed, isOwnRange) = found
    var step = (scale.high - scale.low) / 400
    for felt in felt where felt.n > 0 {
      let error = (felt.sd ?? 0) / Double(felt.n).squareRoot()
      if error > 0 { step = min(step, error / 5) }
    }
    var power = 1.0
    while power < 1e7, 1 / power > step { power *= 10 }
    self.power = power
  }

  private static func found(_ given: Scale?, _ scores: ClosedRange<Double>?)
    -> (scale: Scale, isGuessed: Bool, isOwnRange: Bool)?
  {
    if let given { return (given, false, false) }
    guard let scores else { return (.standard, false, false) }
    let (low, high) = (scores.lowerBound, scores.upperBound)
    if let usual = usual.first(where: { $0.contains(low) && $0.contains(high) }) {
      return (usual, true, false)
    }
    // One score alone is no range; it then reaches from nothing.
    let own = low < high ? Scale(low: low, high: high) : Scale(low: min(0, low), high: max(0, high))
    guard (own.high - own.low).isFinite, own.unit.isFinite, own.unit > 0 else { return nil }
    return (own, true, true)
  }

  /// The mean, number and spread of scores as a document writes them.
  ///
  /// They are rounded to a 400th of the scale, and further where a fifth of the smallest standard
  /// error of a mean is less, so that rounding never matters beside chance; all alike, so that they
  /// can be held against each other.
  func score(_ felt: EventCounts.Felt) -> Score? {
    guard felt.n > 0, felt.mean.isFinite, scale.contains(felt.mean) || isNear(felt.mean) else {
      return nil
    }
    let sd = felt.sd.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
    func rounded(_ value: Double) -> Double { (value * power).rounded() / power + 0 }
    let mean = min(scale.high, max(scale.low, rounded(felt.mean)))
    return Score(mean: mean, n: felt.n, sd: sd.map(rounded))
  }

  private func isNear(_ score: Double) -> Bool {
    let slack = (scale.high - scale.low) * 1e-9
    return score > scale.low - slack && score < scale.high + slack
  }
}
