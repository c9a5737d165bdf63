public import JourneyModel

/// What became of those who came to a step of a journey and to no later one.
public struct StepOutcome: Hashable, Sendable {
  /// The share of those who start that come to this step or a later one.
  public var reached: Double
  /// How those end whose furthest step this is; their sum and ``goingOn`` make ``reached``.
  public var exits: [Exit]
  /// The share of those who start that come to a later step.
  public var goingOn: Double

  /// Customers who end in one way at one place.
  public struct Exit: Hashable, Sendable {
    /// The last touchpoint; nil for those who end without meeting one.
    public var touchpoint: TouchpointID?
    /// How they end; never `under-way`.
    public var end: Transition.End
    /// The share of those who start.
    public var share: Double
  }
}

extension Analysis {
  /// How those who start end, by the furthest of some steps that they come to.
  ///
  /// Who goes back to an earlier step still counts to the furthest one, so that everybody is in
  /// exactly one place: at each step, `reached = goingOn + Σ exits`, and what goes on is what
  /// reaches the next step. With stages for steps, `reached` is ``StageFigures/stillHere``.
  ///
  /// Customers are sent through the chain step by step. Those whose furthest step is k visit the
  /// touchpoints of the steps up to k and those of no step: `x = e · (I − Q′)⁻¹` with Q′ the ways
  /// between these and e the first arrivals in step k from the steps before; ways to later steps
  /// are the first arrivals there.
  ///
  /// Unit: share of those who start, 0…1; those under way are left out, as in ``EndShares``.
  /// Source: censored chains, Grassmann, Taksar & Heyman (1985). Cost: one factorisation for each
  /// step.
  ///
  /// - Parameter steps: The touchpoints of each step, each at most once; those that are in none
  ///   belong to whatever step a customer has come to.
  /// - Returns: One outcome for those who come to no step, then one for each step; nil without flow
  ///   or when the chain cannot be solved.
  public func outcomes(byFurthestOf steps: [[TouchpointID]]) -> [StepOutcome]? {
    guard hasFlow else { return nil }
    return try? FurthestStep(transitions, steps: steps, touchpoints: touchpoints.map(\.id))
      .outcomes()
  }
}

/// Sends customers through the chain step by step.
private struct FurthestStep {
  private struct Way {
    var target: Int
    var chance: Double
  }

  private struct Ending {
    var end: Transition.End
    var chance: Double
  }

  private let ids: [TouchpointID]
  /// The step of each touchpoint, from 1; 0 for those of none.
  private var steps: [Int]
  private let count: Int
  /// The ways on from each touchpoint, and behind them those from the start.
  private var ways: [[Way]]
  private var endings: [[Ending]]

  init(
    _ transitions: [TransitionFigures], steps groups: [[TouchpointID]], touchpoints: [TouchpointID]
  ) {
    ids = touchpoints
    count = groups.count
    var places: [TouchpointID: Int] = [:]
    for (index, id) in touchpoints.enumerated() { places[id] = index }
    steps = Array(repeating: 0, count: touchpoints.count)
    for (step, group) in groups.enumerated() {
      for place in group.compactMap({ places[$0] }) { steps[place] = step + 1 }
    }
    ways = Array(repeating: [], count: touchpoints.count + 1)
    endings = Array(repeating: [], count: touchpoints.count + 1)
    for transition in transitions where transition.probability > 0 {
      let source: Int?
      switch transition.source {
      case .start: source = touchpoints.count
      case .touchpoint(let id): source = places[id]
      }
      guard let source else { continue }
      switch transition.target {
      case .end(.underWay): continue
      case .end(let end):
        endings[source].append(Ending(end: end, chance: transition.probability))
      case .touchpoint(let id):
        guard let target = places[id] else { continue }
        ways[source].append(Way(target: target, chance: transition.probability))
      }
    }
  }

  func outcomes() throws(ChainFailure) -> [StepOutcome] {
    // First arrivals at each touchpoint, by the step they bring a customer to.
    var arrivals: [[Int: Double]] = Array(repeating: [:], count: count + 1)
    for way in ways[ids.count] { arrivals[steps[way.target]][way.target, default: 0] += way.chance }
    var outcomes: [StepOutcome] = []
    var reached = 1.0
    for step in 0...count {
      var exits: [StepOutcome.Exit] = []
      if step == 0 {
        for ending in endings[ids.count] {
          exits.append(.init(touchpoint: nil, end: ending.end, share: ending.chance))
        }
      }
      let members = ids.indices.filter { steps[$0] <= step }
      let visits = try visits(of: members, from: arrivals[step])
      for (slot, place) in members.enumerated() where visits[slot] > 0 {
        for ending in endings[place] {
          exits.append(
            .init(touchpoint: ids[place], end: ending.end, share: visits[slot] * ending.chance))
        }
        for way in ways[place] where steps[way.target] > step {
          arrivals[steps[way.target]][way.target, default: 0] += visits[slot] * way.chance
        }
      }
      // Added up from what is still to come, so that the parts make the whole.
      let goingOn = arrivals[(step + 1)...].reduce(0) { sum, places in
        ids.indices.reduce(sum) { $0 + (places[$1] ?? 0) }
      }
      outcomes.append(StepOutcome(reached: reached, exits: exits, goingOn: goingOn))
      reached = goingOn
    }
    return outcomes
  }

  /// How often touchpoints are visited by those who arrive and go to no others.
  private func visits(
    of members: [Int], from arriving: [Int: Double]
  ) throws(ChainFailure) -> [Double] {
    var first = members.map { arriving[$0] ?? 0 }
    guard first.contains(where: { $0 > 0 }) else { return first }
    var slots = [Int32](repeating: -1, count: ids.count)
    for (slot, place) in members.enumerated() { slots[place] = Int32(slot) }
    let chain = members.map { place -> ChainRow in
      var row = ChainRow()
      row.exit = endings[place].reduce(0) { $0 + $1.chance }
      for way in ways[place] {
        if slots[way.target] >= 0 {
          row.targets.append(slots[way.target])
          row.chances.append(way.chance)
        } else {
          row.exit += way.chance
        }
      }
      // Where nobody goes on nobody comes: a way out that is never taken.
      if row.exit == 0, row.targets.isEmpty { row.exit = 1 }
      return row
    }
    first = try Factorization(chain).visits(from: first)
    return first
  }
}
