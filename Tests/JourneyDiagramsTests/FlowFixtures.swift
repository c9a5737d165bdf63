@testable import JourneyAnalysis
import JourneyModel
import JourneyTestSupport

/// Traffic for the flow view's tests.
enum FlowFixtures {
  /// Figures with a way through all touchpoints and many more between any two of them.
  static func dense(_ journey: Journey, transitions: Int) -> Analysis {
    var still = journey
    still.flow = []
    var analysis = Sketch.analysis(of: still)
    var random = SeededGenerator(seed: 7)
    var seen: Set<String> = []
    let places = journey.touchpoints.map(\.id)
    func add(_ source: Transition.Source, _ target: Transition.Target, _ count: Int) {
      guard seen.insert("\(source) \(target)").inserted else { return }
      analysis.transitions.append(
        TransitionFigures(
          source: source, target: target, probability: 0.3, traffic: Double(count) / 1000,
          count: Double(count), time: nil, label: nil, isInferred: false))
    }
    analysis.hasFlow = true
    add(.start, .touchpoint(places[0]), 1000)
    for (a, b) in zip(places, places.dropFirst()) { add(.touchpoint(a), .touchpoint(b), 500) }
    while analysis.transitions.count < transitions {
      let (a, b) = (
        Int.random(in: places.indices, using: &random),
        Int.random(in: places.indices, using: &random)
      )
      guard a != b else { continue }
      let count = Int.random(in: 50...400, using: &random)
      add(.touchpoint(places[a]), .touchpoint(places[b]), count)
    }
    add(.touchpoint(places[places.count - 1]), .end(.completed), 900)
    return analysis
  }
}
