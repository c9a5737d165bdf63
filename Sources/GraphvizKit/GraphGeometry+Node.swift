extension GraphGeometry {
  /// A node and its place.
  public struct Node: Hashable, Sendable {
    /// The DOT name.
    public var name: String
    /// The node's `id` attribute, if it has one.
    public var id: String?
    /// The centre.
    public var center: GraphPoint
    /// The width in points.
    public var width: Double
    /// The height in points.
    public var height: Double

    /// The rectangle around it.
    public var box: GraphBox {
      GraphBox(
        minX: center.x - width / 2, minY: center.y - height / 2,
        maxX: center.x + width / 2, maxY: center.y + height / 2)
    }
  }
}
