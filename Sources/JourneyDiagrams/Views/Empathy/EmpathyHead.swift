import JourneyAnalysis
import JourneyModel

/// The middle of an empathy map: a head and shoulders, with the face of what is felt on average.
struct EmpathyHead {
  private let content: EmpathyContent
  private let setter: Typesetter
  private let name: [Typesetter.Line]
  private let feels: [Typesetter.Line]
  /// The width of the cell.
  let width: Double
  /// The height of the cell.
  let height: Double

  private var unit: Double { setter.theme.scale }
  private var radius: Double { (setter.theme.isBrief ? 32 : 50) * setter.theme.scale }

  init(_ content: EmpathyContent, setter: Typesetter) throws {
    self.content = content
    self.setter = setter
    let unit = setter.theme.scale
    width = (setter.theme.isBrief ? 250 : 400) * unit
    name = try setter.lines(content.name, width: 190 * unit)
    feels = try setter.lines(content.feels, width: 190 * unit)
    let words =
      Double(name.count) * setter.theme.lineHeight(.cardTitle)
      + Double(feels.count) * setter.theme.lineHeight(.meta)
    height = setter.theme.isBrief ? 90 * unit + words : 240 * unit + words
  }

  /// Draws the head in the middle of its cell, and the lines from it to the cell's corners.
  func draw(in cell: Rect) -> Group {
    var layer = Group(id: "head", name: "head", isLayer: true)
    let words =
      Double(name.count) * setter.theme.lineHeight(.cardTitle)
      + Double(feels.count) * setter.theme.lineHeight(.meta)
    let block = 2 * radius + 26 * unit + words
    let center = Point(cell.center.x, cell.y + (cell.height - block) / 2 + radius)

    // The four lines part the fields; they stop short of the head and of its words.
    let reach = Point((setter.theme.isBrief ? 96 : 118) * unit, (block / 2) + 4 * unit)
    let middle = cell.center
    for (sx, sy) in [(-1.0, -1.0), (1, -1), (-1, 1), (1, 1)] {
      let corner = Point(middle.x + sx * cell.width / 2, middle.y + sy * cell.height / 2)
      let inner = Point(middle.x + sx * reach.x, middle.y + sy * min(reach.y, cell.height / 2))
      layer.add(.line(corner, inner), stroke: Stroke(.role(.axis), width: 1.4 * unit))
    }

    var shoulders = Path()
    let y = center.y + radius
    shoulders.move(center.x - 1.55 * radius, y + 0.42 * radius)
    shoulders.curve(
      center.x - 1.5 * radius, y + 0.02 * radius, center.x - 0.9 * radius, y - 0.05 * radius,
      center.x - 0.62 * radius, y - 0.12 * radius)
    shoulders.move(center.x + 0.62 * radius, y - 0.12 * radius)
    shoulders.curve(
      center.x + 0.9 * radius, y - 0.05 * radius, center.x + 1.5 * radius, y + 0.02 * radius,
      center.x + 1.55 * radius, y + 0.42 * radius)
    layer.add(
      .path(shoulders), stroke: Stroke(.role(.belief), width: 3 * unit, isRound: true))
    if let felt = content.felt {
      layer.elements += Face.draw(felt, center: center, radius: radius)
    } else {
      layer.add(
        .circle(center, radius: radius - 2 * unit),
        stroke: Stroke(.role(.unknown), width: 4 * unit, dashes: [6 * unit, 7 * unit]))
    }

    var baseline = center.y + radius + 26 * unit + setter.ascent(.cardTitle)
    layer.elements += setter.placed(
      name, of: content.name, at: Point(center.x, baseline), anchor: .middle, fill: .role(.ink))
    baseline += Double(name.count - 1) * setter.theme.lineHeight(.cardTitle)
    layer.elements += setter.placed(
      feels, of: content.feels,
      at: Point(center.x, baseline + setter.theme.lineHeight(.meta) + 1 * unit), anchor: .middle,
      fill: .role(.inkSoft))
    return layer
  }
}
