/// What an event log says when it is counted: visits, transitions, ends, times and scores.
///
/// The same value comes from ``EventCounter`` and from a database's answer to the query of
/// `journey sql`. Names are sorted by their bytes, so that equal logs give equal counts in whatever
/// order and on however many cores they were read.
public struct EventCounts: Equatable, Sendable {
  /// How a visit ends.
  public enum End: String, Hashable, Sendable, CaseIterable {
    /// It has a touchpoint that ends well.
    case completed
    /// It was given up.
    case left
    /// It was still going on when the log ended.
    case underWay = "under-way"
    /// It ended, and nobody said how.
    case ended
  }

  /// Where a customer comes from.
  public enum Source: Hashable, Sendable {
    case start
    /// An index into ``EventCounts/touchpoints``.
    case touchpoint(Int)
  }

  /// Where a customer goes.
  public enum Target: Hashable, Sendable {
    /// An index into ``EventCounts/touchpoints``.
    case touchpoint(Int)
    case end(End)
  }

  /// Times between two events, or spent in one.
  public struct Times: Hashable, Sendable {
    /// How many were measured.
    public var count: Int
    /// Their mean in seconds; negative only where a log is counted in its own order.
    public var mean: Double
    /// The middle one in seconds; of an even number, halfway between the middle two.
    public var median: Double

    /// Creates the value from its parts.
    public init(count: Int, mean: Double, median: Double) {
      self.count = count
      self.mean = mean
      self.median = median
    }
  }

  /// Scores of a touchpoint: each customer counts once, with the mean of the customer's own scores.
  public struct Felt: Hashable, Sendable {
    /// How many distinct customers said how they felt.
    public var n: Int
    /// The mean over their means, on the log's scale.
    public var mean: Double
    /// The standard deviation over their means (n − 1); nil below two customers.
    public var sd: Double?

    /// Creates the value from its parts.
    public init(n: Int, mean: Double, sd: Double?) {
      self.n = n
      self.mean = mean
      self.sd = sd
    }
  }

  /// How many visits went one way.
  public struct Flow: Hashable, Sendable {
    /// Where they came from.
    public var source: Source
    /// Where they went.
    public var target: Target
    /// Traversals: a visit that goes round counts each round.
    public var count: Int
    /// From arriving at one event to arriving at the next; to an end, how long the last event took.
    ///
    /// nil from the start, without times, and to an end where no event is an interval. To an end those
    /// who left an interval are counted, who may be fewer than ``count``.
    public var times: Times?

    /// Creates the value from its parts.
    public init(_ source: Source, _ target: Target, count: Int, times: Times? = nil) {
      self.source = source
      self.target = target
      self.count = count
      self.times = times
    }
  }

  /// A name and how many events bear it.
  public struct NameCount: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// Events, all rounds counted.
    public var events: Int

    /// Creates the value from its parts.
    public init(_ name: String, events: Int) {
      self.name = name
      self.events = events
    }
  }

  /// What was counted at one touchpoint by one part of the customers.
  public struct Visited: Hashable, Sendable {
    /// Events, all rounds counted.
    public var events: Int
    /// Distinct customers.
    public var customers: Int
    /// Visits that have it at least once.
    public var visits: Int
    /// Over those visits, the sum of the places (from 0) where it first comes.
    public var firstPlaces: Int
    /// Scores; nil when nobody gave one.
    public var felt: Felt?
    /// How long the intervals were; nil when the log has none.
    public var stay: Times?
    /// How the visits ended that have it, by ``End``'s order; all four, zeros included.
    ///
    /// Nil when that was not counted.
    public var ends: [Int]?

    /// Creates the value from its parts.
    public init(
      events: Int, customers: Int, visits: Int, firstPlaces: Int, felt: Felt? = nil,
      stay: Times? = nil, ends: [Int]? = nil
    ) {
      self.events = events
      self.customers = customers
      self.visits = visits
      self.firstPlaces = firstPlaces
      self.felt = felt
      self.stay = stay
      self.ends = ends
    }
  }

  /// One touchpoint of the log.
  public struct Touchpoint: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// Events by channel, most first, then by name; events without a channel are not listed.
    public var channels: [NameCount]
    /// Events by stage, most first, then by name; events without a stage are not listed.
    public var stages: [NameCount]

    /// Creates the value from its parts.
    public init(_ name: String, channels: [NameCount] = [], stages: [NameCount] = []) {
      self.name = name
      self.channels = channels
      self.stages = stages
    }
  }

  /// The customers of whom a part of the counts speaks.
  public struct Segment: Equatable, Sendable {
    /// The persona or channel; empty for everybody, and for those of whom it is not known.
    public var name: String
    /// Events, all rounds counted.
    public var events: Int
    /// Distinct customers.
    public var customers: Int
    /// How many visits.
    public var visits: Int
    /// The ways that were gone, by source (start first), then target (touchpoints, then ends).
    public var flows: [Flow]
    /// What was counted at each touchpoint, in the order of ``EventCounts/touchpoints``; nil where
    /// none of these customers came.
    public var visited: [Visited?]
    /// From a visit's first arrival to its latest end; nil without times.
    public var durations: Times?

    /// Creates the value from its parts.
    public init(
      name: String = "", events: Int, customers: Int, visits: Int, flows: [Flow],
      visited: [Visited?], durations: Times? = nil
    ) {
      self.name = name
      self.events = events
      self.customers = customers
      self.visits = visits
      self.flows = flows
      self.visited = visited
      self.durations = durations
    }
  }

  /// A path and the visits that went it.
  public struct Variant: Hashable, Sendable {
    /// Indices into ``EventCounts/touchpoints``, in the order of the visit.
    public var path: [Int]
    /// How many visits.
    public var visits: Int
    /// How those visits ended, by ``End``'s order; all four, zeros included.
    public var ends: [Int]
    /// From first arrival to latest end; nil without times.
    public var durations: Times?

    /// Creates the value from its parts.
    public init(path: [Int], visits: Int, ends: [Int], durations: Times? = nil) {
      self.path = path
      self.visits = visits
      self.ends = ends
      self.durations = durations
    }
  }

  /// Sorted by name.
  public var touchpoints: [Touchpoint]
  /// The first arrival and the latest end in microseconds since 1970-01-01 UTC; nil without times.
  public var period: ClosedRange<Int64>?
  /// Everybody.
  public var everyone: Segment
  /// By persona, sorted by name, those of whom it is not known last; empty when no row has one.
  ///
  /// A customer's persona is that of the first event that has one.
  public var personas: [Segment]
  /// Customers of whom a later event names another persona than the first.
  public var changedPersona: Int
  /// By the channel of a visit's first event, sorted by name, those without last; empty unless asked.
  public var channels: [Segment]
  /// How many personas the log names, where they are too many to be counted apart; else nil.
  public var tooManyPersonas: Int?
  /// How many channels the log names, where they are too many to be counted apart; else nil.
  public var tooManyChannels: Int?
  /// The most travelled paths, most first, then by path; empty unless asked.
  public var variants: [Variant]
  /// How many different paths there are; nil when they were not counted.
  public var variantCount: Int?
  /// The lowest and the highest score of the log, on its scale; nil without scores.
  public var scores: ClosedRange<Double>?
  /// Pairs of neighbouring events at which one customer arrives at the same time, with nothing else to
  /// order them.
  public var ties: Int

  /// Creates the value from its parts.
  public init(
    touchpoints: [Touchpoint], period: ClosedRange<Int64>? = nil, everyone: Segment,
    personas: [Segment] = [], changedPersona: Int = 0, channels: [Segment] = [],
    variants: [Variant] = [], variantCount: Int? = nil,
    scores: ClosedRange<Double>? = nil, ties: Int = 0
  ) {
    self.touchpoints = touchpoints
    self.period = period
    self.everyone = everyone
    self.personas = personas
    self.changedPersona = changedPersona
    self.channels = channels
    self.variants = variants
    self.variantCount = variantCount
    self.scores = scores
    self.ties = ties
  }
}
