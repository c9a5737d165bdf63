/// The columns of a file of counts.
enum CountsColumn: String, CaseIterable {
  case kind, part, member, touchpoint, next, ending, name
  case count, customers, visits, places, timed, mean, median, sd

  /// Whether it holds text.
  var isText: Bool {
    switch self {
    case .kind, .part, .member, .touchpoint, .next, .ending, .name: true
    default: false
    }
  }
}

/// What a row of a file of counts tells.
enum CountsKind: String, CaseIterable {
  /// The version of the table.
  case format
  /// A rule that the log was counted by, by its name.
  case rule
  /// A touchpoint that ends well.
  case completed
  /// Rows of the log.
  case rows
  /// Rows that were not counted, by their reason.
  case rejected
  /// The first and the last time.
  case period
  /// The lowest and the highest score.
  case scores
  /// Pairs of events that nothing orders.
  case ties
  /// Customers of whom two personas are named.
  case changedPersona = "changed-persona"
  /// Events of a touchpoint by channel.
  case channel
  /// Events of a touchpoint by stage.
  case stage
  /// Events, customers and visits of everybody, of a persona, of a channel.
  case segment
  /// Traversals.
  case flow
  /// Events, customers and visits at a touchpoint.
  case visited
  /// How visits ended that came to a touchpoint.
  case outcome
  /// Scores at a touchpoint.
  case felt
  /// Lengths of the intervals at a touchpoint.
  case stay
}

/// Whom a part of the counts speaks of.
enum CountsPart: String, CaseIterable {
  case everyone, persona, channel
}

/// One row of a file of counts.
struct CountsRow {
  /// The line where it begins, from 1.
  var line = 0
  var kind = CountsKind.format
  var part = CountsPart.everyone
  var member = ""
  var touchpoint = ""
  var next = ""
  var ending = ""
  var name = ""
  var count: Int?
  var customers: Int?
  var visits: Int?
  var places: Int?
  var timed: Int?
  var mean: Double?
  var median: Double?
  var sd: Double?

  init(_ kind: CountsKind) { self.kind = kind }

  /// What no two rows share, in bytes, since names that look alike may differ.
  var key: [[UInt8]] {
    [kind.rawValue, part.rawValue, member, touchpoint, next, ending, name].map { Array($0.utf8) }
  }
}
