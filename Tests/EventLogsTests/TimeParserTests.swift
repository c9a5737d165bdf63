import Foundation
import JourneyTestSupport
import Testing

@testable import EventLogs

@Suite("Times")
struct TimeParserTests {
  private func time(
    _ text: String, zone: String? = nil, order: LogOptions.DateOrder? = nil,
    epoch: EpochUnit? = nil
  ) throws -> Int64? {
    var parser = TimeParser(
      zone: try zone.map { try #require(ZoneClock($0)) } ?? ZoneClock(), order: order, epoch: epoch)
    return Array(text.utf8).withUnsafeBytes { parser.microseconds($0) }
  }

  /// 2026-03-04 14:05:06 UTC.
  private let base: Int64 = 1_772_633_106_000_000

  @Test(
    "One instant in many spellings",
    arguments: [
      "2026-03-04T14:05:06Z", "2026-03-04 14:05:06", "2026-03-04t14:05:06z", "2026-03-04T14:05:06",
      "2026-03-04T14:05:06.0", "2026-03-04T15:05:06+01:00", "2026-03-04T15:05:06+0100",
      "2026-03-04T15:05:06+01", "2026-03-04 13:35:06 -00:30", "2026-03-04 14:05:06 UTC",
      "2026-03-04 14:05:06 gmt", "2026/03/04 14:05:06", "2026-3-4 14:05:06", "2026.03.04 14:05:06",
      "04.03.2026 14:05:06", "4.3.2026, 14:05:06", "4.3.26 2:05:06 pm", "04.03.2026 02:05:06PM",
      "2026-03-04 2:05:06 p.m.", "  2026-03-04 14:05:06  ", "2026-03-04T14:05:06,000Z",
      "2026-03-04T15:05:06+01:00[Europe/Berlin]", "2026-03-04T14:05:06.0000000000000000000000Z",
      "2026-03-04T14:05:06.000+00:00:00", "20260304T140506", "20260304 140506", "20260304 14:05:06",
      "04-Mar-2026 14:05:06", "4 March 2026 14:05:06", "04/Mar/26 2:05:06 PM",
      "4. März 2026 um 14:05:06",
      "04MAR2026:14:05:06", "4 mars 2026 14:05:06", "04-MAR-26 02.05.06.000000 PM",
      "Mar 4, 2026 2:05:06 PM", "Mar 4, 2026, 2:05:06 PM", "March 4th, 2026 at 2:05:06 PM",
      "Mar. 4 2026 14:05:06", "Wed, 04 Mar 2026 14:05:06 +0000",
      "Wednesday, March 4, 2026 14:05:06",
      "Wed Mar 4 14:05:06 UTC 2026", "Wed Mar  4 14:05:06 2026", "Wed Mar 4 15:05:06 CET 2026",
      "04/Mar/2026:15:05:06 +0100", "2026-Mar-04 14:05:06", "2026-03-04 06:05:06 PST",
      "Mar 4, 2026, 2:05:06\u{202F}PM", "4 Mar 2026,\u{A0}14:05:06", "04.03.2026 14.05.06",
      "2026-03-04 14:05:06 UTC+00:00", "2026-03-04 15:05:06 GMT+0100",
      "4 de marzo de 2026 14:05:06",
      "2026-03-04 14:05:06 +0000 UTC", "Wed Mar 04 2026 15:05:06 GMT+0100 (Central European Time)",
    ])
  func spellings(_ text: String) throws {
    #expect(try time(text) == base)
  }

  @Test("Fractions are cut to microseconds")
  func fractions() throws {
    #expect(try time("2026-03-04T14:05:06.5Z") == base + 500_000)
    #expect(try time("2026-03-04T14:05:06.000001Z") == base + 1)
    #expect(try time("2026-03-04 14:05:06.123456789") == base + 123_456)
    #expect(try time("04.03.2026 14:05:06,25") == base + 250_000)
    #expect(try time("1969-12-31T23:59:59.9Z") == -100_000)
  }

  @Test("Without seconds, and without a time of day")
  func short() throws {
    #expect(try time("2026-03-04 14:05") == base - 6_000_000)
    #expect(try time("2026-03-04T14:05Z") == base - 6_000_000)
    #expect(try time("2026-03-04") == base - 50_706_000_000)
    #expect(try time("2026-03-04 12:00 am") == base - 50_706_000_000)
    #expect(try time("2026-03-03 24:00:00") == base - 50_706_000_000)
    #expect(try time("2026-03-04 14:04:60") == base - 6_000_000)
  }

  @Test(
    "What is no time",
    arguments: [
      "", " ", "x", "2026", "2026-13-01", "2026-02-29", "2026-02-30T00:00:00Z", "2026-00-10",
      "2026-01-00", "2026-01-01T24:00:01", "2026-01-01T12:60:00", "2026-01-01T12:00:61",
      "2026-01-01T12:00:00.Z", "2026-01-01T12:00:00Zz", "2026-01-01T12:00:00+24:00",
      "2026-01-01T12:00:00+1", "2026-01-01T12:00:00 +01:00x", "2026-01-01 13:00 pm",
      "2026-01-01 0:30 am", "2026-01-01T", "2026-01-01 ", "2026-01-01Z", "03/04/2026",
      "1772633106", "99999999999999999999", "12:30", "2026-01-01T12", "26-01-01", "2026-1-1-1",
      "2026-01-01T12:00:00+", "2026-01-01T12:00:00-01:", "2026-01/01", "-", "2026-01-01T12:0:00",
      "NULL", "?", "0000-00-00 00:00:00", "12 Mar", "Mar 2026", "12 Mar 14:05:30", "30 Feb 2026",
      "Mar 32, 2026", "12 Mayhem 2026", "Monday", "12-Mar-", "Wed Mar 4 14:05:06 UTC", "Mar",
      "2026-03-04 14:05:06 CST", "2026-03-04 14:05:06 UTC GMT", "12 Mar 2026 25:00", "12 Mar 2026x",
      "Wed Mar 4 14:05:06 UTC 2026 x", "2026-Mar", "20260304 14", "März", "März 4", "\u{202F}",
    ])
  func noTimes(_ text: String) throws {
    // Spaces behind a date do no harm.
    #expect(try time(text) == (text == "2026-01-01 " ? 1_767_225_600_000_000 : nil))
  }

  @Test("Days and months change places with the order")
  func orders() throws {
    #expect(try time("04/03/2026 14:05:06", order: .dayFirst) == base)
    #expect(try time("03/04/2026 14:05:06", order: .monthFirst) == base)
    #expect(try time("3/4/26 2:05:06 PM", order: .monthFirst) == base)
    #expect(try time("04-03-2026 14:05:06", order: .dayFirst) == base)
    #expect(try time("14/03/2026", order: .monthFirst) == nil)
    #expect(try time("03/14/2026", order: .dayFirst) == nil)
  }

  @Test("Numbers count since 1970 in the column's unit")
  func epochs() throws {
    #expect(try time("1772633106", epoch: .seconds) == base)
    #expect(try time("1772633106.25", epoch: .seconds) == base + 250_000)
    #expect(try time("1772633106000.5", epoch: .milliseconds) == base + 500)
    #expect(try time("1772633106000001", epoch: .microseconds) == base + 1)
    #expect(try time("1772633106000001999", epoch: .nanoseconds) == base + 1)
    #expect(try time("-86400", epoch: .seconds) == -86_400_000_000)
    #expect(try time("0", epoch: .nanoseconds) == 0)
    // Of another unit, and too large for any.
    #expect(try time("1772633106000", epoch: .seconds) == nil)
    #expect(try time("1772633106", epoch: .milliseconds) == nil)
    #expect(try time("9999999999999999999", epoch: .nanoseconds) == nil)
    #expect(try time("99999999999999999999", epoch: .nanoseconds) == nil)
  }

  @Test("Numbers may be dates without marks, or days of a workbook")
  func numbered() throws {
    func time(_ text: String, _ kind: NumberedDate, zone: String = "UTC") throws -> Int64? {
      var parser = TimeParser(zone: try #require(ZoneClock(zone)))
      parser.numbered = kind
      return Array(text.utf8).withUnsafeBytes { parser.microseconds($0) }
    }
    #expect(try time("20260304140506", .digits) == base)
    #expect(try time("202603041405", .digits) == base - 6_000_000)
    #expect(try time("20260304", .digits) == base - 50_706_000_000)
    #expect(try time("20260304150506", .digits, zone: "Europe/Berlin") == base)
    for text in ["20261304", "20260230", "20260304250000", "-20260304", "2026", "99999999999"] {
      #expect(try time(text, .digits) == nil, "\(text)")
    }
    #expect(try time("46085.586875", .days) == base)
    #expect(try time("46085", .days) == base - 50_706_000_000)
    #expect(try time("25569", .days) == 0)
    #expect(try time("99999999999999", .days) == nil)
  }

  @Test(
    "What numbers of a column are is found by all of them",
    arguments: [
      (["20260304", "20260305"], NumberedDate.digits), (["20260304140506"], .digits),
      (["46085.58", "46090"], .days), (["1772633106", "1772633107"], nil), (["46085", "12"], nil),
      (["20260304", "20260305", "20269999"], .digits), (["20260304", "20269999"], nil),
      (["1772633106000"], nil),
    ])
  func numberKinds(_ texts: [String], _ kind: NumberedDate?) {
    let numbers = texts.compactMap { text in
      Array(text.utf8).withUnsafeBytes { WrittenTime($0).number() }
    }
    #expect(NumberedDate.find(numbers) == kind)
  }

  @Test("Where clocks are changed, the offset from before holds")
  func changes() throws {
    // Forward on 2026-03-29 at 02:00, back on 2026-10-25 at 03:00.
    let berlin = "Europe/Berlin"
    #expect(try time("2026-03-29 01:59:59", zone: berlin) == time("2026-03-29T00:59:59Z"))
    #expect(try time("2026-03-29 02:30:00", zone: berlin) == time("2026-03-29T01:30:00Z"))
    #expect(try time("2026-03-29 03:30:00", zone: berlin) == time("2026-03-29T01:30:00Z"))
    #expect(try time("2026-10-25 02:30:00", zone: berlin) == time("2026-10-25T00:30:00Z"))
    #expect(try time("2026-10-25 03:00:00", zone: berlin) == time("2026-10-25T02:00:00Z"))
    #expect(try time("2026-07-01", zone: berlin) == time("2026-06-30T22:00:00Z"))
    #expect(try time("2026-07-01T12:00:00Z", zone: berlin) == time("2026-07-01T12:00:00Z"))
  }

  @Test("Zones by name and by offset")
  func zones() {
    for name in ["UTC", "GMT", "Z", "+02:00", "+0200", "-9", "UTC+2", "GMT-03:30", "Asia/Tokyo"] {
      #expect(ZoneClock(name) != nil, "\(name)")
    }
    for name in ["", "+", "+25:00", "+02:60", "Mars/Olympus", "+1:2:3", "Berlin Time", "+0x"] {
      #expect(ZoneClock(name) == nil, "\(name)")
    }
  }

  @Test(
    "Times of a zone are those that Foundation has", arguments: SeededGenerator.seeds(8))
  func foundation(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let name = generator.pick([
      "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe",
      "America/Sao_Paulo",
      "Africa/Casablanca", "Pacific/Apia", "UTC",
    ])
    let zone = try #require(TimeZone(identifier: name))
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    var parser = TimeParser(zone: try #require(ZoneClock(name)))
    for _ in 0..<400 {
      // From 1971 to 2070.
      let instant = Int64.random(in: 31_536_000...3_150_000_000, using: &generator)
      let date = Date(timeIntervalSince1970: Double(instant))
      let parts = calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .second], from: date)
      let numbers = [
        parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second,
      ].map { String($0 ?? 0) }
      let two = numbers.map { $0.count < 2 ? "0" + $0 : $0 }
      let text = generator.pick([
        "\(two[0])-\(two[1])-\(two[2]) \(two[3]):\(two[4]):\(two[5])",
        "\(numbers[2]).\(numbers[1]).\(two[0]) \(numbers[3]):\(two[4]):\(two[5])",
      ])
      let read = Array(text.utf8).withUnsafeBytes { parser.microseconds($0) }
      let found = try #require(read, "\(name) \(text)")
      // A time that exists twice is the first of the two.
      let earlier = instant - (found / 1_000_000)
      #expect(
        earlier == 0
          || (earlier > 0 && earlier <= 7_200
            && zone.secondsFromGMT(for: date)
              != zone.secondsFromGMT(for: date.addingTimeInterval(-Double(earlier)))),
        "seed \(seed): \(name) \(text)")
    }
  }
}
