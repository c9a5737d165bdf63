/// The board that a picture is fitted on: a screen, a slide or a sheet of paper.
public struct Artboard: Hashable, Sendable {
  /// The name by which the board is asked for, such as `A3` or `1920x1080`.
  public var name: String
  /// The width in px, 96 to the inch.
  public var width: Double
  /// The height in px.
  public var height: Double

  /// Creates a board.
  public init(name: String, width: Double, height: Double) {
    self.name = name
    self.width = width
    self.height = height
  }
}
