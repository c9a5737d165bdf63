import JourneyAnalysis
import JourneyComparison
import JourneyGuardrails
import JourneyModel
import JourneyTestSupport
import Testing

/// What got worse, and what got better, since a baseline.
@Suite("Baseline")
struct BaselineTests {
  /// The patient's way with another feeling at the log-in.
  private func journey(_ felt: Double, n: Int = 400) -> Journey { .results(felt: felt, n: n) }

  @Test("The same journey is neither worse nor better")
  func same() throws {
    #expect(try check(journey(-1), baseline: journey(-1)).isEmpty)
    for seed in UInt64(1)...40 {
      let journey = Journey.random(seed: seed)
      #expect(try check(journey, baseline: journey).isEmpty, "seed \(seed)")
    }
  }

  @Test("What feels worse beyond chance fails, though no policy asks for it")
  func worse() throws {
    let found = try check([journey(-1.6)], nil, baselines: [journey(-0.4)])
    let felt = try #require(found.first { $0.figure == Figure(.felt, at: "log-in") })
    #expect(felt.id == "not-worse")
    #expect(felt.level == .fails)
    #expect(felt.touchpoint == "log-in")
    #expect(felt.summary == "felt −1.6, it was −0.4 in the baseline: worse beyond chance")
    #expect(felt.path.description == "touchpoints.log-in.felt")
    #expect(felt.owner == "Ruiz")
    #expect(felt.said.count == 2)
    #expect(felt.limit.map { ($0 * 100).rounded() } == -40)
    #expect(found.contains { $0.figure == Figure(.heat, at: "log-in") })
    #expect(found.allSatisfy { $0.id == "not-worse" })
  }

  @Test("What feels better beyond chance is a note, by name")
  func better() throws {
    let found = try check([journey(-0.4)], nil, baselines: [journey(-1.6)])
    let felt = try #require(found.first { $0.figure == Figure(.felt, at: "log-in") })
    #expect(felt.id == "better")
    #expect(felt.level == .note)
    #expect(felt.summary == "felt −0.4, it was −1.6 in the baseline: better beyond chance")
    #expect(found.allSatisfy { $0.level == .note })
  }

  @Test("What chance alone could have done is neither")
  func chance() throws {
    #expect(
      try check([journey(-1.05, n: 30)], nil, baselines: [journey(-0.95, n: 30)]).lines == [])
  }

  @Test("The chances of a whole run are corrected together")
  func family() throws {
    // One difference that is beyond chance by itself, and not among many.
    let before = journey(-0.8, n: 40)
    let after = journey(-1.15, n: 40)
    let alone = try check(
      [after], Policy(rules: [.rule(.notWorse, .notSurelyGood)]), baselines: [before])
    #expect(!alone.summaries().isEmpty)
    var journeys: [Journey] = []
    var baselines: [Journey?] = []
    for number in 0..<60 {
      var still = journey(-1, n: 40 + number)
      still.id = JourneyID("still-\(number)")
      var was = journey(-1.01, n: 41 + number)
      was.id = still.id
      journeys.append(still)
      baselines.append(was)
    }
    let found = try check([after] + journeys, nil, baselines: [before] + baselines)
    #expect(found.filter { $0.level == .fails }.isEmpty)
  }

  @Test("Several checks of one run are corrected together when they tell each other")
  func otherChecks() throws {
    func check(_ felt: Double) throws -> GuardrailCheck {
      var check = GuardrailCheck(policy: nil, asOf: today)
      let now = try journey(felt, n: 60).estimated(asOf: today)
      let before = try journey(-0.3, n: 60).estimated(asOf: today)
      check.check(
        now,
        baseline: Comparison(
          ComparedJourney(label: "before", estimates: before),
          ComparedJourney(label: "now", estimates: now)))
      return check
    }
    let felt = Figure(.felt, at: "log-in")
    var alone = try check(-0.75)
    #expect(!alone.chances.isEmpty)
    #expect(alone.finish().contains { $0.figure == felt })
    var among = try check(-0.75)
    let found = among.finish(besides: Array(repeating: 0.5, count: 1000))
    #expect(!found.contains { $0.figure == felt })
  }

  @Test("Where nothing changed, at most one run in ten fails")
  func falseAlarms() throws {
    var random = SeededGenerator(seed: 4)
    func normal() -> Double {
      (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
    }
    /// The same journey, measured anew.
    func sample() -> Journey {
      let left = (0..<1000).reduce(0) { sum, _ in sum + (random.chance(0.3) ? 1 : 0) }
      var journey = Journey.results(felt: -1 + 0.8 / 20 * normal(), left: left)
      journey.touchpoints[0].felt = .everyone(
        Score(mean: 0.4 + 0.8 / 20 * normal(), n: 400, sd: 0.8))
      journey.touchpoints[2].felt = .everyone(
        Score(mean: 1.6 + 0.8 / 20 * normal(), n: 400, sd: 0.8))
      return journey
    }
    let runs = 150
    let failed = try (0..<runs).filter { _ in
      try check([sample()], nil, baselines: [sample()]).contains { $0.level == .fails }
    }
    // Worse alone is half of what is beyond chance; three standard errors on top.
    #expect(failed.count <= 16, "\(failed.count) of \(runs)")
  }

  @Test("A rule that a policy lists holds where it says")
  func scope() throws {
    let rules = [Guardrail.rule(.notWorse, about: "wait")]
    #expect(try check(journey(-1.6), rules, baseline: journey(-0.4)).isEmpty)
    #expect(
      try check(journey(-1.6), [.rule(.notWorse)]).lines == [
        "not-worse note results: not-worse could not be judged: there is no baseline"
      ])
  }

  @Test("A waiver waives what got worse")
  func waived() throws {
    let waiver = Waiver(
      .notWorse, about: PolicyScope("log-in"), by: "Ruiz", approvedBy: "Okafor", why: "we move",
      tradedFor: .speed, until: today)
    let found = try check(
      journey(-1.6), guardians: ["Okafor"], waivers: [waiver], baseline: journey(-0.4))
    #expect(!found.isEmpty)
    #expect(
      found.filter { $0.touchpoint == "log-in" }.allSatisfy { $0.level == .waived })
  }

  @Test("A channel that is gone and an owner who is gone are worse; new ones are better")
  func make() throws {
    var before = journey(-1)
    before.channels = [
      Channel(id: "web", name: "Patient portal"), Channel(id: "phone", name: "Hotline"),
    ]
    before.touchpoints[0].channel = "phone"
    before.touchpoints[1].channel = "web"
    var after = before
    after.channels.removeFirst()
    after.touchpoints[1].channel = "phone"
    after.touchpoints[1].owner = nil
    #expect(
      try check([after], nil, baselines: [before]).lines == [
        "not-worse fails results: the channel Patient portal of the baseline is gone",
        "not-worse fails results/log-in: nobody owns it any more: Ruiz did in the baseline",
      ])
    #expect(
      try check([before], nil, baselines: [after]).lines == [
        "better note results: the channel Patient portal is new",
        "better note results/log-in: Ruiz owns it now, nobody did in the baseline",
      ])
  }

  @Test("A step added before relief is worse")
  func relief() throws {
    let before = journey(-1)
    var after = before
    after.touchpoints.append(Touchpoint(id: "code", name: "Code by text"))
    after.flow =
      Journey.sketch([
        "start -> wait: 1000", "wait -> log-in: 1000", "log-in -> left: 300", "log-in -> code: 700",
        "code -> read: 700", "read -> completed: 700",
      ]).flow
    let found = try check([after], nil, baselines: [before])
    #expect(
      found.summaries().contains(
        "relief is 2 steps away, 1 step in the baseline: by way of Code by text"))
    #expect(
      try check([before], nil, baselines: [after]).summaries(.note).contains(
        "relief is 1 step away, 2 steps in the baseline"))
    after.flow =
      Journey.sketch([
        "start -> wait: 1000", "wait -> log-in: 1000", "log-in -> left: 1000",
      ]).flow
    #expect(
      try check([after], nil, baselines: [before]).summaries().contains(
        "no way leads to relief any more, it was 1 step away in the baseline"))
  }

  @Test("Times have no error in a document, so none is worse beyond chance, or better")
  func times() throws {
    func journey(_ seconds: Double) -> Journey {
      var journey = Journey.results()
      for index in journey.flow.indices {
        guard case .everyone(var traffic) = journey.flow[index].traffic else { continue }
        traffic.time = TimeSpan(seconds: seconds)
        journey.flow[index].traffic = .everyone(traffic)
      }
      return journey
    }
    #expect(try check([journey(60)], nil, baselines: [journey(86_400)]).isEmpty)
    let found = try check([journey(86_400)], nil, baselines: [journey(60)])
    #expect(found.map(\.level) == [.note])
    #expect(
      found.first?.summary.hasSuffix(": documents give times without an error (Log in)") == true)
  }

  @Test("What was assumed and is not known any more is told")
  func unknown() throws {
    var before = journey(-1)
    before.touchpoints[1].felt = .everyone(Score(mean: -1))
    var after = before
    after.touchpoints[0].felt = .everyone(Score(mean: 0.4, n: 320, sd: 0.8))
    after.touchpoints[1].felt = nil
    #expect(
      try check([after], nil, baselines: [before]).summaries(.note).contains(
        "not-worse could not be judged everywhere: what is felt was known in the baseline (Log in)")
    )
    let strict = Policy(rules: [.rule(.notWorse, .notSurelyGood)])
    #expect(
      try check([after], strict, baselines: [before]).summaries().contains(
        "what is felt is not known: what is felt was known in the baseline"))
  }

  @Test("A touchpoint of the baseline without a partner is named")
  func partnerless() throws {
    let before = journey(-1)
    var after = before
    // Another id, another name, another place.
    after.touchpoints[0] = Touchpoint(id: "queue", name: "In line")
    after.flow =
      Journey.sketch([
        "start -> queue: 1000", "queue -> log-in: 1000", "log-in -> left: 300",
        "log-in -> read: 700",
        "read -> completed: 700",
      ]).flow
    let said = "No news (wait) of the baseline has no partner: its figures were not compared"
    let found = try check([after], nil, baselines: [before])
    let finding = try #require(found.first { $0.summary == said })
    #expect(finding.level == .note)
    #expect(finding.id == "not-worse")
    #expect(finding.fix?.hasPrefix("where it goes on as In line, give that its id") == true)
    // What is not known is not surely good, and is excused in the open alone.
    var policy = Policy(
      rules: [.rule(.notWorse, .notSurelyGood, about: "wait")], guardians: ["Okafor"])
    #expect(try check([after], policy, baselines: [before]).summaries() == [said])
    policy.waivers = [
      Waiver(
        .notWorse, about: PolicyScope("wait"), by: "Ruiz", approvedBy: "Okafor", why: "why",
        tradedFor: .cost, until: today)
    ]
    #expect(
      try check([after], policy, baselines: [before]).summaries(.waived) == [said])
    policy.rules = [.rule(.notWorse, .notSurelyGood, about: "log-in")]
    policy.waivers = []
    #expect(!(try check([after], policy, baselines: [before]).summaries().contains(said)))
    // A renamed one is still known by its name.
    var renamed = before
    renamed.touchpoints[0].id = "queue"
    renamed.flow = after.flow
    let none = try check([renamed], nil, baselines: [before])
    #expect(!none.contains { $0.summary.contains("no partner") })
  }

  @Test("A bright spot that is lost: not good any more beyond chance, or gone")
  func brightSpots() throws {
    let before = Journey.results()
    let rule = Guardrail.rule(.noBrightSpotLost)
    var after = before
    after.touchpoints[2].felt = .everyone(Score(mean: -0.3, n: 350, sd: 0.7))
    let found = try check(after, [rule], baseline: before)
      .filter { $0.id == "no-bright-spot-lost" }
    #expect(found.count == 1)
    #expect(
      found.first?.summary.hasPrefix("a bright spot of the baseline is lost: felt −0.3") == true)
    #expect(found.first?.summary.hasSuffix(", 1.2 before") == true)
    #expect(found.first?.touchpoint == "read")

    // Still good, though less.
    after.touchpoints[2].felt = .everyone(Score(mean: 0.4, n: 350, sd: 0.7))
    #expect(
      try check(after, [rule], baseline: before).filter { $0.id == "no-bright-spot-lost" }.isEmpty)

    // Good by the point, not for sure.
    after.touchpoints[2].felt = .everyone(Score(mean: 0.05, n: 4, sd: 1.5))
    let strict = Guardrail.rule(.noBrightSpotLost, .notSurelyGood, about: "read")
    #expect(
      try check(after, [strict], baseline: before).filter { $0.id == "no-bright-spot-lost" }.count
        == 1)

    var gone = before
    gone.touchpoints.removeLast()
    gone.flow =
      Journey.sketch([
        "start -> wait: 1000", "wait -> log-in: 1000", "log-in -> left: 300",
        "log-in -> completed: 700",
      ]).flow
    #expect(
      try check(gone, [rule], baseline: before).filter { $0.id == "no-bright-spot-lost" }.lines == [
        "no-bright-spot-lost fails results: the bright spot Read it of the baseline is gone"
      ])
    #expect(
      try check(before, [rule]).lines == [
        "no-bright-spot-lost note results: no-bright-spot-lost could not be judged: there is no "
          + "baseline"
      ])
  }
}
