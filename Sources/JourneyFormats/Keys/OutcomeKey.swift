/// The keys of `outcome`.
///
/// In the order in which they are written.
enum OutcomeKey: String, DocumentKey {
  case before
  case after
  case n

  static let level = "an outcome"
  static let table = keyTable()
}
