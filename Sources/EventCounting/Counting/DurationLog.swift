/// Times, each with the number of what it belongs to, in the order in which they were measured.
struct DurationLog: ~Copyable {
  private static let stride = 12
  private static let perBlock = LanePartition.blockSize / stride

  private var blocks = Store<UnsafeMutableRawPointer>()
  private var next: UnsafeMutableRawPointer?
  private var room = 0

  deinit {
    for index in 0..<blocks.count { blocks[index].deallocate() }
  }

  var count: Int { blocks.count &* Self.perBlock &- room }

  /// Adds a time.
  @inline(__always)
  mutating func append(_ duration: Int64, of owner: UInt32, pool: BlockPool) {
    if room == 0 { addBlock(pool) }
    guard let place = next else { return }
    place.storeBytes(of: duration, as: Int64.self)
    place.storeBytes(of: owner, toByteOffset: 8, as: UInt32.self)
    next = place + Self.stride
    room &-= 1
  }

  /// Tells each time and what it belongs to.
  @inline(__always)
  func forEach(_ tell: (_ owner: Int, _ duration: Int64) -> Void) {
    for index in 0..<blocks.count {
      let last = index == blocks.count &- 1
      var place = UnsafeRawPointer(blocks[index])
      for _ in 0..<(last ? Self.perBlock &- room : Self.perBlock) {
        tell(
          Int(place.loadUnaligned(fromByteOffset: 8, as: UInt32.self)),
          place.loadUnaligned(as: Int64.self))
        place += Self.stride
      }
    }
  }

  @inline(never)
  private mutating func addBlock(_ pool: BlockPool) {
    let block = pool.take()
    blocks.append(block)
    next = block
    room = Self.perBlock
  }
}
