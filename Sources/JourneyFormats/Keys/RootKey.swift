/// The keys of a whole document.
///
/// In the order in which they are written.
enum RootKey: String, DocumentKey {
  case schema = "$schema"
  case format
  case journey
  case id
  case state
  case language
  case scale
  case customers
  case period
  case value
  case ends
  case hotspots
  case personas
  case channels
  case stages
  case touchpoints
  case flow
  case evidence
  case decisions
  case policy

  static let level = "a journey"
  static let table = keyTable()
  static let example = "'journey: TITLE' and what 'journey new' writes below it"
}
