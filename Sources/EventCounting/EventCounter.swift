/// Counts the events of a log, however large, in whatever order they come.
///
/// ```swift
/// var counter = EventCounter(rules: CountingRules(completed: ["paid"]))
/// counter.add(Event(customer: "c-1", touchpoint: "basket", time: 0))
/// counter.add(Event(customer: "c-1", touchpoint: "paid", time: 90_000_000))
/// let counts = counter.counts()
/// ```
public struct EventCounter: ~Copyable {
  /// How events become counts; read by ``counts()`` alone, so that they may change until then.
  public var rules: CountingRules
  /// Where rows are put, one lane for each thread that reads.
  public let lanes: [EventLane]

  /// Begins to count.
  ///
  /// - Parameters:
  ///   - rules: How events become counts.
  ///   - lanes: How many threads will add rows at once, each to its own lane; at least one. They
  ///     are the threads that ``counts()`` counts with, too.
  public init(rules: CountingRules = CountingRules(), lanes: Int = 1) {
    self.rules = rules
    self.lanes = (0..<max(1, lanes)).map { _ in EventLane() }
  }

  /// Adds one event, after all that were added before.
  public mutating func add(_ event: Event) {
    // TODO
  }

  /// Counts what was added and lets go of it.
  public consuming func counts() -> EventCounts {
    EventCounts(
      touchpoints: [],
      everyone: EventCounts.Segment(events: 0, customers: 0, visits: 0, flows: [], visited: []))
  }
}
