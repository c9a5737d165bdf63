public import JourneyModel

extension Journey {
  /// Computes every figure of the journey.
  ///
  /// - Parameters:
  ///   - asOf: The day that the age of evidence is judged from.
  ///   - persona: The persona whose figures are wanted; nil for all customers.
  /// - Throws: ``InvalidJourney`` when the journey contradicts itself or names no such persona.
  public func analyzed(asOf: CalendarDate, persona: PersonaID? = nil) throws(InvalidJourney)
    -> Analysis
  {
    throw InvalidJourney(diagnostics: [])
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
