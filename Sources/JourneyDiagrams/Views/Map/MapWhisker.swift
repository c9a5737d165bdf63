/// The interval of what is felt: a whisker beside its circle, where a narrow one too shows both ends.
///
/// The circle is higher than most intervals: behind it they would hide, and across it lies the
/// score.
struct MapWhisker {
  /// Its middle.
  let x: Double
  /// Its ends, neutral being y = 0.
  let top: Double
  let bottom: Double

  /// How far its ends reach to either side.
  private static let reach = 4.5
  private static let width = 1.6
  /// How much paper keeps it from what it crosses.
  private static let halo = 1.5

  /// Places the interval of a touchpoint; nil when it is not known.
  ///
  /// It stands left of the circle, right of it or, where marks stand on both sides, farther out.
  init?(
    _ column: MapColumn, beside spot: MapRoutes.Spot, _ corners: MapCorners, unit: Double,
    columnWidth: Double
  ) {
    guard let interval = column.interval else { return nil }
    let ends = (-interval.low * unit, -interval.high * unit)
    let (top, bottom) = (min(ends.0, ends.1), max(ends.0, ends.1))
    func marks(_ side: Double) -> [MapCorners.Place] {
      corners.places.filter { place in
        let y = spot.y + place.offset.y
        return place.offset.x * side > 0 && y + place.radius > top - Self.margin
          && y - place.radius < bottom + Self.margin
      }
    }
    let near = spot.radius + (spot.isRinged ? MapCorners.ring + 2 : 4) + Self.margin + Self.reach
    func distance(_ side: Double) -> Double {
      marks(side).reduce(near) {
        max($0, $1.offset.x.magnitude + $1.radius + Self.margin + Self.reach)
      }
    }
    let (left, right) = (distance(-1), distance(1))
    // Where columns are narrow it comes as near to the circle as it must.
    let least = spot.radius + Self.reach
    let place = max(least, min(left <= right ? left : right, columnWidth / 2))
    x = spot.x + (left <= right ? -place : place)
    (self.top, self.bottom) = (top, bottom)
  }

  private static let margin = 2.0

  /// The box around it.
  var box: Rect {
    let reach = Self.reach + Self.halo
    return Rect(
      x: x - reach, y: top - Self.halo, width: 2 * reach, height: bottom - top + 2 * Self.halo)
  }

  /// Draws it on a strip of paper, which cuts the ribbons.
  func draw(neutral: Double) -> [Element] {
    let path = Self.path(x: x, top: top + neutral, bottom: bottom + neutral)
    return [
      .shape(
        Shape(.path(path), stroke: Stroke(.role(.paper), width: Self.width + 2 * Self.halo))),
      .shape(Shape(.path(path), stroke: Stroke(.role(.whisker), width: Self.width))),
    ]
  }

  /// The key of a legend, 28 px wide: a whisker beside its circle.
  static func key(_ place: Point) -> [Element] {
    let path = path(x: place.x + reach, top: place.y - 6, bottom: place.y + 6)
    return [
      .shape(Shape(.path(path), stroke: Stroke(.role(.whisker), width: width))),
      .shape(Shape(.circle(Point(place.x + 20, place.y), radius: 7.5), fill: .emotion(0.5))),
    ]
  }

  private static func path(x: Double, top: Double, bottom: Double) -> Path {
    var path = Path()
    path.move(x, top)
    path.line(x, bottom)
    for y in [top, bottom] {
      path.move(x - reach, y)
      path.line(x + reach, y)
    }
    return path
  }
}
