import EventCounting
import JourneyAnalysis

/// The shares of a segment as counts of a whole.
struct SegmentShares {
  /// So many of so many, in how many customers.
  struct Part {
    /// How many visits.
    var count: Int
    /// Of how many.
    var total: Int
    /// Whose visits they are; several visits of one customer are alike.
    var customers: Int

    init(_ count: Int, of total: Int, customers: Int) {
      (self.count, self.total, self.customers) = (count, total, customers)
    }

    /// Several parts together; nil when there are none.
    init?(sum parts: [Part]) {
      guard !parts.isEmpty else { return nil }
      self.init(
        parts.map(\.count).sum, of: parts.map(\.total).sum, customers: parts.map(\.customers).sum)
    }

    /// The share with its interval, as sure as so many customers make it; nil of nothing.
    var estimate: Estimate? {
      guard total > 0 else { return nil }
      let size = Double(min(total, max(1, customers)))
      return countedShare(min(1, Double(count) / Double(total)) * size, of: size)
    }
  }

  /// Who complete, of those whose end is known; nil where nobody said what completing is.
  let completed: Part?
  private let segment: EventCounts.Segment
  private let left: [Int: Int]
  private let hasLeft: Bool

  init(_ segment: EventCounts.Segment, isEndKnown: Bool) {
    self.segment = segment
    hasLeft = isEndKnown
    let known = segment.visits - min(segment.visits, segment.ending(.underWay))
    completed =
      isEndKnown && known > 0
      ? Part(segment.ending(.completed), of: known, customers: segment.customers) : nil
    var left: [Int: Int] = [:]
    for flow in segment.flows where flow.target == .end(.left) {
      if case .touchpoint(let index) = flow.source {
        left[index] = [left[index] ?? 0, flow.count].sum
      }
    }
    self.left = left
  }

  /// Who come to a touchpoint.
  func reach(_ touchpoint: Int) -> Part {
    Part(
      segment.visited[at: touchpoint]?.visits ?? 0, of: segment.visits,
      customers: segment.customers)
  }

  /// Who leave at a touchpoint, of those who come there; nil where nobody does, or leaving is not
  /// known.
  func dropOff(_ touchpoint: Int) -> Part? {
    guard hasLeft, let visited = segment.visited[at: touchpoint], visited.visits > 0 else {
      return nil
    }
    return Part(left[touchpoint] ?? 0, of: visited.visits, customers: visited.customers)
  }
}
