import JourneyAnalysis
import JourneyModel

/// Draws a blueprint whose parts have their places.
struct BlueprintPainter {
  let content: BlueprintContent
  let places: BlueprintPlaces
  let titles: BlueprintTitles
  let links: BlueprintLinks
  let detours: BlueprintDetours
  let frame: BlueprintFrame
  let setter: Typesetter

  private var unit: Double { frame.unit }

  // MARK: Rows and lines

  /// The rows' titles, and the three lines with their names, the top of all at `top`.
  func drawRows(top: Double) -> Group {
    var layer = Group(id: "rows", name: "rows", isLayer: true)
    let isBrief = setter.theme.isBrief
    for row in places.rows {
      guard let title = titles.lanes[row.lane] else { continue }
      var y = top + row.top + 2 * unit
      if !row.boxes.isEmpty || !isBrief { draw(title, y: &y, paint: .inkSoft, into: &layer) }
      if row.boxes.isEmpty, !isBrief { draw(titles.nothing, y: &y, paint: .inkSoft, into: &layer) }
      if row.lane == .props {
        var y = top + places.cardsTop + 10 * unit
        draw(titles.actions, y: &y, paint: .inkSoft, into: &layer)
      }
    }
    for (index, line) in places.lines.enumerated() {
      let y = top + line
      let title = titles.lines[index]
      let lineHeight = setter.theme.lineHeight(.meta)
      let block = Double(title.lines.count) * lineHeight
      // Large letters have no room beside a line; the legend names the one that matters.
      if !isBrief {
        layer.elements += setter.placed(
          title.lines, of: title.label,
          at: Point(
            frame.left, y - block / 2 + (lineHeight + setter.ascent(.meta)) / 2 - 1.5 * unit),
          fill: .role(.ink))
      }
      // The line of visibility is the one that customers cannot look behind.
      let isVisibility = index == 1
      layer.add(
        .line(Point(frame.plotLeft - 10 * unit, y), Point(frame.right, y)),
        stroke: Stroke(
          .role(.inkSoft), width: (isVisibility ? 2.2 : 1.4) * unit,
          dashes: isVisibility ? [9 * unit, 6 * unit] : [2 * unit, 4 * unit]))
    }
    return layer
  }

  private func draw(
    _ title: BlueprintTitles.Title, y: inout Double, paint: ColorRole, into group: inout Group
  ) {
    group.elements += setter.placed(
      title.lines, of: title.label, at: Point(frame.left, y + setter.ascent(title.label.role)),
      fill: .role(paint))
    y += title.height(setter) + 2 * unit
  }

  // MARK: Links

  /// The ways between cards and boxes.
  func drawLinks(top: Double) -> Group {
    var layer = Group(id: "links", name: "links", isLayer: true)
    for link in links.links {
      var group = draw(link.path.moved(down: top), id: link.id, hasArrow: link.hasArrow)
      if let share = link.share {
        let middle = Point((link.start.x + link.end.x) / 2, top + link.start.y - 5 * unit)
        group.elements.append(
          setter.placed(share, at: middle, anchor: .middle, fill: .role(.inkSoft)))
      }
      layer.add(group)
    }
    for detour in detours.detours {
      var group = draw(
        detour.path.moved(down: top), id: content.id(of: detour.way), hasArrow: true)
      if let share = detour.way.label {
        group.elements.append(
          setter.placed(
            share, at: Point(detour.label.x, top + detour.label.y), anchor: detour.anchor,
            fill: .role(.inkSoft)))
      }
      layer.add(group)
    }
    return layer
  }

  private func draw(_ path: Path, id: String, hasArrow: Bool) -> Group {
    var group = Group(id: id, name: id)
    group.add(.path(path), stroke: Stroke(.role(.belief), width: 1.5 * unit, isRound: true))
    if hasArrow, let head = arrowHead(of: path) { group.add(.path(head), fill: .role(.belief)) }
    return group
  }

  /// A head at the end of a way, looking where the way goes.
  private func arrowHead(of path: Path) -> Path? {
    let points = path.flattened(pieces: 8)
    guard let tip = points.last,
      let before = points.last(where: { abs($0.x - tip.x) + abs($0.y - tip.y) > 0.5 * unit })
    else { return nil }
    let (dx, dy) = (tip.x - before.x, tip.y - before.y)
    let length = (dx * dx + dy * dy).squareRoot()
    let (ux, uy) = (dx / length, dy / length)
    let (long, half) = (7.5 * unit, 4 * unit)
    return .polygon([
      tip, Point(tip.x - long * ux - half * uy, tip.y - long * uy + half * ux),
      Point(tip.x - long * ux + half * uy, tip.y - long * uy - half * ux),
    ])
  }

  // MARK: Boxes

  /// The boxes of one row.
  func drawBoxes(_ row: BlueprintPlaces.Row, top: Double) -> Group {
    var layer = Group(id: row.lane.rawValue, name: row.lane.rawValue, isLayer: true)
    for placed in row.boxes {
      let rect = Rect(
        x: placed.rect.x, y: placed.rect.y + top, width: placed.rect.width,
        height: placed.rect.height)
      let touchpoints = content.columns[placed.box.columns].map(\.touchpoint)
      let first = content.columns[placed.box.columns.lowerBound].touchpoint.id.rawValue
      let number = row.boxes.filter {
        $0.box.columns.lowerBound == placed.box.columns.lowerBound && $0.rect.y < placed.rect.y
      }.count
      var group = Group(
        id: "\(row.lane.rawValue).\(XMLName.escaped(first))" + (number > 0 ? ".\(number)" : ""),
        name: "\(row.lane.rawValue)/\(first)",
        about: touchpoints.map { "touchpoint/\($0.id)" }, title: placed.box.text,
        summary: touchpoints.map(\.name).joined(separator: ", "))
      let isSeen = row.lane == .props || row.lane == .frontstage
      group.add(
        .rect(rect, radius: (row.lane == .support ? 3 : 8) * unit),
        fill: .role(isSeen ? .card : .band),
        stroke: Stroke(
          .role(isSeen ? .axis : .line), width: 1.2 * unit,
          dashes: row.lane == .props ? [5 * unit, 3.5 * unit] : []))
      group.elements += setter.placed(
        placed.lines, of: placed.box.label,
        at: Point(rect.x + 12 * unit, rect.y + places.boxPadding + setter.middle(.body)),
        column: rect.width - 24 * unit, fill: .role(.ink))
      layer.add(group)
    }
    return layer
  }

  // MARK: Cards

  /// The space above what stands in a card.
  private var cardPad: Double { (setter.theme.isBrief ? 8 : 12) * unit }

  /// The card of one touchpoint.
  func drawCard(_ index: Int, top: Double) -> [Element] {
    let column = content.columns[index]
    let lines = places.cards[index]
    let theme = setter.theme
    let left = frame.cardLeft(index)
    let y = top + places.cardsTop
    var group = Group()
    group.add(
      .rect(
        Rect(x: left, y: y, width: frame.cardWidth, height: places.cardHeight), radius: 9 * unit),
      fill: .role(.card), stroke: Stroke(.role(.axis), width: 1.2 * unit))
    group.add(
      .rect(
        Rect(x: left, y: y, width: 5 * unit, height: places.cardHeight), radius: 2.5 * unit),
      fill: column.felt.map { .emotion($0) } ?? .role(.unknown))

    let x = left + 14 * unit
    let inner = frame.cardWidth - 28 * unit
    let right = left + frame.cardWidth - 14 * unit
    drawChannel(
      of: column, lines, x: x, room: inner - BlueprintPlaces.circleRoom(column, setter),
      top: y + cardPad, into: &group)
    drawCircle(column, right: right, top: y + cardPad, into: &group)
    var line = y + 20 * unit + places.cardTop
    let isBrief = theme.isBrief
    let nameHeight = Double(lines.name.count) * theme.lineHeight(.cardTitle)
    let nameY = isBrief ? y + cardPad + (places.cardTop - nameHeight) / 2 : line
    group.elements += setter.placed(
      lines.name, of: column.name, at: Point(x, nameY + setter.ascent(.cardTitle)),
      column: isBrief ? inner - BlueprintPlaces.circleRoom(column, setter) : inner,
      fill: .role(.ink))
    line += Double(lines.name.count) * theme.lineHeight(.cardTitle)
    for (label, text) in zip(column.does, lines.does) {
      line += 7 * unit
      group.elements += setter.placed(
        text, of: label, at: Point(x, line + setter.ascent(label.role)), column: inner,
        fill: .role(.inkSoft))
      line += Double(text.count) * theme.lineHeight(label.role)
    }
    let bottom = y + places.cardHeight - 12 * unit
    if let leave = column.leave {
      let top = bottom - Double(lines.leave.count) * theme.lineHeight(.meta)
      group.elements += setter.placed(
        lines.leave, of: leave, at: Point(x, top + setter.ascent(.meta)),
        column: inner - 24 * unit, fill: .role(column.leaveInk))
    }
    if column.touchpoint.isMomentOfTruth {
      let place =
        isBrief ? Point(x, y + 1 * unit) : Point(right - 8.5 * unit, bottom - 8 * unit)
      group.add(.path(Star.path(center: place, radius: 8.5 * unit)), fill: .role(.star))
    }
    return group.elements
  }

  private func drawChannel(
    of column: BlueprintContent.Column, _ lines: BlueprintPlaces.CardLines, x: Double,
    room: Double, top: Double, into group: inout Group
  ) {
    guard let label = column.channelName else { return }
    let size = BlueprintPlaces.iconSize(setter)
    let lineHeight = setter.theme.lineHeight(.cardNote)
    let isReversed = setter.standsAtRight(label)
    // In the middle of the row, beside the circle.
    let block = Double(lines.channel.count + lines.kind.count) * lineHeight
    let first = top + (places.cardTop - block) / 2
    var shift = 0.0
    if let icon = ChannelIcon.draw(
      column.channel,
      center: Point(isReversed ? x + room - size / 2 : x + size / 2, first + lineHeight / 2),
      size: size, paint: .role(.inkSoft))
    {
      group.add(icon)
      shift = size + 7 * unit
    }
    let baseline = first + lineHeight / 2 + 0.36 * setter.theme.style(.cardNote).size
    group.elements += setter.placed(
      lines.channel, of: label, at: Point(isReversed ? x : x + shift, baseline),
      column: room - shift, fill: .role(.ink))
    guard let kind = column.kind else { return }
    group.elements += setter.placed(
      lines.kind, of: kind,
      at: Point(
        isReversed ? x + room - shift : x + shift,
        baseline + Double(lines.channel.count) * lineHeight),
      anchor: isReversed ? .right : .left, fill: .role(.inkSoft))
  }

  /// The circle of what is felt, hollow when assumed, with ring, rank and star.
  private func drawCircle(
    _ column: BlueprintContent.Column, right: Double, top: Double, into group: inout Group
  ) {
    let radius = BlueprintPlaces.circleRadius(column, setter)
    let ring = BlueprintPlaces.ring(column, setter)
    let center = Point(right - radius - ring, top + max(radius + ring * 1.2, places.cardTop / 2))
    if let hotspot = column.hotspot {
      group.add(
        .circle(center, radius: radius + 4 * unit),
        stroke: Stroke(
          .role(.ring), width: 2 * unit,
          dashes: hotspot.kind == .suspected ? [4 * unit, 3 * unit] : []))
    }
    let paint: Paint = column.felt.map { .emotion($0) } ?? .role(.unknown)
    let isHollow = column.isAssumed || column.felt == nil
    if isHollow {
      group.add(
        .circle(center, radius: radius - 1.25 * unit), fill: .role(.card),
        stroke: Stroke(
          paint, width: 2.5 * unit, dashes: column.felt == nil ? [3 * unit, 4 * unit] : []))
    } else {
      group.add(.circle(center, radius: radius), fill: paint)
    }
    let ink: Paint = isHollow ? .role(.ink) : .onEmotion(column.felt ?? 0)
    let size = setter.theme.style(.score).size
    group.elements.append(
      setter.placed(
        column.score, at: Point(center.x, center.y + 0.36 * size), anchor: .middle, fill: ink))
    if let rank = column.rank {
      let corner = (radius + 4 * unit) * 0.75 + 1 * unit
      // Large letters are as small as they may be already.
      let shrink = setter.theme.isBrief ? 1 : 0.85
      let badgeSize = setter.theme.style(.badge).size * shrink
      let badge = Point(center.x + corner, center.y - corner)
      group.add(.circle(badge, radius: badgeSize * 0.8), fill: .role(.badge))
      let line = setter.line(rank)
      group.add(
        TextLine(
          line.text, at: Point(badge.x, badge.y + 0.36 * badgeSize), anchor: .middle, role: .badge,
          fill: .role(.onBadge), width: line.width * shrink, scale: shrink))
    }
  }
}
