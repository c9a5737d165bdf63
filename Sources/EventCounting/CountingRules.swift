/// How events become visits and visits become counts.
///
/// A customer **arrives** at an event when it begins, or where that is not known, at its time, and
/// leaves it at its time. Events stand in the order of their arrivals; those of the same time keep the
/// order of their sequence numbers, and where there are none, of the log. A **visit** is a run of them.
/// The query that `journey sql` prints follows the same rules to the letter.
public struct CountingRules: Hashable, Sendable {
  /// What decides the order of a customer's events.
  public enum Order: Hashable, Sendable {
    /// Their arrivals, then their sequence numbers, then the log.
    case time
    /// The log alone: XES says that a trace's order is the order of its events.
    case log
  }

  /// What orders a customer's events.
  public var order: Order
  /// A pause longer than this begins another visit, in microseconds; nil: one visit a customer.
  ///
  /// A pause lasts from the latest end of the customer's events so far to the next arrival. A visit
  /// whose latest end is no further than this from that of the log is under way.
  public var timeout: Int64?
  /// The touchpoints that end well; a visit with one of them is completed.
  ///
  /// Empty: every end is ``EventCounts/End/ended``, since nobody said what else it could be. Names are
  /// compared byte by byte, as those of the log are, and stand in that order, each once.
  public var completed: [String] {
    didSet { completed = Self.inOrder(completed) }
  }
  /// Whether to count visits by the channel of their first event too.
  public var countsChannels: Bool
  /// How many of the most travelled paths to keep; 0: paths are not counted, which is faster.
  public var variants: Int
  /// Whether intervals of which beginning and ending stand in two rows are joined into one event,
  /// which stands where it began.
  public var joinsParts: Bool

  /// Creates rules.
  public init(
    order: Order = .time, timeout: Int64? = nil, completed: some Sequence<String> = [],
    countsChannels: Bool = false, variants: Int = 0, joinsParts: Bool = false
  ) {
    self.order = order
    self.timeout = timeout
    self.completed = Self.inOrder(completed)
    self.countsChannels = countsChannels
    self.variants = variants
    self.joinsParts = joinsParts
  }

  private static func inOrder(_ names: some Sequence<String>) -> [String] {
    let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return zip(sorted, [nil] + sorted).compactMap { name, before in
      before.map { $0.utf8.elementsEqual(name.utf8) } == true ? nil : name
    }
  }
}
