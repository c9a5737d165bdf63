import JourneyAnalysis
import JourneyModel

/// A touchpoint with its figures.
struct Place: Sendable {
  /// The touchpoint.
  let touchpoint: Touchpoint
  /// Its figures.
  let figures: TouchpointFigures

  /// Its id.
  var id: TouchpointID { touchpoint.id }
  /// Who answers for it; nil for nobody.
  var owner: String? { PersonName(touchpoint.owner)?.text }
}

/// What several rules ask of a journey, found once.
struct JourneyFacts: Sendable {
  /// The journey's figures.
  let estimates: Estimates
  /// The touchpoints, in the document's order.
  let places: [Place]
  /// Where a touchpoint stands among ``places``.
  let index: [TouchpointID: Int]
  /// The evidence about each touchpoint.
  let evidence: [TouchpointID: [Evidence]]
  /// The `flow` entry by which customers leave a touchpoint, where there is one.
  let exits: [TouchpointID: DocumentPath]

  /// Looks through a journey.
  ///
  /// Cost: linear.
  init(_ estimates: Estimates) {
    self.estimates = estimates
    let figures = Dictionary(
      estimates.analysis.touchpoints.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let places = estimates.journey.touchpoints.compactMap { touchpoint in
      figures[touchpoint.id].map { Place(touchpoint: touchpoint, figures: $0) }
    }
    self.places = places
    index = Dictionary(
      places.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var evidence: [TouchpointID: [Evidence]] = [:]
    for piece in estimates.journey.evidence {
      if let about = piece.about { evidence[about, default: []].append(piece) }
    }
    self.evidence = evidence
    var exits: [TouchpointID: DocumentPath] = [:]
    for transition in estimates.journey.flow where transition.target == .end(.left) {
      if case .touchpoint(let id) = transition.source { exits[id] = .transition(transition) }
    }
    self.exits = exits
  }

  /// The touchpoint with the id.
  subscript(id: TouchpointID) -> Place? { index[id].map { places[$0] } }

  /// What customers said at touchpoints, for findings: at most two quotes that nobody forbade and
  /// that hold no personal data.
  func said(at touchpoints: [TouchpointID]) -> [String] {
    var said: [String] = []
    for id in touchpoints {
      for quote in self[id]?.touchpoint.quotes ?? [] {
        if said.count == 2 { return said }
        if quote.isShowable { said.append(quote.text) }
      }
    }
    return said
  }

  /// Those who answer for touchpoints, each once.
  func owners(of touchpoints: [TouchpointID]) -> [String] {
    var known: Set<PersonName> = []
    return touchpoints.compactMap { PersonName(self[$0]?.owner) }
      .filter { known.insert($0).inserted }
      .map(\.text)
  }
}
