public import EventCounting
public import JourneyModel

/// An event log that follows a journey: counting it gives the same journey within sampling error.
///
/// ```swift
/// let simulation = try Simulation(journey, customers: 1000, seed: 7)
/// simulation.write { block in … }
/// ```
public struct Simulation: Sendable {
  /// How many customers go on the journey.
  public let customers: Int
  /// What all chance comes from; the same seed gives the same bytes on every machine.
  public let seed: UInt64
  /// The rules by which counting the log gives the journey back.
  public let rules: CountingRules
  /// What a person should know of the log, one sentence each.
  public let remarks: [String]

  /// Prepares a log.
  ///
  /// - Parameters:
  ///   - journey: The journey.
  ///   - customers: How many go on it.
  ///   - seed: What all chance comes from.
  ///   - start: The day of the first event; nil: the journey's period, else 2026-01-01.
  ///   - assumed: Whether scores that nobody was asked for are written too.
  /// - Throws: `InvalidJourney` where the journey contradicts itself.
  public init(
    _ journey: Journey, customers: Int, seed: UInt64 = 1, start: CalendarDate? = nil,
    assumed: Bool = false
  ) throws {
    self.customers = customers
    self.seed = seed
    rules = CountingRules()
    remarks = []
  }

  /// Writes the log as CSV, sorted by time, in blocks of about 64 KB.
  ///
  /// - Parameter sink: Takes a block; its bytes live as long as the call.
  /// - Returns: How many events were written.
  /// - Throws: What the sink throws.
  @discardableResult
  public func write(_ sink: (UnsafeRawBufferPointer) throws -> Void) rethrows -> Int {
    0
  }
}
