public import JourneyModel

/// Journeys that are valid, as different as documents can be, and the same for the same seed.
///
/// Traffic is that of customers sent at random through a random graph with loops, so counts add up;
/// as shares it is rounded to tenths of a percent that sum to 100 %. Now and then leaving is not
/// written down, a touchpoint is not reached, a score is missing, and every optional field is set.
public struct RandomJourney: Sendable {
  /// How many touchpoints.
  public var touchpoints: ClosedRange<Int> = 1...9
  /// How many customers start, for each persona that has its own flow.
  public var customers: ClosedRange<Int> = 1...80
  /// The chance that there is flow at all.
  public var flow = 0.9
  /// The chance that a journey with several personas has their flow apart.
  public var flowByPersona = 0.3
  /// Whether everything that no figure depends on is set too: texts, decisions, extensions.
  public var isFull = true
  /// Whether the scale is −2…2; else it may be any.
  public var hasStandardScale = false

  /// Creates a recipe; change its parts before use.
  public init() {}

  /// A journey for the seed, everything about it random.
  public static func make(seed: UInt64) -> Journey {
    RandomJourney().journey(seed: seed)
  }

  /// A journey with what figures depend on, and no more.
  public static func lean(seed: UInt64) -> Journey {
    var recipe = RandomJourney()
    recipe.isFull = false
    return recipe.journey(seed: seed)
  }

  /// The journey for a seed.
  public func journey(seed: UInt64) -> Journey {
    var random = SeededGenerator(seed: seed)
    var journey = Journey(id: JourneyID("journey-\(seed)"), title: "Journey \(seed)")
    if !hasStandardScale { journey.scale = scale(&random) }
    if random.chance(0.4) {
      journey.period = Period(start: Self.day(19_000), end: Self.day(19_000 + 180))
    }
    journey.personas = personas(&random)
    if random.chance(0.7) {
      journey.stages = (1...Int.random(in: 1...4, using: &random)).map { Stage("Stage \($0)") }
    }
    let count = Int.random(in: touchpoints, using: &random)
    journey.touchpoints = (0..<count).map { index in
      touchpoint(index, of: count, in: journey, &random)
    }
    journey.evidence = evidence(in: journey, &random)
    if random.chance(flow) { journey.flow = RandomFlow(self, journey).make(&random) }
    if random.chance(0.3) {
      journey.hotspots = Journey.HotspotSettings(
        atLeast: random.decimal(0...300, places: 0), weight: random.decimal(0...2, places: 1))
    }
    if isFull { journey.fill(&random) }
    return journey
  }

  /// The day so many days after 1970-01-01.
  public static func day(_ number: Int) -> CalendarDate {
    CalendarDate(daysSinceEpoch: number) ?? .epoch
  }

  // MARK: - Parts

  private func scale(_ random: inout SeededGenerator) -> Scale {
    let scales = [
      Scale.standard, .standard, Scale(low: 1, high: 5), Scale(low: 1, high: 7),
      Scale(low: 0, high: 10), Scale(low: 0, high: 100), Scale(low: 0, high: 10, neutral: 7),
      Scale(low: 1, high: 7, isInverted: true),
    ]
    return random.pick(scales)
  }

  private func personas(_ random: inout SeededGenerator) -> [Persona] {
    let names = ["amina", "george", "li", "Özgür"]
    let count = random.pick([0, 0, 1, 2, 2, 3, 4])
    var personas = names.prefix(count).map { Persona(id: PersonaID($0)) }
    guard count > 0, random.chance(0.7) else { return personas }
    // Tenths of a percent that sum to the whole.
    var rest = 1000
    for index in personas.indices {
      let behind = count - 1 - index
      let part = behind == 0 ? rest : Int.random(in: 1...rest - behind, using: &random)
      personas[index].share = Share(fraction: Double(part) / 1000)
      rest -= part
    }
    return personas
  }

  private func touchpoint(
    _ index: Int, of count: Int, in journey: Journey, _ random: inout SeededGenerator
  ) -> Touchpoint {
    var touchpoint = Touchpoint(id: TouchpointID("t\(index + 1)"))
    if !journey.stages.isEmpty {
      touchpoint.stage = journey.stages[index * journey.stages.count / count].id
    }
    if journey.personas.count > 1, random.chance(0.15) {
      touchpoint.personas = [random.pick(journey.personas).id]
    }
    touchpoint.felt = felt(in: journey, &random)
    if random.chance(0.5) {
      touchpoint.believed = [Belief(mean: score(on: journey.scale, &random))]
      if random.chance(0.3) {
        touchpoint.believed = [
          Belief(mean: score(on: journey.scale, &random), n: 3, by: "leadership"),
          Belief(mean: score(on: journey.scale, &random), n: 12, by: "front line"),
        ]
      }
    }
    if random.chance(0.4) {
      touchpoint.wait = TimeSpan(seconds: random.pick([0, 60, 5400, 86_400]))
    }
    return touchpoint
  }

  private func felt(in journey: Journey, _ random: inout SeededGenerator) -> ByPersona<Score>? {
    guard random.chance(0.85) else { return nil }
    if journey.personas.isEmpty || random.chance(0.5) {
      return .everyone(measured(on: journey.scale, &random))
    }
    var entries: [ByPersona<Score>.Entry] = []
    for persona in journey.personas where random.chance(0.7) {
      entries.append(ByPersona.Entry(persona.id, measured(on: journey.scale, &random)))
    }
    return entries.isEmpty ? nil : .each(entries)
  }

  private func measured(on scale: Scale, _ random: inout SeededGenerator) -> Score {
    var score = Score(mean: score(on: scale, &random))
    guard random.chance(0.7) else { return score }
    score.n = random.pick([1, 2, 3, 8, 20, 60, 310, 5000])
    if random.chance(0.7) { score.sd = random.decimal(0...scale.unit / 2) }
    return score
  }

  private func score(on scale: Scale, _ random: inout SeededGenerator) -> Double {
    random.decimal(scale.low...scale.high, places: 1)
  }

  private func evidence(in journey: Journey, _ random: inout SeededGenerator) -> [Evidence] {
    (0..<random.pick([0, 1, 2, 5])).map { _ in
      var evidence = Evidence(
        about: random.chance(0.9) ? random.pick(journey.touchpoints).id : nil,
        method: random.pick(Evidence.Method.allCases))
      if random.chance(0.8) { evidence.n = Int.random(in: 1...60, using: &random) }
      if random.chance(0.8) { evidence.felt = score(on: journey.scale, &random) }
      if evidence.felt != nil, random.chance(0.6) {
        evidence.sd = random.decimal(0...journey.scale.unit / 2)
      }
      if !journey.personas.isEmpty, random.chance(0.6) {
        evidence.persona = random.pick(journey.personas).id
      }
      if random.chance(0.8) {
        evidence.date = Self.day(Int.random(in: 18_900...19_400, using: &random))
      }
      return evidence
    }
  }
}
