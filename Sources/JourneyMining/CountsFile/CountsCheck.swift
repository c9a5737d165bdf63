import EventCounting
import TextSupport

/// Finds where a file of counts contradicts itself.
///
/// Every event of a visit has one way in and one way out, so sums have to be equal, not nearly so.
struct CountsCheck {
  private(set) var problems: [UnusableCounts.Problem] = []

  private let file: CountsFile
  private var lines: [[[UInt8]]: Int] = [:]

  init(_ rows: [CountsRow], _ file: CountsFile) {
    self.file = file
    for row in rows { lines[row.key] = row.line }
  }

  /// Finds every contradiction.
  mutating func run() {
    let counts = file.counts
    check(counts.everyone, .everyone)
    for persona in counts.personas { check(persona, .persona) }
    for channel in counts.channels { check(channel, .channel) }
    checkParts(counts.personas, .persona)
    checkParts(counts.channels, .channel)
    for (touchpoint, visited) in zip(counts.touchpoints, counts.everyone.visited) {
      for (kind, names) in [(CountsKind.channel, touchpoint.channels), (.stage, touchpoint.stages)]
      {
        let sum = sum(names.map(\.events))
        if let visited, sum > visited.events {
          var row = CountsRow(.visited)
          row.touchpoint = touchpoint.name
          tell(
            row,
            "'\(touchpoint.name)' has \(Wording.count(visited.events, "event")) and "
              + "\(sum) of them have a \(kind.rawValue)")
        }
      }
    }
    if let rows = file.rows {
      let rejected = sum(file.rejected.map(\.count))
      let known = sum([rejected, counts.everyone.events])
      // Two rows may make one event where intervals are joined.
      if known != rows, !(file.rules.joinsParts && known < rows) {
        tell(
          CountsRow(.rows),
          "the log has \(Wording.count(rows, "row")), of which "
            + "\(Self.were(counts.everyone.events)) counted and \(Self.were(rejected)) not")
      }
    }
  }

  // MARK: - One segment

  private mutating func check(_ segment: EventCounts.Segment, _ part: CountsPart) {
    func row(_ kind: CountsKind, _ touchpoint: String = "") -> CountsRow {
      var row = CountsRow(kind)
      row.part = part
      row.member = segment.name
      row.touchpoint = touchpoint
      return row
    }
    let whole = row(.segment)
    let who = CountsAssembly.words(whole)
    var into = [Int](repeating: 0, count: file.counts.touchpoints.count)
    var out = into
    var starts = 0
    var ends = 0
    for flow in segment.flows {
      switch flow.source {
      case .start: starts = sum([starts, flow.count])
      case .touchpoint(let index): out[index] = sum([out[index], flow.count])
      }
      switch flow.target {
      case .touchpoint(let index): into[index] = sum([into[index], flow.count])
      case .end(let end):
        ends = sum([ends, flow.count])
        checkEnd(end, flow, whole)
      }
      if let times = flow.times, times.count > flow.count {
        tell(
          way(flow, whole),
          "\(Wording.count(times.count, "time")) for \(Wording.count(flow.count, "traversal"))")
      }
    }
    if starts != segment.visits || ends != segment.visits {
      tell(
        whole,
        "of \(who) \(Self.counted(segment.visits, "visit")), \(Wording.count(starts, "start")) and "
          + Wording.count(ends, "end"))
    }
    if segment.customers > segment.visits {
      tell(whole, "of \(who) there are more customers than visits")
    }
    let events = sum(segment.visited.map { $0?.events ?? 0 })
    if events != segment.events {
      tell(
        whole,
        "of \(who) \(Self.counted(segment.events, "event")) and \(events) at the touchpoints")
    }
    for (index, touchpoint) in file.counts.touchpoints.enumerated() {
      let name = touchpoint.name
      guard let visited = segment.visited[index] else {
        if into[index] > 0 || out[index] > 0 {
          tell(whole, "of \(who) flows lead to or from '\(name)', where none of them came")
        }
        continue
      }
      let place = row(.visited, name)
      if into[index] != visited.events || out[index] != visited.events {
        tell(
          place,
          "'\(name)' has \(Wording.count(visited.events, "event")) of \(who), "
            + "\(Wording.count(into[index], "way")) in and \(Wording.count(out[index], "way")) out")
      }
      if visited.customers > visited.visits || visited.visits > visited.events
        || visited.customers == 0
      {
        tell(
          place,
          "'\(name)' cannot have \(Wording.count(visited.customers, "customer")) in "
            + "\(Wording.count(visited.visits, "visit")) with "
            + Wording.count(visited.events, "event"))
      }
      if let ends = visited.ends, sum(ends) != visited.visits {
        tell(
          place,
          "'\(name)' is in \(Wording.count(visited.visits, "visit")) of \(who), and "
            + "\(Wording.count(sum(ends), "end")) of them")
      }
      if let felt = visited.felt { check(felt, visited, row(.felt, name)) }
      if let stay = visited.stay, stay.count > visited.events {
        tell(
          row(.stay, name),
          "'\(name)' has \(Wording.count(stay.count, "stay")) in "
            + Wording.count(visited.events, "event"))
      }
    }
  }

  private mutating func checkEnd(
    _ end: EventCounts.End, _ flow: EventCounts.Flow, _ whole: CountsRow
  ) {
    let rules = file.rules
    let fits =
      switch end {
      case .completed, .left: !rules.completed.isEmpty
      case .underWay: rules.timeout != nil
      case .ended: rules.completed.isEmpty
      }
    guard !fits else { return }
    tell(
      way(flow, whole),
      "by the rules in the file nothing can end as '\(end.rawValue)'",
      "the rows of kind 'rule' and 'completed' have to be those of the query")
  }

  private mutating func check(
    _ felt: EventCounts.Felt, _ visited: EventCounts.Visited, _ row: CountsRow
  ) {
    if felt.n > visited.customers {
      tell(row, "\(Wording.count(felt.n, "customer")) gave a score where \(visited.customers) came")
    }
    if let scores = file.counts.scores {
      let slack = 1e-9 * max(1, scores.lowerBound.magnitude, scores.upperBound.magnitude)
      if felt.mean < scores.lowerBound - slack || felt.mean > scores.upperBound + slack {
        tell(
          row,
          "the mean \(felt.mean) is outside the scores of the log, \(scores.lowerBound) to "
            + "\(scores.upperBound)")
      }
    }
    if let sd = felt.sd, sd < 0 { tell(row, "the standard deviation \(sd) is below 0") }
  }

  // MARK: - Segments together

  private mutating func checkParts(_ parts: [EventCounts.Segment], _ part: CountsPart) {
    guard !parts.isEmpty else { return }
    let everyone = file.counts.everyone
    var figures = [
      ("event", everyone.events, sum(parts.map(\.events))),
      ("visit", everyone.visits, sum(parts.map(\.visits))),
    ]
    if part == .persona {
      figures.append(("customer", everyone.customers, sum(parts.map(\.customers))))
    }
    for (word, all, together) in figures where all != together {
      tell(
        CountsRow(.segment),
        "there \(all == 1 ? "is" : "are") \(Wording.count(all, word)), and "
          + "\(together) of all \(part.rawValue)s together")
    }
  }

  // MARK: - Telling

  private static func counted(_ count: Int, _ word: String) -> String {
    "\(Wording.count(count, word)) \(count == 1 ? "is" : "are") counted"
  }

  private static func were(_ count: Int) -> String {
    "\(NumberText.grouped(count)) \(count == 1 ? "was" : "were")"
  }

  private func way(_ flow: EventCounts.Flow, _ whole: CountsRow) -> CountsRow {
    var row = whole
    row.kind = .flow
    let touchpoints = file.counts.touchpoints
    if case .touchpoint(let index) = flow.source { row.touchpoint = touchpoints[index].name }
    switch flow.target {
    case .touchpoint(let index): row.next = touchpoints[index].name
    case .end(let end): row.ending = end.rawValue
    }
    return row
  }

  private func sum(_ counts: [Int]) -> Int {
    counts.reduce(0) { sum, count in
      let (value, overflow) = sum.addingReportingOverflow(count)
      return overflow ? .max : value
    }
  }

  private mutating func tell(_ row: CountsRow, _ summary: String, _ fix: String? = nil) {
    problems.append(.init(line: lines[row.key], summary: summary, fix: fix))
  }
}
