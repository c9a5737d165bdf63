/// A kind of customer: who goes on the journey.
public struct Persona: Hashable, Sendable, Identifiable {
  /// The persona's id.
  public var id: PersonaID
  /// The name people see; the id when the document gives none.
  public var name: String
  /// One line about the persona.
  public var about: String?
  /// What the persona is to the organisation, such as `patient`.
  public var role: String?
  /// The share of all customers that are like this persona.
  public var share: Share?
  /// What the persona wants to reach.
  public var goals: [String]
  /// What the persona needs.
  public var needs: [String]
  /// What moves the persona.
  public var motivations: [String]
  /// What matters to the persona.
  public var values: [String]
  /// When somebody last checked that the persona is still true.
  public var reviewed: CalendarDate?
  /// Keys that begin with `x-`.
  public var extensions: Extensions

  /// Creates a persona.
  public init(
    id: PersonaID, name: String? = nil, about: String? = nil, role: String? = nil,
    share: Share? = nil, goals: [String] = [], needs: [String] = [], motivations: [String] = [],
    values: [String] = [], reviewed: CalendarDate? = nil, extensions: Extensions = []
  ) {
    self.id = id
    self.name = name ?? id.rawValue
    self.about = about
    self.role = role
    self.share = share
    self.goals = goals
    self.needs = needs
    self.motivations = motivations
    self.values = values
    self.reviewed = reviewed
    self.extensions = extensions
  }
}
