public import JourneyModel

/// What people answered to a survey about a journey: scores and comments.
public struct Survey: Sendable {
  /// The scores of one touchpoint by one part of the people.
  public struct Finding: Hashable, Sendable {
    /// The touchpoint.
    public var touchpoint: TouchpointID
    /// The persona; nil: of no known persona, or personas are not told apart.
    public var persona: PersonaID?
    /// How many people gave an answer, each counted once.
    public var n: Int
    /// The mean over the people's own means, on the document's scale.
    public var mean: Double
    /// The standard deviation over them (n − 1); nil below two people.
    public var sd: Double?
    /// How many were asked; nil when nobody said.
    public var asked: Int?
    /// The first and the last day of the answers; nil when not known.
    public var days: ClosedRange<CalendarDate>?
    /// How many people gave only answers that do not count, so that `n` of `asked` is too few.
    public var unread = 0
  }

  /// What somebody wrote, with what identifies people blacked out, for a person to review.
  public struct Comment: Hashable, Sendable {
    /// The touchpoint.
    public var touchpoint: TouchpointID
    /// The words without what identifies.
    public var text: String
    /// How many places were blacked out.
    public var redactions: Int
    /// Who wrote it.
    public var persona: PersonaID?
    /// When.
    public var date: CalendarDate?
    /// The line of the survey where its row begins, from 1.
    public var line: Int
  }

  /// Scores in the journey's order, by persona in the document's order.
  public internal(set) var findings: [Finding] = []
  /// Comments in the survey's order.
  public internal(set) var comments: [Comment] = []
  /// What was read and what was not.
  public internal(set) var report = SurveyReport()

  /// The findings as pieces of evidence.
  ///
  /// - Parameter options: The method and the source.
  /// - Returns: One for each finding.
  public func evidence(_ options: SurveyOptions) -> [Evidence] {
    findings.map { finding in
      Evidence(
        about: finding.touchpoint, method: options.method, n: finding.n, felt: finding.mean,
        sd: finding.sd, persona: finding.persona, date: finding.days?.upperBound,
        source: options.source, asked: finding.asked)
    }
  }
}
