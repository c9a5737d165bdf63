/// A table as a head and rows of cells, for readers of tables that are no logs.
///
/// It is read by what reads logs: the same separators, quotes, line ends, gzip and limits.
package final class TableRows {
  /// One row.
  package struct Row {
    /// The line where it begins, from 1.
    package var line: Int
    /// Its cells, as many as there are columns.
    package var cells: [String]
  }

  /// The names of the columns.
  package let names: [String]

  private let source: ByteSource
  private let head: TableHead

  /// Opens a table.
  ///
  /// - Parameter input: Where it is.
  /// - Throws: Why it cannot be read, or has no names of columns.
  package init(_ input: LogInput) throws(LogProblem) {
    source = try ByteSource(input)
    var options = LogOptions()
    options.format = .table
    _ = try LogFormat.find(source, options: options)
    head = try TableHead(source)
    names = head.sample.names
  }

  /// Hands on all rows, one after another; once.
  ///
  /// - Parameters:
  ///   - take: Takes a row.
  ///   - refuse: Told of each row that has no cells: why, its line, and its beginning.
  /// - Throws: Why the table cannot be read on.
  package func read(
    _ take: (Row) -> Void, refuse: (LogReport.Reason, Int, String) -> Void
  ) throws(LogProblem) {
    try RowsReader.skip(head.bytes, source)
    var part = -1
    let blocks = BlockReader(source, border: head.border, size: 1 << 20) {
      part += 1
      return part
    }
    var scanner = TableScanner(dialect: head.dialect, names: names)
    var lines = head.lines
    var block = RowBlock()
    defer { block.release() }
    let taker = TableCells(width: names.count)
    while blocks.next(&block) {
      if block.isTooLong {
        refuse(.badRow, lines + 1, RejectTally.shown(block.bytes.prefix(400)))
        lines += block.bytes.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        continue
      }
      withoutActuallyEscaping(take) { take in
        withoutActuallyEscaping(refuse) { refuse in
          var taking = TableCells.Taking(
            memory: taker, tally: BlockTally(), before: lines, take: take, refuse: refuse)
          scanner.scan(block, into: &taking)
          lines += taking.tally.lines
        }
      }
    }
    if let (problem, line) = blocks.failed() {
      var problem = problem
      problem.line = line.map { lines + $0 + 1 }
      throw problem
    }
  }
}

/// Makes text of the cells of rows.
final class TableCells {
  /// Takes the rows of one block.
  struct Taking: CellTaker {
    let memory: TableCells
    var tally: BlockTally
    let before: Int
    let take: (TableRows.Row) -> Void
    let refuse: (LogReport.Reason, Int, String) -> Void

    var cells: UnsafeMutablePointer<UnsafeRawBufferPointer> { memory.cells }
    var scratch: Scratch { memory.scratch }

    mutating func take(line: Int, bytes: UnsafeRawBufferPointer) {
      let cells = (0..<memory.width).map { memory.text(memory.cells[$0]) }
      take(TableRows.Row(line: before + line + 1, cells: cells))
    }

    mutating func refuse(
      _ fault: RowFault, line: Int, bytes: UnsafeRawBufferPointer
    ) {
      refuse(fault.reason, before + line + 1, RejectTally.shown(bytes.prefix(400)))
    }
  }

  let width: Int
  let cells: UnsafeMutablePointer<UnsafeRawBufferPointer>
  let scratch = Scratch()

  init(width: Int) {
    self.width = width
    cells = .allocate(capacity: width + 1)
    cells.initialize(
      repeating: UnsafeRawBufferPointer(start: nil, count: 0), count: width + 1)
  }

  deinit { cells.deallocate() }

  private func text(_ cell: UnsafeRawBufferPointer) -> String {
    let bytes =
      TextRepair.isUTF8(cell) ? cell : TextRepair.repair(cell, scratch: scratch)
    return String(decoding: bytes, as: UTF8.self)
  }
}
