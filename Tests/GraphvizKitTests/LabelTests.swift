import GraphvizKit
import Testing

/// What is written is what is drawn.
@Suite struct LabelTests {
  /// Texts that mean something to DOT, to labels, to HTML, to XML or to the lexer.
  static let texts = [
    "plain", "say \"hi\"", "back\\slash", "ends with \\", "\\\\", "\\N \\G \\E \\T \\H \\L \\n \\l",
    "\\\"", "a & b", "&amp;", "&#65; &lt;", "<b>bold</b>", "<<b>hi</b>>", "a < b > c", "{a|b}",
    "one\ntwo", "one\r\ntwo\nthree", "# no comment", "a\n# no comment", "// no", "/* no */",
    "שלום עולם", "مرحبا", "日本語", "naïve café", "👩‍👩‍👧 family", "e\u{301}", "'", "`", "100 %s %n %3",
    " leading", "trailing ", "two  spaces", "a\u{A0}b", "--", "graph", "]]>", "<!-- x -->",
  ]

  /// Texts of a node of an SVG, decoded; lines as the drawing has them.
  static func drawn(_ svg: String) -> [String] {
    svg.split(separator: "<text").dropFirst().compactMap { part in
      guard let start = part.firstIndex(of: ">") else { return nil }
      return decoded(part[part.index(after: start)...].prefix { $0 != "<" })
    }
  }

  static func decoded(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let first = rest.first {
      if first == "&", let end = rest.firstIndex(of: ";") {
        let name = rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[rest.index(after: end)...]
        switch name {
        case "amp": result += "&"
        case "lt": result += "<"
        case "gt": result += ">"
        case "quot": result += "\""
        default:
          let value =
            name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
          result.unicodeScalars.append(value.flatMap(UnicodeScalar.init) ?? "?")
        }
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// The library writes some spaces as no-break spaces; nobody can see that.
  static func visible(_ text: String) -> String { String(text.map { $0 == "\u{A0}" ? " " : $0 }) }

  static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map { visible(String($0)) }
  }

  @Test(arguments: texts) func labels(text: String) throws {
    for alignment in [DOT.Alignment.center, .left, .right] {
      let dot = "graph { a [label=\(DOT.label(text, alignment: alignment))] }"
      let output = try Graphviz.shared.render(dot, format: .svg)
      #expect(Self.drawn(output.text).map(Self.visible) == Self.lines(text))
      #expect(output.messages.isEmpty)
    }
  }

  @Test(arguments: texts) func htmlLabels(text: String) throws {
    let cell = "<TABLE BORDER=\"0\"><TR><TD>\(DOT.htmlText(text))</TD></TR></TABLE>"
    let output = try Graphviz.shared.render("graph { a [label=<\(cell)>] }", format: .svg)
    #expect(Self.drawn(output.text).map(Self.visible) == Self.lines(text))
  }

  @Test(arguments: texts) func edgeAndClusterLabels(text: String) throws {
    let label = DOT.label(text)
    let dot =
      "digraph { a [label=x] b [label=x] a -> b [label=\(label)] subgraph cluster { label=\(label) c [label=x] } }"
    let output = try Graphviz.shared.render(dot, format: .svg)
    let expected = Self.lines(text) + Self.lines(text) + ["x", "x", "x"]
    #expect(Self.drawn(output.text).map(Self.visible).sorted() == expected.sorted())
  }

  @Test(
    arguments: texts + ["tab\tand\u{1B}escape", "a\\b\\\\c\\\\\\", "line\r\nbreak", "", "end\\\n"])
  func namesAndIDsComeBack(text: String) throws {
    let dot = """
      digraph { \(DOT.quoted(text)) -> other [id=\(DOT.quoted(text))] }
      """
    let geometry = try Graphviz.shared.layout(dot)
    #expect(geometry.nodes.map(\.name) == [text, "other"])
    #expect(geometry.edges.map(\.tail) == [text])
    #expect(geometry.edges.map(\.id) == [text.isEmpty ? nil : text])
    #expect(geometry.node(named: text) != nil)
  }

  @Test func controlCharactersAreDrawnAsPictures() throws {
    for value in (0..<0x20 as Range<UInt32>).map({ $0 }) + [0x7F, 0xFFFE, 0xFFFF]
    where value != 0x0A {
      let scalar = try #require(UnicodeScalar(value))
      let picture =
        value < 0x20 ? UnicodeScalar(0x2400 + value) : value == 0x7F ? "\u{2421}" : "\u{FFFD}"
      let expected = "a\(try #require(picture))b"
      for label in [DOT.label("a\(scalar)b"), "<<I>\(DOT.htmlText("a\(scalar)b"))</I>>"] {
        let output = try Graphviz.shared.render("graph { a [label=\(label)] }", format: .svg)
        #expect(Self.drawn(output.text) == [expected])
      }
    }
  }

  @Test func quoting() {
    #expect(DOT.quoted("a\"b\\") == #""a\"b\\""#)
    #expect(DOT.label("a\nb & c\\N", alignment: .left) == #""a\lb &amp; c\\N\l""#)
    #expect(DOT.htmlText("<a & \"b\">\n") == "&lt;a &amp; &quot;b&quot;&gt;<BR/>")
  }
}
