import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyAnalysis

/// How long customers are on their way.
@Suite("Times")
struct TimeTests {
  @Test("A stated time of leaving counts beside leaving that was inferred")
  func inferredBesideStated() throws {
    var journey = Journey.sketch(["start -> a: 100", "a -> left: 50", "a -> completed: 40"])
    journey.flow[1].traffic = .everyone(traffic(50, 100))
    journey.flow[2].traffic = .everyone(traffic(40, 10))
    // The ten who are inferred leave at once.
    #expect(near(try time(journey), 54))
    journey.touchpoints[0].wait = TimeSpan(seconds: 7)
    #expect(near(try time(journey), 54.7))
  }

  @Test("The wait stands in for a persona whose way is not timed", arguments: [true, false])
  func personaWithoutTime(isShared: Bool) throws {
    var journey = twoPersonas(["start -> a", "a -> b", "b -> completed"])
    journey.touchpoints[0].wait = TimeSpan(seconds: 3600)
    journey.touchpoints[1].wait = TimeSpan(seconds: 0)
    journey.flow[1].traffic = .each([
      ByPersona.Entry("p", traffic(50, 259_200)), ByPersona.Entry("q", traffic(50, nil)),
    ])
    if isShared {
      let all = Transition.Amount.share(try #require(Share(percentage: "100%")))
      journey.flow[1].traffic = .each([
        ByPersona.Entry("p", Transition.Traffic(all, time: TimeSpan(seconds: 259_200))),
        ByPersona.Entry("q", Transition.Traffic(all)),
      ])
    }
    #expect(near(try time(journey), 131_400))
    #expect(near(try time(journey, "q"), 3600))
    // Without a wait nobody knows how long the others take.
    journey.touchpoints[0].wait = nil
    #expect(try time(journey) == nil)
    #expect(near(try time(journey, "p"), 259_200))
  }

  @Test("A persona whose exit is not timed ends at once")
  func exitWithoutTime() throws {
    var journey = twoPersonas(["start -> a", "a -> completed"])
    journey.flow[1].traffic = .each([
      ByPersona.Entry("p", traffic(50, 259_200)), ByPersona.Entry("q", traffic(50, nil)),
    ])
    #expect(near(try time(journey), 129_600))
  }

  @Test("Where nothing was timed the time is unknown, and a wait of nothing is known")
  func nothingTimed() throws {
    var journey = Journey.sketch(["start -> a: 10", "a -> completed: 10"])
    #expect(try time(journey) == nil)
    journey.touchpoints[0].wait = TimeSpan(seconds: 0)
    #expect(try time(journey) == 0)
    // What nobody passes does not count as timed.
    journey.touchpoints[0].wait = nil
    journey.touchpoints.append(Touchpoint(id: "b"))
    journey.touchpoints[1].wait = TimeSpan(seconds: 5)
    #expect(try time(journey) == nil)
  }

  // MARK: - Helpers

  private func traffic(_ customers: Int, _ seconds: Double?) -> Transition.Traffic {
    Transition.Traffic(.customers(customers), time: seconds.map { TimeSpan(seconds: $0) })
  }

  private func twoPersonas(_ ways: [String]) -> Journey {
    Journey.sketch(ways.map { $0 + ": {p: 50, q: 50}" }, personas: ["p: 50%", "q: 50%"])
  }

  private func time(_ journey: Journey, _ persona: PersonaID? = nil) throws -> Double? {
    try journey.analyzed(asOf: .epoch, persona: persona).time
  }
}
