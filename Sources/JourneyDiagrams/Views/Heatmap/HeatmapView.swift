import JourneyAnalysis
import JourneyModel

/// A table of feelings: numbers in coloured cells, with what they cost beside them.
///
/// Its columns are personas, one row a touchpoint, or channels or stages, one row for each of the
/// other, pooled. Unless asked for, personas where at least two are measured, for differences
/// between people are what a map hides; else channels by stages where there are several of both;
/// else the touchpoints alone.
///
/// Cost: linear in touchpoints × columns.
public struct HeatmapView: JourneyView {
  /// `heatmap`.
  public let name = "heatmap"

  /// Up to so many rows can be read.
  private static let most = 40

  /// Creates the view.
  public init() {}

  /// There is no graph underneath.
  public func dot(of subject: Subject, options: DrawingOptions) -> String? { nil }

  /// The heatmap.
  public func picture(of subject: Subject, options: DrawingOptions, engines: Engines) throws
    -> Picture
  {
    let theme = options.theme
    // 1. What is said.
    var rest: Simplification?
    var table: HeatmapTable
    let columns = options.heatmapColumns ?? Self.mostTelling(subject)
    let met = subject.journey.touchpoints.filter { subject.meets($0) }
    if columns != .personas,
      let pools = HeatmapPools(subject, touchpoints: met, columns: columns)
    {
      table = pools.table(isBrief: theme.isBrief)
    } else {
      let simplified = subject.simplified(toAtMost: options.touchpoints(usually: Self.most))
      let drawn = simplified.subject
      rest = simplified
      let order = try MapOrder(drawn).columns(by: engines.layout)
        .map { drawn.journey.touchpoints[$0] }.filter { drawn.meets($0) }
      table = HeatmapTouchpoints(drawn, touchpoints: order).table(isBrief: theme.isBrief)
    }
    table.fitNotes()
    let setter = Typesetter(
      theme: theme, measurer: engines.measurer, direction: subject.direction)
    let isFelt = table.contains { if case .known = $0 { true } else { false } }
    if !isFelt, !met.isEmpty {
      // What leaving costs may be known all the same.
      guard table.numbers.contains(where: { $0.isLoss && $0.numbers.contains { $0 != nil } }) else {
        return try Notice(
          subject, order: met, saying: .noScores(met, subject.journey.scale, subject.words),
          setter: setter
        ).picture(view: name)
      }
      table.lead = subject.words.curve.leadNothing
    }
    let text = HeatmapText(table, setter: setter)
    let page = Page(
      subject, lead: table.rows.isEmpty ? subject.words.heatmap.noTouchpoints : table.lead,
      legend: HeatmapLegend.items(table, subject, setter), leftOut: rest?.leftOut(in: theme),
      setter: setter)

    // 2. How wide it is, all at once.
    try setter.measure()

    // 3. Where it goes, and the picture.
    let grid = try HeatmapGrid(table, text, setter: setter)
    return try page.picture(
      view: name, width: grid.width,
      summary: summary(of: table, subject, count: met.count, leftOut: rest?.leftOut)
    ) { top in
      HeatmapPainter(table: table, text: text, grid: grid, setter: setter).body(top: top)
    }
  }

  /// What the columns stand for unless somebody says.
  private static func mostTelling(_ subject: Subject) -> DrawingOptions.HeatmapColumns {
    let measured = Set(
      subject.analysis.touchpoints.flatMap { figures in
        figures.personas.lazy.filter { !$0.felt.isAssumed }.map(\.persona)
      })
    if measured.count > 1, subject.analysis.persona == nil { return .personas }
    let met = subject.journey.touchpoints.filter { subject.meets($0) }
    let stages = Set(met.compactMap(\.stage)).count
    let channels = Set(met.compactMap(\.channel)).count
    // Fewer cells than touchpoints, or there is nothing to pool.
    return stages > 1 && channels > 1 && met.count > 2 * stages ? .channels : .personas
  }

  private func summary(of table: HeatmapTable, _ subject: Subject, count: Int, leftOut: String?)
    -> String
  {
    var lines = [TouchpointSentence(subject).opening(touchpoints: count)]
    if !table.rows.isEmpty { lines.append(table.lead) }
    if let leftOut { lines.append(leftOut) }
    lines = [subject.words.sentences(lines)]
    for row in table.rows where !row.isTotal {
      lines.append(
        subject.words.fill(subject.words.heatmap.sayCell, row.name, row.summary) + ".")
    }
    return lines.joined(separator: "\n")
  }
}
