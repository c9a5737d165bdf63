/// Why a survey cannot be understood.
public struct SurveyProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What the survey is called.
  public var name: String
  /// What is wrong.
  public var summary: String
  /// How to mend it.
  public var fix: String?

  /// A row of a review that has other cells than its head says.
  static func misfit(in name: String, line: Int, text: String) -> SurveyProblem {
    SurveyProblem(name: "\(name):\(line)", summary: "this row does not fit the head: \(text)")
  }

  /// One sentence with the place first.
  public var description: String { "\(name): \(summary)" + (fix.map { "; \($0)" } ?? "") }
}
