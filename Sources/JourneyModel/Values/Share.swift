/// A share of a whole, kept as the decimal number that was written.
///
/// `82.5%` is 825 × 10⁻³. Shares are added and compared in decimal, so that `33.3% + 66.7%` is
/// exactly the whole and what is missing to it can be said exactly.
public struct Share: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The digits, not negative; the share is `significand × 10^−places`.
  public let significand: Int
  /// The decimal places of the share as a fraction, 0…18; no trailing zeros are kept.
  public let places: Int

  /// The most decimal places that are kept.
  public static let mostPlaces = 18

  /// Nothing.
  public static let zero = Share(significand: 0, places: 0)
  /// Everything: 100 %.
  public static let whole = Share(significand: 1, places: 0)

  private init(significand: Int, places: Int) {
    var significand = significand
    var places = places
    while places > 0, significand.isMultiple(of: 10) {
      significand /= 10
      places -= 1
    }
    self.significand = significand
    self.places = places
  }

  /// Reads a percentage such as `82%`, `0.5 %` or `1e-10%`; nil when it is anything else, negative,
  /// above 1,000,000 % or has more than ``mostPlaces`` places as a fraction.
  public init?(percentage text: some StringProtocol) {
    var digits = Substring(text)
    guard digits.last == "%" else { return nil }
    digits = digits.dropLast()
    while digits.last == " " { digits = digits.dropLast() }
    self.init(decimal: digits, shift: 2)
  }

  /// Creates the share that a binary fraction's shortest decimal text says; nil as above.
  public init?(fraction: Double) {
    self.init(decimal: Substring("\(fraction)"), shift: 0)
  }

  private init?(decimal text: Substring, shift: Int) {
    var significand = 0
    var places = shift
    var seenDigit = false
    var seenPoint = false
    var rest = text.utf8
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        seenDigit = true
        let (product, overflow) = significand.multipliedReportingOverflow(by: 10)
        let (sum, overflow2) = product.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
        guard !overflow, !overflow2 else { return nil }
        significand = sum
        if seenPoint { places += 1 }
      case UInt8(ascii: "."):
        guard !seenPoint else { return nil }
        seenPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard seenDigit, let exponent = Int(String(Substring(rest.dropFirst()))),
          (-40...40).contains(exponent)
        else { return nil }
        places -= exponent
        rest = rest[rest.endIndex...]
        continue
      default:
        return nil
      }
      rest = rest.dropFirst()
    }
    guard seenDigit else { return nil }
    while places > 0, significand.isMultiple(of: 10), significand > 0 {
      significand /= 10
      places -= 1
    }
    if significand == 0 { places = 0 }
    while places < 0 {
      let (product, overflow) = significand.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      significand = product
      places += 1
    }
    guard places <= Self.mostPlaces else { return nil }
    self.init(significand: significand, places: places)
    guard fraction <= 10_000 else { return nil }
  }

  /// The share as a fraction, 0…1 for a part of a whole; correctly rounded.
  public var fraction: Double {
    // A quotient of two exact operands is rounded once; powers of ten are exact up to 10^22.
    // Above 2^53 the significand would be rounded too, so the decimal text is read instead.
    if significand <= 1 << 53 { return Double(significand) / Self.powersOfTen(places) }
    return Double("\(significand)e-\(places)") ?? Double(significand) / Self.powersOfTen(places)
  }

  /// The exact sum of shares as `(significand, places)` in wide arithmetic.
  ///
  /// Cost: linear. `Int128` holds 10²⁰ shares of 10¹⁸, so it cannot overflow in practice.
  public static func exactSum(
    _ shares: some Collection<Share>
  ) -> (significand: Int128, places: Int) {
    let places = shares.reduce(0) { max($0, $1.places) }
    let sum = shares.reduce(Int128(0)) { $0 + Int128($1.significand) * power(places - $1.places) }
    return (sum, places)
  }

  /// What is missing to the whole after these shares, exactly; nil when they exceed the whole.
  public static func remainder(after shares: some Collection<Share>) -> Share? {
    let (sum, places) = exactSum(shares)
    let rest = power(places) - sum
    guard rest >= 0, let significand = Int(exactly: rest) else { return nil }
    return Share(significand: significand, places: places)
  }

  /// The share as a percentage, such as `82.5%`.
  public var description: String {
    var digits = String(significand)
    guard places > 2 else {
      if significand == 0 { return "0%" }
      return digits + String(repeating: "0", count: 2 - places) + "%"
    }
    let after = places - 2
    if digits.count <= after {
      digits = String(repeating: "0", count: after - digits.count + 1) + digits
    }
    return "\(digits.dropLast(after)).\(digits.suffix(after))%"
  }

  /// Orders shares by size.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    let places = max(lhs.places, rhs.places)
    return Int128(lhs.significand) * power(places - lhs.places)
      < Int128(rhs.significand) * power(places - rhs.places)
  }

  /// How many of the smallest parts of so many places make the whole.
  static func unit(_ places: Int) -> Double { powersOfTen(places) }

  private static func power(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(Int128(1)) { product, _ in product * 10 }
  }

  private static func powersOfTen(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { product, _ in product * 10 }
  }
}
