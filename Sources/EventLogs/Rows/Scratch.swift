/// Memory for the few cells of a row that do not stand in the log as they are meant.
///
/// What it lends is good until ``reset()``. One thread's own.
final class Scratch {
  private var chunks: [UnsafeMutableRawBufferPointer] = []
  private var used = 0

  deinit {
    for chunk in chunks { chunk.deallocate() }
  }

  /// Lends memory.
  ///
  /// - Parameter count: How many bytes.
  /// - Returns: At least as many.
  func take(_ count: Int) -> UnsafeMutableRawBufferPointer {
    if let chunk = chunks.last, chunk.count - used >= count {
      defer { used += count }
      return UnsafeMutableRawBufferPointer(rebasing: chunk[used..<(used + count)])
    }
    let chunk = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(4_096, count * 2), alignment: 16)
    chunks.append(chunk)
    used = count
    return UnsafeMutableRawBufferPointer(rebasing: chunk[..<count])
  }

  /// Takes all memory back; only the largest piece is kept.
  func reset() {
    guard chunks.count > 1 || used > 0 else { return }
    while chunks.count > 1 { chunks.removeFirst().deallocate() }
    if let chunk = chunks.last, chunk.count > 1 << 20 {
      chunk.deallocate()
      chunks = []
    }
    used = 0
  }
}
