import JourneyBriefs
import JourneyKit
import Testing

@Suite struct OwnerPageTests {
  @Test func everyOwnerHasAPageTheHottestFirstAndNobodyLast() throws {
    let pages = try brief(returning).pages
    #expect(pages.map(\.id) == ["portfolio", "brief-ada", "brief-ben", "nobody"])
    #expect(pages.map(\.reader) == [.everyone, .owner("Ada"), .owner("Ben"), .nobody])
    let owned = returning.replacing("felt: -1\n", with: "felt: -1\n    owner: Ben\n")
    #expect(try brief(owned).pages.map(\.id) == ["portfolio", "brief-ada", "brief-ben"])
  }

  @Test func headlineSaysWhatIsOverdue() throws {
    let page = try #require(try brief(returning).page(of: "Ada"))
    #expect(
      page.headline.plain
        == "Decide now: Put the form into the box. It was due 20\u{A0}Sep\u{A0}2026, 10 days ago.")
    #expect(page.isUrgent)
    #expect(page.asked == 1)
    #expect(page.scope.plain == "answers for 1 touchpoint in Returning shoes")
  }

  @Test func asksForADecisionWhereAHotspotHasNone() throws {
    let none = returning.replacing("status: open\n    due: 2026-09-20", with: "status: rejected")
    #expect(none != returning)
    let page = try #require(try brief(none).page(of: "Ada"))
    let asks = page.sections.flatMap(\.blocks).compactMap { block -> [Brief.Ask]? in
      if case .asks(let asks) = block { asks } else { nil }
    }.joined()
    #expect(asks.map(\.what.plain) == ["Decide what comes next at Find the form"])
    #expect(asks.map(\.by.plain) == ["no date set"])
    #expect(asks.first?.reasons.last?.plain == "Turned down: Put the form into the box")
  }

  @Test func quotesNeedConsentAndLeadToNobody() throws {
    let said = try brief(returning).everything
    #expect(said.contains("I gave up twice."))
    #expect(said.contains("Where is it?"))
    #expect(!said.contains { $0.contains("901820") || $0.contains("Never again") })
    #expect(
      said.contains(
        "1 kept back, the customer did not agree; 1 kept back for an e-mail address or telephone "
          + "number."))
    #expect(said.contains("Find the form · consent not recorded"))
  }

  @Test func costsAreCountedAndValued() throws {
    let said = try brief(returning, owners: ["Ada"]).everything
    #expect(
      said.contains(
        "Of 500 buyers who started Returning shoes, 150 left at Find the form (30%); at 60.00 "
          + "for each who completes that is up to 9,000.00."))
    #expect(
      said.contains(
        "If nobody left at Find the form and they went on as the others do, 291 more of every "
          + "1,000 would complete (68% → 97%)."))
  }

  @Test func tellsWhetherADecisionWorked() throws {
    let said = try brief(returning, owners: ["Ben"]).everything
    #expect(said.contains("A counter of its own"))
    #expect(said.contains("better"))
    #expect(said.contains { $0.hasPrefix("Drop it at the shop: felt +1.4 by 50 asked") })
    #expect(said.contains("Nothing waits to be decided. Keep Drop it at the shop as it is."))
  }

  @Test func unknownIsNeverNothing() throws {
    let bare = """
      format: 1
      journey: A guess
      touchpoints:
        one: {name: One, felt: -2, owner: Ada}
        two: {name: Two, owner: Ada}

      """
    let page = try #require(try brief(bare).page(of: "Ada"))
    #expect(
      page.headline.plain
        == "Decide what to do about One: it feels bad, and how many it meets is not known, and "
        + "nothing is decided.")
    let figures = page.figures.map { "\($0.text) \($0.label.plain)" }
    #expect(figures.contains("– customers lost: not counted"))
    #expect(figures.contains("2 of 2 touchpoints never measured"))
    #expect(!page.sections.contains { $0.title == "What it costs" })
  }

  @Test func findingsAndWaivedHeatStandOnTheOwnersPage() throws {
    let source = try journey(returning)
    var waiver = Waiver(.maxHeat)
    waiver.tradedFor = .cost
    waiver.by = "Ada"
    waiver.approvedBy = "Mei"
    waiver.why = "The shop closes"
    waiver.until = CalendarDate("2026-12-24")
    var waived = Finding(
      "max-heat", .waived, journey: "returning", touchpoint: "find", "too hot", at: DocumentPath())
    waived.owners = ["Ada"]
    waived.waiver = waiver
    var failing = Finding(
      "max-gap", journey: "returning", touchpoint: "find", "too far apart", fix: "look again",
      at: DocumentPath())
    failing.owners = ["Ada"]
    let sources = BriefSources(
      [source], asOf: day, findings: [waived, failing], hasPolicy: true)
    let said = Brief(sources).everything
    let heat = try #require(
      source.analysis.hotspots.hotspots.first { $0.touchpoint == "find" }?.heat)
    #expect(said.contains("Find the form: too far apart"))
    #expect(said.contains("cost"))
    // On the owner's page, and with the owner on that of all journeys.
    let terms =
      " (max-heat); asked for by Ada; approved by Mei; until 24\u{A0}Dec\u{A0}2026; why: The shop closes"
    #expect(said.contains("Waived: Find the form: too hot" + terms))
    #expect(said.contains("Waived: Find the form: too hot; owner Ada" + terms))
    #expect(said.contains { $0.replacing(",", with: "") == "\(Int(heat.rounded()))" })
    #expect(said.contains("No guardrail fails here."))
    #expect(said.contains("1 guardrail finding fails, 1 waived in the open."))
  }

  @Test func aFindingOfSeveralOwnersStandsOnThePageOfEach() throws {
    var maze = Finding(
      "no-maze", journey: "returning", touchpoint: "find", "round and round", at: DocumentPath())
    maze.alsoAbout = ["drop"]
    maze.owners = ["Ada", " Ben", "Ben"]
    let made = Brief(
      BriefSources([try journey(returning)], asOf: day, findings: [maze], hasPolicy: true))
    for owner in ["Ada", "Ben"] {
      let said = try #require(made.page(of: owner)).sections.flatMap(\.blocks).flatMap(\.everything)
      #expect(said.count { $0.hasPrefix("Find the form: round and round") } == 1, "\(owner)")
    }
    #expect(Set(made.pages.compactMap(\.reader.owner)) == ["Ada", "Ben"])
  }

  @Test func aPageKeepsItsNameWhateverTheFiguresSay() throws {
    func pages(_ first: Double, _ second: Double) throws -> [String: String] {
      let made = try brief(
        """
        format: 1
        journey: Names
        id: names
        touchpoints:
          a: {name: A, owner: 渡辺, felt: \(first)}
          b: {name: B, owner: "Ольга П.", felt: \(second)}
          c: {name: C, owner: "Ada B.", felt: \(first)}
          d: {name: D, owner: "Ada-B", felt: \(second)}
          e: {name: E, owner: "José", felt: 1}
        """)
      return made.pages.reduce(into: [:]) { $0[$1.reader.owner ?? ""] = $1.id }
    }
    let found = try pages(-1, -2)
    #expect(found["渡辺"] == "brief-渡辺")
    #expect(found["Ольга П."] == "brief-ольга-п")
    #expect(found["José"] == "brief-jose")
    #expect(Set([found["Ada B."], found["Ada-B"]]) == ["brief-ada-b", "brief-ada-b-2"])
    #expect(try pages(-2, -1) == found)
  }

  @Test func withoutFlowThereIsNoHotspot() throws {
    let said = try brief(
      """
      format: 1
      journey: No flow
      id: nf
      touchpoints:
        a: {name: A, felt: -1, believed: 1}
        b: {name: B, felt: 1}
      """
    ).everything
    #expect(said.contains("Find an owner for 1 touchpoint that hurts"))
    #expect(said.contains("Most painful over all journeys"))
    #expect(!said.contains { $0.contains("1 hotspot") || $0 == "hotspot" })
  }

  @Test func anOwnerSpeltInTwoWaysHasOnePage() throws {
    let other = returning.replacing("owner: Ada", with: "owner: '  ADA '")
    #expect(other != returning)
    let made = try brief(returning, other)
    #expect(made.pages.compactMap(\.reader.owner) == ["Ada", "Ben"])
    #expect(try brief(returning, other, owners: ["ada"]).pages.map(\.reader) == [.owner("Ada")])
  }

  @Test func theWholePortfolioTellsGapCoverageAndWhoIsHeard() throws {
    let said = try brief(returning).everything
    #expect(
      said.contains(
        "3 decisions are asked: 1 overdue, 1 about a hotspot that nothing is decided about and 1 "
          + "other. Worst: Find the form, heat 1,099, owner Ada; still to be decided. "
          + "Longest overdue: Put the form into the box, 10 days, Ada."))
    #expect(
      said.contains(
        "We believe that 50% of 2 touchpoints feel good; 50% do. Counted where both are known, in "
          + "1 journey."))
    #expect(
      said.contains(
        "Leadership believes 100% good, front line 0%, customers feel 0% good, at the one "
          + "touchpoint that both spoke of."))
    #expect(said.contains("1 of 2 personas was not reviewed within a year."))
    #expect(said.contains { $0.hasPrefix("Hardly heard: Ines, 60% of customers") })
    #expect(said.contains("Somebody has looked at 67% of 3 touchpoints, nobody at 1."))
  }

  @Test func completionWithOtherJourneysSaysHowMuchIsOpen() throws {
    func journey(_ id: String, _ flow: String) -> String {
      "format: 1\njourney: \(id.uppercased())\nid: \(id)\ntouchpoints:\n  one: {name: One}\n" + flow
    }
    let said = try brief(
      journey(
        "a",
        "flow:\n  start -> one: 1000\n  one -> completed: 400\n  one -> diverted/b: 600\n"),
      journey("b", "")
    ).everything
    #expect(said.contains("at least 40%"))
    #expect(said.contains { $0.hasSuffix("% to 100%") })
    #expect(
      said.contains(
        "With other journeys, and leaving: who goes over is taken to fare there like all who start "
          + "there. Who goes over to a journey without flow is unresolved. "
          + "At least: of those who are unresolved all may complete, or none."))
  }

  @Test func idsAreSafeAndUnique() throws {
    let owners = [
      "Ödön / Á", "../../etc", "ada", "Ada", "日本", "مالك", String(repeating: "a", count: 300),
    ]
    let touchpoints = owners.enumerated().map { index, owner in
      "  t\(index): {owner: \"\(owner)\"}\n"
    }.joined()
    let text = "format: 1\njourney: A\ntouchpoints:\n" + touchpoints
    let ids = try brief(text).pages.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(
      ids.allSatisfy { id in
        id.utf8.count < 200
          && id.allSatisfy { ($0.isLetter && !$0.isUppercase) || $0.isNumber || $0 == "-" }
      })
    #expect(ids.contains("brief-oedoen-a"))
  }

  @Test func anOwnerOfThousandsHasOnePageThatSaysWhatIsLeftOut() throws {
    let touchpoints = (0..<1000).map { "  t\($0): {name: T\($0), felt: -1, owner: Ada}\n" }.joined()
    let brief = try brief("format: 1\njourney: A\ntouchpoints:\n" + touchpoints)
    let page = try #require(brief.page(of: "Ada"))
    #expect(page.asked == 1000)
    #expect(brief.everything.contains("995 more are asked and not shown here."))
    #expect(brief.everything.count < 400)
  }
}
