/// Touchpoints whose ways on are given in shares, and how much passes through each.
///
/// What arrives at them is what counts bring plus what they pass to each other:
/// `f = c + f · P`, solved like the visits of an absorbing chain. Unit: traversals. Cost: one
/// factorisation of these touchpoints.
struct ShareCircle {
  /// The touchpoints.
  let members: [Int]
  private var rows: [ChainRow]

  /// Gathers the touchpoints.
  ///
  /// - Parameters:
  ///   - members: The touchpoints, all with ways in shares.
  ///   - sources: All sources.
  init(_ members: [Int], _ sources: [FlowSource?]) {
    self.members = members
    var slots = [Int32](repeating: -1, count: sources.count)
    for (slot, index) in members.enumerated() { slots[index] = Int32(slot) }
    rows = members.map { index in
      var row = ChainRow()
      for way in sources[index]?.ways ?? [] where way.amount > 0 {
        if case .touchpoint(let target) = way.target, slots[target] >= 0 {
          row.targets.append(slots[target])
          row.chances.append(way.amount)
        } else {
          row.exit += way.amount
        }
      }
      return row
    }
  }

  /// The touchpoints from which nothing ever gets out of the circle.
  var withoutExit: [Int] {
    var into: [[Int]] = Array(repeating: [], count: rows.count)
    for (slot, row) in rows.enumerated() {
      for target in row.targets { into[Int(target)].append(slot) }
    }
    var gets = rows.map { $0.exit > 0 }
    var open = gets.indices.filter { gets[$0] }
    while let slot = open.popLast() {
      for source in into[slot] where !gets[source] {
        gets[source] = true
        open.append(source)
      }
    }
    return members.indices.filter { !gets[$0] }.map { members[$0] }
  }

  /// How many pass through each member.
  ///
  /// - Parameter counted: What counts bring to each touchpoint of the journey.
  /// - Returns: The traversals of each member; nil when they cannot be solved.
  func solve(_ counted: [Double]) -> [Double]? {
    guard !members.isEmpty else { return [] }
    guard let factors = try? Factorization(rows) else { return nil }
    return factors.visits(from: members.map { counted[$0] })
  }
}
