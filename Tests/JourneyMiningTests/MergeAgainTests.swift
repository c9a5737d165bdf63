import EventCounting
import JourneyKit
import Testing

@testable import JourneyMining

/// A document that was mined takes the counts of another log.
@Suite struct MergeAgainTests {
  private static func log(_ personas: [String?], start: String) -> SlowCounter {
    var log = MergeCountsTests.log(
      Array(repeating: ["browse", "pay"], count: 40), personas: personas)
    let days = Int64(CalendarDate(start)?.daysSinceEpoch ?? 0)
    for index in log.events.indices { log.events[index].time? += days * 86_400_000_000 }
    return log
  }

  private static func options(_ source: String) -> MiningOptions {
    MiningOptions(title: "Shop", scale: Scale(low: 1, high: 5), source: source)
  }

  private static func mined(_ log: SlowCounter, _ source: String) -> String {
    JourneyWriter.text(
      of: JourneyMiner(options: options(source)).journey(of: log.counts).journey, format: .yaml)
  }

  private static func merge(_ log: SlowCounter, _ source: String, into text: String) throws
    -> JourneyMerge.Merged
  {
    try JourneyMerge.merge(log.counts, options: options(source), into: text, name: "a.yaml")
  }

  /// What a merge makes of a mined document is what mining the new log makes.
  @Test func aMinedDocumentIsThatOfTheNewLog() throws {
    let old = Self.mined(Self.log(["a", "b"], start: "2026-03-01"), "march.csv")
    let april = Self.log(["a", "b", "a", "a"], start: "2026-04-01")
    let merged = try Self.merge(april, "april.csv", into: old)
    let after = try #require(JourneyReader.read(merged.text, name: "a.yaml").journey)
    #expect(JourneyWriter.text(of: after, format: .yaml) == Self.mined(april, "april.csv"))
    #expect(
      merged.remarks.contains(
        "The evidence of 'march.csv, 2026-03-01..2026-03-01' gives way to that of this log, whose "
          + "counts stand there now."))
    #expect(try Self.merge(april, "april.csv", into: merged.text).text == merged.text)
  }

  @Test func evidenceThatPeopleWroteStays() throws {
    let old = Self.mined(Self.log([nil], start: "2026-03-01"), "march.csv").replacing(
      "evidence:\n",
      with: """
        evidence:
          - {method: analytics, n: 7, date: 2026-03-01, source: "the old dashboard, by Ruiz"}
          - {method: analytics, n: 9, date: 2026-03-01, source: "feb.csv, 2026-02-01..2026-02-28"}

        """)
    let merged = try Self.merge(Self.log([nil], start: "2026-04-01"), "april.csv", into: old)
    let after = try #require(JourneyReader.read(merged.text, name: "a.yaml").journey)
    #expect(
      after.evidence.map(\.source) == [
        "the old dashboard, by Ruiz", "april.csv, 2026-04-01..2026-04-01",
      ])
  }

  @Test func sharesOfOtherPersonasStay() throws {
    let old = Self.mined(Self.log(["a", "b"], start: "2026-03-01"), "march.csv")
    let other = Self.log(["a", "c", "c"], start: "2026-04-01")
    let merged = try Self.merge(other, "april.csv", into: old)
    #expect(merged.text.contains("share: 50%"))
    #expect(
      merged.remarks.contains(
        "The personas' shares stay as they are, since the log has not the same personas."))
    // Shares that people wrote are theirs.
    let own = old.components(before: "x-mined:")
    let kept = try Self.merge(
      Self.log(["a", "b", "b", "b"], start: "2026-04-01"), "april.csv", into: own)
    #expect(kept.text.contains("share: 50%"))
  }

  /// Whoever paid in two ways is one customer of the one touchpoint.
  @Test func namesOfOneTouchpointAreCountedAsOne() throws {
    let document = MergeCountsTests.plain.replacing(
      "name: Pay,", with: "name: Pay, x-events: [card, cash],")
    let journey = try #require(JourneyReader.read(document, name: "a.yaml").journey)
    let log = MergeCountsTests.log(
      [["browse", "card", "cash"], ["browse", "cash"]], personas: [nil])
    let joined = JourneyMerge.joined(["Cash", "browse", "card", "new"], in: journey)
    #expect(joined == ["card": "Cash"])
    var counter = EventCounter(rules: CountingRules(completed: ["card"]))
    for event in log.events { try counter.add(event) }
    #expect(counter.touchpoints == ["browse", "card", "cash"])
    counter.joined = JourneyMerge.joined(counter.touchpoints, in: journey)
    let names = counter.joined
    let counts = counter.counts()
    #expect(counts.touchpoints.map(\.name) == ["browse", "card"])
    #expect(counts.everyone.visited[1]?.customers == 2)
    #expect(counts.everyone.visited[1]?.events == 3)
    #expect(counts.everyone.visited[1]?.ends == [2, 0, 0, 0])
    let merged = try JourneyMerge.merge(
      counts, options: MergeCountsTests.options, into: document, name: "a.yaml", joined: names)
    let after = try #require(JourneyReader.read(merged.text, name: "a.yaml").journey)
    #expect(after[touchpoint: "pay"]?.felt?.everyone?.n == 2)
    #expect(merged.text.contains("pay -> pay: "))
    #expect(
      merged.remarks.contains(
        "'card' and 'cash' of the log are one touchpoint of the document and were counted as one; "
          + "who went from one to another goes round there."))
  }

  /// Days are those of the log's own clocks where those are known.
  @Test func thePeriodIsThatOfTheLog() throws {
    var options = Self.options("log.csv")
    options.period = Period(
      start: try #require(CalendarDate("2026-03-02")), end: try #require(CalendarDate("2026-03-03"))
    )
    let mined = JourneyMiner(options: options).journey(
      of: Self.log([nil], start: "2026-03-01").counts
    ).journey
    #expect(mined.period == options.period)
    #expect(mined.evidence.map(\.source) == ["log.csv, 2026-03-02..2026-03-03"])
    #expect(mined.evidence.map(\.date) == [options.period?.end])
  }

  @Test func commentsStayInAWayThatNobodyGoes() throws {
    let text = """
      journey: Shop
      touchpoints: {browse: {}, pay: {}, phone: {}}
      flow:
        start -> browse: 10
        browse -> phone:
          # since the strike
          customers: 4   # of ten
          time: 3d
        browse -> pay: {customers: 6, time: 1m}   # most
        phone -> pay: {customers: 4, time: 2m}   # in the end
        pay -> ended: 10

      """
    let merged = try Self.merge(Self.log([nil], start: "2026-04-01"), "april.csv", into: text)
    #expect(
      merged.text.contains(
        "  browse -> phone:\n    # since the strike\n    customers: 0   # of ten\n  browse -> pay: "
      ),
      "\(merged.text)")
    #expect(merged.text.contains("phone -> pay: {customers: 0}   # in the end\n"))
  }

  @Test func scoresOfPersonasThatTheLogHasNotAreTold() throws {
    let old = Self.mined(Self.log(["a", "b"], start: "2026-03-01"), "march.csv")
    let told =
      "Scores of 'b' stay as they were at 'browse' and 'pay', since the log has none of theirs there."
    let without = try Self.merge(Self.log(["a", "c"], start: "2026-04-01"), "april.csv", into: old)
    #expect(without.remarks.contains(told), "\(without.remarks)")
    let both = try Self.merge(Self.log(["a", "b"], start: "2026-04-01"), "april.csv", into: old)
    #expect(both.remarks.allSatisfy { !$0.contains("stay as they were") })
  }

  @Test func anOlderLogIsTold() throws {
    let new = Self.mined(Self.log(["a", "b"], start: "2026-04-01"), "april.csv")
    let old = Self.log(["a", "b"], start: "2026-03-01")
    let told =
      "Look at this: the log ends on 2026-03-01, before the document's period does "
      + "(2026-04-01..2026-04-01); older counts stand there now."
    #expect(try Self.merge(old, "march.csv", into: new).remarks.contains(told))
    let after = Self.mined(old, "march.csv")
    let april = Self.log(["a", "b"], start: "2026-04-01")
    #expect(
      try Self.merge(april, "april.csv", into: after).remarks.allSatisfy {
        !$0.contains("older counts")
      })
  }
}

extension String {
  /// What stands before a word.
  fileprivate func components(before word: String) -> String {
    firstRange(of: word).map { String(self[..<$0.lowerBound]) } ?? self
  }
}
