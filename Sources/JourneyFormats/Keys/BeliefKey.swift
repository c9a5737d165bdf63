/// The keys of an entry of `believed`.
///
/// In the order in which they are written.
enum BeliefKey: String, DocumentKey {
  case mean
  case n
  case by
  case date

  static let level = "a belief"
  static let table = keyTable()
}
