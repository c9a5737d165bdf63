/// What a text is for; a theme gives every role its size and weight.
public enum TextRole: Int, Hashable, Sendable, CaseIterable {
  /// The picture's title.
  case title
  /// The line under the title.
  case subtitle
  /// A large number of the header.
  case figure
  /// What stands in the place of a large number that is not known.
  case figureUnknown
  /// The words under a large number.
  case figureLabel
  /// A stage's name.
  case stage
  /// The share still here at a stage.
  case stageNote
  /// A word on an axis.
  case axis
  /// A number on an axis.
  case axisValue
  /// The score in a touchpoint's circle.
  case score
  /// A rank on a badge.
  case badge
  /// The share that leaves or is diverted.
  case exit
  /// A word beside a line or an arrow.
  case note
  /// A touchpoint's name.
  case cardTitle
  /// A touchpoint's channel.
  case cardNote
  /// The name of a lane.
  case lane
  /// Running text in a lane.
  case body
  /// What a customer said.
  case quote
  /// Owner, state and date of a decision.
  case meta
  /// Words of the footer.
  case legend

  /// The role's name in CSS and in dumps, such as `card-title`.
  public var name: String { Self.names[rawValue] }

  private static let names = allCases.map { RoleName.kebab(String(describing: $0)) }
}
