/// The places of ways that lead over the cards: up from one, along, and down to the other.
struct BlueprintDetours {
  /// One way over the cards.
  struct Detour {
    var way: BlueprintWays.Way
    var path: Path
    /// Where its share stands: near its start, as it is the share of those who are there.
    var label: Point
    var anchor: TextLine.Anchor
  }

  /// A half of the upper edge of a card, where ways begin and end.
  private struct Side: Hashable {
    var column: Int
    var isRight: Bool
  }

  private(set) var detours: [Detour] = []

  /// From a level to the next: a line with its share above it.
  private static func pitch(_ theme: Theme) -> Double {
    theme.lineHeight(.meta) + 3 * theme.scale
  }

  /// The room of an arrow below the lowest level.
  private static func room(_ theme: Theme) -> Double {
    (theme.isBrief ? 11 : 16) * theme.scale
  }

  /// The height of so many levels over the cards.
  static func height(levels: Int, _ theme: Theme) -> Double {
    levels == 0 ? 0 : room(theme) + Double(levels) * pitch(theme)
  }

  /// Places the ways that have a level; cards begin at a height.
  init(_ ways: [BlueprintWays.Way], frame: BlueprintFrame, cardsTop: Double, setter: Typesetter) {
    let (theme, unit) = (setter.theme, frame.unit)
    let ways = ways.filter { $0.level != nil }
    let ports = Self.ports(ways)
    func x(_ index: Int, _ side: Side) -> Double {
      let here = ports[side] ?? []
      let place = Double((here.firstIndex(of: index) ?? 0) + 1) / Double(here.count + 1)
      let half = frame.cardWidth / 2
      return frame.center(side.column) + (side.isRight ? place : -place) * half
    }
    for (index, way) in ways.enumerated() {
      guard let level = way.level else { continue }
      let (from, to) = Self.sides(of: way)
      let (start, end) = (x(index, from), x(index, to))
      let y = cardsTop - Self.room(theme) - Double(level) * Self.pitch(theme)
      let sign = end < start ? -1.0 : 1
      // Beside a way that turns back to its own card there is more room than over it.
      let isRound = way.from == way.to
      let beside = 0.36 * theme.style(.meta).size
      detours.append(
        Detour(
          way: way,
          path: Self.path(from: start, to: end, y: y, below: cardsTop, radius: 7 * unit),
          label: isRound
            ? Point(start + 6 * unit, y + beside) : Point(start + sign * 9 * unit, y - 4 * unit),
          anchor: isRound || sign > 0 ? .left : .right))
    }
  }

  private static func sides(of way: BlueprintWays.Way) -> (from: Side, to: Side) {
    let leadsRight = way.to >= way.from
    return (
      Side(column: way.from, isRight: leadsRight), Side(column: way.to, isRight: !leadsRight)
    )
  }

  /// Which ways begin or end on each side, from the middle of the card outwards: what leads higher
  /// stands further in, so that ways of one card do not cross.
  private static func ports(_ ways: [BlueprintWays.Way]) -> [Side: [Int]] {
    var ports: [Side: [Int]] = [:]
    let order = ways.indices.sorted {
      (ways[$1].level ?? 0, $0) < (ways[$0].level ?? 0, $1)
    }
    for index in order {
      let (from, to) = sides(of: ways[index])
      ports[from, default: []].append(index)
      ports[to, default: []].append(index)
    }
    return ports
  }

  private static func path(
    from start: Double, to end: Double, y: Double, below: Double, radius: Double
  ) -> Path {
    let sign = end < start ? -1.0 : 1
    let k = 0.45 * radius
    var path = Path()
    path.move(start, below)
    path.line(start, y + radius)
    path.curve(start, y + k, start + sign * k, y, start + sign * radius, y)
    path.line(end - sign * radius, y)
    path.curve(end - sign * k, y, end, y + k, end, y + radius)
    path.line(end, below)
    return path
  }
}
