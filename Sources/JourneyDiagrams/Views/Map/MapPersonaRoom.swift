/// The room in one column for the marks of personas: beside the circle, within the column.
struct MapPersonaRoom {
  private let x: Double
  private let limit: Double
  /// What marks should not lie on: the circle and what stands at its corners.
  private var obstacles: [(center: Point, radius: Double)]
  private var marks: [Point] = []

  /// How far from its middle a mark reaches at most.
  private static let reach = 1.35 * MapPersonas.markRadius

  init(
    beside spot: MapRoutes.Spot, _ corners: [MapCorners.Place], _ whisker: MapWhisker?,
    width: Double
  ) {
    x = spot.x
    limit = Self.limit(width)
    obstacles = [(Point(spot.x, spot.y), spot.radius + (spot.isRinged ? MapCorners.ring : 4))]
    for corner in corners {
      let place = Point(spot.x + corner.offset.x, spot.y + corner.offset.y)
      obstacles.append((place, corner.radius))
    }
    if let whisker {
      // As a row of discs.
      for y in stride(from: whisker.top, to: whisker.bottom, by: 8) {
        obstacles.append((Point(whisker.x, y), whisker.box.width / 2))
      }
      obstacles.append((Point(whisker.x, whisker.bottom), whisker.box.width / 2))
    }
  }

  private static func limit(_ width: Double) -> Double { max(0, width / 2 - reach - 2) }

  /// How far right of the middle the marks of one of several personas stand by themselves.
  ///
  /// Beside the circle on the persona's side, each pair farther out; nearer where columns are
  /// narrow.
  static func shift(of number: Int, among count: Int, width: Double) -> Double {
    let (limit, usual) = (limit(width), 48.0)
    let (pair, last) = (Double(number / 2), Double(max(0, count - 1) / 2))
    let step = min(15, limit / (last + 1))
    let distance = min(usual + step * pair, limit - step * (last - pair))
    return PersonaMark.side(of: number) * distance
  }

  /// Takes the place at a height that is free and nearest to a shift, or else covers least.
  ///
  /// - Returns: The place, and whether it lies on the circle or on what stands at its corners.
  mutating func place(y: Double, near shift: Double) -> (point: Point, isOver: Bool) {
    func depth(_ point: Point, _ center: Point, _ radius: Double) -> Double {
      let (dx, dy) = (point.x - center.x, point.y - center.y)
      return max(0, radius + Self.reach - (dx * dx + dy * dy).squareRoot())
    }
    func cost(_ point: Point) -> Double {
      let covered = obstacles.reduce(0) { $0 + depth(point, $1.center, $1.radius) }
      let crowded = marks.reduce(0) { $0 + depth(point, $1, Self.reach) }
      return (point.x - x - shift).magnitude + 40 * covered + 60 * crowded
    }
    var best = Point(x + shift, y)
    var least = cost(best)
    if least > 0 {
      for offset in stride(from: -limit, through: limit, by: 1) {
        let point = Point(x + offset, y)
        let next = cost(point)
        if next < least { (best, least) = (point, next) }
      }
    }
    marks.append(best)
    return (best, obstacles.contains { depth(best, $0.center, $0.radius) > 0.5 })
  }
}
