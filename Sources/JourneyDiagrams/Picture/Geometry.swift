/// A place in a picture; px, y growing downwards.
public typealias Point = PlacedGraph.Point

/// A rectangle in a picture; px, y growing downwards.
public typealias Rect = PlacedGraph.Rect

extension PlacedGraph.Rect {
  /// The right edge.
  public var maxX: Double { x + width }
  /// The bottom edge.
  public var maxY: Double { y + height }
  /// The middle.
  public var center: Point { Point(x + width / 2, y + height / 2) }

  /// Whether two rectangles share more than `slack` in both directions.
  public func overlaps(_ other: Rect, by slack: Double = 0) -> Bool {
    min(maxX, other.maxX) - max(x, other.x) > slack
      && min(maxY, other.maxY) - max(y, other.y) > slack
  }

  /// The rectangle grown by a margin on every side.
  public func insetBy(_ margin: Double) -> Rect {
    Rect(x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin)
  }
}

/// An outline of lines and cubic curves.
public struct Path: Hashable, Sendable {
  /// One step of a path.
  public enum Step: Hashable, Sendable {
    /// Goes to a place without drawing.
    case move(Point)
    /// Draws a straight line.
    case line(Point)
    /// Draws a cubic Bézier curve by its two control points and its end.
    case curve(Point, Point, Point)
    /// Draws a straight line back to the last `move`.
    case close
  }

  /// The steps in order; the first is a `move`.
  public var steps: [Step]

  /// Creates a path.
  public init(_ steps: [Step] = []) {
    self.steps = steps
  }

  /// Creates a closed path through points.
  public static func polygon(_ points: [Point]) -> Path {
    var path = Path()
    path.steps.reserveCapacity(points.count + 1)
    for (index, point) in points.enumerated() {
      path.steps.append(index == 0 ? .move(point) : .line(point))
    }
    path.steps.append(.close)
    return path
  }

  /// Goes to a place without drawing.
  public mutating func move(_ x: Double, _ y: Double) { steps.append(.move(Point(x, y))) }

  /// Draws a straight line.
  public mutating func line(_ x: Double, _ y: Double) { steps.append(.line(Point(x, y))) }

  /// Draws a cubic Bézier curve.
  public mutating func curve(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ x: Double, _ y: Double
  ) {
    steps.append(.curve(Point(x1, y1), Point(x2, y2), Point(x, y)))
  }

  /// Draws a straight line back to the last `move`.
  public mutating func close() { steps.append(.close) }

  /// Points along the path, close enough for hit tests.
  ///
  /// - Parameter pieces: How many straight pieces stand for one curve.
  /// - Returns: The points in order.
  public func flattened(pieces: Int = 16) -> [Point] {
    var points: [Point] = []
    var current = Point(0, 0)
    var start = current
    for step in steps {
      switch step {
      case .move(let point):
        current = point
        start = point
        points.append(point)
      case .line(let point):
        current = point
        points.append(point)
      case .curve(let a, let b, let end):
        for piece in 1...max(1, pieces) {
          let t = Double(piece) / Double(max(1, pieces))
          points.append(Path.point(current, a, b, end, at: t))
        }
        current = end
      case .close:
        current = start
        points.append(start)
      }
    }
    return points
  }

  /// The place on a cubic Bézier curve at a parameter 0…1.
  static func point(_ p: Point, _ a: Point, _ b: Point, _ q: Point, at t: Double) -> Point {
    let u = 1 - t
    let (k0, k1, k2, k3) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    return Point(
      k0 * p.x + k1 * a.x + k2 * b.x + k3 * q.x, k0 * p.y + k1 * a.y + k2 * b.y + k3 * q.y)
  }
}

extension Path {
  /// The path moved down.
  func moved(down dy: Double) -> Path {
    func moved(_ point: Point) -> Point { Point(point.x, point.y + dy) }
    return Path(
      steps.map { step in
        switch step {
        case .move(let p): .move(moved(p))
        case .line(let p): .line(moved(p))
        case .curve(let a, let b, let p): .curve(moved(a), moved(b), moved(p))
        case .close: .close
        }
      })
  }
}
