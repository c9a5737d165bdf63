import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyAnalysis

/// What touchpoints that become neutral are worth.
@Suite("Gains")
struct GainTests {
  /// Two shops, one behind the other: 100 start, 20 leave at a, 40 of 80 at b, and b feels bad.
  private func shops() throws -> Estimates {
    let journey = Journey.sketch(
      ["start -> a: 100", "a -> b: 80", "a -> left: 20", "b -> completed: 40", "b -> left: 40"],
      felt: ["a": Score(mean: -1, n: 100, sd: 0.5), "b": Score(mean: -2, n: 80, sd: 0.1)])
    return try journey.estimated(asOf: LawTests.day)
  }

  @Test("Gains by hand, each alone and both together")
  func byHand() throws {
    let estimates = try shops()
    // Two measured cells are not shrunk: pain is 0.5 at a and 1 at b.
    let a = estimates.gain(ifNeutral: ["a"])
    #expect(near(a.completedBefore, 0.4) && near(a.completedAfter, 0.5) && near(a.kept, 100))
    // All 1,000 now come to b and are hurt there: 800 + 500 before.
    #expect(near(a.burdenBefore, 1300) && near(a.burdenAfter, 1000) && near(a.relieved, 300))
    let b = estimates.gain(ifNeutral: ["b"])
    #expect(near(b.kept, 400) && near(b.burdenAfter, 500))
    let both = estimates.gain(ifNeutral: ["b", "a"])
    #expect(both.touchpoints == ["a", "b"])
    #expect(near(both.kept, 600) && near(both.burdenAfter, 0))
    let none = estimates.gain(ifNeutral: ["nowhere"])
    #expect(none.touchpoints.isEmpty && near(none.kept, 0) && near(none.relieved, 0))
  }

  @Test("Where everybody leaves there are no others to follow")
  func nobody() throws {
    let journey = Journey.sketch(
      [
        "start -> a: 100", "a -> b: 50", "a -> c: 50", "b -> left: 50", "c -> d: 50",
        "d -> c: 40", "d -> completed: 10", "c -> left: 40",
      ], felt: ["b": Score(mean: -2)])
    let estimates = try journey.estimated(asOf: LawTests.day)
    let b = estimates.gain(ifNeutral: ["b"])
    #expect(b.nobodyToFollow == ["b"] && near(b.kept, 0) && near(b.relieved, 500))
    // b and c together: what c keeps is not lost with b.
    let both = estimates.gain(ifNeutral: ["b", "c"])
    #expect(both.nobodyToFollow == ["b"] && near(both.completedAfter, 0.5))
  }

  @Test("Those who could only go round for ever still leave")
  func circle() throws {
    let journey = Journey.sketch(
      [
        "start -> a: 100", "a -> completed: 50", "a -> b: 50", "b -> c: 100", "c -> b: 50",
        "c -> left: 50",
      ], felt: ["b": Score(mean: -1)])
    let estimates = try journey.estimated(asOf: LawTests.day)
    for touchpoints in [["c"], ["b", "c"], ["a", "b", "c"]] as [Set<TouchpointID>] {
      let gain = estimates.gain(ifNeutral: touchpoints)
      #expect(gain.nobodyToFollow == ["c"])
      #expect(near(gain.completedAfter, 0.5))
    }
    #expect(estimates.gainsOneByOne()[2].nobodyToFollow == ["c"])
  }

  @Test("Without flow there is no gain to know, and without feelings no distress")
  func missing() throws {
    var journey = Journey.sketch([], felt: [:])
    journey.touchpoints = [Touchpoint(id: "a", felt: .everyone(Score(mean: -1, n: 9)))]
    let gain = try journey.estimated(asOf: LawTests.day).gain(ifNeutral: ["a"])
    #expect(gain.completedAfter == nil && gain.kept == nil && gain.burdenBefore == nil)
    let bare = try Journey.sketch(["start -> a: 9", "a -> left: 3", "a -> completed: 6"])
      .estimated(asOf: LawTests.day).gain(ifNeutral: ["a"])
    #expect(bare.burdenBefore == nil && bare.relieved == nil && near(bare.completedAfter, 1))
  }

  @Test("One by one is the same as each by itself", arguments: SeededGenerator.seeds(80))
  func oneByOne(seed: UInt64) throws {
    let journey = RandomJourney.lean(seed: seed)
    let estimates = try journey.estimated(asOf: LawTests.day)
    let solved = estimates.solved
    for (index, fast) in estimates.gainsOneByOne().enumerated() {
      let slow = solved.gain(ifNeutral: [index])
      for part in [\Gain.completedAfter, \.burdenAfter, \.burdenBefore] {
        guard let expected = slow[keyPath: part] else {
          #expect(fast[keyPath: part] == nil)
          continue
        }
        #expect(near(fast[keyPath: part], expected), "seed \(seed)")
      }
      #expect(fast.nobodyToFollow == slow.nobodyToFollow || solved.chain?.visits[index] == 0)
      let figures = estimates.analysis.touchpoints[index]
      if let kept = figures.completionIfNobodyLeft { #expect(near(fast.completedAfter, kept)) }
      #expect((fast.kept ?? 0) >= -1e-9)
    }
  }
}
