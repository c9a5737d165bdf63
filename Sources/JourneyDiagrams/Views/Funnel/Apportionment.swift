/// Shares as whole numbers that add up.
enum Apportionment {
  /// Whole parts of a whole, each less than one from its share where the whole allows it.
  ///
  /// Every part is rounded down, and what is missing goes to those that lost most. Source: the
  /// method of largest remainders (Hamilton). Cost: n log n.
  ///
  /// - Parameters:
  ///   - shares: The parts, not negative, in the unit of the whole.
  ///   - total: What they must add up to, near their sum.
  /// - Returns: The parts, not negative; their sum is `total` unless all shares are 0.
  static func parts(_ shares: [Double], total: Int) -> [Int] {
    var parts = shares.map { Int($0.rounded(.down)) }
    let order = shares.indices.filter { shares[$0] > 0 }.sorted {
      let (a, b) = (shares[$0] - Double(parts[$0]), shares[$1] - Double(parts[$1]))
      return (-a, $0) < (-b, $1)
    }
    var missing = total - parts.reduce(0, +)
    var next = 0
    while missing > 0, !order.isEmpty {
      parts[order[next % order.count]] += 1
      (missing, next) = (missing - 1, next + 1)
    }
    for index in order.reversed() where missing < 0 {
      let taken = min(parts[index], -missing)
      parts[index] -= taken
      missing += taken
    }
    return parts
  }
}
