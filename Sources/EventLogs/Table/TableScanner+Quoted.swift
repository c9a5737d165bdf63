extension TableScanner {
  /// Where the cells of a row lie.
  private struct Cells {
    let from: UnsafeMutableBufferPointer<Int>
    let to: UnsafeMutableBufferPointer<Int>
    /// Whether a cell has doubled quotation marks.
    let isDoubled: UnsafeMutableBufferPointer<Bool>
  }

  /// A block with quotation marks.
  ///
  /// A mark opens a cell only where the cell begins; elsewhere it is a character. What follows the
  /// mark that closes must be the end of the cell.
  func scanQuoted(_ block: RowBlock, _ taker: inout some CellTaker) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: width + 2) { from in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: width + 2) { to in
        withUnsafeTemporaryAllocation(of: Bool.self, capacity: width + 2) { isDoubled in
          scan(block, Cells(from: from, to: to, isDoubled: isDoubled), &taker)
        }
      }
    }
  }

  private func scan(_ block: RowBlock, _ cells: Cells, _ taker: inout some CellTaker) {
    guard let base = UnsafeRawPointer(block.memory.baseAddress) else { return }
    let count = block.count
    let newline = dialect.newline
    var at = 0
    var line = 0
    while at < count {
      let start = at
      let firstLine = line
      var seen = 0
      var isBroken = false
      var isSurplus = false
      var end = at
      // One cell a turn; `at` stands where it begins.
      while true {
        var from = at
        var to: Int
        var isDoubled = false
        if at < count, base.load(fromByteOffset: at, as: UInt8.self) == TableDialect.quote {
          from = at + 1
          to = close(base, from, count, newline, &isDoubled, &line)
          at = mark(base, to + 1, count)
          var behind = at
          if behind > to + 1, base.load(fromByteOffset: behind - 1, as: UInt8.self) == 0x0D,
            isEnd(base, behind, count)
          {
            behind -= 1
          }
          if behind != to + 1 { isBroken = true }
          end = behind
        } else {
          at = mark(base, at, count)
          to = at
          if to > from, base.load(fromByteOffset: to - 1, as: UInt8.self) == 0x0D,
            isEnd(base, at, count)
          {
            to -= 1
          }
          end = to
        }
        if seen < width {
          cells.from[seen] = from
          cells.to[seen] = to
          cells.isDoubled[seen] = isDoubled
        } else if to > from {
          isSurplus = true
        }
        seen += 1
        let isLast = isEnd(base, at, count)
        at += 1
        if isLast { break }
      }
      line += 1
      guard end > start else { continue }
      let row = UnsafeRawBufferPointer(start: base + start, count: end - start)
      if isBroken {
        taker.refuse(.quotes, line: firstLine, bytes: row)
      } else if isSurplus {
        taker.refuse(.manyCells, line: firstLine, bytes: row)
      } else if seen < width, !mayLack(seen) {
        taker.refuse(.fewCells(seen), line: firstLine, bytes: row)
      } else {
        take(row, line: firstLine, seen: seen, cells, base, &taker)
      }
    }
    taker.tally.lines = line
  }

  private func take(
    _ row: UnsafeRawBufferPointer, line: Int, seen: Int, _ cells: Cells, _ base: UnsafeRawPointer,
    _ taker: inout some CellTaker
  ) {
    for (column, slot) in used {
      guard column < seen else {
        taker.cells[slot] = UnsafeRawBufferPointer(start: nil, count: 0)
        continue
      }
      let text = UnsafeRawBufferPointer(
        start: base + cells.from[column], count: cells.to[column] - cells.from[column])
      taker.cells[slot] = cells.isDoubled[column] ? single(text, taker.scratch) : text
    }
    taker.take(line: line, bytes: row)
    taker.scratch.reset()
  }

  /// The text with each pair of quotation marks as one.
  private func single(_ text: UnsafeRawBufferPointer, _ scratch: Scratch)
    -> UnsafeRawBufferPointer
  {
    let room = scratch.take(text.count)
    var to = 0
    var at = 0
    while at < text.count {
      room[to] = text[at]
      to += 1
      at += text[at] == TableDialect.quote ? 2 : 1
    }
    return UnsafeRawBufferPointer(rebasing: room[..<to])
  }

  /// Whether a row ends at a place.
  @inline(__always)
  private func isEnd(_ base: UnsafeRawPointer, _ at: Int, _ count: Int) -> Bool {
    at >= count || base.load(fromByteOffset: at, as: UInt8.self) == dialect.newline
  }

  /// The next place where a cell ends.
  @inline(__always)
  private func mark(_ base: UnsafeRawPointer, _ from: Int, _ count: Int) -> Int {
    let delimiters = UInt64(dialect.delimiter) &* 0x0101_0101_0101_0101
    let newlines = UInt64(dialect.newline) &* 0x0101_0101_0101_0101
    var at = from
    while at < count {
      let word = base.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
      let marks = Self.equal(word, delimiters) | Self.equal(word, newlines)
      if marks != 0 { return min(count, at &+ marks.trailingZeroBitCount >> 3) }
      at &+= 8
    }
    return count
  }

  /// The quotation mark that closes a cell.
  private func close(
    _ base: UnsafeRawPointer, _ from: Int, _ count: Int, _ newline: UInt8, _ isDoubled: inout Bool,
    _ line: inout Int
  ) -> Int {
    var at = from
    while at < count {
      let byte = base.load(fromByteOffset: at, as: UInt8.self)
      if byte == TableDialect.quote {
        guard at + 1 < count,
          base.load(fromByteOffset: at + 1, as: UInt8.self) == TableDialect.quote
        else { return at }
        isDoubled = true
        at += 1
      } else if byte == newline {
        line += 1
      }
      at += 1
    }
    return count
  }
}
