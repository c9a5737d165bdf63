import Foundation
import JourneyModel
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    "2026-03-01", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "1970-01-01",
  ])
  func daysAreReadAndWritten(text: String) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.description == text)
    #expect(CalendarDate(daysSinceEpoch: date.daysSinceEpoch) == date)
  }

  @Test(arguments: [
    "", "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
    "0000-01-01", "2026-1-1", "2026/01/01", "2026-01-01T00", " 2026-01-01", "٢٠٢٦-٠١-٠١",
    "+026-01-01",
  ])
  func whatIsNoDay(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func daysAreCountedAsFoundationCountsThem() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for days in stride(from: -140_000, through: 140_000, by: 97) {
      let date = try #require(CalendarDate(daysSinceEpoch: days))
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(days) * 86_400))
      #expect(date.year == parts.year && date.month == parts.month && date.day == parts.day)
      #expect(date.daysSinceEpoch == days)
    }
  }

  @Test func theYearsAreBounded() throws {
    let last = try #require(CalendarDate("9999-12-31")).daysSinceEpoch
    #expect(CalendarDate(daysSinceEpoch: last + 1) == nil)
    let first = try #require(CalendarDate("0001-01-01")).daysSinceEpoch
    #expect(CalendarDate(daysSinceEpoch: first - 1) == nil)
    #expect(CalendarDate(daysSinceEpoch: -999_999_999) == nil)
  }

  @Test func periodsHoldBothEnds() throws {
    let start = try #require(CalendarDate("2026-03-01"))
    let end = try #require(CalendarDate("2026-08-31"))
    let period = try #require(Period(start: start, end: end))
    #expect(period.contains(start) && period.contains(end))
    #expect(!period.contains(try #require(CalendarDate("2026-09-01"))))
    #expect(period.description == "2026-03-01..2026-08-31")
    #expect(Period(start: end, end: start) == nil)
    #expect(Period(start: start, end: start) != nil)
  }
}
