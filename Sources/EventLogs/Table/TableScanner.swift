/// Splits the rows of a table, eight bytes at a time.
struct TableScanner: BlockScanner, Sendable {
  let dialect: TableDialect
  /// How many columns the head names.
  let width: Int
  /// How many cells a row must have: what is missing behind them has no name.
  private let needed: Int
  /// The columns that are used: their place in the row, and that of their role.
  let used: [(column: Int, slot: Int)]

  /// Creates a scanner.
  ///
  /// - Parameters:
  ///   - dialect: How the table is written.
  ///   - names: The names of its columns.
  ///   - used: The columns that are used, by place and role.
  init(dialect: TableDialect, names: [String], used: [(column: Int, role: LogOptions.Role)]) {
    self.dialect = dialect
    width = names.count
    needed = (names.lastIndex { !$0.isEmpty } ?? -1) + 1
    self.used = used.map { ($0.column, Slot.of($0.role)) }
  }

  /// Creates a scanner of all columns, each in the place that it has in the row.
  init(dialect: TableDialect, names: [String]) {
    self.dialect = dialect
    width = names.count
    needed = (names.lastIndex { !$0.isEmpty } ?? -1) + 1
    used = names.indices.map { ($0, $0) }
  }

  mutating func scan(_ block: RowBlock, into taker: inout some CellTaker) {
    // The last row of a log may lack its end; the row then ends behind the block.
    block.memory[block.count] = dialect.newline
    if block.hasQuotes { scanQuoted(block, &taker) } else { scanPlain(block, &taker) }
  }

  /// Bytes of a word that are equal to a byte have their highest bit set, all others none.
  @inline(__always)
  static func equal(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
    let difference = word ^ pattern
    let low = (difference & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F
    return ~(low | difference) & 0x8080_8080_8080_8080
  }

  /// A block without a quotation mark.
  private func scanPlain(_ block: RowBlock, _ taker: inout some CellTaker) {
    guard let base = UnsafeRawPointer(block.memory.baseAddress) else { return }
    let count = block.count
    let newline = dialect.newline
    let delimiters = UInt64(dialect.delimiter) &* 0x0101_0101_0101_0101
    let newlines = UInt64(newline) &* 0x0101_0101_0101_0101
    let width = width
    let cells = taker.cells
    // ends[i + 1] is where cell i ends; the first is one before the row.
    withUnsafeTemporaryAllocation(of: Int.self, capacity: width + 2) { ends in
      used.withUnsafeBufferPointer { used in
        var line = 0
        var start = 0
        var seen = 0
        ends[0] = -1
        var word = 0
        while word <= count {
          let bytes = base.loadUnaligned(fromByteOffset: word, as: UInt64.self).littleEndian
          var marks = Self.equal(bytes, delimiters) | Self.equal(bytes, newlines)
          while marks != 0 {
            let place = word &+ marks.trailingZeroBitCount >> 3
            marks &= marks &- 1
            if base.load(fromByteOffset: place, as: UInt8.self) != newline {
              seen &+= 1
              if seen <= width { ends[seen] = place }
              continue
            }
            if place > count { break }
            if place == count, start == count { break }
            var end = place
            if end > start, base.load(fromByteOffset: end &- 1, as: UInt8.self) == 0x0D {
              end &-= 1
            }
            seen &+= 1
            if seen <= width { ends[seen] = end }
            let row = UnsafeRawBufferPointer(start: base + start, count: end &- start)
            if seen == width || fits(seen, row, end > start ? ends : nil, base) {
              for (column, slot) in used {
                let from = ends[column] &+ 1
                cells[slot] = UnsafeRawBufferPointer(
                  start: base + from, count: ends[column &+ 1] &- from)
              }
              taker.take(line: line, bytes: row)
            } else if end > start {
              taker.refuse(seen < width ? .fewCells(seen) : .manyCells, line: line, bytes: row)
            }
            line &+= 1
            start = place &+ 1
            ends[0] = place
            seen = 0
          }
          word &+= 8
        }
        taker.tally.lines = line
      }
    }
  }

  /// Whether a row with more or fewer cells than names still says everything: what it has too much
  /// is empty, and what it lacks has no name.
  private func fits(
    _ seen: Int, _ row: UnsafeRawBufferPointer, _ ends: UnsafeMutableBufferPointer<Int>?,
    _ base: UnsafeRawPointer
  ) -> Bool {
    guard let ends, let start = row.baseAddress else { return false }
    if seen < width {
      guard mayLack(seen) else { return false }
      for at in seen..<width { ends[at + 1] = ends[at] + 1 }
      return true
    }
    let from = ends[width] - (start - base)
    return row[from...].allSatisfy { $0 == dialect.delimiter }
  }

  /// Whether the columns behind some cells have no names.
  func mayLack(_ cells: Int) -> Bool {
    cells >= needed
  }
}
