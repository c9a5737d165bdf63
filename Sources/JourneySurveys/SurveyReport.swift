import JourneyModel

/// What was read of a survey and what was not.
public struct SurveyReport: Hashable, Sendable {
  /// Why an answer, or a whole row, does not count.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    case badRow = "bad-row"
    case tooFewCells = "too-few-cells"
    case tooManyCells = "too-many-cells"
    case noRespondent = "no-respondent"
    case noTouchpoint = "no-touchpoint"
    case unknownTouchpoint = "unknown-touchpoint"
    case badDate = "bad-date"
    case notAnAnswer = "not-an-answer"
    case outOfRange = "out-of-range"
    case otherScale = "other-scale"
  }

  /// One answer or row that does not count.
  public struct Reject: Hashable, Sendable {
    /// Why.
    public var reason: Reason
    /// The line where its row begins, from 1.
    public var line: Int
    /// The column; empty when it is about the whole row.
    public var column: String
    /// What stands there.
    public var text: String
  }

  /// Rows that were read, rejected ones too.
  public internal(set) var rows = 0
  /// People who answered at least once.
  public internal(set) var respondents = 0
  /// Answers that count.
  public internal(set) var answers = 0
  /// Questions that were left empty, or answered with "not applicable" and the like.
  public internal(set) var empty = 0
  /// Comments on a touchpoint, whether they were wanted or not.
  public internal(set) var comments = 0
  /// Answers from days outside the journey's period, which do not count.
  public internal(set) var outside = 0
  /// What does not count, in the order of the table.
  public internal(set) var rejects: [Reject] = []
  /// What a person should know of how the survey was understood, one sentence each.
  public internal(set) var remarks: [String] = []

  /// The share of what was given that does not count.
  public var rejectedShare: Double {
    let given = answers + rejects.count
    return given == 0 ? 0 : Double(rejects.count) / Double(given)
  }
}
