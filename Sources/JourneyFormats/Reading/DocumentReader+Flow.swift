import JourneyModel

extension DocumentReader {
  /// Reads `flow`; nil when the value is no mapping.
  func flow(_ node: DocumentNode) -> [Transition]? {
    var flow: [Transition] = []
    flow.reserveCapacity(node.mapping?.entries.count ?? 0)
    var first: [String: DocumentMapping.Entry] = [:]
    let isMapping = entries(
      of: node, wanted: "a mapping of arrows",
      example: "'start -> log-in: 100', one line for each arrow"
    ) { entry in
      let ends = FlowKey(entry.key)
      if let problem = ends.problem {
        report("bad-flow-key", problem.summary, fix: problem.fix, atKey: entry)
      }
      guard !entry.value.isNull else {
        return report(
          "empty-value", "'\(Self.shortened(entry.key))' has no value",
          fix: "write how many take it, such as 100 or 82%", atKey: entry)
      }
      let traffic = trafficByPersona(entry.value)
      guard let source = ends.source, let target = ends.target, let traffic, !entry.isDuplicate
      else { return }
      let transition = Transition(source, target, traffic)
      let key = transition.key
      if let earlier = first.updateValue(entry, forKey: key) {
        first[key] = earlier
        let note = Diagnostic.Note("it is given here first", range: map.range(ofKey: earlier))
        return report(
          "duplicate-transition", "'\(key)' is given again", fix: "add the two up in one line",
          atKey: entry, notes: [note])
      }
      if key != entry.key { flowSpellings[key] = entry.key }
      flow.append(transition)
    }
    return isMapping ? flow : nil
  }

  private func trafficByPersona(_ node: DocumentNode) -> ByPersona<Transition.Traffic>? {
    guard let mapping = node.mapping, isByPersona(mapping, TrafficKey.self) else {
      return traffic(node).map(ByPersona.everyone)
    }
    return byPersona(node, example: "{customers: 360, time: 4m}", traffic)
  }

  /// A count, a share, or a mapping with one of the two.
  private func traffic(_ node: DocumentNode) -> Transition.Traffic? {
    guard let mapping = node.mapping else { return amount(node).map { Transition.Traffic($0) } }
    var traffic = Transition.Traffic(.customers(0))
    var amount: Transition.Amount?
    keys(of: node, TrafficKey.self, extensions: &traffic.extensions) { key, node in
      switch key {
      case .customers: amount = count(node).map(Transition.Amount.customers)
      case .share: amount = share(node).map(Transition.Amount.share)
      case .time: traffic.time = timeSpan(node)
      case .median: traffic.median = timeSpan(node)
      case .label: traffic.label = text(node)
      }
    }
    let hasCount = mapping[TrafficKey.customers.rawValue] != nil
    let hasShare = mapping[TrafficKey.share.rawValue] != nil
    if hasCount, hasShare {
      report(
        "count-and-share", "both 'customers' and 'share'", fix: "keep one of the two", at: node)
    } else if !mentions(TrafficKey.share, in: mapping) {
      require(
        TrafficKey.customers, in: node,
        fix: "add 'customers:' with a count, or 'share:' with a percentage")
    }
    guard let amount else { return nil }
    traffic.amount = amount
    return traffic
  }

  private func amount(_ node: DocumentNode) -> Transition.Amount? {
    guard case .scalar(let text, let style) = node.content else {
      reportKind(
        node, wanted: "a count or a share", fix: "write how many take it, such as 100 or 82%")
      return nil
    }
    if text.utf8.last == UInt8(ascii: "%") { return share(node).map(Transition.Amount.share) }
    guard let number = PlainScalar.number(text) else {
      reportKind(
        node, wanted: "a count or a share", fix: "write how many take it, such as 100 or 82%")
      return nil
    }
    if style == .plain, number.isFinite, number != number.rounded() {
      report(
        "not-whole", "\(text) is not a whole number of customers",
        fix: number > 0 && number < 1
          ? "\(Self.shareFix(text)) if it is a share" : "write \(number.rounded().plainText)",
        at: node)
      return nil
    }
    return count(node).map(Transition.Amount.customers)
  }
}
