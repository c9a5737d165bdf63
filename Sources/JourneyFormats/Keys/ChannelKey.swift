/// The keys of a channel.
///
/// In the order in which they are written.
enum ChannelKey: String, DocumentKey {
  case name
  case kind
  case icon

  static let level = "a channel"
  static let table = keyTable()
}
