/// Where one thread puts the rows that it reads, while other threads fill lanes of their own.
///
/// Not safe for two threads at once; that is what more lanes are for.
public final class EventLane: @unchecked Sendable {
  init() {}

  /// Says which part of the log the rows come from that are added next.
  ///
  /// Rows stand in the order of their parts, whichever lane has them, and within a part in the order
  /// in which they were added. A lane's parts come in rising order; no two lanes share a part.
  ///
  /// - Parameter index: The part, counted from the beginning of the log.
  public func begin(part index: Int) {
  }

  /// Adds a row; its bytes are read before the call returns.
  public func add(_ row: borrowing EventRow) {
  }
}
