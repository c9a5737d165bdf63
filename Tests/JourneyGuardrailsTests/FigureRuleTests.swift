import JourneyAnalysis
import JourneyGuardrails
import JourneyModel
import JourneyTestSupport
import Testing

/// Rules that hold a figure against a limit.
@Suite("Rules about figures")
struct FigureRuleTests {
  @Test("Heat by its interval, by its point, and unknown")
  func heat() throws {
    let journey = Journey.results()
    let found = try check(journey, [Guardrail(.maxHeat, 300)])
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.level == .fails)
    #expect(finding.touchpoint == "log-in")
    #expect(finding.summary.hasSuffix(", at most 300 allowed"))
    // Heat adds two things and is no number of people.
    #expect(finding.summary.hasPrefix("heat "))
    #expect(finding.summary.contains(" per 1,000 (at least "))
    #expect(finding.limit == 300)
    #expect(finding.figure == Figure(.heat, at: "log-in"))
    #expect(try #require(finding.estimate?.low) > 300)
    #expect(finding.owner == "Ruiz")
    #expect(finding.said == ["It threw me out again.", "Third time."])
    #expect(finding.path.description == "touchpoints.log-in.felt")

    // Between the bounds only what has to be surely good fails.
    let point = (try #require(finding.estimate)).value
    #expect(try check(journey, [Guardrail(.maxHeat, point - 1)]).isEmpty)
    #expect(
      try check(journey, [Guardrail(.maxHeat, point + 1, .notSurelyGood, about: "log-in")]).count
        == 1)

    var unknown = journey
    unknown.flow = []
    #expect(
      try check(unknown, [Guardrail(.maxHeat, 300)]).lines == [
        "max-heat note results: max-heat could not be judged: no flow data"
      ])
    #expect(
      try check(unknown, [Guardrail(.maxHeat, 300, .notSurelyGood)]).lines == [
        "max-heat fails results: heat is not known: no flow data"
      ])
  }

  @Test("Where flow is known in shares alone, no heat is surely beyond its limit")
  func heatOfShares() throws {
    let journey = Journey.sketch(
      ["start -> one: 100%", "one -> left: 40%", "one -> completed: 60%"],
      felt: ["one": Score(mean: -1.6, n: 400, sd: 0.6)])
    #expect(
      try check(journey, [Guardrail(.maxHeat, 300)]).lines == [
        "max-heat note sketch/one: max-heat could not be judged: flow in shares, not in counts (one)"
      ])
    let strict = try check(journey, [Guardrail(.maxHeat, 300, .notSurelyGood)])
    #expect(strict.map(\.level) == [.fails])
    #expect(strict.first?.estimate?.low == 0)
    #expect(strict.first?.estimate?.high == nil)
    let owned = try check(journey, [.rule(.hotspotsOwned)])
    #expect(owned.count == 1)
    #expect(!owned.contains { $0.summary.contains("sure") }, "\(owned.lines)")
  }

  @Test("Heat of an assumption, or of shares, that is beyond the limit is told, not passed")
  func unsureHeat() throws {
    let assumed = Journey.sketch(
      ["start -> one: 1000", "one -> left: 900", "one -> completed: 100"],
      felt: ["one": Score(mean: -2)])
    #expect(
      try check(assumed, [Guardrail(.maxHeat, 1000)]).lines == [
        "max-heat note sketch/one: max-heat could not be judged: what is felt is an assumption (one)"
      ])
    let shares = Journey.sketch(
      ["start -> one: 100%", "one -> left: 90%", "one -> completed: 10%"],
      felt: ["one": Score(mean: -2)])
    #expect(
      try check(shares, [Guardrail(.maxHeat, 300)]).lines == [
        "max-heat note sketch/one: max-heat could not be judged: what is felt is an assumption (one)"
      ])
    // What nobody doubts is kept.
    #expect(try check(assumed, [Guardrail(.maxHeat, 1901)]).isEmpty)
  }

  @Test("A limit of another kind is none")
  func limits() throws {
    let journey = Journey.results()
    #expect(
      try check(journey, [Guardrail(.maxHeat, share: "30%")]).map(\.level) == [.note])
    let none = try check(journey, [Guardrail(.maxHeat, time: "2d")])
    #expect(
      none.lines == [
        "max-heat note results: max-heat has no limit that anything could be held against"
      ])
    #expect(none.first?.isInPolicy == true)
    #expect(none.first?.path.description == "rules[0]")
  }

  @Test("A rule is about what it names")
  func scopes() throws {
    let journey = Journey.results()
    for scope in ["log-in", "results", "results/log-in"] {
      #expect(try check(journey, [Guardrail(.maxHeat, 300, about: scope)]).count == 1, "\(scope)")
    }
    for scope in ["wait", "other", "other/log-in"] {
      #expect(try check(journey, [Guardrail(.maxHeat, 300, about: scope)]).isEmpty, "\(scope)")
    }
    #expect(try check(journey, [Guardrail(.maxHeat, 300, about: "wait", "log-in")]).count == 1)
  }

  @Test("A touchpoint that nobody reaches is not judged")
  func unreached() throws {
    var journey = Journey.results()
    journey.touchpoints.append(
      Touchpoint(id: "attic", felt: .everyone(Score(mean: -2, n: 400, sd: 0.1))))
    let found = try check(
      journey,
      [
        Guardrail(.maxHeat, 1, .notSurelyGood, about: "attic"),
        Guardrail(.maxDropOff, share: "1%", .notSurelyGood, about: "attic"),
      ])
    #expect(found.filter { $0.touchpoint == "attic" }.isEmpty)
  }

  @Test("A basic need that feels bad, by its interval, on any scale")
  func basic() throws {
    var journey = Journey.results()
    journey.touchpoints[1].need = .basic
    let rule = Guardrail.rule(.noBasicFailed)
    let found = try check(journey, [rule])
    #expect(found.count == 1)
    #expect(
      found.summaries() == [
        "a basic need that feels bad: −1.2 (at most −1.1), at least neutral (0) required"
      ])

    var inverted = journey
    inverted.scale = Scale(low: 1, high: 5, isInverted: true)
    for index in inverted.touchpoints.indices {
      guard let score = inverted.touchpoints[index].felt?.everyone else { continue }
      inverted.touchpoints[index].felt = .everyone(
        Score(mean: 3 - score.mean, n: score.n, sd: score.sd))
    }
    let other = try check(inverted, [rule])
    #expect(
      other.summaries() == [
        "a basic need that feels bad: 4.2 (at least 4.1), at most neutral (3) allowed"
      ])

    // Few answers: bad by the point alone.
    journey.touchpoints[1].felt = .everyone(Score(mean: -0.1, n: 6, sd: 1.2))
    #expect(try check(journey, [rule]).isEmpty)
    #expect(try check(journey, [.rule(.noBasicFailed, .notSurelyGood)]).count == 1)

    journey.touchpoints[1].felt = nil
    #expect(
      try check(journey, [rule]).lines == [
        "no-basic-failed note results/log-in: no-basic-failed could not be judged: "
          + "nobody said what is felt (Log in)"
      ])
    #expect(
      try check(journey, [.rule(.noBasicFailed, .notSurelyGood)]).summaries() == [
        "what is felt here is not known: nobody said what is felt"
      ])
  }

  @Test("One persona's delight does not make up for another's distress over a basic need")
  func basicForEach() throws {
    var journey = Journey.results()
    journey.personas = [
      Persona(id: "amina", name: "Amina", share: Share(percentage: "30%")),
      Persona(id: "george", name: "George", share: Share(percentage: "70%")),
    ]
    journey.touchpoints[1].need = .basic
    journey.touchpoints[1].felt = .each([
      .init("amina", Score(mean: -1.5, n: 200, sd: 0.6)),
      .init("george", Score(mean: 1.5, n: 200, sd: 0.6)),
    ])
    for fails in Guardrail.Failure.allCases {
      let found = try check(journey, [.rule(.noBasicFailed, fails)])
      #expect(found.count == 1)
      #expect(found.first?.summary.hasPrefix("a basic need that feels bad for Amina: −1.") == true)
      #expect(found.first?.path.description == "touchpoints.log-in.felt.amina")
      #expect(try #require(found.first?.estimate).value < -1)
    }
    // A guess about one persona proves nothing.
    journey.touchpoints[1].felt = .each([
      .init("amina", Score(mean: -2)),
      .init("george", Score(mean: 1.5, n: 200, sd: 0.6)),
    ])
    #expect(try check(journey, [.rule(.noBasicFailed)]).summaries().isEmpty)
  }

  @Test("Relief that never comes is beyond any limit, where it is surely bad")
  func neverRelieved() throws {
    var journey = Journey.sketch(
      ["start -> a: 100", "a -> b: 60", "a -> left: 40", "b -> completed: 60"],
      felt: [
        "a": Score(mean: -1.5, n: 200, sd: 0.5), "b": Score(mean: -1.2, n: 200, sd: 0.5),
      ])
    let rules = [
      Guardrail(.maxTimeToRelief, time: "52w"), Guardrail(.maxStepsToRelief, 1000, about: "b"),
    ]
    #expect(
      try check(journey, rules).lines == [
        "max-time-to-relief fails sketch/a: relief never comes, at most 364 d allowed",
        "max-time-to-relief fails sketch/b: relief never comes, at most 364 d allowed",
        "max-steps-to-relief fails sketch/b: relief never comes, at most 1,000 allowed",
      ])
    let never = try check(journey, rules).first
    #expect(never?.figure == Figure(.reliefTime, at: "a"))
    #expect(never?.estimate?.value == .infinity)
    #expect(never?.limit == TimeSpan("52w")?.seconds)
    journey.touchpoints[1].felt = .everyone(Score(mean: -1.2))
    #expect(
      try check(journey, [rules[1]]).lines == [
        "max-steps-to-relief note sketch/b: max-steps-to-relief could not be judged: "
          + "what is felt is an assumption (b)"
      ])
    journey.flow = []
    #expect(
      try check(journey, [rules[0]]).lines == [
        "max-time-to-relief note sketch: max-time-to-relief could not be judged: no flow data"
      ])
  }

  @Test("Mazes are one finding each, about all their touchpoints")
  func mazes() throws {
    var journey = Journey.sketch(
      [
        "start -> a: 100", "a -> b: 140", "b -> a: 40", "b -> completed: 60", "b -> left: 40",
      ],
      felt: [
        "a": Score(mean: -1.5, n: 200, sd: 0.5), "b": Score(mean: -1.2, n: 200, sd: 0.5),
      ])
    journey.touchpoints[0].owner = "Ruiz"
    journey.touchpoints[1].owner = "Park"
    let found = try check(journey, [.rule(.noMaze)])
    #expect(found.count == 1)
    #expect(
      found.first?.summary
        == "286 of 1,000 go round between a and b, 1.4 rounds each, no maze allowed")
    #expect(found.first?.touchpoint == "a")
    #expect(found.first?.alsoAbout == ["b"])
    #expect(found.first?.owners == ["Ruiz", "Park"])
    #expect(found.first?.owner == "Ruiz, Park")
    #expect(try check(journey, [.rule(.noMaze, about: "b")]).count == 1)
    #expect(try check(journey, [.rule(.noMaze, about: "c")]).isEmpty)
    // A few who are cross, or a guess, make no maze for sure.
    for (score, why) in [
      (Score(mean: -0.3, n: 4, sd: 1.5), "what is felt in a maze is not surely bad"),
      (Score(mean: -1.5), "what is felt is an assumption"),
    ] {
      var doubtful = journey
      doubtful.touchpoints[1].felt = .everyone(score)
      #expect(
        try check(doubtful, [.rule(.noMaze)]).lines == [
          "no-maze note sketch/b: no-maze could not be judged: \(why) (b)"
        ])
      #expect(try check(doubtful, [.rule(.noMaze, .notSurelyGood)]).map(\.level) == [.fails])
    }
    journey.flow = []
    #expect(
      try check(journey, [.rule(.noMaze)]).lines == [
        "no-maze note sketch: no-maze could not be judged: no flow data"
      ])
  }

  @Test("Hotspots without an owner, sure and suspected ones")
  func owners() throws {
    var journey = Journey.results()
    #expect(try check(journey, [.rule(.hotspotsOwned)]).isEmpty)
    journey.touchpoints[1].owner = " "
    let found = try check(journey, [.rule(.hotspotsOwned)])
    #expect(found.count == 1)
    #expect(found.first?.summary.hasPrefix("hotspot 1 (heat ") == true)
    #expect(found.first?.summary.hasSuffix(", sure) has no owner") == true)
    #expect(found.first?.owner == nil)
    journey.flow = []
    #expect(
      try check(journey, [.rule(.hotspotsOwned)]).lines == [
        "hotspots-owned note results: hotspots-owned could not be judged: no flow data"
      ])
  }

  @Test("A hotspot that is only suspected fails where all has to be surely good alone")
  func suspectedOwners() throws {
    var journey = Journey.results()
    journey.touchpoints[1].owner = nil
    let heat = try #require(
      try journey.estimated(asOf: today).estimate(of: Figure(.heat, at: "log-in")))
    journey.hotspots.atLeast = heat.value - 1
    #expect(try check(journey, [.rule(.hotspotsOwned)]).isEmpty)
    let found = try check(journey, [.rule(.hotspotsOwned, .notSurelyGood)])
    #expect(found.count == 1)
    #expect(found.first?.summary.hasSuffix(", suspected) has no owner") == true)
    // Shares make nothing sure.
    journey.flow =
      Journey.sketch([
        "start -> wait: 100%", "wait -> log-in: 100%", "log-in -> left: 30%", "log-in -> read: 70%",
        "read -> completed: 100%",
      ]).flow
    #expect(
      try check(journey, [.rule(.hotspotsOwned)]).lines == [
        "hotspots-owned note results/log-in: hotspots-owned could not be judged: flow in shares, "
          + "not in counts (Log in)"
      ])
    #expect(try check(journey, [.rule(.hotspotsOwned, .notSurelyGood)]).count == 1)
  }

  @Test("A basic need that feels good by its point, and not surely, is called that")
  func basicNotSurelyGood() throws {
    var journey = Journey.results(felt: 0.1, n: 20)
    journey.touchpoints[1].need = .basic
    let found = try check(journey, [.rule(.noBasicFailed, .notSurelyGood)])
    #expect(found.count == 1)
    #expect(found.first?.summary.hasPrefix("a basic need that is not surely good: 0.") == true)
    journey = .results()
    journey.touchpoints[1].need = .basic
    #expect(
      try check(journey, [.rule(.noBasicFailed, .notSurelyGood)]).first?.summary
        .hasPrefix("a basic need that feels bad: −") == true)
  }
}
