import JourneyAnalysis
import JourneyModel
import JourneyPortfolio

/// How those who start a journey end, as one bar: complete here, complete where they go over to, end
/// unknown, go over to journeys that are not here, leave.
struct AtlasBar {
  let node: AtlasContent.Node
  let area: Rect
  /// Whether the share stands on the same line.
  var isBesideWords = false

  /// How opaque the inside of the part is that completes in other journeys: it is hollow.
  static let there = 0.16

  /// The parts from left to right, in shares of those who start.
  private var parts: [(share: Double, role: ColorRole, opacity: Double)] {
    guard let own = node.own else { return [] }
    guard let ends = node.ends else {
      return [
        (own.completed, .badge, 1), (own.ended, .unknown, 1), (own.diverted, .divert, 1),
        (own.left, .leave, 1),
      ]
    }
    return [
      (own.completed, .badge, 1), (node.completedThere, .badge, Self.there),
      (ends.ended + ends.unresolved, .unknown, 1), (ends.diverted, .divert, 1),
      (ends.left, .leave, 1),
    ]
  }

  /// Draws the bar, and below it how sure completion is.
  func draw(hasInterval: Bool, in group: inout Group) {
    guard node.own != nil else {
      // Where the words stand beside the bar they say it.
      guard !isBesideWords else { return }
      group.add(
        .rect(area, radius: area.height / 2),
        stroke: Stroke(.role(.unknown), width: 1.2, dashes: [4, 3]))
      return
    }
    let shown = parts.filter { $0.share > 0.002 }
    let total = shown.reduce(0) { $0 + $1.share }
    guard total > 0 else { return }
    let gap = 1.5
    let room = area.width - gap * Double(shown.count - 1)
    var x = area.x
    for part in shown {
      let width = room * part.share / total
      let radius = min(area.height / 2, width / 2, 2.5)
      group.add(
        .rect(Rect(x: x, y: area.y, width: width, height: area.height), radius: radius),
        fill: .role(part.role), opacity: part.opacity)
      if part.opacity < 1, width > 2 {
        group.add(
          .rect(
            Rect(x: x + 0.6, y: area.y + 0.6, width: width - 1.2, height: area.height - 1.2),
            radius: max(0.5, radius - 0.6)), stroke: Stroke(.role(part.role), width: 1.2))
      }
      x += width + gap
    }
    guard hasInterval, let low = node.ends?.completion.low, let high = node.ends?.completion.high
    else { return }
    let (left, right, y) = (
      area.x + area.width * low, area.x + area.width * high, area.maxY + 5.5
    )
    var path = Path()
    path.move(left, y)
    path.line(right, y)
    for x in [left, right] {
      path.move(x, y - 2.5)
      path.line(x, y + 2.5)
    }
    group.add(.path(path), stroke: Stroke(.role(.whisker), width: 1.3))
  }
}
