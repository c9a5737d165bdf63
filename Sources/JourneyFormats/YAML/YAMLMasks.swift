import JourneyModel

/// The text that the YAML parser gets in place of the document's, and the way back.
///
/// Stand-ins are characters of the private use areas. Each replaces one character by one, so that
/// lines and columns stay what they are.
struct YAMLMasks {
  /// A key that is hidden from the parser.
  struct HiddenKey {
    /// The key.
    var key: String
    /// Its bytes in the document.
    var range: Range<Int>
    /// What the parser sees.
    var stand: String
  }

  /// The text for the parser.
  private(set) var text: String
  /// Stands for `*`; nil when the document has none.
  let asterisk: Unicode.Scalar?
  /// The hidden keys by their places.
  private(set) var keys: [Int: HiddenKey] = [:]

  private let original: String
  private static let mostKeys = 4096

  /// Starts with the document's text.
  init(_ original: String, hidesAsterisks: Bool) {
    self.original = original
    guard hidesAsterisks else {
      text = original
      asterisk = nil
      return
    }
    let used = Set(original.unicodeScalars.lazy.filter { (0xe000...0xf8ff).contains($0.value) })
    let free = (UInt32(0xe000)...0xf8ff).lazy.compactMap(Unicode.Scalar.init)
      .first { !used.contains($0) }
    asterisk = free ?? "\u{f8ff}"
    text = original
    rebuild()
  }

  /// Gives a text its asterisks back.
  func restored(_ text: String) -> String {
    guard let asterisk, text.unicodeScalars.contains(asterisk) else { return text }
    var restored = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { restored.append(scalar == asterisk ? "*" : scalar) }
    return String(restored)
  }

  /// Hides a key.
  ///
  /// - Parameters:
  ///   - key: The key as the parser gave it.
  ///   - offset: The first byte of the key in the document.
  ///   - position: The same place as ``SourceMap`` packs it.
  /// - Returns: Whether it could be done: the key has to be a word or a quoted text in one line.
  mutating func hide(_ key: String, at offset: Int, position: Int) -> Bool {
    let key = restored(key)
    guard keys.count < Self.mostKeys, keys[position] == nil,
      let token = token(of: key, at: offset),
      let first = Unicode.Scalar(UInt32(0xf_0000 + keys.count))
    else { return false }
    let width = token.unicodeScalars.count
    let stand = String(Character(first)) + String(repeating: "x", count: width - 1)
    keys[position] = HiddenKey(
      key: key, range: offset..<offset + token.utf8.count, stand: stand)
    rebuild()
    return true
  }

  /// The bytes of a key as it is written, quotes included; nil when it is no simple word.
  private func token(of key: String, at offset: Int) -> Substring? {
    let utf8 = original.utf8
    guard let start = utf8.index(utf8.startIndex, offsetBy: offset, limitedBy: utf8.endIndex),
      start < utf8.endIndex
    else { return nil }
    var end = start
    switch utf8[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let quote = utf8[start]
      utf8.formIndex(after: &end)
      while end < utf8.endIndex, utf8[end] != quote {
        guard utf8[end] != UInt8(ascii: "\n"), utf8[end] != UInt8(ascii: "\r") else { return nil }
        if utf8[end] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
          utf8.formIndex(after: &end)
          guard end < utf8.endIndex else { return nil }
        }
        utf8.formIndex(after: &end)
      }
      guard end < utf8.endIndex else { return nil }
      utf8.formIndex(after: &end)
      // In single quotes a quote is written twice; such keys are left alone.
      if end < utf8.endIndex, utf8[end] == quote { return nil }
    default:
      guard !key.isEmpty, utf8[start...].starts(with: key.utf8) else { return nil }
      end = utf8.index(start, offsetBy: key.utf8.count)
    }
    return original[start..<end]
  }

  /// Makes the parser's text anew.
  ///
  /// Cost: linear in the document.
  private mutating func rebuild() {
    var masked = ""
    masked.reserveCapacity(original.utf8.count)
    let utf8 = original.utf8
    var done = utf8.startIndex
    for key in keys.values.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let start = utf8.index(utf8.startIndex, offsetBy: key.range.lowerBound)
      append(original[done..<start], to: &masked)
      masked += key.stand
      done = utf8.index(utf8.startIndex, offsetBy: key.range.upperBound)
    }
    append(original[done...], to: &masked)
    text = masked
  }

  private func append(_ part: Substring, to masked: inout String) {
    guard let asterisk else {
      masked += part
      return
    }
    for scalar in part.unicodeScalars {
      masked.unicodeScalars.append(scalar == "*" ? asterisk : scalar)
    }
  }
}
