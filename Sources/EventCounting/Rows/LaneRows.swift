/// What a lane holds: its names, and its rows by partition.
struct LaneRows: ~Copyable {
  /// A row whose customer has not been looked up.
  struct Waiting: BitwiseCopyable {
    var key: Key
    var hash: UInt64
    /// The customer that the table has in the first place to look, plus one; 0 for none.
    var guess: UInt32
    var row: CodedRow
  }

  /// How many partitions there are; a power of two.
  static let partitionCount = 64
  private static let partitionShift = UInt64(64 - partitionCount.trailingZeroBitCount)
  /// How many rows wait for their customers to be looked up together.
  ///
  /// Each of a million customers is somewhere else in memory. What is asked for together also comes
  /// together, instead of one after the other.
  private static let most = 64

  let seed: HashSeed
  private(set) var touchpoints = NameTable()
  private(set) var channels = NameTable()
  private(set) var personas = NameTable()
  private(set) var stages = NameTable()
  private(set) var scores = ScoreTable()
  /// What rows looked like; each holds what the one before held, and more.
  private(set) var layouts: [RowLayout]
  /// The first known arrival and the last known time; the first is larger when there is none.
  private(set) var first = Int64.max
  private(set) var last = Int64.min
  let partitions: UnsafeMutablePointer<LanePartition>

  private var layout: RowLayout
  private var part = 0
  /// Whether rows that wait have their scores themselves.
  private var holdsScores = false
  private let waiting: UnsafeMutablePointer<Waiting>
  private var waitingCount = 0

  init(seed: HashSeed) {
    self.seed = seed
    layout = RowLayout()
    layouts = [layout]
    waiting = .allocate(capacity: Self.most)
    partitions = .allocate(capacity: Self.partitionCount)
    for index in 0..<Self.partitionCount {
      (partitions + index).initialize(to: LanePartition())
    }
  }

  deinit {
    waiting.deallocate()
    partitions.deinitialize(count: Self.partitionCount)
    partitions.deallocate()
  }

  /// How many rows there are, without those that wait.
  var rows: Int {
    (0..<Self.partitionCount).reduce(0) { $0 + partitions[$1].rows }
  }

  /// Says which part of the log the next row belongs to.
  mutating func begin(part: Int) {
    guard part != self.part else { return }
    settle()
    self.part = part
  }

  @inline(__always)
  mutating func add(_ row: borrowing EventRow) {
    let key = Key(row.customer, seed: seed)
    if row.time != EventRow.unknown {
      if row.time < first { first = row.time }
      if row.time > last { last = row.time }
    }
    if row.began != EventRow.unknown { note(began: row.began, time: row.time) }
    let felt = scores.code(of: row.felt, seed: seed)
    if scores.isFull != holdsScores {
      settle()
      holdsScores = scores.isFull
    }
    (waiting + waitingCount).initialize(
      to: Waiting(
        key: key, hash: key.hash(seed), guess: 0,
        row: CodedRow(
          customer: 0, touchpoint: touchpoints.number(of: row.touchpoint, seed: seed),
          time: row.time, began: row.began, sequence: row.sequence,
          felt: felt, channel: Self.code(row.channel, in: &channels, seed),
          persona: Self.code(row.persona, in: &personas, seed),
          stage: Self.code(row.stage, in: &stages, seed), part: row.part.rawValue)))
    waitingCount &+= 1
    if waitingCount == Self.most { settle() }
  }

  @inline(never)
  private mutating func note(began: Int64, time: Int64) {
    let arrival = EventRow.moments(time: time, began: began).arrival
    if arrival < first { first = arrival }
    if arrival > last { last = arrival }
  }

  @inline(__always)
  private static func code(
    _ name: UnsafeRawBufferPointer, in table: inout NameTable, _ seed: HashSeed
  ) -> UInt32 {
    name.isEmpty ? 0 : table.number(of: name, seed: seed) &+ 1
  }

  /// Puts the rows that wait where they belong.
  @inline(never)
  mutating func settle() {
    let (waiting, partitions) = (waiting, partitions)
    // Loads that neither depend on each other nor decide what is done next, so that the processor
    // waits for all of them at once.
    for index in 0..<waitingCount {
      let hash = waiting[index].hash
      waiting[index].guess = partitions[Self.partition(hash)].customers.look(hash)
    }
    for index in 0..<waitingCount {
      let (hash, look) = (waiting[index].hash, waiting[index].guess)
      waiting[index].guess = partitions[Self.partition(hash)].customers.guess(hash, after: look)
    }
    for index in 0..<waitingCount where waiting[index].guess != 0 {
      let (hash, guess) = (waiting[index].hash, waiting[index].guess)
      let key = partitions[Self.partition(hash)].customers.keys.base[Int(guess &- 1)]
      if key != waiting[index].key { waiting[index].guess = 0 }
    }
    for index in 0..<waitingCount {
      let partition = partitions + Self.partition(waiting[index].hash)
      let guess = waiting[index].guess
      waiting[index].row.customer =
        guess != 0
        ? guess &- 1
        : partition.pointee.customers.index(
          of: waiting[index].key, hash: waiting[index].hash, seed: seed)
      if !layout.fits(waiting[index].row, holdsScores: holdsScores) {
        widen(waiting[index].row)
      }
      partition.pointee.add(
        waiting[index].row, part: part, layout: layout, number: layouts.count &- 1)
    }
    waitingCount = 0
  }

  @inline(__always)
  private static func partition(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> partitionShift)
  }

  @inline(never)
  private mutating func widen(_ row: CodedRow) {
    layout.widen(for: row, holdsScores: holdsScores)
    layouts.append(layout)
  }
}
