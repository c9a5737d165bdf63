import JourneyDecisions
import JourneyModel
import Testing

@Suite struct LedgerTests {
  @Test func entriesComeInTheOrderOfJourneysAndDocuments() throws {
    let asOf = try #require(CalendarDate("2026-11-01"))
    var first = Journey(id: "b", title: "B")
    first.decisions = [Decision(insight: "one"), Decision(insight: "two")]
    var second = Journey(id: "a", title: "A")
    second.decisions = [Decision(insight: "three")]
    let ledger = Ledger([first, second], asOf: asOf)
    #expect(ledger.entries.map(\.decision.insight) == ["one", "two", "three"])
    #expect(ledger.entries.map(\.index) == [0, 1, 0])
    #expect(ledger.entries.map(\.journey) == ["b", "b", "a"])
  }
}
