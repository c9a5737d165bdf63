extension Estimate {
  /// A share that was counted, with Jeffreys' 90 % interval.
  ///
  /// - Parameters:
  ///   - count: How many of them, 0…total.
  ///   - total: Of how many.
  /// - Returns: The share, 0…1; nil when there are none to count.
  public static func share(_ count: Int, of total: Int) -> Estimate? {
    guard total > 0 else { return nil }
    let share = CountedShare(Double(count), of: Double(total))
    return Estimate(share.point, low: share.low, high: share.high)
  }
}
