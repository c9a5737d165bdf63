/// What was read of a log and what was not.
public struct LogReport: Hashable, Sendable {
  /// A column and the name it has in the log.
  public struct Column: Hashable, Sendable {
    /// What the column holds.
    public var role: LogOptions.Role
    /// What it is called.
    public var name: String
    /// Whether it was found by its name, not told.
    public var wasFound: Bool

    /// Creates the value from its parts.
    public init(_ role: LogOptions.Role, _ name: String, wasFound: Bool) {
      self.role = role
      self.name = name
      self.wasFound = wasFound
    }
  }

  /// Why a row cannot be counted.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    case noCustomer = "no-case"
    case noTouchpoint = "no-touchpoint"
    case noTime = "no-time"
    case badTime = "bad-time"
    case badBegan = "bad-start"
    case badSequence = "bad-sequence"
    case badScore = "bad-score"
    case tooFewCells = "too-few-cells"
    case tooManyCells = "too-many-cells"
    case badRow = "bad-row"
  }

  /// Rows that were not counted for one reason.
  public struct Rejected: Hashable, Sendable {
    /// Why they were not counted.
    public var reason: Reason
    /// How many rows.
    public var count: Int
    /// The first of them, at most five: the line (from 1) where the row begins and what it says.
    public var first: [Row]

    /// One row that was not counted.
    public struct Row: Hashable, Sendable {
      /// Which input, for several.
      public var input: String
      /// The line where it begins, from 1.
      public var line: Int
      /// The cell that is wrong, or the row; cut where it is long.
      public var text: String
      /// What is wrong: which column, what it holds and what it should; a phrase.
      public var why: String

      /// Creates the value from its parts.
      public init(input: String, line: Int, text: String, why: String) {
        self.input = input
        self.line = line
        self.text = text
        self.why = why
      }
    }

    /// Creates the value from its parts.
    public init(reason: Reason, count: Int, first: [Row]) {
      self.reason = reason
      self.count = count
      self.first = first
    }
  }

  /// How the log is written; of several inputs, the first.
  public var format: LogOptions.Format
  /// The columns that were used, in the order of the roles.
  public var columns: [Column]
  /// Rows that were read, without heads; rejected ones too, filtered ones not.
  public var rows: Int
  /// Rows that a filter left out on purpose (parts of a life cycle).
  public var filtered: Int
  /// The first parts of a life cycle that were left out, at most eight; empty: `complete`, which
  /// events are that say nothing.
  public var partsLeftOut: [String] = []
  /// The first and the last day that times were written with, by the log's own clocks, in days since
  /// 1970-01-01.
  ///
  /// Those of rows that were not counted are not among them, unless it is only their trace's end that
  /// tells that they do not count. Nil where times are numbers.
  public var days: ClosedRange<Int64>?
  /// Rows that were not counted, by reason, in the order of the reasons.
  public var rejected: [Rejected]
  /// What a person should know of how the log was understood, one sentence each.
  public var remarks: [String]

  /// Creates the value from its parts.
  public init(
    format: LogOptions.Format, columns: [Column] = [], rows: Int = 0, filtered: Int = 0,
    rejected: [Rejected] = [], remarks: [String] = []
  ) {
    self.format = format
    self.columns = columns
    self.rows = rows
    self.filtered = filtered
    self.rejected = rejected
    self.remarks = remarks
  }
}
