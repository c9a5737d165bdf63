/// Logarithm and exponential by additions and multiplications alone.
///
/// The mathematical libraries of different machines differ in the last digit; a log that is made by
/// seed has to be the same everywhere. Relative error: a few units of 1e-16.
enum PlainMath {
  private static let ln2High = 0.693_147_180_369_123_8
  private static let ln2Low = 1.908_214_929_270_587_7e-10
  private static let ln2 = 0.693_147_180_559_945_3

  /// The natural logarithm.
  ///
  /// - Parameter x: A finite number above 0.
  /// - Returns: The logarithm.
  static func log(_ x: Double) -> Double {
    var exponent = Double(x.exponent)
    var m = x.significand
    if m > 1.414_213_562_373_095 {
      m /= 2
      exponent += 1
    }
    // ln m = 2 · artanh((m − 1) / (m + 1)), |s| below 0.172.
    let s = (m - 1) / (m + 1)
    let square = s * s
    var sum = 0.0
    for odd in stride(from: 25, through: 1, by: -2) { sum = sum * square + 1 / Double(odd) }
    return exponent * ln2High + (2 * s * sum + exponent * ln2Low)
  }

  /// The exponential.
  ///
  /// - Parameter x: A number; above 709 the result is without end, below −745 it is 0.
  /// - Returns: e to the power of x.
  static func exp(_ x: Double) -> Double {
    guard x < 709.78 else { return .infinity }
    guard x > -745 else { return 0 }
    let k = (x / ln2).rounded()
    let r = (x - k * ln2High) - k * ln2Low
    var sum = 1.0
    for divisor in stride(from: 16, through: 1, by: -1) { sum = 1 + r * sum / Double(divisor) }
    // In two steps, so that results too small for a normal number come out too.
    let half = (k / 2).rounded(.down)
    return sum * Double(sign: .plus, exponent: Int(half), significand: 1)
      * Double(sign: .plus, exponent: Int(k - half), significand: 1)
  }
}
