import JourneyModel
import JourneyTestSupport
import Testing

/// Contradictions in journeys that were made in code; documents are tested with their texts.
@Suite struct ProblemsTests {
  private var journey = Journey(
    id: "results", title: "Results",
    personas: [Persona(id: "amina"), Persona(id: "george")], channels: [Channel(id: "web")],
    stages: [Stage("Test")],
    touchpoints: [
      Touchpoint(id: "a", stage: "Test", channel: "web"), Touchpoint(id: "b", stage: "Test"),
    ])

  private func found(_ change: (inout Journey) -> Void) -> [String] {
    var journey = journey
    change(&journey)
    return journey.problems().map { "\($0.id) \($0.path)" }
  }

  @Test(arguments: SeededGenerator.seeds(100))
  func randomJourneysHaveNoErrors(seed: UInt64) {
    let problems = RandomJourney.make(seed: seed).problems()
    #expect(!problems.containsErrors, "\(problems)")
  }

  @Test func aJourneyInOrder() {
    #expect(found { _ in }.isEmpty)
  }

  @Test func theWhole() {
    #expect(found { $0.id = "a b" } == ["bad-id id"])
    #expect(found { $0.title = "" } == ["no-title journey"])
    #expect(found { $0.language = "e" } == ["bad-language language"])
    #expect(found { $0.value = -1 } == ["negative value"])
    #expect(found { $0.value = .nan } == ["not-finite value"])
    #expect(found { $0.hotspots.weight = -1 } == ["negative hotspots.weight"])
    #expect(found { $0.touchpoints = [] } == ["no-touchpoints touchpoints"])
    #expect(found { $0.scale.high = .infinity } == ["bad-scale scale"])
    #expect(found { $0.scale.neutral = 2 } == ["bad-scale scale.neutral"])
  }

  @Test func ids() {
    #expect(found { $0.personas[0].id = "n" } == ["reserved-id personas.n"])
    #expect(found { $0.personas[0].id = "label" } == ["reserved-id personas.label"])
    #expect(found { $0.touchpoints[1].id = "" } == ["bad-id touchpoints."])
    #expect(found { $0.touchpoints[1].id = "a" } == ["duplicate-id touchpoints.a"])
    #expect(found { $0.stages.append(Stage("Test")) } == ["duplicate-id stages[1]"])
    #expect(found { $0.channels.append(Channel(id: "web")) } == ["duplicate-id channels.web"])
  }

  @Test func references() {
    #expect(found { $0.touchpoints[0].stage = "Wait" } == ["unknown-stage touchpoints.a.stage"])
    #expect(
      found { $0.touchpoints[0].channel = "fax" } == ["unknown-channel touchpoints.a.channel"])
    #expect(
      found { $0.touchpoints[0].personas = ["amina", "x"] } == [
        "unknown-persona touchpoints.a.personas[1]"
      ])
    #expect(
      found { $0.touchpoints[0].felt = .each([.init("x", Score(mean: 0))]) } == [
        "unknown-persona touchpoints.a.felt.x"
      ])
    #expect(
      found {
        $0.flow = [Transition(.touchpoint("x"), .end(.left), .everyone(.init(.customers(1))))]
      }
        == ["unknown-touchpoint flow.x -> left"])
    #expect(
      found { $0.evidence = [Evidence(about: "x", method: .survey, persona: "y")] } == [
        "unknown-touchpoint evidence[0].about", "unknown-persona evidence[0].persona",
      ])
    #expect(
      found { $0.decisions = [Decision(insight: "i", about: "x")] } == [
        "unknown-touchpoint decisions[0].about"
      ])
  }

  @Test func numbers() {
    #expect(
      found { $0.touchpoints[0].felt = .everyone(Score(mean: 3, n: 0, sd: -1)) } == [
        "off-scale touchpoints.a.felt.mean", "bad-count touchpoints.a.felt.n",
        "negative touchpoints.a.felt.sd",
      ])
    #expect(
      found { $0.touchpoints[0].believed = [Belief(mean: .nan)] } == [
        "not-finite touchpoints.a.believed[0].mean"
      ])
    #expect(
      found { $0.touchpoints[0].wait = TimeSpan(seconds: -1) } == ["bad-time touchpoints.a.wait"])
    #expect(
      found { $0.touchpoints[0].importance = .nan } == ["off-scale touchpoints.a.importance"])
    #expect(found { $0.touchpoints[0].words = -1 } == ["negative touchpoints.a.words"])
  }

  @Test func transitionsGivenTwice() {
    let transition = Transition(.start, .touchpoint("a"), .everyone(.init(.customers(1))))
    #expect(
      found { $0.flow = [transition, transition] } == ["duplicate-transition flow.start -> a"])
    #expect(
      found { $0.flow = [Transition(.start, .touchpoint("a"), .each([]))] } == [
        "empty-value flow.start -> a"
      ])
  }

  @Test func personaShares() {
    func shares(_ texts: String?...) -> [String] {
      found {
        for (index, text) in texts.enumerated() {
          $0.personas[index].share = text.flatMap { Share(percentage: $0) }
        }
      }
    }
    #expect(shares("70%", "30%").isEmpty)
    #expect(shares("33.3%", "66.7%").isEmpty)
    #expect(shares("70%", "29.5%") == ["persona-shares personas"])
    #expect(shares("70%", "29%") == ["persona-shares personas"])
    #expect(shares("70%", "31%") == ["persona-shares personas"])
    #expect(shares("70%", nil) == ["persona-without-share personas.george"])
    #expect(shares("101%", nil) == ["persona-shares personas"])
    var journey = journey
    journey.personas[0].share = Share(percentage: "70%")
    journey.personas[1].share = Share(percentage: "29.5%")
    #expect(journey.problems().map(\.severity) == [.note])
    journey.personas[1].share = Share(percentage: "29.4%")
    #expect(journey.problems().map(\.severity) == [.error])
  }

  @Test func evidenceThatCountsForNothing() throws {
    let day = try #require(CalendarDate("2026-05-10"))
    let other = try #require(CalendarDate("2025-05-10"))
    let period = Period(start: day, end: day)
    let score = Evidence(about: "a", method: .survey, n: 4, felt: 1)
    func found(_ change: (inout Evidence) -> Void) -> [String] {
      self.found { journey in
        journey.period = period
        journey.evidence = [score]
        change(&journey.evidence[0])
      }
    }
    #expect(found { _ in } == ["undated-evidence evidence[0].felt"])
    #expect(found { $0.date = day }.isEmpty)
    #expect(found { $0.date = other } == ["outside-period evidence[0].date"])
    #expect(
      found {
        $0.date = day
        $0.n = nil
      } == ["felt-without-n evidence[0].felt"])
    #expect(found { $0.method = .complaint }.isEmpty)
  }

  @Test func extensions() {
    #expect(
      found { $0.extensions = [.init("note", .null)] } == ["bad-extension note"])
    #expect(
      found { $0.touchpoints[0].extensions = [.init("x-a", .null), .init("x-a", .null)] } == [
        "duplicate-key touchpoints.a.x-a"
      ])
    #expect(
      found { $0.extensions = [.init("x-a", .list([.number(.nan)]))] } == ["not-finite x-a[0]"])
    var deep = DocumentValue.null
    for _ in 0..<70 { deep = .list([deep]) }
    #expect(found { $0.extensions = [.init("x-a", deep)] }.count == 1)
  }

  @Test func decisions() throws {
    let early = try #require(CalendarDate("2026-01-01"))
    let late = try #require(CalendarDate("2026-02-01"))
    var decision = Decision(insight: "i", status: .verified)
    decision.found = late
    decision.decidedOn = early
    #expect(
      found { $0.decisions = [decision] } == [
        "verified-without-outcome decisions[0].status", "days-backwards decisions[0].decided-on",
      ])
  }

  @Test func tooManyAreNotAllTold() {
    var journey = journey
    journey.evidence = Array(repeating: Evidence(about: "x", method: .survey), count: 20_000)
    #expect(journey.problems().count == 10_000)
  }
}
