import JourneyModel

extension DocumentReader {
  /// Reads a whole policy file, as far as it can be understood.
  func policyFile(_ root: DocumentNode) -> Policy {
    var policy = Policy()
    var extensions: Extensions = []
    keys(of: root, PolicyFileKey.self, extensions: &extensions) { key, node in
      switch key {
      case .schema: _ = text(node)
      case .format: _ = formatVersion(node)
      case .rules, .guardians, .waivers:
        if let part = key.part { read(part, of: node, into: &policy) }
      }
    }
    policy.extensions = extensions
    return policy
  }

  /// Reads `policy`; nil when the value is no mapping.
  func policy(_ node: DocumentNode) -> Policy? {
    var policy = Policy()
    var extensions: Extensions = []
    let isMapping = keys(of: node, PolicyKey.self, extensions: &extensions) { key, node in
      read(key, of: node, into: &policy)
    }
    policy.extensions = extensions
    return isMapping ? policy : nil
  }

  private func read(_ key: PolicyKey, of node: DocumentNode, into policy: inout Policy) {
    switch key {
    case .rules:
      policy.rules = ledger(node, example: "- \(GuardrailKey.example)", guardrail) ?? []
    case .guardians: policy.guardians = texts(node)
    case .waivers:
      policy.waivers =
        ledger(node, example: "- {rule: max-heat, about: log-in, why: …}", waiver) ?? []
    }
  }

  // MARK: - Rules

  /// Reads a rule: its name alone, or a mapping.
  ///
  /// A rule that cannot be read keeps its place, so that the others keep theirs.
  private func guardrail(_ node: DocumentNode) -> Guardrail {
    guard let mapping = node.mapping else { return shortGuardrail(node) }
    if mapping.entries.count == 1, let entry = mapping.entries.first,
      let rule = Guardrail.Rule(rawValue: entry.key)
    {
      report(
        "unknown-key", "'\(entry.key)' is not a key of a rule, but a rule",
        fix: "write \(Self.example(of: rule, limit: entry.value))", atKey: entry)
      return unreadableGuardrail()
    }
    var guardrail = Guardrail(.noMaze)
    var rule: Guardrail.Rule?
    var limit: DocumentNode?
    keys(of: node, GuardrailKey.self, extensions: &guardrail.extensions) { key, node in
      switch key {
      case .rule: rule = ruleName(node)
      case .limit: limit = node
      case .about: guardrail.about = scopes(node)
      case .fails: guardrail.fails = choice(node, Guardrail.Failure.self) ?? .surelyBad
      }
    }
    require(
      GuardrailKey.rule, in: node, fix: "add 'rule:' with one of the rules, such as max-heat")
    guard let rule else {
      guardrail.rule = unreadableGuardrail().rule
      return guardrail
    }
    guardrail.rule = rule
    if let limit {
      guardrail.limit = descending(.key(GuardrailKey.limit.rawValue)) {
        self.limit(limit, of: rule)
      }
      if guardrail.limit == nil { silence.add("missing-limit", within: steps) }
    } else if mentions(GuardrailKey.limit, in: mapping) {
      silence.add("missing-limit", within: steps)
    }
    return guardrail
  }

  private func shortGuardrail(_ node: DocumentNode) -> Guardrail {
    guard case .scalar = node.content else {
      reportKind(
        node, wanted: "a rule", fix: "write its name, or a mapping such as \(GuardrailKey.example)")
      return unreadableGuardrail()
    }
    guard let rule = ruleName(node) else { return unreadableGuardrail() }
    if rule.needsLimit {
      report(
        "missing-limit", "'\(rule.rawValue)' needs a limit",
        fix: "write \(Self.example(of: rule, limit: nil))", at: node)
      silence.add("missing-limit", within: steps)
    }
    return Guardrail(rule)
  }

  /// What stands in the draft for a rule that could not be read.
  private func unreadableGuardrail() -> Guardrail {
    silence.add("duplicate-rule")
    return Guardrail(.noMaze)
  }

  private static func example(of rule: Guardrail.Rule, limit: DocumentNode?) -> String {
    var limitText = rule.exampleLimit
    if case .scalar(let text, _)? = limit?.content, rule.limitKind != .none,
      !PlainScalar.isNull(text)
    {
      limitText = shortened(text)
    }
    return limitText.map { "{rule: \(rule.rawValue), limit: \($0)}" } ?? "'\(rule.rawValue)'"
  }

  private func ruleName(_ node: DocumentNode) -> Guardrail.Rule? {
    guard let text = text(node) else { return nil }
    if let rule = Guardrail.Rule(rawValue: text) { return rule }
    let known = Guardrail.Rule.allCases.map(\.rawValue)
    let near = names.nearest(to: text, among: known)
    report(
      "unknown-rule", "there is no rule '\(Self.shortened(text))'",
      fix: near.map { "write '\($0)'" } ?? "write one of \(known.joined(separator: ", "))",
      at: node)
    return nil
  }

  // MARK: - Limits

  private func limit(_ node: DocumentNode, of rule: Guardrail.Rule) -> Guardrail.Limit? {
    let example = rule.exampleLimit ?? "1"
    switch rule.limitKind {
    case .none:
      report(
        "bad-limit", "'\(rule.rawValue)' takes no limit", fix: "remove 'limit'", at: node)
      return nil
    case .number, .score:
      return number(node, example: example).map(Guardrail.Limit.number)
    case .count:
      return number(node, wanted: "a whole number", example: example).map(Guardrail.Limit.number)
    case .share:
      return share(node).map(Guardrail.Limit.share)
    case .time:
      return timeSpan(node).map(Guardrail.Limit.time)
    case .minutes:
      if case .scalar(let text, .plain) = node.content, PlainScalar.number(text) != nil {
        return number(node).map { .time(TimeSpan(seconds: $0 * 60)) }
      }
      return timeSpan(node).map(Guardrail.Limit.time)
    }
  }

  // MARK: - Scopes

  /// Reads what a rule is about; empty for anything.
  private func scopes(_ node: DocumentNode) -> [PolicyScope] {
    if case .list(let list) = node.content, list.isEmpty {
      reportKind(
        node, wanted: "a touchpoint or a journey, or a list of them",
        fix: "write 'any', or leave 'about' out")
    }
    if case .scalar(PolicyScope.any, _) = node.content { return [] }
    return texts(node).map { PolicyScope($0) }
  }

  private func scope(_ node: DocumentNode) -> PolicyScope? {
    guard case .scalar(let text, _) = node.content else {
      reportKind(
        node, wanted: "one touchpoint or journey, or 'any'", fix: "write a waiver for each")
      return nil
    }
    if text == PolicyScope.any { return nil }
    return self.text(node).map { PolicyScope($0) }
  }

  // MARK: - Waivers

  private func waiver(_ node: DocumentNode) -> Waiver {
    var waiver = Waiver(.noMaze)
    var rule: Guardrail.Rule?
    let isMapping = keys(of: node, WaiverKey.self, extensions: &waiver.extensions) { key, node in
      switch key {
      case .rule: rule = ruleName(node)
      case .about: waiver.about = scope(node)
      case .by: waiver.by = text(node)
      case .approvedBy: waiver.approvedBy = text(node)
      case .why: waiver.why = text(node)
      case .tradedFor: waiver.tradedFor = choice(node, Waiver.TradedFor.self)
      case .until: waiver.until = date(node)
      }
    }
    if isMapping {
      require(WaiverKey.rule, in: node, fix: "add 'rule:' with the rule that is waived")
    }
    if let rule { waiver.rule = rule }
    return waiver
  }
}
