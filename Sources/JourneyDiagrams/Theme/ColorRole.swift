/// What a colour is for; a theme gives every role its colour.
public enum ColorRole: Int, Hashable, Sendable, CaseIterable {
  /// Behind everything.
  case paper
  /// Titles and what must be read first.
  case ink
  /// Running text and labels.
  case inkSoft
  /// Hairlines between lanes and around cards.
  case line
  /// The neutral line of the emotion axis.
  case axis
  /// The band of stages.
  case band
  /// A card's ground.
  case card
  /// A badge's ground.
  case badge
  /// Numbers on a badge.
  case onBadge
  /// The line of what the organisation believes.
  case belief
  /// The space where belief is above feeling.
  case gapWorse
  /// The space where feeling is above belief.
  case gapBetter
  /// People who leave.
  case leave
  /// Words about people who leave, and warnings.
  case leaveInk
  /// People who go over to another journey.
  case divert
  /// Words about people who go over to another journey.
  case divertInk
  /// The ring around a hotspot.
  case ring
  /// The ground of pain points.
  case pain
  /// The words of pain points.
  case painInk
  /// The ground of decisions.
  case decision
  /// The words of decisions.
  case decisionInk
  /// What has no score, and traffic without one.
  case unknown
  /// Intervals around a score.
  case whisker
  /// The star of a moment of truth.
  case star

  /// The role's name in CSS and in dumps, such as `ink-soft`.
  public var name: String { Self.names[rawValue] }

  private static let names = allCases.map { RoleName.kebab(String(describing: $0)) }
}
