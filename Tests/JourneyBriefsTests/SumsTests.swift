import JourneyBriefs
import JourneyGuardrails
import JourneyKit
import JourneyTestSupport
import Testing

/// What is counted on a page is the same wherever it stands, and adds up.
@Suite struct SumsTests {
  /// A journey whose leaving is counted at one place and given as a share at another.
  static let mixed = """
    format: 1
    journey: Insurance
    customers: shoppers
    value: 10
    touchpoints:
      chat: {name: Ask in the chat, felt: {mean: -1.8, n: 60, sd: 0.5}, owner: Mbeki}
      call: {name: Adviser rings back, felt: {mean: 1, n: 40, sd: 0.5}, owner: Mbeki}
    flow:
      start -> chat: 4000
      chat -> call: 80%
      chat -> left: 20%
      call -> completed: 3100
      call -> left: 100

    """

  @Test func leavingThatIsGivenAsAShareIsNotNothing() throws {
    let page = try #require(try brief(Self.mixed).page(of: "Mbeki"))
    let figures = page.figures.map { "\($0.text) \($0.label.plain)" }
    #expect(figures.contains("about 900 shoppers lost here"), "\(figures)")
    let said = page.sections.flatMap(\.blocks).flatMap(\.everything)
    #expect(
      said.contains(
        "Of 4,000 shoppers who started Insurance, about 900 left at these 2 touchpoints (23%); at "
          + "10.00 for each who completes that is up to 9,000.00."), "\(said)")
    #expect(said.contains("about 800 in all") && said.contains("100 counted"))
  }

  @Test(arguments: Array(1...60) as [UInt64])
  func lostCustomersAreThoseWhoStartTimesTheShareWhoLeave(seed: UInt64) throws {
    let journeys = try BriefLawTests.portfolio(seed).filter { $0.analysis.ends?.underWay ?? 0 == 0 }
    for page in Brief(BriefSources(journeys, asOf: day)).pages {
      guard let owner = page.reader.owner else { continue }
      let figure = try #require(page.figures.first { $0.label.plain.contains("lost") })
      var (expected, slack, isKnown) = (0.0, 0.5, false)
      for member in journeys {
        guard let started = member.analysis.started else { continue }
        for touchpoint in member.journey.touchpoints
        where touchpoint.owner.flatMap(Brief.ownerName)?.lowercased() == owner.lowercased() {
          guard let left = member.analysis[touchpoint: touchpoint.id]?.left else { continue }
          isKnown = true
          expected += started * left
          // Shares are written in tenths of a percent.
          slack += 0.001 * started
        }
      }
      guard isKnown else {
        #expect(figure.value == nil || figure.value == 0, "seed \(seed), \(owner)")
        continue
      }
      let value = try #require(figure.value, "seed \(seed), \(owner)")
      #expect(
        abs(value - expected) <= slack, "seed \(seed), \(owner): \(value), expected \(expected)")
    }
  }

  @Test(arguments: BriefLawTests.seeds) func whatIsAskedIsOneTotalThatIsSplitOnce(
    seed: UInt64
  ) throws {
    let brief = Brief(BriefSources(try BriefLawTests.portfolio(seed), asOf: day))
    let whole = try #require(brief.pages.first)
    let asked = brief.pages.dropFirst().reduce(0) { $0 + $1.asked }
    #expect(whole.asked == asked)
    let figure = try #require(whole.figures.first { $0.label.plain.contains("asked") })
    #expect(figure.value == Double(asked))
    guard let owners = BriefLawTests.tables(whole, "Owner").first(where: { $0.columns.count == 6 })
    else {
      #expect(asked == 0)
      return
    }
    for column in [1, 2, 4, 5] {
      let sum = owners.rows.reduce(0) { $0 + ($1[column].value ?? 0) }
      if let total = owners.total { #expect(total[column].value == sum, "seed \(seed)") }
    }
    // The parts of the headline are the whole that it begins with.
    let first = try #require(whole.headline.plain.split(separator: ".").first)
    guard let colon = first.firstIndex(of: ":") else { return }
    let total = first[..<colon].matches(of: /[0-9][0-9,]*/).map(\.output)
    let parts = first[colon...].matches(of: /[0-9]+/).compactMap { Int($0.output) }
    #expect(total == [Substring(figure.text)])
    #expect(parts.reduce(0, +) == asked, "seed \(seed): \(first)")
    if let late = first.firstMatch(of: /([0-9]+) overdue/) {
      #expect(figure.label.plain.hasSuffix("asked, \(late.1) overdue"))
      #expect(owners.rows.reduce(0) { $0 + ($1[5].value ?? 0) } == Double(late.1))
    }
  }

  @Test func theMapIsOfTheJourneyThatTheFirstRequestIsAbout() throws {
    // What is hotter is on its way already; what is asked is in the other journey.
    let hotter = returning.replacing("status: open\n    due: 2026-09-20", with: "status: acting")
    let other = returning.replacing("Returning shoes", with: "Buying shoes")
      .replacing("id: returning", with: "id: buying").replacing("-1.6, n: 80", with: "-1.2, n: 80")
    let page = try #require(try brief(hotter, other).page(of: "Ada"))
    #expect(page.headline.plain.hasPrefix("Decide now: Put the form into the box."))
    let maps = page.sections.flatMap(\.blocks).compactMap { block -> Brief.Figure? in
      if case .picture(let figure) = block { figure } else { nil }
    }
    #expect(maps.map(\.content) == [.map("buying", marked: ["find"])])
    let said = page.sections.flatMap(\.blocks).flatMap(\.everything)
    #expect(
      said.contains {
        $0.hasPrefix("Not drawn: Returning shoes, 1 touchpoint here, 1 hotspot, heat ")
          && $0.hasSuffix(" and 68% complete.")
      }, "\(said)")
  }

  @Test func sharesThatReadTheSameAreToldApartOrLeftOut() throws {
    let few = returning.replacing("start -> find: 500", with: "start -> find: 50000")
      .replacing("find -> drop: 350", with: "find -> drop: 49900")
      .replacing("find -> left: 150", with: "find -> left: 100")
      .replacing("drop -> wait: 350", with: "drop -> wait: 49900")
      .replacing("wait -> completed: 340", with: "wait -> completed: 30000")
      .replacing("wait -> left: 10", with: "wait -> left: 19900")
    let said = try brief(few, owners: ["Ada"]).everything
    #expect(said.contains { $0.contains("would complete (60.0% → 60.1%).") }, "\(said)")
  }

  @Test func quotesWithinQuotesHaveSingleMarks() throws {
    let nested = returning.replacing("I gave up twice.", with: "“Not valid” on everything.")
      .replacing("\"“", with: "'“").replacing("everything.\"", with: "everything.'")
    #expect(try brief(nested).everything.contains("‘Not valid’ on everything."))
  }

  @Test(arguments: BriefLawTests.seeds) func heatAddsUpAsItIsRead(seed: UInt64) throws {
    guard BriefLawTests.weight(seed) == 1 else { return }
    let brief = Brief(BriefSources(try BriefLawTests.portfolio(seed), asOf: day))
    for page in brief.pages where page.reader != .everyone {
      for row in BriefLawTests.tables(page, "Touchpoint").filter({ $0.columns.count == 7 })
        .flatMap(\.rows)
      {
        let read = row[2...4].compactMap { Int($0.text.plain.replacing(",", with: "")) }
        guard read.count == 3, read[0] > 0, read.allSatisfy({ $0 == 0 || $0 >= 10 }) else {
          continue
        }
        #expect(read[0] == read[1] + read[2], "seed \(seed), \(page.id): \(row[0].text.plain)")
      }
    }
  }
}
