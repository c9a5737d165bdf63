/// Writes texts in the DOT language, so that they mean themselves.
///
/// Graphviz has three kinds of string: names, labels (in which `\N`, `\n`, `\l` and `&amp;` mean
/// something) and HTML-like labels. Each has its function here.
public enum DOT {
  /// A name or a plain attribute value, in quotes.
  ///
  /// For the names of graphs, nodes and subgraphs, and for attributes such as `id`, `class` and
  /// `fontname`. Backslashes are doubled and line breaks written `\n`, since the language cannot
  /// write every name otherwise; ``GraphGeometry`` gives names back as they were. A name that
  /// begins with `%` is the library's mark for things without a name and does not come back: begin
  /// names with anything else.
  ///
  /// - Parameter text: any text; a NUL character, which C cannot hold, becomes its picture `␀`.
  /// - Returns: DOT, quotes included.
  public static func quoted(_ text: String) -> String {
    if isPlain(text) { return "\"\(text)\"" }
    var result = "\""
    result.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\0": result += "\u{2400}"
      // The lexer loses a line break that stands alone between quotes and backslashes.
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A label that is drawn exactly as the text reads, in quotes.
  ///
  /// For `label`, `xlabel`, `headlabel` and `taillabel`. Line breaks (`\n`, `\r\n`) break the line;
  /// any other control character is drawn as its picture (`␉`), since no drawing may hold it.
  ///
  /// - Parameters:
  ///   - text: any text.
  ///   - alignment: where each line stands.
  /// - Returns: DOT, quotes included.
  public static func label(_ text: String, alignment: Alignment = .center) -> String {
    if alignment == .center, isPlain(text) { return "\"\(text)\"" }
    var result = "\""
    result.reserveCapacity(text.utf8.count + 2)
    for scalar in drawable(text) {
      switch scalar {
      case "\n": result += alignment.lineEnd
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    // These stand behind their line, so the last one needs its own.
    if alignment != .center, !text.isEmpty { result += alignment.lineEnd }
    return result + "\""
  }

  /// Text for the inside of an HTML-like label, drawn exactly as it reads.
  ///
  /// What surrounds it is yours: `<` before, `>` behind, elements such as `<TABLE>` around it. A
  /// label must not be empty. Begin the label with an element: up to Graphviz 12 a plain label of
  /// the same characters, seen earlier, would make this one plain.
  ///
  /// - Parameter text: any text.
  /// - Returns: the text with everything escaped that HTML-like labels would take for markup.
  public static func htmlText(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in drawable(text) {
      switch scalar {
      case "\n": result += "<BR/>"
      case "\"": result += "&quot;"
      case "\\": result += "\\\\"
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The inverse of ``quoted(_:)``, after the library has taken the quotes away.
  static func unescaped(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "\\")) else { return name }
    var result = String.UnicodeScalarView()
    var afterBackslash = false
    for scalar in name.unicodeScalars {
      guard afterBackslash else {
        afterBackslash = scalar == "\\"
        if !afterBackslash { result.append(scalar) }
        continue
      }
      afterBackslash = false
      switch scalar {
      case "\\": result.append("\\")
      case "n": result.append("\n")
      // Not written by `quoted`, so it stands for itself.
      default: result.append(contentsOf: ["\\", scalar])
      }
    }
    if afterBackslash { result.append("\\") }
    return String(result)
  }

  /// Whether a text needs no escaping of any kind, as nearly all do: the quick way out.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "\\"), 0x7F: false
      // Begins U+F000 to U+FFFF, where the non-characters are.
      case 0xEF: false
      default: true
      }
    }
  }

  /// The text with one kind of line break and pictures for what cannot be drawn.
  private static func drawable(_ text: String) -> String.UnicodeScalarView {
    var result = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      switch scalar.value {
      case 0x0A: result.append("\n")
      case 0x0D where next == "\n": break
      case 0x00..<0x20: result.append(UnicodeScalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F: result.append("\u{2421}")
      // Not characters at all, and not allowed in XML.
      case 0xFFFE, 0xFFFF: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return result
  }
}
