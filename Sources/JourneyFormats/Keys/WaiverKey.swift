/// The keys of a waiver.
///
/// In the order in which they are written.
enum WaiverKey: String, DocumentKey {
  case rule
  case about
  case by
  case approvedBy = "approved-by"
  case why
  case tradedFor = "traded-for"
  case until

  static let level = "a waiver"
  static let table = keyTable()
  static let example =
    "{rule: max-heat, about: log-in, by: …, approved-by: …, why: …, traded-for: cost, until: …}"
}
