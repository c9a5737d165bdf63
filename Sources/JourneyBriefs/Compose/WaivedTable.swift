import JourneyAnalysis
import JourneyGuardrails
import JourneyModel

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
