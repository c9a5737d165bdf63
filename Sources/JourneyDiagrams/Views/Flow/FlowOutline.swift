/// What a flow fills, column by column, and where it can be cut.
struct FlowOutline {
  private struct Gap {
    /// The middle of the space between two columns.
    var x: Double
    /// How bad it is to cut there: ribbons that cross, and stages that are torn.
    var cost: Double
  }

  private let graph: FlowGraph
  private let places: FlowPlaces
  private let routes: FlowRoutes
  private let left: Double
  private let right: Double
  private let gaps: [Gap]

  /// What a torn stage costs, beside what uneven rows cost.
  private static let tornStage = 0.2
  private static let crossingRibbon = 0.01

  /// Looks at what is placed.
  init(_ graph: FlowGraph, _ places: FlowPlaces, _ routes: FlowRoutes) {
    self.graph = graph
    self.places = places
    self.routes = routes
    let stages = places.stages.compactMap { $0 }
    left = min(places.columns.first?.left ?? 0, stages.map(\.x).min() ?? .infinity)
    right = max(places.columns.last?.right ?? 0, stages.map(\.maxX).max() ?? -.infinity)
    gaps = zip(places.columns, places.columns.dropFirst()).map { a, b in
      // Beside a stage that begins or ends here, not through its margin.
      var (from, to) = (a.right, b.left)
      for stage in stages {
        if stage.maxX > from, stage.maxX < to, stage.maxX - from < 24 { from = stage.maxX }
        if stage.x < to, stage.x > from, to - stage.x < 24 { to = stage.x }
      }
      let x = (from + to) / 2
      let torn = stages.count { $0.x < x && $0.maxX > x }
      let crossing = routes.links.count {
        guard let knots = $0?.curve.knots, let first = knots.first, let last = knots.last else {
          return false
        }
        return first.x < x && last.x > x
      }
      return Gap(x: x, cost: Self.tornStage * Double(torn) + Self.crossingRibbon * Double(crossing))
    }
  }

  /// Where to cut into so many rows: even rows, few ribbons crossing, no stage torn.
  ///
  /// Cost: rows × columns².
  func cuts(rows: Int) -> [Double] {
    let edges = [left] + gaps.map(\.x) + [right]
    let even = (right - left) / Double(rows)
    func uneven(_ from: Int, _ to: Int) -> Double {
      let ratio = (edges[to] - edges[from]) / even
      return ratio > 1 ? 4 * (ratio - 1) * (ratio - 1) : (1 - ratio) * (1 - ratio)
    }
    // best[k][i]: the least cost of k rows that end at edge i.
    var best = [[Double]](
      repeating: [Double](repeating: .infinity, count: edges.count), count: rows + 1)
    var from = [[Int]](repeating: [Int](repeating: 0, count: edges.count), count: rows + 1)
    best[0][0] = 0
    for row in 1...rows {
      for end in 1..<edges.count {
        let cut = end - 1 < gaps.count ? gaps[end - 1].cost : 0
        for start in 0..<end where best[row - 1][start] < .infinity {
          let cost = best[row - 1][start] + uneven(start, end) + cut
          if cost < best[row][end] { (best[row][end], from[row][end]) = (cost, start) }
        }
      }
    }
    var cuts: [Double] = []
    var end = edges.count - 1
    for row in stride(from: rows, to: 1, by: -1) {
      end = from[row][end]
      cuts.append(edges[end])
    }
    return cuts.reversed()
  }

  /// The rows between cuts, each as high as what lies in it.
  func rows(cutAt cuts: [Double]) -> [FlowFold.Row] {
    let edges = [left] + cuts + [right]
    return zip(edges, edges.dropFirst()).map { left, right in
      var (top, bottom) = (Double.infinity, -Double.infinity)
      func fill(_ from: Double, _ to: Double) {
        top = min(top, from)
        bottom = max(bottom, to)
      }
      for rect in places.outer + [places.start, places.completed].compactMap({ $0 })
      where rect.center.x > left && rect.center.x < right {
        fill(rect.y - 14, rect.maxY + 6)
      }
      for stage in places.stages.indices {
        if let part = places.part(of: stage, from: left, to: right) { fill(part.y, part.maxY) }
      }
      let cards = cuts.isEmpty || top > bottom ? nil : top...bottom
      let row = FlowFold.Row(left: left, right: right, top: top, bottom: bottom, cards: cards)
      for route in routes.links {
        guard let route, let part = route.curve.part(from: left, to: right),
          let first = part.knots.first, let last = part.knots.last
        else { continue }
        // With room for a number beside the ribbon.
        let half = route.width / 2 + 20
        for piece in 0...16 {
          let y = row.height(of: part.y(at: first.x + (last.x - first.x) * Double(piece) / 16))
          fill(y - half, y + half)
        }
      }
      if top > bottom { (top, bottom) = (0, 0) }
      return FlowFold.Row(left: left, right: right, top: top, bottom: bottom, cards: cards)
    }
  }
}
