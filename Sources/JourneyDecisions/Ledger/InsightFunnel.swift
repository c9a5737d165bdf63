public import JourneyAnalysis

/// How many insights get through each step until what customers feel was measured again, how long
/// each step takes, and where insights get stuck.
///
/// Shares have Jeffreys' 90 % interval. An insight that was turned down reached somebody and was
/// decided; it waits for nothing. Cost: n log n.
public struct InsightFunnel: Hashable, Sendable {
  /// One step.
  public struct Stage: Hashable, Sendable {
    /// The step.
    public var step: Ledger.Step
    /// How many insights have passed it.
    public var count: Int
    /// Their share of all insights; nil when there are none.
    public var share: Estimate?
    /// Their share of those that passed the step before; nil for the first and where none did.
    public var shareOfPrevious: Estimate?
    /// Days from the step before.
    public var days: Quartiles?
    /// How many passed it without both dates that say how long it took.
    public var undated: Int
    /// How many have passed it, go no further and were not turned down.
    public var stuck: Int
    /// Days that those have waited since their last date.
    public var waiting: Quartiles?
    /// How many of them have no date since when they wait.
    public var waitingUndated: Int
  }

  /// The steps in their order.
  public var stages: [Stage]
  /// How many were turned down.
  public var turnedDown: Int

  /// Counts entries.
  ///
  /// - Parameter entries: The entries, in any order.
  public init(_ entries: [Ledger.Entry]) {
    turnedDown = entries.count { $0.isTurnedDown }
    var previous: Int?
    stages = Ledger.Step.allCases.map { step in
      let passed = entries.filter { $0.step >= step }
      let days = passed.compactMap { $0.days(until: step) }
      let stuck = passed.filter { $0.step == step && $0.isOpen }
      let waits = stuck.compactMap(\.waiting)
      let stage = Stage(
        step: step, count: passed.count,
        share: Estimate.share(passed.count, of: entries.count),
        shareOfPrevious: previous.flatMap { Estimate.share(passed.count, of: $0) },
        days: Quartiles(days), undated: step == .found ? 0 : passed.count - days.count,
        stuck: stuck.count, waiting: Quartiles(waits), waitingUndated: stuck.count - waits.count)
      previous = passed.count
      return stage
    }
  }

  /// The stage of a step.
  public subscript(step step: Ledger.Step) -> Stage? { stages.first { $0.step == step } }

  /// The step after which most insights wait, the earliest of several; nil when none waits.
  public var narrowest: Stage? {
    guard let most = stages.map(\.stuck).max(), most > 0 else { return nil }
    return stages.first { $0.stuck == most }
  }
}

/// The middle of some numbers, and between which bounds the middle half of them lies.
///
/// Quantiles by linear interpolation between the sorted numbers: definition 7 of Hyndman & Fan,
/// "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996).
public struct Quartiles: Hashable, Sendable {
  /// How many numbers there are.
  public var count: Int
  /// A quarter of them are at most this.
  public var lower: Double
  /// Half of them are at most this.
  public var median: Double
  /// Three quarters of them are at most this.
  public var upper: Double
  /// The largest.
  public var most: Double

  /// Computes the quartiles; nil when there are no numbers.
  ///
  /// Cost: n log n.
  public init?(_ numbers: [Int]) {
    guard !numbers.isEmpty else { return nil }
    let sorted = numbers.sorted().map(Double.init)
    func quantile(_ share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
    count = sorted.count
    lower = quantile(0.25)
    median = quantile(0.5)
    upper = quantile(0.75)
    most = sorted[sorted.count - 1]
  }
}
