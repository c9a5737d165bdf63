import JourneyAnalysis
import JourneyModel

/// The sheets of a canvas with cards to cut out: eight of A6 on each sheet of A3.
struct CanvasCards {
  private let content: CanvasContent
  private let setter: Typesetter
  private let pen: CanvasPen
  /// Every touchpoint, and blank cards up to the end of the last sheet.
  let steps: [CanvasContent.Step]
  private let columns: Int
  private let rows: Int
  private let names: [[Typesetter.Line]]
  private let ticks: [(tick: CanvasContent.Tick, frame: Rect, lines: [Typesetter.Line])]
  private let ticksHeight: Double
  private let cut: [Typesetter.Line]
  private let feltHeight: Double

  private static let inset = 9 * CanvasPaper.millimetre

  private var width: Double { CanvasPaper.width / Double(columns) }
  private var height: Double { CanvasPaper.height / Double(rows) }
  /// How many sheets there are.
  var sheets: Int { steps.count / (columns * rows) }

  init(_ content: CanvasContent, setter: Typesetter) throws {
    self.content = content
    self.setter = setter
    pen = CanvasPen(setter: setter)
    // Large letters need large cards: A5 instead of A6.
    let isLarge = setter.theme.scale > 1.25
    columns = isLarge ? 2 : 4
    rows = isLarge ? 1 : 2
    steps = content.filled(to: columns * rows)
    let inner = CanvasPaper.width / Double(columns) - 2 * Self.inset
    names = try steps.map { step in
      try step.cardName.map { try setter.lines($0, width: inner) } ?? []
    }
    cut = try setter.lines(content.cut, width: inner)
    (ticks, ticksHeight) = try Self.ticks(content, width: inner, setter)
    feltHeight = 26 * setter.theme.scale
  }

  /// Places the boxes to tick: by name in two columns, by icon alone in rows of seven.
  private static func ticks(
    _ content: CanvasContent, width: Double, _ setter: Typesetter
  ) throws -> ([(tick: CanvasContent.Tick, frame: Rect, lines: [Typesetter.Line])], Double) {
    let unit = setter.theme.scale
    let isNamed = content.ticks.contains { $0.name != nil }
    let columns = isNamed ? 2 : 7
    let cell = width / Double(columns)
    var placed: [(tick: CanvasContent.Tick, frame: Rect, lines: [Typesetter.Line])] = []
    var y = 0.0
    for start in stride(from: 0, to: content.ticks.count, by: columns) {
      var tallest = 23 * unit
      for (column, tick) in content.ticks.dropFirst(start).prefix(columns).enumerated() {
        let lines = try tick.name.map { try setter.lines($0, width: cell - 48 * unit) } ?? []
        tallest = max(tallest, Double(lines.count) * setter.theme.lineHeight(.cardNote) + 4 * unit)
        placed.append((tick, Rect(x: Double(column) * cell, y: y, width: cell, height: 0), lines))
      }
      for index in placed.indices where placed[index].frame.y == y {
        placed[index].frame.height = tallest
      }
      y += tallest
    }
    return (placed, y)
  }

  // MARK: Drawing

  /// A sheet, its top at `y`.
  func draw(_ sheet: Int, number: Typesetter.Label, index: Int, y: Double) -> Group {
    var layer = Group(id: "sheet.\(index)", name: "sheet/\(index)", isLayer: true)
    let perSheet = columns * rows
    drawMarks(y: y, into: &layer)
    for card in 0..<perSheet {
      let x = Double(card % columns) * width
      let top = y + Double(card / columns) * height
      layer.add(drawCard(sheet * perSheet + card, x: x, y: top))
    }
    // In the inset below the last card, where no scissors go.
    layer.elements.append(
      setter.placed(
        number, at: Point(CanvasPaper.width - Self.inset, y + CanvasPaper.height - 8),
        anchor: .right, fill: .role(.inkSoft)))
    layer.elements += setter.placed(
      cut, of: content.cut,
      at: Point(
        Self.inset,
        y + CanvasPaper.height - 8 - Double(cut.count - 1) * setter.theme.lineHeight(.meta)),
      fill: .role(.inkSoft))
    return layer
  }

  /// Short crosses where cards meet, and ticks at the edges of the paper.
  private func drawMarks(y: Double, into layer: inout Group) {
    let arm = 4 * CanvasPaper.millimetre
    let stroke = Stroke(.role(.inkSoft), width: 0.8)
    for column in 0...columns {
      for row in 0...rows {
        let place = Point(Double(column) * width, y + Double(row) * height)
        let isInside = (column > 0 && column < columns, row > 0 && row < rows)
        if isInside.0 {
          let low = row == 0 ? place.y : place.y - arm
          let high = row == rows ? place.y : place.y + arm
          layer.add(.line(Point(place.x, low), Point(place.x, high)), stroke: stroke)
        }
        if isInside.1 {
          let low = column == 0 ? place.x : place.x - arm
          let high = column == columns ? place.x : place.x + arm
          layer.add(.line(Point(low, place.y), Point(high, place.y)), stroke: stroke)
        }
      }
    }
  }

  private func drawCard(_ index: Int, x: Double, y: Double) -> Group {
    let step = steps[index]
    let theme = setter.theme
    let unit = theme.scale
    let (left, right) = (x + Self.inset, x + width - Self.inset)
    let titleHeight = theme.lineHeight(.meta)
    var group = Group()
    if let touchpoint = step.touchpoint {
      group = Group(
        id: "card." + XMLName.escaped(touchpoint.id.rawValue),
        name: "card/" + touchpoint.id.rawValue, isLayer: true, title: touchpoint.name)
    }
    var top = y + Self.inset
    func title(_ label: Typesetter.Label) {
      group.elements.append(
        setter.placed(label, at: Point(left, top + setter.ascent(.meta)), fill: .role(.inkSoft)))
      top += titleHeight
    }
    title(content.cardTitles.name)
    if let name = step.cardName {
      group.elements += setter.placed(
        names[index], of: name, at: Point(left, top + setter.ascent(.stage) + 2),
        column: right - left, fill: .role(.ink))
      top += max(Double(names[index].count) * theme.lineHeight(.stage), CanvasPaper.line) + 6
    } else {
      pen.writingLines(1, left: left, right: right, below: top - 4, into: &group)
      top += CanvasPaper.line + 6
    }
    title(content.cardTitles.channel)
    drawTicks(x: left, y: top + 3 * unit, of: step, into: &group)
    top += ticksHeight + 14 * unit
    title(content.cardTitles.felt)
    for (place, v) in [-1, -0.5, 0, 0.5, 1].enumerated() {
      let radius = feltHeight * 0.45
      let center = Point(
        left + radius + Double(place) * (right - left - 2 * radius) / 4,
        top + 3 * unit + feltHeight / 2)
      group.elements += pen.face(v, center: center, radius: radius)
    }
    top += feltHeight + 16 * unit
    drawLines(from: top, to: y + height - Self.inset, left: left, right: right, into: &group)
    return group
  }

  private func drawTicks(
    x: Double, y: Double, of step: CanvasContent.Step, into group: inout Group
  ) {
    let unit = setter.theme.scale
    let box = 13 * unit
    for (tick, frame, lines) in ticks {
      let middle = y + frame.y + frame.height / 2
      var left = x + frame.x
      group.add(
        .rect(Rect(x: left, y: middle - box / 2, width: box, height: box), radius: 2.5 * unit),
        stroke: Stroke(.role(.inkSoft), width: 1.2))
      left += box + 5 * unit
      if let icon = tick.icon {
        group.add(
          ChannelIcon.draw(
            icon, center: Point(left + 9 * unit, middle), size: 18 * unit, paint: .role(.ink)))
        left += 23 * unit
      }
      if let name = tick.name {
        let lineHeight = setter.theme.lineHeight(.cardNote)
        let block = Double(lines.count) * lineHeight
        group.elements += setter.placed(
          lines, of: name,
          at: Point(
            left,
            middle - block / 2 + lineHeight / 2 + 0.36 * setter.theme.style(.cardNote).size),
          fill: .role(.ink))
      } else if tick.icon == nil {
        pen.writingLine(
          left, x + frame.x + frame.width - 6, y: middle + box / 2, into: &group)
      }
    }
  }

  /// The fields to write in share what is left of the card: half of it for their words.
  private func drawLines(
    from y: Double, to bottom: Double, left: Double, right: Double, into group: inout Group
  ) {
    let titles = [
      content.cardTitles.quotes, content.cardTitles.pains, content.cardTitles.gains,
      content.cardTitles.owner,
    ]
    let titleHeight = setter.theme.lineHeight(.meta)
    let room = bottom - y - 4 * titleHeight
    let lines = max(4, Int(room / CanvasPaper.line))
    // One line each; further ones go to the words, then to pain, then to gain.
    var counts = [1, 1, 1, 1]
    for line in 0..<max(0, lines - 4) { counts[[0, 1, 2, 0][line % 4]] += 1 }
    // Never closer than handwriting needs, even where the words of a card are long.
    let spacing = max(CanvasPaper.line * 0.88, min(CanvasPaper.line * 1.15, room / Double(lines)))
    var top = y
    for (title, count) in zip(titles, counts) {
      guard top + titleHeight + spacing * Double(count) <= bottom + spacing else { break }
      group.elements.append(
        setter.placed(title, at: Point(left, top + setter.ascent(.meta)), fill: .role(.inkSoft)))
      top += titleHeight
      for line in 1...count {
        pen.writingLine(left, right, y: top + (Double(line) - 0.2) * spacing, into: &group)
      }
      top += spacing * Double(count)
    }
  }
}
