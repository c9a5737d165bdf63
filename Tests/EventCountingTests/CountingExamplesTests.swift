import Testing

@testable import EventCounting

@Suite struct CountingExamplesTests {
  private let second: Int64 = 1_000_000

  private func counts(
    _ rules: CountingRules = CountingRules(), _ events: [Event]
  ) throws -> EventCounts {
    var counter = EventCounter(rules: rules)
    for event in events { try counter.add(event) }
    return counter.counts()
  }

  @Test func aLogWithoutEventsHasNothing() {
    let counts = EventCounter(rules: CountingRules(countsChannels: true, variants: 3)).counts()
    #expect(counts.touchpoints.isEmpty)
    #expect(counts.period == nil)
    #expect(counts.scores == nil)
    #expect(counts.everyone.flows.isEmpty)
    #expect(counts.personas.isEmpty)
    #expect(counts.channels.isEmpty)
    #expect(counts.variantCount == 0)
  }

  @Test func twoCustomersGoTheirWays() throws {
    let counts = try counts(
      CountingRules(timeout: 60 * second, completed: ["paid"], variants: 5),
      [
        Event(customer: "b", touchpoint: "basket", time: 10 * second, channel: "app", felt: 1),
        Event(customer: "a", touchpoint: "paid", time: 30 * second, felt: 2),
        Event(customer: "a", touchpoint: "basket", time: 0, channel: "web", felt: -1),
        Event(customer: "a", touchpoint: "basket", time: 10 * second, channel: "web", felt: 0),
        Event(customer: "b", touchpoint: "help", time: 500 * second, channel: "app", felt: -2),
      ])
    #expect(
      counts.touchpoints == [
        .init("basket", channels: [.init("web", events: 2), .init("app", events: 1)]),
        .init("help", channels: [.init("app", events: 1)]), .init("paid"),
      ])
    #expect(counts.period == 0...500 * second)
    #expect(counts.scores == -2...2)
    let everyone = counts.everyone
    #expect(everyone.events == 5)
    #expect(everyone.customers == 2)
    #expect(everyone.visits == 3)
    #expect(
      everyone.flows == [
        .init(.start, .touchpoint(0), count: 2), .init(.start, .touchpoint(1), count: 1),
        .init(
          .touchpoint(0), .touchpoint(0), count: 1, times: .init(count: 1, mean: 10, median: 10)),
        .init(
          .touchpoint(0), .touchpoint(2), count: 1, times: .init(count: 1, mean: 20, median: 20)),
        .init(.touchpoint(0), .end(.left), count: 1),
        .init(.touchpoint(1), .end(.underWay), count: 1),
        .init(.touchpoint(2), .end(.completed), count: 1),
      ])
    #expect(
      everyone.visited[0]
        == .init(
          events: 3, customers: 2, visits: 2, firstPlaces: 0,
          felt: .init(n: 2, mean: 0.25, sd: 1.125.squareRoot()), ends: [1, 1, 0, 0]))
    #expect(
      everyone.visited[2]
        == .init(
          events: 1, customers: 1, visits: 1, firstPlaces: 2, felt: .init(n: 1, mean: 2, sd: nil),
          ends: [1, 0, 0, 0]))
    #expect(everyone.durations == .init(count: 3, mean: 10, median: 0))
    #expect(counts.variantCount == 3)
    #expect(counts.variants.map(\.path) == [[0], [0, 0, 2], [1]])
    #expect(counts.variants[1].ends == [1, 0, 0, 0])
    #expect(counts.variants[1].durations == .init(count: 1, mean: 30, median: 30))
  }

  @Test func aPauseAsLongAsTheTimeoutBeginsNoVisit() throws {
    let events = [
      Event(customer: "a", touchpoint: "x", time: 0),
      Event(customer: "a", touchpoint: "x", time: 60),
      Event(customer: "a", touchpoint: "x", time: 121),
    ]
    #expect(try counts(CountingRules(timeout: 60), events).everyone.visits == 2)
    #expect(try counts(CountingRules(timeout: -1), events).everyone.visits == 3)
  }

  @Test func sequenceThenLogOrdersEventsOfOneTime() throws {
    let events = [
      Event(customer: "a", touchpoint: "3", time: 5, sequence: 2),
      Event(customer: "a", touchpoint: "1", time: 5, sequence: 1),
      Event(customer: "a", touchpoint: "2", time: 5, sequence: 1),
      Event(customer: "a", touchpoint: "0", time: 5),
    ]
    let byTime = try counts(CountingRules(variants: 1), events)
    #expect(byTime.variants.map(\.path) == [[0, 1, 2, 3]])
    #expect(byTime.ties == 1)
    let byLog = try counts(CountingRules(order: .log, variants: 1), events)
    #expect(byLog.variants.map(\.path) == [[3, 1, 2, 0]])
    #expect(byLog.ties == 0)
  }

  @Test func eventsWithoutTimesAreNoTies() throws {
    let events = (0..<3).map { Event(customer: "a", touchpoint: "\($0)") }
    #expect(try counts(CountingRules(), events).ties == 0)
  }

  @Test func aPersonaIsThatOfTheFirstEventInOrderWhichHasOne() throws {
    let counts = try counts(
      CountingRules(),
      [
        Event(customer: "a", touchpoint: "x", time: 9, persona: "late"),
        Event(customer: "a", touchpoint: "x", time: 1, persona: "early"),
        Event(customer: "a", touchpoint: "x", time: 0),
        Event(customer: "b", touchpoint: "y", time: 0),
      ])
    #expect(counts.personas.map(\.name) == ["early", ""])
    #expect(counts.personas.map(\.events) == [3, 1])
    #expect(counts.personas[0].visited[1] == nil)
    #expect(counts.changedPersona == 1)
  }

  @Test func channelsAreThoseOfAVisitsFirstEvent() throws {
    let counts = try counts(
      CountingRules(timeout: 10, countsChannels: true),
      [
        Event(customer: "a", touchpoint: "x", time: 0, channel: "web", felt: 1),
        Event(customer: "a", touchpoint: "x", time: 100, channel: "app", felt: 5),
        Event(customer: "a", touchpoint: "x", time: 200, channel: "web", felt: 3),
        Event(customer: "a", touchpoint: "x", time: 201, channel: "app", felt: 2),
        Event(customer: "a", touchpoint: "x", time: 300),
      ])
    #expect(counts.channels.map(\.name) == ["app", "web", ""])
    #expect(counts.channels.map(\.visits) == [1, 2, 1])
    #expect(counts.channels.map(\.customers) == [1, 1, 1])
    #expect(counts.channels[1].visited[0]?.felt == .init(n: 1, mean: 2, sd: nil))
    #expect(counts.everyone.customers == 1)
  }

  @Test func partsAreJoinedFirstInFirstOut() {
    var parts: [LogEvent] = []
    func add(_ part: EventRow.Part, _ touchpoint: String, _ time: Int64, channel: String? = nil) {
      parts.append(
        LogEvent(
          event: Event(customer: "a", touchpoint: touchpoint, time: time, channel: channel),
          part: part))
    }
    add(.beginning, "wait", 0, channel: "shop")
    add(.beginning, "wait", 10 * second)
    add(.beginning, "talk", 11 * second)
    add(.ending, "wait", 20 * second)
    add(.ending, "wait", 60 * second)
    add(.ending, "wait", 61 * second)
    let counter = EventCounter(rules: CountingRules(variants: 1, joinsParts: true))
    for part in parts { counter.lanes[0].add(part) }
    let counts = counter.counts()
    #expect(counts.touchpoints.map(\.name) == ["talk", "wait"])
    #expect(counts.touchpoints[1].channels == [.init("shop", events: 1)])
    #expect(counts.variants.map(\.path) == [[1, 1, 0, 1]])
    #expect(counts.everyone.visited[0]?.stay == nil)
    #expect(counts.everyone.visited[1]?.stay == .init(count: 2, mean: 35, median: 35))
    #expect(counts.everyone.events == 4)
  }

  @Test func anEventThatSaysTooLittleIsRefusedAndTheRestCounts() throws {
    var counter = EventCounter()
    try counter.add(Event(customer: "a", touchpoint: "x"))
    #expect(throws: InvalidEvent.noCustomer) {
      try counter.add(Event(customer: "", touchpoint: "x"))
    }
    #expect(throws: InvalidEvent.noTouchpoint) {
      try counter.add(Event(customer: "a", touchpoint: ""))
    }
    for felt in [Double.nan, .infinity, -.infinity] {
      #expect(throws: InvalidEvent.scoreNotFinite) {
        try counter.add(Event(customer: "a", touchpoint: "x", felt: felt))
      }
    }
    #expect(counter.counts().everyone.events == 1)
  }
}
