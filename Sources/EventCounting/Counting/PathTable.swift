/// The paths that visits went, each once, and how often; by one thread.
struct PathTable: ~Copyable {
  /// A path.
  struct Path: BitwiseCopyable {
    var hash: UInt64
    /// Where its touchpoints stand among all paths'.
    var start: Int
    var count: Int
    /// Visits by how they ended.
    var ends = SIMD4<UInt32>()

    var visits: Int { Int(ends.wrappedSumOfWide) }
  }

  /// Paths that share the first bits of their hash.
  struct Shard: ~Copyable {
    private(set) var paths = Store<Path>()
    /// How long visits took, by path.
    var times = DurationLog()
    private var steps = Store<UInt32>()
    private var slots = Store<UInt32>()

    /// The touchpoints of a path.
    func steps(_ path: Int) -> UnsafeBufferPointer<UInt32> {
      UnsafeBufferPointer(start: steps.base + paths[path].start, count: paths[path].count)
    }

    /// The number of a path; a new one if it was never gone.
    mutating func number(of path: UnsafeBufferPointer<UInt32>, hash: UInt64) -> Int {
      if paths.count >= slots.count / 8 * 5 { grow() }
      let mask = slots.count - 1
      var place = Int(truncatingIfNeeded: hash) & mask
      while slots[place] != 0 {
        let number = Int(slots[place]) - 1
        if paths[number].hash == hash, steps(number).elementsEqual(path) { return number }
        place = (place + 1) & mask
      }
      slots[place] = UInt32(truncatingIfNeeded: paths.count + 1)
      paths.append(Path(hash: hash, start: steps.count, count: path.count))
      steps.append(contentsOf: path)
      return paths.count - 1
    }

    /// Counts visits of a path.
    func add(_ ends: SIMD4<UInt32>, to path: Int) {
      paths.base[path].ends &+= ends
    }

    private mutating func grow() {
      slots.fill(0, count: max(16, slots.count * 2))
      let mask = slots.count - 1
      for number in 0..<paths.count {
        var place = Int(truncatingIfNeeded: paths[number].hash) & mask
        while slots[place] != 0 { place = (place + 1) & mask }
        slots[place] = UInt32(truncatingIfNeeded: number + 1)
      }
    }
  }

  static let shardCount = 64

  let shards: UnsafeMutablePointer<Shard>
  private let seed: HashSeed
  private let pool: BlockPool
  private var path = Store<UInt32>()

  init(touchpoints: Int, seed: HashSeed, pool: BlockPool) {
    self.seed = seed
    self.pool = pool
    shards = .allocate(capacity: Self.shardCount)
    for index in 0..<Self.shardCount { (shards + index).initialize(to: Shard()) }
  }

  deinit {
    shards.deinitialize(count: Self.shardCount)
    shards.deallocate()
  }

  /// Counts a visit.
  ///
  /// - Parameters:
  ///   - items: Its events.
  ///   - count: How many; at least one.
  ///   - end: How it ended, as a place in ``EventCounts/End``'s order.
  ///   - left: When it ended.
  mutating func add(_ items: UnsafePointer<Item>, count: Int, end: Int, left: Int64) {
    path.removeAll()
    var hash = Key(low: seed.second, high: UInt64(truncatingIfNeeded: count)).hash(seed)
    for place in 0..<count {
      path.append(items[place].touchpoint)
      hash = Key(low: hash, high: UInt64(items[place].touchpoint)).hash(seed)
    }
    let shard = shards + Int(truncatingIfNeeded: hash >> 58)
    let number = shard.pointee.number(
      of: UnsafeBufferPointer(start: path.base, count: count), hash: hash)
    var ends = SIMD4<UInt32>()
    ends[end] = 1
    shard.pointee.add(ends, to: number)
    let start = items[0].arrival
    if start != EventRow.unknown, left != EventRow.unknown {
      shard.pointee.times.append(
        difference(from: start, to: left), of: UInt32(truncatingIfNeeded: number), pool: pool)
    }
  }
}

extension SIMD4<UInt32> {
  fileprivate var wrappedSumOfWide: UInt64 {
    (0..<4).reduce(0) { $0 + UInt64(self[$1]) }
  }
}
