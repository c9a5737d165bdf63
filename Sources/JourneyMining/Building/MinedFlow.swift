import EventCounting
import JourneyModel

/// The transitions of a document with their counts and times.
struct MinedFlow {
  /// The transitions, by source, then touchpoints, then ends.
  private(set) var transitions: [Transition] = []
  /// How many ways have no time because it runs backwards.
  private(set) var backwards = 0
  /// Whether personas have their own counts.
  private(set) var isByPersona = false

  /// Writes the flow.
  ///
  /// - Parameters:
  ///   - everyone: Everybody's ways.
  ///   - personas: Each persona's; used where they add up to everybody's.
  ///   - ids: The ids of the nodes.
  ///   - diverted: The ends over to other journeys.
  init(
    _ everyone: [WayKey: WayTotal], _ personas: [(id: PersonaID, ways: [WayKey: WayTotal])],
    ids: [TouchpointID], diverted: [Transition.End] = []
  ) {
    let keys = everyone.keys.sorted(by: WayKey.isBefore)
    isByPersona =
      personas.count > 1
      && keys.allSatisfy { key in
        personas.map { $0.ways[key]?.count ?? 0 }.sum == everyone[key]?.count
      } && personas.allSatisfy { $0.ways.keys.allSatisfy { everyone[$0] != nil } }
    for key in keys {
      guard let total = everyone[key] else { continue }
      if total.isNegative { backwards += 1 }
      let traffic: ByPersona<Transition.Traffic>
      if isByPersona {
        traffic = .each(
          personas.compactMap { persona in
            persona.ways[key].map { ByPersona.Entry(persona.id, Self.traffic($0)) }
          })
      } else {
        traffic = .everyone(Self.traffic(total))
      }
      let end = key.end.map(Self.end) ?? key.diverted.map { diverted[$0] }
      transitions.append(
        Transition(
          key.source < 0 ? .start : .touchpoint(ids[key.source]),
          end.map { .end($0) } ?? .touchpoint(ids[key.target]), traffic))
    }
  }

  private static func traffic(_ total: WayTotal) -> Transition.Traffic {
    let times = MinedTime.rounded(
      mean: total.mean, median: total.mean == nil ? nil : total.median)
    return Transition.Traffic(.customers(total.count), time: times.mean, median: times.median)
  }

  private static func end(_ end: EventCounts.End) -> Transition.End {
    switch end {
    case .completed: .completed
    case .left: .left
    case .underWay: .underWay
    case .ended: .ended
    }
  }
}
