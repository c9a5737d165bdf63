public import JourneyModel

/// A touchpoint that both journeys have.
public struct TouchpointPair: Hashable, Sendable {
  /// Why the two are the same.
  public enum Reason: String, Hashable, Sendable {
    /// They have the same id.
    case id
    /// They have the same name, capitals and white space aside.
    case name
    /// Nothing but id and name differs, and it says enough to be sure.
    case content
  }

  /// What changed in the make of a touchpoint.
  public enum Change: String, Hashable, Sendable, CaseIterable {
    /// It has another name.
    case renamed
    /// It is in another stage.
    case stage
    /// It comes earlier or later among those that both journeys have.
    case order
    /// It is on another channel.
    case channel
    /// Somebody else answers for it.
    case owner
    /// It serves another sort of need, both being said.
    case need
    /// It became, or is no longer, a moment of truth.
    case momentOfTruth
  }

  /// As it was.
  public var before: Touchpoint
  /// As it is.
  public var after: Touchpoint
  /// Why the two are the same.
  public var reason: Reason
  /// What changed in its make, in the order of ``Change``.
  public var changes: [Change]

  /// Whether it is in another stage or elsewhere in the order.
  public var isMoved: Bool { changes.contains(.stage) || changes.contains(.order) }
  /// Whether it is on another channel.
  public var isRechannelled: Bool { changes.contains(.channel) }
}
