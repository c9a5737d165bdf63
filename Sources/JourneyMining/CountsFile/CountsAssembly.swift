import EventCounting
import TextSupport

/// Puts the rows of a file of counts together.
struct CountsAssembly {
  private(set) var problems: [UnusableCounts.Problem] = []

  private let rows: [CountsRow]
  private var indices: [[UInt8]: Int] = [:]
  private var touchpoints: [EventCounts.Touchpoint] = []
  /// How many names a part has of which there are too many to be kept apart.
  private var tooMany: [CountsPart: Int] = [:]

  init(_ rows: [CountsRow]) {
    self.rows = rows
    let names = rows.filter { $0.kind == .visited && $0.part == .everyone }.map(\.touchpoint)
    for name in names.sorted(by: bytesPrecede) {
      indices[Array(name.utf8)] = touchpoints.count
      touchpoints.append(EventCounts.Touchpoint(name))
    }
    for part in [CountsPart.persona, .channel] {
      let names = rows.count { $0.kind == .segment && $0.part == part && !$0.member.isEmpty }
      // As in a log: each has room for every touchpoint.
      if names > (1 << 20) / max(1, touchpoints.count) { tooMany[part] = names }
    }
  }

  /// The file; what is missing is told and taken as nothing.
  mutating func file() -> CountsFile {
    let rules = self.rules()
    takeNames()
    var segments = takeSegments()
    if segments[.persona]?.allSatisfy(\.name.isEmpty) == true {
      // A log in which nobody has a persona says nothing of them.
      segments[.persona] = []
    }
    let everyone =
      segments[.everyone]?.first
      ?? EventCounts.Segment(
        events: 0, customers: 0, visits: 0, flows: [],
        visited: Array(repeating: nil, count: touchpoints.count))
    var counts = EventCounts(
      touchpoints: touchpoints, period: period(), everyone: everyone,
      personas: segments[.persona] ?? [],
      changedPersona: lone(.changedPersona) ?? 0,
      channels: segments[.channel] ?? [], scores: scores(), ties: lone(.ties) ?? 0)
    counts.tooManyPersonas = tooMany[.persona]
    counts.tooManyChannels = tooMany[.channel]
    let rejected = rows.filter { $0.kind == .rejected && $0.count != 0 }.map { row in
      CountsFile.Rejected(reason: row.name, count: amount(row.count, .count, row))
    }
    return CountsFile(
      counts: counts, rules: rules, rows: lone(.rows), rejected: rejected)
  }

  // MARK: - The whole

  private mutating func rules() -> CountingRules {
    var rules = CountingRules()
    for row in rows where row.kind == .rule {
      switch CountsRule(rawValue: row.name) {
      case .timeout: rules.timeout = row.count.map(Int64.init)
      case .logOrder: rules.order = row.count == 1 ? .log : .time
      case .channels: rules.countsChannels = row.count == 1
      case .joinsParts: rules.joinsParts = row.count == 1
      case nil:
        tell(row, "there is no rule '\(row.name)'", "count with the query that this program prints")
      }
      guard let count = row.count else {
        tell(row, "the rule '\(row.name)' says nothing", "fill the column 'count'")
        continue
      }
      if count < 0 { tell(row, "\(count) is below 0", nil) }
      if row.name != CountsRule.timeout.rawValue, count > 1 {
        tell(row, "the rule '\(row.name)' is 1 or 0, not \(count)", nil)
      }
    }
    rules.completed = rows.filter { $0.kind == .completed }.map(\.touchpoint)
    return rules
  }

  private func first(_ kind: CountsKind, _ name: String? = nil) -> CountsRow? {
    rows.first { $0.kind == kind && (name == nil || $0.name == name) }
  }

  /// The count of the only row of a kind; nil without one.
  private mutating func lone(_ kind: CountsKind) -> Int? {
    guard let row = first(kind), row.count != nil else { return nil }
    return amount(row.count, .count, row)
  }

  /// The years from 0 to 9999, and a day for zones, in microseconds since 1970.
  private static let years = -62_167_305_600_000_000...253_402_387_200_000_000

  private mutating func period() -> ClosedRange<Int64>? {
    guard let first = first(.period, CountsEdge.first.rawValue),
      let last = self.first(.period, CountsEdge.last.rawValue),
      let begin = first.count, let end = last.count
    else { return nil }
    guard begin <= end else {
      tell(last, "the last time is before the first", nil)
      return nil
    }
    for (row, time) in [(first, begin), (last, end)] where !Self.years.contains(time) {
      tell(
        row, "\(time) lies outside the years 0 to 9999",
        "times are microseconds since 1970-01-01 UTC")
    }
    return Int64(begin)...Int64(end)
  }

  private mutating func scores() -> ClosedRange<Double>? {
    guard let first = first(.scores, CountsEdge.first.rawValue),
      let last = self.first(.scores, CountsEdge.last.rawValue),
      let low = first.mean, let high = last.mean
    else { return nil }
    guard low <= high else {
      tell(last, "the highest score is below the lowest", nil)
      return nil
    }
    return low...high
  }

  private mutating func takeNames() {
    for row in rows where row.kind == .channel || row.kind == .stage {
      guard let index = index(row.touchpoint, row) else { continue }
      if row.name.isEmpty {
        tell(row, "a \(row.kind.rawValue) without a name is counted", "leave out what has none")
        continue
      }
      let name = EventCounts.NameCount(row.name, events: amount(row.count, .count, row))
      if row.kind == .channel {
        touchpoints[index].channels.append(name)
      } else {
        touchpoints[index].stages.append(name)
      }
    }
    for index in touchpoints.indices {
      touchpoints[index].channels.sort(by: Self.precedes)
      touchpoints[index].stages.sort(by: Self.precedes)
    }
  }

  private static func precedes(_ a: EventCounts.NameCount, _ b: EventCounts.NameCount) -> Bool {
    a.events != b.events ? a.events > b.events : bytesPrecede(a.name, b.name)
  }

  // MARK: - Segments

  private mutating func takeSegments() -> [CountsPart: [EventCounts.Segment]] {
    var places: [CountsPart: [[UInt8]: Int]] = [:]
    var segments: [CountsPart: [EventCounts.Segment]] = [:]
    for row in rows where row.kind == .segment && tooMany[row.part] == nil {
      places[row.part, default: [:]][Array(row.member.utf8)] = segments[row.part]?.count ?? 0
      segments[row.part, default: []].append(
        EventCounts.Segment(
          name: row.member, events: amount(row.count, .count, row),
          customers: amount(row.customers, .customers, row),
          visits: amount(row.visits, .visits, row), flows: [],
          visited: Array(repeating: nil, count: touchpoints.count), durations: times(row)))
      if row.part == .everyone, !row.member.isEmpty {
        tell(row, "everyone has the name '\(row.member)'", "leave the cell 'member' empty")
      }
    }
    for row in rows {
      let isOfSegment = [.flow, .visited, .outcome, .felt, .stay].contains(row.kind)
      guard isOfSegment, tooMany[row.part] == nil else { continue }
      guard let place = places[row.part]?[Array(row.member.utf8)] else {
        tell(
          row, "no row of kind 'segment' counts \(Self.words(row))", "the file may be cut off")
        continue
      }
      take(row, into: &segments[row.part, default: []][place])
    }
    for part in CountsPart.allCases {
      segments[part]?.sort { a, b in
        a.name.isEmpty || b.name.isEmpty ? !a.name.isEmpty : bytesPrecede(a.name, b.name)
      }
      for index in segments[part]?.indices ?? 0..<0 {
        segments[part]?[index].flows.sort { Self.order($0) < Self.order($1) }
      }
    }
    return segments
  }

  /// Takes a row into its segment; scores and stays need their `visited` row, wherever it stands.
  private mutating func take(_ row: CountsRow, into segment: inout EventCounts.Segment) {
    switch row.kind {
    case .flow:
      guard let flow = flow(row) else { return }
      segment.flows.append(flow)
    default:
      guard let index = index(row.touchpoint, row) else { return }
      var visited =
        segment.visited[index]
        ?? EventCounts.Visited(events: 0, customers: 0, visits: 0, firstPlaces: 0)
      switch row.kind {
      case .visited:
        visited.events = amount(row.count, .count, row)
        visited.customers = amount(row.customers, .customers, row)
        visited.visits = amount(row.visits, .visits, row)
        visited.firstPlaces = amount(row.places, .places, row)
      case .outcome:
        guard let end = end(row) else { return }
        var ends = visited.ends ?? EventCounts.End.allCases.map { _ in 0 }
        ends[EventCounts.End.allCases.firstIndex(of: end) ?? 0] = amount(row.count, .count, row)
        visited.ends = ends
      case .felt:
        let n = amount(row.count, .count, row)
        if n == 0 { return }
        guard let mean = row.mean else {
          tell(row, n == 1 ? "1 score has no mean" : "\(n) scores have no mean", nil)
          return
        }
        visited.felt = EventCounts.Felt(n: n, mean: mean, sd: row.sd)
      default:
        visited.stay = times(row)
      }
      segment.visited[index] = visited
    }
  }

  private mutating func flow(_ row: CountsRow) -> EventCounts.Flow? {
    var source = EventCounts.Source.start
    if !row.touchpoint.isEmpty {
      guard let index = index(row.touchpoint, row) else { return nil }
      source = .touchpoint(index)
    }
    guard row.next.isEmpty != row.ending.isEmpty else {
      tell(
        row,
        row.next.isEmpty ? "this flow leads nowhere" : "this flow leads to a touchpoint and ends",
        "fill one of 'next' and 'ending'")
      return nil
    }
    let target: EventCounts.Target
    if row.next.isEmpty {
      guard let end = end(row) else { return nil }
      target = .end(end)
    } else {
      guard let index = index(row.next, row) else { return nil }
      target = .touchpoint(index)
    }
    let count = amount(row.count, .count, row)
    guard count > 0 else { return nil }
    return EventCounts.Flow(source, target, count: count, times: times(row))
  }

  // MARK: - Parts

  /// No log has more of anything, and sums of a few of so many have room.
  private static let most = 1_000_000_000_000_000

  private mutating func end(_ row: CountsRow) -> EventCounts.End? {
    if let end = EventCounts.End(rawValue: row.ending) { return end }
    tell(row, "there is no end '\(row.ending)'", "write completed, left, under-way or ended")
    return nil
  }

  private mutating func index(_ name: String, _ row: CountsRow) -> Int? {
    if let index = indices[Array(name.utf8)] { return index }
    tell(
      row,
      name.isEmpty
        ? "the touchpoint has no name"
        : "the touchpoint '\(name)' has no row of kind 'visited' for everyone",
      "the file may be cut off")
    return nil
  }

  private mutating func amount(_ count: Int?, _ column: CountsColumn, _ row: CountsRow) -> Int {
    guard let count else {
      tell(row, "the column '\(column.rawValue)' is empty", nil)
      return 0
    }
    if count < 0 { tell(row, "\(count) in the column '\(column.rawValue)' is below 0", nil) }
    if count > Self.most {
      tell(
        row, "\(count) in the column '\(column.rawValue)' is more than any log has",
        "the file may be damaged; count again")
    }
    return min(max(0, count), Self.most)
  }

  private mutating func times(_ row: CountsRow) -> EventCounts.Times? {
    guard let timed = row.timed, timed != 0 else { return nil }
    guard timed > 0, let mean = row.mean, let median = row.median else {
      tell(row, "\(Wording.count(timed, "time")) without a mean or a median", nil)
      return nil
    }
    return EventCounts.Times(count: timed, mean: mean, median: median)
  }

  private mutating func tell(_ row: CountsRow, _ summary: String, _ fix: String?) {
    problems.append(.init(line: row.line, summary: summary, fix: fix))
  }

  /// A segment in words.
  static func words(_ row: CountsRow) -> String {
    switch row.part {
    case .everyone: "everyone"
    case .persona, .channel:
      row.member.isEmpty
        ? "those without a \(row.part.rawValue)" : "the \(row.part.rawValue) '\(row.member)'"
    }
  }

  private static func order(_ flow: EventCounts.Flow) -> (Int, Int) {
    let source =
      switch flow.source {
      case .start: -1
      case .touchpoint(let index): index
      }
    let target =
      switch flow.target {
      case .touchpoint(let index): index
      case .end(let end):
        Int.max - EventCounts.End.allCases.count
          + (EventCounts.End.allCases.firstIndex(of: end) ?? 0)
      }
    return (source, target)
  }
}
