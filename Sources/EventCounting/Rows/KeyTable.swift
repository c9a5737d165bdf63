/// Numbers keys in the order in which they are first seen.
struct KeyTable: ~Copyable {
  private(set) var keys = Store<Key>()
  /// The number plus one of the key that is there; 0 where none is.
  ///
  /// They are as many as a power of two.
  private var slots = Store<UInt32>()
  private var mask = -1
  /// How many keys there may be before the slots must grow: five of eight, so that walks are short.
  private var limit = 0

  var count: Int { keys.count }

  /// The number of a key, a new one if it was never seen.
  @inline(__always)
  mutating func index(of key: Key, hash: UInt64, seed: HashSeed) -> UInt32 {
    if keys.count >= limit { grow(seed) }
    let slots = slots.base
    let keys = keys.base
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let number = slots[place]
      if number == 0 { break }
      if keys[Int(number &- 1)] == key { return number &- 1 }
      place = (place &+ 1) & mask
    }
    let fresh = UInt32(truncatingIfNeeded: self.keys.count)
    self.keys.append(key)
    slots[place] = fresh &+ 1
    return fresh
  }

  @inline(never)
  private mutating func grow(_ seed: HashSeed) {
    let size = max(16, slots.count * 2)
    slots.fill(0, count: size)
    mask = size - 1
    limit = size / 8 * 5
    for number in 0..<keys.count {
      var place = Int(truncatingIfNeeded: keys[number].hash(seed)) & mask
      while slots[place] != 0 {
        place = (place &+ 1) & mask
      }
      slots[place] = UInt32(truncatingIfNeeded: number + 1)
    }
  }
}
