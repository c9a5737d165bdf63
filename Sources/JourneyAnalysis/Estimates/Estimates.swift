public import JourneyModel

/// A journey's figures with their 90 % intervals and standard errors, each computed when asked for
/// from the chain that was solved once.
///
/// - **Ends** (completed, left, diverted, ended; left and loss at a touchpoint) are shares of the
///   customers whose end is known: Jeffreys' interval, as for heat.
/// - **Other figures of the flow** (visits, reach, drop-off, completion from here, relief, steps, time)
///   by the delta method, ``Estimates/estimate(of:)``. They need counts: where a source that matters
///   is given in shares, or everybody's flow stands in for a persona's, the value has no interval.
///   How long a transition takes is taken as known, since documents give means without an error: the
///   interval of a time is that of how customers go.
/// - **Feelings** by the errors of the means; an assumption has none.
///
/// Unknown is nil: a figure that is unknown has no estimate, one whose error is unknown no interval.
public struct Estimates: Sendable {
  /// The journey.
  public let journey: Journey
  /// Its figures.
  public let analysis: Analysis
  /// What they are computed from.
  let solved: SolvedJourney
  private let doubt: ChainDoubt?
  private let completing: ChainDoubt.Parts?
  /// What of the flow is only supposed; nil for nothing, so that everybody's end was counted.
  private let supposed: SupposedChances?
  private let places: [TouchpointID: Int]

  /// Prepares the estimates of a solved journey.
  ///
  /// Cost: linear.
  ///
  /// - Parameters:
  ///   - solved: The journey.
  ///   - analysis: Its figures.
  ///   - supposed: What of the journey's flow is supposed, and what was counted before.
  init(
    _ solved: SolvedJourney, _ analysis: Analysis, supposing supposed: SupposedChances? = nil
  ) {
    journey = solved.journey
    self.supposed = supposed?.given.isEmpty == false ? supposed : nil
    self.analysis = analysis
    self.solved = solved
    if let chain = solved.chain, let view = solved.view {
      let doubt = ChainDoubt(
        chain.network, counts: supposed?.counts ?? view.countedOutflow, times: solved.times,
        given: supposed?.given ?? [:])
      self.doubt = doubt
      completing = doubt.parts(ofCompletingIn: chain)
    } else {
      doubt = nil
      completing = nil
    }
    places = Dictionary(
      solved.journey.touchpoints.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The figure with its interval.
  ///
  /// Cost: at most two solves and a pass over the flow; ask for several of a touchpoint at once with
  /// ``estimates(at:of:)``.
  ///
  /// - Parameter figure: Which one.
  /// - Returns: The estimate; nil when the figure is unknown, or is none of its place.
  public func estimate(of figure: Figure) -> Estimate? {
    guard let touchpoint = figure.touchpoint else { return journeyEstimate(figure.measure) }
    return estimates(at: touchpoint, of: [figure.measure])[figure.measure]
  }

  /// Several figures of a touchpoint with their intervals.
  ///
  /// Cost: at most two solves, one more for each figure of relief, and a pass over the flow for each.
  ///
  /// - Parameters:
  ///   - touchpoint: The touchpoint.
  ///   - measures: Which figures; all that touchpoints have unless given.
  /// - Returns: Those that are known.
  public func estimates(
    at touchpoint: TouchpointID, of measures: [Figure.Measure] = Figure.Measure.allCases
  ) -> [Figure.Measure: Estimate] {
    guard let index = places[touchpoint] else { return [:] }
    var question: ChainQuestion?
    if let chain = solved.chain, let doubt, let completing {
      question = ChainQuestion(chain, doubt, at: index, completing: completing)
    }
    var estimates: [Figure.Measure: Estimate] = [:]
    for measure in measures {
      estimates[measure] = touchpointEstimate(measure, at: index, &question)
    }
    return estimates
  }

  private func touchpointEstimate(
    _ measure: Figure.Measure, at index: Int, _ question: inout ChainQuestion?
  ) -> Estimate? {
    let figures = analysis.touchpoints[index]
    let feelings = FeelingEstimates(solved: solved, analysis: analysis)
    switch measure {
    case .felt: return feelings.felt(at: index)
    case .gap: return feelings.gap(at: index)
    case .pain: return feelings.pain(at: index)
    case .burden: return feelings.burden(at: index)
    case .heat: return feelings.heat(at: index)
    case .left: return figures.left.map { left($0, &question) }
    case .loss: return figures.left.map { left($0, &question).scaled(by: 1000) }
    case .visits: return figures.visits.map { question?.visits($0) ?? Estimate($0) }
    case .reach: return figures.reach.map { question?.reach($0) ?? Estimate($0) }
    case .dropOff: return figures.dropOff.map { question?.dropOff($0) ?? Estimate($0) }
    case .completionFromHere:
      return figures.completionFromHere.map { question?.completionFromHere($0) ?? Estimate($0) }
    case .reliefChance: return figures.relief.map { relief(measure, $0.chance, question) }
    case .reliefSteps: return figures.relief?.steps.map { relief(measure, $0, question) }
    case .reliefTime: return figures.relief?.time.map { relief(measure, $0, question) }
    case .completed, .diverted, .ended, .steps, .time, .peakEnd: return nil
    }
  }

  private func relief(_ measure: Figure.Measure, _ value: Double, _ question: ChainQuestion?)
    -> Estimate
  {
    guard let question, let reliefs = solved.reliefs else { return Estimate(value) }
    return question.relief(reliefs, measure, value, solved.times)
  }

  private func journeyEstimate(_ measure: Figure.Measure) -> Estimate? {
    let feelings = FeelingEstimates(solved: solved, analysis: analysis)
    switch measure {
    case .completed: return analysis.ends.map { endShare($0.completed, .completed) }
    case .left: return analysis.ends.map { endShare($0.left, .left) }
    case .diverted: return analysis.ends.map { endShare($0.diverted, .diverted) }
    case .ended: return analysis.ends.map { endShare($0.ended, .ended) }
    case .steps: return analysis.steps.map { steps($0) }
    case .time: return analysis.time.map { time($0) }
    case .felt: return feelings.journeyFelt()
    case .gap: return feelings.journeyGap()
    case .peakEnd: return feelings.peakEnd()
    case .heat, .loss, .burden, .pain, .visits, .reach, .dropOff, .completionFromHere,
      .reliefChance, .reliefSteps, .reliefTime:
      return nil
    }
  }

  private func steps(_ value: Double) -> Estimate {
    guard let chain = solved.chain, let doubt else { return Estimate(value) }
    return EffectiveCount.positive(value, variance: doubt.variance(ofStepsIn: chain))
  }

  private func time(_ value: Double) -> Estimate {
    guard let chain = solved.chain, let doubt else { return Estimate(value) }
    return EffectiveCount.positive(
      value, variance: doubt.variance(ofTimeIn: chain, times: solved.times))
  }

  /// A share of those who start, of which those count whose end is known.
  private func endShare(_ share: Double, _ outcome: Visits.Outcome) -> Estimate {
    guard let supposed, let chain = solved.chain, let doubt else { return counted(share) }
    let variance = doubt.variance(of: outcome, in: chain)
    if variance == 0, share == 0 || share == 1, !supposed.decides(outcome) {
      // That nobody was seen to end so is as sure as it was.
      return supposed.knownEnds.map { EffectiveCount.counted(share, of: $0) } ?? Estimate(share)
    }
    return EffectiveCount.share(share, variance: variance)
  }

  private func left(_ share: Double, _ question: inout ChainQuestion?) -> Estimate {
    supposed != nil ? question?.left(share) ?? Estimate(share) : counted(share)
  }

  private func counted(_ share: Double) -> Estimate {
    solved.chain?.network.knownEnds.map { EffectiveCount.counted(share, of: $0) }
      ?? Estimate(share)
  }
}

extension Estimate {
  /// The same in another unit.
  ///
  /// - Parameter factor: How many of the other unit are one of this, above 0.
  /// - Returns: The estimate with all of its numbers multiplied.
  public func scaled(by factor: Double) -> Estimate {
    Estimate(
      value * factor, low: low.map { $0 * factor }, high: high.map { $0 * factor },
      deviation: deviation.map { $0 * factor })
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
    return Estimates(solved, try analysis(of: solved))
  }
}
