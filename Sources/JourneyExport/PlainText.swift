/// Text for places that hold one line.
enum PlainText {
  /// The text for C and for metadata: control characters, NUL among them, are spaces, and what
  /// Unicode calls no character, which cairo does not take, is U+FFFD.
  static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 >= 0xEF }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map(plain)))
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0...0x1F, 0x7F: " "
    case 0xFDD0...0xFDEF: "\u{FFFD}"
    default: scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar
    }
  }
}
