import JourneyAnalysis
public import JourneyModel

/// Where customers go other ways than those that were planned for them.
public struct Deviations: Hashable, Sendable {
  /// A planned touchpoint that customers pass by.
  public struct Skipped: Hashable, Sendable {
    /// As it was planned.
    public var planned: Touchpoint
    /// The share of those who start that never come here; nil when that is unknown.
    public var share: Double?
    /// The share of those who start that the plan leads elsewhere; nil when the plan has no flow.
    public var plannedShare: Double?
    /// Whether it is nowhere in what happened.
    public var isMissing: Bool
  }

  /// A touchpoint that customers come back to.
  public struct Repeated: Hashable, Sendable {
    /// As it happened.
    public var touchpoint: Touchpoint
    /// The share of those who come here that come here again, `1 − 1/N(i,i)`.
    public var share: Double
    /// The same in the plan; nil when the plan has no flow.
    public var plannedShare: Double?
  }

  /// A touchpoint that nobody planned.
  public struct Unplanned: Hashable, Sendable {
    /// The touchpoint.
    public var touchpoint: Touchpoint
    /// The share of those who start that come here; nil without flow.
    public var share: Double?
  }

  /// Planned touchpoints that more customers pass by than was planned, the most skipped first.
  public let skipped: [Skipped]
  /// Touchpoints that more customers come back to than was planned, the most repeated first.
  public let repeated: [Repeated]
  /// Touchpoints that nobody planned, the busiest first.
  public let unplanned: [Unplanned]
  /// Transitions that customers take and nobody planned, the busiest first; what leads to or from an
  /// unplanned touchpoint is told with that, and leaving is told by the figures.
  public let transitions: [TransitionChange]

  /// The least share that is told: one customer in a thousand.
  private static let least = 0.001

  /// Holds what happened against a plan.
  ///
  /// - Parameter comparison: The plan before, what happened after.
  public init(_ comparison: Comparison) {
    let plan = comparison.before.analysis
    let actual = comparison.after.analysis
    func skips(_ figures: TouchpointFigures?) -> Double? {
      figures?.reach.map { max(0, 1 - $0) }
    }
    var skipped = comparison.removed.map { touchpoint in
      Skipped(
        planned: touchpoint, share: actual.hasFlow ? 1 : nil,
        plannedShare: skips(plan[touchpoint: touchpoint.id]), isMissing: true)
    }
    for pair in comparison.pairs {
      guard let share = skips(actual[touchpoint: pair.after.id]) else { continue }
      let planned = skips(plan[touchpoint: pair.before.id])
      guard share - (planned ?? 0) >= Self.least else { continue }
      skipped.append(
        Skipped(planned: pair.before, share: share, plannedShare: planned, isMissing: false))
    }
    self.skipped = Self.ordered(skipped) { ($0.share ?? 1) - ($0.plannedShare ?? 0) }

    func repeats(_ figures: TouchpointFigures?) -> Double? {
      guard let visits = figures?.visits, let reach = figures?.reach, reach > 0, visits > 0 else {
        return nil
      }
      return max(0, 1 - reach / visits)
    }
    let repeated = comparison.pairs.compactMap { pair -> Repeated? in
      guard let share = repeats(actual[touchpoint: pair.after.id]) else { return nil }
      let planned = plan.hasFlow ? repeats(plan[touchpoint: pair.before.id]) ?? 0 : nil
      guard share - (planned ?? 0) >= Self.least else { return nil }
      return Repeated(touchpoint: pair.after, share: share, plannedShare: planned)
    }
    self.repeated = Self.ordered(repeated) { $0.share - ($0.plannedShare ?? 0) }

    unplanned = Self.ordered(
      comparison.added.map {
        Unplanned(touchpoint: $0, share: actual[touchpoint: $0.id]?.reach)
      }
    ) { $0.share ?? 0 }
    transitions = Self.ordered(Self.unplannedTransitions(comparison)) { $0.traffic }
  }

  /// Whether customers go as was planned.
  public var isEmpty: Bool {
    skipped.isEmpty && repeated.isEmpty && unplanned.isEmpty && transitions.isEmpty
  }

  private static func ordered<Value>(_ values: [Value], by size: (Value) -> Double) -> [Value] {
    values.enumerated().sorted {
      let first = size($0.element)
      let second = size($1.element)
      return first == second ? $0.offset < $1.offset : first > second
    }.map(\.element)
  }

  /// What customers take that the plan's flow, or without flow its order, does not have.
  private static func unplannedTransitions(_ comparison: Comparison) -> [TransitionChange] {
    let actual = comparison.after.analysis
    guard actual.hasFlow else { return [] }
    if comparison.before.analysis.hasFlow {
      return comparison.addedTransitions.filter { $0.traffic > 0 && !$0.isLeaving }
    }
    // Without flow a plan is its order: from each to the next that anybody meets.
    let order = comparison.before.touchpoints
    let places = Dictionary(
      order.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
    var place: [TouchpointID: Int] = [:]
    for pair in comparison.pairs { place[pair.after.id] = places[pair.before.id] }
    return actual.transitions.filter { transition in
      guard transition.traffic > 0 else { return false }
      let from: Int
      switch transition.source {
      case .start: from = -1
      case .touchpoint(let id):
        guard let at = place[id] else { return false }
        from = at
      }
      switch transition.target {
      case .touchpoint(let id): return place[id].map { $0 != from + 1 } ?? false
      case .end(.completed): return from != order.count - 1
      case .end: return false
      }
    }.map(TransitionChange.init)
  }
}

extension TransitionChange {
  /// Whether it leads out of the journey, other than to its goal.
  var isLeaving: Bool {
    switch target {
    case .touchpoint, .end(.completed): false
    case .end: true
    }
  }
}
