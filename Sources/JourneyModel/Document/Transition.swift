/// How customers go from one place of the journey to the next, and how many.
public struct Transition: Hashable, Sendable {
  /// Where a transition begins.
  public enum Source: Hashable, Sendable {
    /// Before the first touchpoint.
    case start
    /// A touchpoint.
    case touchpoint(TouchpointID)
  }

  /// Where a transition leads.
  public enum Target: Hashable, Sendable {
    /// A touchpoint.
    case touchpoint(TouchpointID)
    /// Out of the journey.
    case end(End)
  }

  /// How a journey ends for a customer.
  public enum End: Hashable, Sendable {
    /// Reached what they came for.
    case completed
    /// Dropped off.
    case left
    /// Went over to another journey, which may be named.
    case diverted(JourneyID?)
    /// Was still in the journey when the counting stopped; counted apart from the other ends.
    case underWay
    /// Ended with an outcome that is unknown.
    case ended
  }

  /// How many customers take a transition.
  public enum Amount: Hashable, Sendable {
    /// So many traversals, not negative; a loop counts each round.
    case customers(Int)
    /// A share of all who go on from the source.
    case share(Share)
  }

  /// One value of a `flow` entry.
  public struct Traffic: Hashable, Sendable {
    /// How many take it.
    public var amount: Amount
    /// Mean time from arriving at the source to arriving at the target.
    public var time: TimeSpan?
    /// Median of the same time.
    public var median: TimeSpan?
    /// A word on the arrow.
    public var label: String?
    /// Keys that begin with `x-`.
    public var extensions: Extensions

    /// Creates the traffic of a transition.
    public init(
      _ amount: Amount, time: TimeSpan? = nil, median: TimeSpan? = nil, label: String? = nil,
      extensions: Extensions = []
    ) {
      self.amount = amount
      self.time = time
      self.median = median
      self.label = label
      self.extensions = extensions
    }
  }

  /// Where it begins.
  public var source: Source
  /// Where it leads.
  public var target: Target
  /// How many take it, for everybody or for each persona.
  public var traffic: ByPersona<Traffic>

  /// Creates a transition.
  public init(_ source: Source, _ target: Target, _ traffic: ByPersona<Traffic>) {
    self.source = source
    self.target = target
    self.traffic = traffic
  }

  /// The key that `flow` uses for it, such as `log-in -> left`.
  public var key: String { "\(source) -> \(target)" }
}

extension Transition.Source: CustomStringConvertible {
  /// Reads the name that `flow` uses for a source; any name but `start` is a touchpoint's id.
  public init(_ name: String) {
    self = name == "start" ? .start : .touchpoint(TouchpointID(name))
  }

  /// The name that `flow` uses for it.
  public var description: String {
    switch self {
    case .start: "start"
    case .touchpoint(let id): id.rawValue
    }
  }
}

extension Transition.Target: CustomStringConvertible {
  /// Reads the name that `flow` uses for a target; any name that is not an end's is a touchpoint's
  /// id.
  public init(_ name: String) {
    self = Transition.End(name).map(Self.end) ?? .touchpoint(TouchpointID(name))
  }

  /// The name that `flow` uses for it.
  public var description: String {
    switch self {
    case .touchpoint(let id): id.rawValue
    case .end(let end): end.description
    }
  }
}

extension Transition.End: CustomStringConvertible {
  /// Reads the name that `flow` uses for an end; nil for any other name.
  public init?(_ name: String) {
    switch name {
    case "completed": self = .completed
    case "left": self = .left
    case "diverted": self = .diverted(nil)
    case "under-way": self = .underWay
    case "ended": self = .ended
    default:
      let prefix = "diverted/"
      guard name.utf8.count > prefix.utf8.count, name.hasPrefix(prefix) else { return nil }
      self = .diverted(JourneyID(String(name.dropFirst(prefix.count))))
    }
  }

  /// The name that `flow` uses for it.
  public var description: String {
    switch self {
    case .completed: "completed"
    case .left: "left"
    case .diverted(nil): "diverted"
    case .diverted(.some(let journey)): "diverted/\(journey)"
    case .underWay: "under-way"
    case .ended: "ended"
    }
  }
}
