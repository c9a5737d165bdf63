/// An absorbing Markov chain, solved once for all questions: `N = (I − Q)⁻¹` in factors.
///
/// `I − Q = L · D · U`, found by ``Elimination`` without a subtraction, with what becomes dense kept
/// as the full inverse of a ``DenseBlock``. The factors answer
/// - ``solving(_:)``: `N · r`, the chances or costs from each state;
/// - ``visits(from:)``: `s · N`, the expected visits of each state;
/// - ``diagonal()``: `N(i,i)`, the expected visits of i by who begins in i.
///
/// All three only add and multiply numbers that are not negative, so each result keeps the relative
/// precision of its input, exits of 10⁻¹² included.
///
/// Source: Kemeny & Snell, "Finite Markov Chains" (1960), chapter III; Grassmann, Taksar & Heyman
/// (1985). Cost: memory and solves linear in the ways that the elimination leaves.
struct Factorization {
  /// The share of filled places from which the rest is treated as dense.
  static let denseFrom = 0.15
  /// The most ways an elimination may add before the chain counts as entangled.
  static let mostFill = 4_000_000

  /// How many states there are.
  let count: Int
  /// The states taken by sparse elimination, in that order.
  private(set) var order: [Int32] = []
  private(set) var pivots: [Double] = []
  private(set) var lower = SparseColumns()
  private(set) var upper = SparseColumns()
  /// The states left to the dense block.
  private(set) var denseStates: [Int] = []
  private(set) var inverse: [Double] = []

  /// Factorises a chain.
  ///
  /// - Parameters:
  ///   - chain: The states.
  ///   - denseFrom: The share of filled places from which the rest is treated as dense.
  /// - Throws: ``ChainFailure`` when a state has no way out or the chain is too entangled.
  init(_ chain: [ChainRow], denseFrom: Double = Self.denseFrom) throws(ChainFailure) {
    count = chain.count
    var elimination = Elimination(chain)
    let bound = elimination.entries + Self.mostFill
    while !Self.isDense(elimination, from: denseFrom), let state = elimination.next() {
      guard elimination.entries <= bound else { throw .entangled }
      let step = try elimination.remove(state)
      order.append(Int32(state))
      pivots.append(step.pivot)
      lower.append(step.sources, dividedBy: step.pivot)
      upper.append(step.targets, dividedBy: step.pivot)
    }
    denseStates = elimination.remainingStates
    do {
      inverse = try DenseBlock(denseStates, of: elimination).inverse()
    } catch {
      guard case .closed(let slot) = error else { throw error }
      throw .closed(state: denseStates[slot])
    }
  }

  /// Whether what remains is better treated as a full matrix.
  static func isDense(_ elimination: Elimination, from share: Double) -> Bool {
    let size = elimination.remaining
    guard size > 0, size <= DenseBlock.mostStates else { return false }
    return Double(elimination.entries) > share * Double(size) * Double(size)
  }

  /// Solves `x = r + Q · x`.
  ///
  /// - Parameter r: What each state gives by itself, not negative.
  /// - Returns: `N · r`.
  func solving(_ r: [Double]) -> [Double] {
    var x = r
    for (step, state) in order.enumerated() {
      let value = x[Int(state)]
      guard value != 0 else { continue }
      for slot in lower.range(step) { x[Int(lower.keys[slot])] += lower.values[slot] * value }
    }
    let size = denseStates.count
    let known = denseStates.map { x[$0] }
    for (slot, state) in denseStates.enumerated() {
      var sum = 0.0
      for other in 0..<size { sum += inverse[slot * size + other] * known[other] }
      x[state] = sum
    }
    for step in order.indices.reversed() {
      let state = Int(order[step])
      var sum = x[state] / pivots[step]
      for slot in upper.range(step) { sum += upper.values[slot] * x[Int(upper.keys[slot])] }
      x[state] = sum
    }
    return x
  }

  /// Solves `v = s + v · Q`.
  ///
  /// - Parameter start: How many begin in each state.
  /// - Returns: `s · N`, the expected visits of each state.
  func visits(from start: [Double]) -> [Double] {
    var v = start
    for (step, state) in order.enumerated() {
      let value = v[Int(state)]
      guard value != 0 else { continue }
      for slot in upper.range(step) { v[Int(upper.keys[slot])] += upper.values[slot] * value }
    }
    let size = denseStates.count
    let known = denseStates.map { v[$0] }
    for state in denseStates { v[state] = 0 }
    for other in 0..<size where known[other] != 0 {
      for (slot, state) in denseStates.enumerated() {
        v[state] += known[other] * inverse[other * size + slot]
      }
    }
    for step in order.indices.reversed() {
      let state = Int(order[step])
      var sum = v[state] / pivots[step]
      for slot in lower.range(step) { sum += lower.values[slot] * v[Int(lower.keys[slot])] }
      v[state] = sum
    }
    return v
  }
}

/// Sparse vectors one behind the other, no longer changing.
struct SparseColumns {
  private var starts: [Int] = [0]
  /// The positions of all vectors.
  private(set) var keys: [Int32] = []
  /// The numbers at them.
  private(set) var values: [Double] = []

  /// Where the entries of the vector stand.
  func range(_ vector: Int) -> Range<Int> { starts[vector]..<starts[vector + 1] }

  /// Adds a vector, each number divided by the divisor.
  mutating func append(_ vector: SparseVector, dividedBy divisor: Double) {
    keys.append(contentsOf: vector.keys)
    for value in vector.values { values.append(value / divisor) }
    starts.append(keys.count)
  }
}
