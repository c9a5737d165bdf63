import Foundation
import JourneyAnalysis
import JourneyGuardrails
import JourneyModel
import JourneyReports
import Testing

/// What is said of guardrails, in every format for programs.
@Suite struct GuardrailReportTests {
  static let text = """
    journey: Results
    touchpoints:
      log-in: {name: Log in}
      no-news: {name: No news}

    """

  static let journey: Journey = {
    var journey = Journey(
      id: "results", title: "Results",
      touchpoints: [
        Touchpoint(id: "log-in", name: "Log in"), Touchpoint(id: "no-news", name: "No | <news>"),
      ])
    journey.customers = "patients"
    return journey
  }()

  static let broken: Finding = {
    var finding = Finding(
      "max-heat", journey: "results", touchpoint: "log-in", "heat 512 of 'log-in' is above 300",
      fix: "mend it, or waive the rule in the open", at: .touchpoint("log-in"),
      figure: Figure(.heat, at: "log-in"), estimate: Estimate(512, low: 430, high: 590), limit: 300)
    finding.owners = ["Okafor"]
    finding.said = [
      "Which password,\nexactly?", String(repeating: "Seven screens before it. ", count: 9), "No.",
    ]
    return finding
  }()

  static let waived: Finding = {
    var finding = Finding(
      "max-drop-off", .waived, journey: "results", touchpoint: "no-news",
      "36% leave at 'no-news', above 20%", at: .touchpoint("no-news"),
      figure: Figure(.dropOff, at: "no-news"), estimate: Estimate(0.36, low: 0.31), limit: 0.2)
    finding.waiver = Waiver(
      .maxDropOff, by: "Ruiz", approvedBy: "Ombudsman", why: "the lab has no line \"yet\"",
      tradedFor: .legacy, until: CalendarDate("2027-05-31"))
    return finding
  }()

  static let better = Finding(
    "better", .note, journey: "results", "completed 61% is better than 55%", at: .root,
    figure: Figure(.completed), estimate: Estimate(0.61, low: 0.58, high: 0.64))

  static let expired = Finding(
    "waiver-expired", journey: "results", "the waiver of 'no-maze' ended on 2026-01-31",
    fix: "remove it", at: ["waivers", 0, "until"], isInPolicy: true)

  static let report = CheckReport(
    [
      .init(
        source: SourceText(name: "journeys/results.journey.yaml", text: text), diagnostics: [],
        guardrails: .init(
          journey: journey, rules: [.maxHeat, .maxDropOff, .noMaze],
          findings: [
            .init(broken, range: SourceRange(34, 40)), .init(waived, range: SourceRange(59, 66)),
            .init(better, range: nil),
          ])),
      .init(
        source: SourceText(name: "journeys/policy.yaml", text: "waivers:\n"), diagnostics: [],
        guardrails: .init(
          journey: nil, rules: [], findings: [.init(expired, range: SourceRange(0, 7))])),
    ], version: "1.2.3")

  @Test func rulesAreCounted() throws {
    let counts = try #require(Self.report.ruleCounts)
    #expect(counts.checked == 3)
    #expect(counts.broken == 1)
    #expect(counts.waived == 1)
    #expect(counts.badWaivers == 1)
    #expect(CheckReport([], version: "1").ruleCounts == nil)
  }

  private static let quote =
    "Seven screens before it. Seven screens before it. Seven screens before it. Seven screens before…"

  @Test func githubTellsAllThatBelongsToIt() {
    #expect(
      Self.report.github == """
        ::error file=journeys/results.journey.yaml,line=3,endLine=3,col=5,title=max-heat::\
        heat 512 of 'log-in' is above 300%0A\
        touchpoint: Log in (log-in)%0A\
        figure: heat 512 per 1,000 patients, 90 %25 interval 430 to 590, limit 300%0A\
        owner: Okafor%0A\
        said: “Which password, exactly?” “\(Self.quote)” and 1 more%0A\
        fix: mend it, or waive the rule in the open
        ::warning file=journeys/results.journey.yaml,line=4,endLine=4,col=5,\
        title=max-drop-off (waived)::36%25 leave at 'no-news', above 20%25%0A\
        touchpoint: No | <news> (no-news)%0A\
        figure: drop-off 36%25, 90 %25 interval 31%25 or more, limit 20%25%0A\
        owner: nobody%0A\
        waived: by Ruiz, approved by Ombudsman, traded for legacy, until 2027-05-31: \
        the lab has no line "yet"
        ::notice file=journeys/results.journey.yaml,line=1,endLine=1,col=1,title=better::\
        completed 61%25 is better than 55%25%0A\
        figure: completed 61%25, 90 %25 interval now 58%25 to 64%25
        ::error file=journeys/policy.yaml,line=1,endLine=1,col=1,title=waiver-expired::\
        the waiver of 'no-maze' ended on 2026-01-31%0A\
        fix: remove it

        """)
  }

  @Test func junitHasACaseForEveryRule() {
    #expect(
      Self.report.junit == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="journey check">
          <testsuite name="journeys/results.journey.yaml" tests="4" failures="1" skipped="1">
            <testcase classname="journeys/results.journey.yaml" name="max-heat, log-in">
              <failure type="max-heat" message="heat 512 of 'log-in' is above 300">\
        journeys/results.journey.yaml:3:5
        heat 512 of 'log-in' is above 300
        touchpoint: Log in (log-in)
        figure: heat 512 per 1,000 patients, 90 % interval 430 to 590, limit 300
        owner: Okafor
        said: “Which password, exactly?” “\(Self.quote)” and 1 more
        fix: mend it, or waive the rule in the open</failure>
            </testcase>
            <testcase classname="journeys/results.journey.yaml" name="max-drop-off, no-news">
              <skipped message="waived by Ruiz, approved by Ombudsman, traded for legacy, \
        until 2027-05-31: the lab has no line &quot;yet&quot;; 36% leave at 'no-news', above 20%">\
        journeys/results.journey.yaml:4:5
        36% leave at 'no-news', above 20%
        touchpoint: No | &lt;news&gt; (no-news)
        figure: drop-off 36%, 90 % interval 31% or more, limit 20%
        owner: nobody
        waived: by Ruiz, approved by Ombudsman, traded for legacy, until 2027-05-31: \
        the lab has no line &quot;yet&quot;</skipped>
            </testcase>
            <testcase classname="journeys/results.journey.yaml" name="better, results, completed">
              <system-out>better: journeys/results.journey.yaml:1:1
        completed 61% is better than 55%
        figure: completed 61%, 90 % interval now 58% to 64%</system-out>
            </testcase>
            <testcase classname="journeys/results.journey.yaml" name="no-maze"/>
          </testsuite>
          <testsuite name="journeys/policy.yaml" tests="1" failures="1" skipped="0">
            <testcase classname="journeys/policy.yaml" name="waiver-expired, results">
              <failure type="waiver-expired" message="the waiver of 'no-maze' ended on 2026-01-31">\
        journeys/policy.yaml:1:1
        the waiver of 'no-maze' ended on 2026-01-31
        fix: remove it</failure>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }

  @Test func jsonHasEveryField() throws {
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(Self.report.json.utf8)) as? [String: Any])
    let documents = try #require(object["documents"] as? [[String: Any]])
    #expect(documents[0]["rules"] as? [String] == ["max-heat", "max-drop-off", "no-maze"])
    let findings = try #require(documents[0]["findings"] as? [[String: Any]])
    #expect(findings.count == 3)
    #expect(
      findings[0].keys.sorted() == [
        "alsoAbout", "column", "endColumn", "endLine", "figure", "fix", "journey", "level", "limit",
        "line", "name", "owners", "path", "rule", "said", "summary", "touchpoint", "waiver",
      ])
    let figure = try #require(findings[0]["figure"] as? [String: Any])
    #expect(figure["measure"] as? String == "heat")
    #expect(figure["unit"] as? String == "per-1000")
    #expect(figure["high"] as? Double == 590)
    #expect((findings[0]["said"] as? [String])?.count == 3)
    let other = try #require(findings[1]["figure"] as? [String: Any])
    #expect(other["high"] is NSNull)
    #expect(findings[0]["owners"] as? [String] == ["Okafor"])
    #expect(findings[1]["owners"] as? [String] == [])
    let waiver = try #require(findings[1]["waiver"] as? [String: Any])
    #expect(waiver["tradedFor"] as? String == "legacy")
    #expect(waiver["until"] as? String == "2027-05-31")
    #expect(documents[1]["journey"] is NSNull)
    #expect((object["rules"] as? [String: Int])?["broken"] == 1)
  }

  @Test func sarifSuppressesWhatIsWaived() throws {
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(Self.report.sarif.utf8)) as? [String: Any])
    let run = try #require((object["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(
      rules.compactMap { $0["id"] as? String } == [
        "better", "max-drop-off", "max-heat", "no-maze", "waiver-expired",
      ])
    #expect(rules[2]["name"] as? String == "MaxHeat")
    #expect(
      (rules[2]["fullDescription"] as? [String: String])?["text"] == """
        A touchpoint's heat is at most the limit, per 1,000 customers who start. The policy gives \
        the limit, such as 300. It fails when that is surely not so, judged by the 90 % interval, \
        unless the policy says 'fails: not-surely-good'.
        """)
    let results = try #require(run["results"] as? [[String: Any]])
    let levels = results.compactMap { $0["level"] as? String }
    #expect(levels == ["error", "warning", "note", "error"])
    #expect(results[0]["suppressions"] == nil)
    let suppression = try #require((results[1]["suppressions"] as? [[String: String]])?.first)
    #expect(
      suppression == [
        "kind": "external", "status": "accepted",
        "justification": "by Ruiz, approved by Ombudsman, traded for legacy, until 2027-05-31: "
          + "the lab has no line \"yet\"",
      ])
  }

  @Test func fingerprintsOutliveMovedLinesAndOtherFigures() throws {
    func prints(_ report: CheckReport) throws -> [String] {
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(report.sarif.utf8)) as? [String: Any])
      let run = try #require((object["runs"] as? [[String: Any]])?.first)
      return (run["results"] as? [[String: Any]] ?? []).compactMap {
        ($0["partialFingerprints"] as? [String: String])?["journeyRemark/v1"]
      }
    }
    let before = try prints(Self.report)
    #expect(Set(before).count == 4)
    var moved = Self.report
    let source = moved.documents[0].source
    moved.documents[0].source = SourceText(name: source.name, text: "# a\n\n" + source.text)
    for index in 0..<2 {
      let range = try #require(moved.documents[0].guardrails?.findings[index].range)
      moved.documents[0].guardrails?.findings[index].range = SourceRange(
        range.lowerBound + 5, range.upperBound + 5)
      moved.documents[0].guardrails?.findings[index].finding.estimate?.value += 1
    }
    #expect(try prints(moved) == before)
    var other = Self.report
    other.documents[0].guardrails?.findings[0].finding.touchpoint = "no-news"
    #expect(try prints(other)[0] != before[0])
    // The same twice is told apart.
    var twice = Self.report
    let first = try #require(twice.documents[0].guardrails?.findings[0])
    twice.documents[0].guardrails?.findings[1] = first
    let both = try prints(twice)
    #expect(both[0] == before[0])
    #expect(both[1] != both[0])
  }

  @Test(arguments: [
    (Figure.Measure.peakEnd, -0.456, "peak–end −0.46, how sure is unknown, limit 0.00"),
    (.gap, 1.25, "empathy gap +1.25, how sure is unknown, limit 0.00"),
    (.reliefTime, 200_000, "time to relief 2.3 d, how sure is unknown, limit 0 s"),
    (.reliefSteps, 3.25, "steps to relief 3.3, how sure is unknown, limit 0.0"),
  ])
  func figuresAreInTheirUnits(measure: Figure.Measure, value: Double, text: String) {
    var report = Self.report
    report.documents[0].guardrails?.findings = [
      .init(
        Finding(
          "x", journey: "results", "x", at: .root, figure: Figure(measure),
          estimate: Estimate(value), limit: 0), range: nil)
    ]
    #expect(report.github.contains("figure: \(text)\n"))
  }
}
