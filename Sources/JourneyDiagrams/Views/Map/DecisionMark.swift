import JourneyModel

/// How far a decision has come, as a small mark: empty, half, full, ticked, crossed.
struct DecisionMark {
  private let status: Decision.Status

  init(_ status: Decision.Status) {
    self.status = status
  }

  /// The width that a mark takes before its words.
  static let room = 16.0

  /// Draws the mark, which looks the same in a mirror: a tick turned round is none.
  func draw(center: Point, ground: ColorRole) -> Group {
    var group = Group(keepsShape: true)
    let radius = 4.6
    let (x, y) = (center.x, center.y)
    let ink = Paint.role(.inkSoft)
    func ring() { group.add(.circle(center, radius: radius), stroke: Stroke(ink, width: 1.5)) }
    switch status {
    case .open:
      ring()
    case .decided:
      ring()
      group.add(.circle(center, radius: 2), fill: ink)
    case .acting:
      ring()
      var half = Path()
      half.move(x, y - radius)
      half.curve(x + radius * 1.33, y - radius, x + radius * 1.33, y + radius, x, y + radius)
      half.close()
      group.add(.path(half), fill: ink)
    case .verified:
      group.add(.circle(center, radius: radius + 0.7), fill: ink)
      var tick = Path()
      tick.move(x - 2.4, y + 0.2)
      tick.line(x - 0.6, y + 2)
      tick.line(x + 2.5, y - 1.8)
      group.add(.path(tick), stroke: Stroke(.role(ground), width: 1.5, isRound: true))
    case .rejected:
      var cross = Path()
      cross.move(x - 3.4, y - 3.4)
      cross.line(x + 3.4, y + 3.4)
      cross.move(x + 3.4, y - 3.4)
      cross.line(x - 3.4, y + 3.4)
      group.add(.path(cross), stroke: Stroke(ink, width: 1.6, isRound: true))
    }
    return group
  }
}
