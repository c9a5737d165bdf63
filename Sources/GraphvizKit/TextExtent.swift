/// How much room a text takes, in the unit of its font's size.
public struct TextExtent: Hashable, Sendable {
  /// The advance width of the widest line; spaces at either end count.
  public var width: Double
  /// The height the library gives the lines: 1.1 times the size each, whatever the font.
  public var height: Double

  /// Makes an extent.
  ///
  /// - Parameters:
  ///   - width: the advance width of the widest line.
  ///   - height: the height of all lines.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
}
