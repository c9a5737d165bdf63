import JourneyAnalysis
import JourneyModel

/// Tells one story from what the document says; what it does not say is not made up.
struct StoryTeller {
  let journey: Journey
  let analysis: Analysis
  let item: Priorities.Item?
  let entry: Ledger.Entry?
  let touchpoint: Touchpoint?

  /// Prepares a story.
  ///
  /// - Parameters:
  ///   - estimates: The journey with its figures.
  ///   - item: The touchpoint among what to mend; nil when nothing is to gain there.
  ///   - entry: The decision; nil for a hotspot about which none waits.
  init(_ estimates: Estimates, item: Priorities.Item?, entry: Ledger.Entry?) {
    journey = estimates.journey
    analysis = estimates.analysis
    self.item = item
    self.entry = entry
    touchpoint = (entry?.decision.about ?? item?.touchpoint).flatMap {
      estimates.journey[touchpoint: $0]
    }
  }

  /// The story.
  var story: Story {
    let persona = self.persona
    let wording = StoryWording(
      journey: journey, touchpoint: touchpoint, persona: persona, entry: entry, item: item)
    return Story(
      id: id, title: wording.title, sentence: wording.sentence, acceptance: acceptance,
      evidence: evidence(persona?.id), priority: priority, reasons: item?.reasons ?? [],
      journey: journey.id, journeyTitle: journey.title, customers: journey.customers,
      touchpoint: touchpoint?.id,
      decision: entry, item: item, effort: entry?.decision.effort,
      owner: entry?.answerable ?? touchpoint?.owner, due: entry?.decision.due, path: path,
      link: nil, keys: keys)
  }

  private var path: DocumentPath {
    if let entry { return DocumentPath([.key("decisions"), .index(entry.index)]) }
    return touchpoint.map { DocumentPath.touchpoint($0.id).key } ?? .root
  }

  private var id: String {
    let place = ([journey.id.rawValue] + [touchpoint?.id.rawValue].compactMap(\.self))
      .joined(separator: "/")
    guard let entry else { return place }
    return "\(place)/insight-\(Story.mark(of: entry.decision.insight))"
  }

  private var priority: Story.Priority {
    guard let item, item.hurts else { return .lowest }
    let isTwice = item.threshold > 0 && (item.heatLow ?? 0) >= 2 * item.threshold
    switch item.kind {
    case .sure: return isTwice || item.isBasicNeedFailed ? .highest : .high
    case .suspected: return item.isBasicNeedFailed ? .high : .medium
    case nil:
      if item.isBasicNeedFailed { return .high }
      return item.heat == nil && (item.painLow ?? 0) > 0 ? .medium : .low
    }
  }

  /// The persona that is hurt most here; else the only one there is.
  private var persona: Persona? {
    if let touchpoint {
      let felt = analysis[touchpoint: touchpoint.id]?.personas ?? []
      var worst: PersonaFeeling?
      for feeling in felt where feeling.pain > (worst?.pain ?? 0) { worst = feeling }
      if let worst { return journey[persona: worst.persona] }
      if touchpoint.personas.count == 1 { return journey[persona: touchpoint.personas[0]] }
    }
    return journey.personas.count == 1 ? journey.personas[0] : nil
  }

  private func evidence(_ persona: PersonaID?) -> Story.Evidence {
    let found = journey.evidence.filter { $0.about == touchpoint?.id }
    var methods: [Evidence.Method] = []
    for evidence in found where !methods.contains(evidence.method) {
      methods.append(evidence.method)
    }
    let quotes = (touchpoint?.quotes ?? []).filter(\.isShowable)
    let best =
      quotes.first { $0.persona == persona && $0.consent == true }
      ?? quotes.first { $0.consent == true } ?? quotes.first
    let felt = touchpoint.flatMap { analysis[touchpoint: $0.id]?.felt }
    return Story.Evidence(
      customers: felt?.n, methods: methods, newest: found.compactMap(\.date).max(), quote: best)
  }

  private var acceptance: [String] {
    AcceptanceCriteria(
      journey: journey, touchpoint: touchpoint, item: item,
      felt: touchpoint.flatMap { analysis[touchpoint: $0.id]?.felt }
    ).sentences
  }

  private var keys: Story.Keys {
    func key(_ name: String) -> String? {
      let extensions = entry.map(\.decision.extensions) ?? touchpoint?.extensions ?? []
      switch extensions.first(where: { $0.key == name })?.value {
      case .text(let text): return text.isEmpty ? nil : text
      case .number(let number) where number == number.rounded() && abs(number) < 1e15:
        return "\(Int(number))"
      default: return nil
      }
    }
    return Story.Keys(jira: key("x-jira"), azure: key("x-azure"), github: key("x-github"))
  }
}
