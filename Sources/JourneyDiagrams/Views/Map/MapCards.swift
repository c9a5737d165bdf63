/// The names of the touchpoints under the plot: cards with channel and colour, or on a slide bare
/// names, each under its circle.
struct MapCards {
  /// The height of the row.
  let height: Double
  private let content: MapContent
  private let frame: MapFrame
  private let setter: Typesetter
  private let names: [[Typesetter.Line]]
  private let channels: [[Typesetter.Line]]
  /// Whether an icon tells any channel.
  private let hasIcons: Bool

  private static let padding = MapLanes.padding
  /// The space over and under the words of a card, and in a map among text.
  private static let (cardPadding, stripPadding) = (13.0, 8.0)
  /// The space from the left edge of an icon to the words behind it.
  private static let iconRoom = 20.0
  /// Whether every other name stands one row lower, and each has room under its neighbours' circles:
  /// so that large letters need break no word.
  private let isStaggered: Bool
  /// How far below the first row the lower one begins.
  private var lowerRow = 0.0
  /// The space between two names of a row that is staggered, in which the way down to the other
  /// row's names lies.
  private static let staggerGap = 18.0
  /// The side of a slide's icons.
  private static let largeIcon = 22.0

  /// The width that a slide's names need to stay whole.
  static func leastColumn(_ content: MapContent, _ setter: Typesetter) -> Double {
    let longest = content.columns.reduce(0) { max($0, setter.longestWord($1.name)) }
    if content.form.isStrip { return min(172, max(110, longest + 2 * padding + 12)) }
    if content.form.isBrief { return min(96, max(64, (longest + staggerGap) / 2)) }
    // Wide enough for a ringed circle too; one word in a hundred is rather broken.
    return min(MapFrame.leastColumn, max(68, longest + 8))
  }

  init(_ content: MapContent, frame: MapFrame, setter: Typesetter) throws {
    self.content = content
    self.frame = frame
    self.setter = setter
    let isCompact = content.form.isCompact
    let inner = isCompact ? frame.columnWidth - 6 : frame.cardWidth - 2 * Self.padding
    var names = try content.columns.map { try setter.lines($0.name, width: min(260, inner)) }
    let longest = content.columns.reduce(0) { max($0, setter.longestWord($1.name)) }
    let isStaggered =
      isCompact && content.form.isBrief && names.count > 1
      && (longest > inner || names.contains { $0.count > 3 })
    self.isStaggered = isStaggered
    if isStaggered {
      names = try content.columns.enumerated().map { index, column in
        // Over the edge of the picture at neither end.
        let edge = 2 * (frame.width - 12 - frame.center(index))
        let width = min(2 * frame.columnWidth - Self.staggerGap, edge, 2 * frame.center(index) - 24)
        return try setter.lines(column.name, width: width)
      }
    }
    self.names = names
    hasIcons = content.columns.contains { $0.icon != nil }
    channels = try content.columns.map { column in
      let width = inner - (column.icon != nil ? Self.iconRoom : 0)
      return try column.channelName.map { try setter.lines($0, width: width) } ?? []
    }
    var tallest = 0.0
    for (name, channel) in zip(names, channels) {
      tallest = max(
        tallest,
        Double(name.count) * setter.theme.lineHeight(.cardTitle)
          + Double(channel.count) * setter.theme.lineHeight(.cardNote))
    }
    if isStaggered {
      let line = setter.theme.lineHeight(.cardTitle)
      func rows(_ isLower: Bool) -> Double {
        Double(
          names.enumerated().filter { $0.offset.isMultiple(of: 2) != isLower }
            .map(\.element.count).max() ?? 0)
      }
      lowerRow = rows(false) * line + 6
      tallest = lowerRow + rows(true) * line
    }
    height =
      isCompact
      ? tallest + (hasIcons ? Self.largeIcon + 6 : 0)
      : tallest + 2 * (content.form.isStrip ? Self.stripPadding : Self.cardPadding)
  }

  /// Draws the name of one touchpoint, its top at `y`.
  func draw(_ index: Int, y: Double) -> [Element] {
    content.form.isCompact ? drawName(index, y: y) : drawCard(index, y: y)
  }

  private func drawName(_ index: Int, y: Double) -> [Element] {
    let column = content.columns[index]
    var group = Group()
    var top = y
    if hasIcons {
      let center = Point(frame.center(index), y + Self.largeIcon / 2)
      if let icon = column.icon {
        group.add(
          ChannelIcon.draw(icon, center: center, size: Self.largeIcon, paint: .role(.inkSoft)))
      }
      top += Self.largeIcon + 6
    }
    if isStaggered, !index.isMultiple(of: 2) {
      let x = frame.center(index)
      group.add(
        .line(Point(x, top), Point(x, top + lowerRow - 3)), stroke: Stroke(.role(.axis), width: 1.5)
      )
      top += lowerRow
    }
    group.elements += setter.placed(
      names[index], of: column.name,
      at: Point(frame.center(index), top + setter.ascent(.cardTitle)), anchor: .middle,
      fill: .role(.ink))
    return group.elements
  }

  private func drawCard(_ index: Int, y: Double) -> [Element] {
    let column = content.columns[index]
    let left = frame.cardLeft(index)
    var group = Group()
    let rect = Rect(x: left, y: y, width: frame.cardWidth, height: height)
    group.add(
      .rect(rect, radius: 9), fill: .role(.card), stroke: Stroke(.role(.line), width: 1.2))
    group.add(
      .rect(Rect(x: left, y: y, width: 5, height: height), radius: 2.5),
      fill: column.felt.map { .emotion($0) } ?? .role(.unknown))
    var baseline =
      y + (content.form.isStrip ? Self.stripPadding : Self.cardPadding)
      + setter.ascent(.cardTitle)
    var x = left + Self.padding
    var width = frame.cardWidth - 2 * Self.padding
    group.elements += setter.placed(
      names[index], of: column.name, at: Point(x, baseline), column: width, fill: .role(.ink))
    baseline += Double(names[index].count) * setter.theme.lineHeight(.cardTitle)
    guard let channel = column.channelName else { return group.elements }
    if let icon = column.icon {
      let isReversed = setter.standsAtRight(channel)
      let center = Point(isReversed ? x + width - 7 : x + 7, baseline - 3.5)
      group.add(ChannelIcon.draw(icon, center: center, size: 15, paint: .role(.inkSoft)))
      if !isReversed { x += Self.iconRoom }
      width -= Self.iconRoom
    }
    group.elements += setter.placed(
      channels[index], of: channel, at: Point(x, baseline + 1), column: width,
      fill: .role(.inkSoft))
    return group.elements
  }
}
