/// Things under each other that would rather stand elsewhere.
enum Stacking {
  /// The tops of things that must not overlap, each as near to where it wants to be as the others
  /// allow: the least squares of all moves.
  ///
  /// Source: pooling of adjacent violators, Ayer et al. (1955). Cost: linear.
  ///
  /// - Parameters:
  ///   - wanted: Where the tops would like to be, in the order from top to bottom.
  ///   - heights: The heights, spaces included.
  /// - Returns: Tops, each at least the height before it below the one before it.
  static func tops(wanted: [Double], heights: [Double]) -> [Double] {
    var before: [Double] = []
    var sum = 0.0
    for height in heights {
      before.append(sum)
      sum += height
    }
    // Less what stands above, the tops must not fall.
    var pools: [(mean: Double, count: Int)] = []
    for (top, above) in zip(wanted, before) {
      pools.append((top - above, 1))
      while pools.count > 1, pools[pools.count - 2].mean > pools[pools.count - 1].mean {
        let last = pools.removeLast()
        let first = pools.removeLast()
        let count = first.count + last.count
        let mean =
          (first.mean * Double(first.count) + last.mean * Double(last.count)) / Double(count)
        pools.append((mean, count))
      }
    }
    let starts = pools.flatMap { Array(repeating: $0.mean, count: $0.count) }
    return zip(starts, before).map { $0 + $1 }
  }
}
