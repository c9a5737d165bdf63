import EventCounting

/// Which touchpoints a short document must not do without.
///
/// A touchpoint matters by the largest of these shares: of visits that come to it, of those that
/// begin there, and of the visits of each end that end there. So the one touchpoint from which few
/// complete stays, however few that are. Of the ends other than `completed`, one that hardly anybody
/// has weighs less. Cost: linear.
struct Importance {
  /// Touchpoints, those that matter most first; of equal ones in the order of their names.
  let ranking: [Int]

  init(_ counts: EventCounts) {
    let everyone = counts.everyone
    var ends: [EventCounts.End: Double] = [:]
    for flow in everyone.flows {
      if case .end(let end) = flow.target { ends[end, default: 0] += Double(flow.count) }
    }
    let visits = Double(max(1, everyone.visits))
    var worth = counts.touchpoints.indices.map { index in
      Double(everyone.visited[at: index]?.visits ?? 0) / visits
    }
    for flow in everyone.flows {
      switch (flow.source, flow.target) {
      case (.start, .touchpoint(let index)) where worth.indices.contains(index):
        worth[index] = max(worth[index], Double(flow.count) / visits)
      case (.touchpoint(let index), .end(let end)) where worth.indices.contains(index):
        guard let total = ends[end], total > 0 else { continue }
        let weight = end == .completed ? 1 : min(1, total / (0.05 * visits))
        worth[index] = max(worth[index], weight * Double(flow.count) / total)
      default: continue
      }
    }
    ranking = worth.indices.sorted { (-worth[$0], $0) < (-worth[$1], $1) }
  }
}

extension Array {
  /// The element at an index; nil where the array has none.
  subscript<Value>(at index: Int) -> Value? where Element == Value? {
    indices.contains(index) ? self[index] : nil
  }
}
