import JourneyDecisions
import JourneyModel
import JourneyTestSupport
import Testing

@Suite struct LedgerTests {
  static let asOf = day("2026-11-01")

  static func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? .epoch }

  /// The entry of a journey with one decision.
  static func entry(
    _ status: Decision.Status, evidence: [Evidence] = [],
    _ change: (inout Decision) -> Void = { _ in }
  ) -> Ledger.Entry {
    var journey = Journey(id: "j", title: "J")
    journey.touchpoints = [Touchpoint(id: "a", name: "A", owner: "Ruiz")]
    journey.evidence = evidence
    var decision = Decision(insight: "one", about: "a", status: status)
    change(&decision)
    journey.decisions = [decision]
    return Ledger([journey], asOf: asOf).entries[0]
  }

  @Test func entriesComeInTheOrderOfJourneysAndDocuments() throws {
    var first = Journey(id: "b", title: "B")
    first.decisions = [Decision(insight: "one"), Decision(insight: "two")]
    var second = Journey(id: "a", title: "A")
    second.decisions = [Decision(insight: "three")]
    let ledger = Ledger([first, second], asOf: Self.asOf)
    #expect(ledger.entries.map(\.decision.insight) == ["one", "two", "three"])
    #expect(ledger.entries.map(\.index) == [0, 1, 0])
    #expect(ledger.entries.map(\.journey) == ["b", "b", "a"])
    #expect(ledger.entries.map(\.name) == ["b#1", "b#2", "a#1"])
  }

  @Test func aDecisionThatStandsInSeveralDocumentsIsCountedOnce() {
    var today = Journey(id: "today", title: "Today")
    today.decisions = [
      Decision(insight: "one"), Decision(insight: "two"), Decision(insight: "one"),
    ]
    var planned = today
    planned.id = "planned"
    planned.decisions[1].owner = "Ruiz"
    let ledger = Ledger([today, planned, today], asOf: Self.asOf)
    #expect(ledger.entries.map(\.name) == ["today#1", "today#2", "planned#2"])
    #expect(ledger.entries.map(\.alsoIn) == [["planned"], [], []])
  }

  @Test func theStatusSaysHowFarAnInsightHasCome() {
    #expect(Self.entry(.open).step == .found)
    #expect(Self.entry(.decided).step == .decided)
    #expect(Self.entry(.acting).step == .decided)
    #expect(Self.entry(.verified).step == .acted)
    #expect(Self.entry(.rejected).step == .decided)
  }

  @Test func aLaterStepImpliesTheEarlierOnes() {
    #expect(Self.entry(.open) { $0.reached = .init(who: "Board") }.step == .reached)
    #expect(Self.entry(.open) { $0.decidedOn = Self.day("2026-01-01") }.step == .decided)
    #expect(Self.entry(.acting) { $0.actedOn = Self.day("2026-01-01") }.step == .acted)
    #expect(
      Self.entry(.open) { $0.outcome = .init(after: Score(mean: 1)) }.step == .measured)
    #expect(
      Self.entry(.verified) { $0.outcome = .init(before: Score(mean: 1)) }.step == .acted)
  }

  @Test(arguments: Decision.Status.allCases)
  func settledIsWhatWasTurnedDownOrDone(_ status: Decision.Status) {
    let plain = Self.entry(status)
    let acted = Self.entry(status) { $0.actedOn = Self.day("2026-02-01") }
    let measured = Self.entry(status) { $0.outcome = .init(after: Score(mean: 1)) }
    for entry in [plain, acted, measured] {
      #expect(entry.isSettled == (entry.isTurnedDown || entry.step >= .acted))
      #expect(entry.isSettled == entry.decision.isSettled)
    }
    #expect(acted.isSettled && measured.isSettled)
  }

  @Test func whatWasTurnedDownGoesNoFurther() {
    let entry = Self.entry(.rejected) {
      $0.actedOn = Self.day("2026-02-01")
      $0.outcome = .init(after: Score(mean: 1))
    }
    #expect(entry.step == .decided)
    #expect(!entry.isOpen)
    #expect(entry.isSettled)
    #expect(
      entry.contradictions == [
        "turned down, but acted upon on 2026-02-01", "turned down, but measured again",
      ])
  }

  @Test func contradictionsAreTold() {
    #expect(
      Self.entry(.decided) {
        $0.found = Self.day("2026-05-02")
        $0.decidedOn = Self.day("2026-05-01")
        $0.actedOn = Self.day("2026-12-01")
      }.contradictions == [
        "decided on 2026-05-01, before it was found on 2026-05-02",
        "acted upon on 2026-12-01, which is after 2026-11-01",
        "'decided', but acted upon on 2026-12-01",
      ])
    #expect(
      Self.entry(.verified).contradictions == [
        "verified, but nobody says what customers feel now"
      ])
    #expect(
      Self.entry(.acting) { $0.outcome = .init(after: Score(mean: 1)) }.contradictions == [
        "measured again, but the status is still 'acting'"
      ])
    #expect(
      Self.entry(.open) { $0.decidedOn = Self.day("2026-01-01") }.contradictions == [
        "open, but decided on 2026-01-01"
      ])
    #expect(Self.entry(.open).contradictions.isEmpty)
  }

  @Test func agesAndDelaysAreCountedInDays() {
    let entry = Self.entry(.acting) {
      $0.found = Self.day("2026-10-01")
      $0.reached = .init(who: "Board", on: Self.day("2026-10-11"))
      $0.due = Self.day("2026-10-30")
    }
    #expect(entry.age == 31)
    #expect(entry.waiting == 21)
    #expect(entry.overdue == 2)
    #expect(entry.days(until: .reached) == 10)
    #expect(entry.days(until: .decided) == nil)
    #expect(entry.answerable == "Ruiz")
    let undated = Self.entry(.open) { $0.due = Self.asOf }
    #expect(undated.age == nil)
    #expect(undated.waiting == nil)
    #expect(undated.overdue == nil)
    let done = Self.entry(.acting) {
      $0.due = Self.day("2026-01-30")
      $0.actedOn = Self.day("2026-03-01")
    }
    #expect(done.overdue == nil)
  }

  @Test func daysThatRunBackwardsAreNotCounted() {
    let entry = Self.entry(.open) {
      $0.found = Self.day("2026-10-11")
      $0.reached = .init(who: "Board", on: Self.day("2026-10-01"))
    }
    #expect(entry.days(until: .reached) == nil)
    #expect(Self.entry(.open) { $0.found = Self.day("2027-01-01") }.age == nil)
  }

  @Test func evidenceDatesTheMeasurement() {
    func evidence(_ day: String, _ felt: Double?, n: Int, _ method: Evidence.Method = .survey)
      -> Evidence
    {
      Evidence(about: "a", method: method, n: n, felt: felt, date: Self.day(day))
    }
    func measured(_ evidence: [Evidence]) -> CalendarDate? {
      Self.entry(.verified, evidence: evidence) {
        $0.actedOn = Self.day("2026-03-01")
        $0.outcome = .init(after: Score(mean: 0.5, n: 40))
      }.measuredOn
    }
    let early = evidence("2026-03-01", 0.5, n: 40)
    let same = evidence("2026-04-01", 0.5, n: 40)
    let newest = evidence("2026-05-01", 0.2, n: 12)
    let complaint = evidence("2026-06-01", -1, n: 9, .complaint)
    let unscored = evidence("2026-07-01", nil, n: 9)
    let future = evidence("2026-12-01", 0.5, n: 40)
    #expect(measured([early, same, newest]) == Self.day("2026-04-01"))
    #expect(measured([early, newest, complaint, unscored, future]) == Self.day("2026-05-01"))
    #expect(measured([early, complaint]) == nil)
  }
}
