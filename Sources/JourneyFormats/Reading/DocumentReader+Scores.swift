import JourneyModel

extension DocumentReader {
  /// Reads `felt`: a number, a mapping of score keys, or either for each persona.
  func felt(_ node: DocumentNode) -> ByPersona<Score>? {
    guard let mapping = node.mapping, isByPersona(mapping, ScoreKey.self) else {
      return score(node).map(ByPersona.everyone)
    }
    return byPersona(node, example: "{mean: -1.2, n: 40}", score)
  }

  /// Whether a mapping's keys are personas and not the keys of one value.
  func isByPersona<Key: DocumentKey>(_ mapping: DocumentMapping, _ keys: Key.Type) -> Bool {
    let own = mapping.entries.lazy.map(\.key).filter { !$0.hasPrefix("x-") }
    if own.contains(where: { Key.table[$0] != nil }) { return false }
    if own.contains(where: { self.personaIDs.contains($0) }) { return true }
    // Nothing is known: it is one value when a key looks like a misspelt one.
    return !own.contains { names.nearest(to: $0, among: Key.allCases.lazy.map(\.rawValue)) != nil }
  }

  /// Reads a mapping from personas to values.
  func byPersona<Value>(
    _ node: DocumentNode, example: String, _ read: (DocumentNode) -> Value?
  ) -> ByPersona<Value>? {
    var values: [ByPersona<Value>.Entry] = []
    if node.mapping?.entries.isEmpty == true {
      reportKind(node, wanted: "a value", fix: "write \(example), or remove the key")
    }
    entries(of: node, example: example) { entry in
      guard !entry.value.isNull else {
        return report(
          "empty-value", "'\(entry.key)' has no value",
          fix: "write one after the colon, or remove the line", atKey: entry)
      }
      if let value = read(entry.value), !entry.isDuplicate {
        values.append(ByPersona.Entry(PersonaID(entry.key), value))
      }
    }
    return values.isEmpty ? nil : .each(values)
  }

  /// Reads a score: a number or `{mean, n, sd}`.
  func score(_ node: DocumentNode) -> Score? {
    guard node.mapping != nil else {
      return number(node, wanted: "a score").map { Score(mean: $0) }
    }
    var mean: Double?
    var score = Score(mean: 0)
    keys(of: node, ScoreKey.self, extensions: &score.extensions) { key, node in
      switch key {
      case .mean: mean = number(node, wanted: "a score")
      case .n: score.n = count(node)
      case .sd: score.sd = number(node)
      }
    }
    require(ScoreKey.mean, in: node, fix: "add 'mean:' with the score")
    guard let mean else { return nil }
    score.mean = mean
    return score
  }

  /// Reads `believed`: one belief or a list of them.
  func believed(_ node: DocumentNode) -> [Belief] {
    guard let list = node.list else { return belief(node).map { [$0] } ?? [] }
    var beliefs: [Belief] = []
    items(list) { item in
      if let belief = belief(item) { beliefs.append(belief) }
    }
    return beliefs
  }

  private func belief(_ node: DocumentNode) -> Belief? {
    guard node.mapping != nil else {
      return number(node, wanted: "a score").map { Belief(mean: $0) }
    }
    var mean: Double?
    var belief = Belief(mean: 0)
    keys(of: node, BeliefKey.self, extensions: &belief.extensions) { key, node in
      switch key {
      case .mean: mean = number(node, wanted: "a score")
      case .n: belief.n = count(node)
      case .by: belief.by = text(node)
      case .date: belief.date = date(node)
      }
    }
    require(BeliefKey.mean, in: node, fix: "add 'mean:' with the score")
    guard let mean else { return nil }
    belief.mean = mean
    return belief
  }
}
