/// Numbers as text, without a locale: figures in tables, files and pictures.
package enum NumberText {
  /// The sign that people read as minus; files and code use the hyphen instead.
  package static let minus: Character = "\u{2212}"

  /// A number with exactly so many decimals, rounded half away from zero; no sign before a zero.
  ///
  /// - Parameters:
  ///   - value: A finite number.
  ///   - decimals: 0…9.
  ///   - plus: Whether a positive number gets a plus sign.
  ///   - minus: The minus sign to use.
  ///   - separator: What stands between groups of three digits.
  ///   - decimalMark: What stands between whole and decimal digits.
  /// - Returns: The text, such as `−1.60` or `12,400`.
  package static func fixed(
    _ value: Double, _ decimals: Int, plus: Bool = false, minus: Character = minus,
    separator: String = ",", decimalMark: String = "."
  ) -> String {
    var power = 1.0
    for _ in 0..<decimals { power *= 10 }
    let scaled = (value.magnitude * power).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e15 else { return "\(value)" }
    let digits = Int(scaled)
    let unit = Int(power)
    var text = grouped(digits / unit, separator: separator)
    if decimals > 0 {
      let fraction = String(digits % unit)
      text += decimalMark + String(repeating: "0", count: decimals - fraction.utf8.count) + fraction
    }
    if digits == 0 { return text }
    if value < 0 { return String(minus) + text }
    return plus ? "+" + text : text
  }

  /// A whole number in groups of three digits.
  ///
  /// - Parameters:
  ///   - number: The number.
  ///   - separator: What stands between the groups.
  /// - Returns: The text, such as `12,400`.
  package static func grouped(_ number: Int, separator: String = ",") -> String {
    let digits = String(number.magnitude)
    guard digits.utf8.count > 3, !separator.isEmpty else {
      return number < 0 ? String(minus) + digits : digits
    }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { text += separator }
      text.append(digit)
    }
    return number < 0 ? String(minus) + text : text
  }

  /// A share 0…1 as a percentage for people: whole per cents, one decimal below ten, and never a
  /// bare 0 % or 100 % for what is neither.
  package static func percent(_ share: Double) -> String {
    let value = share * 100
    if value > 0, value < 0.05 { return "<0.1%" }
    if value >= 99.95, value < 100 { return ">99.9%" }
    if value >= 99.5, value < 100 { return fixed(value, 1) + "%" }
    if value < 9.95, abs(value - value.rounded()) >= 0.05 { return fixed(value, 1) + "%" }
    return fixed(value, 0) + "%"
  }
}
