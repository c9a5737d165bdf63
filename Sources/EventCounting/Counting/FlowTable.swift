/// How often customers went from one event to the next, by segment, and how long it took.
///
/// Some targets are not touchpoints: as many as there are touchpoints stands for time spent in one,
/// and the next four, by how a visit ends there, for time spent in the last one. From as many as there
/// are to the first touchpoint is a whole visit.
struct FlowTable: ~Copyable {
  /// What is counted together when threads' counts are: all segments of some pairs.
  struct Bucket: ~Copyable {
    /// Numbers segments' pairs when they are not numbered anyway.
    var table = KeyTable()
    /// How often, by these numbers.
    var counts = Store<Int>()
    var times = DurationLog()
  }

  static let bucketCount = 64
  private static let mostDense = 1 << 18

  let segments: Int
  let touchpoints: Int
  /// How many targets there are.
  private let targets: Int
  /// Whether pairs are numbered without a table.
  let isDense: Bool
  let buckets: UnsafeMutablePointer<Bucket>
  /// How often each segment's pair was gone, when ``isDense``.
  private var counts: Store<Int>
  private let seed: HashSeed
  private let pool: BlockPool

  init(
    segments: Int, touchpoints: Int, hasIntervals: Bool, seed: HashSeed, pool: BlockPool
  ) {
    self.segments = segments
    self.touchpoints = touchpoints
    self.seed = seed
    self.pool = pool
    let sources = touchpoints + 1
    targets = sources + (hasIntervals ? EventCounts.End.allCases.count : 0)
    isDense = sources <= Self.mostDense / targets / max(1, segments)
    counts = isDense ? Store(repeating: 0, count: sources * targets * segments) : Store()
    buckets = .allocate(capacity: Self.bucketCount)
    for index in 0..<Self.bucketCount { (buckets + index).initialize(to: Bucket()) }
  }

  deinit {
    buckets.deinitialize(count: Self.bucketCount)
    buckets.deallocate()
  }

  /// How many numbers a bucket has when ``isDense``.
  func denseSize(of bucket: Int) -> Int {
    let pairs = (touchpoints + 1) * targets
    return (pairs + Self.bucketCount - 1 - bucket) / Self.bucketCount * segments
  }

  /// How often a number of a bucket was gone.
  func count(_ number: Int, in bucket: Int) -> Int {
    guard isDense else { return buckets[bucket].counts[number] }
    let pair = number / segments * Self.bucketCount + bucket
    return counts[pair * segments + number % segments]
  }

  /// What a number of a bucket stands for when ``isDense``.
  func denseKey(_ number: Int, in bucket: Int) -> Key {
    let pair = number / segments * Self.bucketCount + bucket
    let (source, target) = pair.quotientAndRemainder(dividingBy: targets)
    return Key(
      low: UInt64(source) << 32 | UInt64(target), high: UInt64(number % segments))
  }

  /// Counts a way.
  @inline(__always)
  mutating func add(segment: Int, from source: Int, to target: Int, start: Int64, end: Int64) {
    guard isDense else {
      addSparse(segment, source, target, start, end)
      return
    }
    let pair = source &* targets &+ target
    counts.base[pair &* segments &+ segment] &+= 1
    if start != EventRow.unknown && end != EventRow.unknown {
      buckets[pair & (Self.bucketCount &- 1)].times.append(
        difference(from: start, to: end),
        of: UInt32(truncatingIfNeeded: pair / Self.bucketCount &* segments &+ segment), pool: pool)
    }
  }

  @inline(never)
  private mutating func addSparse(
    _ segment: Int, _ source: Int, _ target: Int, _ start: Int64, _ end: Int64
  ) {
    var key = Key(low: UInt64(source) << 32 | UInt64(target), high: 0)
    var hash = key.hash(seed)
    let bucket = buckets + Int(truncatingIfNeeded: hash >> 58)
    if segment != 0 {
      key.high = UInt64(segment)
      hash = key.hash(seed)
    }
    let number = bucket.pointee.table.index(of: key, hash: hash, seed: seed)
    if Int(number) == bucket.pointee.counts.count { bucket.pointee.counts.append(0) }
    bucket.pointee.counts.base[Int(number)] &+= 1
    if start != EventRow.unknown && end != EventRow.unknown {
      bucket.pointee.times.append(difference(from: start, to: end), of: number, pool: pool)
    }
  }
}

/// How much later one time is than another, in microseconds; what is too much for that is cut.
@inline(__always)
func difference(from start: Int64, to end: Int64) -> Int64 {
  let (difference, overflow) = end.subtractingReportingOverflow(start)
  guard overflow else { return difference }
  return start < end ? .max : .min
}
