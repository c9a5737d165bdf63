/// A line from one point to another, level at both ends so that it never overshoots.
struct StepCurve {
  private let a: Point
  private let b: Point

  init(_ a: Point, _ b: Point) {
    (self.a, self.b) = (a, b)
  }

  /// The line.
  func path() -> Path {
    var path = Path()
    path.move(a.x, a.y)
    add(to: &path)
    return path
  }

  /// A line that is led past what stands on its way, without a break.
  ///
  /// - Parameters:
  ///   - start: Where it begins.
  ///   - end: Where it ends.
  ///   - obstacles: The middles of what stands between, from left to right.
  ///   - above: How far above a middle the line passes.
  ///   - below: How far below a middle the line passes.
  /// - Returns: The line.
  static func path(
    from start: Point, to end: Point, around obstacles: [Point] = [], above: Double = 0,
    below: Double = 0
  ) -> Path {
    var points = [start, end]
    for obstacle in obstacles {
      let last = points.count - 2
      let curve = StepCurve(points[last], end)
      let y = curve.y(at: obstacle.x)
      guard curve.passes(obstacle, within: y < obstacle.y ? above : below) else { continue }
      // On the side where it is, and as far as it has to.
      let room = y < obstacle.y ? -above : below
      points.insert(Point(obstacle.x, obstacle.y + room), at: last + 1)
    }
    var path = Path()
    path.move(start.x, start.y)
    for (from, to) in zip(points, points.dropFirst()) { StepCurve(from, to).add(to: &path) }
    return path
  }

  private var middle: Double { (a.x + b.x) / 2 }

  private func add(to path: inout Path) {
    path.curve(middle, a.y, middle, b.y, b.x, b.y)
  }

  /// Whether the line comes nearer to a point than so much.
  private func passes(_ point: Point, within room: Double) -> Bool {
    let count = 64
    return (0...count).contains { step in
      let place = self.point(Double(step) / Double(count))
      let (x, y) = (place.x - point.x, place.y - point.y)
      return x * x + y * y < room * room
    }
  }

  private func point(_ t: Double) -> Point {
    let s = 1 - t
    let (near, far) = (s * s * s + 3 * s * s * t, 3 * s * t * t + t * t * t)
    let x = s * s * s * a.x + 3 * s * t * middle + t * t * t * b.x
    return Point(x, near * a.y + far * b.y)
  }

  /// How high the line is at an x, which never turns back along it.
  private func y(at x: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<40 {
      let t = (low + high) / 2
      if point(t).x < x { low = t } else { high = t }
    }
    return point((low + high) / 2).y
  }
}
