import JourneyAnalysis
import JourneyModel

/// The links of a blueprint: from step to step, and from each step down to what it rests on.
///
/// Cards and boxes have their places already; Graphviz finds the ways between them.
struct BlueprintLinks {
  /// One link.
  struct Link {
    var id: String
    /// The name of the node that it begins and ends at.
    var from: String
    var to: String
    var start: Point
    var end: Point
    var hasArrow: Bool
    /// How many take it from one step to the next.
    var share: Typesetter.Label?
    var path = Path()
  }

  private struct Node {
    var name: String
    var rect: Rect
  }

  /// What stands in a column: a box's part there, or the card, which is in no lane.
  private struct Station {
    var node: Node
    var id: String
    var lane: BlueprintContent.Lane?
  }

  private(set) var links: [Link] = []
  private var nodes: [Node] = []
  /// The nodes of each column.
  private var columns: [Range<Int>] = []

  /// About so many nodes are routed together.
  private static let mostTogether = 40

  init(_ content: BlueprintContent, _ places: BlueprintPlaces, _ frame: BlueprintFrame) {
    for (index, column) in content.columns.enumerated() {
      add(index, XMLName.escaped(column.touchpoint.id.rawValue), places, frame)
    }
    let y = places.cardsTop + places.cardHeight / 2
    for way in content.ways.ways where way.level == nil {
      links.append(
        Link(
          id: content.id(of: way), from: Self.card(way.from), to: Self.card(way.to),
          start: Point(frame.cardLeft(way.from) + frame.cardWidth, y),
          end: Point(frame.cardLeft(way.to), y), hasArrow: true, share: way.label))
    }
  }

  private static func card(_ column: Int) -> String { "step\(column)" }

  /// Adds a column's nodes from top to bottom, and the links between them.
  private mutating func add(
    _ column: Int, _ id: String, _ places: BlueprintPlaces, _ frame: BlueprintFrame
  ) {
    var chain: [Station] = []
    func station(_ name: String, _ row: Int, _ lane: BlueprintContent.Lane?, _ rect: Rect) {
      let slice = Rect(
        x: frame.cardLeft(column), y: rect.y, width: frame.cardWidth, height: rect.height)
      let node = Node(
        name: lane == nil ? Self.card(column) : "\(name)\(column)_\(row)", rect: slice)
      chain.append(Station(node: node, id: row == 0 ? name : "\(name).\(row)", lane: lane))
    }
    for lane in BlueprintContent.Lane.allCases {
      for (row, rect) in places.boxes(lane, in: column).enumerated() {
        station(lane.rawValue, row, lane, rect)
      }
      if lane == .props {
        station("step", 0, nil, Rect(x: 0, y: places.cardsTop, width: 0, height: places.cardHeight))
      }
    }
    columns.append(nodes.count..<(nodes.count + chain.count))
    nodes += chain.map(\.node)
    let x = frame.center(column)
    for (upper, lower) in zip(chain, chain.dropFirst()) {
      links.append(
        Link(
          id: "link.\(id).\(lower.id)", from: upper.node.name, to: lower.node.name,
          start: Point(x, upper.node.rect.maxY), end: Point(x, lower.node.rect.y),
          // What customers hold belongs to their step; it does not lead to it.
          hasArrow: upper.lane != lower.lane && upper.lane != .props))
    }
  }

  // MARK: Ways

  /// The columns in bands that are routed together: ways never leave their column but to the next
  /// one, and the time to find them grows fast with what stands around.
  private func bands() -> [Range<Int>] {
    var bands: [Range<Int>] = []
    var start = 0
    while start < columns.count {
      var end = start + 1
      while end < columns.count,
        columns[end].upperBound - columns[start].lowerBound <= Self.mostTogether
      {
        end += 1
      }
      bands.append(columns[start].lowerBound..<columns[end - 1].upperBound)
      start = end
    }
    return bands
  }

  /// A band as a graph with every node in its place.
  private func dot(of band: Range<Int>) -> String {
    var dot = "digraph blueprint {\n"
    dot += "  graph [layout=nop splines=true]\n"
    dot += "  node [shape=box fixedsize=true label=\"\"]\n  edge [dir=none]\n"
    var names: Set<String> = []
    for node in nodes[band] {
      names.insert(node.name)
      let center = node.rect.center
      dot += "  \(node.name) [pos=\"\(Self.text(center.x)),\(Self.text(-center.y))!\""
      dot +=
        " width=\(Self.text(node.rect.width / 72)) height=\(Self.text(node.rect.height / 72))]\n"
    }
    for link in links where names.contains(link.from) && names.contains(link.to) {
      dot += "  \(link.from) -> \(link.to) [id=\(DotText.quoted(link.id))]\n"
    }
    return dot + "}\n"
  }

  private static func text(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }

  /// Lets a layout engine route the links; those that it does not know are straight.
  mutating func route(by layout: any GraphLayout) throws {
    var ways: [String: [Point]] = [:]
    for band in bands() where band.count > 1 && band.count <= 2 * Self.mostTogether {
      let placed = try layout.place(dot: dot(of: band))
      let node = nodes[band.lowerBound]
      // The engine counts from the corner of the band.
      guard let its = placed.nodes.first(where: { $0.id == node.name })?.center else { continue }
      let own = node.rect.center
      for edge in placed.edges where edge.spline.count >= 4 {
        ways[edge.id] = edge.spline.map { Point($0.x + own.x - its.x, $0.y + own.y - its.y) }
      }
    }
    for index in links.indices { links[index].path = Self.path(of: links[index], ways) }
  }

  private static func path(of link: Link, _ ways: [String: [Point]]) -> Path {
    // A way that does not keep to the places it was given is none.
    guard let way = ways[link.id], let first = way.first, let last = way.last,
      abs(first.x - link.start.x) + abs(last.x - link.end.x) < 60
    else { return Path([.move(link.start), .line(link.end)]) }
    var path = Path([.move(first)])
    for piece in stride(from: 1, to: way.count - 2, by: 3) {
      path.steps.append(.curve(way[piece], way[piece + 1], way[piece + 2]))
    }
    return path
  }
}
