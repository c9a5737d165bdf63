import JourneyAnalysis
import JourneyComparison
import JourneyGuardrails
import JourneyModel
import JourneyTestSupport

/// The day of every check here.
let today = day("2026-06-01")

/// A day; `yyyy-MM-dd`.
func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? .epoch }

/// Checks a journey against rules of an organisation.
func check(
  _ journey: Journey, _ rules: [Guardrail] = [], guardians: [String] = [], waivers: [Waiver] = [],
  baseline: Journey? = nil, asOf: CalendarDate = today
) throws -> [Finding] {
  try check(
    [journey], Policy(rules: rules, guardians: guardians, waivers: waivers),
    baselines: [baseline], asOf: asOf)
}

/// Checks several journeys against the policy of an organisation.
func check(
  _ journeys: [Journey], _ policy: Policy?, baselines: [Journey?] = [], isComplete: Bool = true,
  asOf: CalendarDate = today
) throws -> [Finding] {
  var check = GuardrailCheck(policy: policy, asOf: asOf)
  check.isComplete = isComplete
  for (index, journey) in journeys.enumerated() {
    let estimates = try journey.estimated(asOf: asOf)
    let baseline = baselines.indices.contains(index) ? baselines[index] : nil
    let comparison = try baseline.map {
      Comparison(
        ComparedJourney(label: "before", estimates: try $0.estimated(asOf: asOf)),
        ComparedJourney(label: "now", estimates: estimates))
    }
    check.check(estimates, baseline: comparison)
  }
  return check.finish()
}

extension Guardrail {
  /// A rule with a plain number as its limit.
  init(
    _ rule: Rule, _ limit: Double, _ fails: Failure = .surelyBad, about: String...
  ) {
    self.init(rule, limit: .number(limit), about: about.map { PolicyScope($0) }, fails: fails)
  }

  /// A rule with a share as its limit.
  init(_ rule: Rule, share: String, _ fails: Failure = .surelyBad, about: String...) {
    self.init(
      rule, limit: Share(percentage: share).map(Limit.share), about: about.map { PolicyScope($0) },
      fails: fails)
  }

  /// A rule with a time as its limit.
  init(_ rule: Rule, time: String, _ fails: Failure = .surelyBad, about: String...) {
    self.init(
      rule, limit: TimeSpan(time).map(Limit.time), about: about.map { PolicyScope($0) },
      fails: fails)
  }

  /// A rule that takes no limit.
  static func rule(_ rule: Rule, _ fails: Failure = .surelyBad, about: String...) -> Guardrail {
    Guardrail(rule, about: about.map { PolicyScope($0) }, fails: fails)
  }
}

extension [Finding] {
  /// The findings as `id level place: summary`.
  var lines: [String] {
    map { finding in
      let place = finding.touchpoint.map { "\(finding.journey)/\($0)" } ?? "\(finding.journey)"
      return "\(finding.id) \(finding.level.rawValue) \(place): \(finding.summary)"
    }
  }

  /// The summaries of those at a level.
  func summaries(_ level: Finding.Level = .fails) -> [String] {
    filter { $0.level == level }.map(\.summary)
  }
}

extension Journey {
  /// A random journey without a policy of its own.
  static func random(seed: UInt64) -> Journey {
    var journey = RandomJourney.make(seed: seed)
    journey.policy = nil
    return journey
  }

  /// A patient's way to a test result: much lost at the log-in, badly felt by many.
  static func results(felt: Double = -1.2, n: Int? = 400, left: Int = 300) -> Journey {
    var journey = Journey.sketch(
      [
        "start -> wait: 1000", "wait -> log-in: 1000", "log-in -> left: \(left)",
        "log-in -> read: \(1000 - left)", "read -> completed: \(1000 - left)",
      ],
      felt: [
        "wait": Score(mean: 0.4, n: 300, sd: 0.8),
        "log-in": Score(mean: felt, n: n, sd: n == nil ? nil : 0.8),
        "read": Score(mean: 1.2, n: 350, sd: 0.7),
      ])
    journey.id = "results"
    journey.customers = "patients"
    for (index, name) in ["No news", "Log in", "Read it"].enumerated() {
      journey.touchpoints[index].name = name
    }
    journey.touchpoints[1].owner = "Ruiz"
    journey.touchpoints[1].quotes = [
      Touchpoint.Quote("It threw me out again.", consent: true),
      Touchpoint.Quote("Ring me on 030 1234567.", consent: true),
      Touchpoint.Quote("Never.", consent: false), Touchpoint.Quote("Third time."),
      Touchpoint.Quote("Fourth.", consent: true),
    ]
    return journey
  }
}
