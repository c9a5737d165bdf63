/// Blocks of memory that held rows and can hold times, so that counting needs hardly any of its own.
///
/// Each thread has one.
final class BlockPool {
  private var blocks = Store<UnsafeMutableRawPointer>()

  deinit {
    for index in 0..<blocks.count { blocks[index].deallocate() }
  }

  /// Takes a block that somebody else allocated.
  func give(_ block: UnsafeMutableRawPointer, bytes: Int) {
    if bytes == LanePartition.blockSize {
      blocks.append(block)
    } else {
      block.deallocate()
    }
  }

  /// A block of ``LanePartition/blockSize`` bytes, which the caller deallocates.
  func take() -> UnsafeMutableRawPointer {
    guard blocks.count > 0 else {
      return .allocate(byteCount: LanePartition.blockSize, alignment: 16)
    }
    let block = blocks[blocks.count - 1]
    blocks.resize(blocks.count - 1)
    return block
  }
}
