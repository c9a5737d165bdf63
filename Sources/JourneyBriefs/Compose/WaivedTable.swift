import JourneyAnalysis
import JourneyGuardrails
import JourneyModel

/// What is waived, in the open: where, whose it is, who asked and who agreed, why, and until when.
enum WaivedLines {
  /// A line for each waived finding.
  ///
  /// - Parameters:
  ///   - findings: Findings; those that are not waived have no line.
  ///   - most: So many lines; how many more there are stands in one line.
  ///   - namesJourney: Whether several journeys have findings here.
  ///   - namesOwner: Whether the owner is not who reads it.
  ///   - member: The journey of a finding.
  /// - Returns: The lines, in the order of the findings.
  static func lines(
    _ findings: [Finding], most: Int, namesJourney: Bool, namesOwner: Bool,
    member: (JourneyID) -> Member?
  ) -> [Phrase] {
    let waived = findings.filter { $0.level == .waived }
    var lines = waived.prefix(most).map { finding -> Phrase in
      let line = FindingLine.line(
        finding, in: member(finding.journey), namesJourney: namesJourney, namesOwner: namesOwner)
      return "Waived: " + line + terms(finding)
    }
    if waived.count > most { lines.append("\(Say.count(waived.count - most)) more waived.") }
    return lines
  }

  private static func terms(_ finding: Finding) -> Phrase {
    var line: Phrase = " (\(said: finding.id))"
    guard let waiver = finding.waiver else { return line }
    if let by = OwnerIndex.person(waiver.by) { line += "; asked for by \(said: by.text)" }
    if let agreed = OwnerIndex.person(waiver.approvedBy) {
      line += "; approved by \(said: agreed.text)"
    }
    if let until = waiver.until { line += "; until \(Say.date(until))" }
    if let why = waiver.why { line += "; why: \(said: Redaction.redacted(why))" }
    return line
  }
}

/// The heat that was waived, summed for what it was traded for.
enum WaivedTable {
  /// The sums as a table; nil where nothing is waived.
  static func table(_ findings: [Finding], in members: some Sequence<Member>) -> Brief.Table? {
    let waived = findings.filter { $0.level == .waived }
    guard !waived.isEmpty else { return nil }
    let heat = WaivedHeat(waived, in: members.map(\.estimates))
    guard !heat.trades.isEmpty else { return nil }
    var table = Brief.Table(
      "Heat that was waived in the open, by what the experience was traded for",
      columns: [
        .init("Traded for", weight: 2), .init("Touchpoints", isNumber: true),
        .init("Heat waived", isNumber: true),
      ])
    table.rows = heat.trades.map { trade in
      [
        Brief.Cell(Phrase(trade.tradedFor.rawValue)),
        Brief.Cell(Phrase(Say.count(trade.touchpoints)), value: Double(trade.touchpoints)),
        Brief.Cell(
          Phrase(trade.heat.map(Say.perThousand) ?? Say.unknown), value: trade.heat,
          detail: trade.heat != nil && trade.unknown > 0
            ? "unknown of \(Say.count(trade.unknown))" : ""),
      ]
    }
    return table
  }
}
