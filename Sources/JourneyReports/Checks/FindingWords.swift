package import JourneyAnalysis
import JourneyGuardrails
import JourneyModel
import TextSupport

extension FindingText {
  /// What was counted with its limit: `customers asked 3, limit 5`.
  func counted(_ tally: Tally) -> String {
    var parts: [String] = []
    switch finding.estimate?.value {
    case let value? where value.isFinite:
      parts.append("\(tally.word) \(number(value, of: tally))\(per(tally.unit))")
    case nil: parts.append("\(tally.word) not known")
    default: parts.append("\(tally.word): none")
    }
    if let limit = finding.limit { parts.append("\(against) \(number(limit, of: tally))") }
    return parts.joined(separator: ", ")
  }

  private func number(_ value: Double, of tally: Tally) -> String {
    switch tally.unit {
    case .share: NumberText.percent(value)
    case .score: NumberText.fixed(value, 2)
    case .perThousand:
      NumberText.fixed(value, value.magnitude < 10 && value != value.rounded() ? 1 : 0)
    case .seconds: time(value)
    case .count: NumberText.fixed(value, value == value.rounded() ? 0 : 1)
    }
  }

  /// A length of time in the unit of its limit, so that the two can be held side by side.
  private func time(_ seconds: Double) -> String {
    let units: [(String, Double)] = [("d", 86_400), ("h", 3600), ("min", 60), ("s", 1)]
    let sizes = [finding.limit, finding.estimate?.value].compactMap(\.self).filter { $0 > 0 }
    let smallest = sizes.min() ?? 0
    let unit = units.first { smallest >= $0.1 } ?? ("s", 1)
    let count = seconds / unit.1
    let decimals = abs(count - count.rounded()) >= 0.05 ? 1 : 0
    return "\(NumberText.fixed(count, decimals)) \(unit.0)"
  }
}

extension Tally {
  /// What it is called in a sentence.
  var word: String {
    switch self {
    case .reading: "time to read"
    case .customers: "customers asked"
    case .methods: "methods"
    case .evidence: "pieces of evidence"
    case .evidenceAge: "age of the evidence"
    case .personaShare: "share of those heard"
    case .sinceCustomer: "time since meeting a customer"
    case .mazeCustomers: "going round"
    case .overdue: "overdue by"
    case .latePromises: "promises learnt too late"
    case .unconsented: "quotes without consent"
    case .personalData: "kinds of personal data"
    case .channelTouchpoints: "touchpoints by this channel"
    case .partners: "touchpoints that it goes on as"
    case .shortestRelief: "steps to relief"
    case .owners: "owners"
    case .waiverAge: "expired for"
    case .approvals: "approvals by a guardian"
    case .missingParts: "parts missing"
    case .excused: "findings excused"
    }
  }
}

extension Figure.Measure {
  /// What it is called in a sentence.
  package var word: String {
    switch self {
    case .completed: "completed"
    case .left: "left"
    case .diverted: "diverted"
    case .ended: "ended, outcome unknown"
    case .steps: "steps"
    case .time: "time"
    case .felt: "felt"
    case .gap: "empathy gap"
    case .peakEnd: "peak–end"
    case .heat: "heat"
    case .loss: "loss"
    case .burden: "burden"
    case .pain: "pain"
    case .visits: "visits"
    case .reach: "reach"
    case .dropOff: "drop-off"
    case .completionFromHere: "completion from here"
    case .reliefChance: "chance of relief"
    case .reliefSteps: "steps to relief"
    case .reliefTime: "time to relief"
    }
  }
}

extension Figure.Unit {
  /// What it is called in JSON.
  package var word: String {
    switch self {
    case .share: "share"
    case .score: "score"
    case .perThousand: "per-1000"
    case .seconds: "seconds"
    case .count: "count"
    }
  }
}
