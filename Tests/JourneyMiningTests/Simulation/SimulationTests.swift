import EventCounting
import JourneyKit
import JourneyTestSupport
import Testing

@testable import JourneyMining

@Suite struct SimulationTests {
  @Test(arguments: [
    "airline-rebooking", "buying-insurance", "email-club", "phone-rebooking", "test-results",
    "visa-appointment",
  ])
  func countingASampleGivesItBack(name: String) throws {
    let journey = try SampleJourney.named(name)
    let simulation = try Simulation(journey, customers: 1500, seed: 11)
    let log = SimulatedLog(simulation)
    let counts = log.counts()
    let check = SimulationCheck(journey, counts)
    if counts.personas.isEmpty {
      try check.shares(nil, counts.everyone)
    }
    for persona in journey.personas {
      let segment = try #require(counts.personas.first { $0.name == persona.name })
      try check.shares(persona.id, segment)
      try check.scores(persona.id, segment)
    }
    try check.times()
    #expect(counts.ties == 0)
  }

  @Test(arguments: SeededGenerator.seeds(40))
  func countingARandomJourneyGivesItBack(seed: UInt64) throws {
    let journey = RandomJourney.lean(seed: seed)
    guard (try? journey.analyzed(asOf: .epoch)) != nil else { return }
    let simulation: Simulation
    do {
      simulation = try Simulation(journey, customers: 600, seed: seed)
    } catch is InvalidJourney {
      // One persona's own flow contradicts itself.
      return
    }
    let log = SimulatedLog(simulation)
    #expect(log.events.count == CountsTable(log.bytes).rows.count - 1)
    let times = log.events.compactMap(\.time)
    #expect(times == times.sorted())
    guard !log.events.isEmpty else { return }
    let counts = log.counts()
    let check = SimulationCheck(journey, counts)
    if counts.personas.isEmpty, journey.flow.isEmpty == false {
      try check.shares(nil, counts.everyone)
    }
    for persona in journey.personas where !journey.flow.isEmpty {
      guard let segment = counts.personas.first(where: { $0.name == persona.name }) else {
        continue
      }
      try check.shares(persona.id, segment)
    }
  }

  @Test func theSameSeedGivesTheSameBytes() throws {
    let journey = try SampleJourney.named("airline-rebooking")
    let one = SimulatedLog(try Simulation(journey, customers: 50, seed: 3))
    let two = SimulatedLog(try Simulation(journey, customers: 50, seed: 3))
    let other = SimulatedLog(try Simulation(journey, customers: 50, seed: 4))
    #expect(one.bytes == two.bytes)
    #expect(one.bytes != other.bytes)
    // On every machine: this is what it was where it was first made.
    let checksum = one.bytes.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    #expect(checksum == 3_386_042_576_260_557_819)
  }

  @Test func whatIfAgreesWithASimulationOfTheChange() throws {
    let journey = try SampleJourney.named("test-results")
    let change = try Change("log-in -> left=2%")
    let after = try WhatIf(journey, [change], asOf: .epoch).after.analysis
    var changed = journey
    let transitions = after.transitions.filter { $0.source == .touchpoint("log-in") }
    changed.flow = after.transitions.filter { !$0.isInferred }.compactMap { transition in
      Share(fraction: (transition.probability * 1e9).rounded() / 1e9).map {
        Transition(transition.source, transition.target, .everyone(.init(.share($0))))
      }
    }
    #expect(abs((transitions.first { $0.target == .end(.left) }?.probability ?? 0) - 0.02) < 1e-12)
    let customers = 8000
    let simulation = try Simulation(changed, customers: customers, seed: 5)
    let log = SimulatedLog(simulation)
    let counts = log.counts()
    let completed = NamedEnds(counts).counts.everyone.flows.filter { $0.target == .end(.completed) }
      .reduce(0) { $0 + $1.count }
    let expected = try #require(after.ends?.completed)
    let error = (expected * (1 - expected) / Double(customers)).squareRoot()
    #expect(abs(Double(completed) / Double(customers) - expected) < 5 * error)
    let before = try #require(try journey.analyzed(asOf: .epoch).ends?.completed)
    #expect(expected - before > 10 * error)
  }

  @Test func withoutFlowEverybodyGoesInOrder() throws {
    var journey = Journey(
      id: "j", title: "J",
      touchpoints: [Touchpoint(id: "a"), Touchpoint(id: "b"), Touchpoint(id: "c")])
    journey.touchpoints[0].wait = TimeSpan(seconds: 60)
    let simulation = try Simulation(journey, customers: 100, seed: 1)
    #expect(
      simulation.remarks == [
        "How customers end is a last event 'ended', which 'journey mine' reads as an end.",
        "The journey has no flow: everybody goes through the touchpoints in their order.",
        "Where the document has neither a time nor a wait, the next event comes after 1 s.",
      ])
    let counts = NamedEnds(SimulatedLog(simulation).counts()).counts
    #expect(
      counts.everyone.flows.map(\.count) == [100, 100, 100, 100])
    #expect(counts.everyone.flows.last?.target == .end(.ended))
  }
}
