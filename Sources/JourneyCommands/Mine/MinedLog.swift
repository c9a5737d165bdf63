import EventCounting
import EventLogs
import JourneyKit
import JourneyMining

/// What was counted of a log, and what the reading says that counts do not hold.
struct MinedLog {
  var counts: EventCounts
  /// From the first event to the last by the log's own clocks; nil where only counts are known.
  var period: Period?
  /// What its cases are, such as `sessions`; nil: customers.
  var unit: String?
  /// Names of touchpoints that were counted as others.
  var joined: [String: String] = [:]
  /// By which rules it was counted.
  var countedBy: CountedBy

  /// Takes counts alone.
  init(_ counts: EventCounts, rules: CountingRules) {
    self.counts = counts
    countedBy = CountedBy(rules)
  }

  /// Takes what was counted of a log.
  init(
    _ counts: EventCounts, rules: CountingRules, _ report: LogReport, joined: [String: String]
  ) {
    self.init(counts, rules: rules)
    self.joined = joined
    period = Self.period(of: counts, report)
    unit = report.columns.first { $0.role == .customer }.flatMap { Self.unit(of: $0.name) }
  }

  /// The days of the first and the last event, as the log writes them.
  ///
  /// Days that no event can have, since no clock is a day away from UTC, are those of rows that were
  /// not counted; then the day in UTC is said.
  static func period(of counts: EventCounts, _ report: LogReport) -> Period? {
    guard let times = counts.period else { return nil }
    let first = CalendarDate(microseconds: times.lowerBound)
    let last = CalendarDate(microseconds: times.upperBound)
    func day(_ written: Int64?, _ utc: CalendarDate) -> CalendarDate {
      guard let written, abs(written - Int64(utc.daysSinceEpoch)) <= 1 else { return utc }
      return CalendarDate(daysSinceEpoch: Int(written)) ?? utc
    }
    return Period(
      start: day(report.days?.lowerBound, first), end: day(report.days?.upperBound, last))
      ?? Period(start: first, end: last)
  }

  /// What a column of ids counts, where that is no customer.
  private static func unit(of column: String) -> String? {
    switch column.lowercased().filter(\.isLetter) {
    case "visitid", "visit": "visits"
    case "sessionid", "session": "sessions"
    default: nil
    }
  }
}
