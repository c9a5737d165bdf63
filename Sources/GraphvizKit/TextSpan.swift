/// A text to be measured, with the font it will be drawn with.
public struct TextSpan: Hashable, Sendable {
  /// The text; line breaks make several lines.
  public var text: String
  /// Font families in order of preference, such as `["Inter", "Helvetica", "sans-serif"]`.
  ///
  /// The first that is installed is used; without any, the system's default font.
  public var families: [String]
  /// The font's size, in points or pixels: the extent comes in the same unit.
  public var size: Double
  /// How heavy the letters are.
  public var weight: Weight
  /// Whether the letters are slanted.
  public var isItalic: Bool

  /// Makes a text to be measured.
  ///
  /// - Parameters:
  ///   - text: the text; line breaks make several lines.
  ///   - families: font families in order of preference.
  ///   - size: the font's size, in points or pixels.
  ///   - weight: how heavy the letters are.
  ///   - isItalic: whether the letters are slanted.
  public init(
    _ text: String, families: [String], size: Double, weight: Weight = .regular,
    isItalic: Bool = false
  ) {
    self.text = text
    self.families = families
    self.size = size
    self.weight = weight
    self.isItalic = isItalic
  }
}
