/// Finds where the number of a ribbon stands: beside the ribbon, and as far from all others as the room
/// allows that the layout has kept for it.
struct AtlasNumbers {
  /// A ribbon as it is drawn.
  struct Ribbon {
    /// Points along its middle.
    let points: [Point]
    /// Half its width.
    let half: Double
    /// What holds all of it.
    let bounds: Rect

    /// Takes a ribbon along a chain of Bézier curves.
    init(spline: [Point], width: Double) {
      points = Self.points(on: spline)
      half = width / 2
      let (xs, ys) = (points.map(\.x), points.map(\.y))
      let (left, top) = ((xs.min() ?? 0) - half, (ys.min() ?? 0) - half)
      bounds = Rect(
        x: left, y: top, width: (xs.max() ?? 0) + half - left,
        height: (ys.max() ?? 0) + half - top)
    }

    private static func points(on spline: [Point]) -> [Point] {
      stride(from: 0, to: spline.count - 3, by: 3).flatMap { start in
        (0...24).map { step in
          let t = Double(step) / 24
          let u = 1 - t
          let (a, b, c, d) = (u * u * u, 3 * t * u * u, 3 * t * t * u, t * t * t)
          let (p, q) = (spline[start], spline[start + 1])
          let (r, s) = (spline[start + 2], spline[start + 3])
          return Point(
            a * p.x + b * q.x + c * r.x + d * s.x, a * p.y + b * q.y + c * r.y + d * s.y)
        }
      }
    }

    /// How far its edge is from a box, less than 0 where it lies under it.
    func clearance(of box: Rect) -> Double {
      let nearest = points.reduce(Double.infinity) { least, point in
        let dx = max(box.x - point.x, 0, point.x - box.maxX)
        let dy = max(box.y - point.y, 0, point.y - box.maxY)
        return min(least, dx * dx + dy * dy)
      }
      return nearest.squareRoot() - half
    }
  }

  private let ribbons: [Ribbon]

  /// As much air as anybody sees; more makes no place better.
  private static let enough = 6.0

  /// Takes the ribbons that are drawn.
  init(_ ribbons: [Ribbon]) { self.ribbons = ribbons }

  /// Places a number.
  ///
  /// - Parameters:
  ///   - size: How large it is.
  ///   - center: The middle of the room that the layout has kept.
  ///   - room: How much more than the number that is, in height or in width.
  /// - Returns: The box. Cost: linear in the points of the ribbons that come near.
  func place(_ size: AtlasSizes.Label, around center: Point, room: Double) -> Rect {
    func box(_ x: Double, _ y: Double) -> Rect {
      Rect(
        x: center.x + x - size.width / 2, y: center.y + y - size.height / 2, width: size.width,
        height: size.height)
    }
    let steps = [-0.5, 0.5, -0.375, 0.375, -0.25, 0.25, -0.125, 0.125, 0].map { $0 * room }
    let boxes = steps.map { box(0, $0) } + steps.dropLast().map { box($0, 0) }
    let reach = size.width + size.height + room
    let around = Rect(
      x: center.x - reach, y: center.y - reach, width: 2 * reach, height: 2 * reach)
    let near = ribbons.filter { $0.bounds.overlaps(around) }
    var best = (box: boxes[0], clearance: -Double.infinity)
    for box in boxes {
      // Digits are lower than their line.
      let digits = Rect(
        x: box.x, y: box.y + 0.2 * box.height, width: box.width, height: 0.6 * box.height)
      let clearance = near.reduce(Self.enough) { min($0, $1.clearance(of: digits)) }
      if clearance > best.clearance { best = (box, clearance) }
    }
    return best.box
  }
}
