import EventCounting
import Testing

/// Customers arrive at an interval when it begins and leave it when it ends.
@Suite struct IntervalTests {
  private let minute: Int64 = 60_000_000

  private func counts(
    _ events: [Event], _ rules: CountingRules = CountingRules(variants: 9)
  ) throws -> EventCounts {
    var counter = EventCounter(rules: rules)
    for event in events { try counter.add(event) }
    return counter.counts()
  }

  private func interval(_ name: String, _ began: Int64, _ ended: Int64) -> Event {
    Event(customer: "a", touchpoint: name, time: ended * minute, began: began * minute)
  }

  @Test func timesRunFromArrivingToArriving() throws {
    // From 8:00 to 13:15, of which ten minutes in A and five hours in B.
    let counts = try counts([interval("A", 480, 490), interval("B", 495, 795)])
    let way = EventCounts.Times(count: 1, mean: 900, median: 900)
    let stay = EventCounts.Times(count: 1, mean: 18_000, median: 18_000)
    let flows: [EventCounts.Flow] = [
      .init(.start, .touchpoint(0), count: 1),
      .init(.touchpoint(0), .touchpoint(1), count: 1, times: way),
      .init(.touchpoint(1), .end(.ended), count: 1, times: stay),
    ]
    #expect(counts.everyone.flows == flows)
    #expect(counts.everyone.durations == .init(count: 1, mean: 18_900, median: 18_900))
    #expect(counts.variants.map(\.durations) == [.init(count: 1, mean: 18_900, median: 18_900)])
    #expect(counts.period == (480 * minute)...(795 * minute))
    #expect(counts.everyone.visited[1]?.stay == .init(count: 1, mean: 18_000, median: 18_000))
  }

  @Test func beginningsOrderEventsAndLatestEndsCount() throws {
    // B begins and ends while A lasts.
    let counts = try counts([interval("B", 10, 20), interval("A", 0, 100), interval("C", 105, 106)])
    #expect(counts.variants.map(\.path) == [[0, 1, 2]])
    #expect(counts.everyone.durations?.mean == 6_360)
    let way = counts.everyone.flows.first { $0.source == .touchpoint(1) }
    #expect(way?.times?.mean == 5_700)
  }

  @Test func aPauseBeginsAtTheLatestEnd() throws {
    let events = [interval("A", 0, 100), interval("B", 10, 20), interval("C", 110, 111)]
    #expect(try counts(events, CountingRules(timeout: 10 * minute)).everyone.visits == 1)
    let cut = try counts(events, CountingRules(timeout: 9 * minute))
    #expect(cut.everyone.visits == 2)
    // The first visit ended with A, 11 minutes before the log did; the second one goes on.
    #expect(
      cut.everyone.flows.filter { if case .end = $0.target { true } else { false } }.map(\.target)
        == [.end(.ended), .end(.underWay)])
    #expect(
      try counts(events, CountingRules(timeout: 11 * minute)).everyone.flows.last?.target
        == .end(.underWay))
  }

  @Test func exitsOfEventsWithoutBeginningsHaveNoTime() throws {
    var other = interval("A", 0, 5)
    other.customer = "b"
    let counts = try counts([
      Event(customer: "a", touchpoint: "A", time: 3 * minute), other,
    ])
    #expect(
      counts.everyone.flows.last
        == .init(
          .touchpoint(0), .end(.ended), count: 2, times: .init(count: 1, mean: 300, median: 300)))
  }

  @Test func aBeginningAfterTheEndIsNotBelieved() throws {
    let counts = try counts([interval("A", 8, 5), interval("B", 6, 7)])
    #expect(counts.variants.map(\.path) == [[0, 1]])
    #expect(counts.everyone.visited[0]?.stay == nil)
    #expect(counts.period == (5 * minute)...(7 * minute))
  }

  @Test func ofAnEventThatOnlyBeganNothingElseIsKnown() throws {
    let counts = try counts([
      Event(customer: "a", touchpoint: "A", began: 5 * minute), interval("B", 6, 7),
    ])
    #expect(counts.variants.map(\.path) == [[0, 1]])
    #expect(counts.everyone.flows[1].times?.mean == 60)
    #expect(counts.everyone.visited[0]?.stay == nil)
    #expect(counts.period == (5 * minute)...(7 * minute))
  }
}
