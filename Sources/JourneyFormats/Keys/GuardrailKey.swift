/// The keys of a rule of a policy.
///
/// In the order in which they are written.
enum GuardrailKey: String, DocumentKey {
  case rule
  case limit
  case about
  case fails

  static let level = "a rule"
  static let table = keyTable()
  static let example = "{rule: max-heat, limit: 300}"
}
