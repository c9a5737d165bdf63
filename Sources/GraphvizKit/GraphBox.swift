/// A rectangle in a laid out graph, in points.
public struct GraphBox: Hashable, Sendable {
  /// The left edge.
  public var minX: Double
  /// The upper edge.
  public var minY: Double
  /// The right edge.
  public var maxX: Double
  /// The lower edge.
  public var maxY: Double

  /// Makes a rectangle of its edges.
  ///
  /// - Parameters:
  ///   - minX: the left edge.
  ///   - minY: the upper edge.
  ///   - maxX: the right edge.
  ///   - maxY: the lower edge.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// How wide it is.
  public var width: Double { maxX - minX }
  /// How high it is.
  public var height: Double { maxY - minY }
}
