import JourneyAnalysis
import JourneyDecisions
import JourneyModel
import JourneyTestSupport
import Testing

@Suite struct PrioritiesTests {
  static let asOf = LedgerTests.asOf

  /// A journey of three touchpoints in a row, which lose 100, 90 and 81 of 1,000.
  static func row(_ change: (inout Journey) -> Void = { _ in }) -> Journey {
    var journey = Journey.sketch(
      [
        "start -> a: 1000", "a -> b: 900", "a -> left: 100", "b -> c: 810", "b -> left: 90",
        "c -> completed: 729", "c -> left: 81",
      ],
      felt: [
        "a": Score(mean: -1, n: 100, sd: 0.8), "b": Score(mean: 1, n: 100, sd: 0.8),
        "c": Score(mean: -1.5, n: 100, sd: 0.8),
      ])
    change(&journey)
    return journey
  }

  static func priorities(_ journeys: Journey...) throws -> Priorities {
    try priorities(journeys)
  }

  static func priorities(_ journeys: [Journey]) throws -> Priorities {
    Priorities(
      try journeys.map { try $0.estimated(asOf: asOf) }, ledger: Ledger(journeys, asOf: asOf))
  }

  @Test func whatHurtsMostForSureComesFirst() throws {
    #expect(try Self.priorities(Self.row()).items.map(\.touchpoint) == ["c", "a", "b"])
    #expect(try Self.priorities(Self.row()).items.map(\.rank) == [1, 2, 3])
  }

  @Test func failedBasicNeedsComeFirst() throws {
    let journey = Self.row { $0.touchpoints[0].need = .basic }
    let items = try Self.priorities(journey).items
    #expect(items.map(\.touchpoint) == ["a", "c", "b"])
    #expect(items[0].reasons.first == "a basic need fails")
    // A basic need that feels good, or of which nobody was asked, has not surely failed.
    let good = Self.row { $0.touchpoints[1].need = .basic }
    #expect(try Self.priorities(good).items.map(\.touchpoint) == ["c", "a", "b"])
    let guess = Self.row {
      $0.touchpoints[0].need = .basic
      $0.touchpoints[0].felt = .everyone(Score(mean: -2))
    }
    #expect(try Self.priorities(guess).items.allSatisfy { !$0.isBasicNeedFailed })
  }

  @Test func aBasicNeedThatFailsOnePersonaHasFailed() throws {
    let journey = Self.row {
      $0.personas = [Persona(id: "amina", name: "Amina"), Persona(id: "george", name: "George")]
      $0.touchpoints[0].need = .basic
      $0.touchpoints[0].felt = .each([
        .init("amina", Score(mean: -1.5, n: 100, sd: 0.6)),
        .init("george", Score(mean: 1.9, n: 100, sd: 0.6)),
      ])
    }
    let item = try #require(try Self.priorities(journey).items.first)
    #expect(item.touchpoint == "a")
    #expect(item.isBasicNeedFailed)
    #expect(item.basicNeedFailsFor == ["Amina"])
    #expect(item.reasons.first == "a basic need fails for Amina")
  }

  @Test func whatIsSuspectedDoesNotOutrankByItsPointAlone() throws {
    // b would be hotter than c, but two customers are no proof.
    let journey = Self.row {
      $0.touchpoints[1].felt = .everyone(Score(mean: -2, n: 2, sd: 0.1))
    }
    let items = try Self.priorities(journey).items
    let b = try #require(items.first { $0.touchpoint == "b" })
    let c = try #require(items.first { $0.touchpoint == "c" })
    #expect(try #require(b.heatLow) < #require(c.heatLow))
    #expect(c.rank < b.rank)
  }

  @Test func gainsAreRecomputedThroughTheFlow() throws {
    let priorities = try Self.priorities(Self.row { $0.value = 20 })
    let a = try #require(priorities.items.first { $0.touchpoint == "a" })
    // 1,000 instead of 900 come to b: 810 complete, and c distresses 900 instead of 810.
    let gain = try #require(a.gain)
    #expect(abs((gain.kept ?? 0) - 81) < 1e-9)
    #expect(abs((gain.value ?? 0) - 1620) < 1e-9)
    let c = try #require(priorities.items.first { $0.touchpoint == "c" })
    let painOfC = try #require(c.pain)
    let painOfA = try #require(a.pain)
    #expect(abs((gain.distress ?? 0) - (1000 * painOfA - 90 * painOfC)) < 1e-6)
    // Together 900 complete; the sum of each alone would be 81 + 81.
    #expect(priorities.together(first: -1).isEmpty)
    let together = try #require(priorities.together(first: 2).first)
    #expect(together.touchpoints == ["c", "a"])
    #expect(abs((together.gain.kept ?? 0) - 171) < 1e-9)
  }

  @Test func withoutFlowPainRanksAndNothingIsGained() throws {
    let journey = Self.row { $0.flow = [] }
    let items = try Self.priorities(journey).items
    #expect(items.map(\.touchpoint) == ["c", "a"])
    #expect(items.allSatisfy { $0.gain == nil && $0.heat == nil })
    #expect(items[0].reasons[0] == "pain 0.75 of 1, but nobody knows how many come here")
    // What has flow comes before what has none.
    var other = Self.row { $0.touchpoints[2].felt = .everyone(Score(mean: 0, n: 100, sd: 0.8)) }
    other.id = "other"
    let both = try Self.priorities(journey, other).items
    #expect(both.map(\.journey) == ["other", "other", "other", "sketch", "sketch"])
  }

  @Test func otherOrdersStayWithinWhatIsSure() throws {
    func order(_ by: Priorities.Order, _ change: (inout Journey) -> Void) throws -> [TouchpointID] {
      let journey = Self.row { journey in
        journey.hotspots.atLeast = 50
        change(&journey)
      }
      let estimates = [try journey.estimated(asOf: Self.asOf)]
      return Priorities(estimates, ledger: Ledger([journey], asOf: Self.asOf), by: by).items
        .map(\.touchpoint)
    }
    func importance(_ journey: inout Journey) {
      journey.touchpoints[0].importance = 10
      journey.touchpoints[1].importance = 9
      journey.touchpoints[2].importance = 2
    }
    #expect(try order(.heat, importance) == ["c", "a", "b"])
    #expect(try order(.opportunity, importance) == ["a", "b", "c"])
    // Unknown is last, and a basic need that fails is first all the same.
    #expect(try order(.opportunity) { $0.touchpoints[1].importance = 1 } == ["b", "c", "a"])
    #expect(
      try order(.opportunity) {
        importance(&$0)
        $0.touchpoints[2].need = .basic
      } == ["c", "a", "b"])
    // What is no sure hotspot stays behind what is, however great the measure.
    #expect(
      try order(.opportunity) {
        importance(&$0)
        $0.hotspots.atLeast = 100
      } == ["a", "c", "b"])
    #expect(
      try order(.perEffort) { journey in
        journey.decisions = [("a", 1.0), ("c", 100.0)].map { about, effort in
          var decision = Decision(insight: "x", about: TouchpointID(about))
          decision.effort = effort
          return decision
        }
      } == ["a", "c", "b"])
  }

  @Test func whatMattersAndLeavesPeopleColdIsAnOpportunityThoughNobodyLeaves() throws {
    // Nobody leaves at b, and it feels neutral: no heat at all.
    let journey = Self.row { journey in
      journey.touchpoints[1].importance = 10
      journey.touchpoints[1].felt = .everyone(Score(mean: 0, n: 100, sd: 0.8))
      journey.touchpoints[0].importance = 2
      journey.flow =
        Journey.sketch([
          "start -> a: 1000", "a -> b: 900", "a -> left: 100", "b -> c: 900",
          "c -> completed: 819", "c -> left: 81",
        ]).flow
      // Shrinkage would draw b towards the others.
      journey.touchpoints[2].felt = nil
    }
    let estimates = [try journey.estimated(asOf: Self.asOf)]
    let ledger = Ledger([journey], asOf: Self.asOf)
    #expect(Priorities(estimates, ledger: ledger).items.map(\.touchpoint) == ["a", "c"])
    let backlog = Backlog(estimates, ledger: ledger, by: .opportunity)
    let items = backlog.priorities.items
    #expect(Set(items.map(\.touchpoint)) == ["a", "b", "c"])
    let b = try #require(items.first { $0.touchpoint == "b" })
    #expect(b.opportunity == 15)
    #expect(b.heat == 0)
    #expect(b.reasons.first == "nobody is known to leave or to be distressed here")
    #expect(b.reasons.contains("matters 10 of 10 and satisfies 5.0: opportunity 15.0 of 20"))
    #expect(!backlog.stories.contains { $0.touchpoint == "b" })
  }

  @Test func theOpportunityIsUlwicks() throws {
    func score(_ importance: Double?, _ felt: Double) throws -> Double? {
      let journey = Self.row {
        $0.touchpoints[0].importance = importance
        $0.touchpoints[0].felt = .everyone(Score(mean: felt, n: 100, sd: 0.8))
      }
      return try Self.priorities(journey).items.first { $0.touchpoint == "a" }?.opportunity
    }
    // Neutral is 5, the worst 0, the best 10.
    #expect(try score(8, 0) == 11)
    #expect(try score(8, -2) == 16)
    #expect(try score(8, 2) == 8)
    #expect(try score(10, -1) == 17.5)
    #expect(try score(0, -1) == 0)
    #expect(try score(nil, -1) == nil)
  }

  @Test func moreEffortNeverRaisesTheGainPerEffort() throws {
    var last = Double.infinity
    for effort in [0.5, 1, 2, 3, 8, 100] {
      let journey = Self.row {
        var decision = Decision(insight: "one", about: "c")
        decision.effort = effort
        $0.decisions = [decision]
      }
      let item = try #require(try Self.priorities(journey).items.first)
      let gain = try #require(item.gainPerEffort)
      #expect(gain < last)
      last = gain
    }
  }

  @Test func effortIsThatOfAllThatIsStillToBeDone() throws {
    func effort(_ efforts: [Double?], acted: Bool = false) throws -> Double? {
      let journey = Self.row { journey in
        journey.decisions = efforts.enumerated().map { index, effort in
          var decision = Decision(insight: "\(index)", about: "c")
          decision.effort = effort
          if acted, index == 0 { decision.actedOn = LedgerTests.day("2026-01-01") }
          return decision
        }
      }
      return try Self.priorities(journey).items.first?.effort
    }
    #expect(try effort([2, 3]) == 5)
    #expect(try effort([2, nil]) == nil)
    #expect(try effort([2, 3], acted: true) == 3)
    #expect(try effort([]) == nil)
  }

  @Test func reasonsAreToldInPlainWords() throws {
    let journey = Self.row { journey in
      journey.touchpoints[2].importance = 9
      journey.touchpoints[2].isMomentOfTruth = true
      var late = Decision(insight: "late", about: "c", due: LedgerTests.day("2026-10-30"))
      late.found = LedgerTests.day("2026-06-14")
      var down = Decision(insight: "down", about: "c", status: .rejected)
      down.found = LedgerTests.day("2026-01-01")
      var done = Decision(insight: "done", about: "c", status: .verified)
      done.outcome = .init(
        before: Score(mean: -1.8, n: 90, sd: 0.5), after: Score(mean: -1.5, n: 90, sd: 0.5))
      journey.decisions = [late, Decision(insight: "new", about: "c"), down, done]
    }
    let items = try Self.priorities(journey).items
    #expect(
      items[0].reasons == [
        "81 of 1,000 who start leave here and distress weighs 606: heat 687, at least 632",
        "surely a hotspot, which begins at 100", "a moment of truth",
        "matters 9 of 10 and satisfies 1.3: opportunity 16.8 of 20",
        "at best 81 more of 1,000 complete and distress falls by 606",
        "2 decisions open, the oldest found 140 days ago, 2 days past due; "
          + "one decision turned down; one decision carried out, and it feels better than before",
        "nobody owns it",
      ])
    #expect(items[2].reasons.contains("no decision about it"))
  }

  @Test(arguments: SeededGenerator.seeds(25))
  func theOrderOfTouchpointsMattersOnlyForTies(seed: UInt64) throws {
    let journey = RandomJourney.make(seed: seed)
    var random = SeededGenerator(seed: seed)
    var shuffled = journey
    shuffled.touchpoints.shuffle(using: &random)
    func keys(_ journey: Journey) throws -> [[Double]] {
      try Self.priorities(journey).items.map { item in
        [item.heatLow ?? -1, item.heat ?? -1, item.pain ?? -1].map { ($0 * 1e6).rounded() }
      }
    }
    #expect(try keys(journey) == keys(shuffled))
  }

  @Test(arguments: SeededGenerator.seeds(25))
  func everyTouchpointIsRankedOnceAndGainsAreFinite(seed: UInt64) throws {
    let journey = RandomJourney.make(seed: seed)
    let priorities = try Self.priorities(journey)
    #expect(Set(priorities.items.map(\.touchpoint)).count == priorities.items.count)
    #expect(
      priorities.items.map(\.rank)
        == Array(1...max(1, priorities.items.count)).prefix(priorities.items.count).map { $0 })
    for item in priorities.items {
      #expect(!item.reasons.isEmpty)
      if let kept = item.gain?.kept { #expect(kept >= 0 && kept <= 1000) }
      if let distress = item.gain?.distress { #expect(distress.isFinite) }
    }
    let three = Array(priorities.items.prefix(3))
    if let together = priorities.together(first: 3).first, let kept = together.gain.kept {
      // Mending more never keeps fewer.
      #expect(kept >= (three.compactMap { $0.gain?.kept }.max() ?? 0) - 1e-6)
    }
  }
}
