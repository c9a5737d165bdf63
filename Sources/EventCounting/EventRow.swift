/// One row of an event log, as bytes that live only as long as the call they are handed to.
///
/// Readers fill one row again and again and hand it to an ``EventLane``, so that no text is made of
/// what is only counted. Other programs have ``Event``.
public struct EventRow {
  /// Stands for a time or a sequence number that the log does not have.
  public static let unknown = Int64.min

  /// Whose journey it is, UTF-8; never empty.
  public var customer: UnsafeRawBufferPointer
  /// What was touched, UTF-8; never empty.
  public var touchpoint: UnsafeRawBufferPointer
  /// The channel, UTF-8; empty when not known.
  public var channel: UnsafeRawBufferPointer
  /// The persona that the customer belongs to, UTF-8; empty when not known.
  public var persona: UnsafeRawBufferPointer
  /// The stage that the touchpoint belongs to, UTF-8; empty when not known.
  public var stage: UnsafeRawBufferPointer
  /// When it happened (of an interval, when it ended), in microseconds since 1970-01-01 UTC;
  /// ``unknown`` when the log has no times.
  public var time: Int64
  /// When the interval began, in microseconds since 1970-01-01 UTC; ``unknown`` when not known, and
  /// not believed when it lies behind ``time``.
  public var began: Int64
  /// What orders rows of the same time; ``unknown`` leaves them as they stand in the log.
  public var sequence: Int64
  /// How it felt, on the log's scale; not a number when not known.
  public var felt: Double
  /// Which part of an interval the row tells.
  public var part: Part

  /// When a customer arrives at an event and leaves it.
  ///
  /// A beginning that lies behind the end is not believed.
  ///
  /// - Returns: The beginning where it is known, else the time; and the time where both are known.
  @inline(__always)
  static func moments(time: Int64, began: Int64) -> (arrival: Int64, left: Int64) {
    guard began != unknown, began <= time || time == unknown else { return (time, unknown) }
    return (began, time)
  }

  /// Which part of an interval a row tells.
  public enum Part: UInt8, Hashable, Sendable {
    /// The whole event.
    case whole
    /// That it began; the row that ends it comes later.
    case beginning
    /// That it ended; a row that began it may have come before.
    case ending
  }

  /// A row of which nothing is known yet.
  public init() {
    let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
    customer = nothing
    touchpoint = nothing
    channel = nothing
    persona = nothing
    stage = nothing
    time = Self.unknown
    began = Self.unknown
    sequence = Self.unknown
    felt = .nan
    part = .whole
  }
}
