import JourneyBriefs
import JourneyGuardrails
import JourneyKit
import JourneyTestSupport
import Testing

/// What holds for the brief of any journeys.
@Suite struct BriefLawTests {
  /// Random journeys, some of whose touchpoints have owners.
  static func portfolio(_ seed: UInt64) throws -> [Estimates] {
    var numbers = SeededGenerator(seed: seed)
    let owners = [nil, "Ada", "Ben", " ben ", "منى", "x@y.example"]
    return try (0..<4).map { index in
      var journey = RandomJourney.make(seed: seed &* 31 &+ UInt64(index))
      journey.hotspots.weight = weight(seed)
      for place in journey.touchpoints.indices {
        journey.touchpoints[place].owner = owners.randomElement(using: &numbers) ?? nil
      }
      return try journey.estimated(asOf: day)
    }
  }

  /// How much distress weighs beside loss in the journeys of a seed.
  static func weight(_ seed: UInt64) -> Double { seed.isMultiple(of: 3) ? 0.5 : 1 }

  static let seeds: [UInt64] = Array(1...12)

  /// The tables of a page, by the first of their columns.
  static func tables(_ page: Brief.Page, _ first: String) -> [Brief.Table] {
    page.sections.flatMap(\.blocks).compactMap { block in
      if case .table(let table) = block, table.columns.first?.title == first { table } else { nil }
    }
  }

  @Test(arguments: seeds) func everyHotspotStandsOnAPageOfWhoeverOwnsIt(seed: UInt64) throws {
    let journeys = try Self.portfolio(seed)
    let brief = Brief(BriefSources(journeys, asOf: day))
    for member in journeys {
      for hotspot in member.analysis.hotspots.hotspots where hotspot.kind != nil {
        let owner = member.journey.touchpoints.first { $0.id == hotspot.touchpoint }?.owner
        let name = owner.flatMap(Brief.ownerName)
        let page = brief.pages.first { page in
          name.map { page.reader.owner?.lowercased() == $0.lowercased() }
            ?? (page.reader == .nobody)
        }
        #expect(page != nil, "seed \(seed): \(hotspot.touchpoint) of \(owner ?? "nobody")")
      }
    }
  }

  @Test(arguments: seeds) func hotspotsHeatAndRequestsAddUp(seed: UInt64) throws {
    let brief = Brief(BriefSources(try Self.portfolio(seed), asOf: day))
    let whole = try #require(brief.pages.first)
    let owners = try #require(Self.tables(whole, "Owner").first { $0.columns.count == 6 })
    // Every hotspot is somebody's or nobody's, and counted once.
    let hotspots = whole.figures.first { $0.label.plain.hasPrefix("hotspot") }?.value ?? 0
    let counted = owners.rows.reduce(0) { $0 + ($1[2].value ?? 0) }
    #expect(counted == hotspots, "seed \(seed)")
    for row in owners.rows {
      let page = try #require(brief.pages.first { $0.id == row[0].page })
      #expect(row[4].value == Double(page.asked))
      let own = page.figures.first { $0.label.plain.hasPrefix("hotspot") }?.value ?? 0
      #expect(row[2].value == own, "seed \(seed): \(page.id)")
      let table = Self.tables(page, "Touchpoint").first { $0.columns.count == 7 }
      guard let table, table.note == nil, let heat = row[3].value else { continue }
      let sum = table.rows.reduce(0) { $0 + ($1[2].value ?? 0) }
      #expect(abs(sum - heat) < 1e-6 * max(1, heat), "seed \(seed): \(page.id)")
    }
  }

  @Test(arguments: seeds) func heatIsLostPlusDistress(seed: UInt64) throws {
    let brief = Brief(BriefSources(try Self.portfolio(seed), asOf: day))
    let weight = Self.weight(seed)
    for page in brief.pages where page.reader != .everyone {
      let tables = Self.tables(page, "Touchpoint").filter { $0.columns.count == 7 }
      let said = weight == 1 ? "lost plus distress," : "lost plus 0.5 times distress,"
      // Without any flow there is no heat to explain.
      #expect(
        tables.allSatisfy { table in
          table.caption.plain.contains(said) || table.rows.allSatisfy { $0[2].value == nil }
        })
      for row in tables.flatMap(\.rows) {
        guard let heat = row[2].value, let lost = row[3].value, let distress = row[4].value,
          heat > 0
        else { continue }
        #expect(
          abs(heat - lost - weight * distress) < 1e-6 * max(1, heat),
          "seed \(seed): \(row[0].text.plain)")
      }
    }
  }

  @Test(arguments: seeds) func everyNumberOfAHeadlineStandsBelowIt(seed: UInt64) throws {
    let brief = Brief(BriefSources(try Self.portfolio(seed), asOf: day))
    for page in brief.pages {
      var below = Set<Substring>()
      for text in page.figures.map(\.text) + page.sections.flatMap(\.blocks).flatMap(\.everything) {
        below.formUnion(text.matches(of: /[0-9][0-9,.]*[0-9]|[0-9]/).map(\.output))
      }
      for run in page.headline.runs {
        guard case .strong(let text) = run else { continue }
        for number in text.matches(of: /[0-9][0-9,.]*[0-9]|[0-9]/).map(\.output) {
          #expect(below.contains(number), "seed \(seed), \(page.id): \(page.headline.plain)")
        }
      }
    }
  }

  @Test(arguments: seeds) func nothingSaysHowACommandIsCalled(seed: UInt64) throws {
    let said = Brief(BriefSources(try Self.portfolio(seed), asOf: day), owners: nil).everything
    #expect(!said.contains { $0.contains("journey check") || $0.contains("journey hotspots") })
  }

  @Test func noHotspotIsNeverAllSure() throws {
    let calm = "format: 1\njourney: A\ntouchpoints:\n  one: {name: One, owner: Ada, "
    for (felt, figure) in [
      ("felt: {mean: 1, n: 50}}\n", "0 hotspots"),
      ("wait: 1d}\n", "– hotspots: no feeling is known"),
    ] {
      for page in try brief(calm + felt).pages {
        let figures = page.figures.map { "\($0.text) \($0.label.plain)" }
        #expect(figures.contains(figure), "\(figures)")
      }
    }
  }

  @Test func whatFailsAndNobodyOwnsHasAPage() throws {
    let owned = returning.replacing("felt: -1\n", with: "felt: -1\n    owner: Ben\n")
    let failing = Finding(
      "min-completion", journey: "returning", "completion 68%, at least 90% wanted",
      at: DocumentPath())
    let made = Brief(
      BriefSources([try journey(owned)], asOf: day, findings: [failing], hasPolicy: true))
    let page = try #require(made.pages.last)
    #expect(page.reader == .nobody)
    #expect(page.scope.plain == "1 failing guardrail without an owner in Returning shoes")
    #expect(
      page.headline.plain
        == "Find somebody who answers for 1 failing guardrail, first Returning shoes: completion "
        + "68%, at least 90% wanted.")
    #expect(page.asked == 1)
  }

  @Test func addressesInNamesAndTitlesAreBlackedOut() throws {
    let leaky = returning.replacing("Returning shoes", with: "Returning shoes (kim@example.org)")
      .replacing("name: Find the form", with: "name: Mail form@example.org")
      .replacing("owner: Ada", with: "owner: Ada <ada@example.org>")
      .replacing("name: Karl", with: "name: Karl +49 30 901820")
    let sources = BriefSources([try journey(leaky)], asOf: day)
    let made = Brief(sources)
    let said = made.everything + [BriefJSON().text(of: made)]
    #expect(!said.contains { $0.contains("@example.org") || $0.contains("901820") })
    #expect(made.pages.compactMap(\.reader.owner).contains("Ada"))
    // What is drawn is drawn from the same journeys.
    #expect(sources.journeys.allSatisfy { !$0.journey.title.contains("@") })
    // An owner who is an address and no more is told apart by its beginning.
    let bare = returning.replacing("owner: Ada", with: "owner: ada@example.org")
    #expect(try brief(bare, owners: ["ada@example.org"]).pages.map(\.title.plain) == ["ada"])
  }

  @Test func aQuoteHasNobodysFeelingButTheSpeakers() throws {
    // What is felt there is what all feel, and no document says what the speaker felt.
    let html = String(
      decoding: BriefHTML().bytes(of: try brief(returning)), as: UTF8.self)
    for quote in html.matches(of: /<figure class="quote">.*?<\/figure>/.dotMatchesNewlines()) {
      #expect(!quote.output.contains("class=\"face"))
    }
  }

  @Test func theMapIsTheOwnersStretchInLettersThatCanBeRead() throws {
    let touchpoints = (1...20).map {
      "  t\($0): {name: Step \($0), felt: {mean: -1, n: 9}\($0 == 12 ? ", owner: Ada" : "")}\n"
    }.joined()
    let flow =
      "flow:\n  start -> t1: 100\n" + (1..<20).map { "  t\($0) -> t\($0 + 1): 100\n" }.joined()
      + "  t20 -> completed: 100\n"
    let source = try journey("format: 1\njourney: A\ntouchpoints:\n" + touchpoints + flow)
    let stretch = BriefMap.stretch(
      of: source.journey, around: ["t12"], analysis: source.analysis)
    #expect(stretch == ["t9", "t10", "t11", "t12", "t13", "t14", "t15"])
    let map = BriefMap.marked(
      try Renderer.graphviz.picture(
        of: Subject(journey: source.journey, analysis: source.analysis), view: MapView(),
        options: BriefMap.options(theme: .light, stretch: stretch)), ["t12"])
    var smallest = Double.infinity
    var names: [String] = []
    map.forEachLeaf { element in
      guard case .text(let line) = element else { return }
      smallest = min(smallest, map.theme.style(line.role).size * line.scale)
      names.append(line.text)
    }
    #expect(names.contains("Step 12") && !names.contains("Step 16"))
    // Between the margins of Letter, 26 mm in all, in points.
    let measure = (215.9 - 26) / 25.4 * 72
    #expect(smallest * measure / map.width >= 6.5)
    // Low enough to stand among words.
    #expect(map.height < 0.45 * map.width)
  }

  @Test func everyHotspotThatIsDrawnIsRinged() throws {
    // More hotspots than other pictures ring, all in one stretch.
    let touchpoints = (1...7).map {
      "  t\($0): {name: Step \($0), felt: {mean: -2, n: 90, sd: 0.2}, owner: Ada}\n"
    }.joined()
    let flow =
      "flow:\n  start -> t1: 100\n" + (1..<7).map { "  t\($0) -> t\($0 + 1): 100\n" }.joined()
      + "  t7 -> completed: 100\n"
    let source = try journey("format: 1\njourney: A\ntouchpoints:\n" + touchpoints + flow)
    let hot = source.analysis.hotspots.hotspots.filter { $0.kind != nil }
    let stretch = BriefMap.stretch(
      of: source.journey, around: hot.map(\.touchpoint), analysis: source.analysis)
    let map = try Renderer.graphviz.picture(
      of: Subject(journey: source.journey, analysis: source.analysis), view: MapView(),
      options: BriefMap.options(theme: .light, stretch: stretch))
    var rings = 0
    map.forEachLeaf { element in
      guard case .shape(let shape) = element, shape.stroke?.paint == .role(.ring),
        case .circle(_, let radius) = shape.geometry, radius > 15
      else { return }
      rings += 1
    }
    #expect(hot.count == 7)
    #expect(rings == 7)
  }

  @Test func whatRunsFromRightToLeftTurnsNothingAroundIt() throws {
    let arabic = returning.replacing("Find the form", with: "حجز موعد")
      .replacing("owner: Ada", with: "owner: منى")
    let made = try brief(arabic, owners: ["منى"])
    let sheets = try BriefSheets(measurer: Renderer.graphviz.engines.measurer).sheets(of: made)
    var lines: [TextLine] = []
    for sheet in sheets {
      sheet.picture.forEachLeaf { if case .text(let line) = $0 { lines.append(line) } }
    }
    // A name alone stands where every other name does.
    let title = try #require(lines.first { $0.role == .title })
    #expect(title.text == "منى" && title.anchor == .left && title.origin.x < 60)
    // Within a sentence it stands in an isolate, closed on the same line.
    for line in lines where line.text.contains("حجز") && line.text.contains(/[a-z]/) {
      #expect(line.direction == .leftToRight, "\(line.text)")
      #expect(line.text.contains("\u{2068}حجز"), "\(line.text)")
      let open = line.text.unicodeScalars.count { $0 == "\u{2068}" }
      #expect(open == line.text.unicodeScalars.count { $0 == "\u{2069}" })
    }
    let markdown = BriefMarkdown().text(of: made)
    #expect(markdown.contains("\u{2068}حجز موعد\u{2069}"))
    #expect(markdown.contains("## منى\n"))
  }
}
