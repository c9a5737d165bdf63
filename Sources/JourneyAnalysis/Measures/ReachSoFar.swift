import JourneyModel

/// The share of those who start that the chain says came to each touchpoint by the time the counting
/// stopped: reach with `under-way` as one more end.
///
/// Reach itself leaves those under way out of the chances, and says who will come; a count can only
/// hold who came. Unit: 0…1. Cost: one factorisation.
///
/// - Parameter view: The flow.
/// - Returns: One value for each touchpoint; nil when the chain cannot be solved.
func reachSoFar(_ view: FlowView) -> [Double]? {
  let count = view.document.start
  var start = [Double](repeating: 0, count: count)
  var rows: [ChainRow] = []
  rows.reserveCapacity(count)
  for (index, source) in view.sources.enumerated() {
    // What was inferred to end in place of those under way would count them twice.
    let ways = (source?.ways ?? []).filter {
      $0.amount > 0 && !($0.transition == nil && $0.target == .end(.ended))
    }
    let total = ways.reduce(0) { $0 + $1.amount }
    var row = ChainRow(targets: [], chances: [], exit: total > 0 ? 0 : 1)
    for way in ways {
      let chance = way.amount / total
      guard case .touchpoint(let target) = way.target else {
        row.exit += chance
        continue
      }
      if index == count { start[target] += chance }
      row.targets.append(Int32(target))
      row.chances.append(chance)
    }
    if index < count { rows.append(row) }
  }
  guard let factors = try? Factorization(rows) else { return nil }
  return zip(factors.visits(from: start), factors.diagonal()).map { visits, returns in
    visits == 0 ? 0 : min(1, visits / returns)
  }
}
