/// The bytes of an HTML page while they are written.
struct HTMLBuffer {
  var bytes: [UInt8] = []

  /// Appends markup of our own as it is.
  mutating func raw(_ markup: String) { bytes += markup.utf8 }

  /// Appends a template of our own, its gaps `{{name}}` filled by a closure.
  mutating func markup(_ template: String, fill: (String, inout HTMLBuffer) -> Void) {
    var rest = Substring(template)
    while let open = rest.firstRange(of: "{{"),
      let close = rest[open.upperBound...].firstRange(of: "}}")
    {
      raw(String(rest[..<open.lowerBound]))
      fill(String(rest[open.upperBound..<close.lowerBound]), &self)
      rest = rest[close.upperBound...]
    }
    raw(String(rest))
  }

  /// Appends any text so that it stays text, in content and in quoted attributes.
  ///
  /// What HTML cannot hold, controls and noncharacters, becomes U+FFFD.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": raw("&amp;")
      case "<": raw("&lt;")
      case ">": raw("&gt;")
      case "\"": raw("&quot;")
      case "'": raw("&#39;")
      default:
        let isForbidden = Self.isForbidden(scalar)
        bytes += UTF8.encode(isForbidden ? "\u{FFFD}" : scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
    case let value: value & 0xFFFE == 0xFFFE
    }
  }
}
