import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyAnalysis

/// From a document's flow to chances.
@Suite("Flow networks")
struct FlowNetworkTests {
  @Test("Counts become chances, and what is missing is inferred to have left")
  func counts() throws {
    let journey = Journey.sketch([
      "start -> a: 100", "a -> b: 60", "a -> left: 15", "b -> completed: 60",
    ])
    let analysis = try journey.analyzed(asOf: .epoch)
    #expect(analysis.started == 100)
    #expect(near(analysis.ends?.completed, 0.6))
    #expect(near(analysis.ends?.left, 0.4))
    #expect(near(analysis[touchpoint: "a"]?.left, 0.4))
    #expect(
      analysis.transitions.map { "\($0.source)>\($0.target) \($0.count ?? -1) \($0.isInferred)" }
        == [
          "start>a 100.0 false", "a>b 60.0 false", "a>left 15.0 false", "a>left 25.0 true",
          "b>completed 60.0 false",
        ])
    #expect(near(analysis.transitions[3].probability, 0.25))
    #expect(analysis[touchpoint: "a"]?.warnings.map(\.id) == [.inferredLeft])
    #expect(analysis.warnings.map(\.id) == [.inferredLeft])
  }

  @Test("A touchpoint from which nothing leads is where all have left")
  func deadEnd() throws {
    let analysis = try Journey.sketch(["start -> a: 8"]).analyzed(asOf: .epoch)
    #expect(analysis.ends?.left == 1)
    #expect(analysis.transitions.map(\.isInferred) == [false, true])
    #expect(analysis.transitions[1].source == .touchpoint("a"))
    #expect(analysis.transitions[1].count == 8)
  }

  @Test("Under way is left out of the chances and counted apart")
  func underWay() throws {
    let journey = Journey.sketch([
      "start -> a: 100", "a -> completed: 30", "a -> left: 10", "a -> under-way: 60",
    ])
    let analysis = try journey.analyzed(asOf: .epoch)
    #expect(near(analysis.ends?.completed, 0.75))
    #expect(near(analysis.ends?.left, 0.25))
    #expect(near(analysis.ends?.underWay, 0.6))
    #expect(near(analysis.transitions[3].probability, 0.6), "its share of all outflow")
    #expect(near(analysis.transitions[1].probability, 0.75))
  }

  @Test("Where under way is the only way out, customers end with unknown outcome")
  func onlyUnderWay() throws {
    let journey = Journey.sketch([
      "start -> a: 10", "a -> b: 20", "b -> a: 15", "a -> under-way: 5", "b -> under-way: 5",
    ])
    let analysis = try journey.analyzed(asOf: .epoch)
    #expect(near(analysis.ends?.ended, 1))
    #expect(near(analysis.ends?.underWay, 1))
    // a is come to 25 times, from the start and from b.
    #expect(near(analysis[touchpoint: "a"]?.visits, 2.5))
    #expect(
      analysis.transitions.filter(\.isInferred).map(\.target) == [.end(.ended), .end(.ended)])
    #expect(near(analysis.transitions[3].probability, 0.2), "5 of 25, not counted twice")
  }

  @Test("Under way in shares is a share of those who come there")
  func underWayShares() throws {
    let journey = Journey.sketch([
      "start -> a: 100", "a -> b: 50%", "a -> left: 50%", "b -> completed: 80%",
      "b -> under-way: 20%",
    ])
    #expect(near(try journey.analyzed(asOf: .epoch).ends?.underWay, 0.1))
    var shares = journey
    shares.flow[0].traffic = .everyone(Transition.Traffic(.share(.whole)))
    let ends = try shares.analyzed(asOf: .epoch).ends
    #expect(ends?.underWay == nil)
    #expect(near(ends?.completed, 0.5))
  }

  @Test("Shares stay exact: 33.3 % three times is a third each")
  func rescaled() throws {
    let journey = Journey.sketch([
      "start -> a: 9", "a -> completed: 33.3%", "a -> left: 33.3%", "a -> ended: 33.3%",
    ])
    let network = try FlowNetwork(journey)
    for exit in network.rows[0].ends { #expect(relativeError(exit.chance, 1 / 3) < 1e-15) }
  }

  @Test("A persona's shares are rescaled before they are averaged with another's")
  func rescaledPersona() throws {
    let journey = Journey.sketch(
      [
        "start -> a: 100", "a -> completed: {amina: 49.8%, george: 100%}",
        "a -> left: {amina: 49.8%}",
      ], personas: ["amina: 50%", "george: 50%"])
    #expect(near(try journey.analyzed(asOf: .epoch).ends?.completed, 0.75))
  }

  @Test("Exits of 10⁻¹² keep ten digits from the document to the figures")
  func tinyExit() throws {
    let journey = Journey.sketch([
      "start -> a: 1", "a -> b: 100%", "b -> a: 99.9999999999%", "b -> completed: 0.00000000003%",
      "b -> left: 0.00000000007%",
    ])
    let analysis = try journey.analyzed(asOf: .epoch)
    #expect(relativeError(analysis.ends?.completed ?? 0, 0.3) < 1e-10)
    #expect(relativeError(analysis[touchpoint: "a"]?.visits ?? 0, 1e12) < 1e-10)
    #expect(near(analysis[touchpoint: "b"]?.reach, 1))
    #expect(near(analysis[touchpoint: "b"]?.completionIfNobodyLeft, 1))
  }

  @Test("Personas' counts add up to everybody's; one persona has her own")
  func personaCounts() throws {
    let journey = Journey.sketch(
      [
        "start -> a: {amina: 60, george: 40}", "a -> completed: {amina: 30, george: 40}",
        "a -> left: {amina: 30}",
      ], personas: ["amina: 60%", "george: 40%"])
    let all = try journey.analyzed(asOf: .epoch)
    #expect(all.started == 100)
    #expect(near(all.ends?.completed, 0.7))
    let amina = try journey.analyzed(asOf: .epoch, persona: "amina")
    #expect(amina.started == 60)
    #expect(near(amina.ends?.completed, 0.5))
    #expect(!amina.warnings.map(\.id).contains(.flowNotByPersona))
    #expect(near(try journey.analyzed(asOf: .epoch, persona: "george").ends?.completed, 1))
  }

  @Test("Personas' shares are averaged by their shares of customers")
  func personaShares() throws {
    let journey = Journey.sketch(
      [
        "start -> a: 100", "a -> completed: {amina: 20%, george: 60%}",
        "a -> left: {amina: 80%, george: 40%}",
      ], personas: ["amina: 75%", "george: 25%"])
    #expect(near(try journey.analyzed(asOf: .epoch).ends?.completed, 0.75 * 0.2 + 0.25 * 0.6))
    let george = try journey.analyzed(asOf: .epoch, persona: "george")
    #expect(near(george.ends?.completed, 0.6))
    #expect(george.warnings.map(\.id) == [.flowNotByPersona], "everybody's start stands in")
    #expect(george.started == nil)
  }

  @Test("Everybody's flow stands in for a persona without her own")
  func standIn() throws {
    let journey = Journey.sketch(
      ["start -> a: 100", "a -> completed: 70", "a -> left: 20"],
      personas: ["amina: 50%", "george: 50%"])
    let amina = try journey.analyzed(asOf: .epoch, persona: "amina")
    #expect(amina.started == 100)
    #expect(near(amina.ends?.left, 0.3))
    #expect(Set(amina.warnings.map(\.id)) == [.flowNotByPersona, .inferredLeft])
  }

  @Test("A persona's own way begins where hers does; elsewhere everybody's chances hold")
  func partlyOwn() throws {
    let journey = Journey.sketch(
      [
        "start -> a: {amina: 10, george: 90}", "a -> b: {amina: 10, george: 30}",
        "a -> left: {george: 60}", "b -> completed: 30", "b -> left: 10",
      ], personas: ["amina: 10%", "george: 90%"])
    let amina = try journey.analyzed(asOf: .epoch, persona: "amina")
    #expect(near(amina.ends?.completed, 0.75))
    #expect(amina.started == 10)
    #expect(amina.warnings.map(\.id) == [.flowNotByPersona])
  }

  @Test("No such persona is an error that names those there are")
  func unknownPersona() throws {
    let journey = Journey.sketch(["start -> a: 1", "a -> left: 1"], personas: ["amina", "george"])
    let error = #expect(throws: InvalidJourney.self) {
      try journey.analyzed(asOf: .epoch, persona: "amino")
    }
    #expect(error?.diagnostics.map(\.summary) == ["no persona 'amino'"])
    #expect(error?.diagnostics.map(\.fix) == ["one of 'amina', 'george'"])
  }

  @Test("Time is told from arriving to arriving, and a missing part makes it unknown")
  func time() throws {
    var journey = Journey.sketch([
      "start -> a: 10", "a -> b: 5", "a -> left: 5", "b -> completed: 5",
    ])
    #expect(try journey.analyzed(asOf: .epoch).time == nil)
    journey.touchpoints[0].wait = TimeSpan(seconds: 100)
    // a's wait to b and to left; b ends at once.
    #expect(near(try journey.analyzed(asOf: .epoch).time, 100))
    journey.touchpoints[1].wait = TimeSpan(seconds: 20)
    #expect(near(try journey.analyzed(asOf: .epoch).time, 110))
    journey.flow[1].traffic = .everyone(
      Transition.Traffic(.customers(5), time: TimeSpan(seconds: 40)))
    #expect(near(try journey.analyzed(asOf: .epoch).time, 80), "where time is given, wait is not")
    journey.touchpoints[0].wait = nil
    #expect(near(try journey.analyzed(asOf: .epoch).time, 30), "an exit without either takes none")
  }

  @Test("Without flow there are no numbers that need it")
  func withoutFlow() throws {
    var journey = Journey(id: "x", title: "X", stages: [Stage("S")])
    journey.touchpoints = [
      Touchpoint(id: "a", stage: "S", felt: .everyone(Score(mean: -1, n: 9))),
      Touchpoint(id: "b", stage: "S", felt: .everyone(Score(mean: -2, n: 9))),
      Touchpoint(id: "c", stage: "S", felt: .everyone(Score(mean: 1, n: 9))),
    ]
    for index in 0..<3 { journey.touchpoints[index].believed = [Belief(mean: 1)] }
    let analysis = try journey.analyzed(asOf: .epoch)
    #expect(!analysis.hasFlow)
    #expect(analysis.ends == nil && analysis.steps == nil && analysis.time == nil)
    #expect(analysis.paths.isEmpty && analysis.transitions.isEmpty && analysis.mazes.isEmpty)
    #expect(analysis.felt == nil && analysis.gap == nil)
    #expect(near(analysis.feltGood, 1 / 3))
    #expect(analysis.believedGood == 1)
    #expect(analysis.stages.map(\.stillHere) == [nil])
    for figures in analysis.touchpoints {
      #expect(figures.visits == nil && figures.reach == nil && figures.left == nil)
      #expect(figures.removalEffect == nil && figures.relief == nil)
      #expect(figures.gap != nil && figures.pain != nil)
    }
    #expect(analysis.hotspots.rankedBy == .pain)
    #expect(analysis.hotspots.hotspots.map(\.touchpoint) == ["b", "a"])
    #expect(analysis.hotspots.hotspots.allSatisfy { $0.heat == nil && $0.kind == nil })
    #expect(analysis.brightSpots.map(\.touchpoint) == ["c"])
    #expect(analysis.brightSpots[0].brightness == nil)
  }

  @Test("A touchpoint that nobody reaches has a reach of 0 and no drop-off")
  func unreached() throws {
    let journey = Journey.sketch([
      "start -> a: 5", "a -> left: 5", "a -> b: 0", "b -> left: 0", "c -> left: 100%",
    ])
    let analysis = try journey.analyzed(asOf: .epoch)
    for id in ["b", "c"] as [TouchpointID] {
      let figures = analysis[touchpoint: id]
      #expect(figures?.reach == 0 && figures?.visits == 0 && figures?.left == 0)
      #expect(figures?.dropOff == nil)
    }
    #expect(analysis[touchpoint: "b"]?.completionFromHere == nil, "nobody ever went on from there")
    #expect(analysis[touchpoint: "c"]?.completionFromHere == 0)
    #expect(analysis[touchpoint: "a"]?.removalEffect == nil, "nobody completes")
  }

  @Test("A count as large as counts can be overflows nothing")
  func enormous() throws {
    let most = "\(Int.max)"
    let journey = Journey.sketch([
      "start -> a: \(most)", "start -> b: \(most)", "a -> b: \(most)", "b -> completed: \(most)",
      "b -> left: \(most)",
    ])
    let analysis = try journey.analyzed(asOf: .epoch)
    #expect(near(analysis.ends?.completed, 0.5))
    #expect(analysis[touchpoint: "a"]?.reach == 0.5)
  }

  @Test("Chances smaller than numbers can be are an error, not a crash")
  func underflow() throws {
    // Each of 40 touchpoints goes on with 10⁻¹⁸ and back to the first else.
    var lines = ["start -> t0: 1"]
    for i in 0..<40 {
      lines.append("t\(i) -> t0: 99.9999999999999999%")
      lines.append("t\(i) -> \(i < 39 ? "t\(i + 1)" : "completed"): 0.0000000000000001%")
    }
    let error = #expect(throws: InvalidJourney.self) {
      try Journey.sketch(lines).analyzed(asOf: .epoch)
    }
    #expect(error?.diagnostics.first?.id == "no-way-out")
  }

  @Test("Of very many personas the first are checked, the others when they are asked for")
  func manyPersonas() throws {
    let names = (1...40).map { "p\($0)" }
    func journey(_ wrong: String) -> Journey {
      let counts = names.map { "\($0): 5" }.joined(separator: ", ")
      let more = names.map { "\($0): \($0 == wrong ? 6 : 4)" }.joined(separator: ", ")
      return Journey.sketch(
        ["start -> a: {\(counts)}", "a -> completed: {\(more)}"], personas: names)
    }
    let early = journey("p3").flowProblems()
    #expect(early.filter { $0.severity == .error }.map(\.id) == ["outflow-above-inflow"])
    let late = journey("p39")
    #expect(!late.flowProblems().containsErrors)
    #expect(
      late.flowProblems().filter { $0.severity == .note }.map(\.summary) == [
        "the own flow of 8 more personas is not checked here"
      ])
    #expect(throws: InvalidJourney.self) { try late.analyzed(asOf: .epoch, persona: "p39") }
    #expect(throws: Never.self) { try late.analyzed(asOf: .epoch, persona: "p38") }
  }
}
