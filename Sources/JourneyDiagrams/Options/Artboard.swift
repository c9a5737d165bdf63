/// The board that a picture is fitted on: a screen, a slide or a sheet of paper.
public struct Artboard: Hashable, Sendable {
  /// The name by which the board is asked for, such as `A3` or `1920x1080`.
  public var name: String
  /// The width in px, 96 to the inch.
  public var width: Double
  /// The height in px.
  public var height: Double
  /// How much stays empty on every side, in px: what printers cannot print.
  public var margin: Double
  /// Whether a high picture stands on it upright, though it lies on its long side as given.
  public var turns: Bool
  /// Whether it is paper, whose text is measured in points.
  public var isPaper: Bool

  /// Creates a board.
  public init(
    name: String, width: Double, height: Double, margin: Double = 0, turns: Bool = false,
    isPaper: Bool = false
  ) {
    self.name = name
    self.width = width
    self.height = height
    self.margin = margin
    self.turns = turns
    self.isPaper = isPaper
  }

  /// What a 1080p beamer shows: the board of brief themes unless another is asked for.
  public static let beamer = Artboard(name: "1920x1080", width: 1920, height: 1080)

  /// The board as a picture of some size lies on it: turned where that makes the picture larger.
  public func turned(for size: (width: Double, height: Double)) -> Artboard {
    guard turns, size.width > 0, size.height > 0 else { return self }
    var upright = self
    swap(&upright.width, &upright.height)
    return upright.scale(for: size) > scale(for: size) ? upright : self
  }

  /// How much larger a picture of some size is drawn on the board; below 1 where it shrinks.
  func scale(for size: (width: Double, height: Double)) -> Double {
    // A margin never takes more than half of the board.
    let margin = min(margin, min(width, height) / 4)
    return min((width - 2 * margin) / size.width, (height - 2 * margin) / size.height)
  }
}
