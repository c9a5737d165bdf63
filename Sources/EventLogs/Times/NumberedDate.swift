/// What a number of a column of times is that does not count since 1970.
enum NumberedDate: Hashable, Sendable {
  /// The digits of a date, perhaps with a time of day: `20260131`, `202601311015`, `20260131101500`.
  case digits
  /// Days of a workbook, which count from the end of 1899: `46053.42`.
  case days

  /// What the numbers of a column are.
  ///
  /// - Parameter numbers: Some of them.
  /// - Returns: nil where they count since 1970.
  static func find(_ numbers: [(whole: UInt64, millionths: Int64, isNegative: Bool)]) -> Self? {
    guard !numbers.isEmpty else { return nil }
    // Numbers that count have hardly ever the form of a date, so that the others are mistakes.
    let dates = numbers.count { Self.digits.wall($0) != nil && $0.millionths == 0 }
    if dates * 2 > numbers.count { return .digits }
    // From 1982 to 2064: as seconds, all would be of the first day of 1970.
    let areDays = numbers.allSatisfy { !$0.isNegative && (30_000..<60_000).contains($0.whole) }
    return areDays ? .days : nil
  }

  /// What the clock shows, in microseconds since 1970-01-01; nil where the number is no such date.
  func wall(_ number: (whole: UInt64, millionths: Int64, isNegative: Bool)) -> Int64? {
    guard !number.isNegative else { return nil }
    switch self {
    case .digits: return Self.wall(ofDigits: number.whole)
    case .days:
      guard number.whole < 2_958_466 else { return nil }
      // A fraction of six digits is exact to the tenth of a second; the whole second is meant.
      let microseconds = number.millionths * 86_400
      let seconds = (microseconds + 500_000) / 1_000_000
      return ((Int64(number.whole) - 25_569) * 86_400 + seconds) * 1_000_000
    }
  }

  private static func wall(ofDigits number: UInt64) -> Int64? {
    let date: UInt64
    let time: UInt64
    switch number {
    case 19_000_101...21_001_231: (date, time) = (number, 0)
    case 190_001_010_000...210_012_312_359:
      (date, time) = (number / 10_000, number % 10_000 * 100)
    case 19_000_101_000_000...21_001_231_235_959:
      (date, time) = (number / 1_000_000, number % 1_000_000)
    default: return nil
    }
    let clock = (hour: time / 10_000, minute: time / 100 % 100, second: time % 100)
    guard clock.hour < 24, clock.minute < 60, clock.second < 60,
      let days = CivilDate.days(Int(date / 10_000), Int(date / 100 % 100), Int(date % 100))
    else { return nil }
    let seconds = Int64(clock.hour * 3_600 + clock.minute * 60 + clock.second)
    return (days * 86_400 + seconds) * 1_000_000
  }
}
