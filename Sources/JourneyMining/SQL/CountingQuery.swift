public import EventCounting

/// The query that counts a log where it lives: its answer is the file that ``CountsFile`` reads.
///
/// It follows the rules of `EventCounter` to the letter, in the words of one database. Names of
/// tables and columns and all texts are quoted, so that none of them can become part of the query.
public struct CountingQuery: Hashable, Sendable {
  /// A database.
  public enum Engine: String, Hashable, Sendable, CaseIterable {
    /// DuckDB 1.0 and later.
    case duckdb
    /// PostgreSQL 12 and later.
    case postgres
    /// Apache Spark 3.4 and later.
    case spark
  }

  /// Where the events are.
  public enum Source: Hashable, Sendable {
    /// A table or view, with the schema and catalogue that it is in, the outermost first.
    case table([String])
    /// A file that the engine can read.
    case file(String)
  }

  /// How times are written in the table.
  public enum TimeType: String, Hashable, Sendable, CaseIterable {
    /// An instant: `TIMESTAMPTZ`, in Spark `TIMESTAMP`.
    case timestamptz
    /// What a clock showed: `TIMESTAMP`, in Spark `TIMESTAMP_NTZ`.
    case timestamp
    /// ISO 8601, with or without a zone.
    case text
    /// Seconds since 1970-01-01 UTC, with or without a fraction.
    case seconds
    /// Thousandths of a second since then.
    case milliseconds
    /// Millionths of a second since then.
    case microseconds
    /// Billionths of a second since then.
    case nanoseconds
  }

  /// What the columns are called.
  public struct Columns: Hashable, Sendable {
    /// Whose journey it is.
    public var customer: String
    /// What was touched.
    public var touchpoint: String
    /// When it happened (of an interval, when it ended).
    public var time: String
    /// When the interval began.
    public var began: String?
    /// What orders events of the same time.
    public var sequence: String?
    /// The channel.
    public var channel: String?
    /// The persona.
    public var persona: String?
    /// The stage.
    public var stage: String?
    /// The score.
    public var felt: String?

    /// Creates names for columns.
    public init(
      customer: String, touchpoint: String, time: String, began: String? = nil,
      sequence: String? = nil, channel: String? = nil, persona: String? = nil,
      stage: String? = nil, felt: String? = nil
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

    /// All names that are given.
    var all: [String] {
      [customer, touchpoint, time]
        + [began, sequence, channel, persona, stage, felt].compactMap(\.self)
    }
  }

  /// The database.
  public var engine: Engine
  /// Where the events are.
  public var source: Source
  /// What the columns are called.
  public var columns: Columns
  /// How events become counts; `order`, `variants` and `joinsParts` have no meaning here.
  public var rules: CountingRules
  /// How times are written; nil: as text in CSV files, else as timestamps.
  public var timeType: TimeType?
  /// The zone of times that do not say theirs, as the database calls it; nil: UTC.
  public var timeZone: String?
  /// The scale, outside of which a score is rejected; nil: every number is a score.
  public var scores: ClosedRange<Double>?

  /// Creates a query.
  public init(
    engine: Engine, source: Source, columns: Columns, rules: CountingRules = CountingRules(),
    timeType: TimeType? = nil, timeZone: String? = nil, scores: ClosedRange<Double>? = nil
  ) {
    self.engine = engine
    self.source = source
    self.columns = columns
    self.rules = rules
    self.timeType = timeType
    self.timeZone = timeZone
    self.scores = scores
  }

  /// The query, with comments that say how to run it and what its parts are for.
  ///
  /// - Returns: One statement that ends with a semicolon and a line break.
  /// - Throws: Why the database cannot be asked so.
  public func text() throws(ImpossibleQuery) -> String {
    let problems = self.problems
    guard problems.isEmpty else { throw ImpossibleQuery(problems: problems) }
    return CountingQueryText(self).text
  }

  /// How times are written, as asked or as the source suggests.
  public var writtenTime: TimeType { timeType ?? (isOfText ? .text : .timestamptz) }

  /// Whether the source is a file in which everything is text.
  var isOfText: Bool {
    if case .file(let path) = source { Source.isTable(path) } else { false }
  }
}

/// Why a database cannot be asked so, with every reason.
public struct ImpossibleQuery: Error, Hashable, Sendable, CustomStringConvertible {
  /// The reasons, each a sentence without its full stop.
  public var problems: [String]

  /// Creates the error.
  public init(problems: [String]) {
    self.problems = problems
  }

  /// The reasons, one a line.
  public var description: String { problems.joined(separator: "\n") }
}
