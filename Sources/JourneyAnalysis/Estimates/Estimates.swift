public import JourneyModel

/// A journey's figures with their intervals, each computed when asked for.
public struct Estimates: Sendable {
  /// The journey.
  public let journey: Journey
  /// Its figures.
  public let analysis: Analysis
  /// What they are computed from.
  let solved: SolvedJourney

  /// The figure with its interval.
  ///
  /// - Parameter figure: Which one.
  /// - Returns: The estimate; nil when the figure is unknown.
  public func estimate(of figure: Figure) -> Estimate? {
    guard let touchpoint = figure.touchpoint else { return journeyEstimate(figure.measure) }
    guard let figures = analysis[touchpoint: touchpoint] else { return nil }
    let hotspot = analysis.hotspots.hotspots.first { $0.touchpoint == touchpoint }
    switch figure.measure {
    case .heat:
      return hotspot?.heat.map { Estimate($0, low: hotspot?.heatLow, high: hotspot?.heatHigh) }
    case .loss: return hotspot?.loss.map { Estimate($0) }
    case .burden: return hotspot?.burden.map { Estimate($0) }
    case .pain: return figures.pain.map { Estimate($0) }
    case .felt: return figures.felt.map { Estimate($0.shrunk, low: $0.low, high: $0.high) }
    case .gap: return figures.gap.map { Estimate($0) }
    case .visits: return figures.visits.map { Estimate($0) }
    case .reach: return figures.reach.map { Estimate($0) }
    case .left: return figures.left.map { Estimate($0) }
    case .dropOff: return figures.dropOff.map { Estimate($0) }
    case .completionFromHere: return figures.completionFromHere.map { Estimate($0) }
    case .reliefChance: return figures.relief.map { Estimate($0.chance) }
    case .reliefSteps: return figures.relief?.steps.map { Estimate($0) }
    case .reliefTime: return figures.relief?.time.map { Estimate($0) }
    case .completed, .diverted, .ended, .steps, .time, .peakEnd: return nil
    }
  }

  private func journeyEstimate(_ measure: Figure.Measure) -> Estimate? {
    switch measure {
    case .completed: analysis.ends.map { Estimate($0.completed) }
    case .left: analysis.ends.map { Estimate($0.left) }
    case .diverted: analysis.ends.map { Estimate($0.diverted) }
    case .ended: analysis.ends.map { Estimate($0.ended) }
    case .steps: analysis.steps.map { Estimate($0) }
    case .time: analysis.time.map { Estimate($0) }
    case .felt: analysis.felt.map { Estimate($0) }
    case .gap: analysis.gap.map { Estimate($0) }
    case .peakEnd: analysis.peakEnd.map { Estimate($0) }
    default: nil
    }
  }
}

extension Journey {
  /// The journey's figures with their intervals.
  ///
  /// - Parameters:
  ///   - asOf: The day that the age of evidence is judged from.
  ///   - persona: The persona whose figures are wanted; nil for all customers.
  /// - Returns: The figures.
  /// - Throws: ``InvalidJourney`` when the journey contradicts itself or names no such persona.
  public func estimated(asOf: CalendarDate, persona: PersonaID? = nil) throws(InvalidJourney)
    -> Estimates
  {
    let solved = try solved(asOf: asOf, persona: persona)
    return Estimates(journey: self, analysis: try analysis(of: solved), solved: solved)
  }
}
