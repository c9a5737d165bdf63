import JourneyDiagrams

/// Places the flow's graph without Graphviz, the same on every machine.
///
/// Columns by the longest way from the start, cards in the order of the text, edges straight.
struct ColumnLayout: GraphLayout {
  private struct Node {
    var name: String
    var width = 10.0
    var height = 10.0
    var cluster: String?
    var column = 0
  }

  func place(dot: String) -> PlacedGraph {
    var nodes: [Node] = []
    var index: [String: Int] = [:]
    var edges: [(tail: Int, head: Int, id: String)] = []
    var cluster: String?
    var clusters: [String] = []
    for line in dot.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let first = words.first.map(String.init) else { continue }
      if first == "subgraph" {
        cluster = words[1].filter { $0 != "\"" }
        clusters.append(cluster ?? "")
      } else if first == "}" {
        cluster = nil
      } else if words.count > 2, words[1] == "->" {
        guard let tail = index[Self.name(words[0])], let head = index[Self.name(words[2])] else {
          continue
        }
        edges.append((tail, head, Self.value("id", in: line)?.filter { $0 != "\"" } ?? ""))
      } else if !["digraph", "graph", "node", "edge"].contains(first) {
        index[first] = nodes.count
        let size = Self.size(of: line)
        nodes.append(Node(name: first, width: size.0, height: size.1, cluster: cluster))
      }
    }
    for _ in nodes {
      for edge in edges {
        nodes[edge.head].column = max(nodes[edge.head].column, nodes[edge.tail].column + 1)
      }
    }
    return placed(nodes, edges, clusters)
  }

  private func placed(
    _ nodes: [Node], _ edges: [(tail: Int, head: Int, id: String)], _ clusters: [String]
  ) -> PlacedGraph {
    var fill: [Int: Double] = [:]
    var placed: [PlacedGraph.Node] = []
    for node in nodes {
      let top = fill[node.column] ?? 60
      fill[node.column] = top + node.height + 60
      placed.append(
        PlacedGraph.Node(
          id: node.name, center: Point(150 + Double(node.column) * 320, top + node.height / 2),
          width: node.width, height: node.height))
    }
    let ways = edges.map { edge in
      let (tail, head) = (placed[edge.tail], placed[edge.head])
      let from = Point(tail.center.x + tail.width / 2, tail.center.y)
      let to = Point(head.center.x - head.width / 2, head.center.y)
      return PlacedGraph.Edge(id: edge.id, spline: [from, from, to, to])
    }
    let boxes = clusters.compactMap { name -> PlacedGraph.Cluster? in
      let inside = zip(nodes, placed).filter { $0.0.cluster == name }.map(\.1)
      guard !inside.isEmpty else { return nil }
      let left = inside.map { $0.center.x - $0.width / 2 }.reduce(.infinity, min) - 18
      let right = inside.map { $0.center.x + $0.width / 2 }.reduce(0, max) + 18
      let top = inside.map { $0.center.y - $0.height / 2 }.reduce(.infinity, min) - 52
      let bottom = inside.map { $0.center.y + $0.height / 2 }.reduce(0, max) + 18
      return PlacedGraph.Cluster(
        id: name, bounds: Rect(x: left, y: top, width: right - left, height: bottom - top))
    }
    let width = placed.map { $0.center.x + $0.width / 2 }.max() ?? 0
    let height = placed.map { $0.center.y + $0.height / 2 }.max() ?? 0
    return PlacedGraph(
      bounds: Rect(x: 0, y: 0, width: width, height: height), nodes: placed, edges: ways,
      clusters: boxes)
  }

  /// A node's name without its port.
  private static func name(_ word: Substring) -> String {
    String(word.prefix { $0 != ":" })
  }

  private static func value(_ key: String, in line: Substring) -> String? {
    for word in line.split(whereSeparator: { " []<>".contains($0) }) {
      let parts = word.split(separator: "=")
      if parts.count == 2, parts[0] == key { return String(parts[1]) }
    }
    return nil
  }

  /// Inches as attributes, or the points of a table's cells.
  private static func size(of line: Substring) -> (Double, Double) {
    if let width = value("width", in: line).flatMap(Double.init),
      let height = value("height", in: line).flatMap(Double.init)
    {
      return (width * 72, height * 72)
    }
    var (width, height) = (0.0, 0.0)
    for word in line.split(whereSeparator: { " []<>".contains($0) }) {
      let parts = word.filter { $0 != "\"" }.split(separator: "=")
      guard parts.count == 2, let number = Double(parts[1]) else { continue }
      if parts[0] == "WIDTH" { width = max(width, number) }
      if parts[0] == "HEIGHT" { height += number }
    }
    return (width, height)
  }
}
