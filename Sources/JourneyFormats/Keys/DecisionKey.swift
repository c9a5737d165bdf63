/// The keys of an entry of `decisions`.
///
/// In the order in which they are written.
enum DecisionKey: String, DocumentKey {
  case insight
  case about
  case decision
  case owner
  case status
  case due
  case found
  case reached
  case decidedOn = "decided-on"
  case actedOn = "acted-on"
  case effort
  case outcome

  static let level = "a decision"
  static let table = keyTable()
}
