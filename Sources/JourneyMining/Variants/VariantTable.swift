public import EventCounting
public import JourneyAnalysis
public import JourneyModel

/// The most travelled paths of a log, with what became of those who went them.
public struct VariantTable: Hashable, Sendable {
  /// A path and those who went it.
  public struct Row: Hashable, Sendable {
    /// The names of its touchpoints, in order.
    public var path: [String]
    /// How many visits went it.
    public var visits: Int
    /// Their share of all visits, 0…1.
    public var share: Double
    /// The share of all visits that went this path or one before it, 0…1.
    public var covered: Double
    /// The share of those whose end is known that completed, with its interval; nil where nobody
    /// said what completing is, or all are still under way.
    public var completed: Estimate?
    /// From first event to last; nil without times.
    public var durations: EventCounts.Times?
    /// What its customers will remember, `(peak + end) / 2` of its touchpoints' mean scores, on their
    /// scale; nil where one of them has no score.
    public var peakEnd: Double?
  }

  /// What the log is called.
  public var title: String
  /// The paths, most travelled first.
  public var rows: [Row]
  /// How many visits there are.
  public var visits: Int
  /// How many different paths there are; nil when they were not counted.
  public var paths: Int?
  /// The scale of scores; nil without scores.
  public var scale: Scale?
  /// What a person should know of how it came about, one sentence each.
  public var remarks: [String]

  /// Makes the table of what was counted.
  ///
  /// Cost: linear in the paths' lengths.
  ///
  /// - Parameters:
  ///   - counts: What was counted, with paths (`EventCounts.variants`).
  ///   - options: The title, and the scale where it is known.
  ///   - most: At most so many paths; all that were counted unless given. Where last events are ends
  ///     (`completed`, `left` …) several paths become one, so that all have to be counted.
  public init(_ counts: EventCounts, options: MiningOptions, most: Int = .max) {
    let named = NamedEnds(counts, besides: options.kept)
    let counts = named.counts
    remarks = [named.remark].compactMap(\.self)
    title = options.title
    visits = counts.everyone.visits
    paths = counts.variantCount
    let scale = counts.scores.flatMap { MinedScale(options.scale, $0)?.scale }
    self.scale = scale
    let values = counts.touchpoints.indices.map { index in
      scale.flatMap { scale in
        counts.everyone.visited[at: index]?.felt.map { scale.normalized($0.mean) }
      }
    }
    let shown = ShownNames(counts.touchpoints.map(\.name))
    let names = counts.touchpoints.map { shown.shown($0.name, id: "–") }
    let isEndKnown = counts.everyone.saysHowVisitsEnd
    let all = Double(max(1, counts.everyone.visits))
    var covered = 0
    rows = counts.variants.prefix(most).map { variant in
      covered = [covered, variant.visits].sum
      let remembered = JourneyAnalysis.peakEnd(of: variant.path, values: values)
      return Row(
        path: variant.path.map { names[$0] }, visits: variant.visits,
        share: Double(variant.visits) / all, covered: Double(covered) / all,
        completed: isEndKnown ? Self.completed(variant.ends) : nil,
        durations: SegmentWords.forward(variant.durations),
        peakEnd: remembered.flatMap { value in scale.map { $0.score(normalized: value) } })
    }
  }

  private static func completed(_ ends: [Int]) -> Estimate? {
    var known = 0
    var completed = 0
    for (end, count) in zip(EventCounts.End.allCases, ends) where end != .underWay {
      known = [known, count].sum
      if end == .completed { completed = count }
    }
    return Estimate.share(completed, of: known)
  }
}

extension EventCounts.Segment {
  /// Whether somebody said which ends are good: some visit is completed, or one was left.
  var saysHowVisitsEnd: Bool {
    flows.contains { $0.count > 0 && ($0.target == .end(.completed) || $0.target == .end(.left)) }
  }

  /// How many visits end in a way.
  func ending(_ end: EventCounts.End) -> Int {
    flows.filter { $0.target == .end(end) }.map(\.count).sum
  }
}
