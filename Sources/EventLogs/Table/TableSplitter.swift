/// Splits the beginning of a table into cells, to find out what it holds; not made for speed.
struct TableSplitter {
  private let bytes: UnsafeRawBufferPointer
  private let dialect: TableDialect
  private let isAll: Bool
  /// Where the next row begins.
  private(set) var at = 0
  /// Lines before it.
  private(set) var lines = 0
  /// Whether the last row that was asked for has a quotation mark that is not closed.
  private(set) var isUnclosed = false

  /// Creates a splitter.
  ///
  /// - Parameters:
  ///   - bytes: The beginning of a table.
  ///   - dialect: How it is written.
  ///   - isAll: Whether there are no more bytes, so that the last row may lack its end.
  init(_ bytes: UnsafeRawBufferPointer, dialect: TableDialect, isAll: Bool) {
    self.bytes = bytes
    self.dialect = dialect
    self.isAll = isAll
  }

  /// The cells of the next row that is not empty; nil where no row ends before the bytes do.
  mutating func next() -> [String]? {
    while let row = line() {
      if row.count > 1 || !row[0].isEmpty { return row }
    }
    return nil
  }

  private mutating func line() -> [String]? {
    guard at < bytes.count else { return nil }
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var isFresh = true
    var place = at
    var count = 0
    isUnclosed = false
    while place < bytes.count {
      let byte = bytes[place]
      if byte == dialect.newline { count += 1 }
      if isQuoted {
        if byte != TableDialect.quote {
          cell.append(byte)
        } else if place + 1 < bytes.count, bytes[place + 1] == TableDialect.quote {
          cell.append(byte)
          place += 1
        } else {
          isQuoted = false
        }
      } else if byte == TableDialect.quote, isFresh {
        isQuoted = true
        isFresh = false
      } else if byte == dialect.delimiter {
        row.append(Self.text(cell))
        cell.removeAll(keepingCapacity: true)
        isFresh = true
      } else if byte == dialect.newline {
        if cell.last == 0x0D { cell.removeLast() }
        at = place + 1
        lines += count
        row.append(Self.text(cell))
        return row
      } else {
        cell.append(byte)
        isFresh = false
      }
      place += 1
    }
    isUnclosed = isQuoted
    guard isAll, !isQuoted else { return nil }
    at = place
    lines += count
    if cell.last == 0x0D { cell.removeLast() }
    row.append(Self.text(cell))
    return row
  }

  private static func text(_ cell: [UInt8]) -> String {
    cell.withUnsafeBytes { bytes in
      guard !TextRepair.isUTF8(bytes) else { return String(decoding: bytes, as: UTF8.self) }
      let scratch = Scratch()
      return withExtendedLifetime(scratch) {
        String(decoding: TextRepair.repair(bytes, scratch: scratch), as: UTF8.self)
      }
    }
  }
}
