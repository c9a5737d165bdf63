import JourneyModel
import JourneyTestSupport
import Testing

/// What a policy is about that is nowhere.
@Suite("Scopes that name nothing")
struct UnknownScopeTests {
  private let shoes: Journey = {
    var journey = Journey.sketch(["start -> log-in: 10", "log-in -> pay: 10"])
    journey.id = "shoes"
    journey.title = "Returning shoes"
    journey.touchpoints[1].name = "Settle the bill"
    return journey
  }()

  private let visa: Journey = {
    var journey = Journey.sketch(["start -> book: 10"])
    journey.id = "visa"
    return journey
  }()

  private func told(
    _ about: String..., waived: String? = nil, rule: Guardrail.Rule = .noMaze,
    baseline: [Journey] = [], isComplete: Bool = true
  ) -> [String] {
    let policy = Policy(
      rules: [Guardrail(rule, about: about.map { PolicyScope($0) })],
      waivers: waived.map { [Waiver(rule, about: PolicyScope($0))] } ?? [])
    return policy.unknownScopes(in: [shoes, visa], baseline: baseline, isComplete: isComplete)
      .map { "\($0.severity.rawValue) \($0.path): \($0.summary); \($0.fix ?? "")" }
  }

  @Test("What is there is not told")
  func known() {
    #expect(told("log-in", "shoes", "shoes/log-in", "book", waived: "visa/book").isEmpty)
  }

  @Test("A name that is nowhere is told with the one that was meant")
  func unknown() {
    #expect(
      told("pay", "lgo-in", waived: "settle the bill") == [
        "warning rules[0].about[1]: no journey and no touchpoint has the id 'lgo-in': 'no-maze' "
          + "guards nothing there; write 'log-in'",
        "warning waivers[0].about: no journey and no touchpoint has the id 'settle the bill': the "
          + "waiver of 'no-maze' excuses nothing there; write 'pay'",
      ])
    #expect(
      told("vsia/book", "nothing-like-it") == [
        "warning rules[0].about[0]: no journey has the id 'vsia': 'no-maze' guards nothing there; "
          + "write 'visa/book'",
        "warning rules[0].about[1]: no journey and no touchpoint has the id 'nothing-like-it': "
          + "'no-maze' guards nothing there; write the id of a touchpoint or of a journey, or remove it",
      ])
  }

  @Test("A journey that is there is looked through, whatever else was not")
  func incomplete() {
    #expect(told("lgo-in", "vsia/book", isComplete: false).isEmpty)
    #expect(
      told("shoes/book", "shoes/lgo-in", isComplete: false) == [
        "warning rules[0].about[0]: the journey 'shoes' has no touchpoint 'book': 'no-maze' guards "
          + "nothing there; write the id of a touchpoint or of a journey, or remove it",
        "warning rules[0].about[1]: the journey 'shoes' has no touchpoint 'lgo-in': 'no-maze' guards "
          + "nothing there; write 'shoes/log-in'",
      ])
    let policy = Policy(rules: [Guardrail(.noMaze, about: [PolicyScope("x")])])
    #expect(policy.unknownScopes(in: [], isComplete: true).isEmpty)
  }

  @Test("What only the baseline has may be about the baseline")
  func baseline() {
    var old = shoes
    old.touchpoints[0].id = "sign-in"
    #expect(told("sign-in", rule: .notWorse, baseline: [old]).isEmpty)
    #expect(told("shoes/sign-in", rule: .noBrightSpotLost, baseline: [old]).isEmpty)
    #expect(told("sign-in", rule: .noMaze, baseline: [old]).count == 1)
  }
}
