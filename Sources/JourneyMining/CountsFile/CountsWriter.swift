import EventCounting

/// Writes counts as the rows of a file.
struct CountsWriter {
  private(set) var text = CountsColumn.allCases.map(\.rawValue).joined(separator: ",") + "\n"

  /// Writes all rows of a file.
  mutating func write(_ file: CountsFile) {
    writeRules(file)
    writeWhole(file)
    let counts = file.counts
    for touchpoint in counts.touchpoints {
      for (kind, names) in [(CountsKind.channel, touchpoint.channels), (.stage, touchpoint.stages)]
      {
        for name in names {
          var row = CountsRow(kind)
          row.touchpoint = touchpoint.name
          row.name = name.name
          row.count = name.events
          write(row)
        }
      }
    }
    write(counts.everyone, .everyone, of: counts)
    for persona in counts.personas { write(persona, .persona, of: counts) }
    for channel in counts.channels { write(channel, .channel, of: counts) }
  }

  private mutating func writeRules(_ file: CountsFile) {
    write(.format, count: CountsFile.version)
    let rules = file.rules
    if let timeout = rules.timeout { write(.rule, CountsRule.timeout.rawValue, Int(timeout)) }
    if rules.order == .log { write(.rule, CountsRule.logOrder.rawValue, 1) }
    if rules.countsChannels { write(.rule, CountsRule.channels.rawValue, 1) }
    if rules.joinsParts { write(.rule, CountsRule.joinsParts.rawValue, 1) }
    for name in rules.completed {
      var row = CountsRow(.completed)
      row.touchpoint = name
      write(row)
    }
  }

  private mutating func writeWhole(_ file: CountsFile) {
    let counts = file.counts
    if let rows = file.rows { write(.rows, count: rows) }
    for rejected in file.rejected { write(.rejected, rejected.reason, rejected.count) }
    if let period = counts.period {
      write(.period, CountsEdge.first.rawValue, Int(period.lowerBound))
      write(.period, CountsEdge.last.rawValue, Int(period.upperBound))
    }
    if let scores = counts.scores {
      for (edge, score) in [(CountsEdge.first, scores.lowerBound), (.last, scores.upperBound)] {
        var row = CountsRow(.scores)
        row.name = edge.rawValue
        row.mean = score
        write(row)
      }
    }
    write(.ties, count: counts.ties)
    if !counts.personas.isEmpty { write(.changedPersona, count: counts.changedPersona) }
  }

  private mutating func write(
    _ segment: EventCounts.Segment, _ part: CountsPart, of counts: EventCounts
  ) {
    func row(_ kind: CountsKind) -> CountsRow {
      var row = CountsRow(kind)
      row.part = part
      row.member = segment.name
      return row
    }
    var whole = row(.segment)
    whole.count = segment.events
    whole.customers = segment.customers
    whole.visits = segment.visits
    whole.take(segment.durations)
    write(whole)
    for flow in segment.flows {
      var way = row(.flow)
      if case .touchpoint(let index) = flow.source {
        way.touchpoint = counts.touchpoints[index].name
      }
      switch flow.target {
      case .touchpoint(let index): way.next = counts.touchpoints[index].name
      case .end(let end): way.ending = end.rawValue
      }
      way.count = flow.count
      way.take(flow.times)
      write(way)
    }
    for (touchpoint, visited) in zip(counts.touchpoints, segment.visited) {
      guard let visited else { continue }
      var place = row(.visited)
      place.touchpoint = touchpoint.name
      place.count = visited.events
      place.customers = visited.customers
      place.visits = visited.visits
      place.places = visited.firstPlaces
      write(place)
      for (end, visits) in zip(EventCounts.End.allCases, visited.ends ?? []) where visits > 0 {
        var row = row(.outcome)
        row.touchpoint = touchpoint.name
        row.ending = end.rawValue
        row.count = visits
        write(row)
      }
      if let felt = visited.felt {
        var row = row(.felt)
        row.touchpoint = touchpoint.name
        row.count = felt.n
        row.mean = felt.mean
        row.sd = felt.sd
        write(row)
      }
      if let stay = visited.stay {
        var row = row(.stay)
        row.touchpoint = touchpoint.name
        row.take(stay)
        write(row)
      }
    }
  }

  private mutating func write(_ kind: CountsKind, _ name: String = "", count: Int) {
    write(kind, name, count)
  }

  private mutating func write(_ kind: CountsKind, _ name: String, _ count: Int) {
    var row = CountsRow(kind)
    row.name = name
    row.count = count
    write(row)
  }

  private mutating func write(_ row: CountsRow) {
    let hasPart = [.segment, .flow, .visited, .outcome, .felt, .stay].contains(row.kind)
    let texts = [
      row.kind.rawValue, hasPart ? row.part.rawValue : "", row.member, row.touchpoint, row.next,
      row.ending, row.name,
    ]
    let counts = [row.count, row.customers, row.visits, row.places, row.timed]
    let numbers = [row.mean, row.median, row.sd]
    let cells =
      texts.map(Self.cell) + counts.map { $0.map(String.init) ?? "" }
      + numbers.map { $0.map(Self.decimal) ?? "" }
    text += cells.joined(separator: ",") + "\n"
  }

  /// The shortest decimal that says the number, without a point behind a whole one.
  private static func decimal(_ value: Double) -> String {
    if value == value.rounded(), value.magnitude < 1e15 { return String(Int(value)) }
    return "\(value)"
  }

  /// A cell of CSV, in which nothing is put before what a spreadsheet takes for a formula.
  static func cell(_ text: String) -> String {
    let marks: [UInt8] = Array("\",;\t\r\n'".utf8)
    let isPlain =
      !text.utf8.contains(where: marks.contains) && text.utf8.first != UInt8(ascii: " ")
      && text.utf8.last != UInt8(ascii: " ")
    if isPlain { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"\"" } else { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "\""
  }
}

/// The names of rules in a file of counts.
enum CountsRule: String, CaseIterable {
  /// The timeout in microseconds.
  case timeout
  /// That events stand in the order of the log.
  case logOrder = "log-order"
  /// That visits are counted by the channel of their first event too.
  case channels
  /// That intervals were joined from two rows.
  case joinsParts = "joins-parts"
}

/// The two edges of a range in a file of counts.
enum CountsEdge: String, CaseIterable {
  case first, last
}

extension CountsRow {
  /// Takes times over; the lone count 0 never stands in a file.
  mutating func take(_ times: EventCounts.Times?) {
    timed = times?.count
    mean = times?.mean
    median = times?.median
  }
}

/// Orders names by their bytes, as counts do.
func bytesPrecede(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
