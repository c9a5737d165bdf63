import JourneyAnalysis
import JourneyModel

/// Turns what is known about a touchpoint into the words of its lanes.
struct MapLaneWriter {
  private let subject: Subject
  private let setter: Typesetter
  private let words: Words
  private var decisions: [TouchpointID: [Decision]] = [:]
  private var evidence: [TouchpointID: [Evidence]] = [:]
  private var hotspots: Set<TouchpointID> = []

  init(subject: Subject, lanes: [Lane], setter: Typesetter) {
    self.subject = subject
    self.setter = setter
    words = subject.words
    if lanes.contains(.decisions) {
      for decision in subject.journey.decisions {
        if let about = decision.about { decisions[about, default: []].append(decision) }
      }
    }
    if lanes.contains(.evidence) {
      let persona = subject.analysis.persona
      for evidence in subject.journey.evidence
      where persona == nil || evidence.persona == nil || evidence.persona == persona {
        if let about = evidence.about { self.evidence[about, default: []].append(evidence) }
      }
    }
    if lanes.contains(.owner) {
      for hotspot in subject.analysis.hotspots.hotspots where hotspot.kind != nil {
        hotspots.insert(hotspot.touchpoint)
      }
    }
  }

  /// What stands in the lane of a touchpoint.
  func entries(_ lane: Lane, of touchpoint: Touchpoint) -> [MapContent.Entry] {
    func list(_ texts: [String], _ ink: ColorRole = .inkSoft, gap: Double = 5)
      -> [MapContent.Entry]
    {
      texts.map { entry($0, .body, ink, gap: gap) }
    }
    return switch lane {
    case .does: list(touchpoint.does, .ink)
    case .thinks: list(touchpoint.thinks)
    case .sees: list(touchpoint.sees)
    case .says: list(touchpoint.says)
    case .hears: list(touchpoint.hears)
    case .quotes: quotes(of: touchpoint)
    case .pains: list(touchpoint.pains, .painInk, gap: 7)
    case .gains: list(touchpoint.gains, .ink, gap: 7)
    case .decisions: (decisions[touchpoint.id] ?? []).flatMap { decision($0) }
    case .owner: owner(of: touchpoint)
    case .evidence: evidence(about: touchpoint.id)
    case .frontstage: list(touchpoint.frontstage)
    case .backstage: list(touchpoint.backstage)
    case .support: list(touchpoint.support)
    case .props: list(touchpoint.props)
    }
  }

  /// A decision in words: what is to be done; then who, how far, until when.
  func decision(_ decision: Decision) -> [MapContent.Entry] {
    let scale = subject.analysis.scale
    var meta = [decision.owner.map(Scalars.isolated) ?? words.noOwner]
    var state = words.state(decision)
    if decision.status == .verified, let outcome = decision.outcome,
      let before = outcome.before, let after = outcome.after
    {
      let places = scale.unit >= 20 ? 0 : 1
      state +=
        "\u{A0}" + words.numbers.decimal(after.mean - before.mean, places: places, plus: true)
    }
    meta.append(state)
    if let due = decision.due, decision.status != .verified, decision.status != .rejected {
      meta.append(
        words.unbroken(words.fill(words.due, words.date(due, near: subject.analysis.asOf.year))))
    }
    let ink: ColorRole = decision.owner == nil ? .leaveInk : .inkSoft
    var second = entry(meta.joined(separator: Words.dot), .meta, ink, gap: 4)
    second.mark = DecisionMark(decision.status)
    return [entry(words.told(decision), .body, .decisionInk, gap: 12), second]
  }

  private func quotes(of touchpoint: Touchpoint) -> [MapContent.Entry] {
    let persona = subject.analysis.persona
    let quotes = touchpoint.quotes.filter { quote in
      quote.consent != false && (persona == nil || quote.persona == nil || quote.persona == persona)
    }
    var entries = quotes.prefix(MapContent.mostQuotes).map {
      entry(words.quote($0.text), .quote, .inkSoft, gap: 8)
    }
    if quotes.count > MapContent.mostQuotes {
      let rest = words.fill(words.more, String(quotes.count - MapContent.mostQuotes))
      entries.append(entry(rest, .meta, .inkSoft, gap: 8))
    }
    return entries
  }

  /// Who answers for it; of a hotspot also that nobody does.
  private func owner(of touchpoint: Touchpoint) -> [MapContent.Entry] {
    if let owner = touchpoint.owner { return [entry(owner, .body, .ink, gap: 0)] }
    return hotspots.contains(touchpoint.id) ? [entry(words.noOwner, .body, .leaveInk, gap: 0)] : []
  }

  /// How many of what it rests on, by method.
  private func evidence(about touchpoint: TouchpointID) -> [MapContent.Entry] {
    var counts: [Evidence.Method: Int] = [:]
    for evidence in evidence[touchpoint] ?? [] {
      counts[evidence.method, default: 0] += evidence.n ?? 1
    }
    return Evidence.Method.allCases.compactMap { method in
      counts[method].flatMap { words.counted(method, Double($0)) }
        .map { entry($0, .meta, .inkSoft, gap: 4) }
    }
  }

  private func entry(
    _ text: String, _ role: TextRole, _ ink: ColorRole, gap: Double
  ) -> MapContent.Entry {
    MapContent.Entry(text: setter.add(text, role), ink: ink, gap: gap, mark: nil)
  }
}

extension Lane {
  /// The lane's title.
  func title(_ words: Words) -> String {
    switch self {
    case .does: words.map.does
    case .thinks: words.map.thinks
    case .sees: words.map.sees
    case .says: words.map.says
    case .hears: words.map.hears
    case .quotes: words.quotes
    case .pains: words.pains
    case .gains: words.map.gains
    case .decisions: words.decisions
    case .owner: words.map.owner
    case .evidence: words.map.evidence
    case .frontstage: words.blueprint.frontstage
    case .backstage: words.backstage
    case .support: words.map.support
    case .props: words.blueprint.props
    }
  }

  /// The ground of the lane's cells; nil for none.
  var ground: ColorRole? {
    switch self {
    case .pains: .pain
    case .gains: .gapBetter
    case .decisions: .decision
    default: nil
    }
  }
}
