/// One event of a customer's journey, for programs that feed an ``EventCounter`` row by row.
public struct Event: Hashable, Sendable {
  /// Whose journey it is; never empty.
  public var customer: String
  /// What was touched; never empty.
  public var touchpoint: String
  /// When it happened (of an interval, when it ended), in microseconds since 1970-01-01 UTC.
  public var time: Int64?
  /// When the interval began, in microseconds since 1970-01-01 UTC; not known if after ``time``.
  public var began: Int64?
  /// What orders events of the same time; those without one keep the order in which they came.
  public var sequence: Int64?
  /// The channel.
  public var channel: String?
  /// The persona that the customer belongs to.
  public var persona: String?
  /// The stage that the touchpoint belongs to.
  public var stage: String?
  /// How it felt, on the log's scale; finite.
  public var felt: Double?

  /// Creates an event.
  public init(
    customer: String, touchpoint: String, time: Int64? = nil, began: Int64? = nil,
    sequence: Int64? = nil, channel: String? = nil, persona: String? = nil, stage: String? = nil,
    felt: Double? = nil
  ) {
    self.customer = customer
    self.touchpoint = touchpoint
    self.time = time
    self.began = began
    self.sequence = sequence
    self.channel = channel
    self.persona = persona
    self.stage = stage
    self.felt = felt
  }
}
