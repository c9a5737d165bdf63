import TextSupport

/// JSON inside a `script` element of a page.
enum PageJSON {
  /// The value as bytes that cannot end the element, begin a comment in it, or end a line of script.
  ///
  /// `<`, `>` and `&` and the two separators that older scripts take for line ends are written as
  /// escapes, which mean the same to every JSON reader.
  static func bytes(of value: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in value.text.unicodeScalars {
      switch scalar {
      case "<": bytes += #"\u003c"#.utf8
      case ">": bytes += #"\u003e"#.utf8
      case "&": bytes += #"\u0026"#.utf8
      case "\u{2028}": bytes += #"\u2028"#.utf8
      case "\u{2029}": bytes += #"\u2029"#.utf8
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    return bytes
  }
}
