/// The keys of `scale`.
///
/// In the order in which they are written.
enum ScaleKey: String, DocumentKey {
  case low
  case high
  case neutral
  case inverted

  static let level = "a scale"
  static let table = keyTable()
}
