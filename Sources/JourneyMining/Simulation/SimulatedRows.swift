import JourneyModel

/// Writes events as rows of CSV into a block of memory that is handed on when it is full.
struct SimulatedRows: ~Copyable {
  private let buffer: UnsafeMutableRawBufferPointer
  private var used = 0
  private let format: SimulatedRowFormat
  private var day = Int64.min
  private var date: [UInt8] = []

  /// Begins with the head.
  init(_ format: SimulatedRowFormat) {
    self.format = format
    buffer = .allocate(byteCount: (1 << 16) + format.longestRow, alignment: 16)
    append(format.head)
  }

  deinit { buffer.deallocate() }

  /// Whether the block should be handed on.
  var isFull: Bool { used >= 1 << 16 }

  /// Hands the block on and begins anew.
  mutating func flush(_ sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    guard used > 0 else { return }
    let block = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[0..<used])
    used = 0
    try sink(block)
  }

  /// Adds a row.
  mutating func add(_ event: WaitingCase, felt: Double?) {
    byte("c")
    number(UInt64(event.number + 1))
    append(format.names[Int(event.place)])
    time(event.time)
    append(format.details[Int(event.place)])
    if format.hasPersonas { append(format.personas[Int(event.group)]) }
    if format.hasScores {
      byte(",")
      if let felt { score(felt) }
    }
    byte("\n")
  }

  // MARK: - Parts

  private mutating func time(_ microseconds: Int64) {
    let perDay: Int64 = 86_400_000_000
    var day = microseconds / perDay
    var rest = microseconds % perDay
    if rest < 0 {
      rest += perDay
      day -= 1
    }
    if day != self.day {
      self.day = day
      date = Array((CalendarDate(daysSinceEpoch: Int(day)) ?? .epoch).description.utf8)
    }
    append(date)
    let seconds = UInt64(rest / 1_000_000)
    byte("T")
    digits(seconds / 3600, 2)
    byte(":")
    digits(seconds / 60 % 60, 2)
    byte(":")
    digits(seconds % 60, 2)
    byte(".")
    digits(UInt64(rest % 1_000_000), 6)
    byte("Z")
  }

  private mutating func score(_ felt: Double) {
    guard let grid = format.grid else {
      append(Array("\(felt)".utf8))
      return
    }
    let units = min(max((felt * grid.perUnit).rounded(), grid.low), grid.high)
    if units < 0 { byte("-") }
    let whole = UInt64(units.magnitude)
    number(whole / UInt64(grid.perUnit))
    if grid.places > 0 {
      byte(".")
      digits(whole % UInt64(grid.perUnit), grid.places)
    }
  }

  private mutating func number(_ value: UInt64) {
    var count = 1
    var rest = value / 10
    while rest > 0 {
      count += 1
      rest /= 10
    }
    digits(value, count)
  }

  private mutating func digits(_ value: UInt64, _ count: Int) {
    var rest = value
    var place = used + count
    used = place
    for _ in 0..<count {
      place -= 1
      buffer[place] = UInt8(48 + rest % 10)
      rest /= 10
    }
  }

  private mutating func byte(_ character: Unicode.Scalar) {
    buffer[used] = UInt8(truncatingIfNeeded: character.value)
    used += 1
  }

  private mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      UnsafeMutableRawBufferPointer(rebasing: buffer[used..<used + bytes.count])
        .copyMemory(from: bytes)
    }
    used += bytes.count
  }
}

/// The parts of rows that are the same again and again, as bytes.
struct SimulatedRowFormat: Sendable {
  /// How scores are rounded: to whole parts of a unit that lie on the scale.
  struct Grid: Sendable {
    var places: Int
    var perUnit: Double
    var low: Double
    var high: Double
  }

  let head: [UInt8]
  /// Touchpoints, then ends, each between its commas.
  let names: [[UInt8]]
  /// Channel and stage of each, each behind its comma, where the log has them.
  let details: [[UInt8]]
  /// The persona of each group behind its comma.
  let personas: [[UInt8]]
  let hasPersonas: Bool
  let hasScores: Bool
  /// Nil for a scale too large for decimals.
  let grid: Grid?
  let longestRow: Int

  /// Prepares rows.
  ///
  /// - Parameters:
  ///   - journey: The journey.
  ///   - names: What its touchpoints are called, each otherwise.
  ///   - ends: What last events are called.
  ///   - flow: The groups of customers and what they feel.
  init(_ journey: Journey, names: [String], ends: [String], flow: SimulatedFlow) {
    let channels = Dictionary(
      journey.channels.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let hasChannels = journey.touchpoints.contains { $0.channel != nil }
    let hasStages = journey.touchpoints.contains { $0.stage != nil }
    hasPersonas = flow.groups.contains { $0.persona != nil }
    hasScores = flow.groups.contains { $0.scores.contains { $0 != nil } }
    var columns = [Self.customer(journey), "touchpoint", "time"]
    if hasChannels { columns.append("channel") }
    if hasStages { columns.append("stage") }
    if hasPersonas { columns.append("persona") }
    if hasScores { columns.append("felt") }
    head = Array((columns.joined(separator: ",") + "\n").utf8)
    self.names = (names + ends).map { Array(",\(CountsWriter.cell($0)),".utf8) }
    details =
      journey.touchpoints.map { touchpoint in
        let channel = touchpoint.channel.map { channels[$0] ?? $0.rawValue } ?? ""
        let stage = touchpoint.stage?.rawValue ?? ""
        return Array(
          ((hasChannels ? "," + CountsWriter.cell(channel) : "")
            + (hasStages ? "," + CountsWriter.cell(stage) : "")).utf8)
      }
      + ends.map { _ in Array(((hasChannels ? "," : "") + (hasStages ? "," : "")).utf8) }
    personas = flow.groups.map { group in
      Array(("," + CountsWriter.cell(group.persona.map { journey.personas[$0].name } ?? "")).utf8)
    }
    grid = Self.grid(journey.scale)
    let longest = [self.names, details, personas].map { $0.map(\.count).max() ?? 0 }
    longestRow = longest.reduce(128, +)
  }

  /// What the column is called that says whose way it is: where the flow counts visits, each is one.
  private static func customer(_ journey: Journey) -> String {
    switch journey.customers {
    case "visits": "visit_id"
    case "sessions": "session_id"
    default: "case"
    }
  }

  /// At least a thousand steps on the scale, in decimals.
  private static func grid(_ scale: Scale) -> Grid? {
    let width = scale.high - scale.low
    guard width > 0, width.isFinite else { return nil }
    var perUnit = 1.0
    var places = 0
    while width * perUnit < 1000, places < 12 {
      perUnit *= 10
      places += 1
    }
    let low = (scale.low * perUnit).rounded(.up)
    let high = (scale.high * perUnit).rounded(.down)
    guard width * perUnit >= 1000, low.magnitude < 1e15, high.magnitude < 1e15 else { return nil }
    return Grid(places: places, perUnit: perUnit, low: low, high: high)
  }
}
