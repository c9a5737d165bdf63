import EventCounting

/// Turns the cells of a row into a row of the log, or into one that is not counted.
///
/// Each thread has one.
struct RowTaker: CellTaker {
  let cells: UnsafeMutablePointer<UnsafeRawBufferPointer>
  let scratch = Scratch()
  var tally = BlockTally()

  private let sink: any RowSink
  private let lifecycle: LifecycleRule
  private let scores: ClosedRange<Double>?
  private let keepsAll: Bool
  private let needsTimes: Bool
  private let hasSequence: Bool
  private let takesComma: Bool
  private var times: TimeParser
  private var begans: TimeParser
  private var row = EventRow()
  /// Whether the block has bytes beyond ASCII.
  private var mayNeedRepair = false
  /// Whether the block has zeros, with which a row is damaged.
  private var mayHaveZeros = false

  /// Creates what a thread needs to take rows; ``release()`` lets go of it.
  ///
  /// - Parameters:
  ///   - session: What all readers share.
  ///   - plan: The columns.
  ///   - sink: Where the rows go.
  ///   - takesComma: Whether a comma may stand before the fraction of a score.
  init(session: ReadingSession, plan: ColumnPlan, sink: any RowSink, takesComma: Bool) {
    let count = LogOptions.Role.allCases.count
    cells = .allocate(capacity: count)
    cells.initialize(repeating: UnsafeRawBufferPointer(start: nil, count: 0), count: count)
    self.sink = sink
    lifecycle = session.lifecycle
    scores = session.options.scores
    keepsAll = session.tally.keepsAll
    needsTimes = session.needsTimes
    hasSequence = plan.has(.sequence)
    self.takesComma = takesComma
    times = plan.times
    begans = plan.begans
  }

  /// The first and the last day that was written in rows that count.
  var days: ClosedRange<Int64>? { RejectTally.span(times.days, begans.days) }

  /// Lets go of the memory for cells.
  func release() {
    cells.deallocate()
  }

  /// Begins a block.
  ///
  /// - Parameters:
  ///   - part: Its place in the log.
  ///   - kinds: Whether it has bytes beyond ASCII, and zeros.
  mutating func begin(part: Int, kinds: (isWide: Bool, hasZero: Bool)) {
    sink.begin(part: part)
    mayNeedRepair = kinds.isWide
    mayHaveZeros = kinds.hasZero
  }

  @inline(__always)
  mutating func take(line: Int, bytes: UnsafeRawBufferPointer) {
    if mayHaveZeros, bytes.contains(0) { return refuse(.zero, line: line, bytes: bytes) }
    if lifecycle.isNeeded {
      guard let part = lifecycle.part(cells[Slot.lifecycle]) else {
        tally.leaveOut(cells[Slot.lifecycle])
        return
      }
      row.part = part
    }
    tally.rows &+= 1
    if mayNeedRepair { repair(line) }
    row.customer = CellTrimmer.trimmed(cells[Slot.customer])
    row.touchpoint = CellTrimmer.trimmed(cells[Slot.touchpoint])
    row.channel = CellTrimmer.trimmed(cells[Slot.channel])
    row.persona = CellTrimmer.trimmed(cells[Slot.persona])
    row.stage = CellTrimmer.trimmed(cells[Slot.stage])
    guard !row.customer.isEmpty else { return reject(.noCustomer, nil, line, bytes) }
    guard !row.touchpoint.isEmpty else { return reject(.noTouchpoint, nil, line, bytes) }
    let time = cells[Slot.time]
    if let known = times.microseconds(time) {
      row.time = known
    } else if EmptyWord.isNothing(time) {
      guard !needsTimes else { return reject(.noTime, nil, line, bytes) }
      row.time = EventRow.unknown
    } else {
      noteOrder(of: time, times.order, line)
      return reject(.badTime, time, line, bytes)
    }
    let felt = cells[Slot.felt]
    score: if felt.isEmpty {
      row.felt = .nan
    } else if let score = NumberParser.double(felt, takesComma: takesComma), isOnScale(score) {
      row.felt = score
    } else {
      guard !EmptyWord.isNothing(felt) else {
        row.felt = .nan
        break score
      }
      let trimmed = CellTrimmer.trimmed(felt)
      guard let score = NumberParser.double(trimmed, takesComma: takesComma) else {
        return reject(.badScore, felt, line, bytes)
      }
      guard isOnScale(score) else { return reject(.offScale, felt, line, bytes) }
      row.felt = score
    }
    let began = cells[Slot.began]
    if began.isEmpty {
      row.began = EventRow.unknown
    } else if let known = begans.microseconds(began) {
      guard known <= row.time || row.time == EventRow.unknown else {
        return reject(.afterEnd, began, line, bytes)
      }
      row.began = known
    } else if EmptyWord.isNothing(began) {
      row.began = EventRow.unknown
    } else {
      noteOrder(of: began, begans.order, line)
      return reject(.badBegan, began, line, bytes)
    }
    if hasSequence, !takeSequence() {
      return reject(.badSequence, cells[Slot.sequence], line, bytes)
    }
    times.keep(times.day)
    if row.began != EventRow.unknown { begans.keep(begans.day) }
    sink.add(row)
  }

  @inline(__always)
  private func isOnScale(_ score: Double) -> Bool {
    guard let scores else { return true }
    return scores.contains(score)
  }

  private mutating func takeSequence() -> Bool {
    let text = CellTrimmer.trimmed(cells[Slot.sequence])
    row.sequence = EventRow.unknown
    guard !text.isEmpty else { return true }
    guard let number = NumberParser.integer(text) else { return EmptyWord.isOne(text) }
    row.sequence = number
    return true
  }

  /// Notes a cell that is a date only in the other order than that of the log.
  @inline(never)
  private mutating func noteOrder(
    of cell: UnsafeRawBufferPointer, _ order: LogOptions.DateOrder?, _ line: Int
  ) {
    guard let order, let other = TimePlanner.order(of: cell, zone: times.zone), other != order
    else { return }
    tally.contrary += 1
    if tally.firstContrary == nil {
      tally.firstContrary = (line, [UInt8](CellTrimmer.trimmed(cell).prefix(BlockTally.shown)))
    }
  }

  private mutating func repair(_ line: Int) {
    var isRepaired = false
    for slot in [Slot.customer, Slot.touchpoint, Slot.channel, Slot.persona, Slot.stage]
    where !TextRepair.isUTF8(cells[slot]) {
      cells[slot] = TextRepair.repair(cells[slot], scratch: scratch)
      isRepaired = true
    }
    guard isRepaired else { return }
    tally.repaired += 1
    if tally.firstRepaired == nil { tally.firstRepaired = line }
  }

  @inline(never)
  private mutating func reject(
    _ fault: RowFault, _ cell: UnsafeRawBufferPointer?, _ line: Int,
    _ bytes: UnsafeRawBufferPointer
  ) {
    tally.reject(fault, line: line, cell: cell, row: bytes, keepsAll: keepsAll)
  }

  @inline(never)
  mutating func refuse(_ fault: RowFault, line: Int, bytes: UnsafeRawBufferPointer) {
    tally.rows &+= 1
    tally.reject(fault, line: line, cell: nil, row: bytes, keepsAll: keepsAll)
  }
}
