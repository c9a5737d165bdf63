/// The keys of `reached`.
///
/// In the order in which they are written.
enum ReachedKey: String, DocumentKey {
  case who
  case on

  static let level = "'reached'"
  static let table = keyTable()
}
