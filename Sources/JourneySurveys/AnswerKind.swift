import JourneyModel

/// What the numbers of a question mean: its lowest and highest answer, and which of them is good.
public struct AnswerKind: Hashable, Sendable, CustomStringConvertible {
  /// The lowest answer.
  public var low: Double
  /// The highest answer.
  public var high: Double
  /// Whether a high answer is bad, as with effort.
  public var isInverted: Bool
  /// What it is called.
  public var description: String

  /// Creates a kind.
  public init(_ name: String, low: Double, high: Double, isInverted: Bool = false) {
    description = name
    self.low = low
    self.high = high
    self.isInverted = isInverted
  }

  /// The kinds that have a name.
  public static let named: [AnswerKind] = [
    AnswerKind("nps", low: 0, high: 10), AnswerKind("csat5", low: 1, high: 5),
    AnswerKind("csat7", low: 1, high: 7), AnswerKind("ces5", low: 1, high: 5, isInverted: true),
    AnswerKind("ces7", low: 1, high: 7, isInverted: true),
    AnswerKind("likert5", low: 1, high: 5), AnswerKind("likert7", low: 1, high: 7),
    AnswerKind("stars", low: 1, high: 5), AnswerKind("percent", low: 0, high: 100),
  ]

  /// Reads a name such as `csat5`, or two ends such as `1..4`; `7..1` is a scale whose high answers
  /// are bad.
  public init?(_ text: String) {
    if let known = Self.named.first(where: { $0.description == text.lowercased() }) {
      self = known
      return
    }
    guard let dots = text.firstRange(of: ".."), let first = Double(text[..<dots.lowerBound]),
      let last = Double(text[dots.upperBound...]), first.isFinite, last.isFinite, first != last
    else { return nil }
    self.init(text, low: min(first, last), high: max(first, last), isInverted: first > last)
  }

  /// How good an answer is, from 0 to 1; nil outside the ends.
  public func share(_ answer: Double) -> Double? {
    guard answer >= low, answer <= high else { return nil }
    let share = (answer - low) / (high - low)
    return isInverted ? 1 - share : share
  }

  /// The score on a document's scale of what is so good: linear, end on end.
  static func score(_ share: Double, on scale: Scale) -> Double {
    scale.isInverted
      ? scale.high - share * (scale.high - scale.low)
      : scale.low + share * (scale.high - scale.low)
  }

  /// The kind that numbers look like; nil where they look like none.
  ///
  /// - Parameters:
  ///   - low: The lowest of them.
  ///   - high: The highest of them.
  /// - Returns: The narrowest usual kind; 0 beside 1 to 5 or 1 to 7 is no answer of theirs.
  static func found(low: Double, high: Double) -> AnswerKind? {
    guard low >= 0 else { return nil }
    switch high {
    case ...5: return AnswerKind("likert5")
    case ...7: return AnswerKind("likert7")
    case ...10: return AnswerKind("nps")
    case ...100: return AnswerKind("percent")
    default: return nil
    }
  }
}
