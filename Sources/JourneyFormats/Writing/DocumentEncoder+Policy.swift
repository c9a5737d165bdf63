import JourneyModel

extension DocumentEncoder {
  /// A policy, as a file or under `policy`.
  static func policy(_ policy: Policy) -> DocumentValue {
    var mapping = MappingBuilder<PolicyKey>()
    mapping.add(.rules, policy.rules, guardrail)
    mapping.add(.guardians, policy.guardians)
    mapping.add(.waivers, policy.waivers, waiver)
    mapping.add(policy.extensions)
    return mapping.value
  }

  private static func guardrail(_ guardrail: Guardrail) -> DocumentValue {
    // Its name alone says it all.
    if guardrail == Guardrail(guardrail.rule), !guardrail.rule.needsLimit {
      return .text(guardrail.rule.rawValue)
    }
    var mapping = MappingBuilder<GuardrailKey>()
    mapping.add(.rule, guardrail.rule)
    mapping.add(.limit, guardrail.limit.map(limit))
    if let scope = guardrail.about.first, guardrail.about.count == 1 {
      mapping.add(.about, scope)
    } else {
      mapping.add(.about, guardrail.about.map(\.description))
    }
    if guardrail.fails != .surelyBad { mapping.add(.fails, guardrail.fails) }
    mapping.add(guardrail.extensions)
    return mapping.value
  }

  private static func limit(_ limit: Guardrail.Limit) -> DocumentValue {
    switch limit {
    case .number(let number): .number(number)
    case .share, .time: .text(limit.description)
    }
  }

  private static func waiver(_ waiver: Waiver) -> DocumentValue {
    var mapping = MappingBuilder<WaiverKey>()
    mapping.add(.rule, waiver.rule)
    mapping.add(.about, waiver.about)
    mapping.add(.by, waiver.by)
    mapping.add(.approvedBy, waiver.approvedBy)
    mapping.add(.why, waiver.why)
    mapping.add(.tradedFor, waiver.tradedFor)
    mapping.add(.until, waiver.until)
    mapping.add(waiver.extensions)
    return mapping.value
  }
}
