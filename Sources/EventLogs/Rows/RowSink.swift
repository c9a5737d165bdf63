import EventCounting

/// Where rows go; an `EventLane`, or what tests look at instead.
protocol RowSink: AnyObject, Sendable {
  /// Says which part of the log the rows come from that are added next.
  func begin(part index: Int)
  /// Adds a row; its bytes are read before the call returns.
  func add(_ row: borrowing EventRow)
}

extension EventLane: RowSink {}
