/// An absorbing Markov chain for other modules, such as journeys that lead over into each other.
///
/// ``Factorization`` with its questions: `N = (I − Q)⁻¹`, found without a subtraction. Cost: one
/// factorisation, then linear for each question.
package struct AbsorbingChain {
  /// The ways on from one state.
  package struct Row {
    /// The states it leads to, each with its chance; the state itself may be among them.
    package var ways: [(target: Int, chance: Double)]
    /// The chance to leave the chain from here.
    package var exit: Double

    /// Creates the ways on from a state.
    package init(ways: [(target: Int, chance: Double)], exit: Double) {
      self.ways = ways
      self.exit = exit
    }
  }

  private let factors: Factorization

  /// Solves a chain; nil when a state has no way out, or too many lead to each other.
  package init?(_ rows: [Row]) {
    let chain = rows.map { row in
      ChainRow(
        targets: row.ways.map { Int32($0.target) }, chances: row.ways.map(\.chance),
        exit: row.exit)
    }
    guard let factors = try? Factorization(chain) else { return nil }
    self.factors = factors
  }

  /// Solves `x = r + Q · x`.
  ///
  /// - Parameter r: What each state gives by itself, not negative.
  /// - Returns: `N · r`.
  package func solving(_ r: [Double]) -> [Double] { factors.solving(r) }

  /// The expected visits of each state by who begins in one of them.
  ///
  /// - Parameter start: Where that is.
  /// - Returns: A row of `N`.
  package func visits(from start: Int) -> [Double] {
    var begin = [Double](repeating: 0, count: factors.count)
    begin[start] = 1
    return factors.visits(from: begin)
  }
}

/// The 90 % interval of a share that was counted, as ends of journeys have it: the 5 % and 95 %
/// points of Beta(k + ½, N − k + ½).
///
/// - Parameters:
///   - count: k, which need not be whole.
///   - total: N, above 0.
/// - Returns: The share with its interval.
package func countedShare(_ count: Double, of total: Double) -> Estimate {
  let share = CountedShare(count, of: total)
  return Estimate(share.point, low: share.low, high: share.high)
}
