import Foundation

/// What one cell of a survey says.
enum Answer: Hashable {
  /// Nothing: empty, or that there is no answer.
  case none
  /// A number.
  case number(Double)
  /// A word of a scale, as it is compared.
  case words(String)
  /// Something else.
  case unknown

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - cell: The cell.
  ///   - nothing: What else means that there is no answer.
  init(_ cell: String, nothing: Set<String>) {
    let text = cell.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty, !nothing.contains(text) else {
      self = .none
      return
    }
    if let number = Self.number(text) {
      self = nothing.contains(where: { Self.number($0) == number }) ? .none : .number(number)
      return
    }
    if text.allSatisfy({ $0 == "★" || $0 == "⭐" || $0 == "☆" || $0 == "⭐️" }) {
      self = .number(Double(text.lazy.filter { $0 != "☆" }.count))
      return
    }
    let plain = AnswerWords.plain(text)
    if AnswerWords.isNone(plain), !plain.isEmpty || text.count <= 3 {
      self = .none
    } else if AnswerLadder.isKnown(plain) {
      self = .words(plain)
    } else if let number = Self.leading(text) {
      self = .number(number)
    } else {
      self = .unknown
    }
  }

  private static func number(_ text: String) -> Double? {
    guard let first = text.utf8.first, text.utf8.count <= 40,
      (48...57).contains(first) || first == 45 || first == 43 || first == 46
    else { return nil }
    let isPlain = text.utf8.allSatisfy {
      (48...57).contains($0) || $0 == 45 || $0 == 43 || $0 == 46 || $0 == 44 || $0 == 37
    }
    guard isPlain else { return nil }
    var digits = text.hasSuffix("%") ? String(text.dropLast()) : text
    if !digits.contains(".") { digits = digits.replacingOccurrences(of: ",", with: ".") }
    return Double(digits).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The number that an answer with words begins with: `5 - Very satisfied`, `7 (agree)`, `4/5`.
  private static func leading(_ text: String) -> Double? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...3).contains(digits.utf8.count), let next = text.dropFirst(digits.count).first,
      " -–—=:(./".contains(next)
    else { return nil }
    // `4/5` says its highest answer too; `4.5 stars` is not 4, and `3 of 4` may be anything.
    let rest = text.dropFirst(digits.count)
    if next == "." || rest.lowercased().hasPrefix(" of ") { return nil }
    if next == "/" {
      let behind = rest.dropFirst()
      guard let high = Double(behind), high == 5 || high == 7 || high == 10 || high == 100 else {
        return nil
      }
    }
    return Double(digits)
  }
}
