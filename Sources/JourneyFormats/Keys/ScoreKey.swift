/// The keys of a score.
///
/// In the order in which they are written.
enum ScoreKey: String, DocumentKey {
  case mean
  case n
  case sd

  static let level = "a score"
  static let table = keyTable()
}
