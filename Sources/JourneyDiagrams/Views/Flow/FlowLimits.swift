/// How long Graphviz may improve a layout, by the size of the graph.
///
/// Its network simplex has no bound of its own: 200 nodes with 600 edges take it more than a minute.
struct FlowLimits {
  /// The attributes of the graph; empty for a graph of ordinary size.
  let attributes: String

  /// Sets the limits.
  init(_ graph: FlowGraph) {
    let size = graph.cards.count + graph.links.count
    attributes =
      switch size {
      case ..<150: ""
      case ..<400: " nslimit=4 nslimit1=4"
      default: " nslimit=1 nslimit1=1 mclimit=0.3"
      }
  }
}
