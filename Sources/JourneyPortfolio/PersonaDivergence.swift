public import JourneyAnalysis
public import JourneyModel

/// A touchpoint that two personas feel differently, beyond what chance would do.
public struct PersonaDivergence: Hashable, Sendable {
  /// The journey.
  public var journey: JourneyID
  /// The touchpoint.
  public var touchpoint: TouchpointID
  /// The name people see.
  public var name: String
  /// The persona that feels better.
  public var better: PersonaFeeling
  /// The persona that feels worse.
  public var worse: PersonaFeeling
  /// How far apart, in units of v, 0…2: the whole good or bad side of a scale is 1.
  public var difference: Double
  /// The chance of a difference at least as large were there none, corrected for all pairs of
  /// personas that were looked at in the portfolio.
  public var chance: Double
}

extension Portfolio {
  /// Touchpoints that two personas feel differently, the surest differences first.
  ///
  /// For each touchpoint and pair of measured personas `z = (v₁ − v₂) / √(σ₁² + σ₂²)` with the shrunk
  /// means and the standard errors of their 90 % intervals; the chances of all pairs of the portfolio
  /// are corrected together after Holm, and those below 5 % are listed. Shrinking pulls personas of a
  /// journey together, so small samples claim little. The error that they share, that of the journey's
  /// mean, is taken as if it were their own: the test errs to the careful side.
  ///
  /// Source: Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of
  /// Statistics 6 (1979). Cost: n log n in the pairs.
  ///
  /// - Parameter level: The chance below which a difference counts.
  /// - Returns: The differences.
  public func personaDivergence(level: Double = 0.05) -> [PersonaDivergence] {
    var pairs: [PersonaDivergence] = []
    for member in members {
      for figures in member.analysis.touchpoints {
        let known = figures.personas.filter { $0.felt.deviation(on: member.analysis.scale) != nil }
        for (index, first) in known.enumerated() {
          for second in known[(index + 1)...] {
            pairs.append(
              PersonaDivergence(
                first, second, at: figures, of: member.journey.id, on: member.analysis.scale))
          }
        }
      }
    }
    let order = pairs.indices.sorted { (pairs[$0].chance, $0) < (pairs[$1].chance, $1) }
    var least = 0.0
    for (rank, index) in order.enumerated() {
      least = max(least, min(1, pairs[index].chance * Double(pairs.count - rank)))
      pairs[index].chance = least
    }
    return order.map { pairs[$0] }.filter { $0.chance < level }
  }
}

extension PersonaDivergence {
  fileprivate init(
    _ first: PersonaFeeling, _ second: PersonaFeeling, at figures: TouchpointFigures,
    of journey: JourneyID, on scale: Scale
  ) {
    let (one, other) = (scale.normalized(first.felt.shrunk), scale.normalized(second.felt.shrunk))
    let deviations = [first, second].compactMap { $0.felt.deviation(on: scale) }
    let deviation = deviations.reduce(0) { $0 + $1 * $1 }.squareRoot()
    self.journey = journey
    touchpoint = figures.id
    name = figures.name
    better = one >= other ? first : second
    worse = one >= other ? second : first
    difference = (one - other).magnitude
    let z = deviation > 0 ? difference / deviation : (difference > 0 ? .infinity : 0)
    chance = twoSidedChance(z)
  }
}

extension FeltFigures {
  /// The standard error in units of v; nil for an assumption.
  fileprivate func deviation(on scale: Scale) -> Double? {
    guard let low, let high, !isAssumed else { return nil }
    // Bounds are cut at the ends of the scale; the longer half is the whole one.
    let half = max((high - shrunk).magnitude, (shrunk - low).magnitude)
    return half / scale.unit / 1.644_853_626_951_472_2
  }
}
