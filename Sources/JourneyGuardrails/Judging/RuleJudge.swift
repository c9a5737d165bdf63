import JourneyModel

/// Judges one rule for one journey.
///
/// A new rule is a case of `Guardrail.Rule`, a type in a file of its own under `Rules`, and a line
/// in the table below.
protocol RuleJudge: Sendable {
  /// Judges the rule.
  ///
  /// - Parameter context: The rule, its limit and the journey.
  /// - Returns: What breaks it, in the document's order, and what could not be judged.
  func judge(_ context: RuleContext) -> [Breach]
}

/// Judges one rule by the differences of one journey from the baseline, when the chances of all
/// journeys are corrected.
protocol BaselineRule: Sendable {
  /// Judges the rule.
  ///
  /// - Parameter adjusted: The corrected chances of the figures that are tested, in its order.
  /// - Returns: What breaks it, in the document's order, and what could not be judged.
  func judge(_ adjusted: [Double]) -> [Breach]
}

extension Guardrail.Rule {
  /// Whether it is judged by a baseline alone.
  var needsBaseline: Bool { judge == nil }

  /// What judges the rule; nil for what is judged over all journeys together.
  var judge: (any RuleJudge)? {
    switch self {
    case .maxHeat: MaxHeat()
    case .maxTimeToRelief: MaxTimeToRelief()
    case .maxStepsToRelief: MaxStepsToRelief()
    case .maxDropOff: MaxDropOff()
    case .maxGap: MaxGap()
    case .minCompletion: MinCompletion()
    case .minPeakEnd: MinPeakEnd()
    case .noMaze: NoMaze()
    case .hotspotsOwned: HotspotsOwned()
    case .decisionsSettled: DecisionsSettled()
    case .decisionsEvidenced: DecisionsEvidenced()
    case .maxEvidenceAge: MaxEvidenceAge()
    case .minCustomers: MinCustomers()
    case .minMethods: MinMethods()
    case .personasCovered: PersonasCovered()
    case .ownersMetCustomers: OwnersMetCustomers()
    case .maxReading: MaxReading()
    case .nothingLearntTooLate: NothingLearntTooLate()
    case .noBasicFailed: NoBasicFailed()
    case .quotesConsented: QuotesConsented()
    case .quotesAnonymous: QuotesAnonymous()
    case .notWorse, .noBrightSpotLost: nil
    }
  }
}

/// A finding, with what a waiver is held against.
struct Breach: Sendable {
  /// The finding.
  var finding: Finding
  /// The touchpoints it is about; none for the whole journey.
  var touchpoints: [TouchpointID]
  /// Those who answer for it, who cannot approve a waiver.
  var owners: [String]
}
