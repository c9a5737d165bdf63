/// A figure with what is known of its error.
public struct Estimate: Hashable, Sendable {
  /// The figure itself.
  public var value: Double
  /// The lower end of its 90 % interval; nil when it cannot be bounded.
  public var low: Double?
  /// The upper end of its 90 % interval; nil when it cannot be bounded.
  public var high: Double?
  /// The standard error; nil when unknown.
  public var deviation: Double?

  /// Creates an estimate.
  public init(_ value: Double, low: Double? = nil, high: Double? = nil, deviation: Double? = nil) {
    self.value = value
    self.low = low
    self.high = high
    self.deviation = deviation
  }
}
