/// Looks through a log for a date that can be read in one order only.
struct DateOrderFinder: CellTaker {
  let cells: UnsafeMutablePointer<UnsafeRawBufferPointer>
  let scratch = Scratch()
  var tally = BlockTally()
  /// The order, once a date settles it.
  private(set) var order: LogOptions.DateOrder?
  /// The date that settles it.
  private(set) var settling = ""
  /// The first date that is another day in each order.
  private(set) var example: (text: String, input: String, line: Int)?

  private let zone: ZoneClock
  private var input = ""
  private var lines = 0

  init(zone: ZoneClock) {
    let count = LogOptions.Role.allCases.count
    cells = .allocate(capacity: count)
    cells.initialize(repeating: UnsafeRawBufferPointer(start: nil, count: 0), count: count)
    self.zone = zone
  }

  func release() {
    cells.deallocate()
  }

  /// Looks through an input, up to the first date that settles the order, and goes back to where it
  /// stood.
  ///
  /// - Parameters:
  ///   - source: The input; it stands at its beginning.
  ///   - skipped: Bytes before the first row.
  ///   - lines: Lines before it.
  ///   - border: How rows end.
  ///   - size: How large blocks are.
  ///   - scanner: Finds rows.
  /// - Throws: What is wrong with the input.
  mutating func look(
    through source: ByteSource, skipped: Int, lines: Int, border: RowBorder, size: Int,
    scanner: some BlockScanner
  ) throws(LogProblem) {
    var scanner = scanner
    var block = RowBlock()
    defer { block.release() }
    input = source.name
    self.lines = lines
    source.keep(upTo: 1 << 26)
    try RowsReader.skip(skipped, source)
    let blocks = BlockReader(source, border: border, size: size) { 0 }
    while order == nil, blocks.next(&block) {
      guard !block.isTooLong else { continue }
      scanner.scan(block, into: &self)
      self.lines += tally.lines
      tally.lines = 0
    }
    // Problems of rows are told when they are read; only a source that gives no more stops here.
    if order == nil, let (problem, line) = blocks.failed(), line == nil { throw problem }
    try source.rewind()
  }

  mutating func take(line: Int, bytes: UnsafeRawBufferPointer) {
    guard order == nil else { return }
    for slot in [Slot.time, Slot.began] {
      let cell = cells[slot]
      guard !cell.isEmpty, let parts = WrittenTime.undecided(cell) else { continue }
      if let found = TimePlanner.order(of: cell, zone: zone) {
        order = found
        settling = RejectTally.shown(CellTrimmer.trimmed(cell))
        return
      }
      if example == nil, parts.first != parts.second, max(parts.first, parts.second) <= 12 {
        example = (RejectTally.shown(CellTrimmer.trimmed(cell)), input, lines + line + 1)
      }
    }
  }

  mutating func refuse(_ fault: RowFault, line: Int, bytes: UnsafeRawBufferPointer) {}

  /// Why the order stays open, with both readings of the first such date.
  func problem(_ name: String, _ input: String) -> LogProblem {
    guard let example else {
      return LogProblem(input: input, summary: "no date of '\(name)' is one in either order")
    }
    let readings = Array(example.text.utf8).withUnsafeBytes { text in
      WrittenTime.undecided(text).map {
        "\(Self.day($0.first, $0.second)) or \(Self.day($0.second, $0.first))"
      }
    }
    return LogProblem(
      input: example.input, line: example.line,
      summary: "'\(example.text)' in '\(name)' is \(readings ?? "doubtful"), and no other date "
        + "of the log settles which",
      fix: "say --day-first or --month-first")
  }

  private static func day(_ day: Int, _ month: Int) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return names.indices.contains(month - 1) ? "\(day) \(names[month - 1])" : "no day"
  }
}
