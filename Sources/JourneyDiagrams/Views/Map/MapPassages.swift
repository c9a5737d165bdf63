/// At which heights ways that skip columns pass the circles in between.
///
/// Each way keeps as near as it can to the smooth way from its start to its end; wide ways choose
/// first, then short ones. Where a circle or another way is in the way it passes beside it.
///
/// Cost: for each way and column linear in what passes there.
struct MapPassages {
  private struct Block {
    var top: Double
    var bottom: Double
  }

  private struct Key: Hashable {
    var from: Int
    var to: Int
  }

  private var heights: [Key: [Double]] = [:]
  private var blocks: [[Block]]
  private let spots: [MapRoutes.Spot]

  /// The space between two ways.
  private static let gap = 3.0
  /// From this traffic on ways choose before all others.
  private static let wide = 0.1

  /// Finds the heights of all ways that skip columns.
  init(_ forward: [MapContent.Link], spots: [MapRoutes.Spot]) {
    self.spots = spots
    blocks = spots.map { [Block(top: $0.y - $0.above, bottom: $0.y + $0.below)] }
    let skipping = forward.filter { $0.to > $0.from + 1 }.sorted { a, b in
      let (first, second) = (a.traffic >= Self.wide, b.traffic >= Self.wide)
      if first != second { return first }
      return (a.to - a.from, a.from) < (b.to - b.from, b.from)
    }
    for link in skipping { add(link) }
  }

  /// The heights of a way's middle at the columns that it skips; nil when it skips none.
  subscript(link: MapContent.Link) -> [Double]? { heights[Key(from: link.from, to: link.to)] }

  /// The lowest that anything that passes below a circle comes.
  func bottom(at column: Int) -> Double {
    let spot = spots[column]
    return blocks[column].reduce(-.infinity) { $1.bottom > spot.y ? max($0, $1.bottom) : $0 }
  }

  private mutating func add(_ link: MapContent.Link) {
    let (a, b) = (spots[link.from], spots[link.to])
    let half = MapRoutes.width(of: link.traffic) / 2
    var ys: [Double] = []
    var wasAbove: Bool?
    for column in (link.from + 1)..<link.to {
      let spot = spots[column]
      let t = (spot.x - a.x) / (b.x - a.x)
      let wanted = a.y + (b.y - a.y) * t * t * (3 - 2 * t)
      let y = nearest(to: wanted, at: column, half: half, wasAbove: wasAbove)
      ys.append(y)
      wasAbove = y < spot.y
      blocks[column].append(
        Block(top: y - half - Self.gap, bottom: y + half + Self.gap))
    }
    heights[Key(from: link.from, to: link.to)] = ys
  }

  private func nearest(
    to wanted: Double, at column: Int, half: Double, wasAbove: Bool?
  ) -> Double {
    let spot = spots[column]
    func cost(_ y: Double) -> Double {
      // Below circles people leave and go back.
      let below = y > spot.y ? (spot.hasBroadExit ? 46.0 : 16) : 0
      let turn = wasAbove.map { $0 != (y < spot.y) } ?? false ? 36.0 : 0
      return (y - wanted).magnitude + below + turn
    }
    func isFree(_ y: Double) -> Bool {
      !blocks[column].contains { y + half > $0.top + 0.01 && y - half < $0.bottom - 0.01 }
    }
    var best = (y: spot.y - spot.above - half, cost: Double.infinity)
    for y in [wanted] + blocks[column].flatMap({ [$0.top - half, $0.bottom + half] })
    where isFree(y) {
      let cost = cost(y)
      if cost < best.cost { best = (y, cost) }
    }
    return best.y
  }
}
