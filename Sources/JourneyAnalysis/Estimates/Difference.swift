/// How far two independent estimates of the same figure lie apart.
///
/// The interval adds the distances of the two intervals' ends as independent errors, so that one
/// which is longer on one side stays so:
/// `low = d − √((after − after.low)² + (before.high − before)²)`, high likewise. The chance is that
/// of a normal error as large as the side of the interval that faces 0, so that it is below 10 %
/// exactly where the interval leaves 0 out.
///
/// Both estimates must come from different customers. Two of the same customers err alike, and their
/// difference is more certain than is said here.
///
/// Source: Newcombe, "Interval Estimation for the Difference Between Independent Proportions",
/// Statistics in Medicine 17 (1998), method 10; MOVER after Zou & Donner, Statistics in Medicine 27
/// (2008). Cost: constant.
public struct Difference: Hashable, Sendable {
  /// The second less the first.
  public var value: Double
  /// The lower end of its 90 % interval; nil when it cannot be bounded.
  public var low: Double?
  /// The upper end of its 90 % interval; nil when it cannot be bounded.
  public var high: Double?
  /// The standard error; nil when that of one is unknown.
  public var deviation: Double?
  /// The chance of a difference at least as large, either way, were there none; nil when unknown.
  public var chance: Double?
  /// Whether both estimates are the same in everything, as where nothing was changed or measured
  /// anew.
  public var isSame: Bool

  /// The chance up to which a difference counts as one: what a 90 % interval leaves outside.
  public static let level = Confidence.outside

  /// Compares two estimates.
  public init(from before: Estimate, to after: Estimate) {
    let value = after.value - before.value
    self.value = value + 0
    isSame = before.isSame(as: after)
    if let a = before.deviation, let b = after.deviation {
      deviation = (a * a + b * b).squareRoot()
    }
    low = Self.distance(after.below, before.above).map { value - $0 }
    high = Self.distance(after.above, before.below).map { value + $0 }
    let below = low.map { value - $0 }
    let above = high.map { $0 - value }
    // At 0 both sides do, and one that is known is enough.
    let facing = value < 0 ? above : value > 0 ? below : below ?? above
    let error = facing.map { $0 / Confidence.quantile } ?? deviation
    chance = error.map { error in
      if isSame || value == 0 { return 1 }
      return error > 0 ? normalTwoSidedTail(value / error) : 0
    }
  }

  /// Compares two means whose errors are estimated from few customers.
  ///
  /// The interval and the chance are Student's, who knows that a small sample may by chance look more
  /// alike than its customers are.
  ///
  /// - Parameters:
  ///   - before: The first mean.
  ///   - after: The second.
  ///   - deviation: The standard error of their difference.
  ///   - freedom: The degrees of freedom of the error's square, at least 1.
  public init(from before: Double, to after: Double, deviation: Double, freedom: Double) {
    let value = after - before + 0
    let width = Confidence.quantile(freedom: freedom) * deviation
    self.value = value
    self.deviation = deviation
    low = value - width
    high = value + width
    isSame = false
    let isCertain = deviation <= 0
    chance =
      value == 0
      ? 1 : isCertain ? 0 : StudentT(freedom: freedom).twoSidedTail(value / deviation)
  }

  private static func distance(_ first: Double?, _ second: Double?) -> Double? {
    guard let first, let second else { return nil }
    return (first * first + second * second).squareRoot()
  }

  /// What the difference means for customers.
  ///
  /// - Parameters:
  ///   - isBetterHigher: Whether a larger figure is better; nil where neither direction is.
  ///   - isBeyondChance: Whether it is a difference at all; nil where its own interval decides. Pass
  ///     what ``Holm`` says where many differences are judged together.
  /// - Returns: The verdict.
  public func verdict(isBetterHigher: Bool?, isBeyondChance: Bool? = nil) -> Verdict {
    if isSame { return .same }
    guard let chance else { return .unknown }
    guard isBeyondChance ?? (chance < Self.level), value != 0 else { return .tooCloseToCall }
    guard let isBetterHigher else { return .different }
    return (value > 0) == isBetterHigher ? .better : .worse
  }
}

extension Estimate {
  /// How far below the value the interval reaches.
  fileprivate var below: Double? { low.map { max(0, value - $0) } }

  /// How far above the value the interval reaches.
  fileprivate var above: Double? { high.map { max(0, $0 - value) } }

  /// Whether another says the same, rounding aside.
  fileprivate func isSame(as other: Estimate) -> Bool {
    func agree(_ a: Double?, _ b: Double?) -> Bool {
      guard let a, let b else { return a == nil && b == nil }
      return (a - b).magnitude <= 1e-9 * max(1, a.magnitude, b.magnitude)
    }
    return agree(value, other.value) && agree(low, other.low) && agree(high, other.high)
  }
}
