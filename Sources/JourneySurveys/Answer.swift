import Foundation

/// What one cell of a survey says.
enum Answer: Hashable {
  /// Nothing: empty, or that there is no answer.
  case none
  /// A number.
  case number(Double)
  /// A number that names its highest answer: `4/5`, `4 of 5`, `4 stars`.
  case part(Double, of: Double)
  /// A share: `80%`.
  case percent(Double)
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
    let text = Self.digits(cell.trimmingCharacters(in: .whitespacesAndNewlines))
    guard !text.isEmpty, !nothing.contains(text) else {
      self = .none
      return
    }
    if let number = Self.number(text) {
      self = nothing.contains(where: { Self.number($0) == number }) ? .none : .number(number)
      return
    }
    if text.allSatisfy({ $0 == "★" || $0 == "⭐" || $0 == "☆" || $0 == "⭐️" }) {
      let full = Double(text.lazy.filter { $0 != "☆" }.count)
      self = text.contains("☆") ? .part(full, of: Double(text.count)) : .number(full)
      return
    }
    let plain = AnswerWords.plain(text)
    if AnswerWords.isNone(plain), !plain.isEmpty || text.count <= 3 {
      self = .none
    } else if AnswerLadder.isKnown(plain) {
      self = .words(plain)
    } else {
      self = Self.leading(text) ?? .unknown
    }
  }

  /// Digits of other scripts and widths as the usual ones.
  private static func digits(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    return String(
      text.map { character in
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
          scalar.properties.numericType == .decimal, let value = character.wholeNumberValue
        else { return character == "％" ? "%" : character == "／" ? "/" : character }
        return Character("\(value)")
      })
  }

  /// A number with a point or a comma; `1,000` may be one or a thousand and is none.
  private static func number(_ text: some StringProtocol) -> Double? {
    guard let first = text.utf8.first, text.utf8.count <= 40,
      (48...57).contains(first) || first == 45 || first == 43 || first == 46
    else { return nil }
    let isPlain = text.utf8.allSatisfy {
      (48...57).contains($0) || $0 == 45 || $0 == 43 || $0 == 46 || $0 == 44
    }
    guard isPlain else { return nil }
    guard let comma = text.firstIndex(of: ",") else {
      return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }
    let whole = text[..<comma].drop { "+-".contains($0) }
    let rest = text[text.index(after: comma)...]
    guard !text.contains("."), !rest.contains(","), rest.count != 3 || whole == "0" || whole.isEmpty
    else { return nil }
    return Double("\(text[..<comma]).\(rest)").flatMap { $0.isFinite ? $0 : nil }
  }

  /// The number that an answer with words begins with: `5 - Very satisfied`, `7 (agree)`, `4/5`.
  ///
  /// `3-4` is none, nor `5 minutes`.
  private static func leading(_ text: String) -> Answer? {
    let digits = text.prefix {
      $0.isASCII && ($0.isNumber || $0 == "," || $0 == ".")
    }
    let ending = digits.last.map { ".,".contains($0) } ?? false
    guard let value = number(ending ? digits.dropLast() : digits), value <= 100 else { return nil }
    let rest = text.dropFirst(digits.count)
    let words = rest.drop(while: \.isWhitespace)
    guard let next = words.first else { return ending ? .number(value) : nil }
    if next == "%" { return words.dropFirst().allSatisfy(\.isWhitespace) ? .percent(value) : nil }
    if next == "/" { return part(value, of: words.dropFirst()) }
    let lower = AnswerWords.plain(String(words))
    for word in ["out of", "of", "von", "sur", "de", "من"] where lower.hasPrefix(word + " ") {
      return part(value, of: lower.dropFirst(word.count + 1))
    }
    if stars.contains(lower) { return .part(value, of: 5) }
    if points.contains(lower) { return .number(value) }
    let behind = words.drop { " -–—=:(.)".contains($0) || $0.isWhitespace }
    // A range, or a number that is a part of something else, such as the day that a workbook makes of 4/5.
    guard let first = behind.first, !first.isNumber,
      !IdentifyingWords.months.contains(
        String(AnswerWords.plain(String(behind)).prefix { $0 != " " }))
    else { return nil }
    let isSetApart = ending || "-–—=:(.)".contains(next)
    return isSetApart || AnswerLadder.isKnown(AnswerWords.plain(String(behind)))
      ? .number(value) : nil
  }

  /// The word of a scale that stands behind a number: `agree` of `4 - Agree`; nil where none does.
  static func label(_ cell: String) -> String? {
    let words = AnswerWords.plain(cell).split(separator: " ").drop { $0.allSatisfy(\.isNumber) }
    let label = words.joined(separator: " ")
    return AnswerLadder.isKnown(label) ? label : nil
  }

  private static func part(_ value: Double, of text: some StringProtocol) -> Answer? {
    let text = text.trimmingCharacters(in: .whitespaces)
    guard let high = number(text), high > 1, high <= 1000 else { return nil }
    return .part(value, of: high)
  }

  private static let stars = words([
    "star", "stars", "Stern", "Sterne", "étoile", "étoiles", "estrella", "estrellas", "つ星", "星",
    "نجوم", "نجمة",
  ])

  private static let points = words([
    "point", "points", "Punkt", "Punkte", "punto", "puntos", "点", "نقاط",
  ])

  private static func words(_ list: [String]) -> Set<String> { Set(list.map(AnswerWords.plain)) }
}
