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
  /// What a person should know of the log, one sentence each.
  public let remarks: [String]

  private let run: SimulationRun
  private let format: SimulatedRowFormat
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
    let ends = SimulatedEnds(flow)
    run = SimulationRun(flow, ends, touchpoints: journey.touchpoints.count, seed: seed)
    format = SimulatedRowFormat(journey, names: names, ends: ends.names, flow: flow)
    let first = start ?? journey.period?.start ?? CalendarDate("2026-01-01") ?? .epoch
    let days = journey.period.map { $0.end.daysSinceEpoch - $0.start.daysSinceEpoch + 1 } ?? 30
    self.start = Int64(first.daysSinceEpoch) * 86_400_000_000
    span = Double(days) * 86_400_000_000
    remarks = ends.remarks + Self.remarks(flow, journey, assumed: assumed)
  }

  /// What touchpoints are called in the log: by name, those of the same name, and those called as ends
  /// are, by name and id.
  private static func names(_ journey: Journey) -> [String] {
    var count: [String: Int] = [:]
    for touchpoint in journey.touchpoints { count[touchpoint.name, default: 0] += 1 }
    return journey.touchpoints.map { touchpoint in
      count[touchpoint.name] == 1 && !touchpoint.name.isEmpty
        && Transition.End(touchpoint.name) == nil
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

  /// What was written of a log.
  public struct Written: Hashable, Sendable {
    /// How many events.
    public var events = 0
    /// How many customers were still on their way after ``Simulation/mostEvents`` events, where all stop.
    public var cutOff = 0
  }

  /// No customer has more events than so many.
  public static let mostEvents = SimulationRun.mostEvents

  /// Whether the log has scores.
  public var hasScores: Bool { format.hasScores }

  // MARK: - Writing

  /// Writes the log as CSV, sorted by time, in blocks of about 64 KB.
  ///
  /// - Parameter sink: Takes a block; its bytes live as long as the call.
  /// - Returns: What was written.
  /// - Throws: What the sink throws.
  @discardableResult
  public func write(_ sink: (UnsafeRawBufferPointer) throws -> Void) rethrows -> Written {
    var rows = SimulatedRows(format)
    var queue = CaseQueue()
    var written = Written()
    var number = 0
    while true {
      // Who arrives first, or has the next event.
      if number < customers {
        let arrival = self.arrival(of: number)
        if arrival <= queue.nextTime ?? .max {
          if let first = run.first(of: number, at: arrival) { queue.insert(first) }
          number += 1
          continue
        }
      }
      guard !queue.isEmpty else { break }
      let event = queue.first
      rows.add(event, felt: run.felt(event))
      written.events += 1
      if rows.isFull { try rows.flush(sink) }
      if let following = run.next(event) {
        queue.replaceFirst(following)
      } else {
        if run.isCutOff(event) { written.cutOff += 1 }
        queue.removeFirst()
      }
    }
    try rows.flush(sink)
    return written
  }

  private func arrival(of number: Int) -> Int64 {
    start + Int64(span * run.arrival(of: number, among: customers))
  }
}
