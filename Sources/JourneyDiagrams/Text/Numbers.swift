import TextSupport

/// Numbers as pictures write them in one language, with a true minus sign; never by the machine's
/// locale.
package struct Numbers: Hashable, Sendable {
  /// The mark between whole and decimal digits.
  package var decimalMark = "."
  /// The mark between groups of three digits.
  package var groupMark = ","
  /// The least number whose digits are grouped.
  package var leastGrouped = 1000.0
  /// How a percentage is written; `{}` stands for the number.
  package var percentForm = "{}%"
  /// What is less, and more, than a number.
  package var belowForm = "<{}"
  package var aboveForm = ">{}"
  /// What stands before a sign: nothing, or a mark that keeps it at the left of its number among
  /// text that runs from right to left.
  package var beforeSign = ""
  /// The digit for 0; the others follow it in Unicode.
  package var zero: Unicode.Scalar = "0"

  package init() {}

  /// A number with at most so many decimals, a true minus and, when asked for, a plus.
  package func decimal(_ value: Double, places: Int = 1, plus: Bool = false) -> String {
    guard value.isFinite else { return "–" }
    let isGrouped = value.magnitude.rounded() >= leastGrouped
    let text = NumberText.fixed(
      value, places, plus: plus, separator: isGrouped ? groupMark : "", decimalMark: decimalMark)
    guard let first = text.unicodeScalars.first, first == "\u{2212}" || first == "+" else {
      return digits(text)
    }
    return beforeSign + digits(text)
  }

  /// A count with its thousands set apart.
  package func count(_ value: Double) -> String { decimal(value, places: 0) }

  /// A whole number that counts nothing, such as a year or a rank: without groups.
  package func plain(_ value: Int) -> String { digits(String(value)) }

  /// A share as a whole percentage; small but present shares are `<1%`, nearly all `>99%`.
  package func percent(_ share: Double) -> String {
    if share > 0, share < 0.005 { return Self.fill(belowForm, percentage(1)) }
    if share < 1, share > 0.995 { return Self.fill(aboveForm, percentage(99)) }
    return percentage(share * 100)
  }

  /// Shares of one whole that add up to it as they are read: whole percentages where these do, else
  /// with one decimal; see `SharesOfOne`.
  ///
  /// - Parameters:
  ///   - shares: The shares, 0…1. Where they are not all of the total, each is written by itself.
  ///   - total: What they are the parts of, 0…1.
  /// - Returns: The texts, in the order of the shares.
  package func percents(_ shares: [Double], of total: Double = 1) -> [String] {
    let tenths = SharesOfOne.tenths(shares, of: total) { share in
      if share > 0, share < 0.005 { return 0...9 }
      if share < 1, share > 0.995 { return 991...1000 }
      let tenths = 10 * Int((share * 100).rounded(.toNearestOrAwayFromZero))
      return tenths...tenths
    }
    return shares.indices.map { index in
      tenths?[index].map { Self.fill(percentForm, decimal(Double($0) / 10, places: 1)) }
        ?? percent(shares[index])
    }
  }

  /// The sign of a percentage.
  package var percentSign: String {
    percentForm.replacing("{}", with: "").filter { !$0.isWhitespace }
  }

  private func percentage(_ value: Double) -> String {
    Self.fill(percentForm, decimal(value, places: 0))
  }

  private static func fill(_ form: String, _ number: String) -> String {
    form.replacing("{}", with: number)
  }

  /// The text with this language's digits.
  private func digits(_ text: String) -> String {
    guard zero != "0" else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let digit = scalar.value &- 48
      result.append(digit < 10 ? Unicode.Scalar(zero.value + digit) ?? scalar : scalar)
    }
    return String(result)
  }
}
