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
    /// How far it moves.
    var dx = 0.0
    var dy = 0.0
  }

  /// The rows; at least one.
  private(set) var rows: [Row]
  /// How wide the folded flow is.
  let width: Double
  /// How high it is.
  let height: Double

  /// The space between two rows.
  static let rowGap = 44.0
  /// The screen that a picture is made to be read on.
  private static let screen = (width: 1920.0, height: 1080.0)
  /// At this size and above, text is read without zooming in.
  private static let readable = 0.75
  /// How much more readable a fold must make a picture.
  private static let worth = 1.3
  private static let mostRows = 12

  /// Folds the flow if that makes it more readable.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - places: Where everything stands.
  ///   - routes: The ways of the ribbons.
  init(_ graph: FlowGraph, _ places: FlowPlaces, _ routes: FlowRoutes) {
    let outline = FlowOutline(graph, places, routes)
    let band = outline.rows(cutAt: [])
    let most = min(Self.mostRows, places.columns.count)
    var folds: [[Row]] = []
    if Self.use(band) < Self.readable, most > 1 {
      folds = (2...most).map { outline.rows(cutAt: outline.cuts(rows: $0)) }
    }
    var best = band
    if let use = folds.map(Self.use).max(), use > Self.use(band) * Self.worth {
      // The fewest rows that are nearly as readable as can be.
      best = folds.first { Self.use($0) * 1.1 >= use } ?? band
    }
    var y = 0.0
    for index in best.indices {
      best[index].dx = -best[index].left
      best[index].dy = y - best[index].top
      y += best[index].bottom - best[index].top + Self.rowGap
    }
    rows = best
    (width, height) = Self.size(best)
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

  /// The parts of a stage's box in each row that it lies in.
  func parts(of rect: Rect) -> [Rect] {
    rows.compactMap { row in
      let (left, right) = (max(rect.x, row.left), min(rect.maxX, row.right))
      guard right - left > 1 else { return nil }
      return Rect(x: left + row.dx, y: rect.y + row.dy, width: right - left, height: rect.height)
    }
  }

  /// The parts of a ribbon's way in each row that it runs through.
  func parts(of curve: FlowCurve) -> [FlowCurve] {
    rows.compactMap { row in
      curve.part(from: row.left, to: row.right)?.moved(row.dx, row.dy)
    }
  }

  // MARK: What is worth it

  private static func size(_ rows: [Row]) -> (width: Double, height: Double) {
    let width = rows.reduce(0) { max($0, $1.right - $1.left) }
    let height = rows.reduce(-rowGap) { $0 + $1.bottom - $1.top + rowGap }
    return (width, height)
  }

  /// How large the picture is read on a screen, up to the size that needs no zooming.
  private static func use(_ rows: [Row]) -> Double {
    let (width, height) = size(rows)
    return min(readable, screen.width / (width + 80), screen.height / (height + 300))
  }
}
