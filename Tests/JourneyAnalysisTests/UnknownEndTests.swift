import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyAnalysis

/// What cannot be known of how customers end.
@Suite("Unknown ends")
struct UnknownEndTests {
  @Test("Where all are still under way nothing is known of how they end")
  func onlyUnderWay() throws {
    let bad = Score(mean: -1, n: 10, sd: 1)
    let journey = Journey.sketch(
      ["start -> a: 100", "a -> b: 90", "a -> completed: 10", "b -> under-way: 90"],
      felt: ["a": bad, "b": bad])
    let analysis = try journey.analyzed(asOf: .epoch)
    let b = try #require(analysis[touchpoint: "b"])
    #expect(b.completionFromHere == nil && b.completionIfNobodyLeft == nil && b.relief == nil)
    #expect(near(b.reach, 0.9))
    #expect(b.warnings.last?.id == .outcomeUnknown)
    #expect(b.warnings.last?.text == "All 90 customers who came here were still under way.")
    let a = try #require(analysis[touchpoint: "a"])
    #expect(near(a.completionFromHere, 0.1) && near(a.relief?.endedBefore, 0.9))
    #expect(a.warnings.allSatisfy { $0.id != .outcomeUnknown })
    #expect(near(analysis.ends?.ended, 0.9) && near(analysis.ends?.underWay, 0.9))
  }

  @Test("Nor where the only ways on lead to such places")
  func beforeOnlyUnderWay() throws {
    let journey = Journey.sketch(
      [
        "start -> a: 90", "start -> left: 10", "a -> b: 120", "b -> a: 30", "b -> under-way: 90",
      ], felt: ["a": Score(mean: -1, n: 9), "b": Score(mean: 1, n: 9)])
    let analysis = try journey.analyzed(asOf: .epoch)
    for figures in analysis.touchpoints {
      #expect(figures.completionFromHere == nil && figures.completionIfNobodyLeft == nil)
      #expect(
        figures.warnings.last?.text == "All customers who came here were still under way.")
    }
    #expect(analysis[touchpoint: "a"]?.relief?.chance == 1, "that relief came is known")
  }

  @Test("Everybody's flow that stands in for a persona's ends as unknown")
  func standInUnderWay() throws {
    let journey = Journey.sketch(
      ["start -> a: {p: 10, q: 10}", "a -> b: {p: 10, q: 10}", "b -> under-way: 20"],
      personas: ["p: 50%", "q: 50%"])
    let analysis = try journey.analyzed(asOf: .epoch, persona: "p")
    let b = try #require(analysis[touchpoint: "b"])
    #expect(b.reach == 1 && b.completionFromHere == nil && b.completionIfNobodyLeft == nil)
    #expect(b.warnings.map(\.id) == [.outcomeUnknown])
    #expect(analysis.ends?.ended == 1)
  }

  @Test("All who started may still be under way")
  func start() throws {
    var journey = Journey.sketch(["start -> under-way: 40"])
    journey.touchpoints = [Touchpoint(id: "a")]
    let analysis = try journey.analyzed(asOf: .epoch)
    #expect(analysis.ends?.ended == 1)
    #expect(
      analysis.warnings.map(\.text) == ["All 40 customers who started were still under way."])
  }

  @Test("Where a persona never comes nothing is known of how it would fare")
  func personaElsewhere() throws {
    let bad = Score(mean: -1)
    let journey = Journey.sketch(
      [
        "start -> a: {p: 10, q: 10}", "a -> b: {q: 10}", "a -> c: {p: 10}", "b -> b: {q: 5}",
        "b -> left: {q: 9}", "b -> completed: {q: 1}", "c -> completed: {p: 10}",
      ], personas: ["p: 70%", "q: 30%"], felt: ["a": bad, "b": bad, "c": bad])
    let p = try journey.analyzed(asOf: .epoch, persona: "p")
    let b = try #require(p[touchpoint: "b"])
    #expect(b.reach == 0)
    #expect(b.completionFromHere == nil && b.completionIfNobodyLeft == nil && b.relief == nil)
    #expect(p[touchpoint: "c"]?.completionFromHere == 1)
    #expect(p.mazes.isEmpty)
    #expect(p.warnings.isEmpty, "everybody's ways stand in only where it never comes")
    let q = try journey.analyzed(asOf: .epoch, persona: "q")
    #expect(near(q[touchpoint: "b"]?.completionFromHere, 0.1))
    #expect(q.mazes.map(\.touchpoints) == [["b"]])
  }

  @Test(
    "Everybody's flow that stands in is told wherever the persona can come",
    arguments: [
      (["start -> a: 20", "a -> left: 20"], true),
      (["start -> a: 20", "a -> left: {p: 10, q: 10}"], true),
      (["start -> a: {p: 10, q: 10}", "a -> left: 20"], true),
      (["start -> a: {p: 10, q: 10}", "a -> left: {q: 10}"], true),
      (["start -> a: {p: 10, q: 10}", "a -> left: {p: 10, q: 10}"], false),
      (
        [
          "start -> a: {p: 10, q: 10}", "a -> b: {q: 10}", "a -> left: {p: 10}",
          "b -> left: {q: 10}",
        ], false
      ),
    ])
  func standIn(flow: [String], warns: Bool) throws {
    let journey = Journey.sketch(flow, personas: ["p: 50%", "q: 50%"])
    let warnings = try journey.analyzed(asOf: .epoch, persona: "p").warnings
    #expect(warnings.contains { $0.id == .flowNotByPersona } == warns)
  }
}
