public import JourneyModel

/// What a log does not say about the journey that is made of it.
public struct MiningOptions: Hashable, Sendable {
  /// The id; nil: from the title.
  public var id: JourneyID?
  /// What the journey is called.
  public var title: String
  /// The scale of the scores; nil: the narrowest usual one that holds them, said aloud.
  public var scale: Scale?
  /// How many touchpoints the document keeps at most; rarer ones are gathered.
  public var detail: Int
  /// Names of the log's touchpoints that are never gathered, however rare.
  public var kept: Set<String>
  /// What the evidence names as its source, such as the log's file name.
  public var source: String
  /// The days from the first event to the last by the log's own clocks; nil: those of the counts, in UTC.
  public var period: Period?
  /// What the log's cases are, such as `sessions`; nil: customers.
  public var unit: String?
  /// By which rules the log was counted, as far as the document is to say.
  public var countedBy: CountedBy

  /// Creates options.
  public init(
    id: JourneyID? = nil, title: String, scale: Scale? = nil, detail: Int = 30,
    kept: Set<String> = [], source: String, period: Period? = nil,
    unit: String? = nil, countedBy: CountedBy = CountedBy()
  ) {
    self.id = id
    self.title = title
    self.scale = scale
    self.detail = detail
    self.kept = kept
    self.source = source
    self.period = period
    self.unit = unit
    self.countedBy = countedBy
  }
}
