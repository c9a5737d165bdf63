/// The keys of a quote.
///
/// In the order in which they are written.
enum QuoteKey: String, DocumentKey {
  case text
  case consent
  case persona
  case date
  case source

  static let level = "a quote"
  static let table = keyTable()
}
