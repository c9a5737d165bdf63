public import EventCounting
public import JourneyModel

/// Makes a journey of what was counted in an event log.
///
/// What the log does not say is not made up: stages that it does not name are found where customers
/// go back and forth least, and the journey says so; rare touchpoints and ways are gathered so that
/// every count still adds up, and the journey says which. Equal counts make equal journeys.
public struct JourneyMiner: Sendable {
  /// A journey and what a person should know of how it came about, one sentence each.
  public struct Mined: Sendable {
    /// The journey.
    public var journey: Journey
    /// What a person should know of it, one sentence each.
    public var remarks: [String]
  }

  /// What the log does not say.
  public var options: MiningOptions

  /// Creates a miner.
  public init(options: MiningOptions) {
    self.options = options
  }

  /// Makes a journey.
  ///
  /// Cost: linear in the counts, and the cube of the touchpoints up to 250 for their order.
  ///
  /// - Parameter counts: What was counted.
  /// - Returns: The journey; its document is fit to be opened by a person. Where nothing was counted
  ///   it has no touchpoints, which no document may be without.
  public func journey(of counts: EventCounts) -> Mined {
    JourneyBuilder(counts, options).mined
  }

  /// The ids that touchpoints of these names get in a document, in their order.
  ///
  /// An id depends on the name alone, unless several names make the same one.
  ///
  /// - Parameter names: The names, each once.
  /// - Returns: The ids.
  public static func ids(of names: [String]) -> [TouchpointID] {
    MinedNames.ids(for: names, kind: "touchpoint").map { TouchpointID($0) }
  }
}
