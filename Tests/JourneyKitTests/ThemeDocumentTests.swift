import Foundation
import JourneyDiagrams
import JourneyFormats
import JourneyKit
import JourneyModel
import Testing

/// Exact texts of diagnostics about theme files, kept beside the inputs that cause them; recorded
/// with `RECORD_GOLDENS=1` as those of journey documents.
@Suite("Theme files")
struct ThemeDocumentTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Inputs/themes")

  static let inputs: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.sorted()
  }()

  private func document(_ text: String, logo: String = "") -> ThemeDocument {
    ThemeDocument(bytes: Array(text.utf8), name: "brand.yaml") { _ in Array(logo.utf8) }
  }

  @Test("are told exactly what is wrong with them", arguments: inputs)
  func texts(_ input: String) throws {
    let document = try ThemeDocument(path: Self.folder.appendingPathComponent(input).path)
    let source = SourceText(name: input, text: document.source.text)
    let text = DiagnosticFormatter().text(for: document.diagnostics, in: source)
      .replacing(Self.folder.path + "/", with: "")
    let golden = Self.folder.appendingPathComponent(input + ".txt")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try Data(text.utf8).write(to: golden)
      Issue.record("recorded \(golden.lastPathComponent); read it, then run without RECORD_GOLDENS")
      return
    }
    #expect(text == String(decoding: try Data(contentsOf: golden), as: UTF8.self))
    #expect((document.theme == nil) == document.diagnostics.containsErrors)
    for diagnostic in document.diagnostics {
      #expect(diagnostic.fix != nil && diagnostic.range != nil)
      #expect(!diagnostic.summary.hasSuffix("."))
    }
  }

  @Test("change what they say and nothing else")
  func overrides() throws {
    let text = """
      base: dark
      fonts:
        families: [Atkinson Hyperlegible, Arial]
        sizes: {title: 40}
        weights: {body: 500}
      colors: {ink-soft: "#C0CAD8", card: "#123"}
      ramp: {best: "#4f9cf5"}
      """
    let document = document(text)
    #expect(document.diagnostics == [])
    let theme = try #require(document.theme)
    #expect(theme.name == "brand")
    #expect(theme.families == ["Atkinson Hyperlegible", "Arial", "sans-serif"])
    #expect(theme.style(.title).size == 40)
    #expect(theme.style(.title).families == theme.families)
    #expect(theme.style(.body).weight == .medium)
    #expect(theme.color(.inkSoft) == 0xc0cad8)
    #expect(theme.color(.card) == 0x112233)
    #expect(theme.ramp.stops[4] == 0x4f9cf5)
    #expect(theme.color(.paper) == Theme.dark.color(.paper))
    #expect(theme.style(.note).size == Theme.dark.style(.note).size)
    #expect(theme.ribbonOpacity == Theme.dark.ribbonOpacity)
  }

  @Test("leave a built-in theme as it is when they say nothing", arguments: Theme.all)
  func bases(theme: Theme) throws {
    var made = try #require(document("base: \(theme.name)\n").theme)
    made.name = theme.name
    #expect(made == theme)
  }

  @Test("suggest colours that pass")
  func suggestions() throws {
    let faint = document("colors: {ink-soft: \"#b0b8c4\", band: \"#dde3ea\"}\n")
    let diagnostic = try #require(faint.diagnostics.first)
    #expect(faint.diagnostics.count == 1)
    #expect(diagnostic.id == "low-contrast")
    let fix = try #require(diagnostic.fix)
    let color = try #require(fix.split(separator: "\"").last { $0.hasPrefix("#") })
    let mended = document("colors: {ink-soft: \"\(color)\", band: \"#dde3ea\"}\n")
    #expect(mended.diagnostics == [])
  }

  @Test("bring a logo, bounded in size")
  func logo() throws {
    let svg = """
      <?xml version="1.0"?><!-- made by hand --><svg xmlns="http://www.w3.org/2000/svg"
        viewBox="0 0 300 100"><style>.a{fill:url(#g)}</style><defs><linearGradient id="g"/></defs>
        <use href="#x"/><path class="a" id="x" d="M0 0h10"/></svg>
      """
    let text = "logo: {file: logo.svg, height: 50, title: ACME}\n"
    let theme = try #require(document(text, logo: svg).theme)
    let logo = try #require(theme.logo)
    #expect((logo.width, logo.height, logo.title) == (150, 50, "ACME"))
    #expect(logo.format == .svg)
    let wide = svg.replacing("0 0 300 100", with: "0 0 4800 100")
    #expect(document(text, logo: wide).theme?.logo?.width == 480)
  }

  @Test(
    "refuse a logo that does or brings in anything",
    arguments: [
      "<script>1</script>", "<s:script xmlns:s='http://www.w3.org/2000/svg'/>",
      "<foreignObject/>", "<g onload='x()'/>", "<g ONCLICK='x()'/>",
      "<image href='http://a/b.png'/>",
      "<image xlink:href='b.png'/>", "<use href='other.svg#x'/>", "<a href='javascript:x()'/>",
      "<image href='data:image/svg+xml;base64,AAAA'/>", "<style>@import 'a.css';</style>",
      "<style>.a{fill:url(http://a/b)}</style>", "<path style='fill:url(//a/b)'/>",
      "<path fill='url( &quot;http://a/b&quot;)'/>", "<style>.a{fill:u\\72l(http://a)}</style>",
      "<path style='fill:&#117;rl(http://a)'/>", "<set attributeName='href' to='http://a'/>",
      "<text>ACME</text>", "<s:text xmlns:s='http://www.w3.org/2000/svg'>A</s:text>",
      "<animate attributeName='href' values='http://a'/>", "<iframe src='http://a'/>",
      "<style><![CDATA[@import url(http://a);]]></style>",
      "<style>.a{fill:u<!-- -->rl(http://a)}</style>",
      "<style>.a{fill:u<![CDATA[rl(http://a)]]>}</style>", "<?xml-stylesheet href='a.css'?>",
      "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", "<g", "</g>", "<g a=b/>",
    ])
  func hostileLogos(_ part: String) {
    let svg = "<svg viewBox='0 0 30 10'>" + part + "</svg>"
    let document = document("logo: {file: logo.svg}\n", logo: svg)
    #expect(document.theme == nil)
    #expect(document.diagnostics.map(\.id) == ["bad-logo"])
  }

  @Test(
    "refuse a logo that is none",
    arguments: [
      "", "hello", "<html></html>", "GIF89a", "\u{89}PNG", "<svg></svg>",
      "<svg width='0' height='9'/>",
    ])
  func noLogos(_ bytes: String) {
    let document = document("logo: {file: logo.svg}\n", logo: bytes)
    #expect(document.diagnostics.map(\.id) == ["bad-logo"])
  }

  @Test("draw their logo into every picture")
  func drawn() throws {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 10'/>"
    let theme = try #require(document("logo: {file: l.svg, title: A & B}\n", logo: svg).theme)
    var journey = Journey(id: "j", title: "J")
    journey.touchpoints = [Touchpoint(id: "one")]
    let subject = Subject(journey: journey, analysis: try journey.analyzed(asOf: .epoch))
    for view in ViewList.all {
      let bytes = try Renderer.graphviz.svg(
        of: subject, view: view, options: DrawingOptions(theme: theme))
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("data:image/svg+xml;base64,"))
      #expect(text.contains("A &amp; B"))
      #expect(text.contains("class=\"jk jk-brand\""))
    }
  }
}
