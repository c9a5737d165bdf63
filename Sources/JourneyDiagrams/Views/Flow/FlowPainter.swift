import JourneyAnalysis
import JourneyModel

/// Draws the placed flow: stages below, then ribbons, cards, and words on top.
struct FlowPainter {
  let subject: Subject
  let setter: Typesetter
  let graph: FlowGraph
  let text: FlowText
  let sizes: FlowSizes
  let places: FlowPlaces
  let routes: FlowRoutes
  let numbers: FlowNumbers

  var theme: Theme { setter.theme }
  var summary: FlowSummary { FlowSummary(subject) }

  /// The layers, the lowest first.
  func layers() -> [Group] {
    var flow = Group(id: "flow", name: "flow", isLayer: true)
    // Wide ribbons below thin ones.
    let order = graph.links.indices.sorted {
      (graph.links[$1].traffic ?? 0, $0) < (graph.links[$0].traffic ?? 0, $1)
    }
    if !graph.hasFlow { addFirstArrow(to: &flow) }
    for index in order { if let route = routes.links[index] { flow.add(ribbon(index, route)) } }
    var labels = Group(id: "numbers", name: "numbers", isLayer: true)
    for index in graph.links.indices { addLabel(index, to: &labels) }
    var cards = Group(id: "touchpoints", name: "touchpoints", isLayer: true)
    for index in graph.cards.indices { cards.add(card(index)) }
    return [stages(), flow, titles(), labels, cards, ends()]
  }

  // MARK: Stages

  private func stages() -> Group {
    var layer = Group(id: "stages", name: "stages", isLayer: true)
    for (index, stage) in graph.stages.enumerated() {
      guard !places.stageParts[index].isEmpty else { continue }
      let name = stage.id.rawValue
      var group = Group(
        id: "stage." + XMLName.escaped(name), name: "stage/" + name,
        title: Scalars.cleaned(name))
      for rect in places.stageParts[index] {
        group.add(.rect(rect, radius: 16), fill: .role(.band))
      }
      layer.add(group)
    }
    return layer
  }

  /// The titles of stages, above the ribbons that pass them.
  private func titles() -> Group {
    var layer = Group(id: "titles", name: "titles", isLayer: true)
    for (index, stage) in graph.stages.enumerated() {
      let parts = places.stageParts[index]
      let text = text.stages[index]
      let isLeft = !setter.standsAtRight(text.name)
      let name = setter.width(text.name)
      let both = name + (text.note.map { setter.width($0) + 24 } ?? 0)
      // In the first row where everything fits; the name again in the others.
      let home =
        parts.firstIndex { $0.width >= both + 36 }
        ?? parts.indices.max { parts[$0].width < parts[$1].width }
      var group = Group(id: "title." + XMLName.escaped(stage.id.rawValue))
      for (place, rect) in parts.enumerated() where rect.width >= name + 36 || place == home {
        let hasNote = place == home && rect.width >= both + 36
        add(text.name, in: rect, isLeft: isLeft, fill: place == home ? .ink : .inkSoft, to: &group)
        if hasNote, let note = text.note {
          add(note, in: rect, isLeft: !isLeft, fill: .inkSoft, to: &group)
        }
      }
      layer.add(group)
    }
    return layer
  }

  /// Words in an upper corner of a stage.
  private func add(
    _ label: Typesetter.Label, in rect: Rect, isLeft: Bool, fill: ColorRole, to group: inout Group
  ) {
    let baseline = rect.y + 17 + setter.ascent(.stage)
    // A name that a torn stage has no room for is set smaller.
    let scale = min(1, (rect.width - 36) / max(1, setter.width(label)))
    let width = setter.width(label) * scale
    addGround(isLeft ? rect.x + 18 : rect.maxX - 18 - width, width, baseline, to: &group)
    let line = setter.line(label)
    group.add(
      TextLine(
        line.text, at: Point(isLeft ? rect.x + 18 : rect.maxX - 18, baseline),
        anchor: isLeft ? .left : .right, role: label.role, fill: .role(fill), width: width,
        direction: label.direction, scale: scale))
  }

  /// Words that a ribbon passes stand on the stage's ground.
  private func addGround(
    _ left: Double, _ width: Double, _ baseline: Double, to group: inout Group
  ) {
    let box = Rect(x: left - 4, y: baseline - 15, width: width + 8, height: 21)
    let isCrossed = routes.links.contains { $0?.touches(box) ?? false }
    if isCrossed { group.add(.rect(box, radius: 5), fill: .role(.band), opacity: 0.86) }
  }

  // MARK: Ribbons

  private func ribbon(_ index: Int, _ route: FlowRoutes.Route) -> Group {
    let link = graph.links[index]
    var group = Group(
      id: link.id,
      name: "transition/" + graph.name(of: link.source) + "/" + graph.name(of: link.target),
      title: summary.text(of: link, in: graph))
    let (source, target) = (v(of: link.source), v(of: link.target))
    let known = (source: source ?? target, target: target ?? source)
    let opacity = Self.opacity(of: route.width, theme)
    for (row, part) in route.parts.enumerated() {
      let paint: Paint
      if let v = known.source, known.target == v {
        paint = .emotion(v)
      } else if let from = known.source, let to = known.target {
        let ends = link.goesBack ? (to, from) : (from, to)
        let knots = route.curve.knots
        // The whole ribbon's change, moved with its row.
        let dx = (part.knots.first?.x ?? 0) - rowStart(of: row, route)
        paint = .gradient(
          Paint.Gradient(
            id: link.id + ".paint" + (row > 0 ? ".\(row + 1)" : ""),
            from: Point((knots.first?.x ?? 0) + dx, route.tip.y),
            to: Point((knots.last?.x ?? 0) + dx, route.tip.y),
            stops: [.init(0, .emotion(ends.0)), .init(1, .emotion(ends.1))]))
      } else {
        paint = .role(.unknown)
      }
      group.add(.path(part.path), stroke: Stroke(paint, width: route.width, opacity: opacity))
      if row > 0 { addBreak(part.knots.first, route.width, to: &group) }
      if row < route.parts.count - 1 { addBreak(part.knots.last, route.width, to: &group) }
    }
    let half = max(4.5, route.width / 2 + 1.5)
    let base = route.tip.x - route.arrow
    group.add(
      .path(
        .polygon([
          Point(base, route.tip.y - half), route.tip, Point(base, route.tip.y + half),
        ])), fill: known.target.map { .emotion($0) } ?? .role(.unknown),
      opacity: min(1, opacity + 0.12))
    return group
  }

  /// A mark where a ribbon goes over into another row.
  private func addBreak(_ place: Point?, _ width: Double, to group: inout Group) {
    guard let place else { return }
    let half = width / 2 + 5
    group.add(
      .line(Point(place.x, place.y - half), Point(place.x, place.y + half)),
      stroke: Stroke(.role(.inkSoft), width: 2, dashes: [2, 3]))
  }

  /// Where a row's part of a ribbon begins before folding.
  private func rowStart(of row: Int, _ route: FlowRoutes.Route) -> Double {
    route.parts[..<row].reduce(route.curve.knots.first?.x ?? 0) { $0 + $1.length }
  }

  /// Thin ribbons are more opaque, so that they stay seen.
  static func opacity(of width: Double, _ theme: Theme) -> Double {
    let thin = max(0, 1 - width / 10)
    return theme.ribbonOpacity + (0.85 - theme.ribbonOpacity) * thin
  }

  private func addLabel(_ index: Int, to layer: inout Group) {
    guard let place = numbers.places[index] else { return }
    let box = place.box
    var group = Group(id: graph.links[index].id + ".number")
    if place.isOnRibbon {
      let ground: ColorRole = places.isInStage(box.center) ? .band : .paper
      // Its own ribbon shines through; another would strike it out.
      group.add(
        .rect(box, radius: 5), fill: .role(ground), opacity: place.isCrossed ? 1 : 0.82)
    }
    group.elements += setter.placed(
      place.label.lines, of: place.label.text,
      at: Point(box.center.x, box.y + 3 + setter.ascent(.note)),
      anchor: .middle, fill: .role(.inkSoft))
    layer.add(group)
  }

  /// Without flow the start leads to the first touchpoint.
  private func addFirstArrow(to layer: inout Group) {
    guard let start = places.start, let card = places.cards.first else { return }
    let curve = FlowCurve([
      Point(start.maxX, start.center.y), Point(card.x - 11, card.center.y),
    ])
    layer.add(.path(curve.path), stroke: Stroke(.role(.unknown), width: FlowSizes.arrow))
    let tip = Point(card.x - 2, card.center.y)
    layer.add(
      .path(.polygon([Point(tip.x - 9, tip.y - 4.5), tip, Point(tip.x - 9, tip.y + 4.5)])),
      fill: .role(.unknown))
  }

  func v(of place: FlowGraph.Place) -> Double? {
    if case .card(let index) = place { graph.cards[index].v } else { nil }
  }

  // MARK: Start and end

  private func ends() -> Group {
    var layer = Group(id: "ends", name: "ends", isLayer: true)
    if let rect = places.start {
      layer.add(
        terminal("start", rect, text.start, sizes.start, fill: .card, ink: .ink, note: .inkSoft))
    }
    if let rect = places.completed {
      layer.add(
        terminal(
          "completed", rect, text.completed, sizes.completed, fill: .badge, ink: .onBadge,
          note: .onBadge))
    }
    return layer
  }

  private func terminal(
    _ name: String, _ rect: Rect, _ text: FlowText.Terminal, _ size: FlowSizes.Terminal,
    fill: ColorRole, ink: ColorRole, note: ColorRole
  ) -> Group {
    var group = Group(id: name, name: name, title: setter.line(text.name).text)
    group.add(
      .rect(rect, radius: min(24, rect.height / 2)), fill: .role(fill),
      stroke: fill == .card ? Stroke(.role(.axis), width: 1.5) : nil)
    let height =
      Double(size.name.count) * theme.lineHeight(.cardTitle)
      + Double(size.notes.joined().count) * theme.lineHeight(.cardNote)
    var y = rect.center.y - height / 2
    group.elements += setter.placed(
      size.name, of: text.name, at: Point(rect.center.x, y + 3 + setter.ascent(.cardTitle)),
      anchor: .middle, fill: .role(ink))
    y += Double(size.name.count) * theme.lineHeight(.cardTitle)
    for (label, lines) in zip(text.notes, size.notes) {
      group.elements += setter.placed(
        lines, of: label, at: Point(rect.center.x, y + 3 + setter.ascent(.cardNote)),
        anchor: .middle, fill: .role(note))
      y += Double(lines.count) * theme.lineHeight(.cardNote)
    }
    return group
  }
}
