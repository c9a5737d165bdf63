import JourneyAnalysis
import JourneyKit
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("What the flow gathers")
struct FlowGatheringTests {
  private static let engines = Engines(measurer: TableMeasurer(), layout: GraphvizLayout())

  private func picture(_ subject: Subject) throws -> Picture {
    try FlowView().picture(of: subject, options: DrawingOptions(), engines: Self.engines)
  }

  @Test("keeps every touchpoint of a long line, alone or gathered", arguments: [0, 10])
  func everybody(stages: Int) throws {
    let subject = try LongJourney.line(touchpoints: 400, stages: stages)
    let graph = FlowGraph(subject)
    #expect(graph.cards.count <= FlowGraph.cardsOfLargeJourney)
    let gathered = graph.cards.reduce(0) { $0 + ($1.group?.count ?? 0) }
    let alone = graph.cards.count { $0.group == nil }
    #expect(alone + gathered == 400)
    #expect(alone >= 30)
    #expect(graph.stages.count == stages)
    #expect(!graph.cards.contains { $0.group?.count == 1 })
    let leftOut = try #require(graph.leftOut)
    #expect(leftOut.touchpoints == gathered && leftOut.gathered == gathered)
    let text = try #require(FlowText.leftOut(graph, subject))
    #expect(text.hasPrefix("\(alone) of 400 touchpoints are drawn, with "))
    #expect(text.contains("; \(gathered) others are drawn gathered"))
  }

  @Test("loses nobody on the way: what comes to a card goes on or leaves there")
  func balance() throws {
    let subject = try LongJourney.line(touchpoints: 400, stages: 10)
    let graph = FlowGraph(subject)
    for (place, card) in graph.cards.enumerated() {
      var (coming, going) = (0.0, card.exits.reduce(0) { $0 + $1.traffic })
      for link in graph.links {
        if link.target == .card(place) { coming += link.traffic ?? 0 }
        if link.source == .card(place) { going += link.traffic ?? 0 }
      }
      #expect(abs(coming - going) < 0.12, "what is rare is gathered or not drawn")
      let main = graph.links.filter { $0.source == .card(place) }.compactMap(\.traffic).max()
      for exit in card.exits where exit.isElsewhere { #expect(exit.traffic < main ?? 0) }
    }
    let ends = graph.links.filter { $0.target == .completed }.compactMap(\.traffic)
    let completed = try #require(subject.analysis.ends?.completed)
    #expect(abs(ends.reduce(0, +) - completed) < 1e-9)
    let left = graph.cards.reduce(0) { sum, card in
      sum + card.exits.reduce(0) { $0 + ($1.isElsewhere ? 0 : $1.traffic) }
    }
    #expect(abs(left + completed - 1) < 1e-9)
  }

  @Test("draws a group as such, and says what is felt in it")
  func group() throws {
    let subject = try LongJourney.line(touchpoints: 240, stages: 4)
    let text = try picture(subject).description
    #expect(text.contains(#/summary [0-9]+ more touchpoints: felt/#))
    #expect(text.contains("\"several touchpoints, gathered\""))
    #expect(text.contains(#/"felt [−+].*…/#))
    let dot = try #require(try FlowView().dot(of: subject, options: DrawingOptions()))
    #expect(dot.contains("more touchpoints"))
  }

  @Test("says no number of a long line without flow")
  func withoutFlow() throws {
    let subject = try LongJourney.line(touchpoints: 240, stages: 4, hasFlow: false)
    let graph = FlowGraph(subject)
    #expect(graph.cards.count <= FlowGraph.cardsOfLargeJourney)
    #expect(graph.cards.contains { $0.group != nil })
    #expect(try !picture(subject).description.contains("%\""))
  }

  @Test("loses nobody of a journey in which little follows in order", arguments: [0, 2, 150])
  func bounded(stages: Int) throws {
    // Stages that take turns: hardly anything of one stage hangs together.
    var lines = ["start -> t0: 1000"]
    for place in 0..<299 { lines.append("t\(place) -> t\(place + 1): 100%") }
    for place in stride(from: 0, to: 290, by: 7) {
      lines[place + 1] = "t\(place) -> t\(place + 1): 90%"
      lines.append("t\(place) -> t\(299 - place): 10%")
    }
    var journey = Journey.sketch(lines + ["t299 -> completed: 100%"])
    journey.stages = (0..<stages).map { Stage("Stage \($0)") }
    for place in journey.touchpoints.indices where stages > 0 {
      journey.touchpoints[place].stage = journey.stages[place % stages].id
    }
    let subject = Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
    let graph = FlowGraph(subject)
    #expect(graph.cards.count <= FlowGraph.cardsOfLargeJourney)
    let gathered = graph.cards.reduce(0) { $0 + ($1.group?.count ?? 0) }
    #expect(graph.cards.count { $0.group == nil } + gathered == 300)
    #expect(graph.leftOut?.gathered == gathered)
  }

  // MARK: One persona

  @Test("draws only what a persona meets and travels", arguments: 0..<24)
  func persona(seed: UInt64) throws {
    let subject = try RandomSubject.make(seed: seed, isForPersona: true)
    guard subject.persona != nil, subject.analysis.hasFlow else { return }
    let graph = FlowGraph(subject)
    #expect(graph.cards.allSatisfy { subject.meets($0.touchpoint) })
    let traffic =
      graph.links.map(\.traffic) + graph.cards.flatMap(\.exits).map(\.traffic)
      + graph.cards.compactMap(\.round).map(\.traffic)
    #expect(traffic.allSatisfy { $0 ?? 0 > 0 })
    let unused = subject.analysis.transitions.count { $0.traffic < 1e-9 }
    #expect((graph.leftOut?.untravelled ?? 0) == unused)
  }

  @Test("marks a persona's touchpoint that nobody comes to, and says which ways are not drawn")
  func unreached() throws {
    let journey = Journey.sketch(
      [
        "start -> a: {amina: 70, george: 30}", "a -> b: {amina: 70, george: 0}",
        "a -> completed: {amina: 0, george: 30}", "b -> completed: {amina: 60, george: 0}",
        "b -> left: {amina: 10, george: 0}",
      ], personas: ["amina: 70%", "george: 30%"])
    let subject = Subject(
      journey: journey, analysis: try journey.analyzed(asOf: Sketch.day, persona: "george"))
    let graph = FlowGraph(subject)
    #expect(graph.cards.map(\.isUnreached) == [false, true])
    #expect(graph.links.count == 2)
    #expect(FlowText.leftOut(graph, subject) == "3 ways that nobody takes here are not drawn")
    let text = try picture(subject).description
    #expect(text.contains("\"not reached\""))
    #expect(!text.contains("% leave ·"))
  }
}
