import EventCounting
import JourneyModel
import TextSupport

/// Finds where a file of counts contradicts itself.
///
/// Every event of a visit has one way in and one way out, so sums have to be equal, not nearly so.
struct CountsCheck {
  private(set) var problems: [UnusableCounts.Problem] = []

  let file: CountsFile
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
    checkWhole()
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
      let most = file.rules.joinsParts ? sum([known, counts.everyone.events]) : known
      if rows < known || rows > most {
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
    // What follows from a mistake is not told once more.
    let before = problems.count
    let ways = WaySums(segment, touchpoints: file.counts.touchpoints.count)
    let (into, out) = (ways.into, ways.out)
    let starts = ways.allStarts
    let ends = ways.allEnds.saturatingSum
    for flow in segment.flows {
      if case .end(let end) = flow.target { checkEnd(end, flow, whole) }
      if let times = flow.times {
        let row = way(flow, whole)
        check(times, atMost: flow.count, "traversal", row)
        if flow.source == .start {
          tell(row, "the way from the start takes time", "leave 'timed' empty there")
        }
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
    } else if segment.customers < segment.visits, file.rules.timeout == nil {
      tell(
        whole,
        "of \(who) \(Self.counted(segment.visits, "visit")) and "
          + "\(Wording.count(segment.customers, "customer")), each of whom has one visit without a timeout"
      )
    } else if segment.customers == 0, segment.visits > 0 {
      tell(whole, "of \(who) there are visits and no customers")
    }
    if let durations = segment.durations {
      check(durations, atMost: segment.visits, "visit", whole)
    }
    if problems.count == before { checkCompleted(segment, ways, whole) }
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
      if problems.count == before { checkOutcomes(visited, ways, index, place) }
      if visited.customers > segment.customers || visited.visits > segment.visits {
        tell(place, "more of \(who) came to '\(name)' than there are")
      }
      checkPlaces(visited, segment, starts: ways.starts[index], name, place)
      if let felt = visited.felt { check(felt, visited, row(.felt, name)) }
      if let stay = visited.stay { check(stay, atMost: visited.events, "event", row(.stay, name)) }
      checkExits(visited, ways.timedExits[index], name, row(.stay, name))
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

  // MARK: - Telling

  static func counted(_ count: Int, _ word: String) -> String {
    "\(Wording.count(count, word)) \(count == 1 ? "is" : "are") counted"
  }

  private static func were(_ count: Int) -> String {
    "\(NumberText.grouped(count)) \(count == 1 ? "was" : "were")"
  }

  func way(_ flow: EventCounts.Flow, _ whole: CountsRow) -> CountsRow {
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

  func sum(_ counts: [Int]) -> Int { counts.saturatingSum }

  mutating func tell(_ row: CountsRow, _ summary: String, _ fix: String? = nil) {
    problems.append(.init(line: lines[row.key], summary: summary, fix: fix))
  }
}
