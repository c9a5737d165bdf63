public import EventLogs
public import JourneyModel

/// How a survey is to be read; what is not said is found out and told.
public struct SurveyOptions: Hashable, Sendable {
  /// What a column can hold.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case respondent, touchpoint, answer, persona, date, comment
  }

  /// Which touchpoint a column, or a name in the touchpoint column, belongs to.
  public struct Mapping: Hashable, Sendable {
    /// The column, or the name.
    public var name: String
    /// The touchpoint's id or name.
    public var touchpoint: String
    /// What its numbers mean; nil as for all.
    public var kind: AnswerKind?
    /// Whether the column holds comments, not answers.
    public var isComment: Bool

    /// Creates a mapping.
    public init(
      _ name: String, _ touchpoint: String, kind: AnswerKind? = nil, isComment: Bool = false
    ) {
      self.name = name
      self.touchpoint = touchpoint
      self.kind = kind
      self.isComment = isComment
    }

    /// Reads `COLUMN=touchpoint`, `COLUMN=touchpoint:csat5` or `COLUMN=touchpoint:comment`; the last
    /// equals sign counts, since questions may have one.
    public init?(_ text: String) {
      guard let equals = text.lastIndex(of: "="), equals > text.startIndex else { return nil }
      let name = String(text[..<equals])
      let parts = text[text.index(after: equals)...].split(
        separator: ":", omittingEmptySubsequences: false)
      guard let touchpoint = parts.first, !touchpoint.isEmpty, parts.count <= 2 else { return nil }
      self.init(name, String(touchpoint))
      guard parts.count == 2 else { return }
      if parts[1] == "comment" {
        isComment = true
      } else if let kind = AnswerKind(String(parts[1])) {
        self.kind = kind
      } else {
        return nil
      }
    }
  }

  /// The columns that were named; the others are found by their usual names.
  public var columns: [Role: String] = [:]
  /// Which touchpoints columns and names belong to.
  public var mappings: [Mapping] = []
  /// The touchpoint that all answers are about.
  public var about: String?
  /// What numbers mean; nil: found out.
  public var kind: AnswerKind?
  /// Answers that mean that there is none, such as `0` or `99`.
  public var nothing: Set<String> = []
  /// How dates like 03/04/2026 are meant; nil: found out, an error where both readings hold.
  public var dateOrder: LogOptions.DateOrder?
  /// The day of all answers, where no column says it.
  public var day: CalendarDate?
  /// How many were asked, where the table does not say.
  public var asked: Int?
  /// Whether comments are wanted; else they are only counted.
  public var hasComments = true
  /// How the answers came about.
  public var method = Evidence.Method.survey
  /// What the evidence names as its source.
  public var source: String

  /// Creates options that find everything out.
  public init(source: String) {
    self.source = source
  }
}
