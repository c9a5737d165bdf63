import JourneyBriefs
import JourneyKit
import Testing

@Suite struct WriterTests {
  /// What documents could say to break a writer.
  static let hostile = """
    format: 1
    journey: "<script>alert(1)</script> | a\\nb & \\"c\\" \\u202Eabc"
    id: hostile
    touchpoints:
      one:
        name: "</table><img src=x onerror=alert(1)>"
        owner: "O'Hara | <b>*bold*</b> `code` \\u0007"
        felt: {mean: -1.9, n: 40, sd: 0.4}
        quotes: [{text: "مرحبا <b>|</b> [x](javascript:alert(1))", consent: true}]
    flow: {start -> one: 100, one -> left: 60, one -> completed: 40}

    """

  @Test func htmlHoldsEveryWordOfTheBrief() throws {
    for text in [returning, Self.hostile] {
      let brief = try brief(text)
      let html = String(decoding: BriefHTML().bytes(of: brief), as: UTF8.self)
      let seen = Self.text(ofHTML: html)
      for phrase in brief.everything {
        #expect(seen.contains(Self.plain(phrase)), "\(phrase)")
      }
    }
  }

  @Test func markdownHoldsEveryWordOfTheBrief() throws {
    let brief = try brief(returning)
    let markdown = BriefMarkdown().text(of: brief)
      .replacing("**", with: "").replacing("\\", with: "")
    for phrase in brief.everything { #expect(markdown.contains(phrase), "\(phrase)") }
  }

  @Test func jsonHoldsEveryWordOfTheBrief() throws {
    let brief = try brief(returning)
    let json = BriefJSON().text(of: brief)
    #expect(json.hasPrefix("{\n  \"schemaVersion\": 1"))
    for phrase in brief.everything {
      #expect(json.contains(phrase.replacing("\"", with: "\\\"")), "\(phrase)")
    }
  }

  @Test func sheetsHoldEveryWordOfTheBrief() throws {
    let brief = try brief(returning)
    let sheets = try BriefSheets(measurer: Renderer.graphviz.engines.measurer).sheets(of: brief)
    #expect(sheets.count >= brief.pages.count)
    var words = ""
    for sheet in sheets {
      sheet.picture.forEachLeaf { element in
        guard case .text(let line) = element else { return }
        words += line.text.replacing("-", with: "")
        let box = line.box(in: sheet.picture.theme)
        #expect(box.x >= 40 && box.maxX <= sheet.picture.width - 40, "\(line.text)")
        #expect(box.maxY <= sheet.picture.height - 20, "\(line.text)")
      }
    }
    words.removeAll { $0.isWhitespace }
    for phrase in brief.everything {
      let plain = phrase.filter { !$0.isWhitespace && $0 != "-" }
      #expect(words.contains(plain), "\(phrase)")
    }
  }

  @Test func whatDocumentsSayStaysText() throws {
    let html = String(
      decoding: BriefHTML().bytes(of: try brief(Self.hostile)), as: UTF8.self)
    for bad in ["<script", "<img", "onerror=alert(1)>", "<b>*bold", "\u{7}", "\u{202E}"] {
      #expect(!html.contains(bad), "\(bad)")
    }
    #expect(html.contains("&lt;script&gt;"))
    #expect(html.contains("<blockquote dir=\"auto\""))
    let sheets = try BriefSheets(measurer: Renderer.graphviz.engines.measurer)
      .sheets(of: try brief(Self.hostile))
    for sheet in sheets {
      sheet.picture.forEachLeaf { element in
        guard case .text(let line) = element else { return }
        #expect(!line.text.contains("\u{202E}") && !line.text.contains("\u{7}"))
      }
    }
    // An escaped character is text; what is left would be markup.
    let markdown = BriefMarkdown().text(of: try brief(Self.hostile))
      .replacing(/\\./, with: "")
    #expect(!markdown.contains("<script"))
    #expect(!markdown.contains("[x](javascript"))
    #expect(!markdown.contains("<b>") && !markdown.contains("<img"))
  }

  @Test func htmlIsWellFormed() throws {
    var brief = try brief(returning, Self.hostile)
    try brief.draw { content in
      guard case .map(let id, let marked) = content else { return nil }
      let source = try journey(id == "returning" ? returning : Self.hostile)
      let subject = Subject(journey: source.journey, analysis: source.analysis)
      let map = try Renderer.graphviz.picture(
        of: subject, view: MapView(),
        options: BriefMap.options(theme: .light, stretch: Set(source.journey.touchpoints.map(\.id)))
      )
      return BriefMap.marked(map, marked)
    }
    let html = String(decoding: BriefHTML().bytes(of: brief), as: UTF8.self)
    var open: [Substring] = []
    for tag in html.matches(of: /<(\/?)([a-zA-Z0-9]+)([^>]*)>/) {
      let name = tag.output.2
      if ["meta", "link", "br"].contains(name) || tag.output.3.hasSuffix("/") { continue }
      if tag.output.1.isEmpty { open.append(name) } else { #expect(open.popLast() == name) }
    }
    #expect(open.isEmpty)
    let ids = html.matches(of: /\sid="([^"]*)"/).map(\.output.1)
    #expect(Set(ids).count == ids.count)
    for use in html.matches(of: /(?:href="#|url\(#|labelledby="|describedby=")([^")]+)/) {
      #expect(ids.contains(use.output.1), "\(use.output.1)")
    }
    #expect(!html.contains(" src=\"") && !html.contains("href=\"http"))
    #expect(html.contains("default-src &#39;none&#39;; style-src &#39;sha256-"))
  }

  @Test func aMarkedMapFramesTheOwnersCards() throws {
    let source = try journey(returning)
    let subject = Subject(journey: source.journey, analysis: source.analysis)
    let map = try Renderer.graphviz.picture(
      of: subject, view: MapView(),
      options: BriefMap.options(theme: .light, stretch: Set(source.journey.touchpoints.map(\.id))))
    func frames(_ picture: Picture) -> Int {
      var count = 0
      picture.forEachLeaf { element in
        if case .shape(let shape) = element, case .rect = shape.geometry,
          shape.stroke?.paint == .role(.ink)
        {
          count += 1
        }
      }
      return count
    }
    #expect(frames(map) == 0)
    #expect(frames(BriefMap.marked(map, ["find", "drop"])) == 2)
  }

  /// The text that a browser shows, its white space as one space.
  static func text(ofHTML html: String) -> String {
    var text = html.replacing(/<style>[^<]*<\/style>/, with: "").replacing(/<[^>]*>/, with: "")
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.replacing(entity, with: character)
    }
    return text
  }

  /// A phrase as HTML can hold it.
  static func plain(_ phrase: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in phrase.unicodeScalars {
      switch scalar.value {
      case 0x202A...0x202E, 0x2066...0x2069: continue
      case 0x09, 0x0A: scalars.append(scalar)
      case 0..<0x20, 0x7F..<0xA0: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
