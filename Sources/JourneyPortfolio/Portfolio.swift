public import JourneyAnalysis
public import JourneyModel

/// Several journeys, each with its figures, that lead over into each other.
///
/// A plain value: every figure over the portfolio is computed when it is asked for, from the
/// members alone. Each measure has a file of its own in this module.
public struct Portfolio: Sendable {
  /// The journeys with their figures, in the order in which they were named.
  public let members: [Estimates]

  private let places: [JourneyID: Int]

  /// Puts journeys together.
  ///
  /// - Parameter members: The journeys with their figures. Their ids are unique; of two with the
  ///   same id links lead to the first.
  public init(_ members: [Estimates]) {
    self.members = members
    places = Dictionary(
      members.enumerated().map { ($1.journey.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The position of a journey among the members.
  ///
  /// - Parameter journey: Its id.
  /// - Returns: The position; nil when it is not among them. Cost: constant.
  public func position(of journey: JourneyID) -> Int? { places[journey] }

  /// The journey with the id; nil when it is not among the members.
  public subscript(journey id: JourneyID) -> Estimates? { places[id].map { members[$0] } }
}
