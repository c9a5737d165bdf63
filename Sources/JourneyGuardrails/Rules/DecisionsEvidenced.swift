import JourneyAnalysis
import JourneyModel

/// `decisions-evidenced`: no decision about a touchpoint that nobody has looked at.
///
/// Looked at means evidence about it, by any method and from any time, or a `felt` with n. Rejected
/// decisions and those about the whole journey are left out.
struct DecisionsEvidenced: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    context.journey.decisions.enumerated().compactMap { index, decision in
      guard decision.status != .rejected, let about = decision.about, context.covers(about),
        let place = context.facts[about], !context.isLookedAt(place)
      else { return nil }
      return context.breach(
        at: [about],
        "decided about a touchpoint that nobody has looked at: "
          + OneLine.of(decision.insight, most: 80),
        fix: "watch or ask customers there first, and write down what they said as 'evidence'",
        path: ["decisions", .index(index), "about"], owner: decision.owner
      ).counting(.evidence, 0, limit: 1)
    }
  }
}

extension RuleContext {
  /// Whether a touchpoint's own `felt` says how many were asked.
  func isMeasured(_ touchpoint: Touchpoint) -> Bool {
    switch touchpoint.felt {
    case .everyone(let score): (score.n ?? 0) > 0
    case .each(let entries): entries.contains { ($0.value.n ?? 0) > 0 }
    case nil: false
    }
  }

  /// Whether anybody has looked at a touchpoint.
  func isLookedAt(_ place: Place) -> Bool {
    isMeasured(place.touchpoint) || !(facts.evidence[place.id] ?? []).isEmpty
  }
}
