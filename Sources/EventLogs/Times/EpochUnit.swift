/// What a number of a column of times counts since 1970-01-01 UTC.
///
/// A column has one unit, told by how large its numbers are; a number that would be of another unit
/// is no time, so that units that are mixed do not pass unseen.
enum EpochUnit: String, Sendable, CaseIterable {
  case seconds, milliseconds, microseconds, nanoseconds

  /// The unit of a number by its size: seconds reach to the year 5138, and the others begin in 1973.
  init(magnitude: UInt64) {
    switch magnitude {
    case ..<100_000_000_000: self = .seconds
    case ..<100_000_000_000_000: self = .milliseconds
    case ..<100_000_000_000_000_000: self = .microseconds
    default: self = .nanoseconds
    }
  }

  /// Microseconds since 1970-01-01 UTC.
  ///
  /// - Parameters:
  ///   - whole: The number before the decimal point.
  ///   - millionths: What comes after it, in millionths.
  ///   - isNegative: Whether a minus stands in front.
  /// - Returns: nil where the number is of another unit.
  func time(whole: UInt64, millionths: Int64, isNegative: Bool) -> Int64? {
    guard EpochUnit(magnitude: whole) == self || whole == 0, whole <= UInt64(Int64.max) else {
      return nil
    }
    let number = Int64(whole)
    let time =
      switch self {
      case .seconds: number * 1_000_000 + millionths
      case .milliseconds: number * 1_000 + millionths / 1_000
      case .microseconds: number
      case .nanoseconds: number / 1_000
      }
    return isNegative ? -time : time
  }
}
