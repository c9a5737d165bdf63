/// Days of the Gregorian calendar.
enum CivilDate {
  /// Days from 1970-01-01 to a day.
  ///
  /// - Parameters:
  ///   - year: From 0 to 9999.
  ///   - month: From 1 to 12.
  ///   - day: From 1 to 31.
  /// - Returns: nil where the month does not have the day.
  @inline(__always)
  static func days(_ year: Int, _ month: Int, _ day: Int) -> Int64? {
    guard month >= 1, month <= 12, day >= 1 else { return nil }
    if day > 28 {
      guard day <= length(of: month, year) else { return nil }
    }
    // Years begin in March, so that the leap day is the last one; 400 years have 146 097 days.
    let y = month <= 2 ? year &- 1 : year
    let era = (y &+ 400) / 400 &- 1
    let yearOfEra = y &- era &* 400
    let monthFromMarch = month > 2 ? month &- 3 : month &+ 9
    let dayOfYear = (153 &* monthFromMarch &+ 2) / 5 &+ day &- 1
    let dayOfEra = yearOfEra &* 365 &+ yearOfEra / 4 &- yearOfEra / 100 &+ dayOfYear
    return Int64(era &* 146_097 &+ dayOfEra &- 719_468)
  }

  private static func length(of month: Int, _ year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
