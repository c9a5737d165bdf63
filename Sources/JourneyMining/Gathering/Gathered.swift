import EventCounting
import JourneyModel

/// What a document says under `x-gathered` of what stands behind one touchpoint.
enum Gathered {
  /// So many names are listed, the most visited first; the rest are counted.
  static let mostNames = 30

  /// What stands for so many touchpoints is called.
  static func name(of count: Int) -> String { "\(count) rarer touchpoints" }

  /// Whether a touchpoint stands for rarer ones.
  static func isGathered(_ touchpoint: Touchpoint) -> Bool {
    touchpoint.extensions.contains { $0.key == "x-gathered" }
  }

  /// The touchpoints that were gathered, with what was counted there.
  ///
  /// - Parameters:
  ///   - members: The touchpoints.
  ///   - counts: What was counted.
  ///   - scale: Writes scores.
  ///   - shown: Writes names.
  /// - Returns: The value of `x-gathered`.
  static func value(
    _ members: [Int], _ counts: EventCounts, _ scale: MinedScale?,
    _ shown: ShownNames
  ) -> DocumentValue {
    let visited = counts.everyone.visited
    let order = members.sorted {
      (-(visited[at: $0]?.visits ?? 0), $0) < (-(visited[at: $1]?.visits ?? 0), $1)
    }
    let events = members.map { visited[at: $0]?.events ?? 0 }.sum
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
    var entries: [DocumentValue.Entry] = [
      .init("touchpoints", .number(Double(members.count))),
      .init("events", .number(Double(events))), .init("names", .list(names)),
    ]
    if order.count > mostNames {
      entries.append(.init("not-named", .number(Double(order.count - mostNames))))
    }
    return .mapping(entries)
  }
}
