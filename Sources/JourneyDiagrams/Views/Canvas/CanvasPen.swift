/// What every sheet of a canvas is drawn with: one ink, and lines to write on.
struct CanvasPen {
  let setter: Typesetter

  var hairline: Stroke { Stroke(.role(.axis), width: 1) }

  /// A line to write on.
  func writingLine(_ left: Double, _ right: Double, y: Double, into group: inout Group) {
    group.add(.line(Point(left, y), Point(right, y)), stroke: Stroke(.role(.belief), width: 0.8))
  }

  /// Lines to write on, the first one line below `y`.
  func writingLines(
    _ count: Int, left: Double, right: Double, below y: Double, into group: inout Group
  ) {
    for line in 0..<max(0, count) {
      writingLine(
        left, right, y: y + Double(line + 1) * CanvasPaper.line, into: &group)
    }
  }

  /// A word with a line after it.
  func field(
    _ label: Typesetter.Label, left: Double, right: Double, y: Double, into group: inout Group
  ) {
    group.elements.append(setter.placed(label, at: Point(left, y), fill: .role(.inkSoft)))
    writingLine(left + setter.width(label) + 8, right, y: y + 2, into: &group)
  }

  /// A face in outline, to be seen in one ink and to be ticked.
  func face(_ v: Double, center: Point, radius: Double) -> [Element] {
    let unit = radius / 11
    let stroke = Stroke(.role(.inkSoft), width: 1.5 * unit, isRound: true)
    var mouth = Path()
    let bend = 5 * v
    mouth.move(center.x - 5 * unit, center.y + (3.8 - 0.35 * bend) * unit)
    mouth.curve(
      center.x - 1.8 * unit, center.y + (3.8 + 0.7 * bend) * unit, center.x + 1.8 * unit,
      center.y + (3.8 + 0.7 * bend) * unit, center.x + 5 * unit,
      center.y + (3.8 - 0.35 * bend) * unit)
    var elements: [Element] = [
      .shape(Shape(.circle(center, radius: radius - 0.75 * unit), stroke: stroke)),
      .shape(Shape(.path(mouth), stroke: stroke)),
    ]
    for x in [-3.8, 3.8] {
      elements.append(
        .shape(
          Shape(
            .circle(Point(center.x + x * unit, center.y - 2.8 * unit), radius: 1.3 * unit),
            fill: .role(.inkSoft))))
    }
    return elements
  }
}
