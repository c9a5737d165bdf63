import EventCounting
import JourneyFormats
import JourneyMining
import JourneyModel
import Testing

/// How figures of a log are written beside each other.
@Suite struct MinedFigureTests {
  @Test(arguments: [
    (105_840.0, 103_680.0, "time: 29.4h, median: 28.8h"), (97.8, 41, "time: 97.8s, median: 41s"),
    (41, 97.8, "time: 41s, median: 97.8s"), (1_209_600, 1_166_400, "time: 14d, median: 13.5d"),
    (7200, 5, "time: 2h, median: 5s"), (110, 41, "time: 110s, median: 41s"),
    (280, 41, "time: 4.67m, median: 41s"), (360, 180, "time: 6m, median: 3m"),
  ])
  func timesOfOneWayHaveOneUnit(mean: Double, median: Double, text: String) {
    let counts = EventCounts(
      touchpoints: [.init("a"), .init("b")],
      everyone: EventCounts.Segment(
        events: 2, customers: 1, visits: 1,
        flows: [
          .init(.start, .touchpoint(0), count: 1),
          .init(
            .touchpoint(0), .touchpoint(1), count: 1,
            times: .init(count: 3, mean: mean, median: median)),
          .init(.touchpoint(1), .end(.ended), count: 1),
        ],
        visited: [
          .init(events: 1, customers: 1, visits: 1, firstPlaces: 0),
          .init(events: 1, customers: 1, visits: 1, firstPlaces: 1),
        ]))
    let journey = JourneyMiner(options: MiningOptions(title: "Log", source: "log"))
      .journey(of: counts).journey
    let document = JourneyWriter.text(of: journey, format: .yaml)
    #expect(document.contains("a -> b: {customers: 1, \(text)}"), "\(document)")
    let reading = JourneyReader.read(document, name: "log.journey.yaml")
    #expect(reading.journey == journey)
  }

  /// Many scores at one touchpoint and few at another are written alike, as exactly as many need.
  @Test func scoresOfOneDocumentHaveAsManyDecimals() {
    var log = SlowCounter()
    let scores = [1.0, 2, 2, 3, 5, 5, 4]
    for customer in 0..<1500 {
      log.events.append(
        Event(customer: "\(customer)", touchpoint: "many", felt: scores[customer % 7]))
    }
    for (customer, felt) in [2.0, 3, 5].enumerated() {
      log.events.append(Event(customer: "\(customer)", touchpoint: "few", felt: felt))
    }
    let journey = JourneyMiner(options: MiningOptions(title: "Log", source: "log"))
      .journey(of: log.counts).journey
    let few = journey.touchpoints.first { $0.id == "few" }?.felt?.everyone
    let many = journey.touchpoints.first { $0.id == "many" }?.felt?.everyone
    #expect(few == Score(mean: 3.333, n: 3, sd: 1.528))
    #expect(many?.mean == 3.141)
    #expect(many?.sd == 1.458)
  }
}
