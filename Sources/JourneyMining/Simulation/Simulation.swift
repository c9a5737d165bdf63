public import EventCounting
public import JourneyModel

/// An event log that follows a journey: counting it gives the same journey within sampling error.
///
/// ```swift
/// let simulation = try Simulation(journey, customers: 1000, seed: 7)
/// simulation.write { block in try? file.write(contentsOf: block) }
/// ```
///
/// Customers begin evenly over the journey's period and go on by the shares of the flow, each persona
/// by its own, after times that have the flow's means and medians. Each says once how a touchpoint was,
/// with the mean and the spread of the document. Cost: the events, and memory for the customers that
/// are on their way at once.
public struct Simulation: Sendable {
  /// How many customers go on the journey.
  public let customers: Int
  /// What all chance comes from; the same seed gives the same bytes on every machine.
  public let seed: UInt64
  /// The rules by which counting the log gives the journey back.
  public let rules: CountingRules
  /// What a person should know of the log, one sentence each.
  public let remarks: [String]

  private let run: SimulationRun
  private let format: SimulatedRowFormat
  private let hasUnderWay: Bool
  /// The first moment and the length of the time in which customers begin, in microseconds.
  private let start: Int64
  private let span: Double

  /// Prepares a log.
  ///
  /// - Parameters:
  ///   - journey: The journey.
  ///   - customers: How many go on it, not negative.
  ///   - seed: What all chance comes from.
  ///   - start: The day on which customers begin to come; nil: the first of the journey's period, else
  ///     2026-01-01.
  ///   - assumed: Whether scores that nobody was asked for are written too.
  /// - Throws: `InvalidJourney` where the journey contradicts itself.
  public init(
    _ journey: Journey, customers: Int, seed: UInt64 = 1, start: CalendarDate? = nil,
    assumed: Bool = false
  ) throws {
    self.customers = max(0, customers)
    self.seed = seed
    let flow = try SimulatedFlow(journey, assumed: assumed)
    let names = Self.names(journey)
    let ends = SimulatedEnds(flow, journey, names: names)
    let markers = ends.markers.values.sorted(by: bytesPrecede)
    run = SimulationRun(
      flow, ends, markers: markers, touchpoints: journey.touchpoints.count, seed: seed)
    format = SimulatedRowFormat(journey, names: names, markers: markers, flow: flow)
    hasUnderWay = ends.hasUnderWay
    let first = start ?? journey.period?.start ?? CalendarDate("2026-01-01") ?? .epoch
    let days = journey.period.map { $0.end.daysSinceEpoch - $0.start.daysSinceEpoch + 1 } ?? 30
    self.start = Int64(first.daysSinceEpoch) * 86_400_000_000
    span = Double(days) * 86_400_000_000
    rules = CountingRules(
      timeout: hasUnderWay ? Self.timeout(above: run.longest) : nil, completed: ends.completed)
    remarks = ends.remarks + Self.remarks(flow, journey, assumed: assumed)
  }

  /// The next whole minute, hour or day above the longest time between two events.
  private static func timeout(above longest: Double) -> Int64 {
    let longest = min(longest, 9e17)
    let unit = [86_400e6, 3600e6].first { longest >= $0 } ?? 60e6
    return Int64((longest / unit).rounded(.down) * unit + unit)
  }

  /// What touchpoints are called in the log: by name, those of the same name by name and id.
  private static func names(_ journey: Journey) -> [String] {
    var count: [String: Int] = [:]
    for touchpoint in journey.touchpoints { count[touchpoint.name, default: 0] += 1 }
    return journey.touchpoints.map { touchpoint in
      count[touchpoint.name] == 1 && !touchpoint.name.isEmpty
        ? touchpoint.name : "\(touchpoint.name) (\(touchpoint.id))"
    }
  }

  private static func remarks(
    _ flow: SimulatedFlow, _ journey: Journey, assumed: Bool
  ) -> [String] {
    func list(_ places: Set<Int>) -> String {
      let names = places.sorted().map { journey.touchpoints[$0].name }
      return names.prefix(3).joined(separator: ", ")
        + (names.count > 3 ? " and \(names.count - 3) more" : "")
    }
    var remarks: [String] = []
    if !flow.hasFlow {
      remarks.append(
        "The journey has no flow: everybody goes through the touchpoints in their order.")
    }
    if flow.untimed > 0 {
      remarks.append(
        "Where the document has neither a time nor a wait, the next event comes after 1 s.")
    }
    if !flow.assumed.isEmpty {
      remarks.append(
        assumed
          ? "Scores that nobody was asked for are written as if somebody had been: "
            + "\(list(flow.assumed))."
          : "Scores that nobody was asked for are left out, --assumed writes them: "
            + "\(list(flow.assumed)).")
    }
    let spreadless = assumed ? flow.spreadless : flow.spreadless.subtracting(flow.assumed)
    if !spreadless.isEmpty {
      remarks.append(
        "Where no spread of scores is known, it is that of half the way from neutral to the end of "
          + "the scale: \(list(spreadless)).")
    }
    if !flow.tooWide.isEmpty {
      remarks.append(
        "The scale has no room for so wide a spread of scores, so the widest possible is taken: "
          + "\(list(flow.tooWide)).")
    }
    return remarks
  }

  /// Whether the log has scores.
  public var hasScores: Bool { format.hasScores }

  // MARK: - Writing

  /// Writes the log as CSV, sorted by time, in blocks of about 64 KB.
  ///
  /// - Parameter sink: Takes a block; its bytes live as long as the call.
  /// - Returns: How many events were written.
  /// - Throws: What the sink throws.
  @discardableResult
  public func write(_ sink: (UnsafeRawBufferPointer) throws -> Void) rethrows -> Int {
    var rows = SimulatedRows(format)
    var queue = CaseQueue()
    var events = 0
    let late = hasUnderWay ? underWay() : []
    let isLate = Set(late.map(\.number))
    var nextLate = 0
    var number = 0
    while true {
      while number < customers, isLate.contains(number) { number += 1 }
      var arrival: (time: Int64, number: Int)?
      if number < customers { arrival = (self.arrival(of: number), number) }
      if nextLate < late.count, late[nextLate].time < arrival?.time ?? .max {
        arrival = late[nextLate]
      }
      // Who arrives first, or has the next event.
      if let arrival, arrival.time <= queue.nextTime ?? .max {
        if nextLate < late.count, arrival == late[nextLate] { nextLate += 1 } else { number += 1 }
        if let first = run.first(of: arrival.number, at: arrival.time) { queue.insert(first) }
        continue
      }
      guard !queue.isEmpty else { break }
      let event = queue.first
      rows.add(event, felt: run.felt(event))
      events += 1
      if rows.isFull { try rows.flush(sink) }
      if let following = run.next(event) {
        queue.replaceFirst(following)
      } else {
        queue.removeFirst()
      }
    }
    try rows.flush(sink)
    return events
  }

  private func arrival(of number: Int) -> Int64 {
    start + Int64(span * run.arrival(of: number, among: customers))
  }

  /// Those who are under way when the log ends, by when they begin.
  ///
  /// All others have ended for longer than the timeout before the first of them has a last event; all
  /// of them have it within one timeout.
  private func underWay() -> [(time: Int64, number: Int)] {
    guard let timeout = rules.timeout else { return [] }
    var late: [(time: Int64, number: Int)] = []
    var last = start
    for number in 0..<customers {
      let (length, isUnderWay) = run.outcome(of: number)
      if isUnderWay {
        late.append((-length, number))
      } else {
        last = max(last, arrival(of: number) + length)
      }
    }
    let begin = last + timeout + 1_000_000
    for index in late.indices {
      let share = run.arrival(of: late[index].number, among: customers)
      late[index].time += begin + Int64(Double(timeout) * share)
    }
    return late.sorted { $0 < $1 }
  }
}
