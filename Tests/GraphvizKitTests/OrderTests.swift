import GraphvizKit
import Testing

/// The same text is laid out alike however often, in one process and in many.
@Suite struct OrderTests {
  @Test func clustersComeInTheOrderOfTheTextEveryTime() throws {
    let clusters = (0..<12).map { "subgraph cluster_\($0) { n\($0) m\($0) }" }
    let edges = (0..<11).map { "n\($0) -> m\($0 + 1)" }
    let dot =
      "digraph g { rankdir=LR newrank=true " + (clusters + edges).joined(separator: "\n") + "}"
    let first = try Graphviz.shared.layout(dot)
    #expect(first.clusters.map(\.name) == (0..<12).map { "cluster_\($0)" })
    for round in 0..<40 {
      // Other names in between move the addresses that the library used to sort by.
      _ = try Graphviz.shared.layout("digraph { subgraph cluster_x\(round) { a\(round) } }")
      #expect(try Graphviz.shared.layout(dot) == first)
    }
  }
}
