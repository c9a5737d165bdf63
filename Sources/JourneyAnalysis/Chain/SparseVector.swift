/// Numbers at some of many positions, the others 0; the order of entries is that of insertion.
///
/// Cost: finding an entry is a scan while there are few, a table look-up from ``indexedFrom`` on, so
/// that a hub with 100,000 neighbours is not scanned 100,000 times. The table is never iterated:
/// results do not depend on its order.
struct SparseVector {
  /// The number of entries from which a table finds them.
  static let indexedFrom = 192

  /// The positions.
  private(set) var keys: [Int32] = []
  /// The number at each position of ``keys``.
  var values: [Double] = []
  private var slots: [Int32: Int32] = [:]

  /// How many entries there are.
  var count: Int { keys.count }
  /// Whether entries are found through a table.
  var isIndexed: Bool { !slots.isEmpty }

  /// Where in ``keys`` the position stands; nil when the number there is 0.
  func slot(of key: Int32) -> Int? {
    if isIndexed { return slots[key].map(Int.init) }
    return keys.firstIndex(of: key)
  }

  /// Adds an entry for a position that has none.
  mutating func append(_ key: Int32, _ value: Double) {
    if isIndexed { slots[key] = Int32(keys.count) }
    keys.append(key)
    values.append(value)
    if !isIndexed, keys.count >= Self.indexedFrom {
      for (slot, key) in keys.enumerated() { slots[key] = Int32(slot) }
    }
  }

  /// Adds to the number at a position.
  ///
  /// - Parameters:
  ///   - value: What is added.
  ///   - key: The position.
  /// - Returns: Whether the entry is new.
  @discardableResult
  mutating func add(_ value: Double, at key: Int32) -> Bool {
    if let slot = slot(of: key) {
      values[slot] += value
      return false
    }
    append(key, value)
    return true
  }

  /// Takes an entry out; the last one moves into its place.
  ///
  /// - Parameter key: The position.
  /// - Returns: The number that stood there.
  @discardableResult
  mutating func remove(_ key: Int32) -> Double {
    guard let slot = slot(of: key) else { return 0 }
    let value = values[slot]
    if isIndexed { slots[key] = nil }
    let lastKey = keys.removeLast()
    let lastValue = values.removeLast()
    if lastKey != key {
      keys[slot] = lastKey
      values[slot] = lastValue
      if isIndexed { slots[lastKey] = Int32(slot) }
    }
    return value
  }
}
