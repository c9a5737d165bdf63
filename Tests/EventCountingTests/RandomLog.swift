import EventCounting
import JourneyTestSupport

/// A log drawn at random, and how it is handed to a counter.
struct RandomLog {
  var events: [LogEvent]
  var rules: CountingRules

  init(seed: UInt64, size: Int? = nil) {
    var random = SeededGenerator(seed: seed)
    let names = (0..<random.pick([1, 2, 5, 12, 700])).map { number in
      random.pick(["T\(number)", "a longer name of touchpoint \(number)", "ü\(number)"])
    }
    let customers = (0..<random.pick([1, 3, 20, 400])).map { number in
      random.pick(["c\(number)", "customer-with-a-long-id-\(number)", "\(number)"])
    }
    let hasTimes = random.chance(0.9)
    let spread: Int64 = random.pick([3, 1_000, 1_000_000_000])
    let hasSequence = random.chance(0.4)
    let hasScores = random.chance(0.7)
    let manyScores = random.chance(0.3)
    let hasChannels = random.chance(0.7)
    let hasPersonas = random.chance(0.5)
    let hasStages = random.chance(0.3)
    let hasIntervals = random.chance(0.3)
    let hasParts = random.chance(0.4)
    let holes = random.pick([0.0, 0.1, 0.5])
    events = (0..<(size ?? random.pick([1, 2, 10, 100, 1_000]))).map { number in
      func has(_ asked: Bool) -> Bool { asked && !random.chance(holes) }
      var event = Event(customer: random.pick(customers), touchpoint: random.pick(names))
      if has(hasTimes) {
        event.time = Int64(number) * spread / 2 + Int64.random(in: 0...spread, using: &random)
      }
      if has(hasSequence) { event.sequence = Int64.random(in: -2...2, using: &random) }
      if has(hasScores) {
        event.felt =
          manyScores
          ? Double.random(in: -100...100, using: &random)
          : Double(Int.random(in: -2...2, using: &random)) / 2
      }
      if has(hasChannels) { event.channel = random.pick(["web", "app", "shop"]) }
      if has(hasPersonas) { event.persona = random.pick(["young", "old", "new", "öther"]) }
      if has(hasStages) { event.stage = random.pick(["one", "two"]) }
      if has(hasIntervals), let time = event.time {
        event.began = time - Int64.random(in: 0...spread, using: &random) * random.pick([1, 1, 4])
        if random.chance(0.05) { event.began = time + 1 }
        if random.chance(0.05) { event.time = nil }
      }
      let part: EventRow.Part = hasParts ? random.pick([.whole, .beginning, .ending]) : .whole
      return LogEvent(event: event, part: part)
    }
    rules = CountingRules(
      order: random.chance(0.7) ? .time : .log,
      timeout: random.chance(0.5) ? spread * Int64(random.pick([0, 1, 5, 50])) : nil,
      completed: random.chance(0.5) ? [random.pick(names), "never"] : [],
      countsChannels: random.chance(0.5), variants: random.pick([0, 1, 3, 10_000]),
      joinsParts: random.chance(0.5))
  }

  /// Counts the events over lanes and parts drawn at random.
  func count(lanes: Int, _ random: inout SeededGenerator) -> EventCounts {
    let counter = EventCounter(rules: rules, lanes: lanes)
    var part = 0
    var place = 0
    while place < events.count {
      let end = min(
        events.count, place + Int.random(in: 1...max(1, events.count / 3), using: &random))
      let lane = counter.lanes[Int.random(in: 0..<lanes, using: &random)]
      lane.begin(part: part)
      for event in events[place..<end] { lane.add(event) }
      part += Int.random(in: 1...3, using: &random)
      place = end
    }
    return counter.counts()
  }
}

extension EventLane {
  /// Adds an event as a row.
  func add(_ log: LogEvent) {
    let event = log.event
    let texts = [
      event.customer, event.touchpoint, event.channel ?? "", event.persona ?? "",
      event.stage ?? "",
    ].map { Array($0.utf8) }
    // Each text ends where its memory ends, so that reading past it is found out.
    let buffers = texts.map { text in
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: text.count, alignment: 1)
      buffer.copyBytes(from: text)
      return buffer
    }
    defer { for buffer in buffers { buffer.deallocate() } }
    var row = EventRow()
    row.customer = UnsafeRawBufferPointer(buffers[0])
    row.touchpoint = UnsafeRawBufferPointer(buffers[1])
    row.channel = UnsafeRawBufferPointer(buffers[2])
    row.persona = UnsafeRawBufferPointer(buffers[3])
    row.stage = UnsafeRawBufferPointer(buffers[4])
    row.time = event.time ?? EventRow.unknown
    row.began = event.began ?? EventRow.unknown
    row.sequence = event.sequence ?? EventRow.unknown
    row.felt = event.felt ?? .nan
    row.part = log.part
    add(row)
  }
}
