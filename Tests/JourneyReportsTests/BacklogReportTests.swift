import JourneyAnalysis
import JourneyDecisions
import JourneyModel
import JourneyReports
import JourneyTestSupport
import Testing

@Suite struct BacklogReportTests {
  static let asOf = LedgerReportTests.day("2026-11-01")

  static func report(_ journeys: [Journey], limit: Int? = nil, link: String? = nil) throws
    -> BacklogReport
  {
    var backlog = Backlog(
      try journeys.map { try $0.estimated(asOf: asOf) }, ledger: Ledger(journeys, asOf: asOf))
    for index in backlog.stories.indices { backlog.stories[index].link = link }
    return BacklogReport(backlog, journeys: journeys.count, asOf: asOf, limit: limit)
  }

  /// A journey with two hotspots; about one of them a decision waits.
  static func journey(_ change: (inout Journey) -> Void = { _ in }) -> Journey {
    var journey = Journey.sketch(
      [
        "start -> log-in: 1000", "log-in -> read: 800", "log-in -> left: 200",
        "read -> completed: 640", "read -> left: 160",
      ],
      felt: [
        "log-in": Score(mean: -1, n: 100, sd: 0.8), "read": Score(mean: -1.5, n: 60, sd: 0.8),
      ])
    journey.title = "Getting results"
    journey.touchpoints[0].name = "Log in"
    journey.touchpoints[0].quotes = [.init("Which password?", consent: true)]
    journey.touchpoints[1].name = "Read"
    journey.touchpoints[1].pains = ["Raw values"]
    var code = Decision(insight: "Passwords are forgotten", about: "log-in", decision: "A code")
    code.effort = 8
    journey.decisions = [code]
    change(&journey)
    return journey
  }

  @Test func markdownTellsStories() throws {
    let text = try Self.report([Self.journey()], link: "https://x.org/a.yaml#L3").markdown
    #expect(text.hasPrefix("## Backlog of 1 journey · 2 stories · as of 2026-11-01\n\n| rank |"))
    #expect(
      text.contains(
        """
        ### Log in: A code

        As one of the customers, I want this at “Log in”: A code, so that I get to the end of \
        “Getting results”.

        Priority: Highest

        - Insight: Passwords are forgotten
        - Evidence: 100 customers measured
        - A customer said: “Which password?”
        - Owner: nobody
        - Effort: 8
        - Journey: Getting results (sketch)
        - See: <https://x.org/a.yaml#L3>
        - Id: sketch/log-in/insight-
        """.dropLast()))
    #expect(text.contains("- [ ] The heat of “Log in” is below 100; it is "))
  }

  @Test func jiraGetsItsOwnTitlesAndALabelAColumn() throws {
    let rows = RowReader.rows(try Self.report([Self.journey()]).jira())
    #expect(
      rows[0] == [
        "Summary", "Issue Type", "Priority", "Description", "Story Points", "External ID", "Labels",
        "Labels", "Labels", "Labels",
      ])
    #expect(Set(rows.map(\.count)) == [10])
    let row = try #require(rows.first { $0[0] == "Log in: A code" })
    #expect(row[1] == "Story")
    #expect(row[2] == "Highest")
    #expect(row[4] == "8")
    #expect(row[5].hasPrefix("journey/sketch/log-in/insight-"))
    #expect(row[6...8] == ["customer-journey", "journey-sketch", "touchpoint-log-in"])
    #expect(row[3].contains("\n* Owner: nobody\n"))
    for label in rows.dropFirst().flatMap({ $0[6...] }) { #expect(!label.contains(" ")) }
  }

  @Test func keysAreThereWhereADocumentHasThem() throws {
    let journey = Self.journey {
      $0.decisions[0].extensions = [
        .init("x-jira", .text("CARE-12")), .init("x-azure", .number(7)),
      ]
    }
    let report = try Self.report([journey])
    let jira = RowReader.rows(report.jira())
    #expect(jira[0][0] == "Issue Key")
    #expect(Set(jira.dropFirst().map { $0[0] }) == ["CARE-12", ""])
    let azure = RowReader.rows(report.azure())
    #expect(azure[0][0] == "ID")
    #expect(Set(azure.dropFirst().map { $0[0] }) == ["7", ""])
    // New work items may not even have the column.
    #expect(RowReader.rows(try Self.report([Self.journey()]).azure())[0][0] == "Work Item Type")
  }

  @Test func azureGetsHTMLOnOneLine() throws {
    let report = try Self.report([Self.journey()], link: "https://x.org/a.yaml#L3")
    let rows = RowReader.rows(report.azure())
    #expect(
      rows[0] == [
        "Work Item Type", "Title", "Description", "Acceptance Criteria", "Priority", "Effort",
        "Tags",
      ])
    let row = try #require(rows.first { $0[1] == "Log in: A code" })
    #expect(row[0] == "Product Backlog Item")
    #expect(row[4] == "1")
    #expect(row[5] == "8")
    #expect(row[6].hasPrefix("customer-journey; journey-sketch; touchpoint-log-in; story-"))
    #expect(row[2].hasPrefix("<p>As one of the customers, I want this at “Log in”: A code,"))
    #expect(row[2].contains(#"<a href="https://x.org/a.yaml#L3">"#))
    #expect(row[3].hasPrefix("<ul><li>The heat of “Log in” is below 100;"))
    for cell in rows.joined() { #expect(!cell.contains("\n")) }
    #expect(RowReader.rows(report.azure(type: "User Story"))[0].contains("Story Points"))
    let basic = RowReader.rows(report.azure(type: "Issue"))
    #expect(!basic[0].contains("Acceptance Criteria"))
    #expect(basic[1][2].contains("<p>Done when:</p><ul><li>"))
  }

  @Test func gitHubGetsMarkdownAndShortLabels() throws {
    let long = String(repeating: "x", count: 80)
    let journey = Self.journey { $0.id = JourneyID(long) }
    let rows = RowReader.rows(try Self.report([journey]).github)
    #expect(rows[0] == ["title", "body", "labels"])
    for row in rows.dropFirst() {
      #expect(row[1].contains("\nDone when:\n\n- [ ] "))
      let labels = row[2].split(separator: ",")
      #expect(labels.contains("priority-highest"))
      for label in labels { #expect(label.count <= 50 && !label.contains(" ")) }
    }
  }

  @Test func hostileTextIsNeitherFormulaNorMarkup() throws {
    let evil = "=cmd|' /C calc'!A0,\"\n<script>alert(1)</script> @everyone {code} \u{1B}[31m"
    let journey = Self.journey { journey in
      journey.title = evil
      journey.customers = evil
      journey.personas = [Persona(id: "p", name: evil, role: evil, goals: [evil])]
      journey.touchpoints[0].name = evil
      journey.touchpoints[0].pains = [evil]
      journey.touchpoints[0].quotes = [.init(evil)]
      journey.touchpoints[1].name = "\u{FF1D}1+1"
      journey.decisions[0].insight = evil
      journey.decisions[0].decision = evil
      journey.decisions[0].owner = evil
    }
    let report = try Self.report([journey], link: "a b<>`.yaml#L1")
    for file in [report.jira(), report.azure(), report.github] {
      #expect(!file.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{FEFF}" })
      let rows = RowReader.rows(file)
      #expect(Set(rows.map(\.count)).count == 1)
      for cell in rows.joined() {
        #expect(!"=+-@＝＋－＠\t".contains(cell.first ?? "x"), "\(cell.prefix(20))")
      }
      #expect(rows.dropFirst().contains { row in row.contains { $0.hasPrefix("· ＝1+1") } })
    }
    // Titles are plain text in all three; what follows them is not.
    for row in RowReader.rows(report.azure()).dropFirst() {
      #expect(!row[2].contains("<script>") && !row[3].contains("<script>"))
    }
    for row in RowReader.rows(report.github).dropFirst() {
      #expect(!row[1].contains("@everyone") && !row[1].contains(" <script>"))
    }
    #expect(!report.markdown.contains(" <script>"))
    #expect(report.jira().contains("\\{code\\}"))
    #expect(!report.text().contains("\u{1B}"))
  }

  @Test func titlesAreNotTooLongForAnyTracker() throws {
    let journey = Self.journey {
      $0.decisions[0].decision = String(repeating: "🙂 ", count: 140)
    }
    let report = try Self.report([journey])
    for (file, column) in [(report.jira(), 0), (report.azure(), 1), (report.github, 0)] {
      for row in RowReader.rows(file).dropFirst() { #expect(row[column].utf16.count <= 255) }
    }
  }

  @Test func reasonsStandInsideTheirItem() throws {
    let flow = (0..<12).flatMap { index in
      [
        "\(index == 0 ? "start" : "t\(index - 1)") -> t\(index): 50%",
        "t\(index) -> left: \(index == 11 ? 100 : 50)%",
      ]
    }
    let journey = Journey.sketch(
      flow.map { $0.replacing("start -> t0: 50%", with: "start -> t0: 100%") })
    let lines = try Self.report([journey]).markdown.split(separator: "\n")
    let tenth = try #require(lines.firstIndex { $0.hasPrefix("10. **") })
    #expect(lines[tenth + 1].hasPrefix("    - "))
    let ninth = try #require(lines.firstIndex { $0.hasPrefix("9. **") })
    #expect(lines[ninth + 1].hasPrefix("   - "))
  }

  @Test func theLimitKeepsTheFirst() throws {
    let all = try Self.report([Self.journey()])
    let one = try Self.report([Self.journey()], limit: 1)
    #expect(one.stories == Array(all.stories.prefix(1)))
    #expect(RowReader.rows(one.github).count == 2)
  }

  @Test(arguments: SeededGenerator.seeds(25))
  func everyFileHasTheSameCellsInEveryRow(seed: UInt64) throws {
    let report = try Self.report([RandomJourney.make(seed: seed)])
    for file in [report.jira(), report.azure(), report.github] {
      let rows = RowReader.rows(file)
      #expect(rows.count == report.stories.count + 1)
      #expect(Set(rows.map(\.count)).count == 1)
    }
    #expect(!report.json.contains("NaN"))
  }
}
