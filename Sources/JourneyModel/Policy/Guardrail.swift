/// One rule that journeys are checked against.
public struct Guardrail: Hashable, Sendable {
  /// What the rule asks.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// Heat of a touchpoint at most so much, per 1,000 customers who start.
    case maxHeat = "max-heat"
    /// The mean time from a bad touchpoint to relief at most so long.
    case maxTimeToRelief = "max-time-to-relief"
    /// The mean number of steps from a bad touchpoint to relief at most so many.
    case maxStepsToRelief = "max-steps-to-relief"
    /// The share of those who come to a touchpoint that leave there at most so large.
    case maxDropOff = "max-drop-off"
    /// Belief above feeling by at most so much, in units of the document's scale.
    case maxGap = "max-gap"
    /// The share of those who start that complete at least so large.
    case minCompletion = "min-completion"
    /// Peak–end of the journey at least so high, on the document's scale.
    case minPeakEnd = "min-peak-end"
    /// No set of bad touchpoints that customers go round in.
    case noMaze = "no-maze"
    /// Every hotspot has an owner.
    case hotspotsOwned = "hotspots-owned"
    /// Every decision past its due date is settled.
    case decisionsSettled = "decisions-settled"
    /// No decision about a touchpoint that nobody has looked at.
    case decisionsEvidenced = "decisions-evidenced"
    /// The newest evidence of a touchpoint at most so old.
    case maxEvidenceAge = "max-evidence-age"
    /// A touchpoint's evidence from at least so many customers.
    case minCustomers = "min-customers"
    /// A touchpoint's evidence by at least so many methods.
    case minMethods = "min-methods"
    /// Every persona's share of the evidence at least so large a part of its share of customers.
    case personasCovered = "personas-covered"
    /// Every owner has met a customer, as evidence `by` says, within so long.
    case ownersMetCustomers = "owners-met-customers"
    /// What a touchpoint, or the likeliest way through the journey, asks one to read takes at most so
    /// long.
    case maxReading = "max-reading"
    /// Nothing that was promised and learnt too late.
    case nothingLearntTooLate = "nothing-learnt-too-late"
    /// No touchpoint that serves a basic need feels bad.
    case noBasicFailed = "no-basic-failed"
    /// No bright spot of the baseline is lost.
    case noBrightSpotLost = "no-bright-spot-lost"
    /// Every quote carries consent.
    case quotesConsented = "quotes-consented"
    /// No quote holds an e-mail address or a telephone number.
    case quotesAnonymous = "quotes-anonymous"
    /// Nothing is worse than in the baseline beyond chance.
    case notWorse = "not-worse"
  }

  /// How sure a figure has to be for the rule to fail.
  public enum Failure: String, Hashable, Sendable, CaseIterable {
    /// Fails when the whole 90 % interval is beyond the limit.
    case surelyBad = "surely-bad"
    /// Fails when any of the interval is beyond the limit, and when the figure is unknown.
    case notSurelyGood = "not-surely-good"
  }

  /// What a figure is held against.
  public enum Limit: Hashable, Sendable {
    /// A plain number, in the figure's own unit.
    case number(Double)
    /// A share, such as `20%`.
    case share(Share)
    /// A length of time, such as `2d`.
    case time(TimeSpan)
  }

  /// What it asks.
  public var rule: Rule
  /// What the figure is held against; nil for the rule's own default or where it takes none.
  public var limit: Limit?
  /// What it is about; empty for anything.
  public var about: [PolicyScope]
  /// How sure a figure has to be for the rule to fail.
  public var fails: Failure
  /// Keys that begin with `x-`.
  public var extensions: Extensions

  /// Creates a rule.
  public init(
    _ rule: Rule, limit: Limit? = nil, about: [PolicyScope] = [], fails: Failure = .surelyBad,
    extensions: Extensions = []
  ) {
    self.rule = rule
    self.limit = limit
    self.about = about
    self.fails = fails
    self.extensions = extensions
  }
}

/// What a rule or a waiver is about: a journey, a touchpoint of any journey, or one of one journey.
public struct PolicyScope: Hashable, Sendable, CustomStringConvertible {
  /// The journey; nil when ``name`` may stand in any.
  public var journey: JourneyID?
  /// The id of a touchpoint, or of a journey when ``journey`` is nil.
  public var name: String

  /// Creates a scope.
  public init(journey: JourneyID? = nil, name: String) {
    self.journey = journey
    self.name = name
  }

  /// What stands for everything where a document writes what something is about.
  public static let any = "any"

  /// Reads `log-in`, `test-results` or `test-results/log-in`.
  public init(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 {
      self.init(journey: JourneyID(String(parts[0])), name: String(parts[1]))
    } else {
      self.init(name: text)
    }
  }

  /// Whether it means the touchpoint, or the journey as a whole when that is nil.
  ///
  /// A journey's id means the journey as a whole and every touchpoint in it.
  public func covers(_ touchpoint: TouchpointID?, of journey: JourneyID) -> Bool {
    if let own = self.journey { return own == journey && touchpoint?.rawValue == name }
    return name == journey.rawValue || touchpoint?.rawValue == name
  }

  /// As a document writes it.
  public var description: String { journey.map { "\($0)/\(name)" } ?? name }
}
