import JourneyModel

/// The figures of feeling with their errors.
///
/// - felt: the shrunk mean with its own interval.
/// - gap: `s · (believed − felt)` with the mean as it was measured, so with that mean's own error,
///   `√(Σ W² v)`. What is believed is taken as it stands.
/// - pain, burden and heat: the intervals that ``TouchpointFeeling`` and ``Heat`` give; their standard
///   error is that of a normal error with as wide an interval.
/// - felt and gap of the journey, and peak–end: touchpoints err independently,
///   `σ² = Σ a² σ²(touchpoint)`, with a the touchpoint's weight in the figure: its part of all visits;
///   in peak–end half for every way, by its share, on which it is the peak and half where it is the
///   end. Visits and shares of ways are taken as known, so that only the doubt about feelings is told.
/// - peak–end where it is not certain which touchpoint is a way's peak: drawn, ``PeakEndDraws``.
///
/// An assumption that enters with any weight leaves the error unknown. Intervals end where the scale
/// does. Cost: linear in the touchpoints, for peak–end in the ways told, or as ``PeakEndDraws`` says.
struct FeelingEstimates {
  let solved: SolvedJourney
  let analysis: Analysis

  private var scale: Scale { solved.journey.scale }

  /// What is felt at a touchpoint, shrunk.
  func felt(at index: Int) -> Estimate? {
    solved.felt[index].map { feeling in
      Estimate(
        feeling.figures.shrunk, low: feeling.figures.low, high: feeling.figures.high,
        deviation: feeling.deviation.map { $0 * scale.unit })
    }
  }

  /// Belief above feeling at a touchpoint.
  func gap(at index: Int) -> Estimate? {
    guard let gap = analysis.touchpoints[index].gap, let feeling = solved.felt[index] else {
      return nil
    }
    return self.gap(gap, felt: feeling.figures.mean, feeling.shownDeviation)
  }

  /// The part of feeling that is bad.
  func pain(at index: Int) -> Estimate? {
    solved.felt[index].map {
      estimate($0.pain, $0.painLow, $0.painHigh)
    }
  }

  /// Distress: reach is taken as known.
  func burden(at index: Int) -> Estimate? {
    guard let heat = solved.heat(at: index), let burden = heat.burden,
      let feeling = solved.felt[index], let reach = solved.chain?.reach[index]
    else { return nil }
    return estimate(
      burden, 1000 * reach * feeling.painLow, feeling.painHigh.map { 1000 * reach * $0 })
  }

  /// Customers lost plus distress.
  func heat(at index: Int) -> Estimate? {
    solved.heat(at: index).map { estimate($0.point, $0.low, $0.high) }
  }

  // MARK: - The journey

  /// What is felt where belief is known too.
  func journeyFelt() -> Estimate? {
    analysis.felt.map { felt in
      let deviation = deviationOfMean()
      let bounds = bounds(felt, deviation)
      return Estimate(
        felt, low: bounds?.low, high: bounds?.high, deviation: deviation.map { $0 * scale.unit })
    }
  }

  /// Belief above feeling.
  func journeyGap() -> Estimate? {
    guard let gap = analysis.gap, let felt = analysis.felt else { return nil }
    return self.gap(gap, felt: felt, deviationOfMean())
  }

  /// What customers will remember.
  func peakEnd() -> Estimate? {
    guard let value = analysis.peakEnd else { return nil }
    let values = solved.felt.map { $0?.shown }
    let ways = scoredWays()
    guard let deviation = deviationOfPeakEnd(ways, values), let bounds = bounds(value, deviation)
    else { return Estimate(value) }
    guard
      let draws = PeakEndDraws(
        ways, values: values, deviations: solved.felt.map { $0?.shownDeviation })
    else {
      return Estimate(
        value, low: bounds.low, high: bounds.high, deviation: deviation * scale.unit)
    }
    let ends = [draws.low, draws.high].map { scale.score(normalized: $0) }.sorted()
    return Estimate(
      value, low: min(value, max(scale.low, ends[0])), high: max(value, min(scale.high, ends[1])),
      deviation: draws.deviation * scale.unit)
  }

  // MARK: - Parts

  /// The error of felt over the touchpoints where belief is known too, in units of v.
  private func deviationOfMean() -> Double? {
    let known = analysis.touchpoints.indices.filter {
      analysis.touchpoints[$0].felt != nil && analysis.touchpoints[$0].believed != nil
    }
    let weights = known.map { analysis.touchpoints[$0].visits ?? 0 }
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return nil }
    return deviation(of: zip(known, weights).map { ($0, $1 / sum) })
  }

  /// The ways that peak–end is computed from, touchpoints by position.
  private func scoredWays() -> [(touchpoints: [Int], share: Double)] {
    let places = Dictionary(
      solved.journey.touchpoints.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    return analysis.paths.filter { $0.peakEnd != nil }.map { way in
      (way.touchpoints.compactMap { places[$0] }, way.share)
    }
  }

  /// The error of peak–end with the peaks as they are, in units of v.
  private func deviationOfPeakEnd(
    _ ways: [(touchpoints: [Int], share: Double)], _ values: [Double?]
  ) -> Double? {
    var weights = [Double](repeating: 0, count: values.count)
    var covered = 0.0
    for way in ways {
      guard let peak = peak(of: way.touchpoints, values: values), let end = way.touchpoints.last
      else { continue }
      covered += way.share
      weights[peak] += way.share / 2
      weights[end] += way.share / 2
    }
    guard covered > 0 else { return nil }
    return deviation(of: weights.enumerated().map { ($0, $1 / covered) })
  }

  /// √(Σ a² σ²); nil when one with a weight is unknown.
  private func deviation(of parts: [(index: Int, weight: Double)]) -> Double? {
    var variance = 0.0
    for part in parts where part.weight > 0 {
      guard let deviation = solved.felt[part.index]?.shownDeviation else { return nil }
      variance += part.weight * part.weight * deviation * deviation
    }
    return variance.squareRoot()
  }

  /// The 90 % interval of a score, cut at the ends of the scale; the error is in units of v.
  private func bounds(_ score: Double, _ deviation: Double?) -> (low: Double, high: Double)? {
    deviation.map { deviation in
      let width = Confidence.quantile * deviation * scale.unit
      return (
        min(score, max(scale.low, score - width)), max(score, min(scale.high, score + width))
      )
    }
  }

  private func gap(_ gap: Double, felt: Double, _ deviation: Double?) -> Estimate {
    guard let deviation, let bounds = bounds(felt, deviation) else { return Estimate(gap) }
    // A better feeling is a smaller gap.
    let up = scale.isInverted ? bounds.high - felt : felt - bounds.low
    let down = scale.isInverted ? felt - bounds.low : bounds.high - felt
    return Estimate(gap, low: gap - down, high: gap + up, deviation: deviation * scale.unit)
  }

  private func estimate(_ value: Double, _ low: Double?, _ high: Double?) -> Estimate {
    var deviation: Double?
    if let low, let high { deviation = (high - low) / (2 * Confidence.quantile) }
    return Estimate(value, low: low, high: high, deviation: deviation)
  }
}
