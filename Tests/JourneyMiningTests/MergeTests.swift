import JourneyAnalysis
import JourneyFormats
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyMining

/// A log comes into a document that people wrote.
@Suite struct MergeTests {
  static let document = """
    # Ours; ask Ruiz before changing it.
    journey: Getting my test results
    scale: {low: 1, high: 5}
    customers: patients
    period: 2026-01-01..2026-02-28
    stages: [Wait, Find out]
    channels:
      web: {name: Patient portal, kind: digital}

    touchpoints:
      # Nothing happens here, and that is the point.
      no-news:
        name: No news
        stage: Wait
        felt: 1.8            # a guess
        quotes: ["I kept refreshing my phone at 3 a.m."]
      log-in: {name: Log in to portal, stage: Find out, channel: web, felt: {mean: 2.9, n: 40}, believed: 4}
      call:
        name: Call the hotline
        stage: Find out
        x-events: [phone_in, phone_back]

    flow:
      start -> no-news: 100
      no-news -> log-in: 90       # the portal's own count
      no-news -> left: 10
      log-in -> call: {customers: 30, label: in despair}
      log-in -> completed: 60
      call -> completed: 30
    evidence:
      - {about: no-news, method: interview, n: 42, felt: 2.2, date: 2026-01-10}
      - {method: analytics, n: 100, date: 2026-02-28, source: "log.csv, 2026-01-01..2026-02-28"}
    """

  static var mined: Journey {
    var mined = Journey(id: "log", title: "Log", scale: Scale(low: 1, high: 5))
    mined.period = Period(
      start: CalendarDate("2026-03-01") ?? .epoch, end: CalendarDate("2026-05-31") ?? .epoch)
    mined.stages = [Stage("find out")]
    mined.channels = [Channel(id: "mail", name: "Mail")]
    func touchpoint(_ id: String, _ name: String, _ counted: Double?) -> Touchpoint {
      var touchpoint = Touchpoint(id: TouchpointID(id), name: name, stage: "find out")
      if let counted { touchpoint.extensions = [.init("x-counted", .number(counted))] }
      return touchpoint
    }
    mined.touchpoints = [
      touchpoint("no_news", "NO NEWS", 900),
      touchpoint("log_in_to_portal", "log_in_to_portal", 800),
      touchpoint("phone_in", "phone_in", 200), touchpoint("phone_back", "phone_back", 100),
      touchpoint("letter", "Letter", 50),
    ]
    mined.touchpoints[0].felt = .everyone(Score(mean: 2.1, n: 400, sd: 0.8))
    mined.touchpoints[1].felt = .everyone(Score(mean: 3.25, n: 500, sd: 1.1))
    mined.touchpoints[4].channel = "mail"
    func way(_ from: String, _ to: String, _ count: Int, _ time: Double? = nil) -> Transition {
      Transition(
        Transition.Source(from), Transition.Target(to),
        .everyone(
          Transition.Traffic(.customers(count), time: time.map { TimeSpan(seconds: $0) })))
    }
    mined.flow = [
      way("start", "no_news", 1000), way("no_news", "log_in_to_portal", 950, 432_000),
      way("no_news", "letter", 50), way("letter", "completed", 50),
      way("log_in_to_portal", "phone_in", 200, 3600), way("log_in_to_portal", "completed", 750),
      way("phone_in", "phone_back", 100, 60), way("phone_in", "completed", 100),
      way("phone_back", "completed", 100),
    ]
    mined.evidence = [
      Evidence(
        about: nil, method: .analytics, n: 1000, date: CalendarDate("2026-05-31"),
        source: "log.csv, 2026-03-01..2026-05-31")
    ]
    return mined
  }

  @Test func whatTheLogKnowsIsWrittenAndTheRestStays() throws {
    let merged = try JourneyMerge.merge(Self.mined, into: Self.document, name: "a.journey.yaml")
    #expect(
      merged.text == """
        # Ours; ask Ruiz before changing it.
        journey: Getting my test results
        scale: {low: 1, high: 5}
        customers: patients
        period: 2026-03-01..2026-05-31
        stages: [Wait, Find out]
        channels:
          web: {name: Patient portal, kind: digital}
          mail: {name: Mail}

        touchpoints:
          # Nothing happens here, and that is the point.
          no-news:
            name: No news
            stage: Wait
            felt: {mean: 2.1, n: 400, sd: 0.8}            # a guess
            quotes: ["I kept refreshing my phone at 3 a.m."]
            x-counted: 900
          log-in: {name: Log in to portal, stage: Find out, channel: web, felt: {mean: 3.25, n: 500, sd: 1.1}, believed: 4, x-counted: 800}
          call:
            name: Call the hotline
            stage: Find out
            x-events: [phone_in, phone_back]
          letter:
            name: Letter
            stage: Find out
            channel: mail
            x-counted: 50

        flow:
          start -> no-news: 1000
          no-news -> log-in: {customers: 950, time: 5d}       # the portal's own count
          no-news -> left: 0
          no-news -> letter: 50
          log-in -> call: {customers: 200, time: 1h, label: in despair}
          log-in -> completed: 750
          call -> completed: 200
          call -> call: {customers: 100, time: 1m}
          letter -> completed: 50
        evidence:
          - {about: no-news, method: interview, n: 42, felt: 2.2, date: 2026-01-10}
          - {method: analytics, n: 1000, date: 2026-05-31, source: "log.csv, 2026-03-01..2026-05-31"}
        """)
    #expect(
      merged.remarks == [
        "'phone_in' in the log is 'call' in the document.",
        "'phone_back' in the log is 'call' in the document.",
        "New in the log and added: the channel 'mail'.",
        "New in the log and added: 'letter'. Where one of them is another touchpoint of the "
          + "document, remove it and say so there: x-events: [NAME].",
        "Nobody goes 1 way of the document in the log, now 0: 'no-news -> left'. Remove what is no "
          + "longer true.",
        "New in the log: 3 ways, 'no-news -> letter', 'letter -> completed' and 'call -> call'.",
        "The period is 2026-03-01..2026-05-31 now, and 1 piece of evidence from outside it no "
          + "longer enters the figures.",
        "Several events were counted apart and are one touchpoint: 'call'. How many distinct "
          + "customers came there is not known, and who went from one event to the other goes round "
          + "there. Merge the log itself, not its counts, and they are counted as one.",
      ])
  }

  @Test func againChangesNothing() throws {
    let once = try JourneyMerge.merge(Self.mined, into: Self.document, name: "a.yaml").text
    #expect(try JourneyMerge.merge(Self.mined, into: once, name: "a.yaml").text == once)
  }

  @Test func whatMiningWroteIsBroughtUpToDateWhereItStands() throws {
    let document = Self.document.replacing(
      "    stage: Wait\n", with: "    stage: Wait\n    x-stages: old\n")
    var mined = Self.mined
    mined.touchpoints[0].extensions += [
      .init("x-stages", .text("new")), .init("x-channels", .text("new")),
    ]
    let merged = try JourneyMerge.merge(mined, into: document, name: "a.yaml").text
    #expect(merged.contains("    x-stages: new\n"))
    #expect(!merged.contains("x-channels"))
  }

  @Test func scoresOnAnotherScale() throws {
    let document = Self.document.replacing(
      "scale: {low: 1, high: 5}", with: "scale: {low: -2, high: 2}"
    )
    .replacing("felt: 1.8 ", with: "felt: -1 ").replacing(
      "felt: {mean: 2.9", with: "felt: {mean: 0"
    )
    .replacing("believed: 4", with: "believed: 1").replacing("felt: 2.2", with: "felt: -1")
    let merged = try JourneyMerge.merge(Self.mined, into: document, name: "a.yaml")
    #expect(merged.text.contains("felt: {mean: -0.9, n: 400, sd: 0.8}            # a guess"))
    #expect(
      merged.remarks.contains(
        "The log's scores (1 to 5) are put on the document's scale (-2 to 2), end on end."))
  }

  @Test func scoresThatAreEvidenceGetMoreOfIt() throws {
    let document = Self.document.replacing("    felt: 1.8            # a guess\n", with: "")
    let merged = try JourneyMerge.merge(Self.mined, into: document, name: "a.yaml").text
    #expect(
      merged.contains(
        "- {about: no-news, method: analytics, n: 400, felt: 2.1, sd: 0.8, date: 2026-05-31, "
          + "source: \"log.csv, 2026-03-01..2026-05-31\"}"))
    #expect(try JourneyMerge.merge(Self.mined, into: merged, name: "a.yaml").text == merged)
  }

  @Test func scoresByPersonaStayWhereTheLogKnowsNone() throws {
    let document = Self.document.replacing(
      "felt: 1.8            # a guess", with: "felt: {amina: 1.5, li: 2}"
    ).replacing("stages:", with: "personas: {amina: {name: Amina}, li: {name: Li}}\nstages:")
    let merged = try JourneyMerge.merge(Self.mined, into: document, name: "a.yaml")
    #expect(merged.text.contains("felt: {amina: 1.5, li: 2}"))
    #expect(
      merged.remarks.contains(
        "Scores by persona stay, since the log does not tell the personas apart: 'no-news'."))
    var mined = Self.mined
    mined.personas = [Persona(id: "p1", name: "AMINA"), Persona(id: "p2", name: "Zoe")]
    mined.touchpoints[0].felt = .each([
      .init("p1", Score(mean: 2, n: 10, sd: 1)), .init("p2", Score(mean: 3, n: 10, sd: 1)),
    ])
    let apart = try JourneyMerge.merge(mined, into: document, name: "a.yaml")
    #expect(apart.text.contains("felt: {amina: {mean: 2, n: 10, sd: 1}, li: 2}"))
    #expect(apart.remarks.contains("Personas of the log that the document does not have: 'Zoe'."))
  }

  @Test func aDocumentWithErrorsIsLeftAlone() {
    let problem = #expect(throws: EditProblem.self) {
      try JourneyMerge.merge(Self.mined, into: "journey: A\ntouchpoint: {}\n", name: "a.yaml")
    }
    #expect(problem?.description.hasPrefix("a.yaml:2: ") == true)
    #expect(problem?.description.hasSuffix("; mend what 'journey check a.yaml' says first") == true)
  }

  @Test(arguments: SeededGenerator.seeds(40), DocumentFormat.allCases)
  func countsOfTheLogAreTheDocumentsAfterwards(seed: UInt64, format: DocumentFormat) throws {
    let journey = RandomJourney.make(seed: seed)
    let text = JourneyWriter.text(of: journey, format: format)
    var recipe = RandomJourney()
    recipe.isFull = false
    recipe.flowByPersona = 0
    recipe.flow = 1
    var mined = recipe.journey(seed: seed &+ 5000)
    guard mined.flowProblems().isEmpty,
      mined.flow.allSatisfy({ way in
        if case .customers = way.traffic.everyone?.amount { true } else { false }
      })
    else { return }
    mined.evidence = [Evidence(about: nil, method: .analytics, n: 5, source: "log")]
    let merged = try JourneyMerge.merge(mined, into: text, name: "a.\(format.rawValue)")
    let after = try #require(
      JourneyReader.read(merged.text, name: "a.\(format.rawValue)").journey)
    let counted = Dictionary(after.flow.map { ($0.key, $0) }) { first, _ in first }
    for way in mined.flow {
      #expect(counted[way.key]?.traffic.everyone?.amount == way.traffic.everyone?.amount)
    }
    let own = Set(mined.flow.map(\.key))
    for way in after.flow where !own.contains(way.key) {
      let amounts =
        way.traffic.everyone.map { [$0.amount] } ?? way.traffic.entries.map(\.value.amount)
      #expect(amounts.allSatisfy { $0 == .customers(0) }, "\(way.key)")
    }
    // What people wrote is there, all of it.
    for touchpoint in journey.touchpoints {
      let found = try #require(after[touchpoint: touchpoint.id])
      #expect(found.name == touchpoint.name)
      #expect(found.quotes == touchpoint.quotes)
      #expect(found.believed == touchpoint.believed)
      #expect(found.pains == touchpoint.pains)
    }
    #expect(after.decisions == journey.decisions)
    let again = try JourneyMerge.merge(mined, into: merged.text, name: "a.\(format.rawValue)")
    #expect(again.text == merged.text)
  }
}
