import JourneyModel

/// Where a way leads, touchpoints by their position in the journey.
enum Place: Hashable {
  case touchpoint(Int)
  case end(Transition.End)
}

/// A journey's flow with ids turned into positions.
///
/// Sources are numbered as the touchpoints are; the number behind the last touchpoint is the start.
/// Transitions that name no touchpoint of the journey are left out: the model reports them.
/// Cost: linear.
struct FlowDocument {
  /// The journey.
  let journey: Journey
  /// The positions of the transitions from each source, in the document's order.
  private(set) var transitions: [[Int]]
  /// Where each transition leads; nil when it is left out.
  private(set) var targets: [Place?]
  /// How customers divide among the personas.
  let shares: PersonaShares
  /// The position of each persona.
  let personas: [PersonaID: Int]

  /// Indexes a journey.
  init(_ journey: Journey) {
    self.journey = journey
    shares = PersonaShares(journey.personas)
    personas = Dictionary(
      journey.personas.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let count = journey.touchpoints.count
    let positions = Dictionary(
      journey.touchpoints.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    transitions = Array(repeating: [], count: count + 1)
    targets = Array(repeating: nil, count: journey.flow.count)
    for (index, transition) in journey.flow.enumerated() {
      let source: Int?
      switch transition.source {
      case .start: source = count
      case .touchpoint(let id): source = positions[id]
      }
      switch transition.target {
      case .end(let end): targets[index] = .end(end)
      case .touchpoint(let id): targets[index] = positions[id].map(Place.touchpoint)
      }
      if let source, targets[index] != nil { transitions[source].append(index) }
    }
  }

  /// The number of the start among the sources.
  var start: Int { journey.touchpoints.count }

  /// What a part of a way takes where its `time` is missing, in seconds; nil when unknown.
  ///
  /// The `wait` of the touchpoint it leaves; without that an exit takes no time, and so does the way
  /// from the start: customers start where they arrive.
  func untimedSeconds(from source: Int, to place: Place) -> Double? {
    guard source != start else { return 0 }
    let wait = journey.touchpoints[source].wait.flatMap { finite($0.seconds) }
    if case .end = place { return wait ?? 0 }
    return wait
  }

  /// The name that `flow` uses for a source.
  func name(_ source: Int) -> String {
    source == start ? "start" : journey.touchpoints[source].id.rawValue
  }

  /// The name that `flow` uses for a place.
  func name(_ place: Place) -> String {
    switch place {
    case .touchpoint(let index): name(index)
    case .end(let end): end.description
    }
  }
}
