import JourneyModel

extension DocumentEncoder {
  /// A piece of evidence.
  static func evidence(_ evidence: Evidence) -> DocumentValue {
    var mapping = MappingBuilder<EvidenceKey>()
    mapping.add(.about, evidence.about)
    mapping.add(.method, evidence.method)
    mapping.add(.n, evidence.n)
    mapping.add(.felt, evidence.felt)
    mapping.add(.sd, evidence.sd)
    mapping.add(.persona, evidence.persona)
    mapping.add(.date, evidence.date)
    mapping.add(.source, evidence.source)
    mapping.add(.by, evidence.by)
    mapping.add(.asked, evidence.asked)
    mapping.add(evidence.extensions)
    return mapping.value
  }

  /// An entry of the decision ledger.
  static func decision(_ decision: Decision) -> DocumentValue {
    var mapping = MappingBuilder<DecisionKey>()
    mapping.add(.insight, decision.insight)
    mapping.add(.about, decision.about)
    mapping.add(.decision, decision.decision)
    mapping.add(.owner, decision.owner)
    mapping.add(.status, decision.status)
    mapping.add(.due, decision.due)
    mapping.add(.found, decision.found)
    mapping.add(.reached, decision.reached.map(reached))
    mapping.add(.decidedOn, decision.decidedOn)
    mapping.add(.actedOn, decision.actedOn)
    mapping.add(.effort, decision.effort)
    mapping.add(.outcome, decision.outcome.map(outcome))
    mapping.add(decision.extensions)
    return mapping.value
  }

  private static func reached(_ reached: Decision.Reached) -> DocumentValue {
    var mapping = MappingBuilder<ReachedKey>()
    mapping.add(.who, reached.who)
    mapping.add(.on, reached.on)
    mapping.add(reached.extensions)
    return mapping.value
  }

  private static func outcome(_ outcome: Decision.Outcome) -> DocumentValue {
    var mapping = MappingBuilder<OutcomeKey>()
    mapping.add(.before, outcome.before.map(score))
    mapping.add(.after, outcome.after.map(score))
    mapping.add(.n, outcome.n)
    mapping.add(outcome.extensions)
    return mapping.value
  }
}
