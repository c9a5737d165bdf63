public import EventCounting
public import JourneyAnalysis
public import JourneyModel

/// The same figures for each persona or channel, and where one differs from all others beyond chance.
///
/// Each is held against the others taken together: completion, at every touchpoint who comes there,
/// who drops off there (two shares, Newcombe's interval) and what is felt (two means, Welch's t). All
/// chances are corrected together by Holm's method, so that among hundreds of comparisons a chance
/// one stays as unlikely as among few. Where customers come several times, a share is only as sure as
/// there are customers.
public struct SegmentTable: Hashable, Sendable {
  /// What divides customers.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The persona of a customer.
    case persona
    /// The channel of a visit's first event.
    case channel
  }

  /// What is measured.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// The share of visits that complete, of those whose end is known.
    case completed
    /// The share of visits that come to a touchpoint.
    case reach
    /// The share of those who come to a touchpoint that leave there.
    case dropOff
    /// The mean score at a touchpoint.
    case felt
  }

  /// The figures of one segment.
  public struct Row: Hashable, Sendable {
    /// What it is called; empty for those of whom it is not known.
    public var name: String
    /// Distinct customers.
    public var customers: Int
    /// How many visits.
    public var visits: Int
    /// The share of visits that complete, of those whose end is known; nil where nobody said what
    /// completing is.
    public var completed: Estimate?
    /// Mean events of a visit.
    public var steps: Double
    /// From a visit's first event to its last; nil without times.
    public var durations: EventCounts.Times?
    /// The mean over customers and touchpoints that have scores; nil without.
    public var felt: Double?

    /// Whether it has fewer than five customers, so that its figures say little and are not compared.
    public var isSmall: Bool { customers < SegmentTable.fewest }
  }

  /// A figure of a segment beside that of all others.
  public struct Contrast: Hashable, Sendable {
    /// The segment.
    public var segment: String
    /// What is measured.
    public var measure: Measure
    /// The touchpoint's name; nil for the whole.
    public var touchpoint: String?
    /// The segment's figure.
    public var value: Double
    /// That of all others.
    public var others: Double
    /// The segment's less the others', with its 90 % interval.
    public var difference: Difference
    /// The chance of such a difference, corrected for all comparisons.
    public var chance: Double
    /// Whether it is beyond chance.
    public var isBeyondChance: Bool
  }

  /// Fewer customers are held against nobody.
  fileprivate static let fewest = 5

  /// What the log is called.
  public var title: String
  /// What divides customers.
  public var kind: Kind
  /// The segments, sorted by name, those of whom it is not known last.
  public var rows: [Row]
  /// Every comparison that was made, those least due to chance first.
  public var contrasts: [Contrast]
  /// The scale of scores; nil without scores.
  public var scale: Scale?
  /// Whether customers come several times.
  public var hasReturns: Bool
  /// What a person should know of how it came about, one sentence each.
  public var remarks: [String]

  /// Makes the table of what was counted.
  ///
  /// Cost: the segments times their touchpoints and ways.
  ///
  /// - Parameters:
  ///   - counts: What was counted, with the segments that are asked for.
  ///   - kind: By what.
  ///   - options: The title, and the scale where it is known.
  public init(_ counts: EventCounts, by kind: Kind, options: MiningOptions) {
    let named = NamedEnds(counts, besides: options.kept)
    let counts = named.counts
    remarks = [named.remark].compactMap(\.self)
    title = options.title
    self.kind = kind
    let segments = kind == .persona ? counts.personas : counts.channels
    scale = counts.scores.flatMap { MinedScale(options.scale, $0)?.scale }
    hasReturns = counts.everyone.visits != counts.everyone.customers
    let isEndKnown = counts.everyone.saysHowVisitsEnd
    let shares = segments.map { SegmentShares($0, isEndKnown: isEndKnown) }
    rows = zip(segments, shares).map { segment, shares in
      let scores = segment.visited.compactMap { $0?.felt }
      let n = scores.map(\.n).sum
      return Row(
        name: segment.name, customers: segment.customers, visits: segment.visits,
        completed: shares.completed?.estimate,
        steps: Double(segment.events) / Double(max(1, segment.visits)),
        durations: SegmentWords.forward(segment.durations),
        felt: n > 0 ? scores.reduce(0) { $0 + Double($1.n) * $1.mean } / Double(n) : nil)
    }
    contrasts = []
    let shown = ShownNames(counts.touchpoints.map(\.name))
    let names = counts.touchpoints.map { shown.shown($0.name, id: "–") }
    contrasts = Self.contrasts(segments, shares, names)
  }

  /// The comparisons that are beyond chance.
  public var beyondChance: [Contrast] { contrasts.filter(\.isBeyondChance) }

  private static func contrasts(
    _ segments: [EventCounts.Segment], _ shares: [SegmentShares], _ names: [String]
  ) -> [Contrast] {
    guard segments.count > 1 else { return [] }
    // Of two, each differs from the other in the same way.
    let all = segments.map(\.customers).sum
    let tested = segments.indices.filter { index in
      let own = segments[index].customers
      return !segments[index].name.isEmpty && own >= Self.fewest && all - own >= Self.fewest
    }
    .prefix(segments.count == 2 ? 1 : .max)
    var found: [Contrast] = []
    for index in tested {
      let others = segments.indices.filter { $0 != index }
      func add(
        _ measure: Measure, _ touchpoint: Int?, _ value: Double, _ rest: Double,
        _ difference: Difference
      ) {
        found.append(
          Contrast(
            segment: segments[index].name, measure: measure,
            touchpoint: touchpoint.map { names[$0] }, value: value, others: rest,
            difference: difference, chance: difference.chance ?? 1, isBeyondChance: false))
      }
      func compare(
        _ measure: Measure, at touchpoint: Int?, _ share: (SegmentShares) -> SegmentShares.Part?
      ) {
        let rest = others.compactMap { share(shares[$0]) }
        guard let own = share(shares[index]), let rest = SegmentShares.Part(sum: rest),
          own.count > 0 || rest.count > 0, own.count < own.total || rest.count < rest.total,
          let (a, b) = own.estimate.flatMap({ own in rest.estimate.map { (own, $0) } })
        else { return }
        add(measure, touchpoint, a.value, b.value, Difference(from: b, to: a))
      }
      compare(.completed, at: nil) { $0.completed }
      for touchpoint in names.indices {
        compare(.reach, at: touchpoint) { $0.reach(touchpoint) }
        compare(.dropOff, at: touchpoint) { $0.dropOff(touchpoint) }
        let own = segments[index].visited[at: touchpoint]?.felt
        let rest = EventCounts.Felt(
          pooling: others.compactMap { segments[$0].visited[at: touchpoint]?.felt })
        if let own, let rest, let difference = Difference(welch: rest, own) {
          add(.felt, touchpoint, own.mean, rest.mean, difference)
        }
      }
    }
    let corrected = Holm(found.map(\.difference.chance))
    let isBeyond = corrected.areBeyondChance()
    for index in found.indices {
      found[index].chance = corrected.adjusted[index] ?? 1
      found[index].isBeyondChance = isBeyond[index]
    }
    return found.enumerated().sorted {
      ($0.element.difference.chance ?? 1, $0.offset) < (
        $1.element.difference.chance ?? 1, $1.offset
      )
    }.map(\.element)
  }
}

extension Difference {
  /// Welch's comparison of two means; nil where the error of one is not known.
  ///
  /// Source: Welch, "The generalization of 'Student's' problem when several different population
  /// variances are involved", Biometrika 34 (1947).
  init?(welch before: EventCounts.Felt, _ after: EventCounts.Felt) {
    guard let a = before.sd, let b = after.sd, before.n > 1, after.n > 1 else { return nil }
    let (u, v) = (a * a / Double(before.n), b * b / Double(after.n))
    guard u + v > 0, (u + v).isFinite else { return nil }
    let freedom =
      (u + v) * (u + v) / (u * u / Double(before.n - 1) + v * v / Double(after.n - 1))
    self.init(
      from: before.mean, to: after.mean, deviation: (u + v).squareRoot(),
      freedom: freedom.isFinite ? max(1, freedom) : 1)
  }
}
