import EventCounting

/// Counts without their means, and the means, which may differ in their last bits between ways of
/// adding.
struct SplitCounts {
  var counts: EventCounts
  var means: [Double]

  init(_ counts: EventCounts) {
    var rest = counts
    var means: [Double] = []
    Self.take(&rest.everyone, &means)
    for index in counts.personas.indices { Self.take(&rest.personas[index], &means) }
    for index in counts.channels.indices { Self.take(&rest.channels[index], &means) }
    for index in counts.variants.indices { Self.take(&rest.variants[index].durations, &means) }
    self.counts = rest
    self.means = means
  }

  /// Whether two counts are the same but for the last bits of their means.
  static func isSame(_ left: EventCounts, _ right: EventCounts) -> Bool {
    let (left, right) = (SplitCounts(left), SplitCounts(right))
    return left.counts == right.counts && left.means.count == right.means.count
      && zip(left.means, right.means).allSatisfy { abs($0 - $1) <= 1e-9 * max(1, abs($0)) }
  }

  private static func take(_ segment: inout EventCounts.Segment, _ means: inout [Double]) {
    for index in segment.flows.indices { take(&segment.flows[index].times, &means) }
    take(&segment.durations, &means)
    for index in segment.visited.indices {
      guard var visited = segment.visited[index] else { continue }
      take(&visited.stay, &means)
      if let felt = visited.felt {
        means += [felt.mean, felt.sd ?? 0]
        visited.felt = .init(n: felt.n, mean: 0, sd: felt.sd.map { _ in 0 })
      }
      segment.visited[index] = visited
    }
  }

  private static func take(_ times: inout EventCounts.Times?, _ means: inout [Double]) {
    guard let mean = times?.mean else { return }
    means.append(mean)
    times?.mean = 0
  }
}
