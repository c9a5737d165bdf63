extension Guardrail {
  /// What kind of limit a rule takes.
  public enum LimitKind: Hashable, Sendable, CaseIterable {
    /// None.
    case none
    /// A number of 0 or more, in the figure's own unit.
    case number
    /// A number on the document's scale, or a difference of two such numbers.
    case score
    /// A whole number of 1 or more.
    case count
    /// A share of at most 100 %.
    case share
    /// A length of time.
    case time
    /// A length of time, where a plain number means minutes.
    case minutes
  }

  /// What the figure is held against: the limit that was given, else the rule's usual one; nil for
  /// a rule that takes none.
  public var limitInForce: Limit? { limit ?? rule.usualLimit }
}

extension Guardrail.Rule {
  /// What kind of limit it takes.
  public var limitKind: Guardrail.LimitKind {
    switch self {
    case .maxHeat, .maxStepsToRelief: .number
    case .maxGap, .minPeakEnd: .score
    case .minCustomers, .minMethods: .count
    case .maxDropOff, .minCompletion, .personasCovered: .share
    case .maxTimeToRelief, .maxEvidenceAge, .ownersMetCustomers: .time
    case .maxReading: .minutes
    case .noMaze, .hotspotsOwned, .decisionsSettled, .decisionsEvidenced, .nothingLearntTooLate,
      .noBasicFailed, .noBrightSpotLost, .quotesConsented, .quotesAnonymous, .notWorse:
      .none
    }
  }

  /// The limit that holds where none is given; nil for a rule that takes none or needs one.
  public var usualLimit: Guardrail.Limit? {
    switch self {
    case .maxEvidenceAge: .time(TimeSpan(seconds: 365 * 86_400))
    case .minCustomers: .number(5)
    case .minMethods: .number(2)
    case .personasCovered: Share(percentage: "50%").map(Guardrail.Limit.share)
    case .ownersMetCustomers: .time(TimeSpan(seconds: 90 * 86_400))
    default: nil
    }
  }

  /// Whether a limit has to be given.
  public var needsLimit: Bool { limitKind != .none && usualLimit == nil }

  /// A limit to begin with, as a document writes it; nil for a rule that takes none.
  public var exampleLimit: String? {
    if let usualLimit { return usualLimit.description }
    return switch self {
    case .maxHeat: "300"
    case .maxTimeToRelief: "2d"
    case .maxStepsToRelief: "3"
    case .maxDropOff: "20%"
    case .maxGap: "1"
    case .minCompletion: "60%"
    case .minPeakEnd: "0"
    case .maxReading: "10m"
    default: nil
    }
  }

  /// What it asks, in one line without a full stop.
  public var summary: String {
    switch self {
    case .maxHeat: "A touchpoint's heat is at most the limit, per 1,000 customers who start"
    case .maxTimeToRelief: "From a bad touchpoint, relief takes at most the limit on average"
    case .maxStepsToRelief: "From a bad touchpoint, relief is at most so many steps away"
    case .maxDropOff: "Of those who come to a touchpoint, at most the limit leave there"
    case .maxGap: "We believe a touchpoint better than it is felt by at most the limit"
    case .minCompletion: "Of those who start, at least the limit reach what they came for"
    case .minPeakEnd: "What customers will remember, peak and end, is at least the limit"
    case .noMaze: "Customers go round in no set of bad touchpoints"
    case .hotspotsOwned: "Every hotspot has an owner"
    case .decisionsSettled: "Every decision that is past its due date is settled"
    case .decisionsEvidenced: "No decision is about a touchpoint that nobody has looked at"
    case .maxEvidenceAge: "A touchpoint's newest evidence is at most so old"
    case .minCustomers: "A touchpoint's evidence is from at least so many customers"
    case .minMethods: "A touchpoint was looked at with at least so many methods"
    case .personasCovered:
      "Every persona's share of the evidence is at least so large a part of its share of customers"
    case .ownersMetCustomers: "Every owner has met a customer within the limit"
    case .maxReading: "Reading what a touchpoint gives one to read takes at most the limit"
    case .nothingLearntTooLate: "Nothing that was promised is learnt too late"
    case .noBasicFailed: "No touchpoint that serves a basic need feels bad"
    case .noBrightSpotLost: "No bright spot of the baseline is lost"
    case .quotesConsented: "Every quote carries its speaker's consent"
    case .quotesAnonymous: "No quote holds an e-mail address or a telephone number"
    case .notWorse: "Nothing is worse than in the baseline beyond chance"
    }
  }
}

extension Guardrail.Limit: CustomStringConvertible {
  /// As a document writes it.
  public var description: String {
    switch self {
    case .number(let number): number.plainText
    case .share(let share): share.description
    case .time(let span): span.description
    }
  }
}

extension Guardrail.LimitKind: CustomStringConvertible {
  /// What it is called in a message, with its article.
  public var description: String {
    switch self {
    case .none: "no limit"
    case .number, .score: "a number"
    case .count: "a whole number"
    case .share: "a share"
    case .time: "a length of time"
    case .minutes: "a length of time, or a number of minutes"
    }
  }
}
