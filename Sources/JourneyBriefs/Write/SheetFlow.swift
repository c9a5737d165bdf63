import JourneyDiagrams

/// Places items under each other, on as many sheets as they need.
struct SheetFlow {
  /// What stands on one sheet.
  struct Content {
    var elements: [Element] = []
    var pictures: [Picture] = []
    var frames: [Rect] = []
  }

  /// An item that is set: how high it is, and what is drawn when its top is known.
  struct Block {
    var above: Double
    var height: Double
    var draw: (Double) -> Content
  }

  private let setter: Typesetter
  let theme: Theme
  private var sheets: [Content] = [Content()]
  private var y = SheetFlow.top
  /// What waits for the item that it stays with.
  private var waiting: [Block] = []
  /// The titles of the table that is being set, repeated where it goes on.
  private var titles: Block?
  /// Whether the titles of a table are among what waits.
  private var beginsTable = false

  static let top = 32.0
  static let bottom = BriefSheets.height - 44

  /// How much of the usual space stands between items, 0…1.
  private let air: Double

  init(setter: Typesetter, theme: Theme, air: Double = 1) {
    self.setter = setter
    self.theme = theme
    self.air = air
  }

  /// Places an item.
  mutating func place(_ item: SheetItem) throws {
    let block = try block(item)
    switch item {
    case .text(_, _, _, _, keeps: true):
      waiting.append(block)
      return
    case .row(_, _, isTitle: true, _, _):
      titles = block
      waiting.append(block)
      beginsTable = true
      return
    case .row(_, _, _, _, keeps: true):
      waiting.append(block)
      return
    default: break
    }
    let blocks = waiting + [block]
    waiting = []
    defer { beginsTable = false }
    let height = blocks.reduce(0) { $0 + air * $1.above + $1.height }
    if y + height > Self.bottom, y > Self.top {
      sheets.append(Content())
      y = Self.top
      if case .row = item, !beginsTable, let titles { put(titles) }
    }
    for block in blocks { put(block) }
  }

  /// The sheets.
  mutating func finished() -> [Content] {
    for block in waiting { put(block) }
    waiting = []
    return sheets
  }

  private mutating func put(_ block: Block) {
    if y > Self.top { y += air * block.above }
    let content = block.draw(y)
    sheets[sheets.count - 1].elements += content.elements
    sheets[sheets.count - 1].pictures += content.pictures
    sheets[sheets.count - 1].frames += content.frames
    y += block.height
  }

  // MARK: Setting

  private func block(_ item: SheetItem) throws -> Block {
    switch item {
    case .text(let label, let paint, let above, let bullet, _):
      return try text(label, paint, above: above, bullet: bullet)
    case .headline(let label, let isUrgent): return try headline(label, isUrgent)
    case .figures(let figures): return try self.figures(figures)
    case .ask(let number, let what, let by, let isOverdue, let reasons):
      return try ask(number, what, by, isOverdue, reasons)
    case .quotes(let quotes):
      return Self.beside(
        try quotes.enumerated().map { index, quote in
          let (x, width) = Self.half(index)
          return try self.quote(quote.words, quote.source, x: x, width: width)
        }, above: 4)
    case .short(let sections):
      return Self.beside(
        try sections.enumerated().map { index, section in
          let (x, width) = Self.half(index)
          return try short(section.title, section.lines, x: x, width: width)
        }, above: 8)
    case .row(let cells, let columns, let isTitle, let isFirst, _):
      return try row(cells, columns, isTitle: isTitle, isFirst: isFirst)
    case .picture(let picture, let caption): return try self.picture(picture, caption)
    }
  }

  /// Lines of text in a column, and how high they are.
  private func column(
    _ label: Typesetter.Label, x: Double, width: Double, paint: ColorRole,
    anchor: TextLine.Anchor = .left
  ) throws -> (height: Double, draw: (Double) -> [Element]) {
    let lines = Self.isolated(try setter.lines(label, width: width))
    let height = Double(lines.count) * theme.lineHeight(label.role)
    let setter = setter
    return (
      height,
      { top in
        setter.placed(
          lines, of: label,
          at: Point(anchor == .right ? x + width : x, top + setter.ascent(label.role) + 2),
          anchor: anchor, fill: .role(paint))
      }
    )
  }

  /// Lines in which isolates that go over from one to the next are closed and opened again.
  private static func isolated(_ lines: [Typesetter.Line]) -> [Typesetter.Line] {
    var isOpen = false
    return lines.map { line in
      var line = line
      if isOpen { line.text = "\u{2068}" + line.text }
      for scalar in line.text.unicodeScalars {
        if scalar == "\u{2068}" { isOpen = true } else if scalar == "\u{2069}" { isOpen = false }
      }
      if isOpen { line.text += "\u{2069}" }
      return line
    }
  }

  private func text(
    _ label: Typesetter.Label, _ paint: ColorRole, above: Double, bullet: Bool,
    x: Double = BriefSheets.margin, width: Double = BriefSheets.measure
  ) throws -> Block {
    let indent = bullet ? 12.0 : 0
    let words = try column(label, x: x + indent, width: width - indent, paint: paint)
    let middle = theme.lineHeight(label.role) / 2
    return Block(above: above, height: words.height) { top in
      var elements = words.draw(top)
      if bullet {
        elements.append(
          .shape(
            Shape(.circle(Point(x + 3, top + middle), radius: 1.8), fill: .role(.inkSoft))))
      }
      return Content(elements: elements)
    }
  }

  /// The left edge and the width of the first or the second of two columns.
  private static func half(_ index: Int) -> (x: Double, width: Double) {
    let gap = 26.0
    let width = (BriefSheets.measure - gap) / 2
    return (BriefSheets.margin + Double(index) * (width + gap), width)
  }

  /// Blocks whose tops stand at one height.
  private static func beside(_ blocks: [Block], above: Double) -> Block {
    Block(above: above, height: blocks.reduce(0) { max($0, $1.height) }) { top in
      Content(elements: blocks.flatMap { $0.draw(top).elements })
    }
  }

  /// Blocks under each other.
  private static func under(_ blocks: [Block]) -> Block {
    let height = blocks.reduce(0) { $0 + $1.above + $1.height }
    return Block(above: 0, height: height) { top in
      var y = top
      var elements: [Element] = []
      for block in blocks {
        elements += block.draw(y + block.above).elements
        y += block.above + block.height
      }
      return Content(elements: elements)
    }
  }

  private func short(
    _ title: Typesetter.Label, _ lines: [Typesetter.Label], x: Double, width: Double
  ) throws -> Block {
    let heading = try text(title, .ink, above: 0, bullet: false, x: x, width: width)
    return Self.under(
      [heading]
        + (try lines.map { try text($0, .ink, above: 2, bullet: true, x: x, width: width) }))
  }

  private func headline(_ label: Typesetter.Label, _ isUrgent: Bool) throws -> Block {
    let words = try column(
      label, x: BriefSheets.margin + 15, width: BriefSheets.measure - 15, paint: .ink)
    return Block(above: 7, height: words.height) { top in
      let bar = Rect(x: BriefSheets.margin, y: top, width: 4, height: words.height)
      return Content(
        elements: [
          .shape(Shape(.rect(bar, radius: 0), fill: .role(isUrgent ? .leave : .ink)))
        ] + words.draw(top))
    }
  }

  private func figures(
    _ figures: [(value: Typesetter.Label, label: Typesetter.Label, isBad: Bool)]
  ) throws -> Block {
    let gap = 18.0
    let width = (BriefSheets.measure - gap * Double(figures.count - 1)) / Double(figures.count)
    let columns = try figures.enumerated().map { index, figure in
      let x = BriefSheets.margin + Double(index) * (width + gap)
      let number = setter.width(figure.value) + 7
      // The words stand on the number's line, or under one that leaves no room.
      let isBeside = number < 0.6 * width
      let value = try column(
        figure.value, x: x, width: width, paint: figure.isBad ? .leaveInk : .ink)
      let label = try column(
        figure.label, x: isBeside ? x + number : x, width: isBeside ? width - number : width,
        paint: .inkSoft)
      let drop =
        isBeside
        ? setter.ascent(figure.value.role) - setter.ascent(figure.label.role) : value.height
      return (value: value, label: label, drop: drop)
    }
    let height = columns.reduce(0) { max($0, $1.value.height, $1.drop + $1.label.height) }
    return Block(above: 8, height: height) { top in
      Content(elements: columns.flatMap { $0.value.draw(top) + $0.label.draw(top + $0.drop) })
    }
  }

  private func ask(
    _ number: Typesetter.Label, _ what: Typesetter.Label, _ by: Typesetter.Label,
    _ isOverdue: Bool, _ reasons: [Typesetter.Label]
  ) throws -> Block {
    let (left, right) = (BriefSheets.margin, BriefSheets.width - BriefSheets.margin)
    let byWidth = 190.0
    let first = try column(
      what, x: left + 32, width: right - left - 32 - byWidth - 22, paint: .ink)
    let date = try column(
      by, x: right - byWidth - 10, width: byWidth, paint: isOverdue ? .leaveInk : .inkSoft,
      anchor: .right)
    let why = try reasons.map {
      try column($0, x: left + 32, width: right - left - 44, paint: .inkSoft)
    }
    let head = max(first.height, date.height)
    let height = 9 + head + why.reduce(0) { $0 + $1.height }
    let setter = setter
    return Block(above: 4, height: height) { top in
      var elements: [Element] = [
        .shape(
          Shape(
            .rect(Rect(x: left, y: top, width: right - left, height: height), radius: 6),
            fill: .role(.band))),
        .shape(Shape(.circle(Point(left + 16, top + 12), radius: 7.5), fill: .role(.badge))),
        setter.placed(
          number, at: Point(left + 16, top + 15.4), anchor: .middle, fill: .role(.onBadge)),
      ]
      elements += first.draw(top + 4) + date.draw(top + 4)
      var y = top + 4 + head
      for line in why {
        elements += line.draw(y)
        y += line.height
      }
      return Content(elements: elements)
    }
  }

  private func quote(
    _ words: Typesetter.Label, _ source: Typesetter.Label, x: Double, width: Double
  ) throws -> Block {
    let said = try column(words, x: x, width: width, paint: .ink)
    let from = try column(source, x: x, width: width, paint: .inkSoft)
    return Block(above: 0, height: said.height + from.height) { top in
      Content(elements: said.draw(top) + from.draw(top + said.height))
    }
  }

  private func row(
    _ cells: [SheetItem.Cell], _ columns: [Brief.Column], isTitle: Bool, isFirst: Bool
  ) throws -> Block {
    let gap = 9.0
    let weights = columns.reduce(0) { $0 + $1.weight }
    let room = BriefSheets.measure - gap * Double(columns.count - 1)
    var x = BriefSheets.margin
    var parts: [(height: Double, draw: (Double) -> [Element])] = []
    for (cell, column) in zip(cells, columns) {
      let width = room * column.weight / weights
      parts.append(try self.cell(cell, column, x: x, width: width, isTitle: isTitle))
      x += width + gap
    }
    let height = parts.reduce(0) { max($0, $1.height) } + (5 * air).rounded()
    return Block(above: isTitle ? 1 : 0, height: height) { top in
      var elements = parts.flatMap { $0.draw(top + 2) }
      let y = isTitle ? top + height : top
      if isTitle || !isFirst {
        elements.append(
          .shape(
            Shape(
              .line(
                Point(BriefSheets.margin, y), Point(BriefSheets.width - BriefSheets.margin, y)),
              stroke: Stroke(.role(isTitle ? .axis : .line), width: 1))))
      }
      return Content(elements: elements)
    }
  }

  private func cell(
    _ cell: SheetItem.Cell, _ column: Brief.Column, x: Double, width: Double, isTitle: Bool
  ) throws -> (height: Double, draw: (Double) -> [Element]) {
    let anchor: TextLine.Anchor = column.isNumber ? .right : .left
    let text = try self.column(
      cell.text, x: x, width: width, paint: isTitle ? .inkSoft : .ink, anchor: anchor)
    let detail = try cell.detail.map {
      try self.column($0, x: x, width: width, paint: .inkSoft, anchor: anchor)
    }
    let textWidth = try setter.lines(cell.text, width: width).first?.width ?? 0
    let middle = theme.lineHeight(cell.text.role) / 2 + 1
    return (
      text.height + (detail?.height ?? 0),
      { top in
        var elements = text.draw(top)
        if let detail { elements += detail.draw(top + text.height) }
        if let feeling = cell.feeling {
          let center = Point(
            column.isNumber ? x + width - textWidth - 11 : x - 9, top + middle)
          elements += Self.face(feeling, isAssumed: cell.isAssumed, center: center)
        }
        return elements
      }
    )
  }

  /// A face; hollow where nobody was asked.
  private static func face(_ feeling: Double, isAssumed: Bool, center: Point) -> [Element] {
    guard isAssumed else { return Face.draw(feeling, center: center, radius: 5.6) }
    return [
      .shape(
        Shape(
          .circle(center, radius: 5), fill: .role(.paper),
          stroke: Stroke(.emotion(feeling), width: 1.3)))
    ]
  }

  private func picture(_ picture: Picture, _ caption: Typesetter.Label) throws -> Block {
    let words = try column(
      caption, x: BriefSheets.margin, width: BriefSheets.measure, paint: .inkSoft)
    // A map is wide and low, its letters sized for the whole measure; an atlas is nearly as high as
    // it is wide.
    let most = picture.height > 0.6 * picture.width ? 430.0 : .infinity
    let scale = min(BriefSheets.measure / picture.width, most / picture.height)
    let height = picture.height * scale
    return Block(above: 4, height: height + 4 + words.height) { top in
      Content(
        elements: words.draw(top + height + 4), pictures: [picture],
        frames: [
          Rect(x: BriefSheets.margin, y: top, width: BriefSheets.measure, height: height)
        ])
    }
  }
}
