import EventCounting
import Synchronization

/// What the readers of all inputs of one log share.
///
/// Its values are set between inputs and only looked at while threads read one; what threads change
/// is in ``tally``, which guards itself.
final class ReadingSession: @unchecked Sendable {
  /// How the log is to be read.
  let options: LogOptions
  /// Where rows go: one for each thread, used by one thread at a time.
  let sinks: [any RowSink]
  /// Whether every row must have a time.
  let needsTimes: Bool
  /// Rows, rejected and filtered ones.
  let tally: RejectTally
  /// The zone of times that do not say theirs.
  let zone: ZoneClock
  /// What becomes of parts of a life cycle.
  let lifecycle: LifecycleRule
  /// How large blocks are.
  let blockSize: Int
  /// What is told at the end; readers set columns and remarks.
  var report: LogReport
  /// The columns of tables and JSON Lines, once they are known.
  var plan: ColumnPlan?

  /// Which input of several is read, from 1; nil: the only one.
  var inputNumber: Int?

  /// How dates are meant that could be read in two ways, and one that says so; nil: there are none,
  /// or it was told.
  var dates: (order: LogOptions.DateOrder, example: String)?

  private var part = 0
  private let progress: ((LogReader.Progress) -> Void)?
  private let total: Int?
  private var taken = 0
  private var told = ContinuousClock.now

  /// Begins a log.
  ///
  /// - Parameters:
  ///   - options: How it is to be read.
  ///   - sinks: Where rows go.
  ///   - needsTimes: Whether every row must have a time.
  ///   - blockSize: How large blocks are; odd sizes are for tests.
  ///   - total: The size of all inputs, where it is known.
  ///   - progress: Told how far the reading is.
  ///   - rejected: Told of each row that is not counted.
  /// - Throws: Where the zone is not known.
  init(
    options: LogOptions, sinks: [any RowSink], needsTimes: Bool = true, blockSize: Int = 1 << 20,
    total: Int? = nil, progress: ((LogReader.Progress) -> Void)? = nil,
    rejected: RejectTally.Listener? = nil
  ) throws(LogProblem) {
    self.options = options
    self.sinks = sinks
    self.needsTimes = needsTimes
    self.blockSize = blockSize
    self.total = total
    self.progress = progress
    tally = RejectTally(listener: rejected)
    lifecycle = LifecycleRule(options.lifecycle)
    report = LogReport(format: options.format ?? .table)
    if let name = options.timeZone {
      guard let zone = ZoneClock(name) else {
        throw LogProblem(
          input: "time zone", summary: "'\(name)' is not known",
          fix: "say it like Europe/Berlin or +02:00")
      }
      self.zone = zone
    } else {
      zone = ZoneClock()
    }
  }

  /// The next part of the log, for `EventLane.begin(part:)`; only for one thread at a time.
  func nextPart() -> Int {
    defer { part += 1 }
    return part
  }

  /// Says that an input is done, so that progress goes on from there.
  func finish(_ source: ByteSource) {
    taken += source.taken
    source.close()
  }

  /// Tells how far the reading is, a few times a second; only from the thread that began to read.
  ///
  /// - Parameter bytes: Bytes that were taken from the input that is being read.
  func tick(bytes: Int) {
    guard let progress, ContinuousClock.now - told > .milliseconds(200) else { return }
    told = ContinuousClock.now
    progress(LogReader.Progress(bytes: taken + bytes, total: total, rows: tally.rows))
  }

  /// Adds a remark once.
  func remark(_ text: String) {
    if !report.remarks.contains(text) { report.remarks.append(text) }
  }

  /// Says how dates were read, when all are.
  func tellDates() {
    guard let (order, example) = dates else { return }
    guard let (count, first) = tally.contrary else {
      return remark(
        "Dates are read \(order.rawValue), the only way in which all of them are dates.")
    }
    let rows = count == 1 ? "1 row is" : "\(count) rows are"
    remark(
      "No way of reading dates fits all of them: they are read \(order.rawValue), as "
        + "'\(example)' must be, but '\(first.text)' in \(first.input):\(first.line) cannot; "
        + "\(rows) not counted for that.")
  }

  /// Notes a column that is used, in the order of the roles, once.
  func use(_ column: LogReport.Column) {
    guard !report.columns.contains(where: { $0.role == column.role }) else { return }
    report.columns.append(column)
    let roles = LogOptions.Role.allCases
    report.columns.sort {
      (roles.firstIndex(of: $0.role) ?? 0) < (roles.firstIndex(of: $1.role) ?? 0)
    }
  }
}
