import JourneyModel
import JourneyReports
import Testing

@Suite struct CheckReportTests {
  static let source = SourceText(name: "journeys/a,b: é.yaml", text: "journey: x\nstates: as-is\n")
  static let diagnostics = [
    Diagnostic(
      "unknown-key", .error, "'states' is no key of a journey", fix: "write state", at: ["states"],
      range: SourceRange(11, 17)),
    Diagnostic("no-evidence", .warning, "<b>100% & \"sure\"\u{1B}", at: []),
  ]
  static let report = CheckReport(
    [
      .init(source: source, diagnostics: diagnostics),
      .init(source: SourceText(name: "fine.yaml", text: ""), diagnostics: []),
    ], version: "1.2.3")

  @Test func githubAnnotatesLinesAndEscapes() {
    #expect(
      Self.report.github == """
        ::error file=journeys/a%2Cb%3A é.yaml,line=2,endLine=2,col=1,title=unknown-key::'states' is no key \
        of a journey. Fix: write state
        ::warning file=journeys/a%2Cb%3A é.yaml,line=1,endLine=1,col=1,title=no-evidence::<b>100%25 & \
        "sure"\u{1B}

        """)
  }

  @Test func junitCountsErrorsAsFailures() {
    #expect(
      Self.report.junit == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="journey check">
          <testsuite name="journeys/a,b: é.yaml" tests="2" failures="1">
            <testcase classname="journeys/a,b: é.yaml" name="unknown-key, line 2">
              <failure type="error" message="'states' is no key of a journey. Fix: write state">\
        journeys/a,b: é.yaml:2:1</failure>
            </testcase>
            <testcase classname="journeys/a,b: é.yaml" name="no-evidence, line 1">
              <system-out>warning: journeys/a,b: é.yaml:1:1: &lt;b&gt;100% &amp; &quot;sure&quot;␛\
        </system-out>
            </testcase>
          </testsuite>
          <testsuite name="fine.yaml" tests="1" failures="0">
            <testcase classname="fine.yaml" name="document"/>
          </testsuite>
        </testsuites>

        """)
  }

  @Test func jsonSaysPlaceSummaryAndFix() {
    #expect(
      Self.report.json.contains(
        """
                {
                  "id": "unknown-key",
                  "severity": "error",
                  "path": "states",
                  "line": 2,
                  "column": 1,
                  "endLine": 2,
                  "endColumn": 7,
                  "summary": "'states' is no key of a journey",
                  "fix": "write state"
                }
        """))
  }

  @Test func sarifEscapesPathsAndRefersToItsRules() {
    let sarif = Self.report.sarif
    #expect(sarif.contains(#""uri": "journeys/a%2Cb%3A%20%C3%A9.yaml""#))
    #expect(sarif.contains(#""ruleId": "unknown-key""#))
    // Rules are sorted, so the unknown key is the second.
    #expect(sarif.contains("\"ruleId\": \"unknown-key\",\n          \"ruleIndex\": 1"))
  }
}
