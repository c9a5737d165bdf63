import EventCounting
import Testing

@testable import EventLogs

@Suite("Rows of a log")
struct RowTests {
  private let head = "case,event,time,score,seq,start_time,lifecycle:transition,channel\n"

  private func reading(
    _ rows: String, _ change: (inout LogOptions) -> Void = { _ in }
  ) throws(LogProblem) -> Reading {
    try Reading(head + rows, change)
  }

  @Test("Each row that is not counted is told with its line, its reason and what is wrong")
  func rejected() throws {
    let reading = try reading(
      """
      1,a,2026-01-01T00:00:00Z,1,1,,,
      ,a,2026-01-01T00:00:00Z,1,1,,,
      1,,2026-01-01T00:00:00Z,1,1,,,

      1,a,,1,1,,,
      1,a,yesterday,1,1,,,
      1,a,2026-01-01T00:00:00Z,1,1,noon,,
      1,a,2026-01-01T00:00:00Z,1,1,2026-01-02,,
      1,a,2026-01-01T00:00:00Z,1,first,,,
      1,a,2026-01-01T00:00:00Z,nan,1,,,
      1,a,2026-01-01T00:00:00Z,6,1,,,
      1,a,2026-01-01T00:00:00Z,1,1
      1,a,2026-01-01T00:00:00Z,1,1,,,,,x
      1,"a"b,2026-01-01T00:00:00Z,1,1,,,
      1,a\0,2026-01-01T00:00:00Z,1,1,,,
      1,a,2026-01-01T00:00:00Z,1,1,,,,,
      """
    ) {
      $0.columns = [.sequence: "seq"]
      $0.scores = 1...5
    }
    #expect(reading.rows.count == 2)
    #expect(reading.report.rows == 15)
    // The days of rows that are not counted are not the log's.
    #expect(reading.report.days == 20_454...20_454)
    func told(_ reason: LogReport.Reason) -> [String] {
      reading.report.rejected.filter { $0.reason == reason }.flatMap(\.first)
        .map { "\($0.input):\($0.line): \($0.text)" }
    }
    #expect(told(.noCustomer) == ["log:3: ,a,2026-01-01T00:00:00Z,1,1,,,"])
    #expect(told(.noTouchpoint) == ["log:4: 1,,2026-01-01T00:00:00Z,1,1,,,"])
    #expect(told(.noTime) == ["log:6: 1,a,,1,1,,,"])
    #expect(told(.badTime) == ["log:7: yesterday"])
    #expect(told(.badBegan) == ["log:8: noon", "log:9: 2026-01-02"])
    #expect(told(.badSequence) == ["log:10: first"])
    #expect(told(.badScore) == ["log:11: nan", "log:12: 6"])
    #expect(told(.tooFewCells) == ["log:13: 1,a,2026-01-01T00:00:00Z,1,1"])
    #expect(told(.tooManyCells) == ["log:14: 1,a,2026-01-01T00:00:00Z,1,1,,,,,x"])
    #expect(
      told(.badRow) == [
        "log:15: 1,\"a\"b,2026-01-01T00:00:00Z,1,1,,,", "log:16: 1,a\0,2026-01-01T00:00:00Z,1,1,,,",
      ])
    #expect(
      reading.report.rejected.flatMap(\.first).map(\.why) == [
        "'case' says nothing", "'event' says nothing", "'time' says nothing",
        "'time' holds 'yesterday', which is no time that can be read",
        "'start_time' holds 'noon', which is no time that can be read",
        "'start_time' holds '2026-01-02', which is after the row's end",
        "'seq' holds 'first', which is no whole number", "'score' holds 'nan', which is no number",
        "'score' holds '6', which is not on the scale 1..5", "5 cells, where the head has 8",
        "more cells than the head, which has 8",
        "something follows the quotation mark that closes a cell; one within a text is doubled",
        "it has a NUL byte: the file is damaged here",
      ])
    #expect(reading.rejections.count == 13)
    #expect(reading.rejections.map(\.line) == [3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16])
  }

  @Test("A report shows the first five of a reason and counts all")
  func manyRejected() throws {
    let rows = (0..<9).map { "1,a,bad \($0),,,,,\n" }.joined()
    let reading = try reading("1,a,2026-01-01,,,,,\n" + rows)
    let rejected = try #require(reading.report.rejected.first)
    #expect(rejected.count == 9)
    #expect(rejected.first.map(\.text) == ["bad 0", "bad 1", "bad 2", "bad 3", "bad 4"])
    #expect(reading.rejections.count == 9)
  }

  @Test("What is empty is not known")
  func empty() throws {
    let reading = try reading("1,NULL,2026-01-01, ,,  ,,\n") { $0.columns = [.sequence: "seq"] }
    #expect(
      reading.rows == [
        RowCollector.Row(customer: "1", touchpoint: "NULL", time: 1_767_225_600_000_000)
      ])
  }

  @Test("Words for nothing are no beginning and no sequence number, as in the query of a database")
  func words() throws {
    let log =
      "case,event,time,began,nr\n0,z,2026-01-01,2026-01-01,1\n1,a,2026-01-01,NULL,-\n1,b,n/a,,\n"
      + "1,c,2026-01-01,x,\n"
    let reading = try Reading([.bytes(Array(log.utf8), name: "log")]) {
      $0.columns = [.sequence: "nr", .began: "began"]
    }
    #expect(
      reading.rows.last
        == RowCollector.Row(customer: "1", touchpoint: "a", time: 1_767_225_600_000_000))
    #expect(reading.report.rejected.map(\.reason) == [.noTime, .badBegan])
  }

  @Test(
    "Numbers of scores",
    arguments: [
      ("4", 4), ("-2.50", -2.5), ("+1", 1), ("1e-2", 0.01), (".5", 0.5), ("5.", 5),
      ("0.1", 0.1), ("123456789012345", 123_456_789_012_345), (" 3 ", 3),
      ("0.30000000000000004", 0.30000000000000004),
      ("12345678901234567890", 12_345_678_901_234_567_168),
    ])
  func scores(_ text: String, _ score: Double) throws {
    #expect(try reading("1,a,2026-01-01,\(text),,,,\n").rows.map(\.felt) == [score])
  }

  @Test(
    "What is no number", arguments: ["good", "1,5", "0x10", "inf", "1e999", "--1", "1.2.3", "e"])
  func noScores(_ text: String) throws {
    let reading = try reading("1,a,2026-01-01,\"\(text)\",,,,\n") { $0.columns = [.felt: "score"] }
    #expect(reading.rejections.map(\.reason) == [.badScore])
  }

  @Test("A comma stands before the fraction where semicolons separate cells")
  func comma() throws {
    let reading = try Reading("case;event;time;score\n1;a;2026-01-01;4,5\n")
    #expect(reading.rows.map(\.felt) == [4.5])
  }

  @Test("Parts of a life cycle: all, some, or two ends of one event")
  func lifecycle() throws {
    let rows = """
      1,a,2026-01-01,,,,Start,
      1,a,2026-01-02,,,,COMPLETE,
      1,b,2026-01-03,,,,suspend,
      1,c,2026-01-04,,,,,
      """
    #expect(try reading(rows).rows.map(\.part) == [.whole, .whole, .whole, .whole])
    let some = try reading(rows) { $0.lifecycle = .only(["Complete"]) }
    #expect(some.rows.map(\.touchpoint) == ["a", "c"])
    #expect(some.report.filtered == 2)
    #expect(some.report.rows == 2)
    let joined = try reading(rows) { $0.lifecycle = .joined }
    #expect(joined.rows.map(\.part) == [.beginning, .ending, .whole])
    #expect(joined.report.filtered == 1)
    #expect(
      try reading(rows).report.remarks == [
        "'lifecycle:transition' tells parts of events ('complete', 'start', 'suspend'), and each "
          + "counts as an event; --lifecycle joined makes one of start and complete."
      ])
    let none = try reading(rows) { $0.lifecycle = .only(["finish"]) }
    #expect(none.rows.isEmpty)
    #expect(none.report.partsLeftOut == ["Start", "COMPLETE", "suspend", ""])
  }

  @Test("Text that is not UTF-8 is read as Windows-1252, and that is told")
  func repair() throws {
    var bytes = Array((head + "1,ok é,2026-01-01,,,,,\n1,").utf8)
    bytes += [0x80, 0x20, 0xFC] + Array(",2026-01-01,,,,,\n".utf8)
    let reading = try Reading([.bytes(bytes, name: "log")])
    #expect(reading.rows.map(\.touchpoint) == ["ok é", "€ ü"])
    #expect(
      reading.report.remarks == [
        "1 row has text that is not UTF-8 and was read as Windows-1252, first in log:3."
      ])
  }

  @Test(
    "What is UTF-8 and what is not",
    arguments: [
      ("61", true), ("C3A9", true), ("C080", false), ("C3", false), ("EDA080", false),
      ("E28082", true), ("E08080", false), ("F09F9880", true), ("F4908080", false), ("80", false),
      ("6161616161616161C3A9", true), ("61616161616161C3", false), ("F0808080", false),
    ])
  func utf8(_ hex: String, _ isValid: Bool) {
    let digits = Array(hex)
    let bytes = stride(from: 0, to: digits.count, by: 2).map {
      UInt8(String(digits[$0...($0 + 1)]), radix: 16) ?? 0
    }
    #expect(bytes.withUnsafeBytes { TextRepair.isUTF8($0) } == isValid)
    #expect((String(validating: bytes, as: UTF8.self) != nil) == isValid)
  }
}
