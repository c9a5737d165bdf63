/// A journey's feeling from touchpoint to touchpoint, small enough for a card.
struct AtlasCurve {
  let dots: [AtlasContent.Dot]
  let area: Rect
  /// The prefix of gradients.
  let id: String

  /// More dots would be beads; the line alone tells then.
  private static let mostDots = 16

  /// Draws the curve; where nothing is known, says so.
  func draw(unknown: Typesetter.Label?, _ setter: Typesetter, in group: inout Group) {
    group.add(
      .line(Point(area.x, area.center.y), Point(area.maxX, area.center.y)),
      stroke: Stroke(.role(.line), width: 1.2, dashes: [2, 4]))
    if let unknown {
      let width = setter.width(unknown)
      let ground = Rect(
        x: area.center.x - width / 2 - 6, y: area.center.y - 10, width: width + 12, height: 20)
      group.add(.rect(ground, radius: 0), fill: .role(.card))
      group.elements.append(
        setter.placed(
          unknown, at: Point(area.center.x, area.center.y + 4.5), anchor: .middle,
          fill: .role(.inkSoft)))
      return
    }
    for (number, run) in runs.enumerated() where run.count > 1 { addLine(run, number, to: &group) }
    for index in dots.indices { addDot(index, to: &group) }
  }

  /// Where a touchpoint stands.
  private func x(_ index: Int) -> Double {
    guard dots.count > 1 else { return area.center.x }
    return area.x + 8 + (area.width - 16) * Double(index) / Double(dots.count - 1)
  }

  private func y(_ v: Double) -> Double {
    area.center.y - min(1, max(-1, v)) * (area.height / 2 - 5)
  }

  /// Touchpoints that follow each other with nothing unknown between them.
  private var runs: [[Int]] {
    var runs: [[Int]] = []
    for index in dots.indices where dots[index].v != nil {
      if let last = runs.last?.last, last == index - 1 {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
    return runs
  }

  private func addLine(_ run: [Int], _ number: Int, to group: inout Group) {
    let known = run.compactMap { index in dots[index].v.map { (x(index), $0) } }
    guard let first = known.first, let last = known.last, last.0 > first.0 else { return }
    let stops = known.map { place, v in
      Paint.Gradient.Stop((place - first.0) / (last.0 - first.0), .emotion(v))
    }
    let paint = Paint.gradient(
      Paint.Gradient(
        id: id + (number > 0 ? ".\(number + 1)" : ""), from: Point(first.0, area.center.y),
        to: Point(last.0, area.center.y), stops: stops))
    group.add(
      .path(FlowCurve(known.map { Point($0.0, y($0.1)) }).path),
      stroke: Stroke(paint, width: 2.6, isRound: true))
  }

  private func addDot(_ index: Int, to group: inout Group) {
    let dot = dots[index]
    let isCrowded = dots.count > Self.mostDots
    guard !isCrowded || dot.isHottest || dot.v == nil else { return }
    guard let v = dot.v else {
      let radius = isCrowded ? 1.5 : 3
      group.add(
        .circle(Point(x(index), area.center.y), radius: radius), fill: .role(.card),
        stroke: Stroke(.role(.unknown), width: 1.2))
      return
    }
    let center = Point(x(index), y(v))
    if dot.isAssumed {
      group.add(
        .circle(center, radius: 3.2), fill: .role(.card), stroke: Stroke(.emotion(v), width: 1.8))
    } else {
      group.add(.circle(center, radius: 3.8), fill: .emotion(v))
    }
    if dot.isHottest {
      group.add(.circle(center, radius: 7), stroke: Stroke(.role(.ring), width: 1.8))
    }
  }
}
