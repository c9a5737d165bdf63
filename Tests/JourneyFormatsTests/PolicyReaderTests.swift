import JourneyFormats
import JourneyModel
import JourneyTestSupport
import Testing

/// Policy files: what they say, and what is said about their mistakes.
@Suite struct PolicyReaderTests {
  @Test func everyWayToWriteARule() throws {
    let reading = PolicyReader.read(
      """
      # yaml-language-server: $schema=https://journeykit.dev/schema/policy-1.json
      format: 1
      rules:
        - no-maze
        - min-customers
        - {rule: max-heat, limit: 300, about: any}
        - {rule: max-heat, limit: 400, about: log-in, fails: not-surely-good}
        - {rule: max-drop-off, limit: 20%, about: [visa, shoes/pay]}
        - {rule: max-reading, limit: 7.5, x-why: school run}
        - {rule: max-reading, limit: 10m, about: terms}
        - {rule: max-time-to-relief, limit: 2d}
        - {rule: min-peak-end, limit: -0.5}
      guardians: Ruiz
      waivers:
        - rule: max-heat
          about: visa/log-in
          by: Okafor
          approved-by: Ruiz
          why: The supplier delivers in May
          traded-for: legacy
          until: 2027-05-31
        - {rule: no-maze, about: any}
      x-owner: board
      """, name: "policy.yaml")
    #expect(reading.diagnostics.isEmpty, "\(reading.explanation)")
    let policy = try #require(reading.policy)
    let half = try #require(Share(percentage: "20%"))
    #expect(
      policy.rules == [
        Guardrail(.noMaze), Guardrail(.minCustomers), Guardrail(.maxHeat, limit: .number(300)),
        Guardrail(
          .maxHeat, limit: .number(400), about: [PolicyScope(name: "log-in")],
          fails: .notSurelyGood),
        Guardrail(
          .maxDropOff, limit: .share(half),
          about: [PolicyScope(name: "visa"), PolicyScope(journey: "shoes", name: "pay")]),
        Guardrail(
          .maxReading, limit: .time(TimeSpan(seconds: 450)),
          extensions: [DocumentValue.Entry("x-why", .text("school run"))]),
        Guardrail(
          .maxReading, limit: .time(TimeSpan(seconds: 600)), about: [PolicyScope(name: "terms")]),
        Guardrail(.maxTimeToRelief, limit: .time(TimeSpan(seconds: 172_800))),
        Guardrail(.minPeakEnd, limit: .number(-0.5)),
      ])
    #expect(policy.guardians == ["Ruiz"])
    #expect(
      policy.waivers == [
        Waiver(
          .maxHeat, about: PolicyScope(journey: "visa", name: "log-in"), by: "Okafor",
          approvedBy: "Ruiz", why: "The supplier delivers in May", tradedFor: .legacy,
          until: CalendarDate("2027-05-31")),
        Waiver(.noMaze),
      ])
    #expect(policy.extensions == [DocumentValue.Entry("x-owner", .text("board"))])
    let place = try #require(reading.range(of: ["waivers", 0, "until"]))
    #expect(reading.source.location(of: place.lowerBound).line == 21)
    #expect(reading.range(of: ["waivers", 1, "until"]) == nil)
    let near = try #require(reading.nearestRange(of: ["waivers", 1, "until"]))
    #expect(reading.source.location(of: near.lowerBound).line == 22)
  }

  @Test func aWaiverMayLackAnything() {
    // That it does is a finding where the rule is broken, and no mistake of writing.
    let reading = PolicyReader.read(
      "rules: []\nguardians: []\nwaivers: [{rule: no-maze}]\n", name: "policy.yaml")
    #expect(reading.diagnostics.isEmpty, "\(reading.explanation)")
    #expect(reading.policy == Policy(waivers: [Waiver(.noMaze)]))
  }

  @Test func mistakesAreToldAllAtOnce() {
    let reading = PolicyReader.read(
      """
      journey: Visa
      rules:
        - {rule: max-drop-of, limit: 20%}
        - {rule: max-drop-off, limit: 0.2}
        - {rule: no-maze, about: visa, abuot: log-in}
      waivers:
        - {rule: no-maze, until: 30 June}
      """, name: "policy.yaml")
    #expect(reading.policy == nil)
    #expect(
      reading.explanation == """
        policy.yaml:1:1: error: 'journey' is not a key of a policy [unknown-key]
          1 | journey: Visa
            | ^^^^^^^
            fix: remove it, or name it 'x-journey' to keep it
        policy.yaml:3:12: error: there is no rule 'max-drop-of' [unknown-rule]
          3 |   - {rule: max-drop-of, limit: 20%}
            |            ^^^^^^^^^^^
            fix: write 'max-drop-off'
        policy.yaml:4:33: error: '0.2' where 'limit' takes a share [bad-share]
          4 |   - {rule: max-drop-off, limit: 0.2}
            |                                 ^^^
            fix: write 20%
        policy.yaml:5:34: error: 'abuot' is not a key of a rule [unknown-key]
          5 |   - {rule: no-maze, about: visa, abuot: log-in}
            |                                  ^^^^^
            fix: write 'about'
        policy.yaml:7:28: error: '30 June' where 'until' takes a date [bad-date]
          7 |   - {rule: no-maze, until: 30 June}
            |                            ^^^^^^^
            fix: write a date such as 2026-05-10

        """)
  }

  @Test func nothingToRead() {
    let empty = PolicyReader.read("# later\n", name: "policy.yaml")
    #expect(
      empty.explanation == """
        policy.yaml:1:1: error: there is nothing in this document [empty-document]
          1 | # later
            | ^
            fix: begin with 'rules:' and a rule below it

        """)
    #expect(empty.nearestRange(of: ["rules"]) == nil)
    #expect(PolicyReader.read([0xff, 0xfe], name: "policy.yaml").policy == nil)
  }

  @Test(arguments: SeededGenerator.seeds(200), DocumentFormat.allCases)
  func randomPoliciesComeBack(seed: UInt64, format: DocumentFormat) {
    guard let policy = RandomJourney.make(seed: seed).policy else { return }
    let text = PolicyWriter.text(of: policy, format: format)
    let reading = PolicyReader.read(text, name: "policy.\(format.rawValue)")
    #expect(reading.policy == policy, "seed \(seed)\n\(text)\n\(reading.explanation)")
  }
}

extension PolicyReading {
  /// Everything that is wrong, for the words of a failing test.
  fileprivate var explanation: String {
    DiagnosticFormatter().text(for: diagnostics, in: source)
  }
}
