/// One thread's counts.
struct CountingWorker: ~Copyable {
  /// A visit of the customer that is counted.
  struct Visit: BitwiseCopyable {
    var start: Int
    var count: Int
    var channel: UInt32
    var end: Int
    /// When the customer left the event that ended last.
    var left: Int64
  }

  let plan: CountingPlan
  let pool = BlockPool()
  /// By persona; the first segment are those of whom it is not known.
  let personas: UnsafeMutablePointer<Tally>
  /// By the channel of the first event; the first segment are visits without; none unless asked.
  let channels: UnsafeMutablePointer<Tally>
  var channelEvents: PairCounts
  var stageEvents: PairCounts
  var paths: PathTable
  private(set) var ties = 0
  private(set) var changedPersona = 0
  private var rows = PartitionRows()
  private var joiner: PartJoiner
  private var visits = Store<Visit>()

  init(_ plan: CountingPlan) {
    self.plan = plan
    let count = plan.touchpoints.names.count
    personas = .allocate(capacity: 1)
    personas.initialize(
      to: Tally(
        segments: plan.hasPersonas ? plan.personas.names.count + 1 : 1, touchpoints: count,
        hasIntervals: plan.hasIntervals, seed: plan.seed, pool: pool))
    channels = .allocate(capacity: 1)
    channels.initialize(
      to: Tally(
        segments: plan.countsChannels ? plan.channels.names.count + 1 : 0,
        touchpoints: plan.countsChannels ? count : 0, hasIntervals: plan.hasIntervals,
        seed: plan.seed, pool: pool))
    channelEvents = PairCounts(
      touchpoints: count, names: plan.channels.names.count, seed: plan.seed)
    stageEvents = PairCounts(touchpoints: count, names: plan.stages.names.count, seed: plan.seed)
    paths = PathTable(touchpoints: count, seed: plan.seed, pool: pool)
    joiner = PartJoiner(touchpoints: plan.joinsParts ? count : 0)
  }

  deinit {
    personas.deinitialize(count: 1)
    personas.deallocate()
    channels.deinitialize(count: 1)
    channels.deallocate()
  }

  /// Counts the rows of a partition.
  mutating func count(partition: Int) {
    rows.read(partition, of: plan, pool: pool, channels: &channelEvents, stages: &stageEvents)
    let scores = ScoreValues(
      shared: UnsafePointer(plan.scores.values.base), count: plan.scores.values.count,
      own: UnsafePointer(rows.scores.base))
    for customer in 0..<rows.starts.count - 1 {
      count(rows.starts[customer]..<rows.starts[customer &+ 1], scores)
    }
  }

  @inline(__always)
  private mutating func count(_ range: Range<Int>, _ scores: ScoreValues) {
    guard !range.isEmpty else { return }
    if plan.rules.order == .time {
      let found = rows.sort(range, bySequence: plan.hasSequence)
      if !plan.joinsParts { ties &+= found }
    }
    let items = rows.items.base + range.lowerBound
    let extras = plan.hasExtras ? rows.extras.base + range.lowerBound : nil
    var count = range.count
    if plan.joinsParts, let extras {
      count = joiner.join(items, extras, count: count)
      if plan.rules.order == .time {
        ties &+= rows.countTies(range.lowerBound..<range.lowerBound + count)
      }
      countNames(items, extras, count)
    }
    let persona = plan.hasPersonas ? persona(extras, count) : 0
    cut(items, extras, count)
    personas.pointee.beginCustomer()
    for index in 0..<visits.count {
      let visit = visits[index]
      personas.pointee.add(
        items + visit.start, extras.map { $0 + visit.start }, count: visit.count,
        segment: persona, end: visit.end, left: visit.left, scores: scores)
      if plan.rules.variants > 0 {
        paths.add(items + visit.start, count: visit.count, end: visit.end, left: visit.left)
      }
    }
    personas.pointee.endCustomer(segment: persona)
    if plan.countsChannels { countByChannel(items, extras, scores) }
  }

  /// Counts events by channel and stage, where rows were joined first.
  private mutating func countNames(
    _ items: UnsafePointer<Item>, _ extras: UnsafePointer<Extra>, _ count: Int
  ) {
    for place in 0..<count {
      let touchpoint = items[place].touchpoint
      channelEvents.add(touchpoint: touchpoint, name: extras[place].channel)
      stageEvents.add(touchpoint: touchpoint, name: extras[place].stage)
    }
  }

  /// The persona of the first event that has one.
  private mutating func persona(_ extras: UnsafePointer<Extra>?, _ count: Int) -> Int {
    guard let extras else { return 0 }
    var persona: UInt32 = 0
    for place in 0..<count {
      let next = extras[place].persona
      if persona == 0 {
        persona = next
      } else if next != 0, next != persona {
        changedPersona &+= 1
        break
      }
    }
    return Int(persona)
  }

  /// Cuts a customer's events into visits.
  @inline(__always)
  private mutating func cut(
    _ items: UnsafePointer<Item>, _ extras: UnsafePointer<Extra>?, _ count: Int
  ) {
    visits.removeAll()
    if plan.hasIntervals, let extras {
      cutIntervals(items, extras, count)
      return
    }
    guard let timeout = plan.rules.timeout else {
      add(visit: 0, count, items, extras, left: items[count &- 1].arrival)
      return
    }
    var start = 0
    for place in 1..<max(1, count) {
      let (before, time) = (items[place &- 1].arrival, items[place].arrival)
      if before != EventRow.unknown, time != EventRow.unknown,
        difference(from: before, to: time) > timeout
      {
        add(visit: start, place, items, extras, left: before)
        start = place
      }
    }
    add(visit: start, count, items, extras, left: items[count &- 1].arrival)
  }

  /// Cuts events of which some have a beginning: a pause lasts from the latest end to an arrival.
  private mutating func cutIntervals(
    _ items: UnsafePointer<Item>, _ extras: UnsafePointer<Extra>, _ count: Int
  ) {
    var start = 0
    // The latest end of the customer and of the visit; the lowest number stands for none.
    var (latest, left) = (EventRow.unknown, EventRow.unknown)
    for place in 0..<count {
      let arrival = items[place].arrival
      if let timeout = plan.rules.timeout, latest != EventRow.unknown,
        arrival != EventRow.unknown, difference(from: latest, to: arrival) > timeout
      {
        add(visit: start, place, items, extras, left: left)
        start = place
        left = EventRow.unknown
      }
      left = max(left, arrival, extras[place].left)
      latest = max(latest, left)
    }
    add(visit: start, count, items, extras, left: left)
  }

  @inline(__always)
  private mutating func add(
    visit start: Int, _ end: Int, _ items: UnsafePointer<Item>, _ extras: UnsafePointer<Extra>?,
    left: Int64
  ) {
    visits.append(
      Visit(
        start: start, count: end &- start, channel: extras.map { $0[start].channel } ?? 0,
        end: self.end(items, start..<end, left: left), left: left))
  }

  /// How a visit ends, as a place in `EventCounts.End`'s order.
  @inline(__always)
  private func end(_ items: UnsafePointer<Item>, _ range: Range<Int>, left: Int64) -> Int {
    if !plan.rules.completed.isEmpty {
      for place in range where plan.completes[Int(items[place].touchpoint)] { return 0 }
    }
    if let timeout = plan.rules.timeout, let latest = plan.period?.upperBound,
      left != EventRow.unknown, difference(from: left, to: latest) <= timeout
    {
      return 2
    }
    return plan.rules.completed.isEmpty ? 3 : 1
  }

  /// Counts a customer's visits by channel, those of one channel together.
  private mutating func countByChannel(
    _ items: UnsafePointer<Item>, _ extras: UnsafePointer<Extra>?, _ scores: ScoreValues
  ) {
    var order = UnsafeMutableBufferPointer(start: visits.base, count: visits.count)
    if order.count > 1 {
      order.sort { ($0.channel, $0.start) < ($1.channel, $1.start) }
    }
    for (index, visit) in order.enumerated() {
      let segment = Int(visit.channel)
      if index == 0 || order[index - 1].channel != visit.channel {
        channels.pointee.beginCustomer()
      }
      channels.pointee.add(
        items + visit.start, extras.map { $0 + visit.start }, count: visit.count,
        segment: segment, end: visit.end, left: visit.left, scores: scores)
      if index + 1 == order.count || order[index + 1].channel != visit.channel {
        channels.pointee.endCustomer(segment: segment)
      }
    }
  }
}
