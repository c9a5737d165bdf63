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
  /// How many left at a touchpoint, where it is known how many started.
  let lost: [TouchpointID: Loss]

  /// Customers who left at a touchpoint.
  struct Loss: Hashable, Sendable {
    var customers: Double
    /// Whether they were counted; else the share who leave is known, and how many started.
    var isCounted: Bool

    /// Such as `45` or `about 120`.
    var text: String { (isCounted ? "" : "about ") + Say.count(customers) }
  }

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
    lost = Self.lost(in: estimates.analysis)
  }

  /// How many left at each touchpoint; what is neither counted nor known as a share is left out.
  private static func lost(in analysis: Analysis) -> [TouchpointID: Loss] {
    guard let started = analysis.started else { return [:] }
    var counted: [TouchpointID: Double] = [:]
    var uncounted: Set<TouchpointID> = []
    for transition in analysis.transitions {
      guard case .touchpoint(let id) = transition.source, transition.target == .end(.left) else {
        continue
      }
      if let count = transition.count {
        counted[id, default: 0] += count
      } else {
        uncounted.insert(id)
      }
    }
    // Shares are of those whose end is known.
    let ended = started * (1 - (analysis.ends?.underWay ?? 0))
    var lost: [TouchpointID: Loss] = [:]
    for figures in analysis.touchpoints {
      if let count = counted[figures.id], !uncounted.contains(figures.id) {
        lost[figures.id] = Loss(customers: count, isCounted: true)
      } else if let left = figures.left {
        lost[figures.id] = Loss(customers: ended * left, isCounted: left == 0)
      }
    }
    return lost
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
