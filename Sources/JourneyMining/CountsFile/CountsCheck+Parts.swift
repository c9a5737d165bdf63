import EventCounting
import TextSupport

/// What is counted of everybody, and once more of parts of them.
extension CountsCheck {
  /// One figure of everybody, its parts' together, and where it stands.
  private struct Sum {
    var what: String
    /// Where, with a space before it.
    var place = ""
    var whole: Int
    var parts: Int
    var row: CountsRow
    /// Whether a customer may be in two parts.
    var mayOverlap = false
  }

  /// Tells where the parts together are not everybody.
  mutating func checkParts(_ parts: [EventCounts.Segment], _ part: CountsPart) {
    guard !parts.isEmpty else { return }
    let sums = wholes(parts, part) + touchpoints(parts, part) + ways(parts)
    for sum in sums where sum.mayOverlap ? sum.parts < sum.whole : sum.parts != sum.whole {
      tell(
        sum.row,
        "there \(sum.whole == 1 ? "is" : "are") \(Wording.count(sum.whole, sum.what))\(sum.place), and "
          + "\(sum.parts) of all \(part.rawValue)s together")
    }
    for segment in parts where segment.customers > file.counts.everyone.customers {
      var row = CountsRow(.segment)
      row.part = part
      row.member = segment.name
      tell(row, "\(CountsAssembly.words(row)) has more customers than there are")
    }
  }

  private func wholes(_ parts: [EventCounts.Segment], _ part: CountsPart) -> [Sum] {
    let everyone = file.counts.everyone
    let row = CountsRow(.segment)
    return [
      Sum(what: "event", whole: everyone.events, parts: sum(parts.map(\.events)), row: row),
      Sum(what: "visit", whole: everyone.visits, parts: sum(parts.map(\.visits)), row: row),
      Sum(
        what: "customer", whole: everyone.customers, parts: sum(parts.map(\.customers)), row: row,
        mayOverlap: part == .channel),
      Sum(
        what: "timed visit", whole: everyone.durations?.count ?? 0,
        parts: sum(parts.map { $0.durations?.count ?? 0 }), row: row),
    ]
  }

  private func touchpoints(_ parts: [EventCounts.Segment], _ part: CountsPart) -> [Sum] {
    var sums: [Sum] = []
    for (index, touchpoint) in file.counts.touchpoints.enumerated() {
      let name = touchpoint.name
      let whole = file.counts.everyone.visited[index]
      let visited = parts.map { $0.visited[index] }
      func row(_ kind: CountsKind) -> CountsRow {
        var row = CountsRow(kind)
        row.touchpoint = name
        return row
      }
      func add(
        _ what: String, _ kind: CountsKind, mayOverlap: Bool = false,
        _ count: (EventCounts.Visited) -> Int
      ) {
        sums.append(
          Sum(
            what: what, place: " of '\(name)'", whole: whole.map(count) ?? 0,
            parts: sum(visited.map { $0.map(count) ?? 0 }), row: row(kind), mayOverlap: mayOverlap))
      }
      let isChannel = part == .channel
      add("event", .visited) { $0.events }
      add("visit", .visited) { $0.visits }
      add("place", .visited) { $0.firstPlaces }
      add("customer", .visited, mayOverlap: isChannel) { $0.customers }
      add("score", .felt, mayOverlap: isChannel) { $0.felt?.n ?? 0 }
      add("stay", .stay) { $0.stay?.count ?? 0 }
      for end in EventCounts.End.allCases.indices {
        add("\(EventCounts.End.allCases[end].rawValue) visit", .visited) { $0.ends?[end] ?? 0 }
      }
    }
    return sums
  }

  private func ways(_ parts: [EventCounts.Segment]) -> [Sum] {
    struct Way: Hashable {
      var source: EventCounts.Source
      var target: EventCounts.Target
    }
    var counts: [Way: (count: Int, timed: Int)] = [:]
    var order: [EventCounts.Flow] = file.counts.everyone.flows
    for flow in order { counts[Way(source: flow.source, target: flow.target)] = (0, 0) }
    for flow in parts.flatMap(\.flows) {
      let way = Way(source: flow.source, target: flow.target)
      if counts[way] == nil { order.append(.init(flow.source, flow.target, count: 0)) }
      let before = counts[way] ?? (0, 0)
      counts[way] = (
        sum([before.count, flow.count]), sum([before.timed, flow.times?.count ?? 0])
      )
    }
    return order.flatMap { flow in
      let together = counts[Way(source: flow.source, target: flow.target)] ?? (0, 0)
      let row = way(flow, CountsRow(.segment))
      let name = words(flow)
      return [
        Sum(what: "traversal", place: name, whole: flow.count, parts: together.count, row: row),
        Sum(
          what: "time", place: name, whole: flow.times?.count ?? 0, parts: together.timed, row: row),
      ]
    }
  }

  private func words(_ flow: EventCounts.Flow) -> String {
    let names = file.counts.touchpoints.map(\.name)
    let source =
      switch flow.source {
      case .start: " from the start"
      case .touchpoint(let index): " from '\(names[index])'"
      }
    switch flow.target {
    case .touchpoint(let index): return "\(source) to '\(names[index])'"
    case .end(let end): return "\(source) to \(end.rawValue)"
    }
  }

  // MARK: - The log as a whole

  /// Tells of figures of the log that its events do not allow.
  mutating func checkWhole() {
    let counts = file.counts
    let neighbours = max(0, counts.everyone.events - counts.everyone.customers)
    if counts.ties > neighbours {
      tell(
        CountsRow(.ties),
        "\(Wording.count(counts.ties, "tie")) among \(Wording.count(neighbours, "pair")) of "
          + "neighbouring events")
    }
    if counts.changedPersona > counts.everyone.customers {
      tell(
        CountsRow(.changedPersona),
        "\(counts.changedPersona) of \(Wording.count(counts.everyone.customers, "customer")) changed "
          + "their persona")
    }
  }
}
