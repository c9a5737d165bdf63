import JourneyAnalysis
import JourneyModel

/// The sheets of a canvas that show the journey: stages, an empty emotion grid, and lines to write
/// on under each touchpoint.
struct CanvasMap {
  private let content: CanvasContent
  private let setter: Typesetter
  private let pen: CanvasPen
  /// How many touchpoints stand on a sheet.
  let perSheet: Int
  /// Every touchpoint, and blank ones up to the end of the last sheet.
  let steps: [CanvasContent.Step]
  /// The height of a sheet: that of the paper, or a multiple where words need more.
  let sheetHeight: Double
  private let axisWidth: Double
  private let titleLines: [Typesetter.Line]
  private let subtitleLines: [Typesetter.Line]
  private let footLines: [(Typesetter.Label, [Typesetter.Line])]
  private let cards: [(name: [Typesetter.Line], channel: [Typesetter.Line])]
  private let cardHeight: Double
  private let gridHeight: Double
  /// How many lines each row has.
  private let rowLines: [Int]
  /// The stages of each sheet.
  private let stages: [(runs: [StageRun], band: StageBand)]

  private static let fieldsWidth = 400.0

  private var left: Double { CanvasPaper.margin }
  private var right: Double { CanvasPaper.width - CanvasPaper.margin }
  private var plotLeft: Double { left + axisWidth }
  private var columnWidth: Double { (right - plotLeft) / Double(perSheet) }

  /// How many sheets there are.
  var sheets: Int { steps.count / perSheet }

  init(_ content: CanvasContent, stages: [[StageRun]], perSheet: Int, setter: Typesetter) throws {
    self.content = content
    self.setter = setter
    self.perSheet = perSheet
    pen = CanvasPen(setter: setter)
    steps = content.filled(to: perSheet)
    let theme = setter.theme
    let inner = CanvasPaper.width - 2 * CanvasPaper.margin
    axisWidth = Self.axisWidth(content, setter)
    let column = (inner - axisWidth) / Double(perSheet)
    let plotLeft = CanvasPaper.margin + axisWidth
    let placed = try stages.map { runs in
      let band = try StageBand(runs, setter: setter) { index in
        let left = plotLeft + column * Double(index)
        return (left, left + column)
      }
      return (runs: runs, band: band)
    }
    self.stages = placed
    titleLines = try setter.lines(content.title, width: inner - Self.fieldsWidth)
    subtitleLines = try setter.lines(content.subtitle, width: inner - Self.fieldsWidth)
    footLines = try [content.leftOut].compactMap { $0 }.map {
      ($0, try setter.lines($0, width: inner - 200))
    }

    let text = column - 26
    cards = try steps.map { step in
      (
        try step.name.map { try setter.lines($0, width: text) } ?? [],
        try step.channelName.map { try setter.lines($0, width: text - 28 * theme.scale) } ?? []
      )
    }
    var card = 3 * CanvasPaper.line
    for lines in cards {
      card = max(
        card,
        26 + Double(lines.name.count) * theme.lineHeight(.cardTitle)
          + Double(lines.channel.count) * theme.lineHeight(.cardNote))
    }
    cardHeight = card
    let band = placed.map(\.band.height).max() ?? 0
    let head =
      Double(titleLines.count) * theme.lineHeight(.title)
      + Double(subtitleLines.count) * theme.lineHeight(.subtitle) + 22
    let foot = Double(1 + footLines.reduce(0) { $0 + $1.1.count }) * theme.lineHeight(.meta) + 8
    let rest =
      2 * CanvasPaper.margin + head + max(band, CanvasPaper.line + 10) + 14 + card + 22 + foot
    func height(_ lines: [Int]) -> Double {
      rest + lines.reduce(0) { $0 + Double($1) * CanvasPaper.line + 14 }
    }
    // The grid takes what is left of the paper, as long as that is enough to draw in; long words
    // cost lines before they cost a second paper.
    let all = content.rows.map(\.lines)
    let fewer = [all, all.map { max(1, $0 - 1) }, all.map { _ in 1 }]
    let least = 60 * CanvasPaper.millimetre
    rowLines = fewer.first { height($0) + least <= CanvasPaper.height } ?? all
    let fixed = height(rowLines)
    let papers = ((fixed + least) / CanvasPaper.height).rounded(.up)
    sheetHeight = papers * CanvasPaper.height
    gridHeight = sheetHeight - fixed
  }

  /// The width of the words at the left: names of feelings and rows.
  private static func axisWidth(_ content: CanvasContent, _ setter: Typesetter) -> Double {
    let levels = content.levels.map { setter.width($0.name) + 44 * setter.theme.scale }
    let titles = (content.rows.map(\.title) + [content.stages, content.steps]).map(setter.width)
    return min(max(levels.max() ?? 0, titles.max() ?? 0) + 16, 0.3 * CanvasPaper.width)
  }

  /// How many columns fit beside the words, wide enough for handwriting.
  static func columns(_ content: CanvasContent, _ setter: Typesetter) -> Int {
    let room = CanvasPaper.width - 2 * CanvasPaper.margin - axisWidth(content, setter)
    let least = CanvasPaper.column * max(1, 0.75 * setter.theme.scale)
    return max(2, Int(room / least))
  }

  // MARK: Drawing

  /// A sheet, its top at `y`.
  func draw(_ sheet: Int, number: Typesetter.Label, y: Double) -> Group {
    var layer = Group(id: "sheet.\(sheet + 1)", name: "sheet/\(sheet + 1)", isLayer: true)
    let theme = setter.theme
    var top = y + CanvasPaper.margin
    layer.elements += setter.placed(
      titleLines, of: content.title, at: Point(left, top + setter.ascent(.title)),
      fill: .role(.ink))
    let fields = right - Self.fieldsWidth + 30
    pen.field(
      content.team, left: fields, right: fields + 215, y: top + setter.ascent(.title),
      into: &layer)
    pen.field(
      content.date, left: fields + 230, right: right, y: top + setter.ascent(.title), into: &layer)
    top += Double(titleLines.count) * theme.lineHeight(.title)
    layer.elements += setter.placed(
      subtitleLines, of: content.subtitle, at: Point(left, top + setter.ascent(.subtitle)),
      fill: .role(.inkSoft))
    top += Double(subtitleLines.count) * theme.lineHeight(.subtitle) + 22

    let bandHeight = max(stages.map(\.band.height).max() ?? 0, CanvasPaper.line + 10)
    drawStages(sheet, y: top, height: bandHeight, into: &layer)
    top += bandHeight + 14
    drawGrid(y: top, into: &layer)
    top += gridHeight
    title(content.steps, y: top + 12, into: &layer)
    let rowsTop = top + cardHeight + 22
    drawRows(y: rowsTop, into: &layer)
    for (index, step) in steps[(sheet * perSheet)..<((sheet + 1) * perSheet)].enumerated() {
      layer.add(drawStep(step, cards[sheet * perSheet + index], index, card: top))
    }
    let foot = y + sheetHeight - CanvasPaper.margin
    layer.elements.append(
      setter.placed(number, at: Point(right, foot - 3), anchor: .right, fill: .role(.inkSoft)))
    var baseline = foot - 3
    for (label, lines) in footLines.reversed() {
      baseline -= Double(lines.count - 1) * theme.lineHeight(.meta)
      layer.elements += setter.placed(
        lines, of: label, at: Point(left, baseline), fill: .role(.inkSoft))
    }
    return layer
  }

  private func title(_ label: Typesetter.Label, y: Double, into layer: inout Group) {
    layer.elements.append(
      setter.placed(label, at: Point(left, y + setter.ascent(label.role)), fill: .role(.inkSoft)))
  }

  /// The stages; a dashed field to write in where there is none.
  private func drawStages(
    _ sheet: Int, y: Double, height: Double, into layer: inout Group
  ) {
    let middle = y + height / 2 + 0.36 * setter.theme.style(.lane).size
    layer.elements.append(
      setter.placed(content.stages, at: Point(left, middle), fill: .role(.inkSoft)))
    let (runs, band) = stages[sheet]
    for run in runs where run.stage == nil {
      let x = plotLeft + Double(run.range.lowerBound) * columnWidth
      let width = Double(run.range.count) * columnWidth
      layer.add(
        .rect(Rect(x: x + 4, y: y, width: width - 8, height: height), radius: 6),
        stroke: Stroke(.role(.belief), width: 1, dashes: [5, 4]))
    }
    var group = band.draw(y: y + (height - band.height) / 2)
    group.id = nil
    group.isLayer = false
    for index in group.elements.indices {
      if case .group(var stage) = group.elements[index] {
        stage.id = nil
        stage.isLayer = false
        group.elements[index] = .group(stage)
      }
    }
    layer.add(group)
  }

  /// The empty grid: a line for each feeling, a face at its left, and a rule between columns.
  private func drawGrid(y: Double, into layer: inout Group) {
    let inset = max(24, 14 * setter.theme.scale)
    let unit = setter.theme.scale
    for level in content.levels {
      let place = y + inset + (1 - level.v) / 2 * (gridHeight - 2 * inset)
      let isNeutral = level.v == 0
      layer.add(
        .line(Point(plotLeft, place), Point(right, place)),
        stroke: Stroke(
          .role(.belief), width: isNeutral ? 1.4 : 0.8, dashes: isNeutral ? [] : [2, 5]))
      let size = setter.theme.style(.axis).size
      layer.elements.append(
        setter.placed(level.name, at: Point(left, place + 0.36 * size), fill: .role(.inkSoft)))
      layer.elements += pen.face(
        level.v, center: Point(plotLeft - 20 * unit, place), radius: 11 * unit)
    }
    for column in 0...perSheet {
      let x = plotLeft + Double(column) * columnWidth
      layer.add(.line(Point(x, y), Point(x, y + gridHeight)), stroke: pen.hairline)
    }
  }

  private func drawRows(y: Double, into layer: inout Group) {
    var top = y
    for (row, lines) in zip(content.rows, rowLines) {
      let height = Double(lines) * CanvasPaper.line + 14
      layer.add(.line(Point(left, top), Point(right, top)), stroke: pen.hairline)
      title(row.title, y: top + 8, into: &layer)
      for column in 0..<perSheet {
        let x = plotLeft + Double(column) * columnWidth
        pen.writingLines(
          lines, left: x + 8, right: x + columnWidth - 8, below: top + 2, into: &layer)
      }
      top += height
    }
  }

  /// The card of one touchpoint over its column; with lines to write on where it is blank.
  private func drawStep(
    _ step: CanvasContent.Step,
    _ lines: (name: [Typesetter.Line], channel: [Typesetter.Line]), _ column: Int, card y: Double
  ) -> Group {
    var group = Group()
    if let touchpoint = step.touchpoint {
      let id = touchpoint.id.rawValue
      group = Group(
        id: "touchpoint." + XMLName.escaped(id), name: "touchpoint/" + id, isLayer: true,
        title: touchpoint.name, summary: step.channel?.name)
    }
    let x = plotLeft + Double(column) * columnWidth
    let rect = Rect(x: x + 5, y: y + 8, width: columnWidth - 10, height: cardHeight)
    group.add(.rect(rect, radius: 8), stroke: Stroke(.role(.inkSoft), width: 1.2))
    guard let name = step.name else {
      pen.writingLines(2, left: rect.x + 10, right: rect.maxX - 10, below: rect.y, into: &group)
      return group
    }
    let theme = setter.theme
    let inner = columnWidth - 26
    var top = rect.y + 9
    group.elements += setter.placed(
      lines.name, of: name, at: Point(x + 13, top + setter.ascent(.cardTitle)), column: inner,
      fill: .role(.ink))
    top += Double(lines.name.count) * theme.lineHeight(.cardTitle) + 4
    guard let channel = step.channelName else { return group }
    let size = 17 * theme.scale
    let isReversed = setter.standsAtRight(channel)
    var shift = 0.0
    if let icon = ChannelIcon.draw(
      step.channel,
      center: Point(
        isReversed ? x + 13 + inner - size / 2 : x + 13 + size / 2,
        top + theme.lineHeight(.cardNote) / 2),
      size: size, paint: .role(.inkSoft))
    {
      group.add(icon)
      shift = size + 7 * theme.scale
    }
    group.elements += setter.placed(
      lines.channel, of: channel,
      at: Point(
        isReversed ? x + 13 : x + 13 + shift,
        top + theme.lineHeight(.cardNote) / 2 + 0.36 * theme.style(.cardNote).size),
      column: inner - shift, fill: .role(.inkSoft))
    return group
  }
}
