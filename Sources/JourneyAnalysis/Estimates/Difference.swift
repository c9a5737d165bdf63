/// How far two independent estimates of the same figure lie apart.
public struct Difference: Hashable, Sendable {
  /// The second less the first.
  public var value: Double
  /// The lower end of its 90 % interval; nil when it cannot be bounded.
  public var low: Double?
  /// The upper end of its 90 % interval; nil when it cannot be bounded.
  public var high: Double?
  /// The chance of a difference at least as large, either way, were there none; nil when unknown.
  public var chance: Double?

  /// Compares two estimates.
  public init(from before: Estimate, to after: Estimate) {
    value = after.value - before.value
  }
}
