/// What keeps the engine `dot` from taking minutes over a large graph.
///
/// Its run time has no bound, and nothing can interrupt it. These attributes make it give up
/// looking for a better layout sooner; small graphs need none. Measured with 200 nodes and 600
/// edges between random nodes: more than 40 s without, 4 s with fewer rounds, 0.4 s with straight
/// edges besides.
///
/// **Labels on edges cost more than anything else**, since each is laid out like a node: the same
/// graph with a label on each edge takes more than 40 s with any of these. Leave labels away above
/// ``edgeCountForLabels``, and edges above a few thousand.
public enum GraphLimits {
  /// The number of edges up to which labels on them may be laid out: below a second.
  public static let edgeCountForLabels = 150

  /// Attributes for the graph, to stand behind its opening brace.
  ///
  /// - Parameters:
  ///   - nodeCount: the number of nodes.
  ///   - edgeCount: the number of edges.
  /// - Returns: DOT such as `nslimit=1;nslimit1=1;mclimit=0.3;`, or nothing for small graphs.
  public static func attributes(nodeCount: Int, edgeCount: Int) -> String {
    if edgeCount <= 150, nodeCount <= 300 { return "" }
    if edgeCount <= 400, nodeCount <= 1000 { return "nslimit=1;nslimit1=1;mclimit=0.3;" }
    return "nslimit=0.1;nslimit1=0.1;mclimit=0.1;splines=line;"
  }
}
