/// The keys of a piece of evidence.
///
/// In the order in which they are written.
enum EvidenceKey: String, DocumentKey {
  case about
  case method
  case n
  case felt
  case sd
  case persona
  case date
  case source
  case by
  case asked

  static let level = "evidence"
  static let table = keyTable()
}
