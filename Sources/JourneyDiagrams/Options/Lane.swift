/// A row under the map: one thing that is known about each touchpoint.
public enum Lane: String, Hashable, Sendable, CaseIterable {
  /// What customers do.
  case does
  /// What they think.
  case thinks
  /// What they see.
  case sees
  /// What they say.
  case says
  /// What they hear.
  case hears
  /// What they said, word for word.
  case quotes
  /// What hurts.
  case pains
  /// What helps.
  case gains
  /// What was decided.
  case decisions
  /// Who answers for it.
  case owner
  /// What is known from where.
  case evidence
  /// What customers see of the organisation's work.
  case frontstage
  /// What they do not see of it.
  case backstage
  /// The systems and people behind that.
  case support
  /// The things that customers hold or look at.
  case props

  /// The lanes of a map unless others are asked for.
  public static let usual: [Lane] = [.quotes, .pains, .decisions, .backstage]
}
