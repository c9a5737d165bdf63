@testable import JourneyDiagrams
import JourneyAnalysis
import JourneyKit
import JourneyModel
import JourneyTestSupport
import Testing

@Suite("The order of the map's columns")
struct MapOrderTests {
  private func order(_ journey: Journey) throws -> [String] {
    let subject = Subject(journey: journey, analysis: Sketch.analysis(of: journey))
    return try MapOrder(subject).columns(by: GraphvizLayout())
      .map { journey.touchpoints[$0].id.rawValue }
  }

  private func goingBack(_ journey: Journey, _ order: [String]) -> Double {
    Sketch.analysis(of: journey).transitions.reduce(0) { sum, transition in
      guard case .touchpoint(let source) = transition.source,
        case .touchpoint(let target) = transition.target,
        let from = order.firstIndex(of: source.rawValue),
        let to = order.firstIndex(of: target.rawValue), to < from
      else { return sum }
      return sum + transition.traffic
    }
  }

  @Test("is the document's where nobody goes back in it")
  func document() throws {
    // Graphviz would put those that few come to last, or first.
    let journey = Journey.sketch([
      "start -> a: 90", "start -> b: 10", "a -> c: 50", "b -> c: 5", "a -> d: 40", "b -> d: 5",
      "c -> e: 55", "d -> e: 45", "c -> f: 0", "e -> f: 100", "f -> completed: 100",
    ])
    for ids in [["a", "b", "c", "d", "e", "f"], ["b", "a", "d", "c", "e", "f"]] {
      var journey = journey
      journey.touchpoints.sort {
        (ids.firstIndex(of: $0.id.rawValue) ?? 0) < (ids.firstIndex(of: $1.id.rawValue) ?? 0)
      }
      #expect(try order(journey) == ids)
    }
  }

  @Test("is Graphviz's where fewer go back in it")
  func graphviz() throws {
    let flow = [
      "start -> a: 100", "a -> b: 100", "b -> c: 100", "c -> d: 100", "d -> completed: 100",
    ]
    var journey = Journey.sketch(flow)
    journey.touchpoints.reverse()
    #expect(try order(journey) == ["a", "b", "c", "d"])
  }

  @Test("never sends more back than the document's", arguments: 0..<24)
  func law(seed: UInt64) throws {
    let journey = RandomJourney.make(seed: seed, touchpoints: [6, 12, 24][Int(seed) % 3])
    let order = try order(journey)
    #expect(order.count == journey.touchpoints.count)
    var stages: [Touchpoint] = []
    for stage in journey.stages { stages += journey.touchpoints.filter { $0.stage == stage.id } }
    guard stages.count == journey.touchpoints.count else { return }
    let document = stages.map(\.id.rawValue)
    #expect(goingBack(journey, order) <= goingBack(journey, document) + 1e-9, "seed \(seed)")
  }
}
