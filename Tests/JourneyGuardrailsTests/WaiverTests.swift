import JourneyAnalysis
import JourneyGuardrails
import JourneyModel
import JourneyTestSupport
import Testing

/// Rules that are overridden in the open.
@Suite("Waivers")
struct WaiverTests {
  private let rules = [Guardrail(.maxHeat, 300)]
  private let guardians = ["Okafor", "Lindqvist"]

  /// A waiver that holds.
  private func waiver(
    _ rule: Guardrail.Rule = .maxHeat, about: String? = "log-in", approvedBy: String? = "Okafor",
    until: String? = "2026-06-01"
  ) -> Waiver {
    Waiver(
      rule, about: about.map { PolicyScope($0) }, by: "Ruiz", approvedBy: approvedBy,
      why: "the new log-in comes in autumn", tradedFor: .legacy, until: until.map(day))
  }

  private func found(_ waivers: Waiver...) throws -> [Finding] {
    try check(.results(), rules, guardians: guardians, waivers: waivers)
  }

  @Test("One that holds turns the finding into a waived one, and says no more")
  func holds() throws {
    let found = try found(waiver())
    #expect(found.map(\.level) == [.waived])
    #expect(found.first?.waiver == waiver())
    #expect(found.first?.owner == "Ruiz")
    for scope in [nil, "results", "results/log-in"] {
      #expect(try self.found(waiver(about: scope)).map(\.level) == [.waived], "\(scope ?? "any")")
    }
    #expect(try self.found(waiver(approvedBy: " okafor ")).map(\.level) == [.waived])
  }

  @Test("One that ended waives nothing and is a finding itself")
  func expired() throws {
    let found = try found(waiver(until: "2026-05-20"))
    #expect(
      found.summaries().last == "the waiver of max-heat ended on 2026-05-20, 12 days ago")
    #expect(found.map(\.id) == ["max-heat", "waiver-expired"])
    #expect(found.map(\.level) == [.fails, .fails])
    let finding = try #require(found.last)
    #expect(finding.isInPolicy)
    #expect(finding.path.description == "waivers[0].until")
    #expect(finding.journey == "results")
    #expect(finding.touchpoint == "log-in")
    #expect(finding.owner == "Ruiz")
  }

  @Test("One that nobody entitled signed says whose signature is wrong")
  func unsigned() throws {
    let cases: [(String?, String)] = [
      (nil, "nobody approved the waiver of max-heat"),
      ("  ", "nobody approved the waiver of max-heat"),
      ("Nobody", "Nobody, who approved the waiver of max-heat, is no guardian"),
      ("ruiz", "ruiz asked for the waiver of max-heat and approved it too"),
    ]
    for (name, summary) in cases {
      let found = try found(waiver(approvedBy: name))
      #expect(found.map(\.id) == ["max-heat", "waiver-unsigned"])
      #expect(found.last?.summary == summary)
      #expect(found.last?.fix == "have it approved by Okafor or Lindqvist")
    }
    let none = try check(.results(), rules, waivers: [waiver()])
    #expect(none.last?.fix == "name who may approve under 'guardians'")
  }

  @Test("The owner cannot approve, though a guardian")
  func owner() throws {
    var journey = Journey.results()
    journey.touchpoints[1].owner = "OKAFOR"
    let found = try check(journey, rules, guardians: guardians, waivers: [waiver()])
    #expect(found.map(\.id) == ["max-heat", "waiver-unsigned"])
    #expect(found.map(\.level) == [.fails, .fails])
    #expect(
      found.last?.summary == "Okafor approved the waiver of max-heat and owns what it excuses")
    #expect(found.last?.path.description == "waivers[0].approved-by")

    // Where the guardian does not own, the same waiver holds.
    journey.touchpoints[0].felt = .everyone(Score(mean: -1.5, n: 400, sd: 0.5))
    let both = try check(
      journey, rules, guardians: guardians, waivers: [waiver(about: nil)])
    #expect(both.map(\.level) == [.waived, .fails, .fails])
  }

  @Test("Its findings name who owns what it excuses and what was said there, not who asked")
  func subject() throws {
    var late = waiver(until: "2026-05-20")
    late.by = "Kim"
    let found = try found(late)
    #expect(found.last?.id == "waiver-expired")
    #expect(found.last?.owners == ["Ruiz"])
    #expect(found.last?.said == found.first?.said)
    #expect(found.last?.said.isEmpty == false)
    // Nor nobody, where it does not say who asks.
    #expect(try self.found(Waiver(.maxHeat, approvedBy: "Okafor")).last?.owners == ["Ruiz"])
    // What nothing breaks has an owner too.
    var journey = Journey.results()
    journey.touchpoints[0].owner = "Chen"
    let unused = try check(
      journey, rules, guardians: guardians, waivers: [waiver(about: "wait")])
    #expect(unused.last?.id == "waiver-unused")
    #expect(unused.last?.owners == ["Chen"])
  }

  @Test("Nobody is offered as approver who is refused: neither who asks nor an owner")
  func approvers() throws {
    func fix(_ waiver: Waiver, _ guardians: [String]) throws -> String? {
      try check(.results(), rules, guardians: guardians, waivers: [waiver]).last?.fix
    }
    var asked = waiver(approvedBy: "Nobody")
    asked.by = "Hale"
    #expect(try fix(asked, ["Hale", "Ruiz", "Okafor"]) == "have it approved by Okafor")
    #expect(
      try fix(asked, ["Hale", "Ruiz"])
        == "name under 'guardians' one who neither asks for it nor owns what it excuses")
    var own = waiver(approvedBy: "Ruiz")
    own.by = "Kim"
    #expect(try fix(own, ["Ruiz", "Okafor"]) == "have it approved by Okafor")
  }

  @Test("One of several owners, or of those who ask, cannot approve")
  func severalOwners() throws {
    var journey = Journey.results()
    for owner in ["Ruiz, Okafor", "Ruiz and Okafor", "Okafor (log-in team)", "Chen / OKAFOR"] {
      journey.touchpoints[1].owner = owner
      let found = try check(journey, rules, guardians: guardians, waivers: [waiver()])
      #expect(found.map(\.level) == [.fails, .fails], "\(owner)")
      #expect(
        found.last?.summary
          == "Okafor approved the waiver of max-heat and is an owner of what it excuses: \(owner)")
    }
    var asked = waiver()
    asked.by = "Ruiz and Okafor"
    #expect(
      try found(asked).last?.summary
        == "Okafor asked for the waiver of max-heat and approved it too")
  }

  @Test("One that does not say who, why, what for and until when is told so")
  func incomplete() throws {
    let found = try found(Waiver(.maxHeat, approvedBy: "Okafor"))
    #expect(found.map(\.id) == ["max-heat", "waiver-incomplete"])
    #expect(
      found.last?.summary
        == "the waiver of max-heat does not say who asks for it, why, what it was traded for, "
        + "until when")
    #expect(found.last?.fix == "add 'by', 'why', 'traded-for', 'until'")
    #expect(found.last?.path.description == "waivers[0]")
  }

  @Test("All that is wrong with one is said at once")
  func several() throws {
    let found = try found(
      Waiver(.maxHeat, by: "Ruiz", why: "later", until: day("2025-01-01")))
    #expect(
      found.map(\.id) == [
        "max-heat", "waiver-expired", "waiver-unsigned", "waiver-incomplete",
      ])
  }

  @Test("One that nothing needs is a finding, but not where nobody looked")
  func unused() throws {
    #expect(
      try found(waiver(), waiver(about: "wait")).map(\.id) == ["max-heat", "waiver-unused"])
    #expect(
      try found(waiver(), waiver(about: "wait")).last?.summary
        == "nothing breaks max-heat at wait: the waiver is not needed")
    #expect(
      try found(waiver(), waiver(.maxGap)).last?.summary
        == "no rule max-gap is in force at log-in: the waiver is not needed")
    for scope in ["other", "other/log-in"] {
      let policy = Policy(
        rules: rules, guardians: guardians, waivers: [waiver(), waiver(about: scope)])
      #expect(
        try check([.results()], policy).map(\.id) == ["max-heat", "waiver-unused"], "\(scope)")
      // Nobody looked at these.
      #expect(
        try check([.results()], policy, isComplete: false).map(\.id) == ["max-heat"], "\(scope)")
    }
    #expect(
      try found(waiver(), waiver(about: "results/attic")).map(\.id)
        == ["max-heat", "waiver-unused"])
  }

  @Test("Whether one is needed is known when every journey was checked")
  func unusedOverJourneys() throws {
    var calm = Journey.results(felt: 0.5, left: 10)
    calm.id = "calm"
    let policy = Policy(rules: rules, guardians: guardians, waivers: [waiver(about: "log-in")])
    #expect(try check([calm, .results()], policy).map(\.level) == [.waived])
    #expect(try check([calm], policy).map(\.id) == ["waiver-unused"])
    #expect(try check([calm], policy, isComplete: false).isEmpty)
    let named = Policy(rules: rules, guardians: guardians, waivers: [waiver(about: "calm/log-in")])
    #expect(try check([calm], named, isComplete: false).map(\.id) == ["waiver-unused"])
    let any = Policy(rules: rules, guardians: guardians, waivers: [waiver(about: nil)])
    #expect(try check([calm], any).map(\.id) == ["waiver-unused"])
    #expect(try check([calm], any, isComplete: false).isEmpty)
  }

  @Test(
    "A document's own waivers hold there, by the organisation's guardians where it has a policy")
  func ownWaivers() throws {
    var journey = Journey.results()
    journey.policy = Policy(rules: rules, guardians: ["Okafor"], waivers: [waiver()])
    #expect(try check([journey], nil).map(\.level) == [.waived])

    let found = try check([journey], Policy(guardians: ["Lindqvist"]))
    #expect(found.map(\.id) == ["max-heat", "waiver-unsigned"])
    #expect(found.last?.isInPolicy == false)
    #expect(found.last?.path.description == "policy.waivers[0].approved-by")

    // A document's waiver does not reach another journey.
    var other = Journey.results()
    other.id = "other"
    let both = try check([journey, other], Policy(rules: rules, guardians: ["Okafor"]))
    #expect(both.map(\.journey) == ["results", "other"])
    #expect(both.map(\.level) == [.waived, .fails])

    journey.policy?.waivers = [waiver(about: "wait")]
    #expect(try check([journey], nil).map(\.id) == ["max-heat", "waiver-unused"])
  }

  @Test("What the organisation and the document ask alike is found once")
  func once() throws {
    var journey = Journey.results()
    journey.policy = Policy(rules: rules)
    #expect(try check(journey, rules).count == 1)
    journey.policy = Policy(rules: [Guardrail(.maxHeat, 200)])
    #expect(try check(journey, rules).map(\.limit) == [300, 200])
  }

  @Test("Notes are never waived")
  func notes() throws {
    var journey = Journey.results()
    journey.flow = []
    let found = try check(
      journey, rules, guardians: guardians, waivers: [waiver(about: "results")])
    #expect(found.map(\.id) == ["max-heat", "waiver-unused"])
    #expect(found.first?.level == .note)
  }

  @Test("A waiver about nothing that is there is unused where all was checked")
  func aboutNothing() throws {
    let policy = Policy(rules: rules, guardians: guardians, waivers: [waiver(about: "lgo-in")])
    #expect(
      try check([.results()], policy).summaries().last
        == "no journey and no touchpoint has the id 'lgo-in': the waiver is not needed")
    #expect(try check([.results()], policy, isComplete: false).map(\.id) == ["max-heat"])
  }

  @Test("A waiver of what only a baseline can show is left alone where there is none")
  func baselineOnly() throws {
    let journey = Journey.results()
    for rule in [Guardrail.Rule.notWorse, .noBrightSpotLost] {
      let policy = Policy(
        rules: [.rule(rule)], guardians: guardians, waivers: [waiver(rule, about: nil)])
      #expect(try check([journey], policy).allSatisfy { $0.level == .note }, "\(rule)")
      let compared = try check([journey], policy, baselines: [journey])
      #expect(compared.map(\.id) == ["waiver-unused"], "\(rule)")
    }
  }

  @Test("A waiver of one touchpoint of a maze waives the maze")
  func maze() throws {
    let journey = Journey.sketch(
      ["start -> a: 100", "a -> b: 140", "b -> a: 40", "b -> completed: 100"],
      felt: [
        "a": Score(mean: -1.5, n: 200, sd: 0.5), "b": Score(mean: -1.2, n: 200, sd: 0.5),
      ])
    let found = try check(
      journey, [.rule(.noMaze)], guardians: guardians, waivers: [waiver(.noMaze, about: "b")])
    #expect(found.map(\.level) == [.waived])
  }

  @Test("The heat that is waived is summed for each trade, each touchpoint once")
  func heat() throws {
    var journey = Journey.results()
    journey.touchpoints[0].felt = .everyone(Score(mean: -1.5, n: 400, sd: 0.5))
    let rules = rules + [Guardrail.rule(.noBasicFailed)]
    journey.touchpoints[1].need = .basic
    var cost = waiver(.noBasicFailed)
    cost.tradedFor = .cost
    let found = try check(
      journey, rules, guardians: guardians, waivers: [waiver(about: nil), cost])
    #expect(found.map(\.level) == [.waived, .waived, .waived])
    let estimates = try journey.estimated(asOf: today)
    let heats = estimates.analysis.hotspots.hotspots.reduce(into: [TouchpointID: Double]()) {
      $0[$1.touchpoint] = $1.heat
    }
    let waived = WaivedHeat(found + found, in: [estimates])
    #expect(waived.trades.map(\.tradedFor) == [.cost, .legacy])
    #expect(waived.trades.map(\.touchpoints) == [1, 2])
    #expect(waived.trades.map(\.unknown) == [0, 0])
    #expect(waived.trades.first?.heat == heats["log-in"])
    let sum = (heats["log-in"] ?? 0) + (heats["wait"] ?? 0)
    #expect(abs((waived.trades.last?.heat ?? 0) - sum) < 1e-9)

    var still = journey
    still.flow = []
    let unknown = WaivedHeat(found, in: [try still.estimated(asOf: today)])
    #expect(unknown.trades.map(\.heat) == [nil, nil])
    #expect(unknown.trades.map(\.unknown) == [1, 2])
    #expect(WaivedHeat([], in: [estimates]).trades.isEmpty)
  }
}
