/// The strongly connected components of a graph: sets in which each leads to each.
///
/// Source: Tarjan, "Depth-First Search and Linear Graph Algorithms", SIAM Journal on Computing 1
/// (1972), with an explicit stack so that a line of 100,000 does not overflow the program's. Cost:
/// linear in states and ways.
///
/// - Parameter ways: The states that each state leads to.
/// - Returns: The components, each before all that lead to it; states ascending within each.
func stronglyConnectedComponents(_ ways: [[Int32]]) -> [[Int]] {
  let count = ways.count
  var number = [Int](repeating: -1, count: count)
  var lowest = [Int](repeating: 0, count: count)
  var isOpen = [Bool](repeating: false, count: count)
  var open: [Int] = []
  var components: [[Int]] = []
  var next = 0

  for root in 0..<count where number[root] < 0 {
    var visits: [(state: Int, way: Int)] = [(root, 0)]
    while let (state, way) = visits.last {
      if way == 0 {
        number[state] = next
        lowest[state] = next
        next += 1
        open.append(state)
        isOpen[state] = true
      }
      if way < ways[state].count {
        visits[visits.count - 1].way += 1
        let target = Int(ways[state][way])
        if number[target] < 0 {
          visits.append((target, 0))
        } else if isOpen[target] {
          lowest[state] = min(lowest[state], number[target])
        }
        continue
      }
      visits.removeLast()
      if let parent = visits.last?.state { lowest[parent] = min(lowest[parent], lowest[state]) }
      guard lowest[state] == number[state] else { continue }
      var component: [Int] = []
      while let member = open.popLast() {
        isOpen[member] = false
        component.append(member)
        if member == state { break }
      }
      components.append(component.sorted())
    }
  }
  return components
}
