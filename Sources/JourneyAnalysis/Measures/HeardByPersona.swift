package import JourneyModel

extension Journey {
  /// How many customers of each persona were heard, by any method, in the document's order.
  ///
  /// Scores at touchpoints that name their personas, and evidence about personas from inside the
  /// period; those whose persona nobody knows count for none. Cost: linear in the evidence.
  package var heardByPersona: [Double] {
    var heard = [Double](repeating: 0, count: personas.count)
    let places = Dictionary(
      personas.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for touchpoint in touchpoints {
      for entry in touchpoint.felt?.entries ?? [] {
        if let place = places[entry.persona] { heard[place] += Double(max(0, entry.value.n ?? 0)) }
      }
    }
    for piece in evidence where piece.isInside(period) {
      guard let whose = piece.persona, let place = places[whose] else { continue }
      heard[place] += Double(max(0, piece.n ?? 0))
    }
    return heard
  }

  /// How customers divide among the personas, with shares that nobody gave filled in.
  ///
  /// - Returns: The shares in the document's order, which sum to 1, and whether some were assumed.
  package var customersByPersona: (shares: [Double], areAssumed: Bool) {
    let shares = PersonaShares(personas)
    return (shares.values, shares.isAssumed)
  }

  /// Whether a piece of evidence is from the journey's period; without a period all of it is.
  package func counts(_ evidence: Evidence) -> Bool { evidence.isInside(period) }

  /// Whether the score of a piece of evidence may enter a mean: its method does, and it is from the
  /// journey's period.
  package func entersMean(_ evidence: Evidence) -> Bool { evidence.countsIn(period) }
}
