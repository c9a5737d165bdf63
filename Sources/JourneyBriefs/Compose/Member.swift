import JourneyAnalysis
import JourneyModel

/// A journey of the brief with what is looked up in it often.
struct Member: Sendable {
  let estimates: Estimates
  /// The hotspot ranking by touchpoint.
  let hotspots: [TouchpointID: Hotspot]
  /// The place of each touchpoint in the document, which is that of its figures too.
  let places: [TouchpointID: Int]
  /// The positions in `decisions` of what is about a touchpoint.
  let decisions: [TouchpointID: [Int]]
  /// How many were counted leaving at a touchpoint, where flow is counted.
  let lost: [TouchpointID: Double]

  /// The journey, without e-mail addresses and telephone numbers in what people wrote about it.
  let journey: Journey
  var analysis: Analysis { estimates.analysis }

  init(_ estimates: Estimates) {
    self.estimates = estimates
    let journey = estimates.journey
    self.journey = journey
    hotspots = Dictionary(
      estimates.analysis.hotspots.hotspots.map { ($0.touchpoint, $0) },
      uniquingKeysWith: { first, _ in first })
    places = Dictionary(
      journey.touchpoints.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var decisions: [TouchpointID: [Int]] = [:]
    for (index, decision) in journey.decisions.enumerated() {
      if let about = decision.about { decisions[about, default: []].append(index) }
    }
    self.decisions = decisions
    var lost: [TouchpointID: Double] = [:]
    if estimates.analysis.started != nil {
      for transition in estimates.analysis.transitions {
        guard case .touchpoint(let id) = transition.source, transition.target == .end(.left),
          let count = transition.count
        else { continue }
        lost[id, default: 0] += count
      }
    }
    self.lost = lost
  }

  /// How many were still under way when the counting stopped; nil for none, or where it is not
  /// counted.
  var underWay: Double? {
    guard let started = analysis.started, let share = analysis.ends?.underWay, share > 0 else {
      return nil
    }
    return share * started
  }

  /// A touchpoint's name; its id when the journey has no such touchpoint.
  func name(_ id: TouchpointID) -> String {
    places[id].map { journey.touchpoints[$0].name } ?? id.rawValue
  }

  func touchpoint(_ id: TouchpointID) -> Touchpoint? { places[id].map { journey.touchpoints[$0] } }

  func figures(_ id: TouchpointID) -> TouchpointFigures? {
    places[id].map { analysis.touchpoints[$0] }
  }

  /// The feeling, −1…+1, as pictures show it.
  func feeling(_ id: TouchpointID) -> Double? {
    figures(id)?.felt.map { analysis.scale.normalized($0.mean) }
  }

  /// A score as text, with a sign where the scale has both.
  func score(_ score: Double) -> String { Say.score(score, on: analysis.scale) }
}
