/// Bytes that grow, in memory that does not move away under a pointer without need.
struct XESBytes: ~Copyable {
  private(set) var start: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 1 << 12) {
    self.capacity = max(64, capacity)
    start = .allocate(capacity: self.capacity)
  }

  deinit {
    start.deallocate()
  }

  /// Lets go of what it holds and keeps the memory.
  @inline(__always)
  mutating func removeAll() {
    count = 0
  }

  /// Takes away what was added after it held so many bytes.
  @inline(__always)
  mutating func cut(to count: Int) {
    self.count = count
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafePointer<UInt8>, count more: Int) {
    reserve(more)
    (start + count).update(from: bytes, count: more)
    count &+= more
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count &+= 1
  }

  mutating func append(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { append(byte) }
  }

  /// Bytes of it; they stay until something is added.
  @inline(__always)
  func bytes(_ offset: Int, _ count: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: start + offset, count: count)
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count &+ more > capacity { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }

  /// Whether all from an offset on is ASCII.
  @inline(__always)
  func isASCII(from offset: Int) -> Bool {
    var at = offset
    let words = UnsafeRawPointer(start)
    while at &+ 8 <= count {
      if words.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 {
        return false
      }
      at &+= 8
    }
    while at < count {
      if start[at] >= 0x80 { return false }
      at &+= 1
    }
    return true
  }
}
