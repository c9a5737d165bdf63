/// A smooth curve through places from left to right that never swings beyond them.
///
/// A cubic Hermite curve, level at both ends and where it turns; its slopes stay within the bounds
/// of Fritsch and Carlson (1980), so that it rises and falls only where the places do.
struct FlowCurve {
  /// The places, x growing.
  let knots: [Point]
  private let slopes: [Double]
  /// The highest and the lowest place; the curve stays between them.
  private let bounds: (top: Double, bottom: Double)

  /// Lays a curve through places; those that do not grow in x are left out.
  init(_ places: [Point]) {
    var knots: [Point] = []
    for place in places {
      if let last = knots.last, place.x - last.x < 0.5 { continue }
      knots.append(place)
    }
    // The end counts more than what stands close before it.
    if let end = places.last, let last = knots.last, last != end {
      if knots.count > 1 { knots.removeLast() }
      if let last = knots.last, end.x > last.x { knots.append(end) }
    }
    var slopes = [Double](repeating: 0, count: knots.count)
    if knots.count > 2 {
      for index in 1..<(knots.count - 1) {
        let (h0, h1) = (
          knots[index].x - knots[index - 1].x, knots[index + 1].x - knots[index].x
        )
        let d0 = (knots[index].y - knots[index - 1].y) / h0
        let d1 = (knots[index + 1].y - knots[index].y) / h1
        guard d0 * d1 > 0 else { continue }
        let mean = (d0 * h1 + d1 * h0) / (h0 + h1)
        let most = 3 * min(d0.magnitude, d1.magnitude)
        slopes[index] = min(most, max(-most, mean))
      }
    }
    self.init(knots, slopes: slopes)
  }

  private init(_ knots: [Point], slopes: [Double]) {
    self.knots = knots
    self.slopes = slopes
    bounds = knots.reduce((.infinity, -.infinity)) { (min($0.0, $1.y), max($0.1, $1.y)) }
  }

  /// The part of the curve between two x; nil when it does not come there.
  func part(from left: Double, to right: Double) -> FlowCurve? {
    guard let first = knots.first, let last = knots.last else { return nil }
    if left <= first.x, right >= last.x { return self }
    let (from, to) = (max(left, first.x), min(right, last.x))
    guard to - from > 0.5 else { return nil }
    var places = [Point(from, y(at: from))]
    var tangents = [slope(at: from)]
    for (knot, slope) in zip(knots, slopes) where knot.x > from + 0.01 && knot.x < to - 0.01 {
      places.append(knot)
      tangents.append(slope)
    }
    places.append(Point(to, y(at: to)))
    tangents.append(slope(at: to))
    return FlowCurve(places, slopes: tangents)
  }

  /// The curve somewhere else.
  func moved(_ dx: Double, _ dy: Double) -> FlowCurve {
    FlowCurve(knots.map { Point($0.x + dx, $0.y + dy) }, slopes: slopes)
  }

  /// The curve with every height put elsewhere, its order kept.
  func mapped(
    _ height: (Double) -> Double, steepness: (Double) -> Double
  ) -> FlowCurve {
    FlowCurve(
      knots.map { Point($0.x, height($0.y)) },
      slopes: zip(knots, slopes).map { $1 * steepness($0.y) })
  }

  /// The slope of the curve at an x between its ends.
  private func slope(at x: Double) -> Double {
    guard let index = knots.indices.dropFirst().first(where: { knots[$0].x >= x }) else {
      return slopes.last ?? 0
    }
    let (from, to) = (knots[index - 1], knots[index])
    let h = to.x - from.x
    let t = (x - from.x) / h
    return (6 * t * t - 6 * t) / h * (from.y - to.y)
      + (3 * t * t - 4 * t + 1) * slopes[index - 1] + (3 * t * t - 2 * t) * slopes[index]
  }

  /// The curve as an outline.
  var path: Path {
    var path = Path()
    guard let first = knots.first else { return path }
    path.move(first.x, first.y)
    for index in knots.indices.dropFirst() {
      let (from, to) = (knots[index - 1], knots[index])
      let third = (to.x - from.x) / 3
      path.curve(
        from.x + third, from.y + slopes[index - 1] * third, to.x - third,
        to.y - slopes[index] * third, to.x, to.y)
    }
    return path
  }

  /// How far it goes from left to right.
  var length: Double { (knots.last?.x ?? 0) - (knots.first?.x ?? 0) }

  /// The height of the curve at an x; the nearest end's beyond its ends.
  func y(at x: Double) -> Double {
    guard let first = knots.first, let last = knots.last else { return 0 }
    if x <= first.x { return first.y }
    if x >= last.x { return last.y }
    let index = knots.firstIndex { $0.x > x } ?? knots.count - 1
    let (from, to) = (knots[index - 1], knots[index])
    let h = to.x - from.x
    let t = (x - from.x) / h
    let (t2, t3) = (t * t, t * t * t)
    return (2 * t3 - 3 * t2 + 1) * from.y + (t3 - 2 * t2 + t) * h * slopes[index - 1]
      + (3 * t2 - 2 * t3) * to.y + (t3 - t2) * h * slopes[index]
  }

  /// Whether the curve, so wide, touches a rectangle.
  func touches(_ rect: Rect, width: Double) -> Bool {
    guard let first = knots.first, let last = knots.last,
      bounds.bottom + width / 2 > rect.y, bounds.top - width / 2 < rect.maxY
    else { return false }
    let (from, to) = (max(first.x, rect.x), min(last.x, rect.maxX))
    guard from < to else { return false }
    let pieces = max(2, Int((to - from) / 12))
    for piece in 0...pieces {
      let y = y(at: from + (to - from) * Double(piece) / Double(pieces))
      if y + width / 2 > rect.y, y - width / 2 < rect.maxY { return true }
    }
    return false
  }
}
