public import JourneyModel

/// The page that one owner decides from.
public struct Brief: Sendable {
  /// Whom it is for; nil for what nobody owns.
  public var owner: String?
  /// The day it is of.
  public var asOf: CalendarDate

  /// Creates an empty page.
  public init(owner: String?, asOf: CalendarDate) {
    self.owner = owner
    self.asOf = asOf
  }
}
