/// The keys of `hotspots`.
///
/// In the order in which they are written.
enum HotspotsKey: String, DocumentKey {
  case atLeast = "at-least"
  case weight

  static let level = "'hotspots'"
  static let table = keyTable()
}
