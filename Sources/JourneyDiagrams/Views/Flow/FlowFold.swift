/// Breaks a flow that is far wider than high into rows, as text breaks into lines.
///
/// A long journey laid out from left to right is a thin band that no wall and no screen shows in a
/// readable size. It is cut between columns of cards, where few ribbons cross and no stage is torn
/// if that can be helped; ribbons leave a row at its right edge and go on at the same height at the
/// left edge of the next.
struct FlowFold {
  /// A part of the flow between two cuts.
  struct Row {
    /// Its left edge before folding.
    var left: Double
    /// Its right edge before folding.
    var right: Double
    /// What lies in it, before folding.
    var top: Double
    var bottom: Double
    /// The heights that its cards take, before folding; nil when nothing is folded.
    var cards: ClosedRange<Double>?
    /// How far it moves.
    var dx = 0.0
    var dy = 0.0

    /// How steep ribbons stay above and below the cards.
    private static let steepness = 0.2

    /// How much nearer to the cards of its own row a ribbon runs that passes above or below them.
    func steepness(at y: Double) -> Double {
      cards.map { $0.contains(y) ? 1 : Self.steepness } ?? 1
    }

    /// Where a ribbon runs that would run at a height if nothing were folded.
    func height(of y: Double) -> Double {
      guard let cards else { return y }
      let nearest = min(cards.upperBound, max(cards.lowerBound, y))
      return nearest + (y - nearest) * Self.steepness
    }
  }

  /// The rows; at least one.
  private(set) var rows: [Row]
  /// How wide the folded flow is.
  let width: Double
  /// How high it is.
  let height: Double

  /// The space between two rows.
  private let rowGap: Double
  private static func gap(_ theme: Theme) -> Double { theme.isBrief ? 24 : 44 }
  /// The screen that a picture is made to be read on.
  private static let screen = (width: 1920.0, height: 1080.0)
  /// At this size and above, text is read without zooming in.
  private static func readable(_ theme: Theme) -> Double { theme.isBrief ? 1 : 0.85 }
  /// How much more readable a fold must make a picture.
  private static let worth = 1.15
  private static let mostRows = 12

  /// Folds the flow if that makes it more readable.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - places: Where everything stands.
  ///   - routes: The ways of the ribbons.
  ///   - theme: The theme of the picture, which may be scaled.
  init(_ graph: FlowGraph, _ places: FlowPlaces, _ routes: FlowRoutes, theme: Theme) {
    rowGap = Self.gap(theme)
    let outline = FlowOutline(graph, places, routes)
    let band = outline.rows(cutAt: [])
    let most = min(Self.mostRows, places.columns.count)
    var folds: [[Row]] = []
    func use(_ rows: [Row]) -> Double { Self.use(rows, theme) }
    if use(band) < Self.readable(theme), most > 1 {
      folds = (2...most).map { outline.rows(cutAt: outline.cuts(rows: $0)) }
    }
    var best = band
    if let greatest = folds.map(use).max(), greatest > use(band) * Self.worth {
      // The fewest rows that are nearly as readable as can be.
      best = folds.first { use($0) * 1.1 >= greatest } ?? band
    }
    var y = 0.0
    for index in best.indices {
      best[index].dx = -best[index].left
      best[index].dy = y - best[index].top
      y += best[index].bottom - best[index].top + rowGap
    }
    rows = best
    (width, height) = Self.size(best, gap: rowGap)
  }

  /// Moves every row so that the first begins at a place.
  mutating func move(to origin: Point) {
    for index in rows.indices {
      rows[index].dx += origin.x
      rows[index].dy += origin.y
    }
  }

  /// The row that an x lies in.
  func row(at x: Double) -> Row {
    rows.last { $0.left <= x } ?? rows[0]
  }

  /// Where a card or an end stands after folding.
  func moved(_ rect: Rect) -> Rect {
    let row = row(at: rect.center.x)
    return Rect(x: rect.x + row.dx, y: rect.y + row.dy, width: rect.width, height: rect.height)
  }

  /// Where a place lies after folding.
  func moved(_ point: Point) -> Point {
    let row = row(at: point.x)
    return Point(point.x + row.dx, point.y + row.dy)
  }

  /// The parts of a ribbon's way in each row that it runs through.
  func parts(of curve: FlowCurve) -> [FlowCurve] {
    rows.compactMap { row in
      curve.part(from: row.left, to: row.right)?
        .mapped(row.height, steepness: row.steepness).moved(row.dx, row.dy)
    }
  }

  // MARK: What is worth it

  private static func size(_ rows: [Row], gap: Double) -> (width: Double, height: Double) {
    let width = rows.reduce(0) { max($0, $1.right - $1.left) }
    let height = rows.reduce(-gap) { $0 + $1.bottom - $1.top + gap }
    return (width, height)
  }

  /// How large the picture is read on a screen, up to the size that needs no zooming.
  private static func use(_ rows: [Row], _ theme: Theme) -> Double {
    let (width, height) = size(rows, gap: gap(theme))
    let around = theme.isBrief ? (width: 44.0, height: 165.0) : (width: 80, height: 300)
    return min(
      readable(theme), screen.width / (width + around.width) / theme.scale,
      screen.height / (height + around.height) / theme.scale)
  }
}
