/// A piece of a log that begins and ends with a row.
///
/// Each thread has one and fills it again and again.
struct RowBlock {
  /// Its memory; at least ``slack`` bytes lie behind the last.
  var memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  /// How many bytes it has.
  var count = 0
  /// Which block of the input it is.
  var index = 0
  /// Which part of the log.
  var part = 0
  /// Whether it has a quotation mark.
  var hasQuotes = false
  /// Whether it is the beginning of a row that is too long to be read.
  var isTooLong = false
  /// How many bytes of the input were taken so far.
  var taken = 0

  /// Bytes behind the last one that may be read and written.
  static let slack = 64

  /// Makes room, keeping the first bytes.
  mutating func reserve(_ capacity: Int, keeping kept: Int) {
    guard memory.count < capacity + Self.slack else { return }
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: capacity + Self.slack, alignment: 64)
    if kept > 0 {
      larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<kept]))
    }
    memory.deallocate()
    memory = larger
  }

  /// Lets go of the memory.
  func release() {
    memory.deallocate()
  }

  /// Its bytes.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(memory)[..<count])
  }

  /// Whether it has a byte beyond ASCII, and whether it has a zero.
  func kinds() -> (isWide: Bool, hasZero: Bool) {
    guard let base = memory.baseAddress, count > 0 else { return (false, false) }
    // What lies behind the last byte counts as spaces.
    (base + count).storeBytes(of: 0x2020_2020_2020_2020, as: UInt64.self)
    var high: UInt64 = 0
    var zero: UInt64 = 0
    var at = 0
    while at < count {
      let word = base.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      high |= word
      zero |= (word &- 0x0101_0101_0101_0101) & ~word
      at &+= 8
    }
    return (high & 0x8080_8080_8080_8080 != 0, zero & 0x8080_8080_8080_8080 != 0)
  }
}
