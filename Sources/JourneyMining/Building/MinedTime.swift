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
    let (symbol, unit) = unit(of: seconds)
    let count = seconds / unit
    guard count < 1e12 else { return TimeSpan(seconds: seconds.rounded()) }
    let places = count >= 100 ? 0 : count >= 10 ? 1 : count >= 1 ? 2 : 3
    let text = NumberText.fixed(count, places, separator: "")
    return TimeSpan(text + symbol)
  }

  private static func unit(of seconds: Double) -> (String, Double) {
    if seconds < 100 { return ("s", 1) }
    if seconds < 100 * 60 { return ("m", 60) }
    return seconds < 72 * 3600 ? ("h", 3600) : ("d", 86_400)
  }
}
