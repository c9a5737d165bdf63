internal import JourneyAnalysis
internal import JourneyModel

/// The ways from the start to every touchpoint whose least travelled transition is travelled most.
///
/// Prim's order: always next the touchpoint to which most traffic leads from those already met, so
/// that the first so many of the order hang together. Equal traffic is decided by the order of the
/// document. Cost: n log n in the transitions.
struct WidestWays {
  /// The touchpoints in the order in which they are met; those that nobody reaches are left out.
  private(set) var order: [Int] = []
  /// The traffic that comes to each touchpoint.
  private(set) var visits: [Double]
  /// From where each touchpoint is met; nil at the start.
  private var parent: [Int?]

  private struct Step: Comparable {
    var traffic: Double
    var number: Int
    var source: Int?
    var target: Int

    static func < (lhs: Step, rhs: Step) -> Bool {
      (lhs.traffic, rhs.number) < (rhs.traffic, lhs.number)
    }
  }

  /// Walks through the journey.
  init(_ transitions: [TransitionFigures], index: [TouchpointID: Int], touchpoints: Int) {
    visits = [Double](repeating: 0, count: touchpoints)
    parent = [Int?](repeating: nil, count: touchpoints)
    var steps = [[Step]](repeating: [], count: touchpoints)
    var waiting: [Step] = []
    for (number, transition) in transitions.enumerated() where transition.traffic > 0 {
      guard case .touchpoint(let id) = transition.target, let target = index[id] else { continue }
      visits[target] += transition.traffic
      var step = Step(traffic: transition.traffic, number: number, source: nil, target: target)
      switch transition.source {
      case .start: Self.push(step, to: &waiting)
      case .touchpoint(let id):
        guard let source = index[id], source != target else { continue }
        step.source = source
        steps[source].append(step)
      }
    }
    var isMet = [Bool](repeating: false, count: touchpoints)
    while let step = Self.popGreatest(from: &waiting) {
      guard !isMet[step.target] else { continue }
      isMet[step.target] = true
      parent[step.target] = step.source
      order.append(step.target)
      for next in steps[step.target] where !isMet[next.target] { Self.push(next, to: &waiting) }
    }
  }

  /// The touchpoints from the start to one, that one included.
  func way(to place: Int) -> [Int] {
    var way = [place]
    while let before = way.last.flatMap({ parent[$0] }) { way.append(before) }
    return way.reversed()
  }

  // MARK: A heap, the greatest first

  private static func push(_ step: Step, to heap: inout [Step]) {
    heap.append(step)
    var place = heap.count - 1
    while place > 0, heap[(place - 1) / 2] < heap[place] {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private static func popGreatest(from heap: inout [Step]) -> Step? {
    guard let greatest = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return greatest }
    heap[0] = last
    var place = 0
    while true {
      var largest = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
        if heap[largest] < heap[child] { largest = child }
      }
      if largest == place { return greatest }
      heap.swapAt(place, largest)
      place = largest
    }
  }
}
