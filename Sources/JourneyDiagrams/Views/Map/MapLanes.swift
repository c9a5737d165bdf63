/// The rows under the plot: touchpoints, and what is known about each.
struct MapLanes {
  /// What stands in one column of a lane.
  struct Cell {
    /// Paragraphs under each other.
    var paragraphs: [Paragraph] = []
    /// The height of all paragraphs.
    var height = 0.0
  }

  /// A text broken into lines.
  struct Paragraph {
    var label: Typesetter.Label
    var lines: [Typesetter.Line]
    var paint: Paint
    /// A little room above, between two things of one cell.
    var gap: Double
    /// How far a decision has come, drawn as a mark before the first line.
    var mark: DecisionMark?
  }

  /// One row.
  struct Lane {
    var id: String
    var title: Typesetter.Label
    /// The ground of each cell; nil for none.
    var ground: ColorRole?
    var cells: [Cell]
    /// What concerns the journey as a whole, under the columns.
    var whole: Cell?
    var height: Double
    /// The height of the cells alone.
    var cellHeight: Double
  }

  let content: MapContent
  let frame: MapFrame
  let setter: Typesetter
  private(set) var lanes: [Lane] = []
  private let names: [[Typesetter.Line]]
  private let channels: [[Typesetter.Line]]
  /// The height of the touchpoints' cards.
  let cardHeight: Double

  static let padding = 14.0

  /// The titles of lanes; measured with everything else.
  struct Titles {
    var touchpoints: Typesetter.Label
    var quotes: Typesetter.Label
    var pains: Typesetter.Label
    var decisions: Typesetter.Label
    var backstage: Typesetter.Label
    var whole: Typesetter.Label

    init(_ words: Words, setter: Typesetter) {
      touchpoints = setter.add(words.touchpoints, .lane)
      quotes = setter.add(words.quotes, .lane)
      pains = setter.add(words.pains, .lane)
      decisions = setter.add(words.decisions, .lane)
      backstage = setter.add(words.backstage, .lane)
      whole = setter.add(words.wholeJourney, .meta)
    }

    var all: [Typesetter.Label] { [touchpoints, quotes, pains, decisions, backstage] }
  }

  private let titles: Titles

  init(_ content: MapContent, titles: Titles, frame: MapFrame, setter: Typesetter) throws {
    self.content = content
    self.frame = frame
    self.setter = setter
    self.titles = titles
    let inner = frame.cardWidth - 2 * Self.padding
    names = try content.columns.map { try setter.lines($0.name, width: inner) }
    channels = try content.columns.map { column in
      try column.channel.map { try setter.lines($0, width: inner) } ?? []
    }
    var tallest = 0.0
    for (name, channel) in zip(names, channels) {
      tallest = max(
        tallest,
        Double(name.count) * setter.theme.lineHeight(.cardTitle)
          + Double(channel.count) * setter.theme.lineHeight(.cardNote))
    }
    cardHeight = tallest + 26
    try addLanes()
  }

  private mutating func addLanes() throws {
    let width = frame.cardWidth - 2 * Self.padding
    let setting = self
    try add("quotes", titles.quotes, ground: nil) { column in
      try column.quotes.map {
        try setting.paragraph($0, width, .inkSoft, gap: 8)
      }
    }
    try add("pains", titles.pains, ground: .pain) { column in
      try column.pains.map { try setting.paragraph($0, width, .painInk, gap: 7) }
    }
    try add("decisions", titles.decisions, ground: .decision, whole: content.decisions) { column in
      try setting.decisions(column.decisions, width)
    }
    try add("backstage", titles.backstage, ground: nil) { column in
      try column.backstage.map { try setting.paragraph($0, width, .inkSoft, gap: 5) }
    }
  }

  private func paragraph(
    _ label: Typesetter.Label, _ width: Double, _ paint: ColorRole, gap: Double
  ) throws -> Paragraph {
    Paragraph(
      label: label, lines: try setter.lines(label, width: width), paint: .role(paint), gap: gap,
      mark: nil)
  }

  private func decisions(
    _ decisions: [MapContent.DecisionText], _ width: Double
  ) throws -> [Paragraph] {
    try decisions.flatMap { decision in
      var meta = try paragraph(
        decision.meta, width - DecisionMark.room, decision.hasOwner ? .inkSoft : .leaveInk, gap: 4)
      meta.mark = DecisionMark(decision.status)
      return [try paragraph(decision.text, width, .decisionInk, gap: 12), meta]
    }
  }

  private mutating func add(
    _ id: String, _ title: Typesetter.Label, ground: ColorRole?,
    whole: [MapContent.DecisionText] = [],
    _ paragraphs: (MapColumn) throws -> [Paragraph]
  ) throws {
    var cells = try content.columns.map { Cell(paragraphs: try paragraphs($0)) }
    for index in cells.indices { cells[index].height = height(of: cells[index].paragraphs) }
    let tallest = cells.map(\.height).max() ?? 0
    let cellHeight = tallest > 0 ? tallest + 20 : 0
    var lane = Lane(
      id: id, title: title, ground: ground, cells: cells, whole: nil, height: cellHeight,
      cellHeight: cellHeight)
    if !whole.isEmpty {
      let width = min(frame.readableRight - frame.plotLeft, 900) - 2 * Self.padding
      var cell = Cell(paragraphs: [try paragraph(titles.whole, width, .inkSoft, gap: 0)])
      cell.paragraphs += try decisions(whole, width)
      if cell.paragraphs.count > 1 { cell.paragraphs[1].gap = 4 }
      cell.height = height(of: cell.paragraphs)
      lane.whole = cell
      lane.height += cell.height + 20 + (cellHeight > 0 ? 10 : 0)
    }
    guard lane.height > 0 else { return }
    lane.height += 24
    lanes.append(lane)
  }

  private func height(of paragraphs: [Paragraph]) -> Double {
    var height = 0.0
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { height += paragraph.gap }
      height += Double(paragraph.lines.count) * setter.theme.lineHeight(paragraph.label.role)
    }
    return height
  }

  // MARK: Drawing

  /// The title of the cards' row, and title and rule of each lane, the first lane's top at `y`.
  func drawTitles(cards: Double, lanes top: Double) -> Group {
    var group = Group(id: "lanes", name: "lanes", isLayer: true)
    group.elements.append(
      setter.placed(
        titles.touchpoints, at: Point(frame.left, cards + 13 + setter.ascent(.cardTitle)),
        fill: .role(.inkSoft)))
    var y = top
    for lane in lanes {
      group.add(
        .line(Point(frame.left, y), Point(frame.right, y)), stroke: Stroke(.role(.line), width: 1.2)
      )
      group.elements.append(
        setter.placed(
          lane.title, at: Point(frame.left, y + 22 + setter.ascent(.body)), fill: .role(.inkSoft)))
      if let whole = lane.whole {
        let top = y + 12 + lane.cellHeight + (lane.cellHeight > 0 ? 10 : 0)
        group.elements += drawCell(
          whole, ground: lane.ground, x: frame.plotLeft + 6, y: top,
          width: min(frame.readableRight - frame.plotLeft - 12, 900), height: whole.height + 20)
      }
      y += lane.height
    }
    return group
  }

  /// The height of all lanes.
  var height: Double { lanes.reduce(0) { $0 + $1.height } }

  /// The card of one touchpoint.
  func drawCard(_ index: Int, y: Double) -> [Element] {
    let column = content.columns[index]
    let left = frame.cardLeft(index)
    var group = Group()
    let rect = Rect(x: left, y: y, width: frame.cardWidth, height: cardHeight)
    group.add(
      .rect(rect, radius: 9), fill: .role(.card), stroke: Stroke(.role(.line), width: 1.2))
    group.add(
      .rect(Rect(x: left, y: y, width: 5, height: cardHeight), radius: 2.5),
      fill: column.felt.map { .emotion($0) } ?? .role(.unknown))
    var baseline = y + 13 + setter.ascent(.cardTitle)
    let x = left + Self.padding
    let width = frame.cardWidth - 2 * Self.padding
    group.elements += setter.placed(
      names[index], of: column.name, at: Point(x, baseline), column: width, fill: .role(.ink))
    baseline += Double(names[index].count) * setter.theme.lineHeight(.cardTitle)
    if let channel = column.channel {
      group.elements += setter.placed(
        channels[index], of: channel, at: Point(x, baseline + 1), column: width,
        fill: .role(.inkSoft))
    }
    return group.elements
  }

  /// What the lanes say about one touchpoint, the first lane's top at `y`.
  func drawCells(_ index: Int, y: Double) -> [Element] {
    var elements: [Element] = []
    var top = y
    for lane in lanes {
      let cell = lane.cells[index]
      if !cell.paragraphs.isEmpty {
        elements += drawCell(
          cell, ground: lane.ground, x: frame.cardLeft(index), y: top + 12, width: frame.cardWidth,
          height: lane.cellHeight)
      }
      top += lane.height
    }
    return elements
  }

  private func drawCell(
    _ cell: Cell, ground: ColorRole?, x: Double, y: Double, width: Double, height: Double
  ) -> [Element] {
    var group = Group()
    if let ground {
      group.add(
        .rect(Rect(x: x, y: y, width: width, height: height), radius: 8), fill: .role(ground))
    }
    var line = y + 10
    for (index, paragraph) in cell.paragraphs.enumerated() {
      if index > 0 { line += paragraph.gap }
      let role = paragraph.label.role
      let baseline = line + setter.ascent(role)
      var left = x + Self.padding
      var column = width - 2 * Self.padding
      if let mark = paragraph.mark {
        let isReversed = setter.standsAtRight(paragraph.label)
        let center = Point(isReversed ? left + column - 5 : left + 5, baseline - 4.5)
        group.elements += mark.draw(center: center, ground: ground ?? .paper)
        if !isReversed { left += DecisionMark.room }
        column -= DecisionMark.room
      }
      group.elements += setter.placed(
        paragraph.lines, of: paragraph.label, at: Point(left, baseline), column: column,
        fill: paragraph.paint)
      line += Double(paragraph.lines.count) * setter.theme.lineHeight(role)
    }
    return group.elements
  }
}
