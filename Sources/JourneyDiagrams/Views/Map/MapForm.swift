import JourneyAnalysis
import JourneyModel

/// Which form a map takes: what was asked for, and what its theme can show.
struct MapForm {
  /// The lanes under the plot.
  let lanes: [Lane]
  /// Whether it is a slide: names under the plot, no cards and no lanes, as high as its board.
  let isCompact: Bool
  /// Whether only what is read from far away is said.
  let isBrief: Bool
  /// Whether it stands among text: as low as can be, without a title.
  let isStrip: Bool
  /// Whether every persona has a line of its own.
  let overlaysPersonas: Bool
  /// The width that the picture is made for, at scale 1.
  let boardWidth: Double
  /// The height of a slide of that width.
  var boardHeight: Double { boardWidth * 9 / 16 }

  /// Up to so many touchpoints, all are drawn.
  static let mostColumns = 60
  /// So many are drawn of a journey that has more.
  static let columnsOfLargeJourney = 40

  init(_ subject: Subject, _ options: DrawingOptions) {
    isStrip = options.strip != nil
    isBrief = options.theme.isBrief || isStrip
    isCompact = !isStrip && (options.isCompact || (isBrief && options.lanes == nil))
    lanes = isCompact || isStrip ? [] : options.lanes ?? Lane.usual
    overlaysPersonas =
      options.overlaysPersonas && subject.persona == nil
      && subject.analysis.touchpoints.contains { !$0.personas.isEmpty }
    boardWidth = options.strip?.width ?? 1920 / max(0.1, options.theme.scale)
  }

  /// How many links are drawn: more than two a column are a thicket, whatever share they carry.
  static func mostLinks(columns: Int) -> Int { 10 + 2 * columns }

  /// The part of a journey that a map can show.
  static func simplified(
    _ subject: Subject, _ options: DrawingOptions = DrawingOptions()
  ) -> Simplification {
    let count = subject.journey.touchpoints.count
    let most = options.touchpoints(
      usually: count > mostColumns ? columnsOfLargeJourney : mostColumns, atMost: mostColumns)
    let columns = min(count, most)
    let links = mostLinks(columns: columns)
    return subject.simplified(
      toAtMost: most, keeping: options.strip?.touchpoints,
      links: LinkSelection.Limits(
        drawsAll: 20 + columns / 2, share: 0.95, most: links, mostMain: links, countsEnds: false,
        leastWayBack: 0.05))
  }
}
