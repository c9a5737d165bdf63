/// An id or a few numbers in 16 bytes, to be found in a table.
///
/// An id of up to 15 bytes stands in it as it is, with its length in the last byte. A longer one is
/// stood for by 120 bits of its keyed hash: that two of a thousand million customers share them has
/// a chance of one to 10^18, and since the key is drawn anew each time, no log can bring it about.
struct Key: Hashable, BitwiseCopyable {
  var low: UInt64
  var high: UInt64

  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer, seed: HashSeed) {
    let count = bytes.count
    guard count <= 15, let base = bytes.baseAddress else {
      (low, high) = (0, 0)
      if count > 0 {
        (low, high) = longHash(bytes, seed: seed)
        high |= 0xFF << 56
      }
      return
    }
    let size = UInt64(truncatingIfNeeded: count)
    if count >= 8 {
      low = base.word(at: 0)
      // The last eight bytes overlap the first; what they share is shifted out.
      high = base.word(at: count &- 8) >> (8 &* (16 &- size)) | size << 56
    } else if count >= 4 {
      let tail = UInt64(base.half(at: count &- 4))
      low = UInt64(base.half(at: 0)) | tail << (8 &* (size &- 4))
      high = size << 56
    } else {
      low = 0
      for index in 0..<count {
        let byte = base.load(fromByteOffset: index, as: UInt8.self)
        low |= UInt64(byte) << UInt64(8 &* index)
      }
      high = size << 56
    }
  }

  @inline(__always)
  func hash(_ seed: HashSeed) -> UInt64 {
    let product = (low ^ seed.first).multipliedFullWidth(by: high ^ seed.second)
    let again = (product.low ^ seed.second).multipliedFullWidth(
      by: product.high ^ 0x9E37_79B9_7F4A_7C15)
    return again.low ^ again.high
  }
}

extension UnsafeRawPointer {
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inline(__always)
  func half(at offset: Int) -> UInt32 {
    UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}

/// SipHash-2-4 with 128 bits, as its authors published it.
@inline(never)
private func longHash(_ bytes: UnsafeRawBufferPointer, seed: HashSeed) -> (UInt64, UInt64) {
  guard let base = bytes.baseAddress else { return (0, 0) }
  var state = SipState(seed)
  let words = bytes.count / 8
  for index in 0..<words {
    state.compress(base.word(at: index &* 8))
  }
  var last = UInt64(truncatingIfNeeded: bytes.count) << 56
  for index in words &* 8..<bytes.count {
    last |= UInt64(bytes[index]) << UInt64(8 &* (index & 7))
  }
  state.compress(last)
  return state.finish()
}

private struct SipState {
  private var v0: UInt64
  private var v1: UInt64
  private var v2: UInt64
  private var v3: UInt64

  init(_ seed: HashSeed) {
    v0 = seed.first ^ 0x736f_6d65_7073_6575
    v1 = seed.second ^ 0x646f_7261_6e64_6f6d ^ 0xee
    v2 = seed.first ^ 0x6c79_6765_6e65_7261
    v3 = seed.second ^ 0x7465_6462_7974_6573
  }

  @inline(__always)
  mutating func compress(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  mutating func finish() -> (UInt64, UInt64) {
    v2 ^= 0xee
    for _ in 0..<4 { round() }
    let low = v0 ^ v1 ^ v2 ^ v3
    v1 ^= 0xdd
    for _ in 0..<4 { round() }
    return (low, v0 ^ v1 ^ v2 ^ v3)
  }

  @inline(__always)
  private mutating func round() {
    v0 = v0 &+ v1
    v2 = v2 &+ v3
    v1 = rotated(v1, 13) ^ v0
    v3 = rotated(v3, 16) ^ v2
    v0 = rotated(v0, 32)
    v2 = v2 &+ v1
    v0 = v0 &+ v3
    v1 = rotated(v1, 17) ^ v2
    v3 = rotated(v3, 21) ^ v0
    v2 = rotated(v2, 32)
  }

  @inline(__always)
  private func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 {
    word &<< bits | word &>> (64 &- bits)
  }
}
