/// The rows under the plot: names, and what became of each touchpoint.
struct DiffLanes {
  private struct Paragraph {
    var entry: DiffContent.Entry
    var lines: [Typesetter.Line]
  }

  private let content: DiffContent
  private let frame: DiffFrame
  private let setter: Typesetter
  private let names: [[Typesetter.Line]]
  private let channels: [[Typesetter.Line]]
  private let cells: [[[Paragraph]]]
  private let heights: [Double]
  /// The height of the cards with the names.
  let cardHeight: Double

  private var k: Double { setter.theme.scale }
  private var isBrief: Bool { setter.theme.isBrief }
  private var padding: Double { Self.padding(setter.theme) }
  private static func padding(_ theme: Theme) -> Double { (theme.isBrief ? 1 : 12) * theme.scale }
  private var iconRoom: Double { 20 * k }
  private static let signRoom = 20.0
  private var signRoom: Double { Self.signRoom * k }

  init(_ content: DiffContent, frame: DiffFrame, setter: Typesetter) throws {
    self.content = content
    self.frame = frame
    self.setter = setter
    let (theme, k) = (setter.theme, setter.theme.scale)
    let room = frame.columnWidth - 2 * frame.gap(theme) - 2 * Self.padding(theme)
    names = try content.columns.map { try setter.lines($0.name, width: room) }
    channels = try content.columns.map { column in
      try column.channel.map {
        try setter.lines($0, width: room - (column.icon == nil ? 0 : 20 * k))
      } ?? []
    }
    cardHeight =
      (zip(names, channels).map { name, channel in
        Double(name.count) * theme.lineHeight(.cardTitle)
          + Double(channel.count) * theme.lineHeight(.cardNote)
      }.max() ?? 0) + (theme.isBrief ? 6 : 26) * k
    let cells = try content.columns.map { column in
      try column.cells.map { cell in
        try cell.map { entry in
          Paragraph(
            entry: entry,
            lines: try setter.lines(
              entry.text, width: room - (entry.sign == nil ? 0 : Self.signRoom * k)))
        }
      }
    }
    self.cells = cells
    heights = content.lanes.indices.map { lane in
      let tallest =
        content.columns.indices.map { index in
          cells[index][lane].reduce(0) {
            $0 + Double($1.lines.count) * theme.lineHeight($1.entry.text.role)
          }
        }.max() ?? 0
      return tallest + (theme.isBrief ? 12 : 28) * k
    }
  }

  /// The height of cards and lanes.
  var height: Double {
    cardHeight + (heights.isEmpty ? 0 : (isBrief ? 6 : 18) * k) + heights.reduce(0, +)
  }

  private func laneTops(_ y: Double) -> [Double] {
    var tops: [Double] = []
    var top = y + cardHeight + (isBrief ? 6 : 18) * k
    for height in heights {
      tops.append(top)
      top += height
    }
    return tops
  }

  /// The titles and rules of the lanes, the cards' top at `y`.
  func drawTitles(y: Double) -> Group {
    var group = Group(id: "lanes", name: "lanes", isLayer: true)
    for (title, top) in zip(content.lanes, laneTops(y)) {
      group.add(
        .line(Point(frame.left, top), Point(frame.plotRight, top)),
        stroke: Stroke(.role(.line), width: 1.2 * k))
      // From far away signs and numbers say what most lanes are.
      guard !isBrief || title == content.heatTitle else { continue }
      group.elements.append(
        setter.placed(
          title, at: Point(frame.left, top + (isBrief ? 5 : 14) * k + setter.ascent(.cardTitle)),
          fill: .role(.inkSoft)))
    }
    return group
  }

  /// The card and the cells of one touchpoint, the card's top at `y`.
  func draw(_ index: Int, y: Double) -> [Element] {
    let column = content.columns[index]
    var group = Group()
    let edges = frame.edges(index)
    let gap = frame.gap(setter.theme)
    let left = edges.left + gap
    let width = edges.right - edges.left - 2 * gap
    let isGone = column.what.isGone
    if !isBrief {
      group.add(
        .rect(Rect(x: left, y: y, width: width, height: cardHeight), radius: 9 * k),
        fill: isGone ? .role(.paper) : .role(.card),
        stroke: Stroke(
          .role(column.isForemost ? .ink : isGone ? .axis : .line),
          width: (column.isForemost ? 2 : 1.2) * k, dashes: isGone ? [4 * k, 4 * k] : []))
      if !isGone {
        group.add(
          .rect(Rect(x: left, y: y, width: 5 * k, height: cardHeight), radius: 2.5 * k),
          fill: column.after.map { .emotion($0.v) } ?? .role(.unknown))
      }
    }
    let ink: Paint = .role(isGone ? .inkSoft : .ink)
    let (x, room) = (left + padding, width - 2 * padding)
    var baseline = y + (isBrief ? 3 : 13) * k + setter.ascent(.cardTitle)
    if isBrief {
      group.elements += setter.placed(
        names[index], of: column.name, at: Point(frame.center(index), baseline), anchor: .middle,
        fill: ink)
    } else {
      group.elements += setter.placed(
        names[index], of: column.name, at: Point(x, baseline), column: room, fill: ink)
      baseline += Double(names[index].count) * setter.theme.lineHeight(.cardTitle)
      drawChannel(index, at: Point(x, baseline), room, into: &group)
    }
    for (lane, top) in laneTops(y).enumerated() {
      drawCell(cells[index][lane], index, x: x, y: top + (isBrief ? 5 : 14) * k, room, into: &group)
    }
    return group.elements
  }

  private func drawChannel(
    _ index: Int, at place: Point, _ room: Double, into group: inout Group
  ) {
    let column = content.columns[index]
    guard let channel = column.channel else { return }
    var (x, width) = (place.x, room)
    if let icon = column.icon {
      let isReversed = setter.standsAtRight(channel)
      let center = Point(isReversed ? x + width - 7 * k : x + 7 * k, place.y - 3.5 * k)
      group.add(ChannelIcon.draw(icon, center: center, size: 15 * k, paint: .role(.inkSoft)))
      if !isReversed { x += iconRoom }
      width -= iconRoom
    }
    group.elements += setter.placed(
      channels[index], of: channel, at: Point(x, place.y + k), column: width, fill: .role(.inkSoft))
  }

  private func drawCell(
    _ paragraphs: [Paragraph], _ index: Int, x: Double, y: Double, _ room: Double,
    into group: inout Group
  ) {
    var line = y
    for paragraph in paragraphs {
      let (entry, role) = (paragraph.entry, paragraph.entry.text.role)
      let baseline = line + setter.ascent(role)
      line += Double(paragraph.lines.count) * setter.theme.lineHeight(role)
      var (left, width) = (x, room)
      if isBrief {
        // In the middle, as names and circles stand.
        let widest = paragraph.lines.map(\.width).max() ?? 0
        let needed = widest + (entry.sign == nil ? 0 : signRoom)
        left = frame.center(index) - needed / 2
        width = needed
      }
      if let sign = entry.sign {
        let isReversed = setter.standsAtRight(entry.text)
        let center = Point(
          isReversed ? left + width - 7 * k : left + 7 * k,
          baseline - 0.34 * setter.theme.style(role).size)
        group.elements += sign.draw(center: center, radius: 7 * k, scale: k).map { .shape($0) }
        if !isReversed { left += signRoom }
        width -= signRoom
      }
      group.elements += setter.placed(
        paragraph.lines, of: entry.text, at: Point(left, baseline), column: width,
        fill: entry.paint)
    }
  }
}
