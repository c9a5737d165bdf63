import JourneyAnalysis
import JourneyGuardrails
import JourneyModel
import JourneyTestSupport
import Testing

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
