public import JourneyAnalysis
import JourneyModel

/// Three or more periods in a row: how figures went, from each to the next and over all.
public struct Trend: Sendable {
  /// One figure over the periods.
  public struct Line: Hashable, Sendable {
    /// Which figure, by the touchpoint's id in the last period.
    public var figure: Figure
    /// The touchpoint's name in the last period; nil for figures of the whole journey.
    public var name: String?
    /// Its value in each period, scores on the last period's scale; nil where unknown.
    public var values: [Estimate?]
    /// What became of it from each period to the next.
    public var steps: [Verdict]
    /// What became of it from the first period to the last.
    public var overall: FigureChange
  }

  /// The periods, the earliest first.
  public let periods: [ComparedJourney]
  /// The first against the last.
  public let overall: Comparison
  /// Each against the next.
  public let steps: [Comparison]
  /// Every figure, in the order of ``Comparison/figures`` of ``overall``.
  public let lines: [Line]

  /// Follows figures through periods.
  ///
  /// - Parameter periods: Two or more, the earliest first; nil is returned for fewer.
  public init?(_ periods: [ComparedJourney]) {
    guard let first = periods.first, let last = periods.last, periods.count > 1 else { return nil }
    self.periods = periods
    let overall = Comparison(first, last)
    self.overall = overall
    let steps =
      periods.count == 2 ? [overall] : zip(periods, periods.dropFirst()).map(Comparison.init)
    self.steps = steps
    // Each period beside the last, so that what has another id or scale by then is found and
    // can be compared.
    let beside =
      [overall] + periods.dropFirst().dropLast().map { Comparison($0, last) }
    func table(_ comparison: Comparison) -> [Figure: FigureChange] {
      Dictionary(
        comparison.figures.map { ($0.figure, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let tables = beside.map(table)
    let stepTables = steps.map(table)
    let scale = last.analysis.scale
    lines = overall.figures.map { change in
      let values =
        tables.map { $0[change.figure]?.before } + [change.after]
      let names =
        tables.map { $0[change.figure]?.touchpointBefore } + [change.figure.touchpoint]
      let verdicts = zip(values.indices, values.indices.dropFirst()).map { here, next -> Verdict in
        // Which touchpoints are relief is known of both periods together.
        if change.isOfRelief {
          return stepTables[here][Figure(change.figure.measure, at: names[next])]?.verdict
            ?? .unknown
        }
        return FigureChange(
          change.figure, touchpointBefore: names[here], name: change.name, before: values[here],
          after: values[next], scale: scale
        ).verdict
      }
      return Line(
        figure: change.figure, name: change.name, values: values, steps: verdicts,
        overall: change)
    }
  }
}
