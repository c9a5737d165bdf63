import JourneyModel

extension Policy {
  /// A policy in good order, about parts of a journey.
  static func random(for journey: Journey, _ random: inout SeededGenerator) -> Policy {
    var policy = Policy()
    // Each rule once, so that none is given again for the same.
    policy.rules = Guardrail.Rule.allCases.filter { _ in random.chance(0.25) }.map { rule in
      let isGiven = rule.needsLimit || (rule.limitKind != .none && random.chance(0.5))
      return Guardrail(
        rule, limit: isGiven ? .random(rule.limitKind, &random) : nil,
        about: (0..<random.pick([0, 0, 1, 2])).map { _ in PolicyScope.random(in: journey, &random)
        },
        fails: random.pick(Guardrail.Failure.allCases), extensions: random.extensions())
    }
    policy.guardians = random.texts()
    policy.waivers = (0..<random.pick([0, 0, 1, 2])).map { _ in
      Waiver(
        random.pick(Guardrail.Rule.allCases),
        about: random.chance(0.7) ? PolicyScope.random(in: journey, &random) : nil,
        by: random.maybeText(), approvedBy: random.maybeText(), why: random.maybeText(),
        tradedFor: random.pick([nil] + Waiver.TradedFor.allCases), until: random.maybeDay(),
        extensions: random.extensions())
    }
    policy.extensions = random.extensions()
    return policy
  }
}

extension PolicyScope {
  fileprivate static func random(
    in journey: Journey, _ random: inout SeededGenerator
  ) -> PolicyScope {
    let touchpoint = random.pick(journey.touchpoints).id.rawValue
    return random.pick([
      PolicyScope(name: touchpoint), PolicyScope(journey: journey.id, name: touchpoint),
      PolicyScope(name: journey.id.rawValue),
    ])
  }
}

extension Guardrail.Limit {
  fileprivate static func random(
    _ kind: Guardrail.LimitKind, _ random: inout SeededGenerator
  ) -> Guardrail.Limit? {
    switch kind {
    case .none: nil
    case .number: .number(random.decimal(0...500))
    case .score: .number(random.decimal(-3...3))
    case .count: .number(Double(Int.random(in: 1...40, using: &random)))
    case .share: Share(fraction: random.decimal(0...1, places: 3)).map(Self.share)
    case .time, .minutes: .time(TimeSpan(seconds: random.pick([0, 90, 600, 172_800, 2.5])))
    }
  }
}
