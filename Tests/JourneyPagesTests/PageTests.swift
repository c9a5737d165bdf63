import Foundation
import JourneyKit
import JourneyTestSupport
import TextSupport
import Testing

@testable import JourneyPages

@Suite("The page as a file")
struct PageTests {
  @Test("is the same every time")
  func deterministic() throws {
    let presentation = try PageSample.presentation(PageSample.journey())
    #expect(PageSample.page(presentation) == PageSample.page(presentation))
  }

  @Test("fills every gap of its skeleton, with words where words are due")
  func gaps() throws {
    let page = PageSample.page(try PageSample.presentation(PageSample.journey()))
    #expect(!page.contains("{{"))
    let filled: Set = [
      "language", "direction", "policy", "title", "colors", "style", "script", "data", "pictures",
    ]
    for gap in PageSample.parts(of: PageMarkup.text, from: "{{", to: "}}")
    where !filled.contains(gap) {
      #expect(PageMarkup.phrase(gap, in: Words.english.page) != gap, "no words for \(gap)")
    }
  }

  @Test("holds every view for everybody and each persona, one in sight and the others waiting")
  func pictures() throws {
    let page = PageSample.page(try PageSample.presentation(PageSample.journey()))
    #expect(
      PageSample.parts(of: page, from: "<template ", to: ">").count == ViewList.all.count * 3 - 1)
    #expect(page.components(separatedBy: "<div class=\"picture\"").count == 2)
    let ids = PageSample.parts(of: page, from: " id=\"", to: "\"")
    #expect(ids.count == Set(ids).count)
  }

  @Test("names script and styles by their hashes, and lets nothing else happen")
  func policy() throws {
    let page = PageSample.page(try PageSample.presentation(PageSample.journey()))
    let policy = try #require(
      PageSample.parts(
        of: page, from: "http-equiv=\"Content-Security-Policy\" content=\"", to: "\""
      ).first?.replacing("&#39;", with: "'"))
    func hash(_ text: String) -> String {
      "'sha256-\(Base64.text(of: SHA256.digest(Array(text.utf8))))'"
    }
    let script = try #require(
      PageSample.parts(of: page, from: "<script type=\"module\">", to: "</script>").first)
    let styles = PageSample.parts(of: page, from: "<style>", to: "</style>")
    #expect(styles.count == 2)
    #expect(
      policy.components(separatedBy: "; ") == [
        "default-src 'none'", "script-src \(hash(script))",
        "style-src \(styles.map(hash).joined(separator: " "))", "img-src data:",
        "connect-src 'none'", "base-uri 'none'", "form-action 'none'",
        "require-trusted-types-for 'script'", "trusted-types 'none'",
      ])
    // What such a policy would refuse must not be there.
    #expect(!page.contains(" style=\""))
    #expect(!page.contains("innerHTML"))
  }

  @Test("connects nowhere as a file, and to its own server when it is live")
  func modes() throws {
    let presentation = try PageSample.presentation(PageSample.journey(), views: [MapView()])
    let live = PageSample.page(presentation, mode: .live)
    #expect(live.contains("connect-src &#39;self&#39;"))
    #expect(try PageSample.data(of: live)["mode"] as? String == "live")
    #expect(try PageSample.data(of: PageSample.page(presentation))["mode"] as? String == "file")
  }

  @Test("has the colours of the theme", arguments: Theme.all)
  func colors(theme: Theme) throws {
    let page = PageSample.page(
      try PageSample.presentation(PageSample.journey(), views: [MapView()], theme: theme))
    #expect(page.contains("--paper: \(theme.color(.paper).hex);"))
    #expect(page.contains("color-scheme: \(theme.name == "dark" ? "dark" : "light")"))
  }

  @Test("keeps text of a document text, whatever it says", arguments: Hostile.texts)
  func hostile(text: String) throws {
    let journey = Hostile.journey(text)
    let page = PageSample.page(try PageSample.presentation(journey))
    // The only ends of elements that could run are the page's own, whatever stands between.
    #expect(page.lowercased().components(separatedBy: "</script").count == 3)
    #expect(page.lowercased().components(separatedBy: "<script").count == 3)
    #expect(page.components(separatedBy: "<style").count == 3)
    #expect(!page.contains("<img") && !page.contains("<!--") && !page.contains("<base"))
    let data = PageSample.parts(of: page, from: "id=\"data\">", to: "</script>")
    #expect(data.count == 1 && !data[0].contains("\u{2028}") && !data[0].contains("<"))
    // And it arrives whole where it is told.
    let card = try PageSample.card("a", in: PageSample.set("", of: page))
    #expect(card["name"] as? String == text)
    #expect((card["pains"] as? [String]) == [text])
  }

  @Test("is well formed for random journeys", arguments: SeededGenerator.seeds(6))
  func random(seed: UInt64) throws {
    let journey = RandomJourney.make(seed: seed)
    let presentation = try PageSample.presentation(journey, views: [MapView()])
    let page = PageSample.page(presentation)
    let sets = try #require(PageSample.data(of: page)["sets"] as? [[String: Any]])
    #expect(sets.count == journey.personas.count + 1)
    for set in sets {
      let cards = try #require(set["cards"] as? [[String: Any]])
      let stages = try #require(set["stages"] as? [[String: Any]])
      let walked = stages.flatMap { $0["touchpoints"] as? [String] ?? [] }
      #expect(walked.sorted() == cards.compactMap { $0["id"] as? String }.sorted())
      for tour in ["hotspots", "gaps"] {
        let ids = try #require(set[tour] as? [String])
        #expect(Set(ids).isSubset(of: walked))
        #expect(ids.count == Set(ids).count)
      }
    }
  }
}

/// Documents that try to become more than text.
enum Hostile {
  static let texts = [
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)",
    "\"><svg onload=alert(1)>", "<!-- <script>", "]]><base href=//x>", "</title></template></svg>",
    "{{script}}", "\\u003c/script>\u{2028}\u{2029}", "&lt;script&gt;", "' onfocus='alert(1)",
    "</style><style>*{}",
  ]

  /// A journey that says a text wherever it can.
  static func journey(_ text: String) -> Journey {
    var journey = Journey(id: "hostile", title: text)
    journey.customers = text
    journey.personas = [Persona(id: "p", name: text, about: text)]
    journey.channels = [Channel(id: "c", name: text, kind: .digital)]
    journey.stages = [Stage(text)]
    var touchpoint = Touchpoint(
      id: "a", name: text, stage: StageID(text), channel: "c",
      felt: .everyone(Score(mean: -1, n: 20, sd: 1)), owner: text)
    touchpoint.pains = [text]
    touchpoint.gains = [text]
    touchpoint.backstage = [text]
    touchpoint.quotes = [.init(text, persona: "p")]
    journey.touchpoints = [touchpoint]
    journey.decisions = [Decision(insight: text, about: "a", decision: text, owner: text)]
    journey.evidence = [Evidence(about: "a", method: .survey, n: 20, source: text)]
    return journey
  }
}
