import JourneyAnalysis
import JourneyModel

/// Where the rows, cards and boxes of a blueprint stand from top to bottom, from 0 on.
struct BlueprintPlaces {
  /// A box with its place.
  struct PlacedBox {
    var box: BlueprintContent.Box
    var rect: Rect
    var lines: [Typesetter.Line]
  }

  /// A row of boxes.
  struct Row {
    var lane: BlueprintContent.Lane
    var top: Double
    var height: Double
    var boxes: [PlacedBox]
  }

  /// The words of a card in lines.
  struct CardLines {
    var name: [Typesetter.Line]
    var channel: [Typesetter.Line]
    var kind: [Typesetter.Line]
    var does: [[Typesetter.Line]]
    var leave: [Typesetter.Line]
    /// The height of channel and circle.
    var top: Double
    /// The height of all that stands below.
    var height: Double
  }

  private(set) var rows: [Row] = []
  private(set) var cards: [CardLines] = []
  private(set) var cardsTop = 0.0
  private(set) var cardHeight = 0.0
  /// The height of the row of channel and circle, the same in all cards.
  private(set) var cardTop = 0.0
  /// The three lines between what customers see and what they do not: of interaction, of
  /// visibility, of internal interaction.
  private(set) var lines: [Double] = []
  /// The height of everything.
  private(set) var height = 0.0

  private let content: BlueprintContent
  private let frame: BlueprintFrame
  private let setter: Typesetter

  private var unit: Double { frame.unit }

  /// Lays a blueprint out; rows are at least as high as their titles.
  init(
    _ content: BlueprintContent, titles: BlueprintTitles, frame: BlueprintFrame, setter: Typesetter
  ) throws {
    self.content = content
    self.frame = frame
    self.setter = setter
    cards = try content.columns.map(card)
    cardTop = cards.map(\.top).max() ?? 0
    let tallest = (cards.map(\.height).max() ?? 0) + cardTop
    cardHeight = max(tallest, titles.actions.height(setter)).rounded()

    let isBrief = setter.theme.isBrief
    let (gap, lineGap) = isBrief ? (7 * unit, 7 * unit) : (24 * unit, 26 * unit)
    var y = 0.0
    for lane in BlueprintContent.Lane.allCases {
      var row = Row(lane: lane, top: y, height: 0, boxes: [])
      let tallest = try place(content.boxes[lane] ?? [], in: &row)
      // From far away a row that says nothing is none.
      let isMissing = isBrief && row.boxes.isEmpty
      row.height =
        isMissing
        ? 0 : max(tallest, titles.height(of: lane, isEmpty: row.boxes.isEmpty, setter))
      if lane == .props {
        for index in row.boxes.indices { row.boxes[index].rect.y += row.height - tallest }
      }
      rows.append(row)
      y += row.height + (isMissing ? 0 : gap)
      if lane == .props {
        if content.ways.levels > 0 {
          y +=
            BlueprintDetours.height(levels: content.ways.levels, setter.theme) - (isBrief ? 5 : 16)
            * unit
        }
        cardsTop = y.rounded()
        y = cardsTop
        y += cardHeight + gap
      }
      if lane != .support {
        lines.append(y.rounded())
        y += lineGap
      }
    }
    height = y - gap
  }

  // MARK: Cards

  static func circleRadius(_ column: BlueprintContent.Column, _ setter: Typesetter) -> Double {
    max(15 * setter.theme.scale, setter.width(column.score) / 2 + 5 * setter.theme.scale)
  }

  /// The room at the right of a card for its circle and what stands at it.
  static func circleRoom(_ column: BlueprintContent.Column, _ setter: Typesetter) -> Double {
    2 * circleRadius(column, setter) + 2 * ring(column, setter) + 8 * setter.theme.scale
  }

  /// How far a hotspot's ring reaches beyond the circle.
  static func ring(_ column: BlueprintContent.Column, _ setter: Typesetter) -> Double {
    column.hotspot == nil ? 0 : 5 * setter.theme.scale
  }

  static func iconSize(_ setter: Typesetter) -> Double {
    (setter.theme.style(.cardNote).size * 1.3).rounded()
  }

  /// The width of a card in which no word has to be broken.
  static func leastCard(_ content: BlueprintContent, _ setter: Typesetter) -> Double {
    var least = 0.0
    for column in content.columns {
      let beside = circleRoom(column, setter) + iconSize(setter) + 7 * setter.theme.scale
      let words = [column.channelName, column.kind].compactMap { $0.map(setter.longestWord) }
      if setter.theme.isBrief {
        least = max(least, setter.longestWord(column.name) + circleRoom(column, setter))
        continue
      }
      least = max(least, (words.max() ?? 0) + beside, setter.longestWord(column.name))
    }
    return least + 28 * setter.theme.scale
  }

  private func card(_ column: BlueprintContent.Column) throws -> CardLines {
    let inner = frame.cardWidth - 28 * unit
    let hasIcon = column.channel.flatMap(ChannelIcon.icon(of:)) != nil
    let icon = hasIcon ? Self.iconSize(setter) + 7 * unit : 0
    let theme = setter.theme
    let beside = inner - Self.circleRoom(column, setter) - icon
    let isBrief = theme.isBrief
    var lines = CardLines(
      name: try setter.lines(
        column.name, width: isBrief ? inner - Self.circleRoom(column, setter) : inner),
      channel: try column.channelName.map { try setter.lines($0, width: beside) } ?? [],
      kind: try column.kind.map { try setter.lines($0, width: beside) } ?? [],
      does: try column.does.map { try setter.lines($0, width: inner) },
      leave: try column.leave.map { try setter.lines($0, width: inner - 24 * unit) } ?? [],
      top: 0, height: 0)
    lines.top = max(
      Double(lines.channel.count + lines.kind.count) * theme.lineHeight(.cardNote),
      2 * Self.circleRadius(column, setter) + Self.ring(column, setter) * 1.6)
    let nameHeight = Double(lines.name.count) * theme.lineHeight(.cardTitle)
    // Large letters have the name where others have the channel, beside the circle.
    if isBrief { lines.top = max(lines.top, nameHeight) }
    var height = isBrief ? 0 : 8 * unit + nameHeight
    for (label, text) in zip(column.does, lines.does) {
      height += 7 * unit + Double(text.count) * theme.lineHeight(label.role)
    }
    let bottom = Double(lines.leave.count) * theme.lineHeight(.meta)
    let star = column.touchpoint.isMomentOfTruth && !isBrief ? 18 * unit : 0
    if max(bottom, star) > 0 { height += (isBrief ? 4 : 8) * unit + max(bottom, star) }
    lines.height = height + (isBrief ? 16 : 24) * unit
    return lines
  }

  // MARK: Boxes

  /// The space above and below the words of a box.
  var boxPadding: Double { (setter.theme.isBrief ? 3 : 9) * unit }

  /// Puts boxes under each other where they share a column, the widest first, so that systems
  /// behind many steps run through.
  private func place(_ boxes: [BlueprintContent.Box], in row: inout Row) throws -> Double {
    var bottoms = [Double](repeating: 0, count: content.columns.count)
    let order = boxes.indices.sorted { a, b in
      (-boxes[a].columns.count, boxes[a].columns.lowerBound, a)
        < (-boxes[b].columns.count, boxes[b].columns.lowerBound, b)
    }
    for index in order {
      let box = boxes[index]
      let span = frame.span(box.columns)
      let lines = try setter.lines(box.label, width: span.width - 24 * unit)
      let height = Double(lines.count) * setter.theme.lineHeight(.body) + 2 * boxPadding
      let deepest = bottoms[box.columns].max() ?? 0
      let top = deepest > 0 ? deepest + (setter.theme.isBrief ? 6 : 14) * unit : 0
      for column in box.columns { bottoms[column] = top + height }
      row.boxes.append(
        PlacedBox(
          box: box,
          rect: Rect(x: span.x, y: row.top + top, width: span.width, height: height), lines: lines))
    }
    let height = bottoms.max() ?? 0
    guard row.lane == .props else { return height }
    // What customers hold stands on their steps.
    for index in row.boxes.indices {
      let rect = row.boxes[index].rect
      row.boxes[index].rect.y = row.top + height - (rect.y - row.top) - rect.height
    }
    return height
  }

  /// The boxes of a row that stand in a column, from top to bottom.
  func boxes(_ lane: BlueprintContent.Lane, in column: Int) -> [Rect] {
    guard let row = rows.first(where: { $0.lane == lane }) else { return [] }
    return row.boxes.filter { $0.box.columns.contains(column) }.map(\.rect)
      .sorted { $0.y < $1.y }
  }
}
