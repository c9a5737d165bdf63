import Testing

@testable import EventLogs

@Suite("What dates and numbers mean in a column")
struct DateOrderTests {
  private func log(_ dates: [String]) -> String {
    "id,event,date\n" + dates.map { "1,a,\($0)\n" }.joined()
  }

  @Test("One date that holds in one order only settles all")
  func settled() throws {
    // 3 April 2026 at noon, and 4 March.
    let april: Int64 = 1_775_217_600_000_000
    let march: Int64 = 1_772_625_600_000_000
    let days = try Reading(log(["03/04/2026 12:00", "31/01/2026"]))
    #expect(days.rows.first?.time == april)
    #expect(
      days.report.remarks == [
        "Dates are read day-first, the only way in which all of them are dates."
      ])
    #expect(
      try Reading(log(["03/04/2026 12:00 pm", "01/31/2026"])).rows.first?.time == march)
    #expect(
      try Reading(log(["03/04/2026 12:00"])) { $0.dateOrder = .dayFirst }.rows.first?.time == april)
    #expect(
      try Reading(log(["03/04/2026 12:00"])) { $0.dateOrder = .monthFirst }.rows.first?.time
        == march)
    #expect(try Reading(log(["03.04.2026 12:00"])).rows.first?.time == april)
  }

  @Test("The date that settles may come very late, also where nothing can be read twice")
  func late() throws {
    let dates = Array(repeating: "03/04/2026 12:00", count: 60_000) + ["12/31/2026"]
    let reading = try Reading(log(dates), threads: 2)
    #expect(reading.rows.count == 60_001)
    #expect(reading.rows[0].time == 1_772_625_600_000_000)
    #expect(reading.report.rejected.isEmpty)
  }

  @Test("A date that contradicts the first that settled is told")
  func mixed() throws {
    let reading = try Reading(log(["03/04/2026", "31/01/2026", "01/31/2026"]))
    #expect(reading.rows.count == 2)
    #expect(
      reading.rejections == [Rejection(reason: .badTime, line: 4, row: "1,a,01/31/2026")])
    #expect(
      reading.report.remarks == [
        "No way of reading dates fits all of them: they are read day-first, as '31/01/2026' must "
          + "be, but '01/31/2026' in log:4 cannot; 1 row is not counted for that."
      ])
  }

  @Test("A column in which both hold is shown in both readings")
  func undecided() {
    #expect(
      Reading.problem(log(["2026-01-01", "03/04/2026 12:00", "05/06/2026"]))
        == "log:3: '03/04/2026 12:00' in 'date' is 3 April or 4 March, and no other date of the "
        + "log settles which; say --day-first or --month-first")
    // The same day either way.
    #expect(
      Reading.problem(log(["04/04/2026", "03/04/2026"]))
        == "log:3: '03/04/2026' in 'date' is 3 April or 4 March, and no other date of the log "
        + "settles which; say --day-first or --month-first")
  }

  @Test("Dates that are the same day in both orders are in no doubt")
  func sameDay() throws {
    let reading = try Reading(log(["04/04/2026", "05/05/2026"]))
    #expect(reading.rows.map(\.time) == [1_775_260_800_000_000, 1_777_939_200_000_000])
    #expect(reading.report.remarks.isEmpty)
  }

  @Test("A later input may settle it")
  func several() throws {
    let first = log(["03/04/2026 12:00"])
    let second = "date,event,id\n31/01/2026,a,1\n"
    let reading = try Reading([
      .bytes(Array(first.utf8), name: "a"), .bytes(Array(second.utf8), name: "b"),
    ])
    #expect(reading.rows.map(\.time) == [1_775_217_600_000_000, 1_769_817_600_000_000])
  }

  @Test("A later input may write its times in another way, which is told")
  func anotherWay() throws {
    let logs = [
      ["2026-01-31"], ["1700000000"], ["1700000000000"], ["31/01/2026"], ["01/31/2026"],
    ]
    let reading = try Reading(
      logs.enumerated().map { .bytes(Array(log($1).utf8), name: "log \($0 + 1)") })
    #expect(reading.rejections.isEmpty)
    #expect(
      reading.rows.map(\.time) == [
        1_769_817_600_000_000, 1_700_000_000_000_000, 1_700_000_000_000_000,
        1_769_817_600_000_000, 1_769_817_600_000_000,
      ])
    #expect(
      reading.report.remarks.contains("log 3 writes its times in another way than the first log."))
  }

  @Test("ISO 8601 for short")
  func short() throws {
    let times = [
      "20260131T101500Z", "20260131T1015Z", "20260131T101500.250+0100", "2026-01-31T10Z",
      "20260131T1",
    ]
    let reading = try Reading(log(times))
    #expect(
      reading.rows.map(\.time) == [
        1_769_854_500_000_000, 1_769_854_500_000_000, 1_769_850_900_250_000,
        1_769_853_600_000_000,
      ])
    #expect(reading.rejections.map(\.line) == [6])
  }

  @Test("The unit of numbers is that of most, of as many the larger, and other units are no times")
  func epochs() throws {
    let reading = try Reading(log(["1700000000123", "1700000001", "0", "soon"]))
    #expect(reading.rows.map(\.time) == [1_700_000_000_123_000, 0])
    #expect(reading.rejections.map(\.reason) == [.badTime, .badTime])
    #expect(
      reading.report.remarks
        == ["The numbers of 'date' are read as milliseconds since 1970-01-01 UTC."])
    #expect(
      Reading.problem(log(["2019", "2020"]))
        == "log: the column 'date' holds numbers like 2019, which may be years; write "
        + "dates like 2026-01-31, or name another column with --time")
  }

  @Test("A few absurd numbers do not decide what all others count")
  func unitOfMost() throws {
    let reading = try Reading(
      "case,step,time\n" + "1,a,9223372036854775807\n1,a,1772633106\n1,b,1772633107\n1,b,1\n")
    #expect(reading.rows.map(\.time) == [1_772_633_106_000_000, 1_772_633_107_000_000, 1_000_000])
    #expect(reading.rejections.map(\.reason) == [.badTime])
  }

  @Test("Numbers that are dates without marks or days of a workbook are read so, and it is told")
  func numbered() throws {
    let dates = try Reading(log(["20190131", "20190201", "20191399"]))
    #expect(dates.rows.map(\.time) == [1_548_892_800_000_000, 1_548_979_200_000_000])
    #expect(dates.rejections.map(\.reason) == [.badTime])
    #expect(
      dates.report.remarks == [
        "The numbers of 'date' are read as dates written without marks, such as 20190131."
      ])
    let days = try Reading(log(["46085.5", "46086"]))
    #expect(days.rows.map(\.time) == [1_772_625_600_000_000, 1_772_668_800_000_000])
    #expect(
      days.report.remarks == [
        "The numbers of 'date' are read as days since 1899-12-30, as workbooks count them."
      ])
  }

  @Test("Times that do not say their zone have that of the options")
  func zone() throws {
    let reading = try Reading(log(["2026-07-01 12:00:00", "2026-07-01 12:00:00Z"])) {
      $0.timeZone = "Europe/Berlin"
    }
    #expect(reading.rows.map(\.time) == [1_782_900_000_000_000, 1_782_907_200_000_000])
  }
}
