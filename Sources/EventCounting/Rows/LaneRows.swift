/// What a lane holds: its names, and its rows by partition.
struct LaneRows: ~Copyable {
  /// How many partitions there are; a power of two.
  static let partitionCount = 64
  static let partitionShift = UInt64(64 - partitionCount.trailingZeroBitCount)

  let seed: HashSeed
  /// Which part of the log the next row belongs to.
  var part = 0
  private(set) var touchpoints = NameTable()
  private(set) var channels = NameTable()
  private(set) var personas = NameTable()
  private(set) var stages = NameTable()
  private(set) var scores = ScoreTable()
  /// What rows looked like; each holds what the one before held, and more.
  private(set) var layouts: [RowLayout]
  /// The first and last known time; the first is larger than the last when there is none.
  private(set) var first = Int64.max
  private(set) var last = Int64.min
  let partitions: UnsafeMutablePointer<LanePartition>

  private var layout: RowLayout
  private var latestKey = Key(low: 0, high: .max)
  private var latestPartition = 0
  private var latestNumber: UInt32 = 0

  init(seed: HashSeed) {
    self.seed = seed
    layout = RowLayout()
    layouts = [layout]
    partitions = .allocate(capacity: Self.partitionCount)
    for index in 0..<Self.partitionCount {
      (partitions + index).initialize(to: LanePartition())
    }
  }

  deinit {
    partitions.deinitialize(count: Self.partitionCount)
    partitions.deallocate()
  }

  /// How many rows there are.
  var rows: Int {
    (0..<Self.partitionCount).reduce(0) { $0 + partitions[$1].rows }
  }

  @inline(__always)
  mutating func add(_ row: borrowing EventRow) {
    let key = Key(row.customer, seed: seed)
    if key != latestKey {
      let hash = key.hash(seed)
      latestKey = key
      latestPartition = Int(truncatingIfNeeded: hash >> Self.partitionShift)
      latestNumber = partitions[latestPartition].customers.index(of: key, hash: hash, seed: seed)
    }
    if row.time != EventRow.unknown {
      if row.time < first { first = row.time }
      if row.time > last { last = row.time }
    }
    let coded = CodedRow(
      customer: latestNumber, touchpoint: touchpoints.number(of: row.touchpoint, seed: seed),
      time: row.time, began: row.began, sequence: row.sequence,
      felt: scores.code(of: row.felt, seed: seed),
      channel: Self.code(row.channel, in: &channels, seed),
      persona: Self.code(row.persona, in: &personas, seed),
      stage: Self.code(row.stage, in: &stages, seed),
      part: row.part.rawValue)
    if !layout.fits(coded, holdsScores: scores.isFull) { widen(coded) }
    partitions[latestPartition].add(
      coded, part: part, layout: layout, number: layouts.count &- 1)
  }

  @inline(__always)
  private static func code(
    _ name: UnsafeRawBufferPointer, in table: inout NameTable, _ seed: HashSeed
  ) -> UInt32 {
    name.isEmpty ? 0 : table.number(of: name, seed: seed) &+ 1
  }

  @inline(never)
  private mutating func widen(_ row: CodedRow) {
    layout.widen(for: row, holdsScores: scores.isFull)
    layouts.append(layout)
  }
}
