/// What one thread counts of visits by segment: of everybody, of personas, or of channels.
struct Tally: ~Copyable {
  /// What was counted at one touchpoint in one segment.
  struct Cell: BitwiseCopyable {
    var segment: Int
    var touchpoint: Int
    var events = 0
    var customers = 0
    var visits = 0
    var firstPlaces = 0
    /// Visits that begin here.
    var starts = 0
    /// Visits that end here, by ``EventCounts/End``'s order.
    var ends = SIMD4<Int>()
    /// Visits that come here, by how they end.
    var outcomes = SIMD4<Int>()
    var felt = ScoreSum()

    mutating func add(_ other: Cell) {
      events &+= other.events
      customers &+= other.customers
      visits &+= other.visits
      firstPlaces &+= other.firstPlaces
      starts &+= other.starts
      ends &+= other.ends
      outcomes &+= other.outcomes
      felt.add(other.felt)
    }
  }

  /// What was counted of a whole segment.
  struct Total: BitwiseCopyable {
    var events = 0
    var customers = 0
    var visits = 0
  }

  /// What is known of a touchpoint while one customer is counted.
  struct Spot: BitwiseCopyable {
    /// The last visit and the last customer that came here.
    var visit = 0
    var customer = 0
    /// The customer's scores.
    var scores = 0
    var sum = 0.0
  }

  private static let mostDense = 1 << 14

  let segments: Int
  let touchpoints: Int
  private(set) var cells: Store<Cell>
  private(set) var totals: Store<Total>
  private(set) var flows: FlowTable
  private let isDense: Bool
  private let seed: HashSeed
  /// Numbers cells that are not numbered anyway.
  private var table = KeyTable()
  private var spots: Store<Spot>
  /// The touchpoints where the customer came.
  private var touched = Store<UInt32>()
  private var visit = 0
  private var customer = 0

  // Time spent in events is measured only where there are intervals.
  init(
    segments: Int, touchpoints: Int, hasIntervals: Bool, seed: HashSeed, pool: BlockPool
  ) {
    self.segments = segments
    self.touchpoints = touchpoints
    self.seed = seed
    flows = FlowTable(
      segments: segments, touchpoints: touchpoints, hasIntervals: hasIntervals, seed: seed,
      pool: pool)
    totals = Store(repeating: Total(), count: segments)
    spots = Store(repeating: Spot(), count: touchpoints)
    isDense = segments <= Self.mostDense / max(1, touchpoints)
    cells = Store()
    if isDense {
      for segment in 0..<segments {
        for touchpoint in 0..<touchpoints {
          cells.append(Cell(segment: segment, touchpoint: touchpoint))
        }
      }
    }
  }

  @inline(__always)
  private mutating func cell(_ segment: Int, _ touchpoint: Int) -> UnsafeMutablePointer<Cell> {
    if isDense { return cells.base + (segment &* touchpoints &+ touchpoint) }
    return sparseCell(segment, touchpoint)
  }

  @inline(never)
  private mutating func sparseCell(
    _ segment: Int, _ touchpoint: Int
  ) -> UnsafeMutablePointer<Cell> {
    let key = Key(low: UInt64(segment), high: UInt64(touchpoint))
    let index = Int(table.index(of: key, hash: key.hash(seed), seed: seed))
    if index == cells.count { cells.append(Cell(segment: segment, touchpoint: touchpoint)) }
    return cells.base + index
  }

  /// Begins with another customer, or with the same one's visits in another segment.
  @inline(__always)
  mutating func beginCustomer() {
    customer &+= 1
    touched.removeAll()
  }

  /// Counts a visit of the customer.
  ///
  /// - Parameters:
  ///   - items: Its events.
  ///   - extras: What more there is of them.
  ///   - count: How many events; at least one.
  ///   - segment: The segment, the same until the next customer.
  ///   - end: How it ended, as a place in ``EventCounts/End``'s order.
  ///   - left: When it ended.
  ///   - scores: Scores by number.
  @inline(__always)
  mutating func add(
    _ items: UnsafePointer<Item>, _ extras: UnsafePointer<Extra>?, count: Int, segment: Int,
    end: Int, left: Int64, scores: ScoreValues
  ) {
    visit &+= 1
    var outcome = SIMD4<Int>()
    outcome[end] = 1
    totals.base[segment].visits &+= 1
    totals.base[segment].events &+= count
    for place in 0..<count {
      let item = items[place]
      let touchpoint = Int(item.touchpoint)
      let cell = cell(segment, touchpoint)
      let spot = spots.base + touchpoint
      cell.pointee.events &+= 1
      if spot.pointee.visit != visit {
        spot.pointee.visit = visit
        cell.pointee.visits &+= 1
        cell.pointee.firstPlaces &+= place
        cell.pointee.outcomes &+= outcome
        if spot.pointee.customer != customer {
          spot.pointee.customer = customer
          spot.pointee.scores = 0
          spot.pointee.sum = 0
          cell.pointee.customers &+= 1
          touched.append(item.touchpoint)
        }
      }
      if item.felt != 0 {
        spot.pointee.scores &+= 1
        spot.pointee.sum += scores[item.felt]
      }
      if place == 0 { cell.pointee.starts &+= 1 }
      if let extras, extras[place].left != EventRow.unknown {
        flows.add(
          segment: segment, from: touchpoint, to: touchpoints, start: item.arrival,
          end: extras[place].left)
        if place &+ 1 == count {
          flows.add(
            segment: segment, from: touchpoint, to: touchpoints &+ 1 &+ end, start: item.arrival,
            end: extras[place].left)
        }
      }
      if place &+ 1 < count {
        let next = items[place &+ 1]
        flows.add(
          segment: segment, from: touchpoint, to: Int(next.touchpoint), start: item.arrival,
          end: next.arrival)
      } else {
        cell.pointee.ends[end] &+= 1
      }
    }
    flows.add(
      segment: segment, from: touchpoints, to: 0, start: items[0].arrival, end: left)
  }

  /// Ends with the customer.
  @inline(__always)
  mutating func endCustomer(segment: Int) {
    totals.base[segment].customers &+= 1
    for index in 0..<touched.count {
      let touchpoint = Int(touched[index])
      let spot = spots[touchpoint]
      guard spot.scores > 0 else { continue }
      cell(segment, touchpoint).pointee.felt.add(spot.sum / Double(spot.scores))
    }
  }
}

/// Scores by number: those of the log, then those of a partition that have no number in the log.
struct ScoreValues {
  let shared: UnsafePointer<Double>
  let count: Int
  let own: UnsafePointer<Double>

  @inline(__always)
  subscript(number: UInt32) -> Double {
    let number = Int(number)
    return number < count ? shared[number] : own[number &- count]
  }
}
