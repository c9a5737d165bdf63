/// The graph of linked journeys, group by group: journeys that lead to each other in any way are placed
/// together, and the groups stand beside and below each other.
struct AtlasGraph {
  private let content: AtlasContent
  private let sizes: AtlasSizes
  /// The least width that the picture has anyway.
  private let least: Double

  /// The width that groups are to keep to; nil for as wide as a screen is to their height.
  private let room: Double?

  /// Which way links lead.
  enum Direction {
    /// From left to right unless that would be a tape.
    case asFits
    /// From top to bottom.
    case down
  }

  /// How much wider than high a group may be before one that leads down is tried.
  private static let widest = 2.6
  /// A chain of a few journeys is read best from left to right.
  private static let wideFrom = 2400.0

  /// Takes what is to be placed.
  init(_ content: AtlasContent, _ sizes: AtlasSizes, least: Double, room: Double? = nil) {
    (self.content, self.sizes, self.least, self.room) = (content, sizes, least, room)
  }

  /// Places all groups.
  ///
  /// - Parameters:
  ///   - layout: Places one of them.
  ///   - direction: Which way links lead.
  /// - Returns: Everything in one graph; nil when no journey is linked.
  /// - Throws: What the layout throws.
  func placed(by layout: any GraphLayout, _ direction: Direction) throws -> PlacedGraph? {
    guard !content.linked.isEmpty else { return nil }
    let parts = try groups.map { group in
      switch direction {
      case .asFits: try place(group, layout)
      case .down: try layout.place(dot: AtlasDot(content, sizes, group, goesDown: true).text)
      }
    }
    return packed(parts, gap: sizes.groupGap)
  }

  /// The journeys of each group and the links among them, the group of the first journey first.
  var groups: [(nodes: [Int], links: [Int])] {
    var home = Array(content.linked)
    func root(_ node: Int) -> Int {
      var node = node
      while home[node] != node { node = home[node] }
      return node
    }
    for link in content.links {
      let (a, b) = (root(link.source), root(link.target))
      home[max(a, b)] = min(a, b)
    }
    var places: [Int: Int] = [:]
    var groups: [(nodes: [Int], links: [Int])] = []
    for node in content.linked {
      let root = root(node)
      if let place = places[root] {
        groups[place].nodes.append(node)
      } else {
        places[root] = groups.count
        groups.append(([node], []))
      }
    }
    for (index, link) in content.links.enumerated() {
      if let place = places[root(link.source)] { groups[place].links.append(index) }
    }
    return groups
  }

  /// From left to right, or from top to bottom where that would be a tape.
  private func place(
    _ group: (nodes: [Int], links: [Int]), _ layout: any GraphLayout
  ) throws -> PlacedGraph {
    let across = try layout.place(dot: AtlasDot(content, sizes, group).text)
    let aspect = across.bounds.width / max(1, across.bounds.height)
    guard aspect > Self.widest, across.bounds.width > Self.wideFrom else { return across }
    let down = try layout.place(dot: AtlasDot(content, sizes, group, goesDown: true).text)
    return down.bounds.height / max(1, down.bounds.width) < aspect ? down : across
  }

  /// Groups on shelves, the highest first.
  private func packed(_ parts: [PlacedGraph], gap: Double) -> PlacedGraph {
    let area = parts.reduce(0) { $0 + ($1.bounds.width + gap) * ($1.bounds.height + gap) }
    let widest = parts.reduce(least) { max($0, $1.bounds.width) }
    let room = max(widest, self.room ?? (area * 1.7).squareRoot())
    let order = parts.indices.sorted {
      (parts[$1].bounds.height.rounded(), $0) < (parts[$0].bounds.height.rounded(), $1)
    }
    var all = PlacedGraph(
      bounds: Rect(x: 0, y: 0, width: 0, height: 0), nodes: [], edges: [], clusters: [])
    var (x, y, shelf) = (0.0, 0.0, 0.0)
    for index in order {
      let part = parts[index]
      if x > 0, x + part.bounds.width > room { (x, y, shelf) = (0, y + shelf + gap, 0) }
      all.add(part, at: Point(x, y))
      shelf = max(shelf, part.bounds.height)
      x += part.bounds.width + gap
    }
    return all
  }
}

extension PlacedGraph {
  /// Adds another graph with its top left corner at a place.
  fileprivate mutating func add(_ other: PlacedGraph, at origin: Point) {
    func moved(_ point: Point) -> Point {
      Point(point.x - other.bounds.x + origin.x, point.y - other.bounds.y + origin.y)
    }
    nodes += other.nodes.map {
      Node(id: $0.id, center: moved($0.center), width: $0.width, height: $0.height)
    }
    edges += other.edges.map {
      Edge(id: $0.id, spline: $0.spline.map(moved), label: $0.label.map(moved))
    }
    bounds.width = max(bounds.width, origin.x + other.bounds.width)
    bounds.height = max(bounds.height, origin.y + other.bounds.height)
  }
}
