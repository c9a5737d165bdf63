/// The names of all lanes, sorted by their bytes, and which of them each lane's numbers mean.
struct NameUnion: ~Copyable {
  /// A name as a lane has it.
  private struct Entry {
    /// The first eight bytes, so that most comparisons need no more.
    var prefix: UInt64
    var bytes: UnsafeRawBufferPointer
    /// Its place in ``codes``.
    var place: Int
    /// What it says once its bytes were mended or it counts as another; nil when it says what they say.
    var mended: String?
  }

  /// Sorted by bytes, each once.
  let names: [String]
  private let codes: Store<UInt32>
  private let offsets: [Int]

  /// Unites names.
  ///
  /// - Parameters:
  ///   - lanes: How many lanes there are.
  ///   - first: What the first name's number becomes: 1 where 0 stands for none.
  ///   - count: Says how many names a lane has.
  ///   - name: Says one of a lane's names, by number; it lasts as long as the call.
  ///   - joined: Names that count as others.
  init(
    lanes: Int, first: UInt32, count: (Int) -> Int,
    name: (Int, Int) -> UnsafeRawBufferPointer, joined: [String: String] = [:]
  ) {
    var entries: [Entry] = []
    var offsets: [Int] = []
    var size = 0
    for lane in 0..<lanes {
      offsets.append(size)
      size += Int(first)
      for number in 0..<count(lane) {
        entries.append(Self.entry(name(lane, number), place: size, joined))
        size += 1
      }
    }
    entries.sort { Self.isBefore($0, $1) }
    var names: [String] = []
    let codes = Store<UInt32>(repeating: 0, count: size)
    for (index, entry) in entries.enumerated() {
      if index == 0 || Self.isBefore(entries[index - 1], entry) {
        names.append(entry.mended ?? String(decoding: entry.bytes, as: UTF8.self))
      }
      codes[entry.place] = UInt32(truncatingIfNeeded: names.count - 1) + first
    }
    self.names = names
    self.codes = codes
    self.offsets = offsets
  }

  /// What a lane's numbers mean.
  func codes(lane: Int) -> UnsafePointer<UInt32> {
    UnsafePointer(codes.base + offsets[lane])
  }

  private static func entry(
    _ bytes: UnsafeRawBufferPointer, place: Int, _ joined: [String: String]
  ) -> Entry {
    var entry = Entry(prefix: 0, bytes: bytes, place: place, mended: nil)
    if !joined.isEmpty, let other = joined[String(decoding: bytes, as: UTF8.self)] {
      entry.mended = other
    } else if bytes.contains(where: { $0 >= 0x80 }) {
      let text = String(decoding: bytes, as: UTF8.self)
      if !text.utf8.elementsEqual(bytes) { entry.mended = text }
    }
    if let mended = entry.mended {
      entry.prefix = prefix(mended.utf8)
    } else {
      entry.prefix = prefix(bytes)
    }
    return entry
  }

  private static func prefix(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    var shift: UInt64 = 64
    for byte in bytes.prefix(8) {
      shift -= 8
      prefix |= UInt64(byte) << shift
    }
    return prefix
  }

  private static func isBefore(_ left: Entry, _ right: Entry) -> Bool {
    if left.prefix != right.prefix { return left.prefix < right.prefix }
    switch (left.mended, right.mended) {
    case (nil, nil): return left.bytes.lexicographicallyPrecedes(right.bytes)
    case (let mended?, nil): return mended.utf8.lexicographicallyPrecedes(right.bytes)
    case (nil, let mended?): return left.bytes.lexicographicallyPrecedes(mended.utf8)
    case (let first?, let second?): return first.utf8.lexicographicallyPrecedes(second.utf8)
    }
  }
}
