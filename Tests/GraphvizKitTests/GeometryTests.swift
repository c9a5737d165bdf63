import GraphvizKit
import Testing

/// The geometry agrees with the library's `plain` output, which knows nothing of JSON.
@Suite struct GeometryTests {
  static let graphs = [
    "digraph { a -> b -> c; a -> c [label=hey] }",
    "digraph { rankdir=LR; a -> b [dir=both]; a -> b; a -> b [arrowhead=none]; a -> a; b -> a [dir=back] }",
    "graph { a -- b; b -- c -- a; d }",
    "digraph { label=Whole; subgraph cluster_0 { label=One; a; subgraph cluster_1 { b } } c; a -> c; b -> c }",
    "digraph { splines=ortho; a -> {b c d e}; b -> e }",
    "digraph { splines=none; a -> b }",
    "digraph { name=x; tail=y; node [name=z, tail=t, head=h, objects=o]; edge [tail=1, name=n]; a -> b }",
    "digraph { rank=same; {rank=same a b} a -> b; size=\"3,3\"; ratio=fill; x -> a -> y -> z }",
    "digraph { rankdir=BT; nodesep=2; " + (0..<40).map { "n\($0) -> n\($0 * 7 % 41);" }.joined()
      + "}",
  ]

  @Test(arguments: graphs) func agreesWithPlain(dot: String) throws {
    let plain = try Plain(Graphviz.shared.render(dot, format: .plain).text)
    let geometry = try Graphviz.shared.layout(dot)
    #expect(near(geometry.bounds.width, plain.width))
    #expect(near(geometry.bounds.height, plain.height))
    #expect(geometry.bounds.minX == 0 && geometry.bounds.minY == 0)
    #expect(geometry.nodes.map(\.name) == plain.nodes.map(\.name))
    for (node, line) in zip(geometry.nodes, plain.nodes) {
      #expect(near(node.center.x, line.x) && near(node.center.y, plain.height - line.y))
      #expect(near(node.width, line.width) && near(node.height, line.height))
      #expect(node.box.minY >= geometry.bounds.minY - 0.05)
      #expect(node.box.maxY <= geometry.bounds.maxY + 0.05)
    }
    let drawn = geometry.edges.filter { !$0.curves.isEmpty }
    #expect(drawn.map { $0.tail + $0.head } == plain.edges.map { $0.tail + $0.head })
    for (edge, line) in zip(drawn, plain.edges) {
      #expect(near(edge.curves.flatMap(\.points).map(\.x), line.points.map(\.x)))
      #expect(near(edge.curves.flatMap(\.points).map { plain.height - $0.y }, line.points.map(\.y)))
    }
  }

  @Test func arrowsTouchTheirNodes() throws {
    let dot =
      "digraph { a -> b [dir=both, id=both] a -> b [id=forward] b -> a [dir=none, id=none] }"
    let geometry = try Graphviz.shared.layout(dot)
    let both = try #require(geometry.edge(id: "both")?.curves.first)
    let forward = try #require(geometry.edge(id: "forward")?.curves.first)
    let none = try #require(geometry.edge(id: "none")?.curves.first)
    let head = try #require(geometry.node(named: "b"))
    #expect(both.startArrow != nil && both.endArrow != nil)
    #expect(forward.startArrow == nil && none.endArrow == nil && none.startArrow == nil)
    let tip = try #require(forward.endArrow)
    #expect(abs(tip.y - head.box.minY) < 10 && tip.x > head.box.minX && tip.x < head.box.maxX)
    #expect(try #require(geometry.node(named: "a")).center.y < head.center.y)
  }

  @Test func clustersHoldTheirNodes() throws {
    let dot = """
      digraph { label=Whole; subgraph cluster_out { id=out; label=Out; a
        subgraph cluster_in { label=In; b } } subgraph ranks { rank=same; c; d } a -> c }
      """
    let geometry = try Graphviz.shared.layout(dot)
    #expect(geometry.clusters.map(\.name) == ["cluster_out", "cluster_in"])
    #expect(
      geometry.clusters.map(\.id) == ["out", nil] || geometry.clusters.map(\.id) == ["out", "out"])
    let outer = try #require(geometry.cluster(named: "cluster_out"))
    let label = try #require(outer.labelPosition)
    let node = try #require(geometry.node(named: "b"))
    for cluster in geometry.clusters {
      #expect(cluster.box.minX < node.box.minX && node.box.maxX < cluster.box.maxX)
      #expect(cluster.box.minY < node.box.minY && node.box.maxY < cluster.box.maxY)
    }
    // Cluster labels stand at the top, the graph's at the bottom: y grows down.
    #expect(label.y < outer.box.minY + 30)
    #expect(try #require(geometry.labelPosition).y > geometry.bounds.maxY - 30)
  }

  @Test func placesStayWithNop() throws {
    let dot = #"digraph { a [pos="10,20!"] b [pos="110,220"] a -> b }"#
    let geometry = try Graphviz.shared.layout(dot, engine: .nop)
    let a = try #require(geometry.node(named: "a")).center
    let b = try #require(geometry.node(named: "b")).center
    #expect(near(b.x - a.x, 100) && near(a.y - b.y, 200))
    #expect(geometry.edges.first?.curves.isEmpty == false)
  }

  @Test func emptyGraph() throws {
    let geometry = try Graphviz.shared.layout("graph {}")
    #expect(geometry.nodes.isEmpty && geometry.edges.isEmpty && geometry.bounds.width == 0)
  }
}

/// Two numbers of five significant digits, one of them in inches.
private func near(_ one: Double, _ other: Double) -> Bool {
  abs(one - other) <= max(abs(one) * 2e-4, 0.05)
}

private func near(_ one: [Double], _ other: [Double]) -> Bool {
  one.count == other.count && zip(one, other).allSatisfy { near($0, $1) }
}

/// Graphviz's `plain` format, in points; names and labels without spaces only.
private struct Plain {
  struct Node { var name: String, x, y, width, height: Double }
  struct Edge { var tail, head: String, points: [(x: Double, y: Double)] }
  var width = 0.0
  var height = 0.0
  var nodes: [Node] = []
  var edges: [Edge] = []

  init(_ text: String) throws {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      func points(_ index: Int) throws -> Double { try #require(Double(words[index])) * 72 }
      switch words.first {
      case "graph": (width, height) = (try points(2), try points(3))
      case "node":
        nodes.append(
          Node(
            name: words[1], x: try points(2), y: try points(3), width: try points(4),
            height: try points(5)))
      case "edge":
        let count = try #require(Int(words[3]))
        let places = try (0..<count).map { (x: try points(4 + $0 * 2), y: try points(5 + $0 * 2)) }
        edges.append(Edge(tail: words[1], head: words[2], points: places))
      default: break
      }
    }
  }
}
