/// The keys of a persona.
///
/// In the order in which they are written.
enum PersonaKey: String, DocumentKey {
  case name
  case about
  case role
  case share
  case goals
  case needs
  case motivations
  case values
  case reviewed

  static let level = "a persona"
  static let table = keyTable()
}
