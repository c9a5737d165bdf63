import EventCounting
import JourneyModel

/// What a document says under `x-gathered` of what stands behind one touchpoint.
enum Gathered {
  /// So many names are listed, the most visited first; the rest are counted.
  static let mostNames = 100

  /// The touchpoints that were gathered, with what was counted there.
  ///
  /// - Parameters:
  ///   - members: The touchpoints.
  ///   - ways: How many rare ways lead through it.
  ///   - steps: How many went those.
  ///   - counts: What was counted.
  ///   - scale: Writes scores.
  ///   - shown: Writes names.
  /// - Returns: The value of `x-gathered`.
  static func value(
    _ members: [Int], ways: Int, steps: Int, _ counts: EventCounts, _ scale: MinedScale?,
    _ shown: ShownNames
  ) -> DocumentValue {
    let visited = counts.everyone.visited
    let order = members.sorted {
      (-(visited[at: $0]?.visits ?? 0), $0) < (-(visited[at: $1]?.visits ?? 0), $1)
    }
    var entries: [DocumentValue.Entry] = []
    if !members.isEmpty {
      let events = members.map { visited[at: $0]?.events ?? 0 }.sum
      entries.append(.init("touchpoints", .number(Double(members.count))))
      entries.append(.init("events", .number(Double(events))))
    }
    if ways > 0 {
      entries.append(.init("ways", .number(Double(ways))))
      entries.append(.init("steps", .number(Double(steps))))
    }
    let names = order.prefix(mostNames).map { index in
      var parts = [
        DocumentValue.Entry(
          "name", .text(shown.shown(counts.touchpoints[index].name, id: "\(index)"))),
        DocumentValue.Entry("visits", .number(Double(visited[at: index]?.visits ?? 0))),
      ]
      if let score = visited[at: index]?.felt.flatMap({ scale?.score($0) }) {
        parts.append(.init("felt", .number(score.mean)))
        parts.append(.init("n", .number(Double(score.n ?? 0))))
      }
      return DocumentValue.mapping(parts)
    }
    if !names.isEmpty { entries.append(.init("names", .list(names))) }
    if order.count > mostNames {
      entries.append(.init("not-named", .number(Double(order.count - mostNames))))
    }
    return .mapping(entries)
  }
}
