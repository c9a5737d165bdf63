/// The bytes of an HTML page while they are written.
struct Markup {
  var bytes: [UInt8] = []

  /// Appends markup of our own as it is.
  mutating func raw(_ markup: String) { bytes += markup.utf8 }

  /// Appends any text so that it stays text, in content and in quoted attributes.
  ///
  /// What HTML cannot hold, controls and noncharacters, becomes U+FFFD; characters that turn the
  /// direction of text are left out, for they would turn what stands behind them too.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": raw("&amp;")
      case "<": raw("&lt;")
      case ">": raw("&gt;")
      case "\"": raw("&quot;")
      case "'": raw("&#39;")
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
      default:
        let isForbidden = Self.isForbidden(scalar)
        bytes += UTF8.encode(isForbidden ? "\u{FFFD}" : scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }

  /// Appends a phrase; what documents say stands apart, whichever way it runs.
  mutating func phrase(_ phrase: Phrase) {
    for run in phrase.runs {
      switch run {
      case .ours(let words): text(words)
      case .strong(let words): element("b", words)
      case .said(let words): element("bdi", words)
      }
    }
  }

  /// Appends a phrase to an attribute, where no element can keep apart what documents say.
  mutating func isolated(_ phrase: Phrase) {
    for run in phrase.runs {
      guard case .said(let words) = run else {
        text(run.text)
        continue
      }
      raw("\u{2068}")
      text(words)
      raw("\u{2069}")
    }
  }

  /// Appends an element that holds text.
  mutating func element(_ tag: String, _ content: String) {
    raw("<\(tag)>")
    text(content)
    raw("</\(tag)>")
  }

  /// Appends an element that holds a phrase.
  mutating func element(_ tag: String, _ content: Phrase, attributes: String = "") {
    raw("<\(tag)\(attributes)>")
    phrase(content)
    raw("</\(tag)>")
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
    case let value: value & 0xFFFE == 0xFFFE
    }
  }
}
