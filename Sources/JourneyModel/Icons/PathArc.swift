/// An elliptic arc of path data as cubic curves, after the notes on implementation in SVG's
/// specification.
///
/// Angles are held as directions on the unit circle and halved with square roots, so that no C
/// library is needed; a piece of at most 90° is off by less than 0.03 % of the radius.
struct PathArc {
  /// The curves from the start to the end.
  private(set) var steps: [PathData.Step] = []

  private typealias Point = PathData.Point

  init(
    from start: PathData.Point, to end: PathData.Point, rx: Double, ry: Double, rotation: Double,
    isLarge: Bool, isPositive: Bool
  ) {
    guard start != end else { return }
    var (rx, ry) = (rx.magnitude, ry.magnitude)
    guard rx > 0, ry > 0 else {
      steps = [.line(end)]
      return
    }
    // In a frame along the axes of the ellipse, its origin between the ends.
    let axis = Self.direction(degrees: rotation)
    let dx = (start.x - end.x) / 2
    let dy = (start.y - end.y) / 2
    let x = axis.x * dx + axis.y * dy
    let y = axis.x * dy - axis.y * dx
    // Radii that do not reach are made larger.
    let reach = (x / rx) * (x / rx) + (y / ry) * (y / ry)
    if reach > 1 {
      rx *= reach.squareRoot()
      ry *= reach.squareRoot()
    }
    // The unit circle: half a chord, and the distance of its middle from the centre.
    let chord = Point(x / rx, y / ry)
    let half = chord.x * chord.x + chord.y * chord.y
    let distance = half > 0 ? (max(0, 1 - half) / half).squareRoot() : 0
    let side: Double = isLarge == isPositive ? -1 : 1
    let middle = Point(side * distance * chord.y, -side * distance * chord.x)
    let from = Point(chord.x - middle.x, chord.y - middle.y)
    let to = Point(-chord.x - middle.x, -chord.y - middle.y)

    let center = Point(
      (start.x + end.x) / 2 + axis.x * rx * middle.x - axis.y * ry * middle.y,
      (start.y + end.y) / 2 + axis.y * rx * middle.x + axis.x * ry * middle.y)
    func placed(_ unit: Point) -> Point {
      Point(
        center.x + axis.x * rx * unit.x - axis.y * ry * unit.y,
        center.y + axis.y * rx * unit.x + axis.x * ry * unit.y)
    }
    let turn: Double = isPositive ? 1 : -1
    let directions = Self.split(from, to, turn: turn)
    for (index, pair) in zip(directions, directions.dropFirst()).enumerated() {
      let (u, v) = pair
      let bend = turn * Self.bend(u, v)
      let isLast = index == directions.count - 2
      steps.append(
        .curve(
          placed(Point(u.x - bend * u.y, u.y + bend * u.x)),
          placed(Point(v.x + bend * v.y, v.y - bend * v.x)), isLast ? end : placed(v)))
    }
  }

  /// Directions from one to another, turning one way, at most 90° apart.
  private static func split(_ from: Point, _ to: Point, turn: Double) -> [Point] {
    var directions = [from]
    var current = from
    // Quarter turns while the end is further away than one.
    for _ in 0..<3 {
      let quarter = Point(-turn * current.y, turn * current.x)
      let cosine = current.x * to.x + current.y * to.y
      let sine = turn * (current.x * to.y - current.y * to.x)
      if cosine >= -1e-12, sine >= 0, cosine > 1e-12 || sine > 0.5 { break }
      directions.append(quarter)
      current = quarter
    }
    directions.append(to)
    return directions
  }

  /// How far the control points of a piece stand from its ends: 4/3 · tan(θ/4).
  private static func bend(_ u: Point, _ v: Point) -> Double {
    let cosine = min(1, max(-1, u.x * v.x + u.y * v.y))
    let cosineOfHalf = ((1 + cosine) / 2).squareRoot()
    let sineOfHalf = ((1 - cosine) / 2).squareRoot()
    return 4.0 / 3.0 * sineOfHalf / (1 + cosineOfHalf)
  }

  /// Cosine and sine of an angle in degrees, to about 1e-15.
  private static func direction(degrees: Double) -> Point {
    let turned = degrees.truncatingRemainder(dividingBy: 360)
    let quarters = (turned / 90).rounded()
    let angle = (turned - quarters * 90) / 180 * Double.pi
    var (cosine, sine) = (1.0, angle)
    var (evenTerm, oddTerm) = (1.0, angle)
    for k in 1...9 {
      let n = Double(2 * k)
      evenTerm *= -angle * angle / (n * (n - 1))
      oddTerm *= -angle * angle / (n * (n + 1))
      cosine += evenTerm
      sine += oddTerm
    }
    switch Int(quarters) & 3 {
    case 0: return Point(cosine, sine)
    case 1: return Point(-sine, cosine)
    case 2: return Point(-cosine, -sine)
    default: return Point(sine, -cosine)
    }
  }
}
