/// How relief comes from each bad touchpoint: the first arrival at v ≥ 0, or an end before it.
///
/// The chain is cut down to the touchpoints where relief has not come, which are the bad ones and
/// those without a score. With Q′ the chances among them and a the chance to step to v ≥ 0:
/// `chance = h = (I − Q′)⁻¹ a`; each end likewise; steps given relief
/// `= (I − Q′)⁻¹ h / h`; time given relief `= (I − Q′)⁻¹ t / h` with
/// `t(i) = Σ p(i→j) · time(i→j) · h(j)`, h = 1 where v ≥ 0. The chances of relief and of the ends
/// before it sum to 1. Unit: 0…1, steps, seconds; steps and time are nil when relief never comes,
/// time too when a way that may lead there has no time.
///
/// Source: Kemeny & Snell, "Finite Markov Chains" (1960), chapter III, conditioned by Bayes' rule.
/// Cost: one factorisation of those touchpoints and seven solves.
///
/// - Parameters:
///   - network: The chain.
///   - values: v of each touchpoint after shrinkage; nil without a score.
///   - times: The time of each way.
/// - Returns: One value for each bad touchpoint that has a way on, by touchpoint.
/// - Throws: ``ChainFailure`` when no way out is left.
func reliefs(in network: FlowNetwork, values: [Double?], times: Times) throws(ChainFailure)
  -> [Relief?]
{
  var result = [Relief?](repeating: nil, count: network.rows.count)
  let members = network.rows.indices.filter { (values[$0] ?? -1) < 0 }
  guard members.contains(where: { (values[$0] ?? 0) < 0 }) else { return result }
  var slots = [Int](repeating: -1, count: network.rows.count)
  for (slot, index) in members.enumerated() { slots[index] = slot }

  var arrives = [Double](repeating: 0, count: members.count)
  var ends = Visits.Outcome.allCases.map { _ in [Double](repeating: 0, count: members.count) }
  var chain: [ChainRow] = []
  for (slot, index) in members.enumerated() {
    let row = network.rows[index]
    var part = ChainRow(targets: [], chances: [], exit: row.isActive ? 0 : 1)
    for step in row.next {
      if slots[step.target] >= 0 {
        part.targets.append(Int32(slots[step.target]))
        part.chances.append(step.chance)
      } else {
        arrives[slot] += step.chance
        part.exit += step.chance
      }
    }
    for exit in row.ends {
      ends[exit.end.outcome.rawValue][slot] += exit.chance
      part.exit += exit.chance
    }
    chain.append(part)
  }

  let factors = try Factorization(chain)
  let chances = factors.solving(arrives)
  let before = ends.map { factors.solving($0) }
  let steps = factors.solving(chances)
  let timed = timesUntilRelief(network, members, slots, chances, times, factors)
  for (slot, index) in members.enumerated() {
    guard let v = values[index], v < 0, network.rows[index].isActive else { continue }
    let chance = min(1, chances[slot])
    result[index] = Relief(
      chance: chance, completedBefore: min(1, before[0][slot]), leftBefore: min(1, before[1][slot]),
      divertedBefore: min(1, before[2][slot]), endedBefore: min(1, before[3][slot]),
      steps: chance > 0 ? finite(steps[slot] / chances[slot]) : nil,
      time: chance > 0 ? timed[slot].flatMap { finite($0 / chances[slot]) } : nil)
  }
  return result
}

/// The mean time until relief, counted only where it comes; nil where a needed time is unknown.
private func timesUntilRelief(
  _ network: FlowNetwork, _ members: [Int], _ slots: [Int], _ chances: [Double], _ times: Times,
  _ factors: Factorization
) -> [Double?] {
  var own = [Double](repeating: 0, count: members.count)
  var isUnknown = [Bool](repeating: false, count: members.count)
  var into: [[Int]] = Array(repeating: [], count: members.count)
  for (slot, index) in members.enumerated() {
    for step in network.rows[index].next {
      let target = slots[step.target]
      let chance = target >= 0 ? chances[target] : 1
      guard chance > 0 else { continue }
      if target >= 0 { into[target].append(slot) }
      if let seconds = times.seconds(of: step, from: index) {
        own[slot] += step.chance * chance * seconds
      } else {
        isUnknown[slot] = true
      }
    }
  }
  var open = isUnknown.indices.filter { isUnknown[$0] }
  while let slot = open.popLast() {
    for source in into[slot] where !isUnknown[source] {
      isUnknown[source] = true
      open.append(source)
    }
  }
  return zip(factors.solving(own), isUnknown).map { $1 ? nil : $0 }
}
