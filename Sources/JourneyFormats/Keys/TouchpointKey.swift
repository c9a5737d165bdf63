/// The keys of a touchpoint.
///
/// In the order in which they are written.
enum TouchpointKey: String, DocumentKey {
  case name
  case stage
  case channel
  case personas
  case felt
  case believed
  case quotes
  case pains
  case gains
  case thinks
  case sees
  case says
  case does
  case hears
  case before
  case after
  case frontstage
  case backstage
  case support
  case props
  case momentOfTruth = "moment-of-truth"
  case importance
  case need
  case reading
  case words
  case pages
  case wait
  case promised
  case owner

  static let level = "a touchpoint"
  static let table = keyTable()
}
