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
  ///     reason, the input, its line, and the bytes of the row.
  /// - Returns: What was read and what was not.
  /// - Throws: Why nothing can be read, or no more.
  public func read(
    _ inputs: [LogInput], into counter: borrowing EventCounter,
    progress: ((Progress) -> Void)? = nil,
    rejected: ((LogReport.Reason, String, Int, UnsafeRawBufferPointer) -> Void)? = nil
  ) throws(LogProblem) -> LogReport {
    throw LogProblem(input: inputs.first?.name ?? "no input", summary: "not built yet")
  }
}
