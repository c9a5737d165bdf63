import JourneyModel

/// The share of those who start that ever reach each stage or a later one.
///
/// Touchpoints are taken out of the chain stage by stage, those without a stage first. When all
/// before a stage are out, the ways from the start to what remains are the first arrivals in that
/// stage or a later one: their sum is the share still here. One elimination serves all stages.
///
/// Where flow runs across the stages that order fills the chain in; then each of the remaining stages
/// is solved by itself, in the chain's own best order: those who come into it or a later one are
/// `s + s · (I − Q′)⁻¹ · Q″` with Q′ the ways between the touchpoints before it and Q″ those out of
/// them.
///
/// Unit: share of those who start, 0…1; nil for a stage that has no touchpoint in it or behind it.
/// Source: censored chains, Grassmann, Taksar & Heyman (1985). Cost: one elimination, or one
/// factorisation for each of at most ``fewStages`` stages.
///
/// - Parameters:
///   - network: The chain.
///   - stages: The position of each touchpoint's stage; nil without one.
///   - count: How many stages there are.
///   - fill: The most ways the elimination may grow to before stages are solved one by one.
/// - Returns: One number for each stage.
/// - Throws: ``ChainFailure`` when a touchpoint has no way on or the chain is too entangled.
func stillHere(
  in network: FlowNetwork, stages: [Int?], count: Int, fill: Int? = nil
) throws(ChainFailure) -> [Double?] {
  guard count > 0 else { return [] }
  let start = network.rows.count
  var chain = network.rows.map { ChainRow($0) }
  chain.append(ChainRow(network.start))
  let phases = stages.map { Int32($0 ?? -1) } + [Elimination.kept]
  var elimination = Elimination(chain, phases: phases)
  let bound = elimination.entries + Factorization.mostFill

  var shares = [Double?](repeating: nil, count: count)
  let last = stages.compactMap(\.self).max() ?? -1
  var stage = 0
  func reached(_ phase: Int32, _ sum: Double) {
    while stage <= last, stage <= Int(phase) {
      shares[stage] = min(1, sum)
      stage += 1
    }
  }
  let fill = fill ?? 3 * elimination.entries + 5000
  while !Factorization.isDense(elimination, from: Factorization.denseFrom),
    let state = elimination.next()
  {
    if elimination.entries > fill, last - stage < fewStages {
      while stage <= last {
        shares[stage] = try share(reaching: stage, in: network, stages)
        stage += 1
      }
      return shares
    }
    guard elimination.entries <= bound else { throw .entangled }
    reached(elimination.phase(of: state), elimination.rows[start].values.reduce(0, +))
    _ = try elimination.remove(state)
  }

  // What is left is dense: the same in a matrix, the start in its last row.
  let states = elimination.remainingStates.sorted { (phases[$0], $0) < (phases[$1], $1) }
  var block = DenseBlock(states, of: elimination)
  for (slot, state) in states.enumerated() where state != start {
    let row = (states.count - 1) * states.count
    reached(phases[state], block.chances[row + slot..<row + states.count - 1].reduce(0, +))
    guard stage <= last else { break }
    guard block.remove(slot) > 0 else { throw .closed(state: state) }
  }
  return shares
}

/// The most stages that are solved one by one.
private let fewStages = 24

/// The share of those who start that come to a stage or a later one.
private func share(reaching stage: Int, in network: FlowNetwork, _ stages: [Int?])
  throws(ChainFailure) -> Double
{
  var slots = [Int32](repeating: -1, count: stages.count)
  var members: [Int] = []
  for index in stages.indices where (stages[index] ?? -1) < stage {
    slots[index] = Int32(members.count)
    members.append(index)
  }
  var chain: [ChainRow] = []
  var arriving: [Double] = []
  for index in members {
    let row = network.rows[index]
    var part = ChainRow(targets: [], chances: [], exit: row.isActive ? 0 : 1)
    var out = 0.0
    for step in row.next {
      if slots[step.target] >= 0 {
        part.targets.append(slots[step.target])
        part.chances.append(step.chance)
      } else {
        out += step.chance
      }
    }
    part.exit = row.ends.reduce(part.exit + out) { $0 + $1.chance }
    chain.append(part)
    arriving.append(out)
  }
  var first = [Double](repeating: 0, count: members.count)
  var sum = 0.0
  for step in network.start.next {
    if slots[step.target] >= 0 {
      first[Int(slots[step.target])] += step.chance
    } else {
      sum += step.chance
    }
  }
  let visits = try Factorization(chain).visits(from: first)
  return min(1, zip(visits, arriving).reduce(sum) { $0 + $1.0 * $1.1 })
}
