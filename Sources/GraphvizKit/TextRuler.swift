/// Lines of text, each different one once, and the graph that measures them.
struct TextRuler {
  /// What the library gives a line for each unit of its size, with any font.
  static let lineHeight = 1.1

  private struct Line: Hashable {
    var text: String
    var font: String
  }

  private var lines: [Line] = []
  private var indices: [Line: Int] = [:]

  /// Takes in a text; gives the numbers of its lines.
  mutating func add(_ span: TextSpan) -> [Int] {
    let font = Self.fontName(span)
    return span.text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map { text in
        let line = Line(text: String(text), font: font)
        if let index = indices[line] { return index }
        lines.append(line)
        indices[line] = lines.count - 1
        return lines.count - 1
      }
  }

  /// The lines' widths for a size of 1.
  func measured(
    by layout: (String) throws(GraphvizError) -> GraphGeometry
  ) throws(GraphvizError) -> [Double] {
    guard !lines.isEmpty else { return [] }
    let dot = graph()
    let geometry = try layout(dot)
    guard geometry.nodes.count == lines.count else {
      throw GraphvizError(.unreadableAnswer, messages: geometry.messages, dot: dot)
    }
    return zip(lines, geometry.nodes).map { line, node in node.width / Self.size(of: line.text) }
  }

  /// Nodes as large as their labels, all in one place: the engine `nop` moves none.
  private func graph() -> String {
    var dot = "graph{node[shape=plain,margin=0,pos=\"0,0\"]\n"
    for (index, line) in lines.enumerated() {
      dot += "\(index)[fontname=\(DOT.quoted(line.font)),fontsize=\(Self.size(of: line.text)),"
      dot += "label=\(DOT.label(line.text))]\n"
    }
    return dot + "}"
  }

  /// Glyphs are rounded to whole units of the screen, so lines are measured large; long ones less so,
  /// since Pango counts in 1024ths of a unit and the library prints five digits.
  private static func size(of text: String) -> Double {
    switch text.utf8.count {
    case ...400: 1000
    case ...4000: 100
    case ...40000: 10
    default: 1
    }
  }

  /// The font in Pango's words: families, each followed by a comma, then weight and slant.
  ///
  /// The comma behind the last family keeps the library from taking a single PostScript name, such as
  /// Helvetica, for one of its own aliases, and Pango from taking the end of a family's name for a
  /// weight or a size.
  private static func fontName(_ span: TextSpan) -> String {
    let families = span.families.map(cleaned).filter { !$0.isEmpty }
    var words = [(families.isEmpty ? ["sans-serif"] : families).joined(separator: ",") + ","]
    if let weight = span.weight.word { words.append(weight) }
    if span.isItalic { words.append("Italic") }
    return words.joined(separator: " ")
  }

  /// A family's name without what means something in a list of them.
  private static func cleaned(_ family: String) -> String {
    var name = Substring(
      family.filter { character in
        character != "," && character != "\"" && character != "'" && character != "\\"
          && !character.unicodeScalars.contains { $0.value < 0x20 }
      })
    while name.first == " " { name.removeFirst() }
    while name.last == " " { name.removeLast() }
    return String(name)
  }
}
