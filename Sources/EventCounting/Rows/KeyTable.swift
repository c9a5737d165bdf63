/// Numbers keys in the order in which they are first seen.
struct KeyTable: ~Copyable {
  private(set) var keys = Store<Key>()
  /// The number plus one of the key that is there, and before it bits of its hash; 0 where none is.
  ///
  /// They are as many as a power of two. The number takes the bits of ``mask``, the hash the others,
  /// so that a key is hardly ever compared with another one.
  private var slots = Store<UInt32>()
  private var mask: UInt32 = 0
  /// How many keys there may be before the slots must grow: five of eight, so that walks are short.
  private var limit = 0

  init() {
    slots.fill(0, count: 1)
  }

  var count: Int { keys.count }

  /// The number of a key, a new one if it was never seen.
  @inline(__always)
  mutating func index(of key: Key, hash: UInt64, seed: HashSeed) -> UInt32 {
    if keys.count >= limit { grow(seed) }
    let slots = slots.base
    let keys = keys.base
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    var place = UInt32(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[Int(place)]
      if slot == 0 { break }
      if (slot ^ tag) & ~mask == 0 {
        let number = slot & mask &- 1
        if keys[Int(number)] == key { return number }
      }
      place = (place &+ 1) & mask
    }
    let fresh = UInt32(truncatingIfNeeded: self.keys.count)
    self.keys.append(key)
    slots[Int(place)] = tag & ~mask | (fresh &+ 1)
    return fresh
  }

  /// What is in the first place where a key of this hash may be, for ``guess(_:after:)``.
  @inline(__always)
  func look(_ hash: UInt64) -> UInt32 {
    slots.base[Int(UInt32(truncatingIfNeeded: hash) & mask)]
  }

  /// The number plus one of the first key that may be the one of this hash; 0 where none is.
  @inline(__always)
  func guess(_ hash: UInt64, after look: UInt32) -> UInt32 {
    if look == 0 || (look ^ UInt32(truncatingIfNeeded: hash >> 32)) & ~mask == 0 {
      return look & mask
    }
    let slots = slots.base
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    var place = UInt32(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[Int(place)]
      if slot == 0 || (slot ^ tag) & ~mask == 0 { return slot & mask }
      place = (place &+ 1) & mask
    }
  }

  @inline(never)
  private mutating func grow(_ seed: HashSeed) {
    let size = max(16, slots.count * 2)
    slots.fill(0, count: size)
    mask = UInt32(truncatingIfNeeded: size - 1)
    limit = size / 8 * 5
    for number in 0..<keys.count {
      let hash = keys[number].hash(seed)
      var place = UInt32(truncatingIfNeeded: hash) & mask
      while slots[Int(place)] != 0 {
        place = (place &+ 1) & mask
      }
      let tag = UInt32(truncatingIfNeeded: hash >> 32)
      slots[Int(place)] = tag & ~mask | UInt32(truncatingIfNeeded: number + 1)
    }
  }
}
