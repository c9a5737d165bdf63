import JourneyModel

/// Walks over the bytes of a JSON text: blanks, words and strings.
struct JSONLexer {
  /// Something wrong inside a string.
  struct Mistake {
    var summary: String
    var fix: String
    var range: SourceRange
  }

  /// The next byte's place.
  private(set) var index = 0

  private let bytes: [UInt8]

  /// Creates a lexer of valid UTF-8.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// How many bytes there are.
  var count: Int { bytes.count }

  /// The next byte, nil at the end.
  var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Goes one byte on.
  mutating func advance() { index += 1 }

  /// The text of a range.
  func text(_ range: SourceRange) -> String {
    String(decoding: bytes[range.lowerBound..<range.upperBound], as: UTF8.self)
  }

  /// The range of what begins at the next byte, for a mark: a word, or one character.
  func tokenRange() -> SourceRange {
    var copy = self
    if let byte, Self.isWord(byte) { return copy.takeWord() }
    var end = min(index + 1, bytes.count)
    while end < bytes.count, bytes[end] & 0xc0 == 0x80 { end += 1 }
    return SourceRange(index, end)
  }

  /// Whether a byte may be part of a word or a number.
  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "%"), 0x80...:
      true
    default: false
    }
  }

  /// Whether a value may begin with a byte.
  static func beginsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: isWord(byte)
    }
  }

  /// Whether a word is a number of RFC 8259: no plus sign, no leading zero, digits around a point.
  static func isNumber(_ word: String) -> Bool {
    var rest = word.utf8[...]
    func digits() -> Int {
      let count = rest.prefix { $0 >= 48 && $0 <= 57 }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let hasZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, !(hasZero && whole > 1) else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if let byte = rest.first, byte | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        rest = rest.dropFirst()
      }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// Takes the word or number that begins here.
  mutating func takeWord() -> SourceRange {
    let start = index
    while let byte, Self.isWord(byte) { index += 1 }
    return SourceRange(start, index)
  }

  /// Skips blanks; stops after a comment and returns its range.
  mutating func skipBlank() -> SourceRange? {
    while let byte {
      switch byte {
      case 0x20, 0x0a, 0x0d, 0x09: index += 1
      case UInt8(ascii: "#"):
        return takeComment(to: UInt8(ascii: "\n"))
      case UInt8(ascii: "/") where index + 1 < bytes.count:
        if bytes[index + 1] == UInt8(ascii: "/") { return takeComment(to: UInt8(ascii: "\n")) }
        if bytes[index + 1] == UInt8(ascii: "*") { return takeBlockComment() }
        return nil
      default: return nil
      }
    }
    return nil
  }

  private mutating func takeComment(to end: UInt8) -> SourceRange {
    let start = index
    while let byte, byte != end { index += 1 }
    return SourceRange(start, index)
  }

  private mutating func takeBlockComment() -> SourceRange {
    let start = index
    index += 2
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "*"), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "/")
      {
        index += 2
        return SourceRange(start, index)
      }
      index += 1
    }
    return SourceRange(start, index)
  }

  // MARK: - Strings

  /// Takes the string that begins here with either quote.
  ///
  /// - Parameter mistakes: Takes what is wrong inside; the string is read past it.
  /// - Returns: The text; nil when the string is never closed.
  mutating func takeString(_ mistakes: inout [Mistake]) -> String? {
    let quote = bytes[index]
    index += 1
    let start = index
    while let byte, byte != quote, byte != UInt8(ascii: "\\"), byte >= 0x20 { index += 1 }
    if byte == quote {
      // No escape in it, as in nearly every string: its bytes are its text.
      defer { index += 1 }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
    var text = Array(bytes[start..<index])
    while let byte {
      switch byte {
      case quote:
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        takeEscape(into: &text, &mistakes)
      case UInt8(ascii: "\n"):
        // A string that goes on over a line's end was most likely never closed.
        return nil
      case 0..<0x20:
        mistakes.append(
          Mistake(
            summary: "the control character \(ControlCharacter.name(of: Unicode.Scalar(byte)))",
            fix: byte == 9
              ? "write \\t"
              : "write it as \\u\(ControlCharacter.hexadecimal(Unicode.Scalar(byte)))",
            range: SourceRange(index, index + 1)))
        text.append(byte)
        index += 1
      default:
        text.append(byte)
        index += 1
      }
    }
    return nil
  }

  private mutating func takeEscape(into text: inout [UInt8], _ mistakes: inout [Mistake]) {
    let start = index
    index += 1
    guard let byte else { return }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "u"):
      takeUnicode(from: start, into: &text, &mistakes)
    default:
      while let byte = self.byte, byte & 0xc0 == 0x80 { _ = byte; index += 1 }
      let range = SourceRange(start, index)
      mistakes.append(
        Mistake(
          summary: "'\(self.text(range))' means nothing in JSON",
          fix: "write \\\\ for a backslash", range: range))
      text.append(contentsOf: bytes[start..<index])
    }
  }

  /// Takes `\uXXXX`, or two of them that make one character.
  private mutating func takeUnicode(
    from start: Int, into text: inout [UInt8], _ mistakes: inout [Mistake]
  ) {
    guard let unit = takeHexadecimal() else {
      mistakes.append(
        Mistake(
          summary: "'\\u' needs four hexadecimal digits", fix: "write one such as \\u00e9",
          range: SourceRange(start, index)))
      return
    }
    var scalar = Unicode.Scalar(UInt32(unit))
    if UTF16.isLeadSurrogate(unit), index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    {
      let after = index
      index += 2
      if let second = takeHexadecimal(), UTF16.isTrailSurrogate(second) {
        scalar = Unicode.Scalar(
          0x1_0000 + (UInt32(unit) - 0xd800) << 10 + (UInt32(second) - 0xdc00))
      } else {
        index = after
      }
    }
    if scalar == nil {
      mistakes.append(
        Mistake(
          summary: "half of a surrogate pair", fix: "write both halves, or the character itself",
          range: SourceRange(start, index)))
    }
    text.append(contentsOf: Array(String(Character(scalar ?? "\u{fffd}")).utf8))
  }

  private mutating func takeHexadecimal() -> UInt16? {
    guard index + 4 <= bytes.count else { return nil }
    var value: UInt16 = 0
    for byte in bytes[index..<index + 4] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt16(byte - 48)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt16(byte - 87)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt16(byte - 55)
      default: return nil
      }
    }
    index += 4
    return value
  }
}
