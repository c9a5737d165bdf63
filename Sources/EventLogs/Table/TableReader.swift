/// Reads tables: comma-separated values and their kin.
struct TableReader {
  /// What all readers share.
  let session: ReadingSession

  /// Reads one table of the log.
  ///
  /// - Parameters:
  ///   - source: The table.
  ///   - later: The inputs that come after it, which may be needed to learn how dates are meant.
  /// - Throws: Why it cannot be read, or no more.
  func read(_ source: ByteSource, later: [ByteSource]) throws(LogProblem) {
    let head = try TableHead(source)
    let (plan, places) = try PlanMaker(session: session).plan(head.sample) {
      (columns, places) throws(LogProblem) in
      try order(of: columns, places, head, source, later)
    }
    try Self.skip(head.bytes, source)
    session.tally.begin(input: source.name, lines: head.lines)
    let blocks = BlockReader(
      source, border: head.border, size: session.blockSize, nextPart: session.nextPart)
    let work = BlockWork(
      session: session, plan: plan, blocks: blocks, takesComma: head.dialect.delimiter == 0x3B)
    try work.run(head.scanner(plan.columns, places))
  }

  /// Leaves bytes out.
  static func skip(_ count: Int, _ source: ByteSource) throws(LogProblem) {
    guard count > 0 else { return }
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
    defer { memory.deallocate() }
    _ = try source.read(into: memory)
  }

  /// How dates are meant whose day may come first or second: by the first date that settles it.
  private func order(
    of columns: [LogReport.Column], _ places: [Int], _ head: TableHead, _ source: ByteSource,
    _ later: [ByteSource]
  ) throws(LogProblem) -> LogOptions.DateOrder {
    var finder = DateOrderFinder(zone: session.zone)
    defer { finder.release() }
    try finder.look(
      through: source, skipped: head.bytes, lines: head.lines, border: head.border,
      size: session.blockSize, scanner: head.scanner(columns, places))
    for other in later where finder.order == nil {
      guard try LogFormat.find(other, options: session.options) == .table else { continue }
      let head = try TableHead(other)
      let places = try PlanMaker.places(of: columns, in: head.sample)
      try finder.look(
        through: other, skipped: head.bytes, lines: head.lines, border: head.border,
        size: session.blockSize, scanner: head.scanner(columns, places))
    }
    if let order = finder.order { return order }
    let time = columns.first { $0.role == .time } ?? columns.first { $0.role == .began }
    throw finder.problem(time?.name ?? "", source.name)
  }
}
