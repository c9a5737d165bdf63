import Testing

@testable import EventLogs

/// Tables that are no logs, as rows of cells.
@Suite struct TableRowsTests {
  @Test func rowsHaveTheirLinesAndCells() throws {
    let text = "\u{feff}a;b\r\n1;\"two\nlines, \"\"so\"\"\"\r\n3;ü\r\nshort\r\nx;y;z\r\n\r\n4;5"
    let table = try TableRows(.bytes(Array(text.utf8), name: "t.csv"))
    var rows: [String] = []
    try table.read(
      { rows.append("\($0.line): \($0.cells)") },
      refuse: { rows.append("\($1): \($0.rawValue) \($2)") })
    #expect(table.names == ["a", "b"])
    #expect(
      rows == [
        "2: [\"1\", \"two\\nlines, \\\"so\\\"\"]", "4: [\"3\", \"ü\"]", "5: too-few-cells short",
        "6: too-many-cells x;y;z", "8: [\"4\", \"5\"]",
      ])
  }

  @Test func daysOfAColumn() {
    let settled = TableDays(["03/04/2026", "13/04/2026", "2026-04-05T10:00:00Z"], told: nil)
    #expect(settled.order == .dayFirst)
    #expect(settled.undecided == nil)
    #expect(settled.day("03/04/2026") == settled.day("2026-04-03"))
    let open = TableDays(["03/04/2026"], told: nil)
    #expect(open.undecided == "03/04/2026")
    #expect(open.day("03/04/2026") == nil)
    #expect(TableDays([], told: .monthFirst).day("03/04/2026") == settled.day("2026-03-04"))
    #expect(settled.day("soon") == nil)
  }
}
