import JourneyAnalysis
import JourneyDecisions
import JourneyModel
import TextSupport

extension LedgerReport {
  /// Every decision as CSV (RFC 4180) with full precision; unknown is an empty cell.
  public var csv: String {
    let titles = [
      "decision", "journey", "touchpoint", "insight", "what", "owner", "touchpointOwner", "status",
      "step", "found", "reached", "reachedWho", "decided", "acted", "measured", "due", "ageDays",
      "waitingDays", "overdueDays", "effort", "outcome", "before", "beforeN", "after", "afterN",
      "difference", "differenceLow", "differenceHigh", "spreadAssumed", "alsoIn", "contradictions",
    ]
    return CSV.line(titles) + ledger.entries.map { CSV.line(Self.cells($0)) }.joined()
  }

  private static func cells(_ entry: Ledger.Entry) -> [String] {
    func cell(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
    func cell(_ value: Int?) -> String { value.map { "\($0)" } ?? "" }
    let decision = entry.decision
    let test = entry.outcome
    return [
      entry.name, entry.journey.rawValue, decision.about?.rawValue ?? "", decision.insight,
      decision.decision ?? "", PersonName(decision.owner)?.text ?? "",
      PersonName(entry.touchpointOwner)?.text ?? "",
      decision.status.rawValue, entry.step.name,
    ]
      + [
        decision.found?.description ?? "", decision.reached?.on?.description ?? "",
        decision.reached?.who ?? "", decision.decidedOn?.description ?? "",
        decision.actedOn?.description ?? "", entry.measuredOn?.description ?? "",
        decision.due?.description ?? "", cell(entry.age), cell(entry.waiting),
        cell(entry.overdue), cell(decision.effort),
      ]
      + [
        test.verdict.rawValue, cell(test.before?.mean), cell(test.before?.n),
        cell(test.after?.mean), cell(test.after?.n), cell(test.difference?.value),
        cell(test.difference?.low), cell(test.difference?.high),
        test.difference == nil ? "" : "\(test.isSpreadAssumed)",
        entry.alsoIn.map(\.rawValue).joined(separator: " "),
        entry.contradictions.joined(separator: "; "),
      ]
  }

  /// The ledger as JSON text, with the keys that `Docs/deciding.md` names.
  public var json: String {
    let funnel = ledger.funnel
    let value: JSONValue = [
      "schemaVersion": .number(1),
      "asOf": .string(ledger.asOf.description),
      "journeys": .number(Double(journeys)),
      "insights": .number(Double(ledger.entries.count)),
      "turnedDown": .number(Double(funnel.turnedDown)),
      "funnel": .array(funnel.stages.map(Self.json)),
      "decisions": .array(ledger.entries.map(Self.json)),
    ]
    return value.text
  }

  private static func json(_ stage: InsightFunnel.Stage) -> JSONValue {
    [
      "step": .string(stage.step.name),
      "count": .number(Double(stage.count)),
      "share": json(stage.share),
      "shareOfPrevious": json(stage.shareOfPrevious),
      "days": json(stage.days),
      "undated": .number(Double(stage.undated)),
      "waiting": .number(Double(stage.stuck)),
      "daysWaited": json(stage.waiting),
      "waitingUndated": .number(Double(stage.waitingUndated)),
    ]
  }

  private static func json(_ estimate: Estimate?) -> JSONValue {
    guard let estimate else { return .null }
    return [
      "value": .number(estimate.value), "low": JSONValue(estimate.low),
      "high": JSONValue(estimate.high),
    ]
  }

  private static func json(_ quartiles: Quartiles?) -> JSONValue {
    guard let quartiles else { return .null }
    return [
      "count": .number(Double(quartiles.count)), "lower": .number(quartiles.lower),
      "median": .number(quartiles.median), "upper": .number(quartiles.upper),
      "most": .number(quartiles.most),
    ]
  }

  static func json(_ entry: Ledger.Entry) -> JSONValue {
    let decision = entry.decision
    return [
      "decision": .string(entry.name),
      "journey": .string(entry.journey.rawValue),
      "alsoIn": .array(entry.alsoIn.map { .string($0.rawValue) }),
      "touchpoint": JSONValue(decision.about?.rawValue),
      "insight": .string(decision.insight),
      "what": JSONValue(decision.decision),
      "owner": JSONValue(PersonName(decision.owner)?.text),
      "touchpointOwner": JSONValue(PersonName(entry.touchpointOwner)?.text),
      "status": .string(decision.status.rawValue),
      "step": .string(entry.step.name),
      "open": .bool(entry.isOpen),
      "found": JSONValue(decision.found?.description),
      "reached": JSONValue(decision.reached?.on?.description),
      "reachedWho": JSONValue(decision.reached?.who),
      "decided": JSONValue(decision.decidedOn?.description),
      "acted": JSONValue(decision.actedOn?.description),
      "measured": JSONValue(entry.measuredOn?.description),
      "due": JSONValue(decision.due?.description),
      "ageDays": JSONValue(entry.age),
      "waitingDays": JSONValue(entry.waiting),
      "overdueDays": JSONValue(entry.overdue),
      "effort": JSONValue(decision.effort),
      "outcome": json(entry.outcome),
      "contradictions": .array(entry.contradictions.map(JSONValue.string)),
    ]
  }

  private static func json(_ test: OutcomeTest) -> JSONValue {
    func score(_ score: Score?) -> JSONValue {
      guard let score else { return .null }
      return [
        "mean": .number(score.mean), "n": JSONValue(score.n), "sd": JSONValue(score.sd),
      ]
    }
    return [
      "verdict": .string(test.verdict.rawValue),
      "before": score(test.before),
      "after": score(test.after),
      "difference": JSONValue(test.difference?.value),
      "low": JSONValue(test.difference?.low),
      "high": JSONValue(test.difference?.high),
      "spreadAssumed": test.difference == nil ? .null : .bool(test.isSpreadAssumed),
    ]
  }
}
