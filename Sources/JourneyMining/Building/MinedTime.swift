import JourneyModel
import TextSupport

/// Lengths of time as people write them: three digits in the unit that keeps the number small.
enum MinedTime {
  /// A mean or a median, rounded to three digits.
  ///
  /// - Parameter seconds: The length.
  /// - Returns: Such as 6.56 h for 23,619.9 s; nil for what is negative or no number.
  static func rounded(_ seconds: Double?) -> TimeSpan? {
    guard let seconds, seconds >= 0, seconds.isFinite else { return nil }
    return rounded(seconds, in: unit(of: seconds))
  }

  private static func rounded(_ seconds: Double, in unit: (String, Double)) -> TimeSpan? {
    let count = seconds / unit.1
    guard count < 1e12 else { return TimeSpan(seconds: seconds.rounded()) }
    let places = count >= 100 ? 0 : count >= 10 ? 1 : count >= 1 ? 2 : 3
    let text = NumberText.fixed(count, places, separator: "")
    return TimeSpan(text + unit.0)
  }

  /// A mean and a median that stand beside each other: in the same unit, that of the smaller one,
  /// where the larger stays readable in it.
  ///
  /// - Parameters:
  ///   - mean: The mean in seconds.
  ///   - median: The median in seconds.
  /// - Returns: Both, rounded; nil for what is nil, negative or no number.
  static func rounded(mean: Double?, median: Double?) -> (mean: TimeSpan?, median: TimeSpan?) {
    guard let mean, let median, mean.isFinite, median.isFinite, min(mean, median) > 0 else {
      return (rounded(mean), rounded(median))
    }
    let unit = unit(of: min(mean, median))
    guard max(mean, median) / unit.1 < TimeSpan.mostReadable else {
      return (rounded(mean), rounded(median))
    }
    return (rounded(mean, in: unit), rounded(median, in: unit))
  }

  private static func unit(of seconds: Double) -> (String, Double) {
    if seconds < 100 { return ("s", 1) }
    if seconds < 100 * 60 { return ("m", 60) }
    return seconds < 72 * 3600 ? ("h", 3600) : ("d", 86_400)
  }
}
