/// Lines of text, each different one once, and the graph that measures them.
struct TextRuler {
  /// What the library gives a line for each unit of its size, with any font.
  static let lineHeight = 1.1

  /// The different lines of each font, with their numbers; fonts in the order they came in.
  private var fonts: [(name: String, lines: [Substring: Int])] = []
  private var fontIndices: [String: Int] = [:]
  /// The lines by their numbers.
  private var lines: [(text: Substring, font: Int)] = []

  /// Takes in a text; gives the numbers of its lines.
  mutating func add(_ span: TextSpan) -> [Int] {
    let font = index(ofFont: Self.fontName(span))
    return span.text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map { text in
        if let number = fonts[font].lines[text] { return number }
        fonts[font].lines[text] = lines.count
        lines.append((text, font))
        return lines.count - 1
      }
  }

  private mutating func index(ofFont name: String) -> Int {
    if let index = fontIndices[name] { return index }
    fontIndices[name] = fonts.count
    fonts.append((name, [:]))
    return fonts.count - 1
  }

  /// The lines' widths for a size of 1.
  func measured(
    by render: (String) throws(GraphvizError) -> Graphviz.Output
  ) throws(GraphvizError) -> [Double] {
    guard !lines.isEmpty else { return [] }
    let dot = graph()
    let output = try render(dot)
    guard let widths = widths(plain: output.bytes) else {
      throw GraphvizError(.unreadableAnswer, messages: output.messages, dot: dot)
    }
    return widths
  }

  /// Nodes as large as their labels, all in one place: the engine `nop` moves none.
  ///
  /// Font by font, since the library looks a font up anew whenever it changes.
  private func graph() -> String {
    var dot = "graph{node[shape=plain,margin=0,pos=\"0,0\"]\n"
    for (font, numbers) in numbersByFont().enumerated() {
      dot += "node[fontname=\(DOT.quoted(fonts[font].name))]\n"
      for number in numbers {
        let text = lines[number].text
        dot += "\(number)[fontsize=\(Self.size(of: text)),label=\(DOT.label(String(text)))]\n"
      }
    }
    return dot + "}"
  }

  private func numbersByFont() -> [[Int]] {
    var result = [[Int]](repeating: [], count: fonts.count)
    for (number, line) in lines.enumerated() { result[line.font].append(number) }
    return result
  }

  /// Reads `node NUMBER X Y WIDTH …` of the library's `plain` format, one a line, in inches.
  ///
  /// What stands behind the width may hold spaces but no line break: control characters in labels
  /// have become pictures.
  private func widths(plain: [UInt8]) -> [Double]? {
    var result = [Double?](repeating: nil, count: lines.count)
    for line in plain.split(separator: UInt8(ascii: "\n")) where line.starts(with: "node ".utf8) {
      let words = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
      guard words.count == 6, let number = Int(String(decoding: words[1], as: UTF8.self)),
        result.indices.contains(number),
        let width = Double(String(decoding: words[4], as: UTF8.self)), width.isFinite
      else { return nil }
      result[number] = width * 72 / Self.size(of: lines[number].text)
    }
    let widths = result.compactMap(\.self)
    return widths.count == lines.count ? widths : nil
  }

  /// Glyphs are rounded to whole units of the screen, so lines are measured large; long ones less
  /// so, since Pango counts in 1024ths of a unit and the library prints five digits.
  private static func size(of text: Substring) -> Double {
    switch text.utf8.count {
    case ...400: 1000
    case ...4000: 100
    case ...40000: 10
    default: 1
    }
  }

  /// The font in Pango's words: families, each followed by a comma, then weight and slant.
  ///
  /// The comma behind the last family keeps the library from taking a single PostScript name, such
  /// as Helvetica, for one of its own aliases, and Pango from taking the end of a family's name for
  /// a weight or a size.
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
