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
struct ReliefChain: Sendable {
  /// The touchpoints where relief has not come, by their positions in the journey.
  let members: [Int]
  /// Where each touchpoint stands among the members; −1 for those where relief comes.
  let slots: [Int]
  /// `I − Q′` in factors.
  let factors: Factorization
  /// h: the chance that relief comes, by member.
  let chances: [Double]
  /// The chance of each end before relief, by ``Visits/Outcome`` and member.
  let before: [[Double]]
  /// `(I − Q′)⁻¹ h`, by member.
  let steps: [Double]
  /// `(I − Q′)⁻¹ t`, by member; nil when a way that may lead to relief has no time.
  let timed: [Double?]
  /// Which members are bad touchpoints that have a way on: those that relief is told for.
  let isTold: [Bool]

  /// Solves the chain of those who wait for relief; nil when nothing is bad.
  ///
  /// - Parameters:
  ///   - network: The chain.
  ///   - values: v of each touchpoint after shrinkage; nil without a score.
  ///   - times: The time of each way.
  /// - Throws: ``ChainFailure`` when no way out is left.
  init?(_ network: FlowNetwork, values: [Double?], times: Times) throws(ChainFailure) {
    let members = network.rows.indices.filter { (values[$0] ?? -1) < 0 }
    guard members.contains(where: { (values[$0] ?? 0) < 0 }) else { return nil }
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
    self.members = members
    self.slots = slots
    self.factors = factors
    self.chances = chances
    before = ends.map { factors.solving($0) }
    steps = factors.solving(chances)
    timed = timesUntilRelief(network, members, slots, chances, times, factors)
    isTold = members.map { (values[$0] ?? 0) < 0 && network.rows[$0].isActive }
  }

  /// How relief comes from a touchpoint; nil where it is not bad or has no way on.
  func relief(at index: Int) -> Relief? {
    let slot = slots[index]
    guard slot >= 0, isTold[slot] else { return nil }
    let chance = min(1, chances[slot])
    return Relief(
      chance: chance, completedBefore: min(1, before[0][slot]), leftBefore: min(1, before[1][slot]),
      divertedBefore: min(1, before[2][slot]), endedBefore: min(1, before[3][slot]),
      steps: chance > 0 ? finite(steps[slot] / chances[slot]) : nil,
      time: chance > 0 ? timed[slot].flatMap { finite($0 / chances[slot]) } : nil)
  }
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
