/// The way from a touchpoint straight back to itself: a loop above its circle, where no way back to
/// another touchpoint runs.
struct MapRound {
  /// The middle of its line.
  let path: Path
  /// How wide the line is; a wider one would fill the loop.
  let width: Double
  /// Where its arrow points, and how wide the arrow is.
  let arrow: (tip: Point, width: Double)
  /// Its upper edge.
  let top: Double

  private static let widest = 8.0
  /// The free space inside.
  private static let hole = 9.0

  /// Bends the loop.
  init(at spot: MapRoutes.Spot, traffic: Double) {
    width = min(Self.widest, MapRoutes.width(of: traffic))
    let r = Self.hole + width / 2
    // Between the marks at the upper corners.
    let reach = min(7, spot.radius * 0.4)
    let edge = spot.y - spot.radius - (spot.isRinged ? 9 : 5)
    let middle = edge - 6 - r
    let rise = (spot.radius * spot.radius - reach * reach).squareRoot()
    let tip = Point(spot.x + reach, spot.y - rise - (spot.isRinged ? 10 : 6))
    let head = max(8, width + 5)
    let (left, right) = (spot.x - r, spot.x + r)
    let k = 0.5523 * r
    var path = Path()
    path.move(spot.x - reach, spot.y)
    path.line(spot.x - reach, edge)
    path.curve(spot.x - reach, edge - 4, left, middle + 0.9 * r, left, middle)
    path.curve(left, middle - k, spot.x - k, middle - r, spot.x, middle - r)
    path.curve(spot.x + k, middle - r, right, middle - k, right, middle)
    let base = tip.y - head * 0.8
    path.curve(right, middle + 0.9 * r, tip.x, base - 6, tip.x, base)
    self.path = path
    arrow = (tip, head)
    top = middle - r - width / 2
  }

  /// From its upper edge to the baseline of its label.
  static let labelGap = 5.0
}
