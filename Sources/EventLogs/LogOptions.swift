/// How a log is to be read; what is not said is found out and told.
public struct LogOptions: Hashable, Sendable {
  /// What a column can hold.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case customer = "case"
    case touchpoint, time, began, sequence, channel, persona, stage, felt, lifecycle
  }

  /// How a log is written.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// Rows of cells, whichever character separates them.
    case table = "csv"
    /// XES 1.0 and 2.0.
    case xes
    /// One JSON object a line.
    case jsonLines = "jsonl"
  }

  /// How dates like 03/04/2026 are meant.
  public enum DateOrder: String, Hashable, Sendable, CaseIterable {
    case dayFirst = "day-first"
    case monthFirst = "month-first"
  }

  /// How events that have a part of a life cycle (`start`, `complete`) are taken.
  public enum Lifecycle: Hashable, Sendable {
    /// Each is an event of its own.
    case all
    /// Only those of these parts, whatever their letters' case.
    case only([String])
    /// `start` and `complete` of one touchpoint are the two ends of one event.
    case joined
  }

  /// How the log is written; nil: found out from its first bytes.
  public var format: Format?
  /// The columns (attributes in XES, members in JSON Lines) that were named; the others are found by
  /// their usual names.
  public var columns: [Role: String]
  /// The zone of times that do not say theirs, such as `Europe/Berlin` or `+02:00`; UTC unless given.
  public var timeZone: String?
  /// How dates like 03/04/2026 are meant; nil: found out, an error where both readings hold.
  public var dateOrder: DateOrder?
  /// How parts of a life cycle are taken.
  public var lifecycle: Lifecycle
  /// The scale, outside of which a score is rejected; nil: every number is a score.
  public var scores: ClosedRange<Double>?
  /// How many threads read.
  public var threads: Int

  /// Creates options that find everything out.
  public init() {
    format = nil
    columns = [:]
    timeZone = nil
    dateOrder = nil
    lifecycle = .all
    scores = nil
    threads = 1
  }
}
