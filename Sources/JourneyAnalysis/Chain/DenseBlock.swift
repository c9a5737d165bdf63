/// A few states of a chain that all lead to each other, as a full matrix.
///
/// What is left of a sparse chain late in its elimination is dense; there a plain matrix is many
/// times faster than lists. The arithmetic is the same: sums only, never a difference.
struct DenseBlock {
  /// The most states a block may hold: 2,500² doubles are 50 MB.
  static let mostStates = 2500

  /// How many states there are.
  let count: Int
  /// `chances[i · count + j]`: from i to j; the diagonal is not used.
  var chances: [Double]
  /// The chance to leave the chain from each state.
  var exits: [Double]

  /// Gathers the states still there in an elimination.
  ///
  /// - Parameters:
  ///   - states: The states, in the order they are to be taken.
  ///   - elimination: The elimination they are in.
  init(_ states: [Int], of elimination: Elimination) {
    count = states.count
    chances = Array(repeating: 0, count: count * count)
    exits = states.map { elimination.exits[$0] }
    var slots: [Int: Int] = [:]
    for (slot, state) in states.enumerated() { slots[state] = slot }
    for (slot, state) in states.enumerated() {
      let row = elimination.rows[state]
      for (target, chance) in zip(row.keys, row.values) {
        if let other = slots[Int(target)] { chances[slot * count + other] = chance }
      }
    }
  }

  /// Takes state `k` out: afterwards column k holds `p(i→k) / pivot` for the states behind it.
  ///
  /// - Parameter k: The state; all before it are taken already.
  /// - Returns: The pivot, 0 when there is no way on.
  mutating func remove(_ k: Int) -> Double {
    let count = count
    let exit = exits[k]
    return chances.withUnsafeMutableBufferPointer { all in
      guard let base = all.baseAddress else { return 0 }
      let from = base + k * count
      var pivot = exit
      for j in k + 1..<max(k + 1, count) { pivot += from[j] }
      guard pivot > 0, pivot.isFinite else { return 0 }
      for i in k + 1..<max(k + 1, count) {
        let row = base + i * count
        let factor = row[k] / pivot
        row[k] = factor
        guard factor > 0 else { continue }
        for j in k + 1..<count { row[j] += factor * from[j] }
        exits[i] += factor * exit
      }
      return pivot
    }
  }

  /// The expected visits `N = (I − P)⁻¹` of the block, row by row.
  ///
  /// The inverse of the triangular factors is put together from the last state forwards,
  /// `z(k,·) = Σ u(k,i) z(i,·)`, `z(·,k) = Σ z(·,i) l(i,k)`, `z(k,k) = 1/S(k) + Σ u(k,i) z(i,k)`:
  /// again only sums of numbers that are not negative. Cost: count³ multiplications.
  ///
  /// - Returns: `count · count` numbers.
  /// - Throws: ``ChainFailure/closed(state:)`` with the block's own numbering.
  consuming func inverse() throws(ChainFailure) -> [Double] {
    var pivots: [Double] = []
    for k in 0..<count {
      let pivot = remove(k)
      guard pivot > 0 else { throw .closed(state: k) }
      pivots.append(pivot)
    }
    let count = count
    let factors = chances
    var inverse = [Double](repeating: 0, count: count * count)
    var column = [Double](repeating: 0, count: count)
    inverse.withUnsafeMutableBufferPointer { z in
      factors.withUnsafeBufferPointer { f in
        column.withUnsafeMutableBufferPointer { l in
          guard let z = z.baseAddress, let f = f.baseAddress, let l = l.baseAddress else { return }
          for k in stride(from: count - 1, through: 0, by: -1) {
            Self.extend(z, by: k, factors: f, pivot: pivots[k], count: count, column: l)
          }
        }
      }
    }
    return inverse
  }

  /// Adds row and column k to the inverse of the states behind k.
  private static func extend(
    _ z: UnsafeMutablePointer<Double>, by k: Int, factors: UnsafePointer<Double>, pivot: Double,
    count: Int, column: UnsafeMutablePointer<Double>
  ) {
    let size = count - k - 1
    let row = z + (k * count + k + 1)
    let upper = factors + (k * count + k + 1)
    for i in 0..<size { column[i] = factors[(k + 1 + i) * count + k] }
    var corner = 1 / pivot
    for i in 0..<size {
      let other = z + ((k + 1 + i) * count + k + 1)
      let factor = upper[i] / pivot
      if factor > 0 {
        for j in 0..<size { row[j] += factor * other[j] }
      }
      // Eight running sums, so that the processor can add them side by side.
      var sums = SIMD8<Double>.zero
      var j = 0
      while j + 8 <= size {
        let left = UnsafeRawPointer(other + j).loadUnaligned(as: SIMD8<Double>.self)
        let right = UnsafeRawPointer(column + j).loadUnaligned(as: SIMD8<Double>.self)
        sums += left * right
        j += 8
      }
      var sum = sums.sum()
      while j < size {
        sum += other[j] * column[j]
        j += 1
      }
      z[(k + 1 + i) * count + k] = sum
      corner += factor * sum
    }
    z[k * count + k] = corner
  }
}
