import JourneyModel

extension Journey {
  /// Sets, now and then, everything that no figure depends on.
  mutating func fill(_ random: inout SeededGenerator) {
    state = random.pick([nil, .asIs, .toBe])
    if random.chance(0.3) { customers = "patients" }
    if random.chance(0.3) { language = random.pick(["en", "de-AT", "ja"]) }
    if random.chance(0.2) { value = random.decimal(0...500) }
    if random.chance(0.3) { ends.completed = "reach their results" }
    if random.chance(0.2) { ends.left = random.text() }
    if random.chance(0.1) { schema = "https://example.org/journey.schema.json" }
    title = random.text()
    extensions = random.extensions()
    channels = [Channel.Kind.digital, .physical, .human, .none].prefix(random.pick([0, 1, 4])).map {
      Channel(
        id: ChannelID("channel-\($0.rawValue)"), name: random.chance(0.7) ? random.text() : nil,
        kind: random.chance(0.8) ? $0 : nil, icon: random.icon(), extensions: random.extensions())
    }
    for index in personas.indices { personas[index].fill(&random) }
    for index in touchpoints.indices { touchpoints[index].fill(in: self, &random) }
    for index in evidence.indices { evidence[index].fill(&random) }
    decisions = (0..<random.pick([0, 0, 1, 3])).map { _ in
      Decision.random(about: touchpoints, on: scale, &random)
    }
    if random.chance(0.4) { policy = Policy.random(for: self, &random) }
  }
}

extension SeededGenerator {
  fileprivate mutating func icon() -> Channel.Icon? {
    let data = pick([
      "M4 4h16v16H4z", " m2,3 a1 1 0 01.5.5 t 8-1", "M12 2.5Q20 8 12 21.5S4 16 12 2.5",
    ])
    return pick([
      nil, .symbol(pick(Channel.Symbol.allCases)), (try? PathData(data)).map { .path($0) },
    ])
  }
}

extension Persona {
  fileprivate mutating func fill(_ random: inout SeededGenerator) {
    if random.chance(0.7) { name = random.text() }
    about = random.maybeText()
    role = random.maybeText()
    goals = random.texts()
    needs = random.texts()
    motivations = random.texts()
    values = random.texts()
    reviewed = random.maybeDay()
    extensions = random.extensions()
  }
}

extension Touchpoint {
  fileprivate mutating func fill(in journey: Journey, _ random: inout SeededGenerator) {
    if random.chance(0.8) { name = random.text() }
    if !journey.channels.isEmpty, random.chance(0.8) { channel = random.pick(journey.channels).id }
    owner = random.maybeText()
    if random.chance(0.3) {
      quotes = [
        Quote(
          random.text(), consent: random.pick([nil, true, false]),
          persona: journey.personas.isEmpty ? nil : random.pick(journey.personas).id,
          date: random.maybeDay(), source: random.maybeText()),
        Quote(random.text()),
      ]
    }
    pains = random.texts()
    gains = random.texts()
    thinks = random.texts()
    sees = random.texts()
    says = random.texts()
    does = random.texts()
    hears = random.texts()
    before = random.texts()
    after = random.texts()
    frontstage = random.texts()
    backstage = random.texts()
    support = random.texts()
    props = random.texts()
    promised = random.texts()
    isMomentOfTruth = random.chance(0.2)
    if random.chance(0.2) { importance = random.decimal(0...10, places: 1) }
    need = random.pick([nil, nil, .basic, .performance, .delight])
    if random.chance(0.2) { reading = TimeSpan(seconds: random.pick([0, 90, 2400])) }
    if random.chance(0.2) { words = Int.random(in: 0...20_000, using: &random) }
    if random.chance(0.2) { pages = random.decimal(0...50, places: 1) }
    extensions = random.extensions()
  }
}

extension Evidence {
  fileprivate mutating func fill(_ random: inout SeededGenerator) {
    source = random.maybeText()
    by = random.maybeText()
    if random.chance(0.2) { asked = (n ?? 0) + Int.random(in: 1...100, using: &random) }
    extensions = random.extensions()
  }
}

extension Decision {
  fileprivate static func random(
    about touchpoints: [Touchpoint], on scale: Scale, _ random: inout SeededGenerator
  ) -> Decision {
    var decision = Decision(
      insight: random.text(), about: random.chance(0.8) ? random.pick(touchpoints).id : nil,
      decision: random.maybeText(), owner: random.maybeText(),
      status: random.pick(Status.allCases), due: random.maybeDay())
    decision.found = random.maybeDay()
    if random.chance(0.3) { decision.reached = Reached(who: random.text(), on: random.maybeDay()) }
    decision.decidedOn = random.maybeDay()
    decision.actedOn = random.maybeDay()
    if random.chance(0.3) { decision.effort = random.decimal(0...40, places: 1) }
    if random.chance(0.3) {
      let before = random.decimal(scale.low...scale.high, places: 1)
      let after = random.decimal(scale.low...scale.high, places: 1)
      decision.outcome =
        random.chance(0.5)
        ? Outcome(before: Score(mean: before), after: Score(mean: after), n: 120)
        : Outcome(
          before: Score(mean: before, n: 40, sd: 0.5), after: Score(mean: after, n: 51, sd: 0.25))
    }
    decision.extensions = random.extensions()
    return decision
  }
}

extension SeededGenerator {
  /// Words, some of them hard to write in a document.
  fileprivate mutating func text() -> String {
    pick([
      "Log in to portal", "No news", "I kept refreshing my phone at 3 a.m.", "yes", "null", "1.50",
      "a: b", "#hash", "- dash", "\"quoted\" and 'single'", "back\\slash", "Straße, naïve, 東京",
      "نتائج الاختبار", "two\nlines", "{brace} [bracket]", "100%", "~", "2026-05-10", "🙂 smile",
      "&a",
      "!tag", "trailing colon:", "tab\there", "*star", "`tick`", "@at", "0x1F", "=", "<b>bold</b>",
    ])
  }

  mutating func maybeText() -> String? { chance(0.3) ? text() : nil }

  mutating func texts() -> [String] {
    chance(0.2) ? (0..<pick([1, 2, 3])).map { _ in text() } : []
  }

  mutating func maybeDay() -> CalendarDate? {
    chance(0.3) ? RandomJourney.day(Int.random(in: 18_000...20_000, using: &self)) : nil
  }

  mutating func extensions() -> Extensions {
    guard chance(0.1) else { return [] }
    return [
      DocumentValue.Entry("x-note", .text(text())),
      DocumentValue.Entry(
        "x-more",
        .mapping([
          DocumentValue.Entry("list", .list([.number(1), .bool(true), .null, .number(-2.5)])),
          DocumentValue.Entry("empty", .list([])),
        ])),
    ]
  }
}
