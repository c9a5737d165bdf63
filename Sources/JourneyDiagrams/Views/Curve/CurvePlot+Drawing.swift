import JourneyModel

extension CurvePlot {
  /// The whole plot under its band of stages.
  func body(top y: Double, band: StageBand) -> Page.Body {
    let k = setter.theme.scale
    let neutral = (y + band.height + (band.height > 0 ? 12 * k : 0) - top).rounded()
    let namesY = (neutral + bottom + 12 * k).rounded()
    var layers = [band.draw(y: y), drawUnknown(neutral: neutral)]
    let belief = MapBelief(
      x: content.columns.indices.map(frame.center),
      felt: content.columns.map { $0.felt.map { -$0.v * frame.unit } },
      believed: content.columns.map { $0.believed.map { -$0 * frame.unit } })
    layers.append(
      Group(
        id: "gap", name: "gap", isLayer: true,
        elements: belief.areas(down: neutral).map { .shape($0) }))
    layers.append(
      content.levels.draw(left: frame.left, right: frame.plotRight) { v in
        neutral - v * frame.unit
      })
    layers.append(drawLeaders(neutral: neutral))
    layers.append(drawInterval(neutral: neutral))
    layers.append(drawBelief(belief, neutral: neutral))
    layers.append(drawFelt(neutral: neutral))
    layers += drawThinLines(neutral: neutral)
    layers.append(drawTouchpoints(neutral: neutral, namesY: namesY))
    layers.append(drawLabels(neutral: neutral))
    return Page.Body(layers: layers, bottom: namesY + namesHeight)
  }

  // MARK: Below the lines

  /// Pale columns where nothing was measured.
  private func drawUnknown(neutral: Double) -> Group {
    let k = setter.theme.scale
    var group = Group(id: "unmeasured", name: "unmeasured", isLayer: true)
    for (index, column) in content.columns.enumerated() where column.felt == nil {
      let edges = frame.edges(index)
      group.add(
        .rect(
          Rect(
            x: edges.left + 3 * k, y: neutral + top, width: edges.right - edges.left - 6 * k,
            height: bottom - top), radius: 6 * k), fill: .role(.band))
    }
    return group
  }

  /// From the end of each line to its label.
  private func drawLeaders(neutral: Double) -> Group {
    let k = setter.theme.scale
    var group = Group(id: "leaders", name: "leaders", isLayer: true)
    for label in labels {
      let end = Point(label.end.x, label.end.y + neutral)
      // To the middle of the small letters of the label's first line.
      let size = setter.theme.style(label.label.role).size
      let target = Point(
        frame.labelLeft - 6 * k,
        neutral + label.top + setter.ascent(label.label.role) - 0.3 * size)
      let bend = max(end.x, frame.plotRight - frame.columnWidth * 0.3)
      var path = Path()
      path.move(end.x, end.y)
      if bend > end.x { path.line(bend, end.y) }
      let middle = (bend + target.x) / 2
      path.curve(middle, end.y, middle, target.y, target.x, target.y)
      group.add(.path(path), stroke: Stroke(.role(.axis), width: 1.2 * k))
    }
    return group
  }

  /// The band of the interval around the bold line.
  private func drawInterval(neutral: Double) -> Group {
    let k = setter.theme.scale
    var group = Group(id: "interval", name: "interval", isLayer: true)
    let intervals = content.columns.map { $0.felt?.interval }
    func edge(_ column: Int, _ v: Double) -> Point {
      let point = self.point(column, v)
      return Point(point.x, point.y + neutral)
    }
    var index = 0
    while index < intervals.count {
      guard let first = intervals[index] else {
        index += 1
        continue
      }
      var run = [first]
      while index + run.count < intervals.count, let next = intervals[index + run.count] {
        run.append(next)
      }
      if run.count == 1 {
        // A piece of the band that its circle does not hide.
        let ends = (edge(index, first.low), edge(index, first.high))
        let half = min(frame.radius + 14 * k, frame.columnWidth / 2 - 3 * k)
        group.add(
          .rect(
            Rect(
              x: ends.0.x - half, y: min(ends.0.y, ends.1.y), width: 2 * half,
              height: abs(ends.0.y - ends.1.y)), radius: 0),
          fill: .role(.whisker), opacity: Self.bandOpacity)
      } else {
        var path = Path()
        let upper = run.enumerated().map { edge(index + $0, $1.high) }
        let lower = run.enumerated().map { edge(index + $0, $1.low) }
        Self.trace(upper, into: &path, isFirst: true)
        Self.trace(lower.reversed(), into: &path, isFirst: false)
        path.close()
        group.add(.path(path), fill: .role(.whisker), opacity: Self.bandOpacity)
      }
      index += run.count
    }
    return group
  }

  private func drawBelief(_ belief: MapBelief, neutral: Double) -> Group {
    let k = setter.theme.scale
    var group = Group(id: "belief", name: "belief", isLayer: true)
    for path in belief.line(down: neutral) {
      group.add(
        .path(path), stroke: Stroke(.role(.belief), width: 2.4 * k, dashes: [7 * k, 6 * k]))
    }
    return group
  }

  // MARK: Lines

  /// The lines of personas, or of everybody beside one persona.
  private func drawThinLines(neutral: Double) -> [Group] {
    let k = setter.theme.scale
    return content.lines.enumerated().map { number, line in
      var group = Group(
        id: "line." + XMLName.escaped(line.id), name: "line/" + line.id, isLayer: true,
        title: Scalars.cleaned(line.name))
      let points = line.values.enumerated().map { column, value in
        value.map { value -> Point in
          let point = self.point(column, value.v, offset: frame.offsets[number])
          return Point(point.x, point.y + neutral)
        }
      }
      for (from, to) in Self.steps(points) {
        guard let a = points[from], let b = points[to] else { continue }
        let isBridge = to > from + 1
        group.add(
          .path(Self.step(a, b)),
          stroke: isBridge
            ? bridgeStroke(width: 1.4)
            : Stroke(.role(.inkSoft), width: 1.8 * k, dashes: line.mark.dashes(scale: k)))
      }
      for case (let point?, let value?) in zip(points, line.values) {
        if let interval = value.interval {
          let (low, high) = (interval.low, interval.high)
          let whisker = Self.whisker(
            Point(point.x, neutral - low * frame.unit),
            Point(point.x, neutral - high * frame.unit), half: 4 * k)
          group.add(.path(whisker), stroke: Stroke(.role(.whisker), width: 1.6 * k))
        }
        let mark = line.mark.geometry(point, radius: 6.5 * k)
        if value.isAssumed {
          group.add(mark, fill: .role(.paper), stroke: Stroke(.emotion(value.v), width: 2.2 * k))
        } else {
          group.add(mark, fill: .emotion(value.v), stroke: Stroke(.role(.paper), width: 1.4 * k))
        }
      }
      return group
    }
  }

  /// The bold line: hollow where a score is assumed, a dotted bridge over what is not measured.
  private func drawFelt(neutral: Double) -> Group {
    let k = setter.theme.scale
    var group = Group(id: "felt", name: "felt", isLayer: true)
    let points = content.columns.enumerated().map { index, column in
      column.felt.map { felt -> Point in
        let point = self.point(index, felt.v)
        return Point(point.x, point.y + neutral)
      }
    }
    for (from, to) in Self.steps(points) {
      guard let a = points[from], let b = points[to], let first = content.columns[from].felt,
        let second = content.columns[to].felt
      else { continue }
      guard to == from + 1 else {
        group.add(.path(Self.step(a, b)), stroke: bridgeStroke(width: 2.2))
        continue
      }
      let names = (content.columns[from].touchpoint.id, content.columns[to].touchpoint.id)
      let id =
        "felt." + XMLName.escaped(names.0.rawValue) + "." + XMLName.escaped(names.1.rawValue)
      let paint: Paint =
        first.v == second.v
        ? .emotion(first.v)
        : .gradient(
          Paint.Gradient(
            id: id, from: Point(a.x, 0), to: Point(b.x, 0),
            stops: [.init(0, .emotion(first.v)), .init(1, .emotion(second.v))]))
      let path = Self.step(a, b)
      group.add(.path(path), stroke: Stroke(paint, width: 7 * k))
      if first.isAssumed || second.isAssumed {
        group.add(.path(path), stroke: Stroke(.role(.paper), width: 3.4 * k))
      }
    }
    return group
  }

  private func bridgeStroke(width: Double) -> Stroke {
    let k = setter.theme.scale
    return Stroke(
      .role(.unknown), width: width * k, dashes: Self.bridge.map { $0 * k }, isRound: true)
  }

  /// From each known point to the next known one.
  private static func steps(_ points: [Point?]) -> [(Int, Int)] {
    let known = points.indices.filter { points[$0] != nil }
    return Array(zip(known, known.dropFirst()))
  }

  /// A line between two points that is level at both, so that it never overshoots a score.
  private static func step(_ a: Point, _ b: Point) -> Path {
    var path = Path()
    trace([a, b], into: &path, isFirst: true)
    return path
  }

  private static func trace(_ points: [Point], into path: inout Path, isFirst: Bool) {
    for (index, point) in points.enumerated() {
      if index == 0 {
        if isFirst { path.move(point.x, point.y) } else { path.line(point.x, point.y) }
      } else {
        let before = points[index - 1]
        let middle = (before.x + point.x) / 2
        path.curve(middle, before.y, middle, point.y, point.x, point.y)
      }
    }
  }

  private static func whisker(_ low: Point, _ high: Point, half: Double) -> Path {
    var path = Path()
    path.move(low.x, low.y)
    path.line(high.x, high.y)
    for end in [low, high] {
      path.move(end.x - half, end.y)
      path.line(end.x + half, end.y)
    }
    return path
  }
}
