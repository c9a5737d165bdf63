public import JourneyAnalysis
public import JourneyGuardrails
public import JourneyModel

/// What a brief is made from.
public struct BriefSources: Sendable {
  /// The journeys with their figures, without e-mail addresses and telephone numbers.
  public private(set) var journeys: [Estimates]
  /// The day that ages and dates are judged from.
  public var asOf: CalendarDate
  /// What the guardrails found, in all journeys.
  public var findings: [Finding]
  /// Whether guardrails were checked at all.
  public var hasPolicy: Bool

  /// Collects what a brief is made from, without e-mail addresses and telephone numbers: a brief
  /// goes further than the documents it is made from.
  ///
  /// - Parameters:
  ///   - journeys: The journeys with their figures; their ids are unique.
  ///   - asOf: The day that ages and dates are judged from.
  ///   - findings: What the guardrails found.
  ///   - hasPolicy: Whether guardrails were checked at all.
  public init(
    _ journeys: [Estimates], asOf: CalendarDate, findings: [Finding] = [], hasPolicy: Bool = false
  ) {
    self.journeys = journeys.map { Redaction.redacted($0, asOf: asOf) }
    self.asOf = asOf
    self.findings = findings
    self.hasPolicy = hasPolicy
  }
}

/// How much a page shows of what there is; what is left out is always said.
public struct BriefLimits: Hashable, Sendable {
  /// Requests for decisions.
  public var asks = 5
  /// Quotes.
  public var quotes = 4
  /// Rows of a table.
  public var rows = 6
  /// Journeys whose map is drawn on an owner's page.
  public var maps = 1
  /// Maps that are drawn in the whole brief, on the first pages.
  public var mapsInAll = 40

  /// The limits that keep an owner's page a page.
  public init() {}
}
