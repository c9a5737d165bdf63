/// The keys of a value of `flow`.
///
/// In the order in which they are written.
enum TrafficKey: String, DocumentKey {
  case customers
  case share
  case time
  case median
  case label

  static let level = "a 'flow' value"
  static let table = keyTable()
}
