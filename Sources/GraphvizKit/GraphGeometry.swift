/// The places of a graph's parts, as an engine laid them out.
///
/// Everything is in points (72 an inch), measured from the upper left corner of the graph's
/// bounding box with **y growing down**, as in SVG. (Graphviz itself counts from the lower left.)
///
/// Numbers come from the library's text output, which has five significant digits: exact to 0.01
/// point up to 1,000 points, to 0.1 up to 10,000.
///
/// ### Identity
///
/// A node is known by its DOT name, as it was before ``DOT/quoted(_:)``. An edge is known by its
/// `id` attribute, where it has one; give every edge an `id` if you need to tell parallel edges
/// apart.
public struct GraphGeometry: Hashable, Sendable {
  /// The bounding box of the whole, which starts at 0,0; drawings add a margin (`pad`) around it.
  public var bounds: GraphBox
  /// The centre of the graph's label, if it has one.
  public var labelPosition: GraphPoint?
  /// The nodes, in the order in which the text first names them.
  public var nodes: [Node]
  /// The edges, by their tail in the order of ``nodes``; those of one tail in the text's order.
  ///
  /// In an undirected graph, the tail is the end that is written first.
  public var edges: [Edge]
  /// The clusters, each before those inside it.
  public var clusters: [Cluster]
  /// The library's warnings.
  public var messages: [GraphvizMessage]

  /// The node with a name, if there is one; takes time in proportion to the number of nodes.
  ///
  /// - Parameter name: the DOT name, unquoted.
  /// - Returns: the node.
  public func node(named name: String) -> Node? { nodes.first { $0.name == name } }

  /// The edge with an `id` attribute, if there is one; takes time in proportion to their number.
  ///
  /// - Parameter id: the attribute's value, unquoted.
  /// - Returns: the edge.
  public func edge(id: String) -> Edge? { edges.first { $0.id == id } }

  /// The cluster with a name, if there is one.
  ///
  /// - Parameter name: the subgraph's DOT name, unquoted; it begins with `cluster`.
  /// - Returns: the cluster.
  public func cluster(named name: String) -> Cluster? { clusters.first { $0.name == name } }
}
