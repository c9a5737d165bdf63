public import JourneyAnalysis

/// One of two journeys that are held against each other.
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
}

/// Two journeys held against each other: what changed in their make, and in their figures.
public struct Comparison: Sendable {
  /// The first.
  public let before: ComparedJourney
  /// The second.
  public let after: ComparedJourney

  /// Compares two journeys.
  public init(_ before: ComparedJourney, _ after: ComparedJourney) {
    self.before = before
    self.after = after
  }
}
