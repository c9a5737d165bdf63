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

/// Rules whose figures come from the flow, with the intervals that counts give.
@Suite("Rules about figures of the flow")
struct FlowRuleTests {
  /// Judges a rule at a limit that the whole interval is beyond, at one that only the point is, at
  /// one that only the worse end is, and at one that nothing is.
  private func levels(
    _ rule: Guardrail.Rule, _ limits: [Guardrail.Limit], about: String,
    _ journey: Journey = .results()
  ) throws -> [String] {
    try limits.map { limit in
      try Guardrail.Failure.allCases.map { fails in
        let guardrail = Guardrail(rule, limit: limit, about: [PolicyScope(about)], fails: fails)
        return try check(journey, [guardrail]).contains { $0.level == .fails } ? "x" : "-"
      }.joined()
    }
  }

  private func share(_ text: String) -> Guardrail.Limit {
    .share(Share(percentage: text) ?? .zero)
  }

  @Test("Drop-off: 30% of 1,000")
  func dropOff() throws {
    #expect(
      try levels(.maxDropOff, ["25%", "29%", "31%", "35%"].map(share), about: "log-in")
        == ["xx", "-x", "-x", "--"])
    let found = try check(.results(), [Guardrail(.maxDropOff, share: "20%", about: "log-in")])
    #expect(
      found.summaries() == [
        "30% of those who come here leave (at least 28%), at most 20% allowed"
      ])
    #expect(found.first?.path.description == "flow.log-in -> left")
    #expect(
      try check(.results(), [Guardrail(.maxDropOff, share: "31%", .notSurelyGood, about: "log-in")])
        .summaries() == ["30% of those who come here leave (28% to 32%), at most 31% allowed"])
  }

  @Test("Shares without counts are never surely bad, and never surely good")
  func sharesWithoutCounts() throws {
    let journey = Journey.sketch(["start -> a: 100%", "a -> left: 40%", "a -> completed: 60%"])
    #expect(
      try check(journey, [Guardrail(.maxDropOff, share: "20%")]).lines == [
        "max-drop-off note sketch/a: max-drop-off could not be judged: flow in shares, not in counts "
          + "(a)"
      ])
    #expect(try check(journey, [Guardrail(.maxDropOff, share: "50%")]).isEmpty)
    #expect(
      try check(journey, [Guardrail(.maxDropOff, share: "50%", .notSurelyGood)]).summaries() == [
        "40% of those who come here leave (flow in shares, not in counts), at most 50% allowed"
      ])
  }

  @Test("Completion: 70% of 1,000, in the document's words")
  func completion() throws {
    #expect(
      try levels(.minCompletion, ["75%", "71%", "69%", "65%"].map(share), about: "results")
        == ["xx", "-x", "-x", "--"])
    var journey = Journey.results()
    journey.ends.completed = "understand their\nresult"
    #expect(
      try check(journey, [Guardrail(.minCompletion, share: "80%")]).summaries() == [
        "70% of patients understand their result (at most 72%), at least 80% required"
      ])
    #expect(try check(journey, [Guardrail(.minCompletion, share: "80%", about: "log-in")]).isEmpty)
    journey.flow = []
    #expect(
      try check(journey, [Guardrail(.minCompletion, share: "80%", .notSurelyGood)]).lines == [
        "min-completion fails results: how many complete is not known: no flow data"
      ])
  }

  @Test("Gap by touchpoint, and over the journey where it is named")
  func gap() throws {
    var journey = Journey.results()
    journey.touchpoints[1].believed = [Belief(mean: 1.3)]
    journey.touchpoints[2].believed = [Belief(mean: 0.2)]
    #expect(
      try levels(
        .maxGap, [1, 2.45, 2.52, 4].map { .number($0) }, about: "log-in", journey)
        == ["xx", "-x", "-x", "--"])
    #expect(
      try check(journey, [Guardrail(.maxGap, 1)]).summaries() == [
        "believed 2.5 better than it feels (at least 2.4), at most 1 allowed"
      ])
    let named = try check(journey, [Guardrail(.maxGap, 0.5, about: "results")])
    #expect(named.filter { $0.level == .fails }.map(\.touchpoint) == [nil, "log-in"])
    #expect(
      named.first?.summary.hasPrefix("believed 1.1 better than it feels, over the whole journey")
        == true)
    #expect(
      try check(journey, [Guardrail(.maxGap, -2, .notSurelyGood, about: "read")]).summaries() == [
        "believed 1 worse than it feels (−1.1 to −0.9), at most −2 allowed"
      ])
  }

  @Test("A gap of which one side is missing is told, and is not surely good")
  func halfAGap() throws {
    var journey = Journey.results()
    #expect(
      try check(journey, [Guardrail(.maxGap, 1)]).lines == [
        "max-gap note results: max-gap could not be judged: belief and feeling are nowhere both known"
      ])
    journey.touchpoints[0].felt = nil
    journey.touchpoints[0].believed = [Belief(mean: 1)]
    journey.touchpoints[2].believed = [Belief(mean: 1.2)]
    #expect(
      try check(journey, [Guardrail(.maxGap, 1)]).lines == [
        "max-gap note results: max-gap could not be judged everywhere: nobody said what is felt "
          + "(No news); nobody said what we believe (Log in)"
      ])
    let found = try check(journey, [Guardrail(.maxGap, 1, .notSurelyGood)])
    #expect(
      found.lines == [
        "max-gap fails results/wait: the gap between belief and feeling is not known: nobody said "
          + "what is felt",
        "max-gap fails results/log-in: the gap between belief and feeling is not known: nobody said "
          + "what we believe",
      ])
    #expect(
      found.map(\.path.description) == ["touchpoints.wait.believed", "touchpoints.log-in"])
    // Where neither is known there is nothing to hold against anything.
    journey.touchpoints[0].believed = []
    #expect(
      try check(journey, [Guardrail(.maxGap, 1, .notSurelyGood)]).map(\.touchpoint) == ["log-in"])
    journey.touchpoints[1].felt = nil
    journey.touchpoints[2].felt = nil
    journey.touchpoints[2].believed = []
    #expect(
      try check(journey, [Guardrail(.maxGap, 1, .notSurelyGood)]).lines == [
        "max-gap note results: max-gap could not be judged: belief and feeling are nowhere both known"
      ])
  }

  @Test("Peak–end is at least the limit, and at most on an inverted scale")
  func peakEnd() throws {
    var journey = Journey.sketch(
      ["start -> a: 1000", "a -> b: 1000", "b -> completed: 1000"],
      felt: ["a": Score(mean: -1.4, n: 400, sd: 0.5), "b": Score(mean: -0.6, n: 400, sd: 0.5)])
    #expect(
      try levels(
        .minPeakEnd, [0, -0.98, -1.02, -1.3].map { .number($0) }, about: "sketch", journey)
        == ["xx", "-x", "-x", "--"])
    #expect(
      try check(journey, [Guardrail(.minPeakEnd, 0)]).summaries().first?
        .hasPrefix("peak–end −1, at least ") == true)
    journey.scale = Scale(low: 1, high: 5, isInverted: true)
    for index in 0...1 {
      let mean = journey.touchpoints[index].felt?.everyone?.mean ?? 0
      journey.touchpoints[index].felt = .everyone(Score(mean: 3 - mean, n: 400, sd: 0.5))
    }
    let found = try check(journey, [Guardrail(.minPeakEnd, 3)])
    #expect(found.summaries().first?.hasPrefix("peak–end 4, at most ") == true)
    #expect(found.summaries().first?.hasSuffix("4, at most 3 allowed") == true)
    #expect(try check(journey, [Guardrail(.minPeakEnd, 5)]).isEmpty)
    journey.touchpoints[0].felt = .everyone(Score(mean: 4.5))
    #expect(
      try check(journey, [Guardrail(.minPeakEnd, 3)]).lines == [
        "min-peak-end note sketch: min-peak-end could not be judged: what is felt on the way is in "
          + "part an assumption"
      ])
  }

  @Test("Relief in time and in steps, from where it is surely bad")
  func relief() throws {
    var journey = Journey.sketch(
      ["start -> a: 1000", "a -> a: 1000", "a -> b: 1000", "b -> completed: 1000"],
      felt: ["a": Score(mean: -1.4, n: 400, sd: 0.5), "b": Score(mean: 0.9, n: 400, sd: 0.5)])
    for index in journey.flow.indices {
      guard case .everyone(var traffic) = journey.flow[index].traffic else { continue }
      traffic.time = TimeSpan("1d")
      journey.flow[index].traffic = .everyone(traffic)
    }
    #expect(
      try levels(
        .maxStepsToRelief, [1.5, 1.97, 2.03, 3].map { .number($0) }, about: "a", journey)
        == ["xx", "-x", "-x", "--"])
    let found = try check(
      journey, [Guardrail(.maxTimeToRelief, time: "1d"), Guardrail(.maxStepsToRelief, 1)])
    #expect(
      found.lines == [
        "max-time-to-relief fails sketch/a: 2 d until relief on average (at least 1.9 d), at most "
          + "1 d allowed",
        "max-steps-to-relief fails sketch/a: 2 steps until relief on average (at least 1.9), at most "
          + "1 allowed",
      ])
    // Bad by the point alone.
    journey.touchpoints[0].felt = .everyone(Score(mean: -0.1, n: 5, sd: 1))
    #expect(try levels(.maxStepsToRelief, [.number(1)], about: "a", journey) == ["-x"])
    journey.touchpoints[0].felt = nil
    #expect(
      try check(journey, [Guardrail(.maxStepsToRelief, 1, .notSurelyGood)]).lines == [
        "max-steps-to-relief fails sketch/a: how many steps it is to relief is not known: nobody said "
          + "what is felt"
      ])
  }

  @Test("A time that is missing on the way is told")
  func missingTime() throws {
    let journey = Journey.sketch(
      ["start -> a: 1000", "a -> b: 1000", "b -> completed: 1000"],
      felt: ["a": Score(mean: -1.4, n: 400, sd: 0.5), "b": Score(mean: 0.9, n: 400, sd: 0.5)])
    #expect(
      try check(journey, [Guardrail(.maxTimeToRelief, time: "1d")]).lines == [
        "max-time-to-relief note sketch/a: max-time-to-relief could not be judged everywhere: a time "
          + "on the way is missing (a)"
      ])
  }
}
