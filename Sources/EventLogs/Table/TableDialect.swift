/// How a table is written: what separates its cells and ends its rows.
struct TableDialect: Hashable, Sendable {
  /// What separates cells.
  var delimiter: UInt8
  /// What ends rows: a line feed, with or without a carriage return in front, or that alone.
  var newline: UInt8

  /// A quotation mark.
  static let quote: UInt8 = 0x22

  /// What may separate cells, the most usual first.
  static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

  /// Finds out how a table is written.
  ///
  /// - Parameters:
  ///   - head: Its first bytes, behind a byte order mark.
  ///   - isAll: Whether there are no more.
  /// - Returns: The separator that gives the most rows as many cells as the first row has, and of
  ///   those the one that gives the most cells.
  static func find(_ head: UnsafeRawBufferPointer, isAll: Bool) -> TableDialect {
    let newline = newline(head)
    var best = TableDialect(delimiter: 0x2C, newline: newline)
    var bestScore = (share: -1.0, cells: 1)
    for delimiter in delimiters {
      let dialect = TableDialect(delimiter: delimiter, newline: newline)
      var splitter = TableSplitter(head, dialect: dialect, isAll: isAll)
      guard let first = splitter.next(), first.count > 1 else { continue }
      var rows = 0
      var equal = 0
      while rows < 100, let row = splitter.next() {
        rows += 1
        if row.count == first.count { equal += 1 }
      }
      let share = rows == 0 ? 1 : Double(equal) / Double(rows)
      if share > bestScore.share || (share == bestScore.share && first.count > bestScore.cells) {
        best = dialect
        bestScore = (share, first.count)
      }
    }
    return best
  }

  /// What ends the first row, outside of quoted cells.
  private static func newline(_ head: UnsafeRawBufferPointer) -> UInt8 {
    var isQuoted = false
    var before: UInt8 = 0x0A
    for (at, byte) in head.enumerated() {
      if isQuoted {
        if byte == quote { isQuoted = false }
      } else if byte == quote {
        // A mark behind the one that closed is a doubled one, and the cell goes on.
        isQuoted = before == quote || before == 0x0A || delimiters.contains(before)
      } else if byte == 0x0A {
        return 0x0A
      } else if byte == 0x0D {
        return at + 1 < head.count && head[at + 1] != 0x0A ? 0x0D : 0x0A
      }
      before = byte
    }
    return 0x0A
  }
}
