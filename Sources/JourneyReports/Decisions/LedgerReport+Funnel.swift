import JourneyAnalysis
import JourneyDecisions
import TextSupport

extension LedgerReport {
  /// How many insights get through each step, and how long that takes.
  var funnelTable: TextTable {
    TextTable(
      [
        .init("step"), .init("insights", .right), .init("of all", .right),
        .init("of those before", .right), .init("days it took", .right), .init("no dates", .right),
        .init("wait here", .right), .init("days waited", .right),
      ],
      rows: ledger.funnel.stages.map { stage in
        [
          stage.step.name, "\(stage.count)", stage.step == .found ? "–" : share(stage.share),
          share(stage.shareOfPrevious),
          days(stage.days), stage.step == .found ? "–" : "\(stage.undated)",
          stage.step == .measured ? "–" : "\(stage.stuck)", days(stage.waiting),
        ]
      })
  }

  /// A share with its interval, such as `83 % (60–95)`.
  private func share(_ estimate: Estimate?) -> String {
    guard let estimate else { return "–" }
    let point = NumberText.percent(estimate.value)
    guard let low = estimate.low, let high = estimate.high else { return point }
    return "\(point) (\(NumberText.fixed(100 * low, 0))–\(NumberText.fixed(100 * high, 0)))"
  }

  /// The median with the middle half, such as `14 (7–21)`.
  private func days(_ quartiles: Quartiles?) -> String {
    guard let quartiles else { return "–" }
    func number(_ value: Double) -> String {
      NumberText.fixed(value, value == value.rounded() ? 0 : 1)
    }
    return quartiles.count == 1
      ? number(quartiles.median)
      : "\(number(quartiles.median)) (\(number(quartiles.lower))–\(number(quartiles.upper)))"
  }

  /// What the funnel comes to, in sentences.
  var funnelSentences: [String] {
    let funnel = ledger.funnel
    var sentences: [String] = []
    if let narrow = funnel.narrowest {
      var text = "\(narrow.stuck) of \(Wording.count(ledger.entries.count, "insight")) "
      text += "\(narrow.stuck == 1 ? "waits" : "wait") \(Self.waitingFor(narrow.step))"
      let others = funnel.stages.filter { $0.step != narrow.step }.map(\.stuck)
      if others.contains(where: { $0 > 0 }), !others.contains(narrow.stuck) {
        text += ", more than anywhere else"
      }
      if let longest = narrow.waiting?.most {
        text += ", \(narrow.stuck == 1 ? "" : "the longest ")for "
        text += Wording.count(Int(longest), "day")
      }
      sentences.append(text + ".")
    }
    let late = ledger.entries.compactMap(\.overdue)
    if let most = late.max() {
      sentences.append(
        (late.count == 1 ? "1 is past due, by " : "\(late.count) are past due, the longest by ")
          + Wording.count(most, "day") + ".")
    }
    if funnel.turnedDown > 0 {
      sentences.append(
        "\(funnel.turnedDown) \(funnel.turnedDown == 1 ? "was" : "were") turned down, which counts "
          + "as decided.")
    }
    if let outcomes { sentences.append(outcomes) }
    return sentences
  }

  private var outcomes: String? {
    let verdicts = ledger.entries.map(\.outcome.verdict)
    let words = OutcomeTest.Verdict.allCases.compactMap { verdict -> String? in
      let count = verdicts.count { $0 == verdict }
      return count == 0 || verdict == .unmeasured ? nil : "\(count) \(verdict.words)"
    }
    return words.isEmpty ? nil : "Measured again: \(words.joined(separator: ", "))."
  }

  private static func waitingFor(_ step: Ledger.Step) -> String {
    switch step {
    case .found: "to reach somebody who decides"
    case .reached: "to be decided"
    case .decided: "to be done"
    case .acted, .measured: "to be measured again"
    }
  }
}
