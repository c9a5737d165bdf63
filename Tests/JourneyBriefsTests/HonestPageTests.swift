import JourneyBriefs
import JourneyGuardrails
import JourneyKit
import Testing

/// What a page says has to agree with what else stands on it.
@Suite struct HonestPageTests {
  @Test func anOutcomeThatAllCustomersContradictSaysBoth() throws {
    let trial = returning.replacing(
      "felt: {mean: 1.4, n: 50, sd: 0.5}", with: "felt: {mean: -1.5, n: 400, sd: 0.6}")
    #expect(trial != returning)
    let said = try brief(trial, owners: ["Ben"]).everything
    #expect(said.contains("better where it was measured, not among all customers"))
    #expect(!said.contains("better"))
    // The outcome as it is felt by all contradicts nothing.
    #expect(try brief(returning, owners: ["Ben"]).everything.contains("better"))
  }

  @Test func countsAreSoFarWhereCustomersAreUnderWay() throws {
    let waiting = returning.replacing(
      "find -> drop: 350", with: "find -> drop: 250\n  find -> under-way: 100"
    ).replacing("drop -> wait: 350", with: "drop -> wait: 250")
      .replacing("wait -> completed: 340", with: "wait -> completed: 240")
    let said = try brief(waiting, owners: ["Ada"]).everything
    #expect(
      said.contains { $0.contains("150 left at Find the form so far;") && !$0.contains("%") })
    #expect(said.contains("150 counted"))
    #expect(said.contains { $0.hasPrefix("Returning shoes: 100 still under way") })
    #expect(said.contains("buyers lost here so far"))
    #expect(!(try brief(returning).everything).contains { $0.contains("so far") })
  }

  @Test func methodsAreCreditedWithTheirOwnCustomersOnly() throws {
    let mixed = returning.replacing(
      "n: 80, felt: -1.6, sd: 0.6, persona: karl, date: 2026-06-01}",
      with: """
        n: 8, felt: -1.6, sd: 0.6, date: 2026-06-01}
          - {about: find, method: complaint, n: 31, date: 2026-06-02}
        """)
    #expect(mixed != returning)
    let said = try brief(mixed, owners: ["Ada"]).everything
    #expect(
      said.contains(
        "8 by survey, 80 method not recorded · newest 2\u{A0}Jun\u{A0}2026 · "
          + "also: 31 by complaint"))
    #expect(said.contains("sure, 88 customers"))
  }

  @Test func whatWasDoneAndNotMeasuredIsAskedToBeMeasured() throws {
    let done = returning.replacing("status: verified", with: "status: acting")
      .replacing(
        "    outcome: {before: {mean: 0.2, n: 60, sd: 0.6}, after: {mean: 1.4, n: 50, sd: 0.5}}\n",
        with: "")
    let page = try #require(try brief(done).page(of: "Ben"))
    #expect(
      page.headline.plain
        == "Measure whether it helped: A counter of its own. It was done 1\u{A0}Mar\u{A0}2026.")
    let said = try brief(done, owners: ["Ben"]).everything
    #expect(said.contains("done 1\u{A0}Mar\u{A0}2026, not measured yet"))
    #expect(!said.contains("being done"))
  }

  @Test func nothingIsKeptThatNobodyMeasured() throws {
    let guess = returning.replacing("felt: {mean: 1.4, n: 50, sd: 0.5}", with: "felt: 1.4")
    let said = try brief(guess, owners: ["Ben"]).everything
    #expect(said.contains("What is taken to be good"))
    #expect(
      said.contains("Drop it at the shop is taken to be good, and nobody has asked: find out."))
    #expect(!said.contains { $0.contains("Keep ") || $0.contains("to keep") })
  }

  @Test func unknownHeatIsNoHeat() throws {
    let bare = "format: 1\njourney: A\ntouchpoints:\n  one: {name: One, felt: -2, owner: Ada}\n"
    let portfolio = try #require(try brief(bare).pages.first)
    let rows = portfolio.sections.flatMap(\.blocks).flatMap { block -> [[Brief.Cell]] in
      if case .table(let table) = block { table.rows } else { [] }
    }
    let ada = try #require(rows.first { $0.first?.text.plain == "Ada" })
    #expect(ada[3].text.plain == "–")
    #expect(ada[3].value == nil)
  }

  @Test func whatNobodyOwnsAsksForAnOwnerFirst() throws {
    let bad = returning.replacing("felt: -1\n", with: "felt: {mean: -1.8, n: 90, sd: 0.3}\n")
    let page = try #require(try brief(bad).pages.last)
    #expect(page.id == "nobody")
    #expect(page.headline.plain.hasPrefix("Find an owner for 1 hotspot, first Wait for the money"))
  }

  @Test func anInsightIsNoDecisionAndOverdueOnesAreListed() throws {
    let bare = returning.replacing("    decision: Put the form into the box\n", with: "")
    let brief = try brief(bare)
    #expect(
      brief.page(of: "Ada")?.headline.plain.hasPrefix(
        "Decide now: what follows from “Nobody finds the form”.") == true)
    let portfolio = try #require(brief.pages.first)
    let late = try #require(portfolio.sections.first { $0.title == "What is overdue" })
    let said = late.blocks.flatMap(\.everything)
    #expect(said.contains("What follows from “Nobody finds the form”"))
    #expect(said.contains("Ada"))
    #expect(said.contains("10"))
  }

  @Test func theHeadlineNamesTheWorstAndItsState() throws {
    let second = returning.replacing(
      "status: open\n    due: 2026-09-20", with: "status: acting\n    due: 2026-12-01"
    ).replacing("owner: Ben\n  wait", with: "owner: Ada\n  wait")
    let page = try #require(try brief(second).page(of: "Ada"))
    #expect(page.headline.plain.hasPrefix("Nothing waits to be decided."))
    #expect(page.headline.plain.contains("Worst: Find the form, heat "))
    #expect(page.headline.plain.hasSuffix("; fix in progress, due 1\u{A0}Dec\u{A0}2026."))
  }

  @Test func addressesAndNumbersAreBlackedOut() throws {
    let leaky = returning.replacing(
      "insight: Nobody finds the form", with: "insight: Ask bea@example.org about the form"
    ).replacing("decision: Put the form into the box", with: "decision: Call +49 30 901820")
      .replacing("gains: [Done in a minute]", with: "gains: [Thanks to kim@example.org]")
    let said = try brief(leaky).everything
    #expect(!said.contains { $0.contains("@example.org") || $0.contains("901820") })
    #expect(said.contains("Insight: Ask [contact removed] about the form"))
  }

  @Test func findingsNameThePlaceAndTheOwnerNotTheRule() throws {
    var finding = Finding(
      "hotspots-owned", journey: "returning", touchpoint: "wait", "a hotspot without an owner",
      fix: "write 'owner:'", at: DocumentPath())
    finding.owners = ["Ada"]
    let said = Brief(
      BriefSources([try journey(returning)], asOf: day, findings: [finding], hasPolicy: true)
    ).everything
    #expect(said.contains("Wait for the money: a hotspot without an owner; owner Ada"))
    #expect(!said.contains { $0.contains("hotspots-owned") || $0.contains("owner:'") })
  }

  @Test func whatIsMeasuredIsSaidPlainly() throws {
    let page = try #require(try brief(returning).page(of: "Ada"))
    #expect(page.figures.last.map { "\($0.text) \($0.label.plain)" } == "1 touchpoint, measured")
  }

  @Test func amountsHaveTwoDecimalsAndNoCurrency() throws {
    let said = try brief(returning.replacing("value: 60", with: "value: 6.2")).everything
    #expect(said.contains { $0.contains("at 6.20 for each who completes that is up to 930.00") })
    #expect(said.contains("Amounts are as the documents give them: no currency given."))
  }
}
