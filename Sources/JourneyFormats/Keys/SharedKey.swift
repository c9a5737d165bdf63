/// The keys of a document that several journeys share.
///
/// In the order in which they are written.
enum SharedKey: String, DocumentKey {
  case schema = "$schema"
  case format
  case personas
  case channels

  static let level = "a shared document"
  static let table = keyTable()
}
