public import EventCounting

/// Reads event logs, row by row, into an `EventCounter`.
public struct LogReader: Sendable {
  /// How far the reading is.
  public struct Progress: Hashable, Sendable {
    /// Bytes that were taken from the inputs, as they lie there.
    public var bytes: Int
    /// Their size together; nil when one of them does not say.
    public var total: Int?
    /// Rows so far.
    public var rows: Int
  }

  /// How logs are read.
  public var options: LogOptions

  /// Creates a reader.
  public init(options: LogOptions = LogOptions()) {
    self.options = options
  }

  /// Reads inputs one after another as one log.
  ///
  /// - Parameters:
  ///   - inputs: At least one; all have the columns of the first, in any order.
  ///   - counter: Where the rows go; it has as many lanes as threads are to read.
  ///   - progress: Told a few times a second from one thread.
  ///   - rejected: Told each row that cannot be counted, one at a time in no particular order: the
  ///     reason, where it is and what is wrong, and its bytes.
  /// - Returns: What was read and what was not.
  /// - Throws: Why nothing can be read, or no more.
  public func read(
    _ inputs: [LogInput], into counter: borrowing EventCounter,
    progress: ((Progress) -> Void)? = nil,
    rejected: ((LogReport.Reason, LogReport.Rejected.Row, UnsafeRawBufferPointer) -> Void)? = nil
  ) throws(LogProblem) -> LogReport {
    try read(
      inputs, into: counter.lanes, needsTimes: counter.rules.order == .time, progress: progress,
      rejected: rejected)
  }

  /// Reads inputs into whatever takes rows.
  func read(
    _ inputs: [LogInput], into sinks: [any RowSink], needsTimes: Bool = true,
    blockSize: Int = 1 << 20, progress: ((Progress) -> Void)? = nil,
    rejected: RejectTally.Listener? = nil
  ) throws(LogProblem) -> LogReport {
    guard !inputs.isEmpty else {
      throw LogProblem(input: "no input", summary: "there is no log to read")
    }
    var sources: [ByteSource] = []
    for input in inputs { sources.append(try ByteSource(input)) }
    let sizes = sources.compactMap(\.size)
    let session = try ReadingSession(
      options: options, sinks: sinks, needsTimes: needsTimes, blockSize: blockSize,
      total: sizes.count == sources.count ? sizes.reduce(0, +) : nil, progress: progress,
      rejected: rejected)
    let rows = RowsReader(session: session)
    for (index, source) in sources.enumerated() {
      let format = try LogFormat.find(source, options: options)
      session.inputNumber = sources.count > 1 ? index + 1 : nil
      if index == 0 { session.report.format = format }
      session.tally.begin(input: source.name)
      let rowsBefore = session.tally.allRows
      switch format {
      case .table:
        try rows.read(source, TableHead(source), later: Array(sources[(index + 1)...]))
      case .jsonLines:
        try rows.read(source, JSONHead(source), later: Array(sources[(index + 1)...]))
      case .xes: try XESReader.read(source, session: session)
      }
      session.finish(source)
      if sources.count > 1, session.tally.allRows == rowsBefore {
        session.remark("\(source.name) holds no events.")
      }
    }
    session.tellDates()
    session.tally.fill(&session.report)
    return session.report
  }
}
