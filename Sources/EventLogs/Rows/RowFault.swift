/// What is wrong with a row that is not counted.
enum RowFault: Hashable, Sendable {
  /// The cell of a role is empty, or holds a word for nothing.
  case empty(Int)
  /// The cell of a role is not of the kind that it must be.
  case unreadable(Int)
  /// The row begins after its end.
  case afterEnd
  /// The score lies outside of the scale.
  case offScale
  /// The row has so many cells, fewer than the head.
  case fewCells(Int)
  /// The row has more cells than the head.
  case manyCells
  /// The row has a NUL byte.
  case zero
  /// Something follows the quotation mark that closes a cell.
  case quotes
  /// The row is longer than any row may be.
  case tooLong
  /// The line is not one whole JSON object.
  case noObject
  /// The member of a role holds an array or an object.
  case nested(Int)
  /// The event stands in no trace.
  case noTrace

  static let noCustomer = RowFault.empty(Slot.customer)
  static let noTouchpoint = RowFault.empty(Slot.touchpoint)
  static let noTime = RowFault.empty(Slot.time)
  static let badTime = RowFault.unreadable(Slot.time)
  static let badBegan = RowFault.unreadable(Slot.began)
  static let badSequence = RowFault.unreadable(Slot.sequence)
  static let badScore = RowFault.unreadable(Slot.felt)

  /// The reason by which such rows are counted.
  var reason: LogReport.Reason {
    switch self {
    case .empty(Slot.customer), .noTrace: .noCustomer
    case .empty(Slot.touchpoint): .noTouchpoint
    case .empty: .noTime
    case .unreadable(Slot.time): .badTime
    case .unreadable(Slot.began), .afterEnd: .badBegan
    case .unreadable(Slot.sequence): .badSequence
    case .unreadable, .offScale: .badScore
    case .fewCells: .tooFewCells
    case .manyCells: .tooManyCells
    case .zero, .quotes, .tooLong, .noObject, .nested: .badRow
    }
  }
}
