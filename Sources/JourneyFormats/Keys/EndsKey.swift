/// The keys of `ends`.
///
/// In the order in which they are written.
enum EndsKey: String, DocumentKey {
  case completed
  case left
  case diverted
  case underWay = "under-way"
  case ended

  static let level = "'ends'"
  static let table = keyTable()
}
