import JourneyTestSupport
import Testing

@testable import EventCounting

@Suite struct OddLogsTests {
  private func count(
    _ events: [Event], _ rules: CountingRules = CountingRules(variants: 5)
  ) -> EventCounts {
    let counter = EventCounter(rules: rules, lanes: 2)
    for (index, event) in events.enumerated() {
      counter.lanes[index % 2].begin(part: index)
      counter.lanes[index % 2].add(LogEvent(event: event))
    }
    return counter.counts()
  }

  @Test func idsAreToldApartByEveryByte() {
    let long = String(repeating: "x", count: 1_000_000)
    let ids = [
      "", "\0", "\0\0", "a", "a\0", "1234567", "12345678", "123456789", "12345678901234",
      "123456789012345", "1234567890123456", "12345678901234567", "123456789012345\0",
      "123456789012345\u{F}", "ü", "u\u{308}", "\u{FC}\0", "y" + long, long + "y", long,
    ]
    let counts = count((0..<3).flatMap { _ in ids.map { Event(customer: $0, touchpoint: "t") } })
    #expect(counts.everyone.customers == ids.count)
    #expect(counts.everyone.events == ids.count * 3)
    #expect(counts.variants.map(\.visits) == [ids.count])

    let names = count((0..<3).flatMap { _ in ids.map { Event(customer: "c", touchpoint: $0) } })
    let found = names.touchpoints.count
    #expect(found == ids.count)
    let hasAll = names.everyone.visited.allSatisfy { $0?.events == 3 }
    #expect(hasAll)
    let sorted = ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let isSorted = zip(names.touchpoints, sorted).allSatisfy { $0.name.utf8.elementsEqual($1.utf8) }
    #expect(isSorted)
  }

  @Test func everyLengthOfIdIsReadWithinItsBytes() {
    let text = String(repeating: "abcdefghijklm", count: 6)
    let ids = (1...70).map { String(text.prefix($0)) }
    let events = (ids + ids.reversed()).map {
      Event(customer: $0, touchpoint: $0, channel: $0, persona: $0, stage: $0)
    }
    let counts = count(events)
    #expect(counts.everyone.customers == 70)
    #expect(counts.touchpoints.map(\.name) == ids)
    #expect(counts.touchpoints.map(\.channels) == ids.map { [.init($0, events: 2)] })
    #expect(counts.personas.map(\.name) == ids)
  }

  @Test func whatEndsWellIsSpeltAsTheLogHasIt() {
    let events = ["\u{FC}", "u\u{308}"].map { Event(customer: $0, touchpoint: $0) }
    for (index, name) in ["u\u{308}", "\u{FC}"].enumerated() {
      let ends = count(events, CountingRules(completed: [name])).everyone.flows.suffix(2)
      #expect(
        ends.map(\.target)
          == (index == 0 ? [.end(.completed), .end(.left)] : [.end(.left), .end(.completed)]))
    }
    let both = CountingRules(completed: ["u\u{308}", "\u{FC}", "a", "\u{FC}"])
    #expect(both.completed.map { Array($0.utf8).count } == [1, 3, 2])
    #expect(
      count(events, both).everyone.flows.suffix(2).allSatisfy { $0.target == .end(.completed) })
  }

  @Test func bytesThatAreNotTextAreMendedAndOneName() {
    let counter = EventCounter()
    for bytes: [UInt8] in [[0xFF, 0x41], [0xFE, 0x41], Array("\u{FFFD}A".utf8), [0x41]] {
      bytes.withUnsafeBytes { bytes in
        var row = EventRow()
        row.customer = bytes
        row.touchpoint = bytes
        counter.lanes[0].add(row)
      }
    }
    let counts = counter.counts()
    #expect(counts.touchpoints.map(\.name) == ["A", "\u{FFFD}A"])
    #expect(counts.everyone.customers == 4)
  }

  @Test func timesAtTheEndsOfTimeDoNotTrap() {
    let far = Int64.max
    let counts = count(
      [
        Event(customer: "a", touchpoint: "x", time: far, began: .min + 1),
        Event(customer: "a", touchpoint: "y", time: .min + 1, began: far),
        Event(customer: "b", touchpoint: "x", time: far),
        Event(customer: "b", touchpoint: "y", time: far),
      ], CountingRules(timeout: .max, countsChannels: true))
    #expect(counts.everyone.visits == 2)
    #expect(counts.everyone.durations?.median == Double(Int64.max) / 2e6)
    #expect(counts.period == (.min + 1)...far)
  }

  @Test func scoresOfAllSizesAddUp() {
    let huge = Double.greatestFiniteMagnitude
    let counts = count(
      [
        Event(customer: "a", touchpoint: "x", felt: huge),
        Event(customer: "a", touchpoint: "x", felt: huge),
        Event(customer: "b", touchpoint: "x", felt: -huge),
        Event(customer: "a", touchpoint: "y", felt: -0.0),
        Event(customer: "a", touchpoint: "z", felt: 0.1),
      ])
    #expect(counts.everyone.visited[0]?.felt?.mean == 0)
    #expect(counts.everyone.visited[1]?.felt?.mean.sign == .plus)
    #expect(counts.scores == -huge...huge)
    let small = count([Event(customer: "a", touchpoint: "x", felt: .leastNonzeroMagnitude)])
    #expect(small.everyone.visited[0]?.felt?.mean == .leastNonzeroMagnitude)
    let equal = count((0..<7).map { Event(customer: "\($0)", touchpoint: "x", felt: 0.1) })
    #expect(equal.everyone.visited[0]?.felt == .init(n: 7, mean: 0.1, sd: 0))
  }

  @Test func moreScoresThanAreNumberedAndMoreNamesThanATableHolds() {
    var random = SeededGenerator(seed: 5)
    let events = (0..<70_000).map { number in
      Event(
        customer: "\(number % 5_000)", touchpoint: "\(Int.random(in: 0..<600, using: &random))",
        time: Int64(number), channel: "\(number % 4)", felt: Double(number % 68_000) / 7)
    }
    let rules = CountingRules(timeout: 8_000, countsChannels: true, variants: 5)
    let many = count(events, rules)
    let counter = EventCounter(rules: rules)
    for event in events { counter.lanes[0].add(LogEvent(event: event)) }
    let (other, slow) = (counter.counts(), SlowCount(rules: rules).count(events))
    let isSame = many == other && SplitCounts.isSame(many, slow)
    #expect(isSame)
  }

  @Test func oneCustomerMayHaveEverything() {
    var random = SeededGenerator(seed: 9)
    let events = (0..<20_000).map { number in
      Event(
        customer: "one", touchpoint: "\(Int.random(in: 0..<9, using: &random))",
        time: Int64.random(in: 0...20_000, using: &random), felt: Double(number % 5))
    }
    let rules = CountingRules(timeout: 5, variants: 9)
    let isSame = SplitCounts.isSame(count(events, rules), SlowCount(rules: rules).count(events))
    #expect(isSame)
  }

  @Test(arguments: SeededGenerator.seeds(20))
  func newNamesForCustomersChangeNothing(seed: UInt64) {
    let log = RandomLog(seed: seed)
    var random = SeededGenerator(seed: seed)
    var renamed = log
    for index in log.events.indices {
      renamed.events[index].event.customer += " of the house of \(seed)"
    }
    #expect(log.count(lanes: 2, &random) == renamed.count(lanes: 2, &random))
  }

  @Test(arguments: SeededGenerator.seeds(60))
  func whatComesInGoesOut(seed: UInt64) {
    let log = RandomLog(seed: seed)
    var random = SeededGenerator(seed: seed)
    let counts = log.count(lanes: 2, &random)
    for segment in [counts.everyone] + counts.personas + counts.channels {
      #expect(segment.events == segment.visited.reduce(0) { $0 + ($1?.events ?? 0) })
      for (index, visited) in segment.visited.enumerated() {
        let outflow = segment.flows.filter { $0.source == .touchpoint(index) }
        let inflow = segment.flows.filter { $0.target == .touchpoint(index) }
        #expect(outflow.reduce(0) { $0 + $1.count } == visited?.events ?? 0)
        #expect(inflow.reduce(0) { $0 + $1.count } == visited?.events ?? 0)
      }
      let starts = segment.flows.filter { $0.source == .start }
      #expect(starts.reduce(0) { $0 + $1.count } == segment.visits)
    }
    if let count = counts.variantCount, count <= log.rules.variants {
      #expect(counts.variants.reduce(0) { $0 + $1.visits } == counts.everyone.visits)
    }
  }
}
