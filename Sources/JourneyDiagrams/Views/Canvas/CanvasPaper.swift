/// The sheets of paper that a canvas is printed on.
enum CanvasPaper {
  /// One millimetre, in px of 96 to the inch.
  static let millimetre = 96 / 25.4
  /// The width of A3, landscape.
  static let width = 420 * millimetre
  /// The height of A3, landscape.
  static let height = 297 * millimetre
  /// The margin that printers need.
  static let margin = 10 * millimetre
  /// The distance between two lines that are written on.
  static let line = 8 * millimetre
  /// The least width of a column in which handwriting fits.
  static let column = 42 * millimetre
}
