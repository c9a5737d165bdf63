/// What keeps the engine `dot` from taking minutes over a large graph.
///
/// Its run time has no bound, and nothing can interrupt it. These attributes make it give up
/// looking for a better layout sooner, and draw large graphs with straight edges; small graphs need
/// neither. Measured with edges between random nodes, in seconds:
///
/// | nodes, edges | nothing | fewer rounds | straight edges besides |
/// | --- | --- | --- | --- |
/// | 60, 150 with labels | 0.3 | 0.2 | – |
/// | 100, 300 with labels | 3.6 | 2.2 | 0.1 |
/// | 200, 400 | 0.9 | 0.3 | 0.06 |
/// | 200, 600 | more than 40 | 4 | 0.4 |
/// | 200, 600 with labels | more than 40 | more than 40 | 1.2 |
///
/// Above a few thousand edges, leave some away before laying out.
public enum GraphLimits {
  /// Attributes for the graph, to stand behind its opening brace.
  ///
  /// - Parameters:
  ///   - nodeCount: the number of nodes.
  ///   - edgeCount: the number of edges.
  ///   - hasEdgeLabels: whether edges have labels, each of which is laid out like a node.
  /// - Returns: DOT such as `nslimit=1;nslimit1=1;mclimit=0.3;`, or nothing for small graphs.
  public static func attributes(
    nodeCount: Int, edgeCount: Int, hasEdgeLabels: Bool = false
  ) -> String {
    if edgeCount <= 150, nodeCount <= 300 { return "" }
    if edgeCount <= 400, nodeCount <= 1000, !hasEdgeLabels {
      return "nslimit=1;nslimit1=1;mclimit=0.3;"
    }
    return "nslimit=0.1;nslimit1=0.1;mclimit=0.1;splines=line;"
  }
}
