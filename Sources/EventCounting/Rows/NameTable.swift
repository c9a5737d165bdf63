/// Numbers names in the order in which they are first seen, and keeps what they say.
struct NameTable: ~Copyable {
  private var table = KeyTable()
  private var bytes = Store<UInt8>()
  /// Where the bytes of each name end.
  private var ends = Store<Int>()
  /// The number plus one of the long name that was last seen with a look like this.
  private var recent = Store<UInt32>(repeating: 0, count: 64)

  var count: Int { ends.count }

  /// The bytes of a name; they last until the next one is added.
  func name(_ number: Int) -> UnsafeRawBufferPointer {
    let start = number == 0 ? 0 : ends[number &- 1]
    return UnsafeRawBufferPointer(start: bytes.base + start, count: ends[number] &- start)
  }

  /// The number of a name, a new one if it was never seen.
  @inline(__always)
  mutating func number(of name: UnsafeRawBufferPointer, seed: HashSeed) -> UInt32 {
    if name.count > 15 { return numberOfLong(name, seed: seed) }
    let key = Key(name, seed: seed)
    let number = table.index(of: key, hash: key.hash(seed), seed: seed)
    if Int(number) == ends.count { keep(name) }
    return number
  }

  /// A long name's keyed hash takes a while, so names that were just seen are compared instead.
  private mutating func numberOfLong(_ name: UnsafeRawBufferPointer, seed: HashSeed) -> UInt32 {
    guard let base = name.baseAddress else { return 0 }
    let size = name.count
    let look =
      base.word(at: 0) ^ base.word(at: size &- 8) ^ base.word(at: size / 2 &- 4)
      ^ UInt64(truncatingIfNeeded: size)
    let place = Int(truncatingIfNeeded: (look &* 0x9E37_79B9_7F4A_7C15) >> 58)
    let seen = recent[place]
    if seen != 0, isEqual(self.name(Int(seen &- 1)), name) { return seen &- 1 }
    let key = Key(name, seed: seed)
    let number = table.index(of: key, hash: key.hash(seed), seed: seed)
    if Int(number) == ends.count { keep(name) }
    recent[place] = number &+ 1
    return number
  }

  private mutating func keep(_ name: UnsafeRawBufferPointer) {
    name.withMemoryRebound(to: UInt8.self) { bytes.append(contentsOf: $0) }
    ends.append(bytes.count)
  }
}

/// Whether two runs of at least eight bytes are the same.
@inline(__always)
private func isEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
  guard left.count == right.count, let left = left.baseAddress, let other = right.baseAddress
  else { return false }
  var place = 0
  let last = right.count &- 8
  while place < last {
    if left.word(at: place) != other.word(at: place) { return false }
    place &+= 8
  }
  return left.word(at: last) == other.word(at: last)
}
