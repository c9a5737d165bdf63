/// What the beginning of an input of rows says.
protocol RowsHead {
  /// The kind of what finds rows.
  associatedtype Scanner: BlockScanner & Sendable

  /// The names of the columns and the first rows.
  var sample: ColumnSample { get }
  /// Bytes before the first row.
  var bytes: Int { get }
  /// Lines before the first row.
  var lines: Int { get }
  /// How many cells a row has; nil where rows have no cells.
  var width: Int? { get }
  /// How rows end.
  var border: RowBorder { get }
  /// Whether a comma may stand before the fraction of a number.
  var takesComma: Bool { get }

  /// Finds the rows, of which some columns are used.
  func scanner(_ columns: [LogReport.Column], _ places: [Int]) -> Scanner
}

/// Reads inputs that are made of rows: tables and JSON Lines.
struct RowsReader {
  /// What all readers share.
  let session: ReadingSession
  /// The longest row that is read.
  var longestRow = BlockReader.longestRow

  /// Reads one input of the log.
  ///
  /// - Parameters:
  ///   - source: The input.
  ///   - head: What its beginning says.
  ///   - later: The inputs that come after it, which may be needed to learn how dates are meant.
  /// - Throws: Why it cannot be read, or no more.
  func read(_ source: ByteSource, _ head: some RowsHead, later: [ByteSource]) throws(LogProblem) {
    let (plan, places) = try PlanMaker(session: session).plan(head.sample) {
      (columns, places) throws(LogProblem) in
      try order(of: columns, head, source, later)
    }
    try Self.skip(head.bytes, source)
    session.tally.begin(
      input: source.name, lines: head.lines,
      words: FaultWords(plan.columns, width: head.width, scale: session.options.scores))
    let blocks = BlockReader(
      source, border: head.border, size: session.blockSize, longest: longestRow,
      nextPart: session.nextPart)
    let work = BlockWork(
      session: session, plan: plan, blocks: blocks, takesComma: head.takesComma)
    try work.run(head.scanner(plan.columns, places))
  }

  /// Leaves bytes out.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - source: Whose.
  /// - Throws: What is wrong with the source.
  static func skip(_ count: Int, _ source: ByteSource) throws(LogProblem) {
    guard count > 0 else { return }
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
    defer { memory.deallocate() }
    _ = try source.read(into: memory)
  }

  /// How dates are meant whose day may come first or second: by the first date that settles it.
  private func order(
    of columns: [LogReport.Column], _ head: some RowsHead, _ source: ByteSource,
    _ later: [ByteSource]
  ) throws(LogProblem) -> LogOptions.DateOrder {
    var finder = DateOrderFinder(zone: session.zone)
    defer { finder.release() }
    try look(&finder, source, head, columns)
    for other in later where finder.order == nil {
      switch try LogFormat.find(other, options: session.options) {
      case .table: try look(&finder, other, TableHead(other), columns)
      case .jsonLines: try look(&finder, other, JSONHead(other), columns)
      case .xes: break
      }
    }
    if let order = finder.order {
      session.dates = (order, finder.settling)
      return order
    }
    // Each is the same day in both orders.
    if finder.example == nil { return .dayFirst }
    let time = columns.first { $0.role == .time } ?? columns.first { $0.role == .began }
    throw finder.problem(ShownName.of(time?.name ?? ""), source.name)
  }

  private func look(
    _ finder: inout DateOrderFinder, _ source: ByteSource, _ head: some RowsHead,
    _ columns: [LogReport.Column]
  ) throws(LogProblem) {
    let places = try PlanMaker.places(of: columns, in: head.sample)
    try finder.look(
      through: source, skipped: head.bytes, lines: head.lines, border: head.border,
      size: session.blockSize, scanner: head.scanner(columns, places))
  }
}
