/// Numbers as pictures write them: a true minus sign, thousands set apart, never a locale.
package struct Numbers: Hashable, Sendable {
  /// The mark between whole and decimal digits.
  package var decimalMark = "."
  /// The mark between groups of three digits.
  package var groupMark = ","

  package init() {}

  /// A number with at most so many decimals, a true minus and, when asked for, a plus.
  package func decimal(_ value: Double, places: Int = 1, plus: Bool = false) -> String {
    guard value.isFinite else { return "–" }
    var factor = 1.0
    for _ in 0..<places { factor *= 10 }
    let scaled = (abs(value) * factor).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let digits = Int(scaled)
    let whole = digits / Int(factor)
    let sign = digits == 0 ? "" : value < 0 ? "−" : plus ? "+" : ""
    guard places > 0 else { return sign + grouped(whole) }
    let rest = String(digits % Int(factor))
    return sign + grouped(whole) + decimalMark
      + String(repeating: "0", count: places - rest.utf8.count) + rest
  }

  /// A count with its thousands set apart.
  package func count(_ value: Double) -> String { decimal(value, places: 0) }

  /// A share as a whole percentage; small but present shares are `<1%`, nearly all `>99%`.
  package func percent(_ share: Double) -> String {
    if share > 0, share < 0.005 { return "<1%" }
    if share < 1, share > 0.995 { return ">99%" }
    return decimal(share * 100, places: 0) + "%"
  }

  private func grouped(_ whole: Int) -> String {
    let digits = String(whole)
    guard digits.utf8.count > 3 else { return digits }
    var result = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.utf8.count - place).isMultiple(of: 3) { result += groupMark }
      result.append(digit)
    }
    return result
  }
}
