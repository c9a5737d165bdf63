public import JourneyAnalysis

/// Several journeys, each with its figures, that lead over into each other.
public struct Portfolio: Sendable {
  /// The journeys with their figures, in the order in which they were named.
  public let members: [Estimates]

  /// Puts journeys together; their ids are unique.
  public init(_ members: [Estimates]) {
    self.members = members
  }
}
