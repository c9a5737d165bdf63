/// A place in a laid out graph, in points from its upper left corner.
public struct GraphPoint: Hashable, Sendable {
  /// Points to the right.
  public var x: Double
  /// Points down.
  public var y: Double

  /// Makes a point.
  ///
  /// - Parameters:
  ///   - x: points to the right.
  ///   - y: points down.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
