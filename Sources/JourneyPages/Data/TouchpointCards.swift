import JourneyAnalysis
import JourneyDiagrams
import JourneyModel
import TextSupport

/// What the panel and the speaker notes tell about each touchpoint, in finished words.
struct TouchpointCards {
  private let subject: Subject
  private let words: Words
  private let scale: Scale
  private let ramp: EmotionRamp
  private var figures: [TouchpointID: TouchpointFigures] = [:]
  private var hotspots: [TouchpointID: Hotspot] = [:]
  private var channels: [ChannelID: String] = [:]
  private var personas: [PersonaID: String] = [:]

  init(_ subject: Subject, theme: Theme) {
    self.subject = subject
    ramp = theme.ramp
    words = subject.words
    scale = subject.analysis.scale
    for figure in subject.analysis.touchpoints { figures[figure.id] = figure }
    for hotspot in subject.analysis.hotspots.hotspots { hotspots[hotspot.touchpoint] = hotspot }
    for channel in subject.journey.channels { channels[channel.id] = channel.name }
    for persona in subject.journey.personas { personas[persona.id] = persona.name }
  }

  /// One touchpoint.
  func json(_ touchpoint: Touchpoint) -> JSONValue {
    let figures = self.figures[touchpoint.id]
    let decisions = subject.journey.decisions.filter { $0.about == touchpoint.id }
    let facts = self.facts(figures, hotspots[touchpoint.id])
    return [
      "id": .string(touchpoint.id.rawValue),
      "name": .string(touchpoint.name),
      "stage": JSONValue(touchpoint.stage?.rawValue),
      "channel": JSONValue(touchpoint.channel.map { channels[$0] ?? $0.rawValue }),
      "truth": .bool(touchpoint.isMomentOfTruth),
      "rank": JSONValue(hotspots[touchpoint.id].flatMap { $0.kind == nil ? nil : $0.rank }),
      "leave": JSONValue(leave(figures)),
      "felt": felt(figures),
      "believed": believed(figures),
      "gap": gap(figures),
      "facts": .array(facts.map { ["value": .string($0.value), "label": .string($0.label)] }),
      "quotes": .array(quotes(touchpoint)),
      "pains": .array(touchpoint.pains.map { .string($0) }),
      "gains": .array(touchpoint.gains.map { .string($0) }),
      "decisions": .array(decisions.map(decision)),
      "owner": .string(
        touchpoint.owner.map { words.fill(words.page.owner, $0) } ?? words.page.noOwner),
      "hasOwner": .bool(touchpoint.owner != nil),
      "say": .string(say(figures, facts)),
      "notes": .array(notes(touchpoint, decisions, figures)),
    ]
  }

  // MARK: Figures

  /// Where a score stands between the worst and the best of the scale, 0…1.
  private func place(_ score: Double) -> JSONValue {
    let ends = [scale.normalized(scale.low), scale.normalized(scale.high)]
    let (low, high) = (min(ends[0], ends[1]), max(ends[0], ends[1]))
    guard high > low else { return .null }
    let place = (scale.normalized(score) - low) / (high - low)
    return .number((min(1, max(0, place)) * 1000).rounded() / 1000)
  }

  private func felt(_ figures: TouchpointFigures?) -> JSONValue {
    guard let felt = figures?.felt else { return .null }
    return [
      "text": .string(words.score(felt.mean, on: scale)),
      "about": .string(words.page.about(felt, on: scale, in: words)),
      "color": .string(ramp.color(scale.normalized(felt.mean)).hex),
      "ink": .string(ramp.ink(scale.normalized(felt.mean)).hex),
      "at": place(felt.mean), "low": felt.low.map(place) ?? .null,
      "high": felt.high.map(place) ?? .null, "assumed": .bool(felt.isAssumed),
    ]
  }

  private func believed(_ figures: TouchpointFigures?) -> JSONValue {
    guard let believed = figures?.believed else { return .null }
    return ["text": .string(words.score(believed, on: scale)), "at": place(believed)]
  }

  private func gap(_ figures: TouchpointFigures?) -> JSONValue {
    guard let gap = figures?.gap else { return .null }
    return [
      "text": .string(size(of: gap)), "worse": .bool(gap > 0),
      "about": .string(gap > 0 ? words.page.feltWorse : words.page.feltBetter),
    ]
  }

  private func size(of gap: Double) -> String {
    words.numbers.decimal(gap.magnitude, places: scale.unit >= 20 ? 0 : 1)
  }

  private func leave(_ figures: TouchpointFigures?) -> String? {
    guard let dropOff = figures?.dropOff, dropOff > 0 else { return nil }
    return words.fill(words.leave, words.numbers.percent(dropOff))
  }

  private typealias Fact = (value: String, label: String)

  /// How many come, how many of them leave, and how hot it is.
  private func facts(_ figures: TouchpointFigures?, _ hotspot: Hotspot?) -> [Fact] {
    var facts: [Fact] = []
    if let reach = figures?.reach {
      facts.append((words.numbers.percent(reach), words.page.reach))
    }
    if let dropOff = figures?.dropOff, dropOff > 0 {
      facts.append((words.numbers.percent(dropOff), words.page.leave))
    }
    guard let hotspot else { return facts }
    if let heat = hotspot.heat, let kind = hotspot.kind {
      facts.append(
        (
          words.numbers.count(heat),
          words.fill(
            kind == .sure ? words.page.heat : words.page.heatSuspected, words.heatBase)
        ))
    } else if subject.analysis.hotspots.rankedBy == .pain, let pain = hotspot.pain {
      let most = words.fill(words.page.pain, words.numbers.count(1))
      facts.append((words.numbers.decimal(pain, places: 2), most))
    }
    return facts
  }

  /// The figures in one sentence, for readers who hear them.
  private func say(_ figures: TouchpointFigures?, _ facts: [Fact]) -> String {
    var parts: [String] = []
    if let felt = figures?.felt {
      let mean = words.score(felt.mean, on: scale)
      parts.append(words.fill(felt.isAssumed ? words.sayAssumed : words.sayFelt, mean))
    } else {
      parts.append(words.page.notMeasured)
    }
    if let believed = figures?.believed {
      parts.append(words.fill(words.sayBelieved, words.score(believed, on: scale)))
    }
    parts += facts.map { $0.value + " " + $0.label }
    return parts.joined(separator: words.clauseSeparator)
  }

  // MARK: Words

  private func quotes(_ touchpoint: Touchpoint) -> [JSONValue] {
    let persona = subject.analysis.persona
    return touchpoint.quotes.filter { quote in
      quote.consent != false
        && (persona == nil || quote.persona == nil || quote.persona == persona)
    }.map { quote in
      [
        "text": .string(words.quote(quote.text)),
        "by": JSONValue(quote.persona.flatMap { personas[$0] }),
      ]
    }
  }

  private func decision(_ decision: Decision) -> JSONValue {
    var meta = [decision.owner ?? words.noOwner]
    var state = words.state(decision)
    if decision.status == .verified, let outcome = decision.outcome,
      let before = outcome.before, let after = outcome.after
    {
      let places = scale.unit >= 20 ? 0 : 1
      state += " " + words.numbers.decimal(after.mean - before.mean, places: places, plus: true)
    }
    meta.append(state)
    if let due = decision.due, decision.status != .verified, decision.status != .rejected {
      meta.append(words.fill(words.due, words.date(due, near: subject.analysis.asOf.year)))
    }
    return [
      "text": .string(words.told(decision)),
      "meta": .string(meta.joined(separator: " · ")),
      "status": .string(decision.status.rawValue),
    ]
  }

  /// What only the speaker sees: insights, what is behind it, what it rests on.
  private func notes(
    _ touchpoint: Touchpoint, _ decisions: [Decision], _ figures: TouchpointFigures?
  ) -> [JSONValue] {
    let persona = subject.analysis.persona
    let evidence = subject.journey.evidence.filter { evidence in
      evidence.about == touchpoint.id
        && (persona == nil || evidence.persona == nil || evidence.persona == persona)
    }
    let sections: [(String, [String])] = [
      (words.page.insights, decisions.map(\.insight)),
      (words.page.backstage, touchpoint.frontstage + touchpoint.backstage + touchpoint.support),
      (words.page.evidence, evidence.map(source)),
      (words.page.care, figures?.warnings.map(\.text) ?? []),
    ]
    return sections.filter { !$0.1.isEmpty }.map { title, lines in
      ["title": .string(title), "lines": .array(lines.map { .string($0) })]
    }
  }

  /// One piece of evidence in a line: method, how many, felt, when, where it is kept.
  private func source(_ evidence: Evidence) -> String {
    let count = Double(evidence.n ?? 1)
    var parts = [
      words.counted(evidence.method, count)
        ?? words.numbers.count(count) + " " + evidence.method.rawValue
    ]
    if let felt = evidence.felt {
      parts.append(words.fill(words.sayFelt, words.score(felt, on: scale)))
    }
    if let name = evidence.persona.flatMap({ personas[$0] }) { parts.append(name) }
    if let date = evidence.date { parts.append(words.date(date)) }
    if let source = evidence.source { parts.append(source) }
    return parts.joined(separator: " · ")
  }
}
