import JourneyAnalysis
import JourneyModel

extension FlowPainter {
  /// A touchpoint with its exits.
  func card(_ index: Int) -> Group {
    let card = graph.cards[index]
    let id = card.touchpoint.id.rawValue
    var group = Group(
      id: (card.group == nil ? "touchpoint." : "gathered.") + XMLName.escaped(id),
      name: (card.group == nil ? "touchpoint/" : "") + id,
      title: Scalars.cleaned(card.touchpoint.name), summary: summary.text(of: card))
    let rect = places.cards[index]
    // Streams begin behind the card.
    for exit in card.exits.indices { addExit(exit, of: index, to: &group) }
    if card.round != nil { addRound(of: index, to: &group) }
    if card.group != nil {
      group.elements += Self.edges(
        behind: rect, step: FlowSizes.edgeOfGroup, inset: 8, radius: 9)
    }
    group.add(
      .rect(rect, radius: 10), fill: .role(.card),
      stroke: Stroke(.role(.axis), width: 1, dashes: card.isUnreached ? [5, 4] : []))
    if card.group == nil {
      addPanel(card, text.cards[index], rect, to: &group)
    } else {
      addDots(rect, to: &group)
    }
    addWords(index, rect, to: &group)
    if let hotspot = card.hotspot { addBadge(hotspot, index, rect, to: &group) }
    if card.touchpoint.isMomentOfTruth { addStar(rect, to: &group) }
    return group
  }

  /// The upper edges of two cards that lie behind one.
  static func edges(
    behind rect: Rect, step: Double, inset: Double, radius: Double
  ) -> [Element] {
    [2.0, 1].map { place in
      let edge = Rect(
        x: rect.x + inset * place, y: rect.y - step * place,
        width: rect.width - 2 * inset * place, height: 2 * radius + step)
      return .shape(
        Shape(
          .rect(edge, radius: radius), fill: .role(.card),
          stroke: Stroke(.role(.axis), width: 1)))
    }
  }

  /// Three dots in place of a feeling.
  private func addDots(_ rect: Rect, to group: inout Group) {
    for place in -1...1 {
      let center = Point(rect.x + FlowSizes.panel / 2 + 10 * Double(place), rect.center.y)
      group.add(.circle(center, radius: 3), fill: .role(.inkSoft))
    }
  }

  /// The feeling: colour, face and score; hollow where nobody measured it.
  private func addPanel(
    _ card: FlowGraph.Card, _ text: FlowText.Card, _ rect: Rect, to group: inout Group
  ) {
    let width = FlowSizes.panel
    let isAssumed = card.figures?.felt?.isAssumed ?? true
    var path = Path()
    let (r, k) = (9.5, 9.5 * 0.448)
    let (left, top, right, bottom) = (rect.x + 0.5, rect.y + 0.5, rect.x + width, rect.maxY - 0.5)
    path.move(right, top)
    path.line(right, bottom)
    path.line(left + r, bottom)
    path.curve(left + k, bottom, left, bottom - k, left, bottom - r)
    path.line(left, top + r)
    path.curve(left, top + k, left + k, top, left + r, top)
    path.close()
    let middle = Point(rect.x + width / 2, rect.center.y)
    let score = Point(middle.x, middle.y + 23)
    if let v = card.v, !isAssumed {
      group.add(.path(path), fill: .emotion(v))
      group.elements += Face.draw(v, center: Point(middle.x, middle.y - 9), radius: 20)
      group.elements.append(
        setter.placed(text.score, at: score, anchor: .middle, fill: .onEmotion(v)))
      return
    }
    // The inside of the outline's line stays on the card.
    let inner = Rect(x: rect.x + 4, y: rect.y + 4, width: width - 4, height: rect.height - 8)
    group.add(
      .rect(inner, radius: 7),
      stroke: Stroke(
        card.v.map { .emotion($0) } ?? .role(.unknown), width: 1.5, dashes: [4, 3]))
    guard let v = card.v else {
      group.elements.append(
        setter.placed(
          text.score, at: Point(inner.center.x, middle.y + 5), anchor: .middle,
          fill: .role(.inkSoft)))
      return
    }
    group.elements += Face.draw(v, center: Point(inner.center.x, middle.y - 9), radius: 12)
    group.elements.append(
      setter.placed(
        text.score, at: Point(inner.center.x, score.y), anchor: .middle, fill: .role(.ink)))
  }

  /// Name, channel and how many come here.
  private func addWords(_ index: Int, _ rect: Rect, to group: inout Group) {
    let (card, text, size) = (graph.cards[index], text.cards[index], sizes.cards[index])
    let left = rect.x + FlowSizes.panel + FlowSizes.padding
    let column = rect.maxX - FlowSizes.padding - left
    let notes = max(size.channel.count, text.reach == nil ? 0 : 1)
    let height =
      Double(size.name.count) * theme.lineHeight(.cardTitle)
      + Double(notes) * theme.lineHeight(.cardNote) + (text.reach == nil ? 0 : 8)
    var y = rect.center.y - height / 2
    group.elements += setter.placed(
      size.name, of: text.name, at: Point(left, y + 3 + setter.ascent(.cardTitle)),
      column: column, fill: .role(.ink))
    y += Double(size.name.count) * theme.lineHeight(.cardTitle)
    let baseline = y + 3 + setter.ascent(.cardNote)
    if let channel = text.channel {
      let isReversed = setter.standsAtRight(channel)
      let room = column - (text.reach.map { setter.width($0) + 10 } ?? 0)
      group.elements += setter.placed(
        size.channel, of: channel, at: Point(left, baseline), column: isReversed ? room : nil,
        fill: .role(.inkSoft))
    }
    guard let reach = text.reach, let share = card.figures?.reach else { return }
    group.elements.append(
      setter.placed(reach, at: Point(left + column, baseline), anchor: .right, fill: .role(.ink)))
    y += Double(notes) * theme.lineHeight(.cardNote) + 4
    group.add(.rect(Rect(x: left, y: y, width: column, height: 4), radius: 2), fill: .role(.line))
    let filled = column * min(1, max(0, share))
    if filled > 0 {
      group.add(
        .rect(Rect(x: left, y: y, width: max(2, filled), height: 4), radius: min(2, filled / 2)),
        fill: .role(.inkSoft))
    }
  }

  private func addBadge(
    _ hotspot: Hotspot, _ index: Int, _ rect: Rect, to group: inout Group
  ) {
    guard let rank = text.cards[index].rank else { return }
    group.add(
      .rect(rect.insetBy(-4), radius: 14),
      stroke: Stroke(
        .role(.ring), width: 2.5, dashes: hotspot.kind == .sure ? [] : [7, 5]))
    let radius = max(11.5, setter.width(rank) / 2 + 6)
    let center = Point(rect.maxX - 4, rect.y - 1)
    group.add(
      .circle(center, radius: radius), fill: .role(.badge),
      stroke: Stroke(.role(.card), width: 2))
    group.elements.append(
      setter.placed(
        rank, at: Point(center.x, center.y + theme.style(.badge).size * 0.36), anchor: .middle,
        fill: .role(.onBadge)))
  }

  /// The star of a moment of truth, on the upper left corner.
  private func addStar(_ rect: Rect, to group: inout Group) {
    let center = Point(rect.x + 3, rect.y - 1)
    group.add(.circle(center, radius: 12), fill: .role(.card))
    group.add(.path(Star.path(center: center, radius: 10)), fill: .role(.star))
  }

  /// A stream that falls out below the card, with its words beside its end.
  private func addExit(_ exit: Int, of index: Int, to group: inout Group) {
    let (card, rect, size) = (graph.cards[index], places.cards[index], sizes.cards[index])
    let stream = card.exits[exit]
    let x = rect.x + sizes.streams(of: card)[exit]
    let top = size.rows[..<exit].reduce(rect.maxY, +)
    let bottom = top + size.rows[exit]
    let width = sizes.ribbon(stream.traffic)
    let color = FlowDot.color(of: stream)
    let tip = bottom - 3
    let half = max(4, width / 2)
    let base = tip - min(11, max(8, half))
    let opacity = theme.streamOpacity + (0.95 - theme.streamOpacity) * max(0, 1 - width / 10)
    group.add(
      .line(Point(x, rect.maxY - 1), Point(x, base)),
      stroke: Stroke(
        .role(color), width: width, opacity: opacity, dashes: stream.isInferred ? [4, 3] : []))
    group.add(
      .path(.polygon([Point(x - half, base), Point(x + half, base), Point(x, tip)])),
      fill: .role(color), opacity: opacity)
    let lines = size.exits[exit]
    let height = theme.lineHeight(.exit)
    let first = bottom - Double(lines.count) * height + setter.ascent(.exit) + 1
    group.elements += setter.placed(
      lines, of: text.cards[index].exits[exit],
      at: Point(rect.x + sizes.exitText(of: card, exit), first),
      fill: .role(FlowDot.ink(of: stream)))
  }

  /// The way from a card straight back to it: an arc above the card.
  private func addRound(of index: Int, to group: inout Group) {
    guard let round = graph.cards[index].round, let label = text.cards[index].round else { return }
    let rect = places.cards[index]
    let width = min(10, sizes.ribbon(round.traffic))
    let (left, right, top) = (rect.maxX - 64, rect.maxX - 30, rect.y)
    let paint: Paint = graph.cards[index].v.map { .emotion($0) } ?? .role(.unknown)
    let opacity = Self.opacity(of: width, theme)
    var path = Path()
    path.move(right, top)
    path.curve(right + 4, top - 26, left - 4, top - 26, left, top - 10)
    group.add(.path(path), stroke: Stroke(paint, width: width, opacity: opacity))
    let half = max(4.5, width / 2 + 1.5)
    group.add(
      .path(
        .polygon([
          Point(left - half, top - 10.5), Point(left + half, top - 10.5), Point(left, top - 2),
        ])), fill: paint, opacity: min(1, opacity + 0.12))
    group.elements.append(
      setter.placed(
        label, at: Point(left - half - 10, top - 12), anchor: .right, fill: .role(.inkSoft)))
  }
}
