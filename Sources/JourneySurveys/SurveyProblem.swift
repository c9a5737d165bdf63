/// Why a survey cannot be understood.
public struct SurveyProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What the survey is called.
  public var name: String
  /// What is wrong.
  public var summary: String
  /// How to mend it.
  public var fix: String?

  /// One sentence with the place first.
  public var description: String { "\(name): \(summary)" + (fix.map { "; \($0)" } ?? "") }
}
