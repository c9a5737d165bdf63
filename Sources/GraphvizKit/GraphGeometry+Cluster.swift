extension GraphGeometry {
  /// A subgraph that is drawn as a box around its nodes.
  public struct Cluster: Hashable, Sendable {
    /// The subgraph's DOT name.
    public var name: String
    /// The subgraph's `id` attribute, if it has one.
    public var id: String?
    /// Its box.
    public var box: GraphBox
    /// The centre of its label, if it has one.
    public var labelPosition: GraphPoint?
  }
}
