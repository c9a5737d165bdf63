import JourneyAnalysis
import JourneyDecisions
import JourneyModel
import JourneyTestSupport
import Testing

@Suite struct BacklogTests {
  static func backlog(_ journeys: Journey...) throws -> Backlog {
    let asOf = LedgerTests.asOf
    return Backlog(
      try journeys.map { try $0.estimated(asOf: asOf) }, ledger: Ledger(journeys, asOf: asOf))
  }

  /// A journey with two personas and one hotspot, `c`.
  static func journey(_ change: (inout Journey) -> Void = { _ in }) -> Journey {
    PrioritiesTests.row { journey in
      journey.customers = "patients"
      journey.personas = [
        Persona(id: "amina", name: "Amina", role: "patient", goals: ["Know whether I am ill."]),
        Persona(id: "george", name: "George"),
      ]
      journey.touchpoints[0].felt = nil
      journey.touchpoints[1].felt = nil
      journey.touchpoints[2].name = "Read lab values"
      journey.touchpoints[2].felt = .each([
        .init("amina", Score(mean: -1.8, n: 60, sd: 0.6)),
        .init("george", Score(mean: 0.4, n: 40, sd: 0.6)),
      ])
      journey.hotspots.atLeast = 300
      change(&journey)
    }
  }

  @Test func aHotspotWithoutADecisionIsTold() throws {
    let story = try #require(
      try Self.backlog(
        Self.journey { $0.touchpoints[2].pains = ["Raw values\nwithout a word.", "A red mark"] }
      ).stories.first)
    #expect(story.id == "sketch/c")
    #expect(story.title == "Read lab values: Raw values without a word")
    #expect(
      story.sentence
        == "As Amina, patient, I want “Read lab values” without this: Raw values without a word; "
        + "A red mark, so that I come closer to my goal: Know whether I am ill.")
    #expect(story.decision == nil)
    #expect(story.owner == nil)
  }

  @Test func aHotspotOfWhichNobodySaysWhatHurtsIsTold() throws {
    let hurting = try #require(try Self.backlog(Self.journey()).stories.first)
    #expect(hurting.title == "Read lab values hurts patients")
    let losing = Self.journey { journey in
      journey.hotspots.atLeast = 50
      journey.touchpoints[2].felt = nil
    }
    let stories = try Self.backlog(losing).stories
    #expect(
      stories.map(\.title) == [
        "a loses patients", "b loses patients", "Read lab values loses patients",
      ])
    #expect(stories[0].sentence.contains(", I want to get past “a”, so that "))
  }

  @Test func aDecisionThatWaitsIsTold() throws {
    let backlog = try Self.backlog(
      Self.journey { journey in
        var decision = Decision(
          insight: "Numbers frighten", about: "c", decision: "A nurse's note", owner: "Ruiz",
          status: .decided, due: LedgerTests.day("2027-01-15"))
        decision.effort = 5
        decision.extensions = [.init("x-jira", .text("CARE-12")), .init("x-azure", .number(272))]
        journey.decisions = [decision]
      })
    #expect(backlog.stories.count == 1)
    let story = try #require(backlog.stories.first)
    #expect(story.id == "sketch/c/insight-50a50d64")
    #expect(story.title == "Read lab values: A nurse's note")
    #expect(
      story.sentence
        == "As Amina, patient, I want this at “Read lab values”: A nurse's note, so that I come "
        + "closer to my goal: Know whether I am ill.")
    #expect(story.effort == 5)
    #expect(story.owner == "Ruiz")
    #expect(story.keys == .init(jira: "CARE-12", azure: "272", github: nil))
    #expect(story.path.description == "decisions[0]")
  }

  @Test func whatIsDoneOrTurnedDownIsNoStory() throws {
    let backlog = try Self.backlog(
      Self.journey { journey in
        journey.hotspots.atLeast = 5000
        var done = Decision(insight: "done", about: "c", status: .acting)
        done.actedOn = LedgerTests.day("2026-01-01")
        journey.decisions = [
          done, Decision(insight: "verified", about: "c", status: .verified),
          Decision(insight: "down", about: "c", status: .rejected),
        ]
      })
    #expect(backlog.stories.isEmpty)
  }

  @Test func withoutPersonasAndGoalsNothingIsMadeUp() throws {
    func sentence(_ change: (inout Journey) -> Void) throws -> String {
      let journey = Self.journey { journey in
        journey.personas = []
        journey.touchpoints[2].felt = .everyone(Score(mean: -1.8, n: 60, sd: 0.6))
        change(&journey)
      }
      return try #require(try Self.backlog(journey).stories.first).sentence
    }
    #expect(
      try sentence { _ in }
        == "As one of the patients, I want “Read lab values” to stop hurting, so that I get to the "
        + "end of “Sketch”.")
    #expect(
      try sentence { $0.ends.completed = "understand their result" }
        == "As one of the patients, I want “Read lab values” to stop hurting, so that I am among "
        + "those who understand their result.")
    #expect(
      try sentence { $0.decisions = [Decision(insight: "Numbers frighten.", about: "c")] }
        == "As one of the patients, I want “Read lab values” to answer this: Numbers frighten, so "
        + "that I get to the end of “Sketch”.")
    #expect(
      try sentence {
        $0.touchpoints[2].name = "Told “soon”"
        $0.decisions = [Decision(insight: "x", decision: "Name a day")]
        $0.hotspots.atLeast = 5000
      }
        == "As one of the patients, I want this throughout “Sketch”: Name a day, so that I get to "
        + "the end of “Sketch”.")
  }

  @Test func doneIsWhatCanBeMeasured() throws {
    let journey = Self.journey()
    #expect(
      try #require(try Self.backlog(journey).stories.first).acceptance == [
        "The heat of “Read lab values” is below 300; it is 446 now.",
        "Measured again, with at least 100 patients, “Read lab values” feels 0.0 or higher; it is "
          + "−0.7 now.",
        "The outcome stands in the document: before, after, and with how many.",
      ])
    let guess = Self.journey { journey in
      journey.scale = Scale(low: 1, high: 7, isInverted: true)
      journey.personas = []
      journey.touchpoints[2].felt = .everyone(Score(mean: 7))
    }
    #expect(
      try #require(try Self.backlog(guess).stories.first).acceptance[1]
        == "At least 5 patients have said what they feel at “Read lab values”, at 4.0 or lower; "
        + "nobody has been asked yet.")
  }

  @Test func prioritiesFollowHeatAndHowSureItIs() throws {
    func priority(_ threshold: Double, _ change: (inout Journey) -> Void = { _ in }) throws
      -> Story.Priority?
    {
      let journey = Self.journey { journey in
        journey.hotspots.atLeast = threshold
        journey.personas = []
        journey.touchpoints[2].felt = .everyone(Score(mean: -1, n: 400, sd: 0.6))
        journey.decisions = [Decision(insight: "one", about: "c")]
        change(&journey)
      }
      return try Self.backlog(journey).stories.first { $0.touchpoint == "c" }?.priority
    }
    // Heat is 486, at least 454 or so.
    #expect(try priority(200) == .highest)
    #expect(try priority(400) == .high)
    #expect(try priority(400) { $0.touchpoints[2].need = .basic } == .highest)
    #expect(try priority(480) == .medium)
    #expect(try priority(600) == .low)
    #expect(try priority(600) { $0.touchpoints[2].need = .basic } == .high)
    #expect(try priority(200) { $0.flow = [] } == .medium)
    #expect(
      try priority(200) {
        $0.flow = []
        $0.touchpoints[2].felt = nil
      } == .lowest)
  }

  @Test func aQuoteThatMayNotBeShownIsNot() throws {
    func quote(_ quotes: [Touchpoint.Quote]) throws -> String? {
      let journey = Self.journey { $0.touchpoints[2].quotes = quotes }
      return try #require(try Self.backlog(journey).stories.first).evidence.quote?.text
    }
    #expect(try quote([.init("no", consent: false)]) == nil)
    #expect(try quote([.init("no", consent: false), .init("unsaid")]) == "unsaid")
    // A backlog goes to trackers that many read.
    let contact = "ring me on +49 171 1234567, jane@example.com"
    #expect(try quote([.init(contact)]) == nil)
    #expect(try quote([.init(contact, consent: true), .init("unsaid")]) == "unsaid")
    #expect(
      try quote([
        .init("unsaid"), .init("yes", consent: true, persona: "george"),
        .init("hers", consent: true, persona: "amina"),
      ]) == "hers")
  }

  @Test(arguments: SeededGenerator.seeds(40))
  func idsAreUniqueAndDoNotDependOnTheOrder(seed: UInt64) throws {
    var journey = RandomJourney.make(seed: seed)
    journey.decisions += journey.decisions.map { decision in
      var other = decision
      other.decision = (decision.decision ?? "") + " or else"
      return other
    }
    let backlog = try Self.backlog(journey)
    let ids = backlog.stories.map(\.id)
    #expect(Set(ids).count == ids.count)
    let waiting = Ledger([journey], asOf: LedgerTests.asOf).entries.filter { !$0.isSettled }
    #expect(backlog.stories.compactMap(\.decision).count == waiting.count)
    var random = SeededGenerator(seed: seed)
    journey.decisions.shuffle(using: &random)
    #expect(try Set(Self.backlog(journey).stories.map(\.id)) == Set(ids))
    #expect(backlog.stories.map(\.priority) == backlog.stories.map(\.priority).sorted())
  }
}
