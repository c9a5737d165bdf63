import EventCounting
import JourneyAnalysis
import JourneyFormats
import JourneyMining
import JourneyModel
import Testing

@Suite struct MinedDocumentTests {
  /// Three customers in a shop; one pays, one leaves, one comes back for more.
  private static var shop: SlowCounter {
    let minute: Int64 = 60_000_000
    let start: Int64 = 1_772_355_600_000_000  // 2026-03-01T09:00:00Z
    func event(
      _ customer: String, _ name: String, _ at: Int64, _ channel: String? = nil,
      felt: Double? = nil
    ) -> Event {
      Event(
        customer: customer, touchpoint: name, time: start + at * minute, channel: channel,
        felt: felt)
    }
    var log = SlowCounter()
    log.rules.completed = ["Pay"]
    log.rules.timeout = 1440 * minute
    log.events = [
      event("a", "Browse", 0, "Web", felt: 4), event("a", "Basket", 3, "Web", felt: 2),
      event("a", "Pay", 10, "App", felt: 5), event("b", "Browse", 0, "Web", felt: 5),
      event("b", "Basket", 5, "Web", felt: 1), event("c", "Browse", 1, "App"),
      event("c", "Browse", 2, "Web"), event("c", "Basket", 4, "App", felt: 3),
      event("c", "Pay", 9, "App", felt: 4), event("c", "Browse", 3000, "Web", felt: 4),
      event("d", "Browse", 6000, "Web"),
    ]
    return log
  }

  @Test func aSmallLogIsThisDocument() {
    let mined = JourneyMiner(options: MiningOptions(title: "The shop", source: "shop.csv"))
      .journey(of: Self.shop.counts)
    #expect(
      JourneyWriter.text(of: mined.journey, format: .yaml) == """
        journey: The shop
        id: the-shop
        state: as-is
        scale: {low: 1, high: 5}
        customers: visits
        period: 2026-03-01..2026-03-05

        channels:
          web: {name: Web, kind: digital}
          app: {name: App, kind: digital}

        touchpoints:
          browse:
            name: Browse
            channel: web
            felt: {mean: 4.33, n: 3, sd: 0.58}
            x-counted: {customers: 4, visits: 5, completed: 2, under-way: 1}
            x-channels: [{name: Web, events: 5}, {name: App, events: 1}]

          basket:
            name: Basket
            channel: web
            felt: {mean: 2, n: 3, sd: 1}
            x-counted: {customers: 3, completed: 2}
            x-channels: [{name: Web, events: 2}, {name: App, events: 1}]

          pay:
            name: Pay
            channel: app
            felt: {mean: 4.5, n: 2, sd: 0.71}
            x-counted: {customers: 2, completed: 2}

        flow:
          start -> browse: 5
          browse -> browse: {customers: 1, time: 1m}
          browse -> basket: {customers: 3, time: 3.33m, median: 3m}
          browse -> left: 1
          browse -> under-way: 1
          basket -> pay: {customers: 2, time: 6m}
          basket -> left: 1
          pay -> completed: 2

        evidence:
          - {method: analytics, n: 4, date: 2026-03-05, source: "shop.csv, 2026-03-01..2026-03-05"}

        x-mined:
          source: shop.csv
          events: 11
          customers: 4
          visits: 5
          touchpoints: 3
          duration: {mean: 4.6m, median: 5m}
          remarks:
            - "The flow counts visits: 5 visits of 4 customers."
            - The scores, 1 to 5, are taken to be on a scale of 1 to 5, the narrowest usual one that holds them.

        """)
    #expect(
      mined.remarks == [
        "The flow counts visits: 5 visits of 4 customers.",
        "The scores, 1 to 5, are taken to be on a scale of 1 to 5, the narrowest usual one that "
          + "holds them.",
        "2 touchpoints have events of several channels; the document names the most used, "
          + "'x-channels' all.",
      ])
  }

  @Test func whatIsGatheredIsNamed() throws {
    var log = SlowCounter()
    for (customer, name) in ["a", "a", "a", "a", "b", "b", "c", "d", "e"].enumerated() {
      log.events += [
        Event(customer: "\(customer)", touchpoint: "begin"),
        Event(customer: "\(customer)", touchpoint: name),
        Event(customer: "\(customer)", touchpoint: "end"),
      ]
    }
    let mined = JourneyMiner(options: MiningOptions(title: "", detail: 4, source: "log"))
      .journey(of: log.counts)
    let rarer = try #require(mined.journey.touchpoints.first { $0.id == "rarer" })
    #expect(mined.journey.id == "unnamed")
    #expect(Set(mined.journey.touchpoints.map(\.id)) == ["begin", "a", "rarer", "end"])
    #expect(rarer.name == "4 rarer touchpoints")
    let value = try #require(rarer.extensions.first { $0.key == "x-gathered" }).value
    func item(_ name: String, _ visits: Double) -> DocumentValue {
      .mapping([.init("name", .text(name)), .init("visits", .number(visits))])
    }
    #expect(
      value
        == .mapping([
          .init("touchpoints", .number(4)), .init("events", .number(5)),
          .init("names", .list([item("b", 2), item("c", 1), item("d", 1), item("e", 1)])),
        ]))
    #expect(
      mined.remarks.contains(
        "The 4 rarest of 7 touchpoints (19% of all events) are gathered into 1; 'x-gathered' names "
          + "them."))
    #expect(mined.journey.flow.map(\.all).reduce(0, +) == 9 * 4)
  }

  /// A chain forgets where customers come from; where that matters, the count says so.
  @Test(arguments: [true, false]) func modelIsHeldAgainstTheCount(remembers: Bool) throws {
    var log = SlowCounter()
    for customer in 0..<400 {
      // Who remembers asks four times or never; who does not asks with a chance of a half each time.
      let asks = remembers ? (customer % 5 == 0 ? 4 : 0) : (customer + 1).trailingZeroBitCount
      let path = ["hub"] + (0..<asks).flatMap { _ in ["ask", "hub"] } + ["done"]
      log.events += path.map { Event(customer: "\(customer)", touchpoint: $0) }
    }
    let journey = JourneyMiner(options: MiningOptions(title: "Log", source: "log"))
      .journey(of: log.counts).journey
    let figures = try journey.analyzed(asOf: .epoch).touchpoints
    let warned = figures.filter { $0.warnings.contains { $0.id == .modelDiffersFromCount } }
    #expect(warned.map(\.id) == (remembers ? ["ask"] : []))
  }

  /// Who has paid looks round again, and the chain takes them for people who have not paid yet.
  @Test func completionIsHeldAgainstTheCount() throws {
    var log = SlowCounter()
    log.rules.completed = ["pay"]
    for customer in 0..<400 {
      let path = customer % 2 == 0 ? ["look", "pay", "look"] : ["look"]
      log.events += path.map { Event(customer: "\(customer)", touchpoint: $0) }
    }
    let journey = JourneyMiner(options: MiningOptions(title: "Log", source: "log"))
      .journey(of: log.counts).journey
    let analysis = try journey.analyzed(asOf: .epoch)
    #expect(analysis.ends?.completed == 0.5, "the ends of the whole are those that were counted")
    let warnings = analysis.touchpoints.flatMap(\.warnings).filter {
      $0.id == .modelDiffersFromCount
    }
    #expect(
      warnings.map(\.text) == [
        "200 customers were counted here, the chain says 133.",
        "Of 200 customers counted here 200 completed (100%), the chain says 50% from here.",
      ])
  }

  @Test func nothingIsMadeOfNothing() {
    let empty = EventCounts(
      touchpoints: [],
      everyone: EventCounts.Segment(events: 0, customers: 0, visits: 0, flows: [], visited: []))
    let mined = JourneyMiner(options: MiningOptions(title: "Log", source: "log"))
      .journey(of: empty)
    #expect(mined.journey.touchpoints.isEmpty)
    #expect(mined.journey.flow.isEmpty)
  }
}
