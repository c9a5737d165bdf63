public import JourneyModel

extension Journey {
  /// Computes every figure of the journey.
  ///
  /// 1. Check that the journey and its flow hold together.
  /// 2. Choose the flow of everybody or of the persona, and solve it as a Markov chain.
  /// 3. Pool what is felt in every touchpoint, and shrink it.
  /// 4. Put the figures of touchpoints together, rank them, and find what spans several of them.
  ///
  /// A pure function. Cost: that of solving the chain, near linear for flows that people draw.
  ///
  /// - Parameters:
  ///   - asOf: The day that the age of evidence is judged from.
  ///   - persona: The persona whose figures are wanted; nil for all customers.
  /// - Returns: The figures.
  /// - Throws: ``InvalidJourney`` when the journey contradicts itself or names no such persona.
  public func analyzed(asOf: CalendarDate, persona: PersonaID? = nil) throws(InvalidJourney)
    -> Analysis
  {
    try analyzed(asOf: asOf, persona: persona, shrinkage: nil)
  }

  /// The same with the common distribution of feelings held, to see what one touchpoint alone does.
  func analyzed(asOf: CalendarDate, persona: PersonaID?, shrinkage: Shrinkage?)
    throws(InvalidJourney) -> Analysis
  {
    let solved = try solved(asOf: asOf, persona: persona, shrinkage: shrinkage)
    return try analysis(of: solved)
  }

  /// The figures of the journey once it is solved.
  func analysis(of solved: SolvedJourney) throws(InvalidJourney) -> Analysis {
    do {
      return try Assembly(solved).analysis()
    } catch {
      throw failed(error)
    }
  }
}

/// A journey whose figures cannot be computed, with every reason.
public struct InvalidJourney: Error, Hashable, Sendable {
  /// The reasons; at least one is an error.
  public var diagnostics: [Diagnostic]

  /// Creates the error.
  public init(diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}
