import JourneyAnalysis
import JourneyModel

/// The chances by which customers go on, for each persona, as the journey's figures have them.
struct SimulatedFlow {
  /// Where a way leads.
  enum Target: Hashable {
    case touchpoint(Int)
    case end(Transition.End)
  }

  /// One way on from a place.
  struct Way {
    /// Where it leads.
    var target: Target
    /// The chance of all ways up to this one.
    var upTo: Double
    /// How long it takes.
    var times: TimeDistribution
  }

  /// The customers of one persona, or all.
  struct Group {
    /// The persona's place in the document; nil for everybody.
    var persona: Int?
    /// The chance that a customer is of this group or an earlier one.
    var upTo: Double
    /// How customers begin.
    var start: [Way]
    /// How they go on from each touchpoint; empty where none of them comes.
    var ways: [[Way]]
    /// What they feel at each touchpoint; nil where nothing is known or written.
    var scores: [ScoreDistribution?]
  }

  private(set) var groups: [Group] = []
  /// How many ways have no time in the document.
  private(set) var untimed = 0
  /// The touchpoints whose scores are assumed.
  private(set) var assumed: Set<Int> = []
  /// The touchpoints whose scores have no standard deviation.
  private(set) var spreadless: Set<Int> = []
  /// The touchpoints whose scores spread wider than the scale has room for.
  private(set) var tooWide: Set<Int> = []
  /// Whether the journey has a flow of its own.
  private(set) var hasFlow = false

  private let journey: Journey
  private let writesAssumed: Bool
  private let places: [TouchpointID: Int]

  /// Reads the chances of a journey.
  ///
  /// - Parameters:
  ///   - journey: The journey.
  ///   - assumed: Whether scores that nobody was asked for are wanted too.
  /// - Throws: `InvalidJourney` where the journey contradicts itself.
  init(_ journey: Journey, assumed: Bool) throws(InvalidJourney) {
    self.journey = journey
    writesAssumed = assumed
    places = Dictionary(
      journey.touchpoints.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let everyone = try journey.analyzed(asOf: .epoch)
    hasFlow = everyone.hasFlow
    let weights = personaWeights()
    guard !weights.isEmpty else {
      groups = [group(nil, everyone, everyone, upTo: 1)]
      return
    }
    let sum = weights.reduce(0, +)
    var before = 0.0
    for (index, weight) in weights.enumerated() where weight > 0 {
      before += weight
      let own = try journey.analyzed(asOf: .epoch, persona: journey.personas[index].id)
      groups.append(group(index, own, everyone, upTo: before / sum))
    }
    groups[groups.count - 1].upTo = 1
  }

  /// How many of the customers are of each persona: as counted at the start, else by their shares.
  private func personaWeights() -> [Double] {
    let personas = journey.personas
    guard !personas.isEmpty else { return [] }
    let starts = journey.flow.filter { $0.source == .start }.map(\.traffic)
    let isCounted =
      !starts.isEmpty
      && starts.allSatisfy { traffic in
        traffic.everyone == nil
          && traffic.entries.allSatisfy {
            if case .customers = $0.value.amount { true } else { false }
          }
      }
    if isCounted {
      let counts = personas.map { persona in
        starts.reduce(0.0) { sum, traffic in
          guard case .customers(let count)? = traffic[persona.id]?.amount else { return sum }
          return sum + Double(max(0, count))
        }
      }
      if counts.contains(where: { $0 > 0 }) { return counts }
    }
    let given = personas.map { $0.share?.fraction }
    let missing = given.filter { $0 == nil }.count
    let rest = max(0, 1 - given.compactMap(\.self).reduce(0, +)) / Double(max(1, missing))
    let shares = given.map { $0 ?? rest }
    return shares.contains { $0 > 0 } ? shares : personas.map { _ in 1 }
  }

  // MARK: - Ways

  private mutating func group(
    _ persona: Int?, _ own: Analysis, _ everyone: Analysis, upTo: Double
  ) -> Group {
    let count = journey.touchpoints.count
    var group = Group(
      persona: persona, upTo: upTo, start: [], ways: Array(repeating: [], count: count),
      scores: Array(repeating: nil, count: count))
    if own.hasFlow {
      var bySource: [[TransitionFigures]] = Array(repeating: [], count: count + 1)
      for transition in own.transitions {
        switch transition.source {
        case .start: bySource[count].append(transition)
        case .touchpoint(let id): if let place = places[id] { bySource[place].append(transition) }
        }
      }
      group.start = ways(bySource[count], from: nil, persona)
      for place in 0..<count { group.ways[place] = ways(bySource[place], from: place, persona) }
    } else {
      order(&group, persona)
    }
    for place in 0..<count {
      group.scores[place] = scores(at: place, persona, own, everyone)
    }
    return group
  }

  /// The ways on from a place, those still under way among them.
  private mutating func ways(
    _ transitions: [TransitionFigures], from place: Int?, _ persona: Int?
  ) -> [Way] {
    let underWay = transitions.filter { $0.target == .end(.underWay) }
      .reduce(0.0) { $0 + $1.probability }
    var ways: [Way] = []
    var before = 0.0
    for transition in transitions {
      let isUnderWay = transition.target == .end(.underWay)
      // `under-way` is a share of all, the others are shares of those who are not.
      let chance = isUnderWay ? transition.probability : transition.probability * (1 - underWay)
      guard chance > 0 else { continue }
      before += chance
      let target: Target
      switch transition.target {
      case .touchpoint(let id):
        guard let index = places[id] else { continue }
        target = .touchpoint(index)
      case .end(let end): target = .end(end)
      }
      ways.append(
        Way(target: target, upTo: before, times: times(transition, from: place, persona)))
    }
    for index in ways.indices { ways[index].upTo /= before }
    return ways
  }

  private mutating func times(
    _ transition: TransitionFigures, from place: Int?, _ persona: Int?
  ) -> TimeDistribution {
    guard let place else { return TimeDistribution(always: 0) }
    if let mean = transition.time {
      let own = journey.flow.first {
        $0.source == transition.source && $0.target == transition.target
      }?.traffic
      let traffic = persona.flatMap { own?[journey.personas[$0].id] } ?? own?.everyone
      return TimeDistribution(mean: mean, median: traffic?.median?.seconds)
    }
    // Who is still there has not waited to the end.
    if transition.target == .end(.underWay) { return TimeDistribution(always: 0) }
    if let wait = journey.touchpoints[place].wait {
      return TimeDistribution(mean: wait.seconds, median: nil)
    }
    // An end without a time comes at once.
    guard case .touchpoint = transition.target else { return TimeDistribution(always: 0) }
    untimed += 1
    return TimeDistribution(always: 1)
  }

  /// Without flow everybody goes through the touchpoints in their order, past those of other personas.
  private mutating func order(_ group: inout Group, _ persona: Int?) {
    let met = journey.touchpoints.indices.filter { place in
      let personas = journey.touchpoints[place].personas
      guard let persona else { return true }
      return personas.isEmpty || personas.contains(journey.personas[persona].id)
    }
    func way(_ target: Target, from place: Int?) -> [Way] {
      var times = TimeDistribution(always: 0)
      if let place, let wait = journey.touchpoints[place].wait {
        times = TimeDistribution(mean: wait.seconds, median: nil)
      } else if place != nil, case .touchpoint = target {
        times = TimeDistribution(always: 1)
        untimed += 1
      }
      return [Way(target: target, upTo: 1, times: times)]
    }
    group.start = way(met.first.map(Target.touchpoint) ?? .end(.ended), from: nil)
    for (index, place) in met.enumerated() {
      let next = index + 1 < met.count ? Target.touchpoint(met[index + 1]) : .end(.ended)
      group.ways[place] = way(next, from: place)
    }
  }

  // MARK: - Scores

  private mutating func scores(
    at place: Int, _ persona: Int?, _ own: Analysis, _ everyone: Analysis
  ) -> ScoreDistribution? {
    let id = persona.map { journey.personas[$0].id }
    let figures = everyone.touchpoints[place]
    let ofPersona = figures.personas.first { $0.persona == id }?.felt
    guard let felt = ofPersona ?? figures.felt, felt.mean.isFinite else { return nil }
    if felt.isAssumed {
      assumed.insert(place)
      guard writesAssumed else { return nil }
    }
    let scale = journey.scale
    if felt.sd == nil { spreadless.insert(place) }
    let sd = felt.sd ?? Self.usualSpread(felt.mean, scale)
    if !ScoreDistribution.fits(mean: felt.mean, sd: sd, scale: scale) { tooWide.insert(place) }
    // As many of those who come answer as the document's n says, where it counts who comes.
    let source = ofPersona == nil ? everyone : own
    var response = 1.0
    if let n = felt.n, let started = source.started, let reach = source.touchpoints[place].reach,
      started * reach > 0
    {
      response = min(1, Double(n) / (started * reach))
    }
    return ScoreDistribution(mean: felt.mean, sd: sd, scale: scale, response: response)
  }

  /// Half a unit of the scale, as figures suppose where no spread is known, and never more than half of
  /// what the scale has room for.
  private static func usualSpread(_ mean: Double, _ scale: Scale) -> Double {
    let room = max(0, (mean - scale.low) * (scale.high - mean)).squareRoot()
    return min(scale.unit / 2, room / 2)
  }
}
