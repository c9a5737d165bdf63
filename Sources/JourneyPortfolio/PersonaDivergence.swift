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
  /// Each touchpoint and pair of measured personas is compared by `Difference` of their shrunk means
  /// with their 90 % intervals; the chances of all pairs of the portfolio are corrected together by
  /// `Holm`. Shrinking pulls personas of a journey together, so small samples claim little. The error
  /// that they share, that of the journey's mean, is taken as if it were their own: the test errs to
  /// the careful side. Cost: n log n in the pairs.
  ///
  /// - Parameter level: The chance below which a difference counts.
  /// - Returns: The differences.
  public func personaDivergence(level: Double = Difference.level) -> [PersonaDivergence] {
    var pairs: [PersonaDivergence] = []
    for member in members {
      for figures in member.analysis.touchpoints {
        let known = figures.personas.filter { $0.felt.low != nil && $0.felt.high != nil }
        for (index, first) in known.enumerated() {
          for second in known[(index + 1)...] {
            pairs.append(
              PersonaDivergence(
                first, second, at: figures, of: member.journey.id, on: member.analysis.scale))
          }
        }
      }
    }
    let chances = Holm(pairs.map(\.chance)).adjusted
    for (index, chance) in chances.enumerated() { pairs[index].chance = chance ?? 1 }
    let order = pairs.indices.sorted { (pairs[$0].chance, $0) < (pairs[$1].chance, $1) }
    return order.map { pairs[$0] }.filter { $0.chance < level }
  }
}

extension PersonaDivergence {
  fileprivate init(
    _ first: PersonaFeeling, _ second: PersonaFeeling, at figures: TouchpointFigures,
    of journey: JourneyID, on scale: Scale
  ) {
    let one = first.felt.estimate(on: scale) ?? Estimate(0)
    let other = second.felt.estimate(on: scale) ?? Estimate(0)
    let comparison = Difference(from: one, to: other)
    self.journey = journey
    touchpoint = figures.id
    name = figures.name
    better = one.value >= other.value ? first : second
    worse = one.value >= other.value ? second : first
    difference = comparison.value.magnitude
    chance = comparison.chance ?? 1
  }
}

extension FeltFigures {
  /// What is felt in units of v with its interval; nil for an assumption.
  fileprivate func estimate(on scale: Scale) -> Estimate? {
    guard let low, let high, !isAssumed else { return nil }
    let ends = [scale.normalized(low), scale.normalized(high)]
    return Estimate(scale.normalized(shrunk), low: ends.min(), high: ends.max())
  }
}
