import JourneyModel

extension DocumentReader {
  /// Reads a whole document into a journey, as far as it can be understood.
  ///
  /// The keys may stand in any order; they are read in the order in which they need each other.
  func journey(_ root: DocumentNode, defaultID: JourneyID, shared: SharedParts?) -> Journey {
    var journey = Journey(id: defaultID, title: "")
    var nodes: [RootKey: DocumentNode] = [:]
    keys(of: root, RootKey.self, extensions: &journey.extensions) { key, node in
      if nodes[key] == nil { nodes[key] = node }
    }
    func read<Value>(_ key: RootKey, _ read: (DocumentNode) -> Value?) -> Value? {
      guard let node = nodes[key] else { return nil }
      return descending(.key(key.rawValue)) { read(node) }
    }

    if let title = read(.journey, text) {
      journey.title = title
    } else {
      journey.title = journey.id.rawValue
    }
    require(RootKey.journey, in: root, fix: "add 'journey: TITLE' as the first line")
    _ = read(.format, formatVersion)
    journey.schema = read(.schema, text)
    if let id = read(.id, text) { journey.id = JourneyID(id) }
    journey.state = read(.state) { choice($0, Journey.State.self) }
    if let node = nodes[.scale] {
      journey.scale = descending(.key(RootKey.scale.rawValue)) { scale(node) } ?? unreadableScale()
    }
    scoreExample = "a score from \(journey.scale.low.plainText) to \(journey.scale.high.plainText)"
    journey.customers = read(.customers, customersWord) ?? journey.customers
    journey.period = read(.period, period)
    journey.language = read(.language, text)
    journey.value = read(.value) { number($0) }
    readPeople(&journey, nodes, shared)
    if let stages = read(.stages, stages) { journey.stages = stages }
    if let touchpoints = read(.touchpoints, touchpoints) {
      journey.touchpoints = touchpoints
    } else if root.mapping.map({ mentions(RootKey.touchpoints, in: $0) }) ?? true {
      silence.add("unknown-touchpoint", "no-touchpoints")
    }
    if let flow = read(.flow, flow) { journey.flow = flow }
    if let ends = read(.ends, ends) { journey.ends = ends }
    if let hotspots = read(.hotspots, hotspots) { journey.hotspots = hotspots }
    if let evidence = read(.evidence, evidence) { journey.evidence = evidence }
    if let decisions = read(.decisions, decisions) { journey.decisions = decisions }
    journey.policy = read(.policy, policy)
    return journey
  }

  /// Personas and channels: the document's own, then those it shares with others.
  private func readPeople(
    _ journey: inout Journey, _ nodes: [RootKey: DocumentNode], _ shared: SharedParts?
  ) {
    if let node = nodes[.personas] {
      descending(.key(RootKey.personas.rawValue)) {
        if let personas = personas(node) { journey.personas = personas }
      }
    }
    if let node = nodes[.channels] {
      descending(.key(RootKey.channels.rawValue)) {
        if let channels = channels(node) { journey.channels = channels }
      }
    }
    let ownPersonas = Set(journey.personas.map(\.id))
    let ownChannels = Set(journey.channels.map(\.id))
    journey.personas += (shared?.personas ?? []).filter { !ownPersonas.contains($0.id) }
    journey.channels += (shared?.channels ?? []).filter { !ownChannels.contains($0.id) }
    personaIDs = Set(journey.personas.map(\.id.rawValue))
  }

  /// The version of the format; only 1 is known.
  func formatVersion(_ node: DocumentNode) -> Int? {
    guard let version = count(node) else { return nil }
    guard version == 1 else {
      report(
        "unknown-format", "format \(version) is not known", fix: "write 'format: 1'", at: node)
      return nil
    }
    return version
  }

  private func customersWord(_ node: DocumentNode) -> String? {
    if case .scalar(let text, .plain) = node.content, PlainScalar.number(text) != nil {
      report(
        "wrong-type", "the number \(text) where 'customers' takes a word",
        fix:
          "write what customers are called, such as 'patients'; how many there are is said in 'flow'",
        at: node)
      return nil
    }
    return text(node)
  }

  // MARK: - Scale and period

  private func unreadableScale() -> Scale {
    silence.add("off-scale", "bad-scale", "wide-sd")
    return .standard
  }

  private func scale(_ node: DocumentNode) -> Scale? {
    if case .scalar(let text, _) = node.content {
      let ends = Hints.numbers(in: text)
      let isRange = ends.count == 2 && ends[0] < ends[1]
      let (low, high) = isRange ? (ends[0], ends[1]) : (-2, 2)
      reportKind(
        node, wanted: "a mapping",
        fix: "write {low: \(low.plainText), high: \(high.plainText)}")
      return nil
    }
    var scale = (low: Double?.none, high: Double?.none, neutral: Double?.none, inverted: false)
    var extensions: Extensions = []
    let isMapping = keys(of: node, ScaleKey.self, extensions: &extensions) { key, node in
      switch key {
      case .low: scale.low = number(node)
      case .high: scale.high = number(node)
      case .neutral: scale.neutral = number(node)
      case .inverted: scale.inverted = bool(node) ?? false
      }
    }
    guard isMapping else { return nil }
    for key in [ScaleKey.low, .high] {
      require(key, in: node, fix: "give both ends, such as {low: -2, high: 2}")
    }
    guard let low = scale.low, let high = scale.high else { return nil }
    return Scale(
      low: low, high: high, neutral: scale.neutral, isInverted: scale.inverted,
      extensions: extensions)
  }

  private func period(_ node: DocumentNode) -> Period? {
    let example = "write a period such as 2026-03-01..2026-08-31"
    guard case .scalar(let text, _) = node.content else {
      reportKind(node, wanted: "a period", fix: example)
      return nil
    }
    let days = text.replacing("..", with: " ").split(separator: " ").filter { $0.utf8.count > 3 }
    guard let dots = text.firstRange(of: "..") else {
      let fix =
        days.count == 2 && days.allSatisfy { CalendarDate($0) != nil }
        ? "write \(days[0])..\(days[1])" : example
      report(
        "bad-period", "'\(Self.shortened(text))' where 'period' takes two days", fix: fix, at: node)
      return nil
    }
    let ends = [text[..<dots.lowerBound], text[dots.upperBound...]]
    let dates = ends.map { CalendarDate($0) }
    guard let start = dates[0], let end = dates[1] else {
      let wrong = Self.shortened(String(ends[dates[0] == nil ? 0 : 1]))
      report("bad-period", "there is no day '\(wrong)'", fix: example, at: node)
      return nil
    }
    guard let period = Period(start: start, end: end) else {
      report(
        "bad-period", "the period ends before it begins", fix: "write \(end)..\(start)", at: node)
      return nil
    }
    return period
  }

  // MARK: - Small parts

  private func stages(_ node: DocumentNode) -> [Stage]? {
    guard node.mapping == nil else {
      reportKind(node, wanted: "a list of names", fix: "write [Before, During, After]")
      silence.add("unknown-stage", "no-stage")
      return nil
    }
    return texts(node).map { Stage($0) }
  }

  private func ends(_ node: DocumentNode) -> Journey.EndNames? {
    var ends = Journey.EndNames()
    keys(of: node, EndsKey.self, extensions: &ends.extensions) { key, node in
      let name = text(node)
      switch key {
      case .completed: ends.completed = name
      case .left: ends.left = name
      case .diverted: ends.diverted = name
      case .underWay: ends.underWay = name
      case .ended: ends.ended = name
      }
    }
    return ends
  }

  private func hotspots(_ node: DocumentNode) -> Journey.HotspotSettings? {
    var hotspots = Journey.HotspotSettings()
    keys(of: node, HotspotsKey.self, extensions: &hotspots.extensions) { key, node in
      switch key {
      case .atLeast: hotspots.atLeast = number(node) ?? hotspots.atLeast
      case .weight: hotspots.weight = number(node) ?? hotspots.weight
      }
    }
    return hotspots
  }
}
