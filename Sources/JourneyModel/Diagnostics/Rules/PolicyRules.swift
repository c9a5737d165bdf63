extension Policy {
  /// Everything about the policy that contradicts itself, in its order.
  ///
  /// Limits of the wrong kind, limits that are missing, rules that are given twice. What is wrong
  /// with a waiver that can be read, such as an end that has passed or a signature that is missing,
  /// is no contradiction but a finding of a check, so that it is seen where the rule is seen.
  ///
  /// Cost: linear in the policy.
  ///
  /// - Returns: Errors and warnings with paths from the policy's root.
  public func problems() -> [Diagnostic] {
    var finder = ProblemFinder(Journey(id: "policy", title: "policy"))
    finder.checkPolicy(self, at: .root)
    return finder.problems
  }
}

extension ProblemFinder {
  /// Checks the journey's own policy, and that it is about parts of this journey.
  mutating func checkOwnPolicy() {
    guard let policy = journey.policy else { return }
    checkPolicy(policy, at: ["policy"])
    for (index, rule) in policy.rules.enumerated() {
      for (item, scope) in rule.about.enumerated() {
        checkIsHere(scope, at: ["policy", "rules", .index(index), "about", .index(item)])
      }
    }
    for (index, waiver) in policy.waivers.enumerated() {
      guard let scope = waiver.about else { continue }
      checkIsHere(scope, at: ["policy", "waivers", .index(index), "about"])
    }
  }

  private mutating func checkIsHere(_ scope: PolicyScope, at path: DocumentPath) {
    // What names nothing at all is told with the policy's own mistakes.
    guard IdentifierRules.isIdentifier(scope.name), scope.name != PolicyScope.any else { return }
    let own = journey.id.rawValue
    if let other = scope.journey, other != journey.id {
      return error(
        "other-journey", "'\(scope)' is in another journey, '\(other)'",
        fix: "write the rule into the document of '\(other)', or into the policy file", at: path)
    }
    guard scope.journey != nil || scope.name != own else { return }
    checkReference(TouchpointID(scope.name), or: [own], at: path)
  }

  /// Checks a policy, wherever it stands.
  mutating func checkPolicy(_ policy: Policy, at path: DocumentPath) {
    checkExtensions(policy.extensions, at: path)
    var first: [Guardrail.Rule: [(about: Set<PolicyScope>, index: Int)]] = [:]
    for (index, rule) in policy.rules.enumerated() {
      let place = path.part("rules").item(index)
      checkLimit(of: rule, at: place)
      for (item, scope) in rule.about.enumerated() {
        checkForm(of: scope, at: place.part("about").item(item))
      }
      checkExtensions(rule.extensions, at: place)
      let about = Set(rule.about)
      if let earlier = first[rule.rule]?.first(where: { $0.about == about }) {
        let scopes = rule.about.map { "'\($0)'" }.joined(separator: ", ")
        error(
          "duplicate-rule",
          "'\(rule.rule.rawValue)' is given again for \(scopes.isEmpty ? "anything" : scopes)",
          fix: "keep one of the two", at: place.part("rule"),
          notes: [
            Diagnostic.Note(
              "it is given here first", at: path.part("rules").item(earlier.index).part("rule"))
          ])
      } else {
        first[rule.rule, default: []].append((about, index))
      }
    }
    for (index, waiver) in policy.waivers.enumerated() {
      let place = path.part("waivers").item(index)
      if let scope = waiver.about { checkForm(of: scope, at: place.part("about")) }
      checkExtensions(waiver.extensions, at: place)
    }
  }

  // MARK: - Limits

  /// The longest time that a figure may be held against: 100 years, in seconds.
  private static var longestLimit: Double { 36_525 * 86_400 }

  private mutating func checkLimit(of rule: Guardrail, at place: DocumentPath) {
    let (name, kind) = (rule.rule.rawValue, rule.rule.limitKind)
    guard let limit = rule.limit else {
      guard rule.rule.needsLimit else { return }
      return error(
        "missing-limit", "'\(name)' needs a limit",
        fix: "add 'limit:' with \(kind), such as \(rule.rule.exampleLimit ?? "1")", at: place)
    }
    let path = place.part("limit")
    guard kind != .none else {
      return error("bad-limit", "'\(name)' takes no limit", fix: "remove it", at: path)
    }
    switch (kind, limit) {
    case (.number, .number(let number)): checkNotNegative(number, at: path)
    case (.score, .number(let number)):
      guard !number.isFinite else { return }
      error(
        "not-finite", "\(number) is not a number that can be computed with",
        fix: "write one such as \(rule.rule.exampleLimit ?? "1")", at: path)
    case (.count, .number(let number)):
      guard number < 1 || number != number.rounded() || !number.isFinite else { return }
      error(
        "bad-limit", "\(number.plainText) where '\(name)' takes a whole number of 1 or more",
        fix: "write one such as \(rule.rule.exampleLimit ?? "1")", at: path)
    case (.share, .share(let share)):
      guard share > .whole else { return }
      error("bad-limit", "\(share) is more than all", fix: "write 100% or less", at: path)
    case (.time, .time(let span)), (.minutes, .time(let span)):
      guard span.seconds > Self.longestLimit else { return checkTime(span, at: path) }
      error(
        "bad-limit", "\(limit) is longer than 100 years, and nothing would ever break '\(name)'",
        fix: "write one such as \(rule.rule.exampleLimit ?? "1d")", at: path)
    default:
      error(
        "bad-limit", "\(limit) where '\(name)' takes \(kind)",
        fix: "write one such as \(rule.rule.exampleLimit ?? "1")", at: path)
    }
  }

  // MARK: - Scopes

  private mutating func checkForm(of scope: PolicyScope, at path: DocumentPath) {
    if scope.journey == nil, scope.name == PolicyScope.any {
      return error(
        "bad-scope", "'any' stands for everything and cannot be one of several",
        fix: "write 'about: any' alone, or JOURNEY/any for a touchpoint with that id", at: path)
    }
    let parts = [scope.journey?.rawValue, scope.name].compactMap(\.self)
    guard let wrong = parts.first(where: { !IdentifierRules.isIdentifier($0) }) else { return }
    let meant = wrong.contains("/") ? nil : IdentifierRules.identifier(from: wrong)
    let whole = parts.map { $0 == wrong ? meant ?? "" : $0 }.joined(separator: "/")
    error(
      "bad-scope", "'\(scope)' names neither a touchpoint nor a journey",
      fix: meant == nil
        ? "write the id of a touchpoint or of a journey, or JOURNEY/TOUCHPOINT"
        : "write '\(whole)'",
      at: path)
  }
}
