/// Reads the lines of a block, each of them a JSON object.
struct JSONScanner: BlockScanner, Sendable {
  /// The members that are used: their names and the places of their roles.
  private let used: [(name: [UInt8], slot: Int)]

  /// Creates a scanner.
  ///
  /// - Parameter used: The members that are used, with their roles.
  init(used: [(name: String, role: LogOptions.Role)]) {
    self.used = used.map { (Array($0.name.utf8), Slot.of($0.role)) }
  }

  /// Puts what members hold where the taker looks for it.
  private struct Setter: JSONMembers {
    let used: [(name: [UInt8], slot: Int)]
    let cells: UnsafeMutablePointer<UnsafeRawBufferPointer>
    /// The place of a member that is used and holds an array or an object.
    var nested: Int?

    func slot(_ path: UnsafeRawBufferPointer) -> Int? {
      for (name, slot) in used where name.count == path.count && path.elementsEqual(name) {
        return slot
      }
      return nil
    }

    mutating func member(_ path: UnsafeRawBufferPointer, holds value: UnsafeRawBufferPointer) {
      // One member may be used in two ways.
      for (name, slot) in used where name.count == path.count && path.elementsEqual(name) {
        cells[slot] = value
      }
    }

    mutating func isNested(_ path: UnsafeRawBufferPointer) {
      if let slot = slot(path) { nested = slot }
    }
  }

  mutating func scan(_ block: RowBlock, into taker: inout some CellTaker) {
    let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
    var parser = JSONLineParser(scratch: taker.scratch)
    defer { parser.release() }
    var setter = Setter(used: used, cells: taker.cells)
    let bytes = block.bytes
    var line = 0
    var start = 0
    while start < bytes.count {
      let end = Self.end(bytes, start)
      var high = end
      while high > start, bytes[high - 1] == 0x0D || bytes[high - 1] == 0x20 { high -= 1 }
      if high > start {
        let row = UnsafeRawBufferPointer(rebasing: bytes[start..<high])
        for (_, slot) in used { taker.cells[slot] = nothing }
        setter.nested = nil
        if !parser.read(row, &setter) {
          taker.refuse(.noObject, line: line, bytes: row)
        } else if let slot = setter.nested {
          taker.refuse(.nested(slot), line: line, bytes: row)
        } else {
          taker.take(line: line, bytes: row)
        }
        taker.scratch.reset()
      }
      line += 1
      start = end + 1
    }
    taker.tally.lines = line
  }

  /// Where the line ends.
  private static func end(_ bytes: UnsafeRawBufferPointer, _ from: Int) -> Int {
    var at = from
    while at < bytes.count {
      let word = bytes.baseAddress?.loadUnaligned(fromByteOffset: at, as: UInt64.self) ?? 0
      let marks = TableScanner.equal(word.littleEndian, 0x0A0A_0A0A_0A0A_0A0A)
      if marks != 0 { return min(bytes.count, at &+ marks.trailingZeroBitCount >> 3) }
      at &+= 8
    }
    return bytes.count
  }
}
