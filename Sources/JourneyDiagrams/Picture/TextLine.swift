/// One line of text, measured when the picture was laid out and never again.
public struct TextLine: Hashable, Sendable {
  /// Which part of the text stands at its x: a place, whatever way the text runs.
  public enum Anchor: String, Hashable, Sendable {
    /// The left edge.
    case left
    /// The middle.
    case middle
    /// The right edge.
    case right
  }

  /// The text, free of control characters.
  public var text: String
  /// Where ``anchor`` stands on the baseline.
  public var origin: Point
  /// Which part of the text stands at ``origin``.
  public var anchor: Anchor
  /// What the text is for, which decides font and size.
  public var role: TextRole
  /// The paint of the letters.
  public var fill: Paint
  /// The width it was measured with.
  public var width: Double
  /// Which way it runs.
  public var direction: TextDirection
  /// A factor on the role's size; below 1 where text had to shrink to fit.
  public var scale: Double

  /// Creates a line of text.
  public init(
    _ text: String, at origin: Point, anchor: Anchor = .left, role: TextRole,
    fill: Paint = .role(.ink), width: Double, direction: TextDirection = .leftToRight,
    scale: Double = 1
  ) {
    self.text = text
    self.origin = origin
    self.anchor = anchor
    self.role = role
    self.fill = fill
    self.width = width
    self.direction = direction
    self.scale = scale
  }

  /// The box that the text fills, from the top of its capitals' line to below its descenders.
  ///
  /// - Parameter theme: The theme that gives the role its size.
  /// - Returns: The box.
  public func box(in theme: Theme) -> Rect {
    let size = theme.style(role).size * scale
    let left =
      switch anchor {
      case .left: origin.x
      case .middle: origin.x - width / 2
      case .right: origin.x - width
      }
    return Rect(x: left, y: origin.y - 0.8 * size, width: width, height: 1.02 * size)
  }
}

/// Which way text runs.
public enum TextDirection: String, Hashable, Sendable {
  /// As in English.
  case leftToRight = "ltr"
  /// As in Arabic.
  case rightToLeft = "rtl"

  /// The direction in which a language is written.
  ///
  /// - Parameter language: A BCP 47 tag such as `ar` or `az-Arab`; nil for left to right.
  public init(language: String?) {
    let parts = (language ?? "").lowercased().split(separator: "-")
    let scripts: Set<Substring> = ["arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg"]
    let languages: Set<Substring> = [
      "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
    ]
    let script = parts.dropFirst().first { $0.utf8.count == 4 && $0.first?.isLetter == true }
    let isReversed =
      script.map(scripts.contains) ?? parts.first.map(languages.contains) ?? false
    self = isReversed ? .rightToLeft : .leftToRight
  }
}
