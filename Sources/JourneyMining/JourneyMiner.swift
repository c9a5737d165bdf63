public import EventCounting
public import JourneyModel

/// Makes a journey of what was counted in an event log.
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
  /// - Parameter counts: What was counted.
  /// - Returns: The journey; its document is fit to be opened by a person.
  public func journey(of counts: EventCounts) -> Mined {
    Mined(
      journey: Journey(id: options.id ?? JourneyID("journey"), title: options.title), remarks: [])
  }
}
