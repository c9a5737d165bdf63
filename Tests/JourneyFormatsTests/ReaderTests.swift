import JourneyFormats
import JourneyModel
import Testing

/// What the keys of a document mean.
@Suite struct ReaderTests {
  private func journey(_ text: String) throws -> Journey {
    let reading = JourneyReader.read(text, name: "test.journey.yaml")
    return try #require(reading.journey, "\(reading.explanation)")
  }

  private func touchpoint(_ keys: String) throws -> Touchpoint {
    let people = "personas: {p: {}, q: {}}\nchannels: {web: {}}\nstages: [A]\n"
    return try journey("journey: T\n\(people)touchpoints: {a: {stage: A, \(keys)}}").touchpoints[0]
  }

  private func traffic(_ value: String) throws -> ByPersona<Transition.Traffic> {
    try journey(
      "journey: T\npersonas: {p: {}, q: {}}\ntouchpoints: {a: {}}\nflow: {start -> a: \(value)}"
    ).flow[0].traffic
  }

  // MARK: - The whole

  @Test func defaults() throws {
    let journey = try journey("journey: T\ntouchpoints: {a: }")
    #expect(journey == Journey(id: "test", title: "T", touchpoints: [Touchpoint(id: "a")]))
  }

  @Test(arguments: [
    ("journeys/test-results.journey.yaml", "test-results"), ("a/b/Log In!.yaml", "log-in"),
    ("-", "journey"), ("überweisung.json", "überweisung"), ("UPPER.journey.yaml", "UPPER"),
    ("", "journey"),
  ])
  func defaultID(name: String, id: String) {
    let reading = JourneyReader.read("journey: T\ntouchpoints: {a: }", name: name, format: .yaml)
    #expect(reading.journey?.id.rawValue == id)
  }

  @Test func everyKeyAtTheTop() throws {
    let journey = try journey(
      """
      $schema: https://example.org/s.json
      format: 1
      journey: Getting my test results
      id: results
      state: to-be
      language: de-AT
      scale: {low: 0, high: 10, neutral: 7, inverted: true}
      customers: patients
      period: 2026-03-01..2026-08-31
      value: 184.5
      ends: {completed: reach it, left: go, diverted: ring, under-way: still, ended: gone}
      hotspots: {at-least: 150, weight: 0.5}
      touchpoints: {a: {}}
      x-note: {b: [1, true, null, text]}
      """)
    #expect(journey.schema == "https://example.org/s.json")
    #expect(journey.id == "results")
    #expect(journey.state == .toBe)
    #expect(journey.language == "de-AT")
    #expect(journey.scale == Scale(low: 0, high: 10, neutral: 7, isInverted: true))
    #expect(journey.customers == "patients")
    #expect(journey.period?.description == "2026-03-01..2026-08-31")
    #expect(journey.value == 184.5)
    #expect(
      journey.ends
        == Journey.EndNames(
          completed: "reach it", left: "go", diverted: "ring", underWay: "still", ended: "gone"))
    #expect(journey.hotspots == Journey.HotspotSettings(atLeast: 150, weight: 0.5))
    let list: DocumentValue = .list([.number(1), .bool(true), .null, .text("text")])
    #expect(journey.extensions == [.init("x-note", .mapping([.init("b", list)]))])
  }

  @Test func keysMayStandInAnyOrder() throws {
    let journey = try journey(
      """
      flow: {start -> a: {p: 3}}
      touchpoints: {a: {felt: {p: 1}, stage: S, channel: c}}
      stages: [S]
      channels: {c: {}}
      personas: {p: {}}
      journey: T
      """)
    #expect(journey.touchpoints[0].felt?["p"]?.mean == 1)
  }

  // MARK: - Text

  @Test(arguments: [
    ("no", "no"), ("yes", "yes"), ("on", "on"), ("2026-05-10", "2026-05-10"), ("404", "404"),
    ("1.10", "1.10"), ("true", "true"), ("'~'", "~"), ("\"null\"", "null"), ("a: b", nil),
    ("\"\\u00e9\\n\"", "é\n"),
  ])
  func textIsAsItIsWritten(written: String, text: String?) {
    let reading = JourneyReader.read(
      "journey: T\ntouchpoints:\n  a:\n    name: \(written)\n", name: "t.yaml")
    #expect(reading.journey?.touchpoints[0].name == text)
  }

  @Test func oneTextIsAListOfOne() throws {
    let touchpoint = try touchpoint("pains: Slow, gains: [Fast, Kind], personas: p")
    #expect(touchpoint.pains == ["Slow"])
    #expect(touchpoint.gains == ["Fast", "Kind"])
    #expect(touchpoint.personas == ["p"])
  }

  @Test func blocksAreText() throws {
    let journey = try journey("journey: |-\n  two\n  lines\ntouchpoints: {a: {}}\n")
    #expect(journey.title == "two\nlines")
  }

  // MARK: - Scores

  @Test func feltInEveryForm() throws {
    #expect(try touchpoint("felt: -1.5").felt == .everyone(Score(mean: -1.5)))
    #expect(
      try touchpoint("felt: {mean: 1, n: 310, sd: 0.9}").felt
        == .everyone(Score(mean: 1, n: 310, sd: 0.9)))
    #expect(
      try touchpoint("felt: {p: -1, q: {mean: 1, n: 4}}").felt
        == .each([.init("p", Score(mean: -1)), .init("q", Score(mean: 1, n: 4))]))
    #expect(try touchpoint("owner: X").felt == nil)
    #expect(
      try touchpoint("felt: {mean: 1, x-why: {y: 2}}").felt
        == .everyone(
          Score(
            mean: 1, extensions: [.init("x-why", .mapping([.init("y", .number(2))]))])))
  }

  @Test func believedInEveryForm() throws {
    #expect(try touchpoint("believed: 1").believed == [Belief(mean: 1)])
    let full = Belief(mean: 1, n: 9, by: "us", date: CalendarDate("2026-04-14"))
    #expect(
      try touchpoint("believed: {mean: 1, n: 9, by: us, date: 2026-04-14}").believed == [full])
    #expect(
      try touchpoint("believed: [{mean: 1, n: 9, by: us, date: 2026-04-14}, -1]").believed
        == [full, Belief(mean: -1)])
  }

  @Test func quotesInEveryForm() throws {
    let full = Touchpoint.Quote(
      "Hm", consent: true, persona: "p", date: CalendarDate("2026-04-14"), source: "round 3")
    let mapping = "{text: Hm, consent: true, persona: p, date: 2026-04-14, source: round 3}"
    #expect(try touchpoint("quotes: Hm").quotes == [Touchpoint.Quote("Hm")])
    #expect(try touchpoint("quotes: \(mapping)").quotes == [full])
    #expect(try touchpoint("quotes: [Hm, \(mapping)]").quotes == [Touchpoint.Quote("Hm"), full])
  }

  // MARK: - Flow

  @Test func trafficInEveryForm() throws {
    #expect(try traffic("1000") == .everyone(.init(.customers(1000))))
    let share = try #require(Share(percentage: "82.5%"))
    #expect(try traffic("82.5%") == .everyone(.init(.share(share))))
    #expect(
      try traffic("{customers: 4, time: 4m, median: 90s, label: Go, x-y: 1}")
        == .everyone(
          .init(
            .customers(4), time: TimeSpan(seconds: 240), median: TimeSpan(seconds: 90), label: "Go",
            extensions: [.init("x-y", .number(1))])))
    #expect(
      try traffic("{p: 3, q: {share: 50%}}")
        == .each([
          .init("p", .init(.customers(3))),
          .init("q", .init(.share(try #require(Share(percentage: "50%"))))),
        ]))
  }

  @Test(arguments: [
    ("a -> completed", Transition.End.completed), ("a->left", .left), ("a  ->  ended", .ended),
    ("a -> diverted", .diverted(nil)), ("a -> diverted/by-phone", .diverted("by-phone")),
    ("a -> under-way", .underWay),
  ])
  func ends(key: String, end: Transition.End) throws {
    let journey = try journey("journey: T\ntouchpoints: {a: }\nflow:\n  \(key): 5\n")
    #expect(journey.flow.first?.source == .touchpoint("a"))
    #expect(journey.flow.first?.target == .end(end))
  }

  // MARK: - JSON

  @Test func jsonMeansTheSame() throws {
    let yaml = try journey(
      """
      journey: "T \\U0001F642"
      touchpoints:
        x-ray: {name: "A\\tb", felt: {mean: -1.5e0, n: 3}}
      flow: {start -> x-ray: 10, x-ray -> completed: 100%}
      x-a: [1, 2.5, null, false, {}]
      """)
    let json = JourneyReader.read(
      #"""
      {"journey": "T \ud83d\ude42", "touchpoints": {"x-ray":
        {"name": "A\tb", "felt": {"mean": -1.5, "n": 3}}},
       "flow": {"start -> x-ray": 10, "x-ray -> completed": "100%"},
       "x-a": [1, 2.5, null, false, {}]}
      """#, name: "test.json")
    #expect(json.journey == yaml)
  }

  @Test func theFormatIsFoundOut() {
    let json = "{\"journey\": \"T\", \"touchpoints\": {\"a\": {\"name\": \"\\/\"}}}"
    #expect(JourneyReader.read(json, name: "-").journey?.touchpoints[0].name == "/")
    #expect(JourneyReader.read("{journey: T, touchpoints: {a: }}", name: "-").journey != nil)
    #expect(DocumentFormat(fileName: "a.YML") == .yaml)
    #expect(DocumentFormat(fileName: "a.json") == .json)
    #expect(DocumentFormat(fileName: "a.txt") == nil)
  }

  // MARK: - Aliases

  @Test func aliasesRepeatValues() throws {
    let journey = try journey(
      """
      journey: T
      x-mood: &mood {mean: -1, n: 5}
      touchpoints:
        a: {felt: *mood, name: "*not an alias*", pains: [2 * 3]}
        b: {felt: *mood}
      """)
    #expect(
      journey.touchpoints.map(\.felt) == [.everyone(Score(mean: -1, n: 5))] + [
        .everyone(Score(mean: -1, n: 5))
      ])
    #expect(journey.touchpoints[0].name == "*not an alias*")
    #expect(journey.touchpoints[0].pains == ["2 * 3"])
  }
}
