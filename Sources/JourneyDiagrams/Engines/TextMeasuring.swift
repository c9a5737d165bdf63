/// Measures text as it will be drawn.
///
/// Graphviz does it in `JourneyKit`; a platform without it brings its own.
public protocol TextMeasuring: Sendable {
  /// The advance widths of texts, in the order given.
  ///
  /// Many at once, since an engine may have a cost for each call.
  ///
  /// - Parameter texts: Single lines without control characters.
  /// - Returns: One width for each text, in the unit of the texts' sizes.
  /// - Throws: What the engine says when it cannot measure.
  func widths(of texts: [StyledText]) throws -> [Double]
}

/// One line of text in one style.
public struct StyledText: Hashable, Sendable {
  /// The text.
  public var text: String
  /// How it looks.
  public var style: TextStyle

  /// Creates a styled text.
  public init(_ text: String, _ style: TextStyle) {
    self.text = text
    self.style = style
  }
}

/// How text looks.
public struct TextStyle: Hashable, Sendable {
  /// How heavy the strokes are, with CSS's numbers.
  public enum Weight: Int, Hashable, Sendable, CaseIterable {
    /// Body text.
    case regular = 400
    /// A little heavier.
    case medium = 500
    /// Between medium and bold.
    case semibold = 600
    /// Titles.
    case bold = 700
  }

  /// The font families to try, in order; the first that is present is drawn.
  public var families: [String]
  /// The size in px.
  public var size: Double
  /// How heavy the strokes are.
  public var weight: Weight
  /// Whether it leans.
  public var isItalic: Bool

  /// Creates a style.
  public init(families: [String], size: Double, weight: Weight = .regular, isItalic: Bool = false) {
    self.families = families
    self.size = size
    self.weight = weight
    self.isItalic = isItalic
  }
}
