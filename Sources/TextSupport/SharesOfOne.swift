/// Shares of one whole that stand side by side, written so that what is read adds up.
///
/// Each rounded by itself, 75.5 % and 24.5 % would read as 76 % and 25 %, together 101. Where what each
/// reads as alone adds up, it stays; else all are written with one decimal, and the tenth that may
/// still be over or missing goes to the share that rounding changed most (the largest remainder,
/// Hamilton's method).
package enum SharesOfOne {
  /// What one share says when it is written by itself, in tenths of a per cent: one number, or those
  /// between which it may be where only a bound is written, such as `<1%`.
  package typealias Reading = ClosedRange<Int>

  /// How far a sum may be from its total for the shares to be its parts.
  private static let slack = 1e-6

  /// The tenths of a per cent to write.
  ///
  /// - Parameters:
  ///   - shares: The shares, 0…1.
  ///   - total: What they are the parts of, 0…1.
  ///   - alone: What a share says when it is written by itself.
  /// - Returns: For each share its tenths of a per cent, nil for one that is written by itself all
  ///   the same; nil when all are, because they add up so or are not the whole.
  package static func tenths(
    _ shares: [Double], of total: Double, alone: (Double) -> Reading
  ) -> [Int?]? {
    guard shares.count > 1, shares.allSatisfy({ $0.isFinite && $0 >= 0 }),
      (shares.reduce(0, +) - total).magnitude < slack
    else { return nil }
    let read = shares.map(alone)
    let low = read.reduce(0) { $0 + $1.lowerBound }
    let high = read.reduce(0) { $0 + $1.upperBound }
    guard !alone(total).overlaps(low...high) else { return nil }
    let goal = Int((total * 1000).rounded())
    var tenths = shares.map { Int(($0 * 1000).rounded()) }
    // What is less than a tenth is still there, and what is all but a tenth is not all.
    let isWritten = shares.indices.map { index in
      tenths[index] > 0 && tenths[index] < 1000
    }
    var missing = goal - shares.indices.reduce(0) { $0 + (isWritten[$1] ? tenths[$1] : 0) }
    let step = missing.signum()
    func lost(_ index: Int) -> Double {
      (shares[index] * 1000 - Double(tenths[index])) * Double(step)
    }
    let order = shares.indices.filter { isWritten[$0] && tenths[$0] + step > 0 }
      .sorted { (-lost($0), $0) < (-lost($1), $1) }
    for index in order where missing != 0 {
      tenths[index] += step
      missing -= step
    }
    return shares.indices.map { isWritten[$0] ? tenths[$0] : nil }
  }
}

extension NumberText {
  /// Shares of one whole as percentages for people that add up to it; see ``SharesOfOne``.
  ///
  /// - Parameters:
  ///   - shares: The shares, 0…1. Where they are not all of the total, each is written by itself.
  ///   - total: What they are the parts of, 0…1.
  /// - Returns: The texts, as ``percent(_:)`` writes them or with one decimal.
  package static func percents(_ shares: [Double], of total: Double = 1) -> [String] {
    let tenths = SharesOfOne.tenths(shares, of: total, alone: reading)
    return shares.indices.map { index in
      tenths?[index].map { fixed(Double($0) / 10, 1) + "%" } ?? percent(shares[index])
    }
  }

  /// What ``percent(_:)`` says, in tenths of a per cent.
  private static func reading(_ share: Double) -> SharesOfOne.Reading {
    let value = share * 100
    if value > 0, value < 0.05 { return 0...1 }
    if value >= 99.95, value < 100 { return 999...1000 }
    let tenths = Int((value * 10).rounded(.toNearestOrAwayFromZero))
    let whole = 10 * Int(value.rounded(.toNearestOrAwayFromZero))
    let hasDecimal =
      (value >= 99.5 && value < 100)
      || (value < 9.95 && (value - value.rounded()).magnitude >= 0.05)
    return hasDecimal ? tenths...tenths : whole...whole
  }
}
