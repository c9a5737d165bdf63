import JourneyPortfolio
import JourneyAnalysis
import JourneyModel

/// Draws the placed atlas: ribbons below, then their numbers, then the journeys.
struct AtlasPainter {
  let content: AtlasContent
  let text: AtlasText
  let sizes: AtlasSizes
  let places: AtlasPlaces
  let words: Words
  let setter: Typesetter

  var theme: Theme { setter.theme }
  private var summary: AtlasSummary { AtlasSummary(content: content, words: words) }

  /// The layers, the lowest first.
  func layers() -> [Group] {
    var flow = Group(id: "traffic", name: "traffic", isLayer: true)
    let order = content.links.indices.sorted {
      (content.links[$1].weight, $0) < (content.links[$0].weight, $1)
    }
    for index in order { if let route = places.routes[index] { flow.add(ribbon(index, route)) } }
    var numbers = Group(id: "numbers", name: "numbers", isLayer: true)
    for index in content.links.indices { addLabel(index, to: &numbers) }
    var cards = Group(id: "journeys", name: "journeys", isLayer: true)
    for index in content.nodes.indices { cards.add(card(index)) }
    return [flow, numbers, headings(), cards]
  }

  // MARK: Ribbons

  private func ribbon(_ index: Int, _ route: AtlasPlaces.Route) -> Group {
    let link = content.links[index]
    var group = Group(
      id: "link." + XMLName.escaped(link.link.source.rawValue) + "."
        + XMLName.escaped(link.link.target.rawValue),
      name: "link/\(link.link.source)/\(link.link.target)", title: summary.text(of: link))
    let width = sizes.ribbon(link.weight)
    let opacity = FlowPainter.opacity(of: width, theme)
    group.add(
      .path(route.path), stroke: Stroke(.role(.divert), width: width, opacity: opacity))
    let (dx, dy) = (route.tip.x - route.base.x, route.tip.y - route.base.y)
    let length = max(0.001, (dx * dx + dy * dy).squareRoot())
    let (ux, uy) = (dx / length, dy / length)
    let half = max(5, width / 2 + 2)
    // The tip stands off the card by a hair.
    let tip = Point(route.tip.x - 2 * ux, route.tip.y - 2 * uy)
    group.add(
      .path(
        .polygon([
          Point(route.base.x - half * uy, route.base.y + half * ux), tip,
          Point(route.base.x + half * uy, route.base.y - half * ux),
        ])), fill: .role(.divert), opacity: min(1, opacity + 0.12))
    return group
  }

  private func addLabel(_ index: Int, to layer: inout Group) {
    guard let box = places.routes[index]?.label else { return }
    let link = content.links[index].link
    var group = Group(
      id: "number." + XMLName.escaped(link.source.rawValue) + "."
        + XMLName.escaped(link.target.rawValue))
    // No higher than the letters: another ribbon may pass close by.
    let ground = Rect(x: box.x + 3, y: box.y + 2, width: box.width - 6, height: box.height - 4)
    group.add(.rect(ground, radius: 5), fill: .role(.paper), opacity: 0.88)
    group.elements.append(
      setter.placed(
        text.links[index], at: Point(box.center.x, box.y + 2 + setter.ascent(.note)),
        anchor: .middle, fill: .role(.divertInk)))
    layer.add(group)
  }

  private func headings() -> Group {
    var layer = Group(id: "headings", name: "headings", isLayer: true)
    guard let heading = text.heading, let place = places.heading else { return layer }
    layer.elements += setter.placed(
      [setter.line(heading)], of: heading, at: Point(place.x, place.y + setter.ascent(.lane)),
      column: places.headingRoom, fill: .role(.ink))
    return layer
  }

  // MARK: Journeys

  private func card(_ index: Int) -> Group {
    let node = content.nodes[index]
    let id = node.journey.id.rawValue
    var group = Group(
      id: "journey." + XMLName.escaped(id), name: "journey/" + id,
      title: Scalars.cleaned(node.journey.title), summary: summary.text(of: node))
    let rect = places.cards[index]
    group.add(
      .rect(rect, radius: 12), fill: .role(.card),
      stroke: node.isHot ? Stroke(.role(.ring), width: 3) : Stroke(.role(.axis), width: 1))
    addPanel(node, index, rect, to: &group)
    if content.form == .small {
      addSmall(node, index, rect, to: &group)
    } else {
      addWords(node, index, rect, to: &group)
    }
    // What is said in the journey's own words is read the way that these run.
    return node.runsAgainst(words.direction) ? group.mirrored(around: rect.center.x) : group
  }

  /// The feeling: colour, face and score; hollow where nobody was asked.
  private func addPanel(
    _ node: AtlasContent.Node, _ index: Int, _ rect: Rect, to group: inout Group
  ) {
    let width = sizes.panel
    let radius = sizes.face
    let card = text.cards[index]
    // Face, score and scale stand in the middle of the panel as one.
    let top = rect.center.y - AtlasSizes.feeling(card, radius: radius, theme) / 2
    let face = Point(rect.x + width / 2, top + radius)
    let baseline = top + 2 * radius + AtlasSizes.belowFace + setter.ascent(.score)
    func add(_ label: Typesetter.Label, _ y: Double, _ fill: Paint) {
      let line = setter.line(label)
      let scale = min(1, (width - 4) / max(1, line.width))
      group.add(
        TextLine(
          line.text, at: Point(face.x, y), anchor: .middle, role: label.role, fill: fill,
          width: line.width * scale, direction: label.direction, scale: scale))
    }
    func add(_ fill: Paint) {
      add(card.score, baseline, fill)
      if let label = card.scale { add(label, baseline + theme.lineHeight(.axisValue), fill) }
    }
    if let feeling = node.feeling, !feeling.isAssumed {
      group.add(.path(Self.leftPart(of: rect, width: width)), fill: .emotion(feeling.v))
      group.add(
        Group(keepsShape: true, elements: Face.draw(feeling.v, center: face, radius: radius)))
      return add(.onEmotion(feeling.v))
    }
    let inner = Rect(x: rect.x + 4, y: rect.y + 4, width: width - 4, height: rect.height - 8)
    group.add(
      .rect(inner, radius: 8),
      stroke: Stroke(
        node.feeling.map { .emotion($0.v) } ?? .role(.unknown), width: 1.5, dashes: [4, 3]))
    if let feeling = node.feeling {
      group.add(
        Group(
          keepsShape: true, elements: Face.draw(feeling.v, center: face, radius: radius * 0.72)))
    }
    add(node.feeling == nil ? .role(.inkSoft) : .role(.ink))
  }

  /// The left part of a rounded card.
  private static func leftPart(of rect: Rect, width: Double) -> Path {
    var path = Path()
    let (r, k) = (11.5, 11.5 * 0.448)
    let (left, top, right, bottom) = (rect.x + 0.5, rect.y + 0.5, rect.x + width, rect.maxY - 0.5)
    path.move(right, top)
    path.line(right, bottom)
    path.line(left + r, bottom)
    path.curve(left + k, bottom, left, bottom - k, left, bottom - r)
    path.line(left, top + r)
    path.curve(left, top + k, left + k, top, left + r, top)
    path.close()
    return path
  }

  /// Title, curve, ends and the hottest touchpoint, from top to bottom.
  private func addWords(
    _ node: AtlasContent.Node, _ index: Int, _ rect: Rect, to group: inout Group
  ) {
    let (text, size) = (text.cards[index], sizes.cards[index])
    let left = rect.x + sizes.panel + sizes.padding
    let column = sizes.column
    var y = rect.y + sizes.padding
    add(
      size.title, of: text.title, node, at: Point(left, y + 2 + setter.ascent(.cardTitle)), &group)
    y += Double(size.title.count) * theme.lineHeight(.cardTitle)
    addNotes(text, size, left, y, to: &group)
    // What hangs at the foot stands at one height in a row of cards.
    y = rect.y + rect.height - (size.words - (y - rect.y))
    y += Double(size.notes) * theme.lineHeight(.cardNote)
    if content.form == .full {
      let area = Rect(x: left, y: y + 10, width: column, height: sizes.curve)
      AtlasCurve(
        dots: node.dots, area: area, id: "curve." + XMLName.escaped(node.journey.id.rawValue)
      )
      .draw(unknown: text.unknown, setter, in: &group)
      y += 18 + sizes.curve
    }
    addEnds(text, left, column, &y, to: &group)
    AtlasBar(node: node, area: Rect(x: left, y: y, width: column, height: sizes.bar))
      .draw(hasInterval: content.form == .full, in: &group)
    y += sizes.bar + (content.form == .full ? 14 : 4)
    if let note = text.note {
      group.elements += setter.placed(
        size.note, of: note, at: Point(left, y + setter.ascent(.cardNote)), column: column,
        fill: .role(.inkSoft))
      y += Double(size.note.count) * theme.lineHeight(.cardNote)
    }
    addHottest(node, text, size.hottest, Point(left, y + 6), to: &group)
  }

  /// How many started, and when: on one line, the days at its end, where both fit.
  private func addNotes(
    _ text: AtlasText.Card, _ size: AtlasSizes.Card, _ left: Double, _ y: Double,
    to group: inout Group
  ) {
    var baseline = y + 2 + setter.ascent(.cardNote)
    let labels = [text.started, text.period].compactMap { $0 }
    for (row, (label, line)) in zip(labels, size.known).enumerated() {
      let isAtEnd = row > 0 && size.notes == 1
      if row > 0, !isAtEnd { baseline += theme.lineHeight(.cardNote) }
      if isAtEnd {
        group.elements.append(
          setter.placed(
            label, at: Point(left + sizes.column, baseline), anchor: .right, fill: .role(.inkSoft)))
      } else {
        group.elements += setter.placed(
          [line], of: label, at: Point(left, baseline), column: Self.widest([line]),
          fill: .role(.inkSoft))
      }
    }
  }

  /// How many complete and how many leave, on one line.
  private func addEnds(
    _ text: AtlasText.Card, _ left: Double, _ column: Double, _ y: inout Double,
    to group: inout Group
  ) {
    let height = theme.lineHeight(.stage)
    let baseline = y + height - 5
    let isKnown = text.complete != nil
    group.elements.append(
      setter.placed(
        text.completed, at: Point(left, baseline), fill: .role(isKnown ? .ink : .inkSoft)))
    if let complete = text.complete, sizes.saysComplete {
      let end = left + setter.width(text.completed) + AtlasSizes.beforeComplete
      group.elements.append(
        setter.placed(complete, at: Point(end, baseline), fill: .role(.inkSoft)))
    }
    if let exit = text.left {
      group.elements.append(
        setter.placed(
          exit, at: Point(left + column, baseline), anchor: .right, fill: .role(.leaveInk)))
    }
    y += height + 4
  }

  private func addHottest(
    _ node: AtlasContent.Node, _ text: AtlasText.Card, _ lines: [Typesetter.Line], _ place: Point,
    to group: inout Group
  ) {
    guard let label = text.hottest, !lines.isEmpty else { return }
    let middle = place.y + setter.ascent(.meta) - 0.36 * theme.style(.meta).size
    guard let hottest = node.hottest, let heat = text.heat else {
      group.elements += setter.placed(
        lines, of: label, at: Point(place.x, place.y + setter.ascent(.cardNote)),
        column: sizes.column, fill: .role(.inkSoft))
      return
    }
    let v = node.dots.first(where: \.isHottest)?.v
    group.add(
      .circle(Point(place.x + 8, middle), radius: 7.5),
      stroke: Stroke(.role(.ring), width: 2, dashes: hottest.kind == .sure ? [] : [3.5, 2.5]))
    group.add(
      .circle(Point(place.x + 8, middle), radius: 4),
      fill: v.map { .emotion($0) } ?? .role(.unknown))
    add(lines, of: label, node, at: Point(place.x + 22, place.y + setter.ascent(.meta)), &group)
    group.elements.append(
      setter.placed(
        heat, at: Point(place.x + sizes.column, place.y + setter.ascent(.meta)), anchor: .right,
        fill: .role(.leaveInk)))
  }

  /// Lines of the journey's own words, flush where everything else of its card begins; of a card that
  /// is mirrored every line by itself, since it is the other edge that is flush then.
  private func add(
    _ lines: [Typesetter.Line], of label: Typesetter.Label, _ node: AtlasContent.Node,
    at place: Point, _ group: inout Group
  ) {
    let isMirrored = node.runsAgainst(words.direction)
    for (row, line) in lines.enumerated() {
      group.elements += setter.placed(
        [line], of: label,
        at: Point(place.x, place.y + Double(row) * theme.lineHeight(label.role)),
        column: isMirrored ? line.width : Self.widest(lines), fill: .role(.ink))
    }
  }

  /// The width of the widest line: text that runs the other way than the picture ends there, and
  /// begins where everything else of its card does.
  private static func widest(_ lines: [Typesetter.Line]) -> Double {
    lines.reduce(0) { max($0, $1.width) }
  }

  /// Title, share and bar.
  private func addSmall(
    _ node: AtlasContent.Node, _ index: Int, _ rect: Rect, to group: inout Group
  ) {
    let (text, size) = (text.cards[index], sizes.cards[index])
    let left = rect.x + sizes.panel + sizes.padding
    let top = rect.y + sizes.padding - 2 + setter.ascent(.cardTitle)
    add(size.title, of: text.title, node, at: Point(left, top), &group)
    let baseline = rect.maxY - sizes.padding
    group.elements.append(
      setter.placed(
        text.completed, at: Point(left, baseline),
        fill: .role(node.own == nil ? .inkSoft : .ink)))
    let room = sizes.column - 46
    AtlasBar(
      node: node,
      area: Rect(x: left + 46, y: baseline - 2 - sizes.bar, width: room, height: sizes.bar),
      isBesideWords: true
    ).draw(hasInterval: false, in: &group)
  }
}
