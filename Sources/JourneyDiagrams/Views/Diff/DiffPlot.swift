import JourneyAnalysis
import JourneyComparison
import JourneyModel

/// Both curves in place: what was felt, thin and dashed, and what is felt, bold; between them an
/// arrow at each touchpoint that both have.
struct DiffPlot {
  let content: DiffContent
  let frame: DiffFrame
  let setter: Typesetter
  /// The top and the bottom of the plot, neutral being y = 0.
  let top: Double
  let bottom: Double
  /// Where the labels at the lines' ends stand, neutral being y = 0.
  private let labels: [Label]

  /// A label at a line's end.
  private struct Label {
    var end: Point
    var label: Typesetter.Label
    var lines: [Typesetter.Line]
    var top: Double
    var isAfter: Bool
  }

  /// The dashes of the line of what was felt.
  static let dashes = [7.0, 6.0]
  /// The radius of a mark of what was felt.
  private static let markRadius = 6.0
  /// Half the size of the sign at a circle.
  private static let signRadius = 6.0

  private var k: Double { setter.theme.scale }

  init(_ content: DiffContent, frame: DiffFrame, setter: Typesetter) throws {
    self.content = content
    self.frame = frame
    self.setter = setter
    let k = setter.theme.scale
    labels = setter.theme.isBrief ? [] : try Self.labels(content, frame: frame, setter: setter)
    let levels = content.levels.levels.map { -$0.v * frame.unit }
    let values = content.columns.flatMap { [$0.before, $0.after] }.compactMap { $0 }
    let heights = values.map { -$0.v * frame.unit }
    // Beyond each circle there is room for a sign.
    let room = frame.radius + (8 + 2 * Self.signRadius) * k
    top = min(
      (levels.min() ?? 0) - 16 * k, (heights.min() ?? 0) - room - 4 * k,
      labels.first?.top ?? 0)
    bottom = max(
      (levels.max() ?? 0) + 16 * k, (heights.max() ?? 0) + room + 2 * k,
      labels.map {
        $0.top + Double($0.lines.count) * setter.theme.lineHeight($0.label.role)
      }.max() ?? 0)
  }

  private static func labels(
    _ content: DiffContent, frame: DiffFrame, setter: Typesetter
  ) throws -> [Label] {
    var labels: [Label] = []
    func add(_ points: [Point?], _ label: Typesetter.Label, isAfter: Bool) throws {
      guard let end = points.last(where: { $0 != nil }) ?? nil else { return }
      let lines = try setter.lines(label, width: frame.labelWidth)
      labels.append(
        Label(
          end: end, label: label, lines: lines, top: 0, isAfter: isAfter))
    }
    let marks = content.columns.indices.map { index in
      Self.mark(index, content, frame: frame, setter.theme.scale)
    }
    try add(marks, content.before, isAfter: false)
    let circles = content.columns.enumerated().map { index, column in
      column.after.map { Point(frame.center(index), -$0.v * frame.unit) }
    }
    try add(circles, content.after, isAfter: true)
    let order = labels.indices.sorted { (labels[$0].end.y, $0) < (labels[$1].end.y, $1) }
    labels = order.map { labels[$0] }
    func height(_ label: Label) -> Double {
      Double(label.lines.count) * setter.theme.lineHeight(label.label.role)
    }
    let tops = Stacking.tops(
      wanted: labels.map { $0.end.y - setter.theme.lineHeight($0.label.role) / 2 },
      heights: labels.map { height($0) + 6 * setter.theme.scale })
    for (index, top) in tops.enumerated() { labels[index].top = top }
    return labels
  }

  /// Where it is marked what was felt, neutral being y = 0.
  ///
  /// At its score, beside the circle where it would hide behind it. The line goes through the marks.
  private static func mark(
    _ index: Int, _ content: DiffContent, frame: DiffFrame, _ k: Double
  ) -> Point? {
    let column = content.columns[index]
    guard let before = column.before else { return nil }
    var mark = Point(frame.center(index), -before.v * frame.unit)
    let beside = frame.radius + (markRadius + 4) * k
    if let after = column.after, !column.isShared,
      (-after.v * frame.unit - mark.y).magnitude < beside
    {
      mark.x -= beside
    }
    return mark
  }

  // MARK: Layers

  /// Pale columns behind what came and what went.
  func drawGrounds(neutral: Double, bottom: Double) -> Group {
    var group = Group(id: "changes", name: "changes", isLayer: true)
    for (index, column) in content.columns.enumerated()
    where column.what.isNew || column.what.isGone {
      let edges = frame.edges(index)
      let rect = Rect(
        x: edges.left + 2 * k, y: neutral + top, width: edges.right - edges.left - 4 * k,
        height: bottom - neutral - top)
      if column.what.isNew {
        group.add(.rect(rect, radius: 8 * k), fill: .role(.band))
      } else {
        group.add(
          .rect(rect, radius: 8 * k),
          stroke: Stroke(.role(.axis), width: 1.2 * k, dashes: [4 * k, 5 * k]))
      }
    }
    return group
  }

  /// From the ends of the lines to their labels, and the labels.
  func drawLabels(neutral: Double) -> Group {
    var group = Group(id: "sides", name: "sides", isLayer: true)
    for label in labels {
      let size = setter.theme.style(label.label.role).size
      let end = Point(label.end.x, label.end.y + neutral)
      let target = Point(
        frame.labelLeft - 6 * k, neutral + label.top + setter.ascent(label.label.role) - 0.3 * size)
      let bend = max(end.x, frame.plotRight - frame.columnWidth * 0.3)
      var path = Path()
      path.move(end.x, end.y)
      if bend > end.x { path.line(bend, end.y) }
      let middle = (bend + target.x) / 2
      path.curve(middle, end.y, middle, target.y, target.x, target.y)
      group.add(.path(path), stroke: Stroke(.role(.axis), width: 1.2 * k))
      group.elements += setter.placed(
        label.lines, of: label.label,
        at: Point(frame.labelLeft, neutral + label.top + setter.ascent(label.label.role)),
        column: frame.labelWidth, fill: .role(label.isAfter ? .ink : .inkSoft))
    }
    return group
  }

  /// The line of what was felt.
  func drawBefore(neutral: Double) -> Group {
    var group = Group(id: "before", name: "before", isLayer: true)
    let points = content.columns.indices.map { index in
      Self.mark(index, content, frame: frame, k).map { Point($0.x, $0.y + neutral) }
    }
    for (from, to) in Self.steps(points) {
      guard let a = points[from], let b = points[to] else { continue }
      // Past one that is new it leads straight on: there was nothing between.
      let isKnown = content.columns[from + 1..<to].allSatisfy(\.what.isNew)
      group.add(
        .path(StepCurve(a, b).path()),
        stroke: isKnown
          ? Stroke(.role(.belief), width: 2.2 * k, dashes: Self.dashes.map { $0 * k })
          : bridge(width: 1.6))
    }
    return group
  }

  /// The line of what is felt: hollow where a score is assumed, dotted over what is not measured.
  func drawAfter(neutral: Double) -> Group {
    var group = Group(id: "after", name: "after", isLayer: true)
    let values = content.columns.map(\.after)
    let points = points(values, neutral: neutral)
    for (from, to) in Self.steps(points) {
      guard let a = points[from], let b = points[to], let first = values[from],
        let second = values[to]
      else { continue }
      guard content.columns[from + 1..<to].allSatisfy(\.what.isGone) else {
        group.add(.path(StepCurve(a, b).path()), stroke: bridge(width: 2.2))
        continue
      }
      let names = (
        content.columns[from].what.touchpoint.id, content.columns[to].what.touchpoint.id
      )
      let id =
        "after." + XMLName.escaped(names.0.rawValue) + "." + XMLName.escaped(names.1.rawValue)
      let paint: Paint =
        first.v == second.v
        ? .emotion(first.v)
        : .gradient(
          Paint.Gradient(
            id: id, from: Point(a.x, 0), to: Point(b.x, 0),
            stops: [.init(0, .emotion(first.v)), .init(1, .emotion(second.v))]))
      let ghosts = (from + 1..<to).compactMap { index in
        content.columns[index].before.map {
          Point(frame.center(index), neutral - $0.v * frame.unit)
        }
      }
      let path = StepCurve.path(
        from: a, to: b, around: ghosts, above: frame.radius + 14 * k, below: frame.radius + 9 * k)
      group.add(.path(path), stroke: Stroke(paint, width: 7 * k))
      if first.isAssumed || second.isAssumed {
        group.add(.path(path), stroke: Stroke(.role(.paper), width: 3.4 * k))
      }
    }
    return group
  }

  /// What stands in the plot for one touchpoint: its mark as it was, the arrow, its circle.
  func drawMarks(_ index: Int, neutral: Double) -> [Element] {
    let column = content.columns[index]
    var group = Group()
    let x = frame.center(index)
    func y(_ value: DiffContent.Value) -> Double { neutral - value.v * frame.unit }
    if column.what.isGone {
      if let before = column.before { drawGhost(column, before, x, y(before), into: &group) }
      return group.elements
    }
    if let before = column.before {
      // The arrow covers the half of the mark that it leaves from.
      if let after = column.after {
        drawArrow(column, x, from: y(before), to: y(after), into: &group)
      }
      // Where nobody told the two apart there is one circle.
      if !column.isShared, let mark = Self.mark(index, content, frame: frame, k) {
        group.add(
          .circle(Point(mark.x, mark.y + neutral), radius: Self.markRadius * k),
          fill: .role(.paper),
          stroke: Stroke(
            .emotion(before.v), width: 2.4 * k, dashes: before.isAssumed ? [3 * k, 3 * k] : []))
      }
    }
    if let after = column.after {
      let center = Point(x, y(after))
      group.add(.circle(center, radius: frame.radius + 3 * k), fill: .role(.paper))
      if after.isAssumed {
        group.add(
          .circle(center, radius: frame.radius - 1.5 * k), fill: .role(.paper),
          stroke: Stroke(.emotion(after.v), width: 3 * k))
      } else {
        group.add(.circle(center, radius: frame.radius), fill: .emotion(after.v))
      }
      place(column.score, center, after.isAssumed ? .role(.ink) : .onEmotion(after.v), &group)
      if column.isForemost {
        group.add(.circle(center, radius: frame.radius + 5.5 * k), stroke: Self.ring(k))
      }
      if column.what.isNew { drawBadge(.new, beside: center, into: &group) }
    } else {
      let center = Point(x, neutral)
      group.add(
        .circle(center, radius: frame.radius), fill: .role(.paper),
        stroke: Stroke(.role(.unknown), width: 2.4 * k, dashes: [4 * k, 4 * k]))
      if column.what.isNew { drawBadge(.new, beside: center, into: &group) }
    }
    return group.elements
  }

  // MARK: Parts

  private func drawGhost(
    _ column: DiffContent.Column, _ before: DiffContent.Value, _ x: Double, _ y: Double,
    into group: inout Group
  ) {
    let center = Point(x, y)
    group.add(.circle(center, radius: frame.radius + 3 * k), fill: .role(.paper))
    group.add(
      .circle(center, radius: frame.radius), fill: .role(.paper),
      stroke: Stroke(.emotion(before.v), width: 1.8 * k, dashes: [3.5 * k, 3.5 * k]))
    place(column.score, center, .role(.inkSoft), &group)
    drawBadge(.gone, beside: center, into: &group)
  }

  private func place(
    _ score: Typesetter.Label?, _ center: Point, _ fill: Paint, _ group: inout Group
  ) {
    guard let score else { return }
    let size = setter.theme.style(.score).size
    group.elements.append(
      setter.placed(score, at: Point(center.x, center.y + 0.36 * size), anchor: .middle, fill: fill)
    )
  }

  /// A sign at the upper right of a circle.
  private func drawBadge(_ sign: DiffSign, beside circle: Point, into group: inout Group) {
    let distance = frame.radius * 0.92
    let center = Point(circle.x + distance, circle.y - distance)
    group.add(
      .circle(center, radius: 8.5 * k), fill: .role(.paper),
      stroke: Stroke(.role(sign == .new ? .ink : .inkSoft), width: 1.4 * k))
    group.elements += sign.draw(center: center, radius: 4.2 * k, scale: k).map { .shape($0) }
  }

  private func drawArrow(
    _ column: DiffContent.Column, _ x: Double, from: Double, to: Double, into group: inout Group
  ) {
    // Where both stand at the same height the sign knows.
    let isUp = to == from ? column.felt?.tendency == .better : to < from
    let direction = isUp ? -1.0 : 1.0
    let start = from + direction * Self.markRadius * k
    let end = to - direction * (frame.radius + (column.isForemost ? 8 : 4) * k)
    let head = 9 * k
    let isSure = column.felt?.isBeyondChance ?? false
    guard (end - start) * direction > head + 2 * k else {
      // Too short for a shaft: what is called better or worse has an arrow all the same.
      guard !content.isOfPersonas, let sign = column.sign, sign != .same else { return }
      // What stands out by another figure has no arrow of what may be chance.
      if column.isForemost, !isSure { return }
      // Above or below, where it points: the lines go to the left and to the right.
      let distance = frame.radius + ((column.isForemost ? 8 : 4) + Self.signRadius) * k
      let center = Point(x, to + direction * distance)
      group.elements.append(
        .shape(
          DiffSign.arrowHead(
            center: center, radius: Self.signRadius * k, isUp: isUp, isSure: isSure, scale: k)))
      return
    }
    let paint: Paint = content.isOfPersonas ? .role(.belief) : DiffSign.paint(isBetter: isUp)
    if content.isOfPersonas {
      // Neither was before the other, so nothing points.
      return group.add(
        .line(Point(x, start), Point(x, end)),
        stroke: Stroke(paint, width: (isSure ? 3 : 1.6) * k, dashes: isSure ? [] : [3 * k, 3 * k]))
    }
    let neck = end - direction * head
    group.add(
      .line(Point(x, start), Point(x, neck)),
      stroke: Stroke(
        paint, width: (isSure ? 3 : 1.6) * k, dashes: isSure ? [] : [3 * k, 3 * k]))
    let tip = Path.polygon([Point(x, end), Point(x - 6 * k, neck), Point(x + 6 * k, neck)])
    if isSure {
      group.add(.path(tip), fill: paint)
    } else {
      group.add(.path(tip), fill: .role(.paper), stroke: Stroke(paint, width: 1.6 * k))
    }
  }

  private func points(_ values: [DiffContent.Value?], neutral: Double) -> [Point?] {
    values.enumerated().map { index, value in
      value.map { Point(frame.center(index), neutral - $0.v * frame.unit) }
    }
  }

  private func bridge(width: Double) -> Stroke {
    Stroke(
      .role(.unknown), width: width * k, dashes: CurvePlot.bridge.map { $0 * k }, isRound: true)
  }

  /// From each known point to the next known one.
  private static func steps(_ points: [Point?]) -> [(Int, Int)] {
    let known = points.indices.filter { points[$0] != nil }
    return Array(zip(known, known.dropFirst()))
  }

  /// The ring around the circle of the touchpoint that stands out.
  static func ring(_ k: Double) -> Stroke { Stroke(.role(.ink), width: 2.6 * k) }
}
