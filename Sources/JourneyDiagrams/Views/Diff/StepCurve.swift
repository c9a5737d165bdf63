/// A line from one point to another, level at both ends so that it never overshoots.
struct StepCurve {
  private let a: Point
  private let b: Point

  init(_ a: Point, _ b: Point) {
    (self.a, self.b) = (a, b)
  }

  /// The line, interrupted where it would run through what stands on its way.
  ///
  /// - Parameters:
  ///   - obstacles: The middles of what stands there, from left to right.
  ///   - room: How far from a middle the line stays.
  /// - Returns: The line.
  func path(around obstacles: [Point] = [], room: Double = 0) -> Path {
    var path = Path()
    var start = 0.0
    for obstacle in obstacles {
      guard let hidden = part(within: room, of: obstacle) else { continue }
      add(from: start, to: hidden.lowerBound, to: &path)
      start = max(start, hidden.upperBound)
    }
    add(from: start, to: 1, to: &path)
    return path
  }

  /// The part of the line that is nearer to a point than so much; nil when none is.
  private func part(within room: Double, of obstacle: Point) -> ClosedRange<Double>? {
    let (first, last) = (parameter(at: obstacle.x - room), parameter(at: obstacle.x + room))
    let count = 64
    let near = (0...count).map { first + (last - first) * Double($0) / Double(count) }
      .filter { t in
        let (x, y) = (point(t).x - obstacle.x, point(t).y - obstacle.y)
        return x * x + y * y < room * room
      }
    guard let start = near.first, let end = near.last else { return nil }
    return start...end
  }

  private var middle: Double { (a.x + b.x) / 2 }

  private func point(_ t: Double) -> Point {
    let s = 1 - t
    let (near, far) = (s * s * s + 3 * s * s * t, 3 * s * t * t + t * t * t)
    let x = s * s * s * a.x + 3 * s * t * middle + t * t * t * b.x
    return Point(x, near * a.y + far * b.y)
  }

  /// Where on the line an x is, 0…1; x never turns back along it.
  private func parameter(at x: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<40 {
      let t = (low + high) / 2
      if point(t).x < x { low = t } else { high = t }
    }
    return (low + high) / 2
  }

  /// Adds a part of the line.
  private func add(from start: Double, to end: Double, to path: inout Path) {
    guard end > start else { return }
    let isWhole = start == 0 && end == 1
    let (first, last) = isWhole ? (a, b) : (point(start), point(end))
    path.move(first.x, first.y)
    if isWhole {
      path.curve(middle, a.y, middle, b.y, b.x, b.y)
      return
    }
    let (from, to) = (slope(start), slope(end))
    let third = (end - start) / 3
    path.curve(
      first.x + from.x * third, first.y + from.y * third, last.x - to.x * third,
      last.y - to.y * third, last.x, last.y)
  }

  private func slope(_ t: Double) -> Point {
    let s = 1 - t
    return Point(
      3 * s * s * (middle - a.x) + 3 * t * t * (b.x - middle), 6 * s * t * (b.y - a.y))
  }
}
