public import JourneyAnalysis
public import JourneyModel

/// Whether a feeling moved, beyond what chance alone would do.
///
/// Before and after are independent means. In units of v each has the variance
/// `s² / n` with `s² = (4 s₀² + (n − 1) sd²) / (n + 3)`, as feelings have everywhere here; s₀² is the
/// pooled sd² of the two. Where only one says its sd, both have that; where neither does, both have
/// 0.25, which is an assumption and said.
///
/// The difference has a 90 % interval by Student's t, with the degrees of freedom of Welch and
/// Satterthwaite for the customers who told the spread; an assumed spread is worth four, as s₀² is
/// above. When the interval lies on one side of 0, the feeling moved.
///
/// It says that the feeling moved, not why: a touchpoint that was chosen because it felt worst in a
/// small sample will often feel better in the next one all by itself (regression to the mean).
///
/// Source: Welch, "The Generalization of Student's Problem when Several Different Population
/// Variances are Involved", Biometrika 34 (1947); Satterthwaite, "An Approximate Distribution of
/// Estimates of Variance Components", Biometrics Bulletin 2 (1946). Cost: constant.
public struct OutcomeTest: Hashable, Sendable {
  /// What can be said.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// Customers feel better than before.
    case better
    /// Customers feel worse than before.
    case worse
    /// The difference may be chance.
    case tooClose = "too-close-to-call"
    /// Measured, but not said before what, or with how many: nobody can judge it.
    case unjudged = "cannot-be-judged"
    /// Nobody has measured again.
    case unmeasured = "not-measured"

    /// What it is called in a sentence.
    package var words: String { String(rawValue.map { $0 == "-" ? " " : $0 }) }
  }

  /// What can be said.
  public var verdict: Verdict
  /// The feeling before, with the n that counts for it.
  public var before: Score?
  /// The feeling after, with the n that counts for it.
  public var after: Score?
  /// After less before, on the document's scale; nil when it cannot be judged.
  public var difference: Difference?
  /// Whether the spread between customers was assumed for one of the two.
  public var isSpreadAssumed: Bool

  /// Tests an outcome.
  ///
  /// - Parameters:
  ///   - outcome: The outcome; nil when there is none.
  ///   - scale: The scale of its scores.
  public init(_ outcome: Decision.Outcome?, on scale: Scale) {
    before = outcome?.before.map { Self.counted($0, outcome?.n) }
    after = outcome?.after.map { Self.counted($0, outcome?.n) }
    difference = nil
    isSpreadAssumed = false
    verdict = .unmeasured
    guard let after else { return }
    verdict = .unjudged
    guard let before, let first = before.n, let second = after.n, first > 0, second > 0 else {
      return
    }
    let spread = Spread(before, n: Double(first), after, n: Double(second), on: scale)
    isSpreadAssumed = !spread.isMeasured
    let moved = Difference(
      from: before.mean, to: after.mean, deviation: spread.variance.squareRoot() * scale.unit,
      freedom: spread.freedom)
    difference = moved
    verdict = Self.verdict(of: moved, on: scale)
  }

  private static func counted(_ score: Score, _ n: Int?) -> Score {
    var score = score
    score.n = score.n ?? n
    return score
  }

  private static func verdict(of moved: Difference, on scale: Scale) -> Verdict {
    guard let low = moved.low, let high = moved.high else { return .unjudged }
    if low > 0 { return scale.isInverted ? .worse : .better }
    if high < 0 { return scale.isInverted ? .better : .worse }
    return .tooClose
  }
}

/// What is known of how far customers differ, in units of v.
private struct Spread {
  /// The variance of the difference of the means.
  var variance: Double
  /// The degrees of freedom of that variance.
  var freedom: Double
  /// Whether both sides told how far their customers differ.
  var isMeasured: Bool

  /// The variance between customers where nothing is known of it.
  static let unknown = 0.25
  /// How many answers s₀² is worth.
  static let weight = 4.0

  init(_ before: Score, n first: Double, _ after: Score, n second: Double, on scale: Scale) {
    let one = Self.square(before, n: first, on: scale)
    let other = Self.square(after, n: second, on: scale)
    guard let one, let other else {
      isMeasured = false
      variance = (one ?? other ?? Self.unknown) * (1 / first + 1 / second)
      freedom = one.map { _ in first - 1 } ?? other.map { _ in second - 1 } ?? Self.weight
      return
    }
    isMeasured = true
    // The variance is a·sd² of the one plus b·sd² of the other; each takes its part in s₀² too.
    let total = first + second - 2
    let pooled = Self.weight / total * (1 / (first * (first + 3)) + 1 / (second * (second + 3)))
    let a = (first - 1) * (1 / (first * (first + 3)) + pooled) * one
    let b = (second - 1) * (1 / (second * (second + 3)) + pooled) * other
    variance = a + b
    freedom = (a + b) * (a + b) / (a * a / (first - 1) + b * b / (second - 1))
  }

  /// sd²; nil when it is not said, is 0, which so few scores can be by chance, or is that of one.
  private static func square(_ score: Score, n: Double, on scale: Scale) -> Double? {
    guard let sd = score.sd, sd.isFinite, sd > 0, n > 1 else { return nil }
    return sd / scale.unit * (sd / scale.unit)
  }
}
