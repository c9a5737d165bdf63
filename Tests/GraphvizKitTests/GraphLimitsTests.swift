import GraphvizKit
import Testing

/// Graphs as they come out of event logs, which `dot` alone would take minutes over.
@Suite struct GraphLimitsTests {
  @Test(arguments: [(24, 40), (200, 400), (200, 600)], [false, true])
  func largeGraphsEnd(count: (nodes: Int, edges: Int), hasLabels: Bool) throws {
    var dot = "digraph large { "
    dot += GraphLimits.attributes(
      nodeCount: count.nodes, edgeCount: count.edges, hasEdgeLabels: hasLabels)
    var state: UInt64 = 1
    for _ in 0..<count.edges {
      // Knuth's generator: the same graph everywhere.
      let ends = (0..<2).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % count.nodes
      }
      dot += "\(ends[0])->\(ends[1])" + (hasLabels ? "[label=\"\(ends[0])\"];" : ";")
    }
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try Graphviz.shared.layout(dot + "}").edges.count == count.edges)
    #expect(clock.now - start < .seconds(15))
  }

  @Test func smallGraphsAreLeftAlone() {
    #expect(GraphLimits.attributes(nodeCount: 30, edgeCount: 60) == "")
  }
}
