/// Where one thread puts the rows that it reads, while other threads fill lanes of their own.
///
/// Not safe for two threads at once; that is what more lanes are for.
public final class EventLane: @unchecked Sendable {
  // Behind a pointer, so that no row asks whether somebody else is using the lane.
  private let held: UnsafeMutablePointer<LaneRows>

  init(seed: HashSeed) {
    held = .allocate(capacity: 1)
    held.initialize(to: LaneRows(seed: seed))
  }

  deinit {
    held.deinitialize(count: 1)
    held.deallocate()
  }

  /// Says which part of the log the rows come from that are added next.
  ///
  /// Rows stand in the order of their parts, whichever lane has them, and within a part in the order
  /// in which they were added. A lane's parts come in rising order; no two lanes share a part.
  ///
  /// - Parameter index: The part, counted from the beginning of the log.
  public func begin(part index: Int) {
    held.pointee.begin(part: index)
  }

  /// Adds a row; its bytes are read before the call returns.
  ///
  /// It takes rows as they are: an empty id is a customer of its own, an empty name a touchpoint of
  /// its own, and a score that is infinite is not known. Readers reject what they do not want.
  ///
  /// - Parameter row: What happened.
  public func add(_ row: borrowing EventRow) {
    held.pointee.add(row)
  }

  /// How many different touchpoints the rows so far have; costs nothing to ask.
  public var touchpointCount: Int { held.pointee.touchpoints.count }

  /// The touchpoints of the rows so far, in the order in which they came.
  var touchpoints: [String] {
    (0..<held.pointee.touchpoints.count).map {
      String(decoding: held.pointee.touchpoints.name($0), as: UTF8.self)
    }
  }

  /// Takes the rows out of the lane and leaves it empty.
  func take() -> LaneRows {
    held.pointee.settle()
    let rows = held.move()
    held.initialize(to: LaneRows(seed: rows.seed))
    return rows
  }
}
