import EventCounting
import JourneyKit
import Testing

@testable import JourneyMining

/// A journey, and the one that was mined of a log that follows it, with no more said than the scale.
struct RoundTrip {
  let journey: Journey
  let mined: Journey
  /// The two-sided 1-in-a-billion point of the normal distribution: hundreds of comparisons a test.
  private let z = 6.1

  init(_ journey: Journey, customers: Int, seed: UInt64, unit: String? = nil) throws {
    self.journey = journey
    let log = SimulatedLog(try Simulation(journey, customers: customers, seed: seed))
    let options = MiningOptions(
      title: journey.title, scale: journey.scale, source: "log.csv", unit: unit)
    let text = JourneyWriter.text(
      of: JourneyMiner(options: options).journey(of: log.counts()).journey, format: .yaml)
    let read = JourneyReader.read(text, name: "mined.journey.yaml")
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
    mined = try #require(read.journey)
    #expect(mined.flowProblems().isEmpty, "\(mined.flowProblems())")
  }

  /// The same touchpoints with their stages and channels, and the same personas.
  func parts() {
    #expect(Set(mined.touchpoints.map(\.name)) == Set(journey.touchpoints.map(\.name)))
    for touchpoint in journey.touchpoints {
      let other = mined.touchpoints.first { $0.name == touchpoint.name }
      #expect(other?.stage == touchpoint.stage)
      #expect(
        other?.channel.flatMap { mined[channel: $0]?.name }
          == touchpoint.channel.flatMap { journey[channel: $0]?.name })
    }
    #expect(Set(mined.personas.map(\.name)) == Set(journey.personas.map(\.name)))
  }

  /// The same ways to touchpoints and ends in the same shares, and the same times, for each persona.
  func flow() throws {
    let personas: [Persona?] = journey.personas.isEmpty ? [nil] : journey.personas
    for persona in personas {
      let own = mined.personas.first { $0.name == persona?.name }?.id
      let expected = try journey.analyzed(asOf: .epoch, persona: persona?.id).transitions
      for source in [.start] + journey.touchpoints.map({ Transition.Source.touchpoint($0.id) }) {
        compare(expected.filter { $0.source == source }, source, persona?.id, own)
      }
    }
  }

  private func compare(
    _ ways: [TransitionFigures], _ source: Transition.Source, _ persona: PersonaID?,
    _ own: PersonaID?
  ) {
    let seen = mined.flow.filter { $0.source == same(source) }
    var traffic: [String: Transition.Traffic] = [:]
    for transition in seen {
      let value = own.flatMap { transition.traffic[$0] } ?? transition.traffic.everyone
      if let value { traffic[transition.target.description] = value }
    }
    let total = traffic.values.reduce(0.0) { $0 + count($1) }
    guard total > 0 else { return }
    let underWay = ways.filter { $0.target == .end(.underWay) }.reduce(0) { $0 + $1.probability }
    var shares: [String: Double] = [:]
    for way in ways {
      // Who was inferred to have left leaves like the others.
      shares[same(way.target).description, default: 0] +=
        way.target == .end(.underWay) ? way.probability : way.probability * (1 - underWay)
    }
    for way in ways {
      let target = same(way.target).description
      let share = shares[target] ?? 0
      let found = traffic[target].map(count) ?? 0
      #expect(
        abs(found - total * share) <= z * (total * share * (1 - share)).squareRoot() + 1,
        "\(source) -> \(target): \(found) of \(total), expected \(share)")
      time(way, traffic[target], persona)
    }
    let strange = traffic.keys.filter { shares[$0] == nil }
    #expect(strange.isEmpty, "\(source) leads to \(strange)")
  }

  /// Times of which the document gives a mean and no median, at the ends too.
  private func time(
    _ way: TransitionFigures, _ traffic: Transition.Traffic?, _ persona: PersonaID?
  ) {
    let stated = journey.flow.first { $0.source == way.source && $0.target == way.target }?.traffic
    let own = persona.flatMap { stated?[$0] } ?? stated?.everyone
    guard way.source != .start, let mean = own?.time?.seconds, own?.median == nil, let traffic,
      case .customers(let count) = traffic.amount, count > 0
    else { return }
    let found = traffic.time?.seconds ?? 0
    #expect(
      abs(found - mean) <= z * mean / Double(count).squareRoot() + 0.005 * mean,
      "\(way.source) -> \(way.target): \(found) s, expected \(mean) s")
  }

  /// The same scores.
  func scores() throws {
    let expected = try journey.analyzed(asOf: .epoch)
    let found = try mined.analyzed(asOf: .epoch)
    for touchpoint in expected.touchpoints {
      guard let felt = touchpoint.felt, !felt.isAssumed, let sd = felt.sd,
        let other = found.touchpoints.first(where: { $0.name == touchpoint.name })?.felt,
        let n = other.n
      else { continue }
      #expect(
        abs(other.mean - felt.mean)
          <= z * sd / Double(n).squareRoot() + 0.01 * (journey.scale.high - journey.scale.low),
        "\(touchpoint.name): \(other.mean), expected \(felt.mean)")
    }
  }

  private func count(_ traffic: Transition.Traffic) -> Double {
    if case .customers(let count) = traffic.amount { Double(count) } else { 0 }
  }

  private func same(_ source: Transition.Source) -> Transition.Source {
    if case .touchpoint(let id) = source { .touchpoint(same(id)) } else { source }
  }

  private func same(_ target: Transition.Target) -> Transition.Target {
    if case .touchpoint(let id) = target { .touchpoint(same(id)) } else { target }
  }

  private func same(_ id: TouchpointID) -> TouchpointID {
    mined.touchpoints.first { $0.name == journey[touchpoint: id]?.name }?.id ?? "gone"
  }
}
