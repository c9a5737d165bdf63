import EventCounting
import JourneyAnalysis
import JourneyFormats
import JourneyMining
import JourneyModel
import JourneyTestSupport
import Testing

/// What becomes of personas, channels, scales, times and rare ways.
@Suite struct MinedPartTests {
  private func mined(_ log: SlowCounter, detail: Int = 30, scale: Scale? = nil)
    -> JourneyMiner.Mined
  {
    JourneyMiner(
      options: MiningOptions(title: "Log", scale: scale, detail: detail, source: "log")
    ).journey(of: log.counts)
  }

  /// A log of one customer for each path.
  private func log(_ paths: [[String]]) -> SlowCounter {
    var log = SlowCounter()
    for (customer, path) in paths.enumerated() {
      log.events += path.map { Event(customer: "\(customer)", touchpoint: $0) }
    }
    return log
  }

  // MARK: - Ways

  /// Where all lead to all, figures are those of the log, whatever is gathered.
  @Test(arguments: SeededGenerator.seeds(6)) func figuresStayTrue(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var log = SlowCounter()
    log.rules.completed = ["s9"]
    for customer in 0..<250 {
      var place = 0
      for step in 0..<Int.random(in: 2...15, using: &random) {
        log.events.append(
          Event(
            customer: "\(customer)", touchpoint: "s\(place)", time: Int64(step) * 60_000_000,
            persona: random.pick(["a", "b"])))
        place = random.chance(0.6) ? (place + 1) % 10 : Int.random(in: 0..<10, using: &random)
      }
    }
    let counts = log.counts
    let result = mined(log, detail: 10)
    let own = JourneyMiner(options: MiningOptions(title: "Log", detail: 4, source: "log"))
      .journey(of: counts)
    for journey in [result.journey, own.journey] {
      let problems = journey.problems() + journey.flowProblems()
      #expect(problems.isEmpty, "seed \(seed): \(problems)")
      for end in EventCounts.End.allCases {
        let counted = counts.everyone.flows.filter { $0.target == .end(end) }.map(\.count)
        let written = journey.flow.filter { $0.target.description == end.rawValue }.map(\.all)
        #expect(counted.reduce(0, +) == written.reduce(0, +), "seed \(seed), \(end)")
      }
    }
    #expect(own.journey.touchpoints.count == 4)
    let steps = Double(counts.everyone.events) / Double(counts.everyone.visits)
    let figures = try own.journey.analyzed(asOf: .epoch)
    #expect(abs((figures.steps ?? 0) - steps) < 1e-9)
    // The chain gives as many completions as the log, whatever went through what is gathered.
    let completed = counts.everyone.flows.filter { $0.target == .end(.completed) }.map(\.count)
    let ends = try #require(figures.ends)
    #expect(abs(ends.completed - Double(completed.reduce(0, +)) / 250) < 1e-9)
  }

  @Test func timesThatRunBackwardsAreLeftOut() {
    var log = SlowCounter()
    log.rules.order = .log
    log.events = [("a", 9), ("b", 3), ("c", 5)].map {
      Event(customer: "c", touchpoint: $0.0, time: Int64($0.1) * 1_000_000)
    }
    let result = mined(log)
    #expect(result.journey.flow.map { $0.traffic.everyone?.time?.seconds } == [nil, nil, 2, nil])
    #expect(result.remarks.contains { $0.hasPrefix("On 1 way time runs backwards") })
  }

  @Test(arguments: [
    (0.0, "0s"), (0.0004, "0s"), (0.9694, "0.969s"), (81.52, "81.5s"), (99.97, "100s"),
    (200, "3.33m"), (23_619.898, "6.56h"), (400_000, "4.63d"), (1_209_600, "2w"),
    (31_536_000, "365d"), (3e9, "34700d"),
  ])
  func timesHaveThreeDigits(seconds: Double, text: String) throws {
    let counts = EventCounts(
      touchpoints: [.init("a"), .init("b")],
      everyone: EventCounts.Segment(
        events: 2, customers: 1, visits: 1,
        flows: [
          .init(.start, .touchpoint(0), count: 1),
          .init(
            .touchpoint(0), .touchpoint(1), count: 1,
            times: .init(count: 1, mean: seconds, median: seconds)),
          .init(.touchpoint(1), .end(.ended), count: 1),
        ],
        visited: [
          .init(events: 1, customers: 1, visits: 1, firstPlaces: 0),
          .init(events: 1, customers: 1, visits: 1, firstPlaces: 1),
        ]))
    let journey = JourneyMiner(options: MiningOptions(title: "Log", source: "log"))
      .journey(of: counts).journey
    let time = try #require(journey.flow[1].traffic.everyone?.time)
    #expect(abs(time.seconds - seconds) <= max(0.0005, seconds * 0.005))
    if seconds < 1e9 { #expect(time.description == text) }
  }

  // MARK: - People and channels

  @Test func thoseWithoutPersonaDoNotVanish() {
    var log = SlowCounter()
    let personas: [String?] = ["Old", "Old", "New", nil]
    for (customer, persona) in personas.enumerated() {
      log.events += ["a", "b"].map {
        Event(customer: "\(customer)", touchpoint: $0, persona: persona, felt: Double(customer))
      }
    }
    let result = mined(log, scale: Scale(low: 0, high: 4))
    #expect(result.journey.personas.map(\.id) == ["old", "new", "not-known"])
    #expect(result.journey.personas.map { $0.share?.description } == ["50%", "25%", "25%"])
    #expect(result.journey.flow.map(\.all) == [4, 4, 4])
    #expect(result.journey.touchpoints[0].felt?["old"] == Score(mean: 0.5, n: 2, sd: 0.71))
    #expect(result.journey.touchpoints[0].felt?["not-known"] == Score(mean: 3, n: 1))
    #expect(result.remarks.contains { $0.hasPrefix("Of 1 customer the log names no persona") })
  }

  @Test func manyPersonasAreGathered() throws {
    var log = SlowCounter()
    for customer in 0..<30 {
      log.events.append(
        Event(
          customer: "\(customer)", touchpoint: "a", persona: "P\(customer % 12)",
          felt: customer.isMultiple(of: 2) ? 1 : -1))
    }
    let result = mined(log)
    let rest = try #require(result.journey.personas.last)
    #expect(result.journey.personas.count == 8)
    #expect(rest.name == "5 rarer personas")
    #expect(result.journey.touchpoints[0].felt?[rest.id]?.n == 10)
    #expect(result.journey.flow.map(\.all) == [30, 30])
  }

  @Test(arguments: [
    ("web", Channel.Kind.digital), ("Mobile App", .digital), ("Phone", .human), ("mail", nil),
    ("Store", .physical), ("Online store", .digital), ("mobile phone", nil), ("X", nil),
    ("E-Mail", .digital), ("Kiosk", .physical),
  ])
  func kindsAreGuessedFromClearNames(name: String, kind: Channel.Kind?) {
    var log = SlowCounter()
    log.events = [Event(customer: "c", touchpoint: "a", channel: name)]
    let journey = mined(log).journey
    #expect(journey.channels.map(\.name) == [name])
    #expect(journey.channels[0].kind == kind)
    #expect(journey.touchpoints[0].channel == journey.channels[0].id)
  }

  // MARK: - Scores

  @Test(arguments: [
    ([-1.0, 1], -1.0, 1.0), ([1, 5], 1, 5), ([-2, 0], -2, 2), ([1.5, 6], 1, 7), ([0, 9], 0, 10),
    ([0, 88], 0, 100), ([-7, 250], -7, 250), ([300, 300], 0, 300), ([-5, -5], -5, 0),
  ])
  func scalesHoldTheScores(scores: [Double], low: Double, high: Double) {
    var log = SlowCounter()
    log.events = scores.enumerated().map {
      Event(customer: "\($0)", touchpoint: "a", felt: $1)
    }
    let result = mined(log)
    #expect(result.journey.scale == Scale(low: low, high: high))
    #expect(result.remarks.contains { $0.contains("are taken to be on a scale of") })
    #expect(result.journey.problems().filter { $0.severity == .error }.isEmpty)
    let given = mined(log, scale: Scale(low: -1000, high: 1000))
    #expect(given.journey.scale.high == 1000)
    #expect(!given.remarks.contains { $0.contains("scale") })
  }

  /// Rounding a mean never matters beside chance.
  @Test(arguments: SeededGenerator.seeds(20)) func scoresAreRoundedWithinTheirError(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = random.pick([2, 30, 2000])
    var log = SlowCounter()
    log.events = (0..<count).map {
      Event(customer: "\($0)", touchpoint: "a", felt: Double.random(in: -2...2, using: &random))
    }
    guard let exact = log.counts.everyone.visited[0]?.felt, let sd = exact.sd,
      let score = mined(log).journey.touchpoints[0].felt?.everyone
    else {
      Issue.record("seed \(seed): no score")
      return
    }
    #expect(abs(score.mean - exact.mean) <= sd / Double(count).squareRoot() / 10 + 1e-12)
    #expect(score.n == count)
  }

  // MARK: - Order and stages

  @Test func loopsDoNotUpsetTheOrder() {
    var paths = Array(repeating: ["a", "b", "f", "g", "h"], count: 20)
    paths += Array(repeating: ["a", "b", "c", "d", "e", "f", "g", "h"], count: 3)
    let journey = mined(log(paths)).journey
    #expect(journey.touchpoints.map(\.id) == ["a", "b", "c", "d", "e", "f", "g", "h"])
  }

  @Test func stagesOfTheLogStandInItsOrder() {
    var log = SlowCounter()
    let path = [("z", "Search"), ("y", "Buy"), ("x", "Buy"), ("w", "Use")]
    for customer in ["1", "2"] {
      log.events += path.map { Event(customer: customer, touchpoint: $0.0, stage: $0.1) }
    }
    log.events.append(Event(customer: "1", touchpoint: "y", stage: "Use"))
    let result = mined(log)
    #expect(result.journey.stages.map(\.name) == ["Search", "Buy", "Use"])
    #expect(result.journey.touchpoints.map(\.id) == ["z", "y", "x", "w"])
    #expect(!result.remarks.contains { $0.contains("found") })
    #expect(result.remarks.contains { $0.contains("several stages") })
  }
}
