/// Takes states out of a Markov chain, one after the other, without ever subtracting.
///
/// Taking out k reroutes every way through it: `p(i→j) += p(i→k) · p(k→j) / S(k)`, where S(k) is the
/// **sum** of all ways on from k instead of `1 − p(k→k)`. Nothing is subtracted, so every number
/// keeps its relative precision however small the exits are.
///
/// The state taken next is the one whose removal creates the fewest new ways (in-degree times
/// out-degree, Markowitz's rule), so sparse chains stay sparse; ties go to the lower number.
///
/// Source: Grassmann, Taksar & Heyman, "Regenerative Analysis and Steady State Distributions for
/// Markov Chains", Operations Research 33 (1985); Markowitz, Management Science 3 (1957).
/// Cost: Σ in · out over the states as they are taken; linear for a line or a tree.
struct Elimination {
  /// What taking out one state leaves behind.
  struct Step {
    /// The state.
    var state: Int
    /// The sum of all ways on from it to other states and out.
    var pivot: Double
    /// The states that led to it, each with its chance to go there.
    var sources: SparseVector
    /// The states it led to, each with the chance of going there.
    var targets: SparseVector
  }

  private struct Candidate: Comparable {
    var phase: Int32
    var cost: Int
    var state: Int32

    static func < (lhs: Self, rhs: Self) -> Bool {
      if lhs.phase != rhs.phase { return lhs.phase < rhs.phase }
      if lhs.cost != rhs.cost { return lhs.cost < rhs.cost }
      return lhs.state < rhs.state
    }
  }

  /// The phase of states that are never taken out.
  static let kept = Int32.max

  /// The ways on from each state that is still there.
  private(set) var rows: [SparseVector]
  /// The chance to leave the chain from each state.
  private(set) var exits: [Double]
  /// How many states are still there.
  private(set) var remaining: Int
  /// How many ways between states are still there.
  private(set) var entries = 0

  private var columns: [SparseVector]
  private var isGone: [Bool]
  private var queue = Heap<Candidate>()
  private let phases: [Int32]
  private var slots: [Int32]

  /// Prepares the elimination.
  ///
  /// - Parameters:
  ///   - chain: The states.
  ///   - phases: States of a lower phase are all taken before any of a higher; empty for one phase.
  init(_ chain: [ChainRow], phases: [Int32] = []) {
    let count = chain.count
    rows = Array(repeating: SparseVector(), count: count)
    columns = rows
    exits = chain.map(\.exit)
    remaining = count
    isGone = Array(repeating: false, count: count)
    slots = Array(repeating: -1, count: count)
    self.phases = phases
    for (source, row) in chain.enumerated() {
      for (target, chance) in zip(row.targets, row.chances) {
        // A way back to the state itself only repeats the choice among the others.
        guard target != source, chance > 0 else { continue }
        if rows[source].add(chance, at: target) {
          columns[Int(target)].append(Int32(source), 0)
          entries += 1
        }
      }
    }
    for state in 0..<count { enqueue(state) }
  }

  /// The states that are still there, in their order.
  var remainingStates: [Int] { isGone.indices.filter { !isGone[$0] } }

  /// The phase of a state.
  func phase(of state: Int) -> Int32 { phases.isEmpty ? 0 : phases[state] }

  /// The state to take out next, with its phase; nil when only kept ones are left.
  mutating func next() -> Int? {
    while let candidate = queue.popLeast() {
      let state = Int(candidate.state)
      if !isGone[state], candidate.cost == cost(of: state) { return state }
    }
    return nil
  }

  /// Takes a state out.
  ///
  /// - Parameter state: A state that is still there.
  /// - Returns: What is needed to solve with the chain later.
  /// - Throws: ``ChainFailure/closed(state:)`` when it has no way on.
  mutating func remove(_ state: Int) throws(ChainFailure) -> Step {
    let key = Int32(state)
    let out = rows[state]
    let into = columns[state]
    let pivot = out.values.reduce(exits[state], +)
    guard pivot > 0, pivot.isFinite else { throw .closed(state: state) }
    isGone[state] = true
    remaining -= 1
    rows[state] = SparseVector()
    columns[state] = SparseVector()
    entries -= out.count + into.count
    for target in out.keys { columns[Int(target)].remove(key) }

    var step = Step(state: state, pivot: pivot, sources: SparseVector(), targets: out)
    for source in into.keys {
      let chance = rows[Int(source)].remove(key)
      step.sources.append(source, chance)
      reroute(source, chance / pivot, over: out)
      exits[Int(source)] += chance * (exits[state] / pivot)
    }
    for source in into.keys { enqueue(Int(source)) }
    for target in out.keys { enqueue(Int(target)) }
    return step
  }

  /// Adds `factor` times the ways in `out` to those of `source`.
  private mutating func reroute(_ source: Int32, _ factor: Double, over out: SparseVector) {
    var row = SparseVector()
    swap(&row, &rows[Int(source)])
    let scatters = !row.isIndexed || row.count <= 4 * out.count
    if scatters {
      for (slot, key) in row.keys.enumerated() { slots[Int(key)] = Int32(slot) }
    }
    let known = row.count
    for (target, chance) in zip(out.keys, out.values) where target != source {
      let value = factor * chance
      guard value > 0 else { continue }
      if scatters, case let slot = Int(slots[Int(target)]), slot >= 0 {
        row.values[slot] += value
      } else if scatters || row.slot(of: target) == nil {
        row.append(target, value)
        columns[Int(target)].append(source, 0)
        entries += 1
      } else {
        row.add(value, at: target)
      }
    }
    if scatters {
      for key in row.keys.prefix(known) { slots[Int(key)] = -1 }
    }
    swap(&row, &rows[Int(source)])
  }

  private func cost(of state: Int) -> Int { rows[state].count * columns[state].count }

  private mutating func enqueue(_ state: Int) {
    let phase = phase(of: state)
    guard phase != Self.kept else { return }
    queue.insert(Candidate(phase: phase, cost: cost(of: state), state: Int32(state)))
  }
}
