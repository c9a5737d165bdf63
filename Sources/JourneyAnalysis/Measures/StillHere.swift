import JourneyModel

/// The share of those who start that ever reach each stage or a later one.
///
/// Touchpoints are taken out of the chain stage by stage, those without a stage first. When all
/// before a stage are out, the ways from the start to what remains are the first arrivals in that
/// stage or a later one: their sum is the share still here. One elimination serves all stages.
///
/// Unit: share of those who start, 0…1; nil for a stage that has no touchpoint in it or behind it.
/// Source: censored chains, Grassmann, Taksar & Heyman (1985). Cost: one elimination.
///
/// - Parameters:
///   - network: The chain.
///   - stages: The position of each touchpoint's stage; nil without one.
///   - count: How many stages there are.
/// - Returns: One number for each stage.
/// - Throws: ``ChainFailure`` when a touchpoint has no way on or the chain is too entangled.
func stillHere(in network: FlowNetwork, stages: [Int?], count: Int) throws(ChainFailure)
  -> [Double?]
{
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
  while !Factorization.isDense(elimination, from: Factorization.denseFrom),
    let state = elimination.next()
  {
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
