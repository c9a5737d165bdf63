@testable import JourneyDiagrams
import JourneyKit
import JourneyModel
import JourneyTestSupport
import Testing

@Suite("The start of the flow")
struct FlowStartTests {
  private static let engines = Engines(measurer: TableMeasurer(), layout: GraphvizLayout())

  /// Customers start everywhere, and go on by ways that carry far more.
  private func spread() throws -> Subject {
    var lines: [String] = []
    for place in 0..<24 { lines.append("start -> t\(place): \(100 + place)") }
    for place in 0..<24 {
      for step in 1...3 { lines.append("t\(place) -> t\((place + step) % 24): 4000") }
      lines.append("t\(place) -> completed: \(100 + place)")
    }
    let journey = Journey.sketch(lines)
    return Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
  }

  @Test("keeps its most travelled way, and says who starts elsewhere")
  func elsewhere() throws {
    let subject = try spread()
    let graph = FlowGraph(subject)
    let starts = graph.links.filter { $0.source == .start }
    #expect(starts.contains { $0.target == .card(23) })
    let rest = try #require(graph.startElsewhere)
    #expect(rest.ways == 24 - starts.count)
    let drawn = starts.reduce(0) { $0 + ($1.traffic ?? 0) }
    #expect(abs(drawn + rest.traffic - 1) < 1e-9)
    let picture = try FlowView().picture(
      of: subject, options: DrawingOptions(), engines: Self.engines)
    #expect(picture.description.contains("take \(rest.ways) rarer"))
    #expect(Inspection.collisions(in: picture) == [])
    let dot = try #require(try FlowView().dot(of: subject, options: DrawingOptions()))
    #expect(dot.contains("take \(rest.ways) rarer ways\""))
  }

  @Test("says nothing of other starts where all are drawn")
  func all() throws {
    let journey = Journey.sketch([
      "start -> a: 90", "start -> b: 10", "a -> completed: 90", "b -> completed: 10",
    ])
    let subject = Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
    #expect(FlowGraph(subject).startElsewhere == nil)
  }
}
