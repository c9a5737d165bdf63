import JourneyAnalysis
import JourneyDecisions
import JourneyGuardrails
import JourneyModel

extension PortfolioPage {
  /// How many insights get through to being measured again, and where they get stuck.
  var funnel: Brief.Section? {
    guard !ledger.entries.isEmpty else { return nil }
    let funnel = ledger.funnel
    var table = Brief.Table(
      "From finding something out to measuring whether it helped",
      columns: [
        .init("Step", weight: 2), .init("Insights", isNumber: true),
        .init("Of all", isNumber: true),
        .init("Days it took", isNumber: true), .init("Waiting here", isNumber: true),
        .init("Days they wait", isNumber: true),
      ])
    table.rows = funnel.stages.map { stage in
      [
        Brief.Cell(Phrase(Self.name(stage.step))),
        Brief.Cell(Phrase(Say.count(stage.count)), value: Double(stage.count)),
        Brief.Cell(
          Phrase(stage.share.map { Say.percent($0.value) } ?? Say.unknown),
          value: stage.share?.value),
        Brief.Cell(
          Phrase(stage.days.map { Say.count($0.median) } ?? Say.unknown),
          value: stage.days?.median),
        Brief.Cell(Phrase(Say.count(stage.stuck)), value: Double(stage.stuck)),
        Brief.Cell(
          Phrase(stage.waiting.map { Say.count($0.median) } ?? Say.unknown),
          value: stage.waiting?.median),
      ]
    }
    var note = "Days are medians of what is dated."
    if funnel.turnedDown > 0 {
      note += " \(Say.count(funnel.turnedDown, "insight was", "insights were")) turned down."
    }
    table.note = Phrase(note)
    var blocks: [Brief.Block] = []
    if let stage = funnel.narrowest, let next = stage.step.next {
      let few = Say.count(stage.stuck, "insight waits", "insights wait")
      blocks.append(
        .text("Most get stuck before they are \(strong: Self.verb(next)): \(few) there."))
    }
    blocks.append(.table(table))
    let verdicts = OutcomeTest.Verdict.allCases.compactMap { verdict -> String? in
      let count = ledger.entries.count {
        $0.step >= .acted && !$0.isTurnedDown && $0.outcome.verdict == verdict
      }
      return count > 0 ? "\(Say.count(count)) \(verdict.words)" : nil
    }
    if !verdicts.isEmpty {
      blocks.append(.text(Phrase("Of what was done: \(Say.list(verdicts)).")))
    }
    return Brief.Section("What becomes of insights", blocks)
  }

  private static func name(_ step: Ledger.Step) -> String {
    switch step {
    case .found: "Found"
    case .reached: "Reached somebody who decides"
    case .decided: "Decided"
    case .acted: "Acted upon"
    case .measured: "Measured again"
    }
  }

  private static func verb(_ step: Ledger.Step) -> String {
    switch step {
    case .found: "found"
    case .reached: "brought to somebody who decides"
    case .decided: "decided"
    case .acted: "acted upon"
    case .measured: "measured again"
    }
  }

  /// The heat waived, over all journeys.
  var waived: Brief.Section? {
    guard sources.hasPolicy else { return nil }
    let failing = sources.findings.count { $0.level == .fails }
    let waived = sources.findings.count { $0.level == .waived }
    var blocks: [Brief.Block] = [
      .text(
        "\(strong: Say.count(failing, "guardrail finding fails", "guardrail findings fail")), "
          + "\(Say.count(waived)) waived in the open.")
    ]
    let fails = sources.findings.filter { $0.level == .fails }
    if !fails.isEmpty {
      var lines = fails.prefix(limits.rows).map { finding in
        FindingLine.line(
          finding, in: number[finding.journey].map { members[$0] },
          namesJourney: members.count > 1, namesOwner: true)
      }
      if fails.count > limits.rows { lines.append("\(Say.count(fails.count - limits.rows)) more.") }
      blocks.append(.list(lines))
    }
    let lines = WaivedLines.lines(
      sources.findings, most: limits.rows, namesJourney: members.count > 1, namesOwner: true
    ) { number[$0].map { members[$0] } }
    if !lines.isEmpty { blocks.append(.list(lines)) }
    if let table = WaivedTable.table(sources.findings, in: members) {
      blocks.append(.table(table))
    }
    return Brief.Section("Guardrails", blocks)
  }
}
