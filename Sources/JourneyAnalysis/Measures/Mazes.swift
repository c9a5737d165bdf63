import JourneyModel

/// Sets of bad touchpoints that customers go round in.
///
/// A set is strongly connected through bad touchpoints alone, or one bad touchpoint that leads to
/// itself. With N′ the expected visits of the chain cut down to the set, the chance to come back to
/// x without leaving the set is `ρ(x) = 1 − 1 / N′(x,x)`. The set is a maze when the largest of them
/// is at least ``leastChance`` and somebody comes there. `customers = 1,000 · reach(x) · ρ(x)` at the touchpoint x to which
/// the most come back; it leaves out those who come back only to others, so it is a lower bound of
/// all who go round. `rounds = 1 / (1 − ρ(x)) = N′(x,x)`: how often who is caught at x comes back.
/// `chance = ρ(x)` at the same x. One finding for a set.
///
/// Unit: chance 0…1, rounds, customers per 1,000 who start. Source: components by Tarjan (1972),
/// returns by Kemeny & Snell (1960). Cost: linear, and one factorisation with selected inversion of
/// each set.
///
/// - Parameters:
///   - chain: The solved chain.
///   - isBad: Which touchpoints are bad.
///   - ids: Their ids.
/// - Returns: The mazes, in the order of their first touchpoints.
/// - Throws: ``ChainFailure`` when no way out is left.
func mazes(in chain: Visits, isBad: [Bool], ids: [TouchpointID]) throws(ChainFailure) -> [Maze] {
  let rows = chain.network.rows
  let bad = rows.indices.filter { isBad[$0] }
  var slots = [Int](repeating: -1, count: rows.count)
  for (slot, index) in bad.enumerated() { slots[index] = slot }
  let ways = bad.map { index in
    rows[index].next.compactMap { slots[$0.target] >= 0 ? Int32(slots[$0.target]) : nil }
  }
  var found: [(first: Int, maze: Maze)] = []
  for component in stronglyConnectedComponents(ways) {
    if component.count == 1, !ways[component[0]].contains(Int32(component[0])) { continue }
    let members = component.map { bad[$0] }
    if let maze = try maze(of: members, in: chain, ids: ids) { found.append((members[0], maze)) }
  }
  return found.sorted { $0.first < $1.first }.map(\.maze)
}

/// The least chance to go round that makes a maze.
private let leastChance = 0.01

private func maze(of members: [Int], in chain: Visits, ids: [TouchpointID]) throws(ChainFailure)
  -> Maze?
{
  var places: [Int: Int32] = [:]
  for (slot, index) in members.enumerated() { places[index] = Int32(slot) }
  var stays = [Double](repeating: 0, count: members.count)
  var part: [ChainRow] = []
  for (slot, index) in members.enumerated() {
    var row = ChainRow()
    for step in chain.network.rows[index].next {
      if let target = places[step.target] {
        row.targets.append(target)
        row.chances.append(step.chance)
        if target == slot { stays[slot] += step.chance }
      } else {
        row.exit += step.chance
      }
    }
    row.exit = chain.network.rows[index].ends.reduce(row.exit) { $0 + $1.chance }
    part.append(row)
  }
  let returns = try Factorization(part).diagonal()
  let chances = returns.map { max(0, 1 - 1 / $0) }
  guard let largest = chances.max(), largest >= leastChance else { return nil }
  var pivot = 0
  var most = 0.0
  for (slot, index) in members.enumerated() where chain.reach[index] * chances[slot] > most {
    most = chain.reach[index] * chances[slot]
    pivot = slot
  }
  guard most > 0, let rounds = finite(returns[pivot]), let customers = finite(1000 * most) else {
    return nil
  }
  return Maze(
    touchpoints: members.map { ids[$0] }, chance: chances[pivot], rounds: rounds,
    customers: customers)
}
