extension GraphGeometry {
  /// An edge and its course.
  public struct Edge: Hashable, Sendable {
    /// The edge's `id` attribute, if it has one.
    public var id: String?
    /// The DOT name of the node at its beginning.
    public var tail: String
    /// The DOT name of the node at its end.
    public var head: String
    /// Its course; nearly always one curve, none if the engine drew no edges (`splines=none`).
    public var curves: [Curve]
    /// The centre of its label, if it has one.
    public var labelPosition: GraphPoint?
  }

  /// A piece of an edge: cubic Bézier curves joined end to end.
  public struct Curve: Hashable, Sendable {
    /// The control points: a beginning, then three for each curve (1 + 3 × n).
    public var points: [GraphPoint]
    /// The tip of the arrow at the beginning, if there is one; the arrow lies before the first
    /// point.
    public var startArrow: GraphPoint?
    /// The tip of the arrow at the end, if there is one; the arrow lies behind the last point.
    public var endArrow: GraphPoint?
  }
}
