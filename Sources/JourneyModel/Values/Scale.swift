/// A linear scale on which feelings are scored, such as −2…+2, 1…5 or 0…10.
public struct Scale: Hashable, Sendable {
  /// The lowest score, less than ``high``.
  public var low: Double
  /// The highest score.
  public var high: Double
  /// The score that is neither good nor bad; the middle unless the document says else.
  public var neutral: Double
  /// Whether a high score is bad, as with effort.
  public var isInverted: Bool
  /// Keys that begin with `x-`.
  public var extensions: Extensions

  /// Creates a scale; `neutral` is the middle when nil.
  public init(
    low: Double, high: Double, neutral: Double? = nil, isInverted: Bool = false,
    extensions: Extensions = []
  ) {
    self.low = low
    self.high = high
    self.neutral = neutral ?? (low + high) / 2
    self.isInverted = isInverted
    self.extensions = extensions
  }

  /// The scale of a document that names none: −2…+2.
  public static let standard = Scale(low: -2, high: 2)

  /// Document units per unit of v: `max(high − neutral, neutral − low)`.
  public var unit: Double { max(high - neutral, neutral - low) }

  /// The sign that turns a score into "more is better": −1 when inverted, else +1.
  public var sign: Double { isInverted ? -1 : 1 }

  /// The score as v: −1 (worst) … 0 (neutral) … +1 (best), `s · (x − neutral) / unit`.
  public func normalized(_ score: Double) -> Double {
    sign * (score - neutral) / unit
  }

  /// The score on the document's scale for a v; the inverse of ``normalized(_:)``.
  public func score(normalized v: Double) -> Double {
    neutral + sign * v * unit
  }

  /// Whether a score lies on the scale, ends included.
  public func contains(_ score: Double) -> Bool {
    score >= low && score <= high
  }
}
