import JourneyGuardrails
import JourneyModel
import Testing

/// What a policy asks less of than it did.
@Suite("Policy loosened")
struct PolicyLooseningTests {
  private func told(_ before: [Guardrail], _ after: [Guardrail]) -> [String] {
    PolicyLoosening(from: Policy(rules: before), to: Policy(rules: after)).changes.map(\.summary)
  }

  @Test("A wider limit, a rule that is gone, about less, or fails for less; stricter is no news")
  func rules() {
    let heat = Guardrail(.maxHeat, 300)
    #expect(told([heat], [heat]).isEmpty)
    #expect(told([heat], [Guardrail(.maxHeat, 200)]).isEmpty)
    #expect(told([], [heat]).isEmpty)
    #expect(
      told([heat], [Guardrail(.maxHeat, 900)])
        == ["the limit of max-heat is 900, it was 300 in the baseline"])
    #expect(told([heat], []) == ["the rule max-heat of the baseline is gone"])
    #expect(
      told([heat], [Guardrail(.maxHeat, 300, about: "wait")])
        == ["the rule max-heat of the baseline is about less now"])
    #expect(told([Guardrail(.maxHeat, 300, about: "wait")], [heat]).isEmpty)
    #expect(
      told([Guardrail(.maxHeat, 300, .notSurelyGood)], [heat]) == [
        "max-heat fails only what is surely bad, in the baseline all that was not surely good"
      ])
    #expect(
      told([Guardrail(.minCustomers, 5)], [Guardrail(.minCustomers, 3)])
        == ["the limit of min-customers is 3, it was 5 in the baseline"])
    #expect(told([Guardrail(.minCustomers, 5)], [Guardrail(.minCustomers, 8)]).isEmpty)
    // The usual limit is one.
    #expect(told([.rule(.minCustomers)], [Guardrail(.minCustomers, 3)]).count == 1)
  }

  @Test("Other guardians, whatever the letters")
  func guardians() {
    func told(_ before: [String], _ after: [String]) -> [String] {
      PolicyLoosening(from: Policy(guardians: before), to: Policy(guardians: after)).changes
        .map(\.summary)
    }
    #expect(told(["Hale", "Ruiz"], ["ruiz", "Hale"]).isEmpty)
    #expect(
      told(["Hale"], ["Hale", "Kim"])
        == ["the guardians are Hale, Kim, they were Hale in the baseline"])
  }
}
