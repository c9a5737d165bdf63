import JourneyAnalysis
import JourneyDecisions
import JourneyModel
import JourneyTestSupport
import Testing

@Suite struct InsightFunnelTests {
  /// Journeys with decisions in every state.
  static func journeys(seed: UInt64) -> [Journey] {
    (0..<4).map { index in
      var journey = RandomJourney.make(seed: seed &* 4 &+ UInt64(index))
      journey.id = JourneyID("journey-\(index)")
      return journey
    }
  }

  static let asOf = LedgerTests.asOf

  @Test(arguments: SeededGenerator.seeds(60))
  func countsNeverIncreaseAlongTheSteps(seed: UInt64) {
    let ledger = Ledger(Self.journeys(seed: seed), asOf: Self.asOf)
    let funnel = ledger.funnel
    let counts = funnel.stages.map(\.count)
    #expect(counts == counts.sorted(by: >))
    #expect(counts.first == ledger.entries.count)
    for stage in funnel.stages {
      #expect(stage.undated + (stage.days?.count ?? 0) == (stage.step == .found ? 0 : stage.count))
      #expect(stage.waitingUndated + (stage.waiting?.count ?? 0) == stage.stuck)
      if let share = stage.share, let low = share.low, let high = share.high {
        #expect(low <= share.value && share.value <= high)
      }
    }
    // Everybody is somewhere: waiting, turned down, or through.
    let waiting = funnel.stages.map(\.stuck).reduce(0, +)
    #expect(waiting + funnel.turnedDown + (counts.last ?? 0) == ledger.entries.count)
  }

  @Test(arguments: SeededGenerator.seeds(30))
  func theOrderOfJourneysAndDecisionsDoesNotMatter(seed: UInt64) {
    let journeys = Self.journeys(seed: seed)
    var random = SeededGenerator(seed: seed)
    var shuffled = journeys.shuffled(using: &random)
    for index in shuffled.indices { shuffled[index].decisions.shuffle(using: &random) }
    #expect(
      Ledger(journeys, asOf: Self.asOf).funnel == Ledger(shuffled, asOf: Self.asOf).funnel)
  }

  @Test func sharesHaveJeffreysInterval() throws {
    var journey = Journey(id: "j", title: "J")
    journey.decisions = (0..<10).map { index in
      Decision(insight: "\(index)", status: index < 7 ? .decided : .open)
    }
    let stage = try #require(Ledger([journey], asOf: Self.asOf).funnel[step: .decided])
    #expect(stage.count == 7)
    let share = try #require(stage.share)
    // The 5 % and 95 % points of Beta(7.5, 3.5).
    #expect(abs(share.value - 0.7) < 1e-12)
    #expect(abs((share.low ?? 0) - 0.441_873) < 1e-6)
    #expect(abs((share.high ?? 0) - 0.882_671) < 1e-6)
  }

  @Test func aFunnelOfNothingKnowsNothing() {
    let funnel = Ledger([], asOf: Self.asOf).funnel
    #expect(funnel.stages.map(\.count) == [0, 0, 0, 0, 0])
    #expect(funnel.stages.allSatisfy { $0.share == nil && $0.days == nil })
    #expect(funnel.narrowest == nil)
  }

  @Test func quartilesInterpolate() throws {
    let four = try #require(Quartiles([4, 1, 2, 3]))
    #expect(four.lower == 1.75)
    #expect(four.median == 2.5)
    #expect(four.upper == 3.25)
    #expect(four.most == 4)
    let one = try #require(Quartiles([7]))
    #expect([one.lower, one.median, one.upper, one.most] == [7, 7, 7, 7])
    #expect(Quartiles([]) == nil)
  }
}
