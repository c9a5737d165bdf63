public import JourneyAnalysis
public import JourneyModel

/// Whether a feeling moved, beyond what chance alone would do.
///
/// Before and after are independent means. In units of v each has the variance
/// `s² / n` with `s² = (4 s₀² + (n − 1) sd²) / (n + 3)`, as feelings have everywhere here; s₀² is the
/// sd² of the other measurement where only one says its sd, and 0.25 where neither does, which is an
/// assumption and said. The difference has the 90 % interval of `Difference`; when it lies on one
/// side of 0, the feeling moved.
///
/// It says that the feeling moved, not why: a touchpoint that was chosen because it felt worst in a
/// small sample will often feel better in the next one all by itself (regression to the mean).
///
/// Source: Welch, "The Generalization of Student's Problem when Several Different Population
/// Variances are Involved", Biometrika 34 (1947). Cost: constant.
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
    let spreads = [before.sd, after.sd].compactMap { Self.spread($0, on: scale) }
    isSpreadAssumed = spreads.count < 2
    let pooled = spreads.count == 1 ? spreads[0] * spreads[0] : Self.unknownVariance
    let moved = Difference(
      from: Self.estimate(before, n: Double(first), pooled: pooled, on: scale),
      to: Self.estimate(after, n: Double(second), pooled: pooled, on: scale))
    difference = moved
    verdict = Self.verdict(of: moved, on: scale)
  }

  /// The variance between customers where nothing is known of it, in units of v.
  static let unknownVariance = 0.25
  /// The 95 % point of the normal distribution.
  static let quantile = 1.6448536269514722

  private static func counted(_ score: Score, _ n: Int?) -> Score {
    var score = score
    score.n = score.n ?? n
    return score
  }

  /// A standard deviation in units of v; 0 counts as unknown.
  private static func spread(_ sd: Double?, on scale: Scale) -> Double? {
    sd.flatMap { $0.isFinite && $0 > 0 ? $0 / scale.unit : nil }
  }

  private static func estimate(_ score: Score, n: Double, pooled: Double, on scale: Scale)
    -> Estimate
  {
    var variance = pooled
    if let sd = spread(score.sd, on: scale), n > 1 {
      variance = (4 * pooled + (n - 1) * sd * sd) / (n + 3)
    }
    let error = (variance / n).squareRoot() * scale.unit
    return Estimate(
      score.mean, low: score.mean - quantile * error, high: score.mean + quantile * error,
      deviation: error)
  }

  private static func verdict(of moved: Difference, on scale: Scale) -> Verdict {
    guard let low = moved.low, let high = moved.high else { return .unjudged }
    if low > 0 { return scale.isInverted ? .worse : .better }
    if high < 0 { return scale.isInverted ? .better : .worse }
    return .tooClose
  }
}
