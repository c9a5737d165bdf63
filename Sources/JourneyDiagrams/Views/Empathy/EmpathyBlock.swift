import JourneyAnalysis
import JourneyModel

/// A field of an empathy map laid out in columns.
struct EmpathyBlock {
  private struct PlacedItem {
    var item: EmpathyContent.Item
    var column: Int
    var y: Double
    var text: [Typesetter.Line]
    var source: [Typesetter.Line]
  }

  let field: EmpathyField
  /// The height with title, entries and space around them.
  private(set) var height = 0.0
  private let content: EmpathyContent.Field
  private let setter: Typesetter
  private let width: Double
  private let columnWidth: Double
  private let titleLines: [Typesetter.Line]
  private var items: [PlacedItem] = []
  private var restY = 0.0

  private var unit: Double { setter.theme.scale }
  private var padding: Double { 20 * unit }
  private var padTop: Double { (setter.theme.isBrief ? 4 : 16) * unit }
  private var gap: Double { 28 * unit }
  /// The room of the dot before a source.
  private var dotRoom: Double { 14 * unit }

  /// Lays a field out in a width, each entry in the column that is shortest so far: what stands
  /// highest has most evidence.
  init(
    _ field: EmpathyField, _ content: EmpathyContent.Field, width: Double, setter: Typesetter
  ) throws {
    self.field = field
    self.content = content
    self.setter = setter
    self.width = width
    let unit = setter.theme.scale
    let inner = width - 2 * 20 * unit
    let isBrief = setter.theme.isBrief
    let wanted = Int((inner + 28 * unit) / ((isBrief ? 200 : 260) * unit))
    let columns = max(1, min(wanted, max(1, content.items.count), 4))
    // Few entries keep a readable measure instead of one long line.
    let share = (inner - 28 * unit * Double(columns - 1)) / Double(columns)
    columnWidth = min(share, 430 * unit)
    titleLines = try setter.lines(content.title, width: inner)
    let top =
      padTop + Double(titleLines.count) * setter.theme.lineHeight(.stage)
      + (isBrief ? 2 : 8) * unit
    var bottoms = [Double](repeating: top, count: columns)
    for item in content.items {
      var column = 0
      for other in bottoms.indices where bottoms[other] < bottoms[column] - 0.5 { column = other }
      let room = item.entry.place != nil ? 14 * unit : 0
      let placed = PlacedItem(
        item: item, column: column, y: bottoms[column],
        text: try setter.lines(item.text, width: columnWidth),
        source: try setter.lines(item.source, width: columnWidth - room))
      bottoms[column] +=
        Double(placed.text.count) * setter.theme.lineHeight(item.text.role)
        + Double(placed.source.count) * setter.theme.lineHeight(.meta)
        + (isBrief ? 3 : 15) * unit
      items.append(placed)
    }
    restY = bottoms.max() ?? top
    if isBrief {
      height = restY + 2 * unit
      return
    }
    height = restY + (content.rest == nil ? 4 : setter.theme.lineHeight(.meta) + 18 * unit)
  }

  /// Draws the field, its top left corner at a place.
  func draw(at origin: Point) -> Group {
    var layer = Group(id: field.rawValue, name: field.rawValue, isLayer: true)
    let x = origin.x + padding
    layer.elements += setter.placed(
      titleLines, of: content.title,
      at: Point(x, origin.y + padTop + setter.ascent(.stage)), fill: .role(.ink))
    for placed in items {
      let left = x + Double(placed.column) * (columnWidth + gap)
      layer.add(draw(placed, at: Point(left, origin.y + placed.y)))
    }
    if let rest = content.rest, setter.theme.isBrief {
      // Behind the title, where it costs no line.
      let after = (titleLines.last?.width ?? 0) + 10 * unit
      if x + after + setter.width(rest) <= origin.x + width - padding {
        let line = Double(max(0, titleLines.count - 1)) * setter.theme.lineHeight(.stage)
        layer.elements.append(
          setter.placed(
            rest, at: Point(x + after, origin.y + padTop + line + setter.ascent(.stage)),
            fill: .role(.inkSoft)))
      }
    } else if let rest = content.rest {
      layer.elements.append(
        setter.placed(
          rest, at: Point(x, origin.y + restY + setter.ascent(.meta)), fill: .role(.inkSoft)))
    }
    return layer
  }

  private func draw(_ placed: PlacedItem, at origin: Point) -> Group {
    let entry = placed.item.entry
    // Each is a place of its touchpoint, which has as many as it has entries.
    var group = Group(
      id: placed.item.id, name: entry.place.map { "touchpoint/\($0)" },
      isLayer: entry.place != nil, title: entry.text, summary: entry.source)
    let text = placed.item.text
    group.elements += setter.placed(
      placed.text, of: text, at: Point(origin.x, origin.y + setter.ascent(text.role)),
      column: columnWidth, fill: .role(.ink))
    let below = origin.y + Double(placed.text.count) * setter.theme.lineHeight(text.role)
    let baseline = below + setter.ascent(.meta) + 1 * unit
    var left = origin.x
    var column = columnWidth
    if entry.place != nil {
      let isReversed = setter.standsAtRight(placed.item.source)
      let center = Point(
        isReversed ? left + column - 4.5 * unit : left + 4.5 * unit,
        baseline - 0.34 * setter.theme.style(.meta).size)
      Self.dot(entry, center: center, unit: unit, into: &group)
      if !isReversed { left += dotRoom }
      column -= dotRoom
    }
    group.elements += setter.placed(
      placed.source, of: placed.item.source, at: Point(left, baseline), column: column,
      fill: .role(.inkSoft))
    return group
  }

  /// A dot in the colour of what is felt; hollow where nobody was asked.
  static func dot(_ entry: EmpathyEntry, center: Point, unit: Double, into group: inout Group) {
    let paint: Paint = entry.felt.map { .emotion($0) } ?? .role(.unknown)
    if entry.isAssumed || entry.felt == nil {
      group.add(.circle(center, radius: 3.6 * unit), stroke: Stroke(paint, width: 1.8 * unit))
    } else {
      group.add(.circle(center, radius: 4.5 * unit), fill: paint)
    }
  }
}
