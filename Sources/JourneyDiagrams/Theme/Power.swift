/// The one transcendental function that colours need, without a C library.
enum Power {
  /// `base` to the `exponent`, for 0 < base ≤ 2 and 0 < exponent < 8, to about 1e-9.
  static func power(_ base: Double, _ exponent: Double) -> Double {
    guard base > 0 else { return 0 }
    return exponential(exponent * logarithm(base))
  }

  private static func logarithm(_ x: Double) -> Double {
    // ln(m · 2^e) = ln m + e · ln 2, with m in 0.5…1 by the series of artanh.
    let exponent = Double(x.exponent)
    let y = (x.significand - 1) / (x.significand + 1)
    var (term, sum) = (y, 0.0)
    for k in stride(from: 1, through: 41, by: 2) {
      sum += term / Double(k)
      term *= y * y
    }
    return 2 * sum + exponent * 0.693_147_180_559_945_3
  }

  private static func exponential(_ x: Double) -> Double {
    let halvings = 10.0
    var (term, sum) = (1.0, 1.0)
    let small = x / 1024
    for k in 1...8 {
      term *= small / Double(k)
      sum += term
    }
    for _ in 0..<Int(halvings) { sum *= sum }
    return sum
  }
}
