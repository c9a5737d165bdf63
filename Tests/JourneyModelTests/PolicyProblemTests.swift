import JourneyModel
import Testing

/// What contradicts itself in a policy, and what each rule is held against.
@Suite struct PolicyProblemTests {
  private func told(_ rule: Guardrail) -> [String] {
    Policy(rules: [rule]).problems().map {
      "\($0.path): \($0.summary) [\($0.id)]\($0.fix.map { "; \($0)" } ?? "")"
    }
  }

  @Test(arguments: Guardrail.Rule.allCases)
  func everyRuleSaysWhatItTakes(_ rule: Guardrail.Rule) {
    #expect(!rule.summary.isEmpty && !rule.summary.hasSuffix("."))
    #expect((rule.exampleLimit == nil) == (rule.limitKind == .none))
    #expect(rule.needsLimit == (rule.limitKind != .none && rule.usualLimit == nil))
    #expect(told(Guardrail(rule)).isEmpty == !rule.needsLimit)
    if let usual = rule.usualLimit {
      #expect(told(Guardrail(rule, limit: usual)).isEmpty)
      #expect(Guardrail(rule).limitInForce == usual)
    }
  }

  @Test func usualLimitsAreTheDocumentedOnes() {
    #expect(
      Guardrail.Rule.allCases.compactMap { rule in
        rule.usualLimit.map { "\(rule.rawValue) \($0)" }
      } == [
        "max-evidence-age 365d", "min-customers 5", "min-methods 2", "personas-covered 50%",
        "owners-met-customers 90d",
      ])
  }

  @Test func limitsOfTheWrongKind() throws {
    #expect(
      told(Guardrail(.maxHeat)) == [
        "rules[0]: 'max-heat' needs a limit [missing-limit]; "
          + "add 'limit:' with a number, such as 300"
      ])
    #expect(
      told(Guardrail(.maxHeat, limit: .number(-1))) == [
        "rules[0].limit: -1 is less than nothing [negative]; write 0 or more"
      ])
    #expect(told(Guardrail(.minPeakEnd, limit: .number(-1))).isEmpty)
    #expect(told(Guardrail(.minPeakEnd, limit: .number(.nan))).count == 1)
    #expect(
      told(Guardrail(.noMaze, limit: .number(1))) == [
        "rules[0].limit: 'no-maze' takes no limit [bad-limit]; remove it"
      ])
    #expect(
      told(Guardrail(.maxDropOff, limit: .number(0.2))) == [
        "rules[0].limit: 0.2 where 'max-drop-off' takes a share [bad-limit]; write one such as 20%"
      ])
    let more = try #require(Share(percentage: "120%"))
    #expect(
      told(Guardrail(.minCompletion, limit: .share(more))) == [
        "rules[0].limit: 120% is more than all [bad-limit]; write 100% or less"
      ])
    #expect(
      told(Guardrail(.minCustomers, limit: .number(2.5))) == [
        "rules[0].limit: 2.5 where 'min-customers' takes a whole number of 1 or more "
          + "[bad-limit]; write one such as 5"
      ])
  }

  @Test func timesThatNothingReaches() throws {
    func limit(_ text: String) throws -> Guardrail.Limit { .time(try #require(TimeSpan(text))) }
    #expect(
      try told(Guardrail(.ownersMetCustomers, limit: limit("1e30d"))) == [
        "rules[0].limit: 8.64e+34s is longer than 100 years, and nothing would ever break "
          + "'owners-met-customers' [bad-limit]; write one such as 90d"
      ])
    #expect(try told(Guardrail(.maxReading, limit: limit("36526d"))).count == 1)
    #expect(try told(Guardrail(.maxReading, limit: limit("36525d"))).isEmpty)
    let endless = Guardrail.Limit.time(TimeSpan(seconds: .infinity))
    #expect(told(Guardrail(.maxEvidenceAge, limit: endless)).count == 1)
  }

  @Test func theSameRuleTwice() {
    let rules: [Guardrail] = [
      Guardrail(.noMaze), Guardrail(.noMaze, about: [PolicyScope("visa")]), Guardrail(.noMaze),
      Guardrail(.maxHeat, limit: .number(3), about: [PolicyScope("a"), PolicyScope("b")]),
      Guardrail(.maxHeat, limit: .number(4), about: [PolicyScope("b"), PolicyScope("a")]),
    ]
    let problems = Policy(rules: rules).problems()
    #expect(
      problems.map(\.summary) == [
        "'no-maze' is given again for anything", "'max-heat' is given again for 'b', 'a'",
      ])
    #expect(problems.map(\.path.description) == ["rules[2].rule", "rules[4].rule"])
    #expect(
      problems.flatMap(\.notes).map(\.path.description) == ["rules[0].rule", "rules[3].rule"])
  }

  @Test func aJourneysOwnPolicyIsAboutItself() {
    var journey = Journey(
      id: "visa", title: "Visa", touchpoints: [Touchpoint(id: "log-in"), Touchpoint(id: "pay")])
    func told(_ scopes: String...) -> [String] {
      journey.policy = Policy(
        rules: [Guardrail(.noMaze, about: scopes.map { PolicyScope($0) })],
        waivers: [Waiver(.noMaze, about: scopes.last.map { PolicyScope($0) })])
      return journey.problems().map {
        "\($0.path): \($0.summary)\($0.fix.map { "; \($0)" } ?? "")"
      }
    }
    #expect(told("log-in", "visa", "visa/pay").isEmpty)
    #expect(
      told("log-on") == [
        "policy.rules[0].about[0]: no touchpoint has the id 'log-on'; write 'log-in'",
        "policy.waivers[0].about: no touchpoint has the id 'log-on'; write 'log-in'",
      ])
    #expect(
      told("shoes/pay").first
        == "policy.rules[0].about[0]: 'shoes/pay' is in another journey, 'shoes'; write the rule "
        + "into the document of 'shoes', or into the policy file")
    #expect(
      told("log in").first
        == "policy.rules[0].about[0]: 'log in' names neither a touchpoint nor a journey; "
        + "write 'log-in'")
    #expect(told("any").first?.hasPrefix("policy.rules[0].about[0]: 'any' stands for") == true)
    #expect(told("a/b/c").count == 2)
  }
}
