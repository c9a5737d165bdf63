import JourneyAnalysis
import JourneyGuardrails
import JourneyModel
import JourneyTestSupport
import Testing

/// What holds whatever the journey.
@Suite("Laws of guardrails")
struct GuardrailLawTests {
  private static let seeds = UInt64(1)...40

  /// Every rule with a limit, as strict as the factor says: 0 is the strictest.
  private func rules(_ fails: Guardrail.Failure, slack: Double = 0.5) -> [Guardrail] {
    Guardrail.Rule.allCases.map { rule in
      let isMost = !rule.rawValue.hasPrefix("min-") && rule != .personasCovered
      let part = isMost ? slack : 1 - slack
      let limit: Guardrail.Limit? =
        switch rule.limitKind {
        case .none: nil
        case .number: .number(400 * part)
        case .score: .number(2 * part)
        case .count: .number((20 * part).rounded(.up))
        case .share: Share(fraction: part).map { .share($0) }
        case .time, .minutes: .time(TimeSpan(seconds: 40 * 86_400 * part))
        }
      return Guardrail(rule, limit: limit, fails: fails)
    }
  }

  private struct Key: Hashable {
    var id: String
    var path: DocumentPath
  }

  private func failing(_ findings: [Finding]) -> Set<Key> {
    Set(findings.filter { $0.level == .fails }.map { Key(id: $0.id, path: $0.path) })
  }

  private func places(_ findings: [Finding]) -> Set<String> {
    Set(
      findings.filter { $0.level == .fails }.map { "\($0.id) \($0.touchpoint?.rawValue ?? "")" })
  }

  @Test("What is surely bad is not surely good")
  func subset() throws {
    var count = 0
    for seed in Self.seeds {
      let journey = Journey.random(seed: seed)
      let before = Journey.random(seed: seed + 1000)
      let bad = try check(journey, rules(.surelyBad), baseline: before)
      let doubtful = try check(journey, rules(.notSurelyGood), baseline: before)
      #expect(places(bad).isSubset(of: places(doubtful)), "seed \(seed)")
      count += failing(bad).count
    }
    #expect(count > 300)
  }

  @Test("A wider limit never adds findings")
  func monotone() throws {
    for seed in Self.seeds {
      let journey = Journey.random(seed: seed)
      for fails in Guardrail.Failure.allCases {
        var last: Set<Key>?
        for slack in [0.9, 0.5, 0.1] {
          // On an inverted scale a lower limit of what is remembered is the stricter one.
          let rules = rules(fails, slack: slack).filter {
            $0.rule != .minPeakEnd || !journey.scale.isInverted
          }
          let found = failing(try check(journey, rules))
          if let last { #expect(last.isSubset(of: found), "seed \(seed), slack \(slack)") }
          last = found
        }
      }
    }
  }

  @Test("A waiver adds no failing finding but about itself, and takes none away unless it holds")
  func waivers() throws {
    for seed in Self.seeds {
      let journey = Journey.random(seed: seed)
      let rules = rules(.surelyBad)
      let without = try check(journey, rules, guardians: ["Okafor"])
      var random = SeededGenerator(seed: seed)
      let waivers = (0..<4).map { _ in
        Waiver(
          random.pick(Guardrail.Rule.allCases),
          about: random.chance(0.5)
            ? PolicyScope(random.pick(journey.touchpoints).id.rawValue) : nil,
          by: random.pick([nil, "Ruiz"]), approvedBy: random.pick([nil, "Okafor", "Ruiz"]),
          why: "why", tradedFor: random.pick([nil, .cost]),
          until: random.pick([nil, today, day("2026-05-31")]))
      }
      let with = try check(journey, rules, guardians: ["Okafor"], waivers: waivers)
      let added = failing(with).subtracting(failing(without))
      #expect(added.allSatisfy { $0.id.hasPrefix("waiver-") }, "seed \(seed)")
      let kept = with.filter { !$0.id.hasPrefix("waiver-") }
      #expect(kept.map(\.summary) == without.map(\.summary), "seed \(seed)")
      for finding in kept where finding.level == .waived {
        #expect(finding.waiver?.approvedBy == "Okafor", "seed \(seed)")
        #expect(finding.waiver?.until == today, "seed \(seed)")
      }
    }
  }

  @Test("Findings are told in the order of the rules, in one line, and the same each time")
  func form() throws {
    for seed in Self.seeds {
      let journey = Journey.random(seed: seed)
      for fails in Guardrail.Failure.allCases {
        let rules = rules(fails)
        let found = try check(journey, rules)
        #expect(found == (try check(journey, rules)), "seed \(seed)")
        let order = found.compactMap { finding in
          Guardrail.Rule(rawValue: finding.id).flatMap {
            Guardrail.Rule.allCases.firstIndex(of: $0)
          }
        }
        #expect(order == order.sorted(), "seed \(seed)")
        #expect(found.allSatisfy { $0.journey == journey.id })
        for finding in found {
          #expect(!finding.summary.contains { $0.isNewline }, "seed \(seed)")
          #expect(finding.fix != nil)
          #expect(finding.said.allSatisfy { PersonalData.found(in: $0).isEmpty })
          #expect(finding.said.count <= 2)
        }
        // Once a rule and journey, what could not be judged.
        let notes = found.filter { $0.level == .note }.map(\.id)
        #expect(Set(notes).count == notes.count, "seed \(seed)")
      }
    }
  }

  @Test("What fails says a number, its unit and what it is held against")
  func numbers() throws {
    var measures: Set<String> = []
    for seed in Self.seeds {
      let journey = Journey.random(seed: seed)
      let before = Journey.random(seed: seed + 1000)
      let waivers = Guardrail.Rule.allCases.map { Waiver($0, until: day("2026-05-01")) }
      for fails in Guardrail.Failure.allCases {
        let found = try check(journey, rules(fails), waivers: waivers, baseline: before)
        for finding in found where finding.level != .note {
          #expect((finding.figure == nil) != (finding.tally == nil), "seed \(seed): \(finding)")
          #expect(finding.unit != nil, "seed \(seed): \(finding)")
          #expect(finding.limit?.isFinite == true, "seed \(seed): \(finding)")
          if finding.summary.contains("is not known") { continue }
          if let tally = finding.tally { measures.insert(tally.rawValue) }
        }
      }
    }
    #expect(measures.count > 12, "\(measures)")
  }

  @Test("Hundreds of journeys are judged in seconds")
  func speed() throws {
    var check = GuardrailCheck(policy: Policy(rules: rules(.surelyBad)), asOf: today)
    let estimates = try (1...50).map { try Journey.random(seed: $0).estimated(asOf: today) }
    let time = ContinuousClock().measure {
      for _ in 0..<4 { for journey in estimates { check.check(journey) } }
      #expect(!check.finish().isEmpty)
    }
    #expect(time < .seconds(60))
  }
}
