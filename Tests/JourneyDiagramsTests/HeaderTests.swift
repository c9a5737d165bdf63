import JourneyAnalysis
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("The figures of the header")
struct HeaderTests {
  /// The figures' values and labels, from left to right.
  private func figures(_ journey: Journey) throws -> [String] {
    let subject = Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
    let picture = try MapView().picture(of: subject, options: DrawingOptions(), engines: .table)
    var values: [(x: Double, text: String)] = []
    var labels: [(x: Double, text: String)] = []
    picture.forEachLeaf { element in
      guard case .text(let line) = element else { return }
      switch line.role {
      case .figure, .figureUnknown: values.append((line.origin.x, line.text))
      case .figureLabel where line.origin.x > 100: labels.append((line.origin.x, line.text))
      default: break
      }
    }
    return zip(values.sorted { $0.x < $1.x }, labels.sorted { $0.x < $1.x }).map {
      $0.text + " " + $1.text
    }
  }

  /// The line that says what is not known; nil when there is none.
  private func missing(_ journey: Journey) throws -> String? {
    let subject = Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
    let picture = try MapView().picture(of: subject, options: DrawingOptions(), engines: .table)
    var lines: [String] = []
    picture.forEachLeaf { element in
      guard case .text(let line) = element, line.role == .figureLabel, line.origin.x < 100 else {
        return
      }
      lines.append(line.text)
    }
    return lines.isEmpty ? nil : lines.joined(separator: " ").replacing("\u{A0}", with: " ")
  }

  /// Two touchpoints of four have a score and a belief, a third a score, the fourth nothing.
  private func journey() -> Journey {
    var journey = Journey.sketch(
      [
        "start -> a: 100", "a -> b: 50", "a -> left: 50", "b -> c: 50", "c -> d: 50",
        "d -> completed: 50",
      ],
      felt: [
        "a": Score(mean: 1, n: 50), "b": Score(mean: -0.5, n: 50), "c": Score(mean: -1, n: 50),
      ])
    journey.touchpoints[0].believed = [Belief(mean: 1.6)]
    journey.touchpoints[1].believed = [Belief(mean: 1)]
    return journey
  }

  @Test("say over which touchpoints they are, where these are not all")
  func basis() throws {
    let figures = try figures(journey())
    // Over a and b, of which a is visited twice as often: (2 · 1 − 0.5) / 3.
    #expect(figures[1] == "+0.5 felt, scale −2 … +2, at 2 of 4 touchpoints")
    #expect(figures[2] == "+1.4 what we believed")
    #expect(figures[3] == "0.9 empathy gap, at 2 of 4 touchpoints")
  }

  @Test("say what is felt where nobody wrote down what was believed")
  func withoutBelief() throws {
    var journey = journey()
    for index in journey.touchpoints.indices { journey.touchpoints[index].believed = [] }
    let some = try figures(journey)
    // (2 · 1 − 0.5 − 1) / 4
    #expect(some[1] == "+0.1 felt, scale −2 … +2, at 3 of 4 touchpoints")
    #expect(some.count == 3)
    #expect(try missing(journey) == "not measured: what we believed, empathy gap")
    journey.touchpoints[3].felt = .everyone(Score(mean: -1, n: 50))
    #expect(try figures(journey)[1] == "−0.1 felt, scale −2 … +2")
    for index in journey.touchpoints.indices { journey.touchpoints[index].felt = nil }
    #expect(try figures(journey).count == 2)
    #expect(
      try missing(journey) == "not measured: how it feels, what we believed, empathy gap")
  }

  @Test("say what is not known once, in one line, by reason")
  func missing() throws {
    var journey = journey()
    #expect(try missing(journey) == nil)
    for index in journey.touchpoints.indices {
      journey.touchpoints[index].felt = nil
      journey.touchpoints[index].believed = []
    }
    journey.flow = []
    #expect(try figures(journey) == [])
    #expect(
      try missing(journey)
        == "no flow data: complete the journey, hotspots · not measured: how it feels, "
        + "what we believed, empathy gap")
  }

  @Test("say plain means without flow, and that the gap needs it")
  func withoutFlow() throws {
    var journey = journey()
    journey.flow = []
    let figures = try figures(journey)
    #expect(figures[0] == "−0.2 felt, scale −2 … +2, at 3 of 4 touchpoints")
    #expect(figures[1] == "+1.3 what we believed, at 2 of 4 touchpoints")
    #expect(
      try missing(journey) == "no flow data: complete the journey, empathy gap, hotspots")
  }
}
