import JourneyModel

/// Writes text so that YAML reads it as that text.
enum YAMLScalar {
  /// The text, in quotes where it would be taken for anything else.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - inFlow: Whether it stands inside brackets, where more characters mean something.
  /// - Returns: One line.
  static func text(_ text: String, inFlow: Bool) -> String {
    isPlain(text, inFlow: inFlow) && !isTypedElsewhere(text) ? text : quoted(text)
  }

  /// The same for a key, which is never a date; `n` and `on` are keys of documents and stand as they
  /// are.
  static func key(_ text: String, inFlow: Bool) -> String {
    let isOwn = text == "n" || text == "on"
    return isPlain(text, inFlow: inFlow) && (isOwn || !isTypedElsewhere(text)) && !isDate(text)
      ? text : quoted(text)
  }

  /// The text in the quotes that are asked for, where they can hold it.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - quote: `"` or `'`.
  /// - Returns: One line.
  static func quoted(_ text: String, with quote: UInt8) -> String {
    guard quote == UInt8(ascii: "'"), !text.unicodeScalars.contains(where: isUnprintable) else {
      return doubleQuoted(text)
    }
    return "'"
      + text.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''") + "'"
  }

  private static func quoted(_ text: String) -> String {
    if canBeSingleQuoted(text) {
      return text.contains("\"") || text.contains("\\") ? "'\(text)'" : "\"\(text)\""
    }
    return doubleQuoted(text)
  }

  // MARK: - Plain

  private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    let utf8 = text.utf8
    guard let first = utf8.first, let last = utf8.last, last != 32 else { return false }
    switch first {
    // A value that begins with one of these is something else, or nothing at all.
    case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"),
      UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"),
      UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"),
      UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"),
      UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: "."):
      return false
    default: break
    }
    var before = first
    var isWide = false
    for byte in utf8 {
      switch byte {
      case 0..<0x20, 0x7f: return false
      case 0x80...: isWide = true
      case UInt8(ascii: " ") where before == UInt8(ascii: ":"): return false
      case UInt8(ascii: "#") where before == UInt8(ascii: " "): return false
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: ":"), UInt8(ascii: "?"):
        if inFlow { return false }
      default: break
      }
      before = byte
    }
    if last == UInt8(ascii: ":") { return false }
    return !PlainScalar.isTyped(text)
      && !(isWide && text.unicodeScalars.contains(where: isUnprintable))
  }

  /// What older YAML takes for a truth value; quoted for the sake of other programs.
  private static func isTypedElsewhere(_ text: String) -> Bool {
    guard text.utf8.count <= 3 else { return false }
    switch text.lowercased() {
    case "y", "n", "yes", "no", "on", "off": return true
    default: return false
    }
  }

  /// Whether older YAML takes the text for a day, as in `2026-01-01`.
  private static func isDate(_ text: String) -> Bool {
    guard (8...10).contains(text.utf8.count) else { return false }
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0].count == 4 && (1...2).contains(parts[1].count)
      && (1...2).contains(parts[2].count)
      && parts.allSatisfy { $0.allSatisfy { (48...57).contains($0) } }
  }

  /// What no document may hold unescaped, or what ends a line, or what nobody would see.
  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0, 0x2028, 0x2029, 0x202a...0x202e, 0x2066...0x2069, 0xfeff,
      0xfffe, 0xffff:
      true
    default: false
    }
  }

  // MARK: - Quotes

  private static func canBeSingleQuoted(_ text: String) -> Bool {
    !text.contains("'") && !text.unicodeScalars.contains(where: isUnprintable)
      || !text.contains("\"") && !text.contains("\\")
        && !text.unicodeScalars.contains(where: isUnprintable)
  }

  private static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case let scalar where isUnprintable(scalar):
        result += "\\u\(ControlCharacter.hexadecimal(scalar))"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
