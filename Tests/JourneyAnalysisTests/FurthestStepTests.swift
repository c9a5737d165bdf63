import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyAnalysis

@Suite("Outcomes by the furthest step")
struct FurthestStepTests {
  private func stages(of journey: Journey) -> [[TouchpointID]] {
    journey.stages.map { stage in
      journey.touchpoints.filter { $0.stage == stage.id }.map(\.id)
    }
  }

  @Test("counts who goes back to the furthest step, and once")
  func example() throws {
    let journey = Journey.sketch([
      "start -> a: 100", "a -> b: 80", "a -> left: 45", "b -> a: 25", "b -> completed: 55",
    ])
    let analysis = try journey.analyzed(asOf: .epoch)
    let outcomes = try #require(analysis.outcomes(byFurthestOf: [["a"], ["b"]]))
    #expect(outcomes.count == 3)
    #expect(outcomes[0] == StepOutcome(reached: 1, exits: [], goingOn: 1))
    // 125 visits to a, 80 of them go on: 64 % come to b, however often they went round.
    #expect((outcomes[1].goingOn - 0.64).magnitude < 1e-12)
    #expect(outcomes[1].exits.map(\.touchpoint) == ["a"])
    #expect((outcomes[1].exits[0].share - 0.36).magnitude < 1e-12)
    // Of those some leave at a, having been at b: 45 % leave there in all.
    let left = outcomes[2].exits.filter { $0.end == .left }
    #expect(left.map(\.touchpoint) == ["a"])
    #expect((left[0].share - 0.09).magnitude < 1e-12)
    #expect((outcomes[2].exits.filter { $0.end == .completed }[0].share - 0.55).magnitude < 1e-12)
    #expect(outcomes[2].goingOn == 0)
  }

  @Test("says nothing without flow")
  func noFlow() throws {
    let journey = Journey(id: "j", title: "J", touchpoints: [Touchpoint(id: "a")])
    #expect(try journey.analyzed(asOf: .epoch).outcomes(byFurthestOf: [["a"]]) == nil)
  }

  @Test("adds up to still here and to the ends", arguments: SeededGenerator.seeds(120))
  func law(seed: UInt64) throws {
    let journey = RandomJourney.lean(seed: seed)
    let analysis = try journey.analyzed(asOf: .epoch)
    guard let ends = analysis.ends else { return }
    let outcomes = try #require(analysis.outcomes(byFurthestOf: stages(of: journey)))
    func near(_ a: Double, _ b: Double) -> Bool { (a - b).magnitude < 1e-9 }
    for outcome in outcomes {
      let exits = outcome.exits.reduce(0) { $0 + $1.share }
      #expect(near(outcome.reached, outcome.goingOn + exits), "seed \(seed)")
    }
    for (stage, outcome) in zip(analysis.stages, outcomes.dropFirst()) {
      guard let here = stage.stillHere else { continue }
      #expect(near(outcome.reached, here), "seed \(seed), \(stage.stage)")
    }
    func sum(_ isSo: (Transition.End) -> Bool) -> Double {
      outcomes.flatMap(\.exits).reduce(0) { $0 + (isSo($1.end) ? $1.share : 0) }
    }
    #expect(near(sum { $0 == .completed }, ends.completed), "seed \(seed)")
    #expect(near(sum { $0 == .left }, ends.left), "seed \(seed)")
    #expect(near(sum { if case .diverted = $0 { true } else { false } }, ends.diverted))
    #expect(near(sum { $0 == .ended }, ends.ended), "seed \(seed)")
    for figures in analysis.touchpoints {
      let left = outcomes.flatMap(\.exits).reduce(0) {
        $0 + ($1.touchpoint == figures.id && $1.end == .left ? $1.share : 0)
      }
      #expect(near(left, figures.left ?? 0), "seed \(seed), \(figures.id)")
    }
  }
}
