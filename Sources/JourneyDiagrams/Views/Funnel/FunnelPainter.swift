import JourneyModel

/// Draws a funnel.
struct FunnelPainter {
  /// A line under a step, in lines.
  private struct Line {
    var exit: FunnelContent.ExitText
    var lines: [Typesetter.Line]
    var height: Double
  }

  let content: FunnelContent
  let frame: FunnelFrame
  let setter: Typesetter
  private let notes: [[Typesetter.Line]]
  private let exits: [[Line]]
  /// The width of the widest share beside a touchpoint.
  private let percentWidth: Double
  private let endName: [Typesetter.Line]
  private let endCount: [Typesetter.Line]

  /// How opaque those who leave the picture are.
  static let exitOpacity = 0.85
  /// How opaque those who are there already are.
  static let completedOpacity = 0.82
  /// How opaque those who are still here are.
  static let ribbonOpacity = 0.5

  /// Breaks the words of the funnel into lines.
  init(_ content: FunnelContent, frame: FunnelFrame, setter: Typesetter) throws {
    self.content = content
    self.frame = frame
    self.setter = setter
    let k = setter.theme.scale
    let room = frame.wordsWidth
    notes = try content.texts.map { try setter.lines($0.note, width: room) }
    let percentWidth =
      content.texts.flatMap(\.exits).compactMap(\.percent).map(setter.width).max() ?? 0
    self.percentWidth = percentWidth
    exits = try content.texts.map { text in
      try text.exits.map { exit in
        // All shares stand in one column; right to left they begin where names end.
        let beside = exit.percent == nil ? 0 : percentWidth + 10 * k
        let lines = try setter.lines(exit.label, width: room - 18 * k - beside)
        let height = Double(lines.count) * setter.theme.lineHeight(exit.label.role)
        let space = exit.label.role == .body ? 2 : 6.0
        return Line(exit: exit, lines: lines, height: height + space * k)
      }
    }
    endName = try setter.lines(content.endName, width: frame.endWidth)
    endCount = try content.endCount.map { try setter.lines($0, width: frame.endWidth) } ?? []
  }

  private var theme: Theme { setter.theme }
  private var k: Double { setter.theme.scale }

  /// The whole funnel under its band of stages.
  func body(top: Double, band: StageBand) -> Page.Body {
    let isBrief = theme.isBrief
    let numbersY = top + band.height + (isBrief ? 6 : 14) * k
    let numbers =
      theme.lineHeight(.figure) + Double(notes.map(\.count).max() ?? 0) * theme.lineHeight(.note)
    let ribbonY = (numbersY + numbers + (isBrief ? 8 : 16) * k).rounded()
    let floor = (ribbonY + frame.full + (isBrief ? 26 : 56) * k).rounded()
    let wordsY = floor + (isBrief ? 8 : 14) * k
    let height = exits.map { $0.reduce(0) { $0 + $1.height } }.max() ?? 0
    let bottom = wordsY + height + 4 * k
    return Page.Body(
      layers: [
        drawRules(top: top + band.height, bottom: bottom), band.draw(y: top),
        drawRibbon(y: ribbonY), drawCompleted(y: ribbonY), drawFalls(y: ribbonY, floor: floor),
        drawSteps(numbersY: numbersY, wordsY: wordsY), drawEnd(y: ribbonY),
      ], bottom: bottom)
  }

  // MARK: The ribbon

  private struct Stack {
    /// Where those still here begin below the ribbon's top, and where they end.
    var top: Double
    var bottom: Double
  }

  /// At each step those still here, under those who are there already; one more for the end.
  private var stacks: [Stack] {
    var done = 0.0
    var stacks: [Stack] = []
    for step in content.steps {
      stacks.append(
        Stack(top: done * frame.full, bottom: (done + step.reached) * frame.full))
      done += step.completed
    }
    stacks.append(Stack(top: done * frame.full, bottom: done * frame.full))
    return stacks
  }

  /// Where the falls of a step begin: everything before it is as thick as all who came.
  private func fallLeft(_ step: Int) -> Double {
    frame.edges(step).left + runUp + 12 * k
  }

  private func drawRibbon(y: Double) -> Group {
    var group = Group(id: "ribbon", name: "ribbon", isLayer: true)
    let stacks = self.stacks
    for (index, step) in content.steps.enumerated() {
      let edges = frame.edges(index)
      let turn = fallLeft(index)
      let stay = stacks[index].bottom - step.lost * frame.full
      // Those who go on or complete here: below them the others fall away.
      let path = Path.polygon([
        Point(edges.left, y + stacks[index].top), Point(edges.right, y + stacks[index].top),
        Point(edges.right, y + stay), Point(turn, y + stay),
        Point(turn, y + stacks[index].bottom), Point(edges.left, y + stacks[index].bottom),
      ])
      group.add(.path(path), fill: paint(index), opacity: Self.ribbonOpacity)
    }
    return group
  }

  /// The feeling of a step, turning into that of the next.
  private func paint(_ index: Int) -> Paint {
    func hue(_ felt: Double?) -> Paint.Gradient.Hue { felt.map { .emotion($0) } ?? .role(.unknown) }
    let felt = content.steps[index].felt
    let next = index + 1 < content.steps.count ? content.steps[index + 1].felt : felt
    guard felt != next else { return felt.map { .emotion($0) } ?? .role(.unknown) }
    let edges = frame.edges(index)
    return .gradient(
      Paint.Gradient(
        id: content.steps[index].id + ".paint", from: Point(edges.left, 0),
        to: Point(edges.right, 0),
        stops: [.init(0, hue(felt)), .init(0.55, hue(felt)), .init(1, hue(next))]))
  }

  /// Those who are there already, on top up to the end.
  private func drawCompleted(y: Double) -> Group {
    var group = Group(id: "completed", name: "completed", isLayer: true)
    let stacks = self.stacks
    guard let first = content.steps.firstIndex(where: { $0.completed > 0 }) else { return group }
    var path = Path()
    let start = frame.edges(first).left + frame.stepWidth * 0.55
    path.move(start, y)
    path.line(frame.stepsRight + 12 * k, y)
    path.line(frame.stepsRight + 12 * k, y + (stacks.last?.top ?? 0))
    for step in content.steps.indices.reversed() where step >= first {
      let (before, after) = (stacks[step].top, stacks[step + 1].top)
      let edges = frame.edges(step)
      let (x0, x1) = (edges.left + frame.stepWidth * 0.55, edges.right)
      path.line(x1, y + after)
      let middle = (x0 + x1) / 2
      path.curve(middle, y + after, middle, y + before, x0, y + before)
    }
    path.close()
    group.add(.path(path), fill: .role(.paper))
    group.add(.path(path), fill: .role(.badge), opacity: Self.completedOpacity)
    return group
  }

  // MARK: Falling out

  /// Those who leave the picture: they turn down out of the ribbon, the lowest first.
  private func drawFalls(y: Double, floor: Double) -> Group {
    var layer = Group(id: "exits", name: "exits", isLayer: true)
    let stacks = self.stacks
    for (index, step) in content.steps.enumerated() where step.lost > 0 {
      let turn = fallLeft(index)
      // All turn around one point, so that none leaves a gap to the next.
      let center = Point(turn, y + stacks[index].bottom + turnRadius)
      var radius = turnRadius
      var falls = Group(
        name: step.touchpoint == nil ? step.layer : nil,
        about: step.touchpoint.map { ["touchpoint/\($0)"] } ?? [])
      for exit in step.exits {
        let width = exit.share * frame.full
        let role = Self.role(of: exit.kind)
        let run = Rect(
          x: turn - runUp, y: center.y - radius - width, width: runUp, height: width)
        falls.add(
          .rect(run, radius: 0),
          fill: .gradient(
            Paint.Gradient(
              id: step.id + "." + FunnelContent.name(of: exit.kind) + ".paint",
              from: Point(run.x, 0), to: Point(run.maxX, 0),
              stops: [
                .init(0, .role(role), opacity: 0),
                .init(1, .role(role), opacity: Self.exitOpacity),
              ])))
        falls.add(
          .path(fall(around: center, radius: radius, width: width, floor: floor)),
          fill: .role(role), opacity: Self.exitOpacity)
        radius += width
      }
      layer.add(falls)
    }
    return layer
  }

  /// The radius of the inmost turn, and how long slices take to gain their colour before it.
  private var turnRadius: Double { 10 * k }
  private var runUp: Double { 44 * k }

  /// A slice that turns down around a point and ends in a tip on the floor.
  private func fall(
    around center: Point, radius: Double, width: Double, floor: Double
  ) -> Path {
    // Whoever is there is seen.
    let outer = radius + max(width, 2 * k)
    let tip = min((outer - radius) / 2, 9 * k)
    // How far the handles of a quarter of a circle reach.
    let bend = 0.5523
    var path = Path()
    path.move(center.x, center.y - radius)
    path.curve(
      center.x + radius * bend, center.y - radius, center.x + radius,
      center.y - radius * bend, center.x + radius, center.y)
    path.line(center.x + radius, floor - tip)
    path.line(center.x + (radius + outer) / 2, floor)
    path.line(center.x + outer, floor - tip)
    path.line(center.x + outer, center.y)
    path.curve(
      center.x + outer, center.y - outer * bend, center.x + outer * bend, center.y - outer,
      center.x, center.y - outer)
    path.close()
    return path
  }

  private static func role(of kind: FunnelSteps.Kind) -> ColorRole {
    switch kind {
    case .left: .leave
    case .diverted: .divert
    case .ended: .unknown
    }
  }

  private static func ink(of kind: FunnelSteps.Kind?) -> ColorRole {
    switch kind {
    case .left: .leaveInk
    case .diverted: .divertInk
    case .ended, nil: .inkSoft
    }
  }

  // MARK: Words

  private func drawRules(top: Double, bottom: Double) -> Group {
    var group = Group(id: "rules", name: "rules", isLayer: true)
    for index in content.steps.indices.dropFirst() {
      let x = frame.edges(index).left
      group.add(
        .line(Point(x, top), Point(x, bottom)),
        stroke: Stroke(.role(.line), width: 1.2 * k, dashes: [2 * k, 5 * k]))
    }
    return group
  }

  private func drawSteps(numbersY: Double, wordsY: Double) -> Group {
    var layer = Group(id: "steps", name: "steps", isLayer: true)
    for (index, step) in content.steps.enumerated() {
      let text = content.texts[index]
      var group = Group(
        id: step.id, name: step.layer,
        about: step.touchpoint == nil ? step.members.map { "touchpoint/\($0)" } : [],
        isLayer: true, title: Scalars.cleaned(step.name), summary: text.summary)
      let x = frame.edges(index).left + 12 * k
      group.elements.append(
        setter.placed(
          text.percent, at: Point(x, numbersY + setter.ascent(.figure)), fill: .role(.ink)))
      group.elements += setter.placed(
        notes[index], of: text.note,
        at: Point(x, numbersY + theme.lineHeight(.figure) + setter.ascent(.note)),
        column: frame.wordsWidth, fill: .role(.inkSoft))
      var y = wordsY
      for line in exits[index] {
        group.add(draw(line, x: x, y: y))
        y += line.height
      }
      layer.add(group)
    }
    return layer
  }

  private func draw(_ line: Line, x: Double, y: Double) -> Group {
    var group = Group(
      id: line.exit.id, name: "exit/" + line.exit.id, title: Scalars.cleaned(line.exit.title))
    let label = line.exit.label
    let isPlace = label.role == .body
    let baseline = y + (isPlace ? 0 : 4 * k) + setter.ascent(label.role)
    if let role = line.exit.isCompletion ? .badge : line.exit.kind.map(Self.role) {
      group.add(
        .rect(Rect(x: x, y: baseline - 10 * k, width: 11 * k, height: 11 * k), radius: 2 * k),
        fill: .role(role), opacity: Self.exitOpacity)
    }
    let indent = isPlace || line.exit.kind != nil || line.exit.isCompletion ? 18 * k : 0
    let beside = line.exit.percent == nil ? 0 : percentWidth + 10 * k
    group.elements += setter.placed(
      line.lines, of: label, at: Point(x + indent, baseline),
      column: frame.wordsWidth - 18 * k - beside,
      fill: .role(isPlace || line.exit.isCompletion ? .ink : Self.ink(of: line.exit.kind)))
    if let percent = line.exit.percent {
      group.elements.append(
        setter.placedNumber(
          percent, right: x + frame.wordsWidth, baseline: baseline, width: percentWidth,
          fill: .role(.inkSoft)))
    }
    return group
  }

  /// Who is there in the end.
  private func drawEnd(y: Double) -> Group {
    var group = Group(
      id: "end", name: "end", isLayer: true,
      title: content.subject.journey.ends.completed ?? content.subject.words.completed)
    let height =
      theme.lineHeight(.figure) + Double(endName.count) * theme.lineHeight(.lane)
      + Double(endCount.count) * theme.lineHeight(.note)
    let stack = stacks.last?.top ?? 0
    var top = max(y, y + stack / 2 - height / 2)
    group.elements.append(
      setter.placed(
        content.endPercent, at: Point(frame.endLeft, top + setter.ascent(.figure)),
        fill: .role(.ink)))
    top += theme.lineHeight(.figure)
    group.elements += setter.placed(
      endName, of: content.endName, at: Point(frame.endLeft, top + setter.ascent(.lane)),
      column: frame.endWidth, fill: .role(.ink))
    top += Double(endName.count) * theme.lineHeight(.lane)
    if let count = content.endCount {
      group.elements += setter.placed(
        endCount, of: count, at: Point(frame.endLeft, top + setter.ascent(.note)),
        column: frame.endWidth, fill: .role(.inkSoft))
    }
    return group
  }
}
