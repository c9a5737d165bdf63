import JourneyAnalysis
import JourneyGuardrails
import JourneyModel

/// The heat that was waived, summed for what it was traded for.
struct WaivedHeat {
  /// The sum of one trade.
  struct Sum {
    var trade: Waiver.TradedFor?
    var heat = 0.0
    var touchpoints = 0
    /// Whether a touchpoint's heat is unknown, or the waiver is about a whole journey.
    var isPartly = false
  }

  /// The trades in the order of ``Waiver/TradedFor``, the unexplained last.
  private(set) var sums: [Sum] = []

  init(_ findings: [Finding], members: [Member]) {
    let places = Dictionary(
      members.enumerated().map { ($1.journey.id, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<[String]> = []
    let trades = Waiver.TradedFor.allCases.map(Optional.some) + [nil]
    for trade in trades {
      var sum = Sum(trade: trade)
      for finding in findings where finding.level == .waived && finding.waiver?.tradedFor == trade {
        // A touchpoint whose heat two rules complain about is hot only once.
        let key = [
          trade?.rawValue ?? "", finding.journey.rawValue, finding.touchpoint?.rawValue ?? "",
        ]
        guard seen.insert(key).inserted else { continue }
        sum.touchpoints += 1
        let heat = places[finding.journey].flatMap { member in
          finding.touchpoint.flatMap { members[member].hotspots[$0]?.heat }
        }
        if let heat { sum.heat += heat } else { sum.isPartly = true }
      }
      if sum.touchpoints > 0 { sums.append(sum) }
    }
  }

  /// The sums as a table; nil where nothing is waived.
  var table: Brief.Table? {
    guard !sums.isEmpty else { return nil }
    var table = Brief.Table(
      "Heat that was waived in the open, by what the experience was traded for",
      columns: [
        .init("Traded for", weight: 2), .init("Places", isNumber: true),
        .init("Heat waived", isNumber: true),
      ])
    table.rows = sums.map { sum in
      [
        Brief.Cell(Phrase(Say.trade(sum.trade))),
        Brief.Cell(Phrase(Say.count(sum.touchpoints)), value: Double(sum.touchpoints)),
        Brief.Cell(
          Phrase(Say.perThousand(sum.heat)), value: sum.heat,
          detail: sum.isPartly ? "as far as known" : Phrase()),
      ]
    }
    return table
  }
}
