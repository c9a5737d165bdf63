import TextSupport

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
    return NumberText.fixed(
      value, places, plus: plus, separator: groupMark, decimalMark: decimalMark)
  }

  /// A count with its thousands set apart.
  package func count(_ value: Double) -> String { decimal(value, places: 0) }

  /// A share as a whole percentage; small but present shares are `<1%`, nearly all `>99%`.
  package func percent(_ share: Double) -> String {
    if share > 0, share < 0.005 { return "<1%" }
    if share < 1, share > 0.995 { return ">99%" }
    return decimal(share * 100, places: 0) + "%"
  }
}
