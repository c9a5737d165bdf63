/// Memory for the bytes that a thread walks through.
struct XESWindow: ~Copyable {
  private(set) var memory: UnsafeMutablePointer<UInt8>
  /// How many bytes there are; ``XMLScanner/padding`` zeros lie behind them.
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    memory = .allocate(capacity: capacity + XMLScanner.padding)
    end(at: 0)
  }

  deinit {
    memory.deallocate()
  }

  var start: UnsafePointer<UInt8> { UnsafePointer(memory) }
  var end: UnsafePointer<UInt8> { UnsafePointer(memory + count) }

  /// Room for more bytes behind the last.
  ///
  /// - Parameter more: How many.
  /// - Returns: The room; its bytes count when ``end(at:)`` says so.
  mutating func room(_ more: Int) -> UnsafeMutableRawBufferPointer {
    if count + more > capacity {
      capacity = max(capacity * 2, count + more)
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + XMLScanner.padding)
      larger.update(from: memory, count: count)
      memory.deallocate()
      memory = larger
    }
    return UnsafeMutableRawBufferPointer(start: memory + count, count: more)
  }

  /// Says how many bytes there are; what lies behind them is forgotten.
  mutating func end(at count: Int) {
    self.count = count
    (memory + count).update(repeating: 0, count: XMLScanner.padding)
  }

  /// Takes bytes away from the beginning.
  mutating func dropFirst(_ dropped: Int) {
    guard dropped > 0 else { return }
    memory.update(from: memory + dropped, count: count - dropped)
    end(at: count - dropped)
  }
}
