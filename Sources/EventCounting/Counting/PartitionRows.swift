/// The rows of one partition, put together from all lanes and grouped by customer.
struct PartitionRows: ~Copyable {
  /// Rows of one block that stand next to each other in the log.
  struct Piece: BitwiseCopyable {
    var base: UnsafeMutableRawPointer
    var rows: Int
    var lane: Int
    var layout: Int
  }

  /// A run of a lane's rows, for sorting.
  private struct Stretch {
    var part: Int
    var lane: Int
    var start: Int
    var end: Int
  }

  private(set) var items = Store<Item>()
  /// As many as ``items``, or none when no row has more.
  private(set) var extras = Store<Extra>()
  /// Where each customer's rows begin, and where the last one's end.
  private(set) var starts = Store<Int>()
  /// Scores that have no number of their own; theirs follow those of the log.
  private(set) var scores = Store<Double>()
  private var pieces = Store<Piece>()
  private var next = Store<Int>()
  private var numbers = Store<UInt32>()
  private var offsets: [Int] = []

  /// Reads the rows of a partition and takes them out of the lanes.
  ///
  /// - Parameters:
  ///   - partition: Which one.
  ///   - plan: Where the lanes are.
  ///   - pool: Where blocks go that held the rows.
  ///   - channels: Counts events by channel, unless rows are to be joined first.
  ///   - stages: The same by stage.
  mutating func read(
    _ partition: Int, of plan: CountingPlan, pool: BlockPool, channels: inout PairCounts,
    stages: inout PairCounts
  ) {
    for lane in 0..<plan.laneCount { plan.lanes[lane].partitions[partition].seal() }
    let customers = uniteCustomers(partition, plan)
    let rows = cut(partition, plan)
    place(customers: customers, plan)
    items.removeAll()
    items.resize(rows)
    extras.removeAll()
    if plan.hasExtras { extras.resize(rows) }
    scores.removeAll()
    for index in 0..<pieces.count {
      fill(pieces[index], plan, &channels, &stages)
    }
    for lane in 0..<plan.laneCount {
      let source = plan.lanes[lane].partitions + partition
      for index in 0..<source.pointee.blocks.count {
        let block = source.pointee.blocks[index]
        pool.give(block.base, bytes: block.bytes)
      }
      source.pointee.letGo()
    }
  }

  /// Numbers the customers of all lanes; ``numbers`` says which of them a lane's are.
  private mutating func uniteCustomers(_ partition: Int, _ plan: CountingPlan) -> Int {
    let united = plan.lanes[0].partitions + partition
    numbers.removeAll()
    offsets = [0]
    for lane in 1..<max(1, plan.laneCount) {
      offsets.append(numbers.count)
      let table = plan.lanes[lane].partitions + partition
      for index in 0..<table.pointee.customers.count {
        let key = table.pointee.customers.keys[index]
        numbers.append(
          united.pointee.customers.index(of: key, hash: key.hash(plan.seed), seed: plan.seed))
      }
    }
    return united.pointee.customers.count
  }

  /// Cuts the lanes' blocks into pieces in the order of the log.
  private mutating func cut(_ partition: Int, _ plan: CountingPlan) -> Int {
    var stretches: [Stretch] = []
    var rows = 0
    for lane in 0..<plan.laneCount {
      let source = plan.lanes[lane].partitions + partition
      let count = source.pointee.runs.count
      rows += source.pointee.rows
      for index in 0..<count {
        let run = source.pointee.runs[index]
        let end = index + 1 < count ? source.pointee.runs[index + 1].start : source.pointee.rows
        stretches.append(Stretch(part: run.part, lane: lane, start: run.start, end: end))
      }
    }
    stretches.sort { ($0.part, $0.lane, $0.start) < ($1.part, $1.lane, $1.start) }
    pieces.removeAll()
    // Where each lane's reading is: its block, and the row of the lane with which the block begins.
    var places = [(block: Int, start: Int)](repeating: (0, 0), count: plan.laneCount)
    for stretch in stretches {
      let source = plan.lanes[stretch.lane].partitions + partition
      var row = stretch.start
      var (index, first) = places[stretch.lane]
      if row < first { (index, first) = (0, 0) }
      while row < stretch.end {
        let block = source.pointee.blocks[index]
        if row >= first + block.rows {
          first += block.rows
          index += 1
          continue
        }
        let rows = min(stretch.end, first + block.rows) - row
        let stride = plan.lanes[stretch.lane].layouts[block.layout].stride
        pieces.append(
          Piece(
            base: block.base + (row - first) * stride, rows: rows, lane: stretch.lane,
            layout: block.layout))
        row += rows
      }
      places[stretch.lane] = (index, first)
    }
    return rows
  }

  /// Counts each customer's rows, and so finds where they will stand.
  private mutating func place(customers: Int, _ plan: CountingPlan) {
    starts.fill(0, count: customers + 1)
    let counts = starts.base + 1
    for index in 0..<pieces.count {
      let piece = pieces[index]
      let stride = plan.lanes[piece.lane].layouts[piece.layout].stride
      let numbers: UnsafePointer<UInt32>? =
        piece.lane == 0 ? nil : UnsafePointer(self.numbers.base + offsets[piece.lane])
      var row = piece.base
      for _ in 0..<piece.rows {
        let own = Int(UnsafeRawPointer(row).half(at: 0))
        counts[numbers.map { Int($0[own]) } ?? own] &+= 1
        row += stride
      }
    }
    next.removeAll()
    next.resize(customers + 1)
    var total = 0
    for index in 0...customers {
      total &+= starts[index]
      starts[index] = total
      next[index] = total
    }
  }

  /// Puts the rows of a piece where they belong.
  private mutating func fill(
    _ piece: Piece, _ plan: CountingPlan, _ channels: inout PairCounts, _ stages: inout PairCounts
  ) {
    let layout = plan.lanes[piece.lane].layouts[piece.layout]
    let touchpointCodes = plan.touchpoints.codes(lane: piece.lane)
    let channelCodes = plan.channels.codes(lane: piece.lane)
    let personaCodes = plan.personas.codes(lane: piece.lane)
    let stageCodes = plan.stages.codes(lane: piece.lane)
    let scoreCodes = plan.scores.codes(lane: piece.lane)
    let numbers: UnsafePointer<UInt32>? =
      piece.lane == 0 ? nil : UnsafePointer(self.numbers.base + offsets[piece.lane])
    let countsChannels = !plan.joinsParts && !layout.channel.isAbsent
    let countsStages = !plan.joinsParts && !layout.stage.isAbsent
    let hasExtras = plan.hasExtras
    let hasBeginnings = !layout.began.isAbsent
    let (items, extras, next) = (self.items.base, self.extras.base, self.next.base)
    var row = UnsafeRawPointer(piece.base)
    for _ in 0..<piece.rows {
      let own = Int(row.half(at: 0))
      let customer = numbers.map { Int($0[own]) } ?? own
      let place = next[customer]
      next[customer] = place &+ 1
      let touchpoint = touchpointCodes[Int(truncatingIfNeeded: layout.touchpoint.read(row))]
      let felt = layout.felt.read(row)
      var (arrival, left) = (Int64(bitPattern: layout.time.read(row)), EventRow.unknown)
      if hasBeginnings {
        (arrival, left) = EventRow.moments(
          time: arrival, began: Int64(bitPattern: layout.began.read(row)))
      }
      (items + place).initialize(
        to: Item(
          arrival: arrival, touchpoint: touchpoint,
          felt: layout.holdsScores
            ? keep(score: Double(bitPattern: felt), plan)
            : scoreCodes[Int(truncatingIfNeeded: felt)]))
      let channel = channelCodes[Int(truncatingIfNeeded: layout.channel.read(row))]
      if countsChannels { channels.add(touchpoint: touchpoint, name: channel) }
      if countsStages || hasExtras {
        let stage = stageCodes[Int(truncatingIfNeeded: layout.stage.read(row))]
        if countsStages { stages.add(touchpoint: touchpoint, name: stage) }
        if hasExtras {
          (extras + place).initialize(
            to: Extra(
              sequence: Int64(bitPattern: layout.sequence.read(row)), left: left, channel: channel,
              persona: personaCodes[Int(truncatingIfNeeded: layout.persona.read(row))],
              stage: stage, part: UInt8(truncatingIfNeeded: layout.part.read(row))))
        }
      }
      row += layout.stride
    }
  }

  private mutating func keep(score: Double, _ plan: CountingPlan) -> UInt32 {
    guard !score.isNaN else { return 0 }
    scores.append(score * plan.scores.factor)
    return UInt32(truncatingIfNeeded: plan.scores.values.count + scores.count - 1)
  }
}
