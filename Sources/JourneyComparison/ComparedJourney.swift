public import JourneyAnalysis
public import JourneyModel

/// One of the journeys that are held against each other.
public struct ComparedJourney: Sendable {
  /// What people call it, such as a file, a revision or a persona.
  public var label: String
  /// Its figures.
  public var estimates: Estimates

  /// Creates a side.
  public init(label: String, estimates: Estimates) {
    self.label = label
    self.estimates = estimates
  }

  /// The journey.
  public var journey: Journey { estimates.journey }
  /// Its figures as numbers.
  public var analysis: Analysis { estimates.analysis }

  /// The touchpoints that are met, in the document's order: all of them, or those of the persona
  /// whose figures these are.
  public var touchpoints: [Touchpoint] {
    guard let persona = analysis.persona else { return journey.touchpoints }
    return journey.touchpoints.filter { $0.personas.isEmpty || $0.personas.contains(persona) }
  }
}
