extension Visits {
  /// The journey's completion if those who left at x went on as the others from x do, for every x.
  ///
  /// Row x becomes `p(x→j) / (1 − p(x→left))` and the chain is solved again. That changes one row,
  /// so one factorisation serves all: with e = the chance, from x, to end in any way but leaving
  /// **at x**, completion from x becomes `c′ = completionFromHere(x) / e`, and the journey's
  /// `completed + left(x) · c′`: only those who left at x fare differently.
  ///
  /// e is the sum of completing, diverting, ending and leaving elsewhere. The last is the chance to
  /// leave less `N(x,x) · p(x→left)`; where that difference would cost digits (more than 99.99 % of
  /// those who are at x leave at x) it is solved for directly instead, for the ``mostSolved``
  /// touchpoints that lose the most.
  ///
  /// Unit: share of those who start, 0…1; nil where everybody leaves, so that there are no others to
  /// follow. Cost: constant for each touchpoint, linear for those solved directly.
  ///
  /// - Parameter completed: The share of those who start that complete.
  /// - Returns: One number for each touchpoint.
  func completionIfNobodyLeft(completed: Double) -> [Double?] {
    let leaving = exits[Outcome.left.rawValue]
    let others = [Outcome.completed, .diverted, .ended].map { fromHere[$0.rawValue] }
    var onwards = visits.indices.map { x -> Double in
      let elsewhere = fromHere[Outcome.left.rawValue][x] - returns[x] * leaving[x]
      return others.reduce(max(0, elsewhere)) { $0 + $1[x] }
    }
    let doubtful = visits.indices.filter { left(at: $0) > 0 && onwards[$0] < 1e-4 }
    let worst = doubtful.sorted { (left(at: $0), $1) > (left(at: $1), $0) }
    for x in worst.prefix(Self.mostSolved) {
      var elsewhere = leaving
      elsewhere[x] = 0
      let solved = factors.solving(elsewhere)[x]
      onwards[x] = others.reduce(solved) { $0 + $1[x] }
    }
    return visits.indices.map { x in
      let lost = left(at: x)
      guard lost > 0 else { return finite(completed) }
      guard onwards[x] > 0 else { return nil }
      let completion = min(1, fromHere[Outcome.completed.rawValue][x] / onwards[x])
      return finite(min(1, completed + lost * completion))
    }
  }

  /// The most touchpoints for which leaving elsewhere is solved directly.
  static let mostSolved = 200
}
