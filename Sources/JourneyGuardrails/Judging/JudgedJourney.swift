import JourneyAnalysis
import JourneyComparison
import JourneyModel

/// A journey that was taken, judged but for what is judged over all journeys together.
struct JudgedJourney: Sendable {
  /// The journey.
  let id: JourneyID
  /// What rules ask of it.
  let facts: JourneyFacts
  /// Its touchpoints.
  let touchpoints: Set<TouchpointID>
  /// The rules that hold for it, in order.
  private(set) var rules: [(rule: Guardrail.Rule, verdict: Verdict)] = []
  /// Whether it was held against a baseline.
  let isCompared: Bool
  /// The chances of the differences from the baseline, to be corrected with those of all journeys.
  let chances: [Double]
  /// The waivers of its document.
  let waivers: [PlacedWaiver]
  /// Who may approve in its document.
  let guardians: [String]

  /// What was found by a rule.
  enum Verdict: Sendable {
    /// What breaks it.
    case found([Breach])
    /// What is judged when the chances of all journeys are corrected.
    case pending(any BaselineRule)
  }

  /// Judges a journey.
  ///
  /// - Parameters:
  ///   - estimates: Its figures.
  ///   - baseline: How it compares with the baseline; nil without one.
  ///   - policy: The policy of the organisation.
  ///   - asOf: The day of the check.
  init(
    _ estimates: Estimates, baseline: Comparison?, policy: Policy?, asOf: CalendarDate
  ) {
    let journey = estimates.journey
    id = journey.id
    let facts = JourneyFacts(estimates)
    self.facts = facts
    touchpoints = Set(journey.touchpoints.map(\.id))
    guardians = journey.policy?.guardians ?? []
    waivers = (journey.policy?.waivers ?? []).enumerated().map { index, waiver in
      PlacedWaiver(
        waiver: waiver,
        place: PolicyPlace(path: ["policy", "waivers", .index(index)], isInPolicy: false),
        journey: journey.id)
    }
    var held: [(guardrail: Guardrail, place: PolicyPlace?)] = []
    for (index, rule) in (policy?.rules ?? []).enumerated() {
      held.append((rule, PolicyPlace(path: ["rules", .index(index)], isInPolicy: true)))
    }
    for (index, rule) in (journey.policy?.rules ?? []).enumerated() {
      held.append(
        (rule, PolicyPlace(path: ["policy", "rules", .index(index)], isInPolicy: false)))
    }
    if baseline != nil, !held.contains(where: { $0.guardrail.rule == .notWorse }) {
      held.append((Guardrail(.notWorse), nil))
    }
    isCompared = baseline != nil
    chances = baseline.map { $0.tested.compactMap { $0.difference?.chance } } ?? []
    for (guardrail, place) in held {
      let context = RuleContext(
        guardrail: guardrail, place: place, facts: facts, baseline: baseline, asOf: asOf)
      rules.append((guardrail.rule, Self.verdict(context)))
    }
  }

  private static func verdict(_ context: RuleContext) -> Verdict {
    if let judge = context.guardrail.rule.judge { return .found(judge.judge(context)) }
    guard let baseline = context.baseline else {
      return .found([context.withoutBaseline])
    }
    if context.guardrail.rule == .noBrightSpotLost {
      return .pending(NoBrightSpotLost(context: context, baseline: baseline))
    }
    return .pending(NotWorse(context: context, baseline: baseline))
  }

  /// What breaks the rules, in their order.
  ///
  /// - Parameter adjusted: The corrected chances of the differences from the baseline.
  /// - Returns: The findings.
  func breaches(_ adjusted: [Double]) -> [Breach] {
    rules.flatMap { rule in
      switch rule.verdict {
      case .found(let breaches): breaches
      case .pending(let rule): rule.judge(adjusted)
      }
    }
  }
}
