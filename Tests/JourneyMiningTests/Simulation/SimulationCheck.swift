import EventCounting
import JourneyKit
import JourneyMining
import Testing

/// What was counted in a simulated log, held against the journey that it follows.
struct SimulationCheck {
  private let journey: Journey
  private let counts: EventCounts
  /// The two-sided 1-in-a-billion point of the normal distribution: thousands of comparisons a test.
  private let z = 6.1

  init(_ journey: Journey, _ counts: EventCounts) {
    self.journey = journey
    self.counts = counts
  }

  // MARK: - Shares

  /// The shares of every source are the document's within sampling error; nothing else is taken.
  func shares(_ persona: PersonaID?, _ segment: EventCounts.Segment) throws {
    let transitions = try journey.analyzed(asOf: .epoch, persona: persona).transitions
    let places = journey.touchpoints.map { Transition.Source.touchpoint($0.id) }
    for source in [.start] + places {
      let ways = transitions.filter { $0.source == source }
      let underWay = ways.filter { $0.target == .end(.underWay) }.reduce(0) { $0 + $1.probability }
      var expected: [String: Double] = [:]
      for way in ways {
        let isUnderWay = way.target == .end(.underWay)
        let chance = isUnderWay ? way.probability : way.probability * (1 - underWay)
        if chance > 0 { expected[way.target.description, default: 0] += chance }
      }
      compare(expected, seen(source, segment), source)
    }
  }

  private func compare(
    _ expected: [String: Double], _ seen: [String: Int], _ source: Transition.Source
  ) {
    let sum = expected.values.reduce(0, +)
    let total = Double(seen.values.reduce(0, +))
    guard total > 0 else { return }
    let strange = seen.keys.filter { expected[$0] == nil }
    #expect(strange.isEmpty, "\(source) leads to \(strange), not to \(expected)")
    for (target, chance) in expected {
      let share = chance / sum
      let count = Double(seen[target] ?? 0)
      let error = (total * share * (1 - share)).squareRoot()
      #expect(
        abs(count - total * share) <= z * error + 1 + 1e-9 * total,
        "\(source) -> \(target): \(count) of \(total), expected \(share)")
    }
  }

  private func seen(_ source: Transition.Source, _ segment: EventCounts.Segment) -> [String: Int] {
    let names = counts.touchpoints.map(\.name)
    let ids = Dictionary(
      journey.touchpoints.map { ($0.name, $0.id.rawValue) }, uniquingKeysWith: { first, _ in first }
    )
    var place = EventCounts.Source.start
    if case .touchpoint(let id) = source {
      guard let index = names.firstIndex(where: { ids[$0] == id.rawValue }) else { return [:] }
      place = .touchpoint(index)
    }
    var seen: [String: Int] = [:]
    for flow in segment.flows where flow.source == place {
      let target =
        switch flow.target {
        case .touchpoint(let index): ids[names[index]] ?? names[index]
        case .end(let end): end.rawValue
        }
      seen[target, default: 0] += flow.count
    }
    return seen
  }

  // MARK: - Scores and times

  /// Means and spreads of a persona's scores are the document's within sampling error.
  func scores(_ persona: PersonaID, _ segment: EventCounts.Segment) throws {
    let analysis = try journey.analyzed(asOf: .epoch)
    for (touchpoint, visited) in zip(counts.touchpoints, segment.visited) {
      guard let felt = visited?.felt,
        let figures = analysis.touchpoints.first(where: { $0.name == touchpoint.name }),
        let wanted = figures.personas.first(where: { $0.persona == persona })?.felt ?? figures.felt,
        let sd = wanted.sd
      else { continue }
      let error = sd / Double(felt.n).squareRoot()
      #expect(
        abs(felt.mean - wanted.mean) <= z * error + 0.001 * journey.scale.unit,
        "\(touchpoint.name): \(felt), expected \(wanted.mean)")
      if felt.n > 300, let spread = felt.sd {
        #expect(abs(spread / sd - 1) < 0.25, "\(touchpoint.name): \(spread), expected \(sd)")
      }
    }
  }

  /// Times that the document gives come back; no distribution without a median is wider than its mean.
  func times() throws {
    let personas: [PersonaID?] = journey.personas.isEmpty ? [nil] : journey.personas.map(\.id)
    for transition in journey.flow {
      guard case .touchpoint(let from) = transition.source,
        case .touchpoint(let to) = transition.target, let source = index(from),
        let target = index(to)
      else { continue }
      for persona in personas {
        let name = persona.flatMap { journey[persona: $0]?.name }
        let segment = counts.personas.first { $0.name == name } ?? counts.everyone
        let traffic = persona.flatMap { transition.traffic[$0] } ?? transition.traffic.everyone
        guard let mean = traffic?.time?.seconds, mean > 0, traffic?.median == nil,
          let times = segment.flows.first(where: {
            $0.source == .touchpoint(source) && $0.target == .touchpoint(target)
          })?.times
        else { continue }
        let margin = z * mean / Double(times.count).squareRoot()
        #expect(abs(times.mean - mean) <= margin, "\(transition.key): \(times), expected \(mean)")
      }
    }
  }

  private func index(_ id: TouchpointID) -> Int? {
    counts.touchpoints.firstIndex { $0.name == journey[touchpoint: id]?.name }
  }
}
