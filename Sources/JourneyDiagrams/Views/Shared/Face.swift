/// A small face that tells a feeling without colour.
package enum Face {
  /// Draws a face of the feeling v, −1 (worst) … +1 (best).
  package static func draw(_ v: Double, center: Point, radius: Double) -> [Element] {
    let unit = radius / 11
    func at(_ x: Double, _ y: Double) -> Point {
      Point(center.x + x * unit, center.y + y * unit)
    }
    var mouth = Path()
    let bend = 5.8 * min(1, max(-1, v))
    let corner = at(-5, 3.8 - 0.35 * bend)
    let middle = at(0, 3.8 + 0.95 * bend)
    let end = at(5, 3.8 - 0.35 * bend)
    // A quadratic curve, raised to a cubic one.
    mouth.move(corner.x, corner.y)
    mouth.curve(
      corner.x + (middle.x - corner.x) * 2 / 3, corner.y + (middle.y - corner.y) * 2 / 3,
      end.x + (middle.x - end.x) * 2 / 3, end.y + (middle.y - end.y) * 2 / 3, end.x, end.y)
    return [
      .shape(Shape(.circle(center, radius: radius), fill: .emotion(v))),
      .shape(Shape(.circle(at(-3.9, -2.8), radius: 1.6 * unit), fill: .onEmotion(v))),
      .shape(Shape(.circle(at(3.9, -2.8), radius: 1.6 * unit), fill: .onEmotion(v))),
      .shape(
        Shape(
          .path(mouth), stroke: Stroke(.onEmotion(v), width: 1.8 * unit, isRound: true))),
    ]
  }
}
