import EventCounting
import JourneyKit
import JourneyTestSupport
import Testing

@testable import JourneyMining

/// What `journey simulate` writes is what `journey mine` reads, with nothing told to it.
@Suite struct RoundTripTests {
  @Test(arguments: [
    "airline-rebooking", "buying-insurance", "email-club", "phone-rebooking", "test-results",
    "visa-appointment",
  ])
  func theSamplesComeBack(name: String) throws {
    let trip = try RoundTrip(try SampleJourney.named(name), customers: 3000, seed: 17)
    trip.parts()
    try trip.flow()
    try trip.scores()
  }

  /// Every end, ends after a time, who ends before the first touchpoint, loops, several starts.
  @Test func endsOfAllKindsComeBack() throws {
    var journey = Journey.sketch([
      "start -> a: 600", "start -> b: 300", "start -> left: 100", "a -> a: 200", "a -> b: 300",
      "a -> under-way: 100", "a -> left: 300", "a -> diverted: 100", "b -> a: 200",
      "b -> completed: 200", "b -> ended: 100", "b -> diverted/other: 50", "b -> left: 50",
    ])
    journey.customers = "visits"
    for index in journey.flow.indices where journey.flow[index].source != .start {
      guard case .everyone(var traffic) = journey.flow[index].traffic else { continue }
      if journey.flow[index].target != .end(.underWay), journey.flow[index].key != "a -> left" {
        traffic.time = TimeSpan(seconds: Double(60 * (index + 1)))
      }
      journey.flow[index].traffic = .everyone(traffic)
    }
    let trip = try RoundTrip(journey, customers: 4000, seed: 3, unit: "visits")
    trip.parts()
    try trip.flow()
    #expect(trip.mined.customers == "visits")
    let ends = Set(
      trip.mined.flow.map(\.target).filter { if case .end = $0 { true } else { false } })
    #expect(ends.count == 6)
    let left = try #require(trip.mined.flow.first { $0.key == "a -> left" }?.traffic.everyone)
    #expect(left.time == nil, "the document has no time there")
  }

  @Test(arguments: SeededGenerator.seeds(25)) func randomJourneysComeBack(seed: UInt64) throws {
    let journey = RandomJourney.lean(seed: seed)
    guard !journey.flow.isEmpty, (try? journey.analyzed(asOf: .epoch)) != nil else { return }
    do {
      try RoundTrip(journey, customers: 400, seed: seed).flow()
    } catch is InvalidJourney {
      // One persona's own flow contradicts itself.
    }
  }

  @Test func aTouchpointThatIsCalledAsAnEndKeepsItsName() throws {
    var journey = Journey.sketch(["start -> a: 9", "a -> completed: 5", "a -> left: 4"])
    journey.touchpoints[0].name = "completed"
    let log = SimulatedLog(try Simulation(journey, customers: 20))
    #expect(Set(log.events.map(\.touchpoint)) == ["completed (a)", "completed", "left"])
  }

  @Test func theCaseColumnSaysWhatIsCounted() throws {
    var journey = Journey.sketch(["start -> a: 9", "a -> completed: 9"])
    func head() throws -> String {
      String(decoding: SimulatedLog(try Simulation(journey, customers: 1)).bytes, as: UTF8.self)
        .split(separator: ",").first.map(String.init) ?? ""
    }
    #expect(try head() == "case")
    journey.customers = "visits"
    #expect(try head() == "visit_id")
  }
}
