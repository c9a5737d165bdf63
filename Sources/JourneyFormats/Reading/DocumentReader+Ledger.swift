import JourneyModel

extension DocumentReader {
  /// Reads `evidence`; nil when the value is no list.
  func evidence(_ node: DocumentNode) -> [Evidence]? {
    ledger(node, example: "- {about: log-in, method: survey, n: 40, felt: -1.2}", pieceOfEvidence)
  }

  /// Reads `decisions`; nil when the value is no list.
  func decisions(_ node: DocumentNode) -> [Decision]? {
    ledger(node, example: "- insight: what was learnt", decision)
  }

  /// Reads a list of entries; nil when the value is none.
  func ledger<Item>(
    _ node: DocumentNode, example: String, _ read: (DocumentNode) -> Item?
  ) -> [Item]? {
    guard let list = node.list else {
      reportKind(node, wanted: "a list", fix: "begin every entry with a hyphen: \(example)")
      return nil
    }
    var result: [Item] = []
    result.reserveCapacity(list.count)
    items(list) { item in
      if let item = read(item) { result.append(item) }
    }
    return result
  }

  private func pieceOfEvidence(_ node: DocumentNode) -> Evidence? {
    var evidence = Evidence(about: nil, method: .observation)
    var method: Evidence.Method?
    let isMapping = keys(of: node, EvidenceKey.self, extensions: &evidence.extensions) {
      key, node in
      switch key {
      case .about: evidence.about = text(node).map { TouchpointID($0) }
      case .method: method = choice(node, Evidence.Method.self)
      case .n:
        evidence.n = count(node)
        if evidence.n == nil { silence.add("felt-without-n", within: steps) }
      case .felt: evidence.felt = number(node, wanted: "a score")
      case .sd: evidence.sd = number(node)
      case .persona: evidence.persona = text(node).map { PersonaID($0) }
      case .date:
        evidence.date = date(node)
        if evidence.date == nil { silence.add("undated-evidence", within: steps) }
      case .source: evidence.source = text(node)
      case .by: evidence.by = text(node)
      case .asked: evidence.asked = count(node)
      }
    }
    guard isMapping else { return nil }
    require(
      EvidenceKey.method, in: node, fix: "add 'method:', such as survey, interview or observation")
    evidence.method = method ?? .observation
    return evidence
  }

  private func decision(_ node: DocumentNode) -> Decision? {
    var decision = Decision(insight: "")
    let isMapping = keys(of: node, DecisionKey.self, extensions: &decision.extensions) {
      key, node in
      switch key {
      case .insight: decision.insight = text(node) ?? ""
      case .about: decision.about = text(node).map { TouchpointID($0) }
      case .decision: decision.decision = text(node)
      case .owner: decision.owner = owner(node)
      case .status: decision.status = choice(node, Decision.Status.self) ?? .open
      case .due: decision.due = date(node)
      case .found: decision.found = date(node)
      case .reached: decision.reached = reached(node)
      case .decidedOn: decision.decidedOn = date(node)
      case .actedOn: decision.actedOn = date(node)
      case .effort: decision.effort = number(node)
      case .outcome:
        decision.outcome = outcome(node)
        if decision.outcome?.after == nil { silenceOutcome(node) }
      }
    }
    guard isMapping else { return nil }
    require(DecisionKey.insight, in: node, fix: "add 'insight:' with what was learnt")
    return decision
  }

  /// Whether the feeling afterwards was given need not be asked when it was, but unreadably.
  private func silenceOutcome(_ node: DocumentNode) {
    if node.mapping.map({ mentions(OutcomeKey.after, in: $0) }) ?? true {
      silence.add("verified-without-outcome", within: steps)
    }
  }

  private func reached(_ node: DocumentNode) -> Decision.Reached? {
    var reached = Decision.Reached(who: "")
    let isMapping = keys(of: node, ReachedKey.self, extensions: &reached.extensions) { key, node in
      switch key {
      case .who: reached.who = text(node) ?? ""
      case .on: reached.on = date(node)
      }
    }
    guard isMapping else { return nil }
    require(ReachedKey.who, in: node, fix: "add 'who:' with whom it reached")
    return reached
  }

  private func outcome(_ node: DocumentNode) -> Decision.Outcome? {
    var outcome = Decision.Outcome()
    let isMapping = keys(of: node, OutcomeKey.self, extensions: &outcome.extensions) { key, node in
      switch key {
      case .before: outcome.before = score(node)
      case .after: outcome.after = score(node)
      case .n: outcome.n = count(node)
      }
    }
    return isMapping ? outcome : nil
  }
}
