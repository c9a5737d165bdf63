/// Finds where the number of a ribbon stands: beside the ribbon, far from all others, on no journey and
/// no other number.
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
  private let cards: [Rect]
  private let room: Rect
  private var taken: [Rect] = []

  /// As much air to other ribbons as anybody sees; more makes no place better.
  private static let enough = 24.0
  /// The air between a number and its ribbon.
  private static let beside = 3.0

  /// Takes what is drawn where numbers stand.
  ///
  /// - Parameters:
  ///   - ribbons: The ribbons.
  ///   - cards: What numbers must not lie on.
  ///   - room: What they must not leave.
  init(_ ribbons: [Ribbon], cards: [Rect], room: Rect) {
    (self.ribbons, self.cards, self.room) = (ribbons, cards, room)
  }

  /// Places a number beside its ribbon, so that no other ribbon is as near.
  ///
  /// - Parameters:
  ///   - size: How large it is.
  ///   - own: The position of its ribbon.
  ///   - center: The middle of the room that the layout has kept.
  ///   - room: How much more than the number that is, in height or in width.
  /// - Returns: The box. Cost: linear in the points of the ribbons that come near.
  mutating func place(
    _ size: AtlasSizes.Label, of own: Int, around center: Point, room: Double
  ) -> Rect {
    func box(_ x: Double, _ y: Double) -> Rect {
      Rect(x: x - size.width / 2, y: y - size.height / 2, width: size.width, height: size.height)
    }
    let ribbon = ribbons[own]
    let steps = [-0.5, 0.5, -0.375, 0.375, -0.25, 0.25, -0.125, 0.125, 0].map { $0 * room }
    var boxes =
      steps.map { box(center.x, center.y + $0) } + steps.map { box(center.x + $0, center.y) }
    boxes += along(ribbon, size).map { box($0.x, $0.y) }
    let reach = size.width + Self.enough
    let near = ribbons.indices.filter {
      $0 != own && ribbons[$0].bounds.overlaps(grown(ribbon.bounds, by: reach))
    }
    let cards = cards.filter { $0.overlaps(grown(ribbon.bounds, by: reach)) }
    var best = (box: boxes[0], worth: -Double.infinity)
    for box in boxes {
      let letters = Self.letters(box)
      let air = near.reduce(Self.enough) { min($0, ribbons[$1].clearance(of: letters)) }
      let distance = ribbon.clearance(of: letters)
      var worth = air - 1.5 * max(0, distance - Self.beside)
      if distance < 1 { worth -= 200 }
      if air < distance { worth -= 50 }
      let isOn =
        cards.contains { $0.overlaps(letters) } || taken.contains { $0.overlaps(letters) }
      if isOn || !contains(letters) { worth -= 400 }
      if worth > best.worth + 1e-6 { best = (box, worth) }
    }
    taken.append(Self.letters(best.box))
    return best.box
  }

  /// Places on both sides of a ribbon, those at its middle first.
  private func along(_ ribbon: Ribbon, _ size: AtlasSizes.Label) -> [Point] {
    let points = ribbon.points
    guard points.count > 2 else { return [] }
    return [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82].flatMap { share -> [Point] in
      let index = min(points.count - 2, max(1, Int(Double(points.count - 1) * share)))
      let (before, after, at) = (points[index - 1], points[index + 1], points[index])
      let (dx, dy) = (after.x - before.x, after.y - before.y)
      let length = (dx * dx + dy * dy).squareRoot()
      guard length > 0 else { return [] }
      let normal = Point(-dy / length, dx / length)
      let letters = Self.letters(
        Rect(x: 0, y: 0, width: size.width, height: size.height))
      let far =
        ribbon.half + Self.beside + normal.x.magnitude * letters.width / 2
        + normal.y.magnitude * letters.height / 2
      return [1, -1].map { Point(at.x + $0 * normal.x * far, at.y + $0 * normal.y * far) }
    }
  }

  /// What letters and the ground behind them take of the box of a number.
  private static func letters(_ box: Rect) -> Rect {
    Rect(x: box.x + 3, y: box.y + 2, width: box.width - 6, height: box.height - 4)
  }

  private func grown(_ rect: Rect, by air: Double) -> Rect {
    Rect(
      x: rect.x - air, y: rect.y - air, width: rect.width + 2 * air, height: rect.height + 2 * air)
  }

  private func contains(_ box: Rect) -> Bool {
    box.x >= room.x && box.y >= room.y && box.maxX <= room.maxX && box.maxY <= room.maxY
  }
}
