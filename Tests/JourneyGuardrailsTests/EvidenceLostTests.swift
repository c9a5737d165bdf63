import JourneyAnalysis
import JourneyGuardrails
import JourneyModel
import JourneyTestSupport
import Testing

/// What was measured in the baseline and is not any more.
@Suite("Evidence lost")
struct EvidenceLostTests {
  private func found(_ after: Journey, _ policy: Policy? = nil) throws -> [Finding] {
    try check([after], policy, baselines: [.results()])
  }

  @Test("What was measured and is only assumed now, or not known, fails without any policy")
  func feeling() throws {
    var after = Journey.results()
    after.touchpoints[1].felt = .everyone(Score(mean: 1))
    let assumed = try found(after)
    #expect(
      assumed.summaries() == [
        "what is felt was measured in the baseline (n 400), only assumed now"
      ])
    let finding = try #require(assumed.first { $0.level == .fails })
    #expect(finding.id == "not-worse")
    #expect(finding.touchpoint == "log-in")
    #expect(finding.owner == "Ruiz")
    #expect(finding.figure == Figure(.felt, at: "log-in"))
    #expect(finding.limit.map { ($0 * 10).rounded() } == -12)
    #expect(finding.path.description == "touchpoints.log-in.felt")
    // What hangs on it is told by it, and not once more.
    #expect(!assumed.contains { $0.id == "not-worse" && $0.level == .note })

    after.touchpoints[1].felt = nil
    #expect(
      try found(after).summaries() == [
        "what is felt was measured in the baseline (n 400), not known now"
      ])
    let scoped = Policy(rules: [.rule(.notWorse, about: "wait")])
    #expect(try found(after, scoped).summaries().isEmpty)
  }

  @Test("A new measurement of fewer customers, and one of what was assumed, are no loss")
  func measured() throws {
    #expect(
      try check([.results(n: 12)], nil, baselines: [.results()]).summaries().isEmpty)
    #expect(
      try check([.results()], nil, baselines: [.results(n: nil)]).summaries().isEmpty)
  }

  @Test("Flow that was counted and is known in shares alone, or not at all, fails")
  func flow() throws {
    var after = Journey.results()
    after.flow =
      Journey.sketch([
        "start -> wait: 100%", "wait -> log-in: 100%", "log-in -> left: 30%", "log-in -> read: 70%",
        "read -> completed: 100%",
      ]).flow
    #expect(
      try found(after).summaries() == [
        "flow was counted in the baseline (1,000 patients started), only its shares are known now"
      ])
    after.flow = []
    #expect(
      try found(after).summaries() == [
        "flow was counted in the baseline (1,000 patients started), not known now"
      ])
  }

  @Test("A limit that was judged in the baseline and cannot be now is told in a note")
  func limit() throws {
    var after = Journey.results()
    after.touchpoints[1].felt = .everyone(Score(mean: -0.1))
    let policy = Policy(rules: [Guardrail(.maxHeat, 990)])
    let notes = try found(after, policy).filter { $0.id == "max-heat" }
    #expect(
      notes.lines == [
        "max-heat note results/log-in: max-heat could not be judged everywhere: what is felt is an "
          + "assumption, and it was judged in the baseline (Log in)"
      ])
    // Without a baseline, or with one that could not be judged either, there is nothing to tell.
    #expect(try check([after], policy).isEmpty)
    #expect(try check([after], policy, baselines: [after]).isEmpty)
  }

  @Test("A touchpoint that is cooler because fewer come, who fare worse, is not called better")
  func fewerCome() throws {
    func journey(_ before: Int, _ here: Int, _ left: Int) -> Journey {
      var journey = Journey.results(felt: -1, n: 400)
      journey.flow =
        Journey.sketch([
          "start -> wait: 2000", "wait -> log-in: \(here)", "wait -> left: \(2000 - here)",
          "log-in -> left: \(left)", "log-in -> read: \(here - left)",
          "read -> completed: \(here - left)",
        ]).flow
      return journey
    }
    let found = try check(
      [journey(2000, 500, 215)], nil, baselines: [journey(2000, 1800, 380)])
    let heat = found.filter { $0.figure == Figure(.heat, at: "log-in") }
    #expect(heat.map(\.id) == ["not-worse"])
    #expect(heat.map(\.level) == [.note])
    #expect(
      heat.first?.summary.hasSuffix(
        " in the baseline: fewer come here (25%, it was 90%), and those who do fare worse") == true)
    // Fewer who fare as before are better off.
    let better = try check(
      [journey(2000, 500, 105)], nil, baselines: [journey(2000, 1800, 380)])
    #expect(
      better.filter { $0.figure == Figure(.heat, at: "log-in") }.map(\.id) == ["better"])
  }
}
