/// The rows under the plot: touchpoints, and what is known about each.
struct MapLanes {
  /// A text broken into lines.
  private struct Paragraph {
    var entry: MapContent.Entry
    var lines: [Typesetter.Line]
  }

  /// What stands in one column of a lane.
  private struct Cell {
    /// Paragraphs under each other.
    var paragraphs: [Paragraph] = []
    /// The height of all paragraphs.
    var height = 0.0
  }

  /// One row.
  private struct Row {
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

  /// The titles of lanes; measured with everything else.
  struct Titles {
    fileprivate let touchpoints: Typesetter.Label?
    fileprivate let lanes: [Typesetter.Label]
    fileprivate let whole: Typesetter.Label

    init(_ form: MapForm, _ words: Words, setter: Typesetter) {
      touchpoints = form.isCompact || form.isStrip ? nil : setter.add(words.touchpoints, .lane)
      lanes = form.lanes.map { setter.add($0.title(words), .lane) }
      whole = setter.add(words.wholeJourney, .meta)
    }

    /// The width of the widest.
    func width(_ setter: Typesetter) -> Double {
      (lanes + [touchpoints].compactMap { $0 }).map(setter.width).max() ?? 0
    }
  }

  private let content: MapContent
  private let frame: MapFrame
  private let setter: Typesetter
  private let titles: Titles
  private let cards: MapCards
  private var rows: [Row] = []

  static let padding = 14.0

  init(_ content: MapContent, titles: Titles, frame: MapFrame, setter: Typesetter) throws {
    self.content = content
    self.frame = frame
    self.setter = setter
    self.titles = titles
    cards = try MapCards(content, frame: frame, setter: setter)
    for (index, lane) in content.form.lanes.enumerated() {
      try add(lane, titles.lanes[index], content.columns.map { $0.cells[index] })
    }
  }

  private mutating func add(
    _ lane: Lane, _ title: Typesetter.Label, _ entries: [[MapContent.Entry]]
  ) throws {
    let width = frame.cardWidth - 2 * Self.padding
    let cells = try entries.map { try cell($0, width: width) }
    let tallest = cells.map(\.height).max() ?? 0
    let cellHeight = tallest > 0 ? tallest + 20 : 0
    var row = Row(
      title: title, ground: lane.ground, cells: cells, whole: nil, height: cellHeight,
      cellHeight: cellHeight)
    if lane == .decisions, !content.decisions.isEmpty {
      let wide = min(frame.readableRight - frame.plotLeft, 900) - 2 * Self.padding
      let head = MapContent.Entry(text: titles.whole, ink: .inkSoft, gap: 0, mark: nil)
      var entries = [head] + content.decisions
      entries[1].gap = 4
      let cell = try cell(entries, width: wide)
      row.whole = cell
      row.height += cell.height + 20 + (cellHeight > 0 ? 10 : 0)
    }
    guard row.height > 0 else { return }
    row.height += 24
    rows.append(row)
  }

  private func cell(_ entries: [MapContent.Entry], width: Double) throws -> Cell {
    var cell = Cell()
    for (index, entry) in entries.enumerated() {
      let room = width - (entry.mark == nil ? 0 : DecisionMark.room)
      let lines = try setter.lines(entry.text, width: room)
      cell.paragraphs.append(Paragraph(entry: entry, lines: lines))
      if index > 0 { cell.height += entry.gap }
      cell.height += Double(lines.count) * setter.theme.lineHeight(entry.text.role)
    }
    return cell
  }

  // MARK: Drawing

  /// The height of the touchpoints' names.
  var cardHeight: Double { cards.height }

  /// The height of all lanes.
  var height: Double { rows.reduce(0) { $0 + $1.height } }

  /// The title of the cards' row, and title and rule of each lane, the first lane's top at `y`.
  func drawTitles(cards: Double, lanes top: Double) -> Group {
    var group = Group(id: "lanes", name: "lanes", isLayer: true)
    if let title = titles.touchpoints {
      group.elements.append(
        setter.placed(
          title, at: Point(frame.left, cards + 13 + setter.ascent(.cardTitle)),
          fill: .role(.inkSoft)))
    }
    var y = top
    for row in rows {
      group.add(
        .line(Point(frame.left, y), Point(frame.right, y)), stroke: Stroke(.role(.line), width: 1.2)
      )
      group.elements.append(
        setter.placed(
          row.title, at: Point(frame.left, y + 22 + setter.ascent(.body)), fill: .role(.inkSoft)))
      if let whole = row.whole {
        let top = y + 12 + row.cellHeight + (row.cellHeight > 0 ? 10 : 0)
        group.elements += drawCell(
          whole, ground: row.ground, x: frame.plotLeft + 6, y: top,
          width: min(frame.readableRight - frame.plotLeft - 12, 900), height: whole.height + 20)
      }
      y += row.height
    }
    return group
  }

  /// The name of one touchpoint, its top at `y`.
  func drawCard(_ index: Int, y: Double) -> [Element] { cards.draw(index, y: y) }

  /// What the lanes say about one touchpoint, the first lane's top at `y`.
  func drawCells(_ index: Int, y: Double) -> [Element] {
    var elements: [Element] = []
    var top = y
    for row in rows {
      let cell = row.cells[index]
      if !cell.paragraphs.isEmpty {
        elements += drawCell(
          cell, ground: row.ground, x: frame.cardLeft(index), y: top + 12, width: frame.cardWidth,
          height: row.cellHeight)
      }
      top += row.height
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
      let entry = paragraph.entry
      if index > 0 { line += entry.gap }
      let role = entry.text.role
      let baseline = line + setter.ascent(role)
      var left = x + Self.padding
      var column = width - 2 * Self.padding
      if let mark = entry.mark {
        let isReversed = setter.standsAtRight(entry.text)
        let center = Point(isReversed ? left + column - 5 : left + 5, baseline - 4.5)
        group.add(mark.draw(center: center, ground: ground ?? .paper))
        if !isReversed { left += DecisionMark.room }
        column -= DecisionMark.room
      }
      group.elements += setter.placed(
        paragraph.lines, of: entry.text, at: Point(left, baseline), column: column,
        fill: .role(entry.ink))
      line += Double(paragraph.lines.count) * setter.theme.lineHeight(role)
    }
    return group.elements
  }
}
