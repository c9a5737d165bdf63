import JourneyDecisions
import JourneyModel
import JourneyReports
import JourneyTestSupport
import Testing

@Suite struct LedgerReportTests {
  static func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? .epoch }

  static let journey: Journey = {
    var journey = Journey(id: "results", title: "Results")
    journey.touchpoints = [
      Touchpoint(id: "no-news", name: "No news", owner: "Ruiz"),
      Touchpoint(id: "log-in", name: "Log in", owner: "Okafor"),
    ]
    var done = Decision(insight: "Silence is bad news", about: "no-news", status: .verified)
    done.owner = "Ruiz"
    done.found = day("2026-03-01")
    done.reached = .init(who: "Board", on: day("2026-03-08"))
    done.decidedOn = day("2026-03-22")
    done.actedOn = day("2026-05-01")
    done.outcome = .init(
      before: Score(mean: -1.6, n: 96, sd: 0.7), after: Score(mean: -0.9, n: 120, sd: 0.8))
    var late = Decision(
      insight: "A password used twice a year is a password that everybody has forgotten",
      about: "log-in", due: day("2026-10-30"))
    late.found = day("2026-10-01")
    let down = Decision(insight: "Name a day", status: .rejected)
    journey.decisions = [done, late, down, Decision(insight: "Undated", status: .verified)]
    return journey
  }()

  static let report = LedgerReport(
    Ledger([journey], asOf: day("2026-11-01")), journeys: 1, narrowedTo: [])

  @Test func textTellsFunnelDecisionsAndContradictions() {
    #expect(
      Self.report.text() == """
        Decisions of 1 journey · 4 insights · as of 2026-11-01

        step      insights       of all  of those before  days it took  no dates  wait here  days waited
        found            4            –                –             –         –          1           31
        reached          3  75% (35–95)      75% (35–95)             7         2          0            –
        decided          3  75% (35–95)    100% (56–100)            14         2          0            –
        acted            2  50% (17–83)      67% (24–94)            40         1          1            –
        measured         1   25% (5–65)      50% (10–90)             –         1          –            –

        1 of 4 insights waits to reach somebody who decides, for 31 days.
        1 is past due, by 2 days.
        1 was turned down, which counts as decided.
        Measured again: 1 better.

        decision   about      insight                                           step         owner      age  due                   outcome
        results#1  No news    Silence is bad news                               measured     Ruiz         –  –                     better: −1.6 → −0.9
        results#2  Log in     A password used twice a year is a password that…  found        (Okafor)  31 d  2026-10-30, 2 d late  –
        results#3  the whole  Name a day                                        turned down  nobody       –  –                     –
        results#4  the whole  Undated                                           acted        nobody       –  –                     not measured

        To be looked at:
        - results#4: verified, but nobody says what customers feel now

        """)
  }

  @Test func lateOnesAreColouredOnATerminal() {
    let lines = Self.report.text(colored: true).split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("\u{1B}[1m") }.count == 2)
    #expect(lines.filter { $0.hasPrefix("\u{1B}[33mresults#2") }.count == 1)
    #expect(lines.filter { $0.contains("\u{1B}") }.count == 3)
  }

  @Test func markdownKeepsTheWholeInsight() {
    let text = Self.report.markdown
    #expect(text.hasPrefix("## Decisions of 1 journey · 4 insights · as of 2026-11-01\n\n| step |"))
    #expect(
      text.contains(
        "| results\\#2 | Log in | A password used twice a year is a password that everybody has "
          + "forgotten | found | (Okafor) | 31 d | 2026-10-30, 2 d late | – |\n"))
    #expect(text.contains("- results\\#4: verified, but nobody says what customers feel now\n"))
  }

  @Test func csvHasACellForEveryTitle() {
    let lines = RowReader.rows(Self.report.csv)
    #expect(lines.count == 5)
    #expect(Set(lines.map(\.count)) == [31])
    #expect(
      lines[1].prefix(10) == [
        "results#1", "results", "no-news", "Silence is bad news", "", "Ruiz", "Ruiz", "verified",
        "measured", "2026-03-01",
      ])
    #expect(lines[1][20] == "better")
    #expect(lines[3][20] == "not-measured")
  }

  @Test func jsonSaysUnknownAndNotNaught() {
    let text = Self.report.json
    #expect(text.hasPrefix("{\n  \"schemaVersion\": 1,\n  \"asOf\": \"2026-11-01\","))
    #expect(text.contains("\"measured\": null"))
    #expect(text.contains("\"verdict\": \"better\""))
    #expect(!text.contains("NaN") && !text.contains("Infinity"))
  }

  @Test func nothingIsSaidOfNothing() {
    let report = LedgerReport(Ledger([], asOf: Self.day("2026-11-01")), journeys: 2)
    #expect(
      report.text()
        == "Decisions of 2 journeys · 0 insights · as of 2026-11-01\n\nNo decisions here.\n")
    #expect(report.markdown.hasSuffix("No decisions here.\n"))
    #expect(RowReader.rows(report.csv).count == 1)
  }

  @Test func hostileTextStaysText() {
    var journey = Journey(id: "x", title: "X")
    journey.decisions = [
      Decision(
        insight: "=cmd|' /C calc'!A0\n<script>alert(1)</script>\u{1B}[31m|\u{202E}evil",
        decision: "@SUM(A1)", owner: "+1|x")
    ]
    let report = LedgerReport(Ledger([journey], asOf: Self.day("2026-11-01")), journeys: 1)
    #expect(!report.text().contains("\u{1B}") && !report.text().contains("\u{202E}"))
    #expect(report.markdown.contains("\\<script\\>") && !report.markdown.contains("\u{1B}"))
    #expect(report.markdown.split(separator: "\n").filter { $0.contains("script") }.count == 1)
    let cells = RowReader.rows(report.csv)[1]
    for cell in cells { #expect(!"=+-@".contains(cell.first ?? "x"), "\(cell)") }
  }
}

/// Reads comma-separated values (RFC 4180) as an importer does.
enum RowReader {
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar == "\"", scalars.first == "\"" {
          cell.append("\"")
          scalars.removeFirst()
        } else if scalar == "\"" {
          isQuoted = false
        } else {
          cell.unicodeScalars.append(scalar)
        }
        continue
      }
      switch scalar {
      case "\"": isQuoted = true
      case ",":
        row.append(cell)
        cell = ""
      case "\r": continue
      case "\n":
        rows.append(row + [cell])
        row = []
        cell = ""
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows
  }
}
