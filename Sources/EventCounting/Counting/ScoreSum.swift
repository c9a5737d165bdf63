/// Adds up customers' mean scores without rounding, so that their order does not matter.
///
/// Means are scaled below one and taken as whole numbers of 2^-62; those and their squares are added
/// as integers that cannot overflow before 2^60 customers.
struct ScoreSum: BitwiseCopyable {
  private static let unit = 0x1p62

  private(set) var n = 0
  private var sum: Int128 = 0
  /// The sum of squares, with 192 bits.
  private var squares: UInt128 = 0
  private var overflow: UInt64 = 0

  /// Adds a customer's mean, scaled to at most one.
  mutating func add(_ mean: Double) {
    let whole = Int64((mean * Self.unit).rounded(.toNearestOrEven))
    let size = UInt128(whole.magnitude)
    n &+= 1
    sum &+= Int128(whole)
    add(square: size &* size)
  }

  /// Adds what somebody else has added up.
  mutating func add(_ other: ScoreSum) {
    n &+= other.n
    sum &+= other.sum
    add(square: other.squares)
    overflow &+= other.overflow
  }

  private mutating func add(square: UInt128) {
    let (total, carries) = squares.addingReportingOverflow(square)
    squares = total
    if carries { overflow &+= 1 }
  }

  /// Mean and deviation; nil without customers.
  ///
  /// - Parameter exponent: Two to this power is what scores were divided by.
  /// - Returns: The mean and deviation on the log's scale.
  func felt(exponent: Int) -> EventCounts.Felt? {
    guard n > 0 else { return nil }
    let mean = sum / Int128(n)
    var felt = EventCounts.Felt(n: n, mean: scaled(Double(mean), exponent), sd: nil)
    guard n > 1 else { return felt }
    // The sum of (x - m)² is Σx² - m(2Σx - nm), whichever m is near the mean; it is taken modulo
    // 2^192, far above what it can be.
    let middle = Int64(truncatingIfNeeded: mean)
    let factor = 2 &* sum &- Int128(n) &* mean
    let isNegative = (middle < 0) != (factor < 0)
    let size = middle.magnitude
    let other = factor.magnitude
    let low = UInt128(UInt64(truncatingIfNeeded: other)) * UInt128(size)
    let high = (other >> 64) * UInt128(size) + (low >> 64)
    let product = (high << 64) | UInt128(UInt64(truncatingIfNeeded: low))
    let top = UInt64(truncatingIfNeeded: high >> 64)
    let rest: UInt128
    let highest: UInt64
    if isNegative {
      let (total, carries) = squares.addingReportingOverflow(product)
      (rest, highest) = (total, overflow &+ top &+ (carries ? 1 : 0))
    } else {
      let (total, borrows) = squares.subtractingReportingOverflow(product)
      (rest, highest) = (total, overflow &- top &- (borrows ? 1 : 0))
    }
    let deviations = Double(rest) + Double(highest) * 0x1p128
    let variance = deviations / Double(n - 1)
    felt.sd = scaled(variance.squareRoot(), exponent)
    return felt
  }

  private func scaled(_ value: Double, _ exponent: Int) -> Double {
    value == 0 ? 0 : Double(sign: .plus, exponent: exponent, significand: value / Self.unit)
  }
}
