/// Counts the events of a log, however large, in whatever order they come.
///
/// ```swift
/// var counter = EventCounter(rules: CountingRules(completed: ["paid"]))
/// try counter.add(Event(customer: "c-1", touchpoint: "basket", time: 0))
/// try counter.add(Event(customer: "c-1", touchpoint: "paid", time: 90_000_000))
/// let counts = counter.counts()
/// ```
///
/// An event takes about 16 bytes until it is counted, and a customer about 30 more in each lane that
/// has events of the customer; the time grows with the events, not with how they are spread.
public struct EventCounter: ~Copyable {
  /// How events become counts; read by ``counts()`` alone, so that they may change until then.
  public var rules: CountingRules
  /// Touchpoints that count as others, by name; read by ``counts()`` alone.
  ///
  /// Who was at both was at one, so that customers count once.
  public var joined: [String: String] = [:]
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
    let seed = HashSeed()
    self.lanes = (0..<max(1, lanes)).map { _ in EventLane(seed: seed) }
  }

  /// The touchpoints of what was added, sorted by their bytes; only between rows.
  public var touchpoints: [String] {
    Set(lanes.flatMap(\.touchpoints).map { Array($0.utf8) })
      .sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Adds one event, after all that were added before.
  ///
  /// For programs that have events one by one; not together with rows that are put into ``lanes``.
  ///
  /// - Parameter event: What happened.
  /// - Throws: Why it was not added; the counter can be used further.
  public mutating func add(_ event: Event) throws(InvalidEvent) {
    guard !event.customer.isEmpty else { throw .noCustomer }
    guard !event.touchpoint.isEmpty else { throw .noTouchpoint }
    if let felt = event.felt, !felt.isFinite { throw .scoreNotFinite }
    var row = EventRow()
    row.time = event.time ?? EventRow.unknown
    row.began = event.began ?? EventRow.unknown
    row.sequence = event.sequence ?? EventRow.unknown
    row.felt = event.felt ?? .nan
    let lane = lanes[0]
    withBytes(event.customer) { customer in
      row.customer = customer
      withBytes(event.touchpoint) { touchpoint in
        row.touchpoint = touchpoint
        withBytes(event.channel ?? "") { channel in
          row.channel = channel
          withBytes(event.persona ?? "") { persona in
            row.persona = persona
            withBytes(event.stage ?? "") { stage in
              row.stage = stage
              lane.add(row)
            }
          }
        }
      }
    }
  }

  /// Counts what was added and lets go of it.
  ///
  /// Rows that other threads put into ``lanes`` must all be there: nothing may be added meanwhile.
  ///
  /// - Returns: The counts, the same in whatever lanes and parts the rows came.
  public consuming func counts() -> EventCounts {
    Counting(rules: rules, lanes: lanes, joined: joined).run()
  }

  private func withBytes(_ text: String, _ use: (UnsafeRawBufferPointer) -> Void) {
    var text = text
    text.withUTF8 { use(UnsafeRawBufferPointer($0)) }
  }
}
