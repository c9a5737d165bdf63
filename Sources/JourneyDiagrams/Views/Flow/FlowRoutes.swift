/// The ways of the ribbons between the cards: Graphviz's, smoothed and ended side by side.
///
/// Graphviz leads an edge past what is in the way. Its ways are taken where they pass a column of
/// cards; between columns a ribbon swings freely, as nothing stands there.
struct FlowRoutes {
  /// The way of one link.
  struct Route {
    /// The middle of the ribbon, from left to right, before folding.
    var curve: FlowCurve
    /// The middle of the ribbon in each row that it runs through.
    var parts: [FlowCurve]
    /// The ribbon's width.
    var width: Double
    /// The tip of the arrow head.
    var tip: Point
    /// How long the arrow head is; below 0 when it points to the left.
    var arrow: Double

    /// Whether the ribbon touches a rectangle.
    func touches(_ rect: Rect) -> Bool { parts.contains { $0.touches(rect, width: width) } }
  }

  /// For each link its way; nil when its ends have no place.
  private(set) var links: [Route?]

  private let graph: FlowGraph
  private let sizes: FlowSizes
  private let places: FlowPlaces

  /// What the layout says of one link.
  private struct Draft {
    var left: Rect
    var right: Rect
    /// Graphviz's way.
    var way: [Point]
    /// Where it passes the middles of columns.
    var centers: [Point] = []
    /// Where it passes the edges of columns.
    var edges: [Point] = []
  }

  /// Smooths the ways of a layout.
  init(
    _ graph: FlowGraph, _ sizes: FlowSizes, _ placed: PlacedGraph, _ places: FlowPlaces
  ) {
    self.graph = graph
    self.sizes = sizes
    self.places = places
    links = []
    var edges: [String: PlacedGraph.Edge] = [:]
    for edge in placed.edges { edges[edge.id] = edge }
    let drafts = graph.links.indices.map { draft($0, edges["e\($0)"]) }
    let offsets = ends(of: drafts)
    links = graph.links.indices.map { index in
      drafts[index].map { route(index, $0, offsets[index]) }
    }
  }

  /// The ways in the rows of a fold.
  mutating func fold(by fold: FlowFold) {
    for index in links.indices {
      guard var route = links[index] else { continue }
      route.parts = fold.parts(of: route.curve)
      route.tip = fold.moved(route.tip)
      links[index] = route
    }
  }

  private func draft(_ index: Int, _ edge: PlacedGraph.Edge?) -> Draft? {
    let link = graph.links[index]
    let (tail, head) = link.goesBack ? (link.target, link.source) : (link.source, link.target)
    guard let left = places[tail], let right = places[head] else { return nil }
    let way = edge.map { Self.flattened($0.spline) } ?? []
    var draft = Draft(left: left, right: right, way: way)
    for column in places.columns
    where column.left > left.maxX + 8 && column.right < right.x - 8 {
      let edges = (column.left - 4, column.right + 4)
      draft.centers.append(Point((edges.0 + edges.1) / 2, Self.y(way, at: (edges.0 + edges.1) / 2)))
      draft.edges.append(Point(edges.0, Self.y(way, at: edges.0)))
      draft.edges.append(Point(edges.1, Self.y(way, at: edges.1)))
    }
    return draft
  }

  /// For each link how far from the middle of its sides it begins and ends.
  private func ends(of drafts: [Draft?]) -> [(left: Double, right: Double)] {
    var ports = FlowPorts()
    var sides: [FlowPorts.Side] = []
    var seen: Set<FlowPorts.Side> = []
    for (index, draft) in drafts.enumerated() {
      guard let draft else { continue }
      let link = graph.links[index]
      let width = sizes.ribbon(link.traffic)
      let (tail, head) = link.goesBack ? (link.target, link.source) : (link.source, link.target)
      let left = FlowPorts.Side(place: tail, isRight: true)
      let right = FlowPorts.Side(place: head, isRight: false)
      ports.add(
        .init(
          link: index, width: max(width, link.goesBack ? 10 : 3), weight: width,
          y: draft.centers.first?.y ?? draft.right.center.y), to: left)
      ports.add(
        .init(
          link: index, width: max(width, link.goesBack ? 3 : 10), weight: width,
          y: draft.centers.last?.y ?? draft.left.center.y), to: right)
      for side in [left, right] where seen.insert(side).inserted { sides.append(side) }
    }
    var offsets = [(left: Double, right: Double)](repeating: (0, 0), count: drafts.count)
    for side in sides {
      let height = places[side.place]?.height ?? 0
      for (link, offset) in ports.offsets(at: side, height: height) {
        if side.isRight { offsets[link].left = offset } else { offsets[link].right = offset }
      }
    }
    return offsets
  }

  private func route(
    _ index: Int, _ draft: Draft, _ offset: (left: Double, right: Double)
  ) -> Route {
    let link = graph.links[index]
    let width = sizes.ribbon(link.traffic)
    let arrow = min(15, max(9, 5 + width / 2))
    var from = Point(draft.left.maxX, draft.left.center.y + offset.left)
    var to = Point(draft.right.x, draft.right.center.y + offset.right)
    if draft.centers.isEmpty, (from.y - to.y).magnitude < 3 {
      // Level but for the layout's rounding.
      from.y = (from.y + to.y) / 2
      to.y = from.y
    }
    let tip: Point
    if link.goesBack {
      tip = Point(from.x + 2, from.y)
      from.x += 2 + arrow
    } else {
      tip = Point(to.x - 2, to.y)
      to.x -= 2 + arrow
    }
    let curve = self.curve(from, to, draft, width: width)
    return Route(
      curve: curve, parts: [curve], width: width, tip: tip, arrow: link.goesBack ? -arrow : arrow)
  }

  /// The smoothest curve that touches no card.
  private func curve(_ from: Point, _ to: Point, _ draft: Draft, width: Double) -> FlowCurve {
    let smooth = FlowCurve([from] + draft.centers + [to])
    if !touchesCard(smooth, width: width + 10, draft) { return smooth }
    let close = FlowCurve([from] + draft.edges + [to])
    if draft.way.isEmpty || !touchesCard(close, width: width + 4, draft) { return close }
    let level = FlowCurve([from] + lanes(draft, width: width) + [to])
    return touchesCard(level, width: width, draft) ? close : level
  }

  /// Where the ribbon runs level through the free space of each column that is nearest to
  /// Graphviz's way, which now and then cuts a corner.
  private func lanes(_ draft: Draft, width: Double) -> [Point] {
    let half = width / 2 + 4
    var lanes: [Point] = []
    for index in stride(from: 0, to: draft.edges.count - 1, by: 2) {
      let (left, right) = (draft.edges[index], draft.edges[index + 1])
      let wanted = (left.y + right.y) / 2
      let cards = places.obstacles.filter { $0.maxX > left.x && $0.x < right.x }
      // Where Graphviz has it, or beside some card.
      var nearest = wanted
      var least = Double.infinity
      for y in [wanted] + cards.map({ $0.y - half }) + cards.map({ $0.maxY + half }) {
        let isFree = !cards.contains { y > $0.y - half + 0.1 && y < $0.maxY + half - 0.1 }
        let away = abs(y - wanted)
        if isFree, away < least { (nearest, least) = (y, away) }
      }
      lanes.append(Point(left.x, nearest))
      lanes.append(Point(right.x, nearest))
    }
    return lanes
  }

  private func touchesCard(_ curve: FlowCurve, width: Double, _ draft: Draft) -> Bool {
    let middle = { (rect: Rect) in
      rect.x > draft.left.maxX - 1 && rect.maxX < draft.right.x + 1
    }
    return places.obstacles.contains { middle($0) && curve.touches($0, width: width) }
  }

  // MARK: Graphviz's ways

  private static func flattened(_ spline: [Point]) -> [Point] {
    guard let first = spline.first else { return [] }
    var path = Path()
    path.move(first.x, first.y)
    var index = 1
    while index + 2 < spline.count {
      path.steps.append(.curve(spline[index], spline[index + 1], spline[index + 2]))
      index += 3
    }
    return path.flattened(pieces: 12)
  }

  /// The height of a way where it first passes an x; the nearest end's beyond its ends.
  private static func y(_ way: [Point], at x: Double) -> Double {
    guard let first = way.first, let last = way.last else { return 0 }
    if x <= min(first.x, last.x) { return first.x < last.x ? first.y : last.y }
    if x >= max(first.x, last.x) { return first.x < last.x ? last.y : first.y }
    for (a, b) in zip(way, way.dropFirst()) where (a.x <= x) != (b.x <= x) {
      return a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)
    }
    return last.y
  }
}
