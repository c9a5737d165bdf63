import JourneyAnalysis
import JourneyModel

/// The figures of a map, for where it cannot be shown.
enum MapTable {
  /// So many touchpoints are told.
  static let most = 12

  /// The touchpoints in the document's order; those that are marked first where there are many.
  static func table(of member: Member, marked: Set<TouchpointID>) -> Brief.Table {
    var table = Brief.Table(
      "\(said: member.journey.title), touchpoint by touchpoint",
      columns: [
        .init("Touchpoint", weight: 2), .init("Felt", isNumber: true),
        .init("Believed", isNumber: true), .init("Come here", isNumber: true),
        .init("Leave here", isNumber: true), .init("Owner"),
      ])
    let all = member.journey.touchpoints
    var chosen = all
    if all.count > most {
      let ids = Set(
        (all.filter { marked.contains($0.id) } + all.filter { !marked.contains($0.id) })
          .prefix(most).map(\.id))
      chosen = all.filter { ids.contains($0.id) }
      table.note = "\(Say.count(all.count - chosen.count, "touchpoint", "touchpoints")) left out."
    }
    table.rows = chosen.map { touchpoint in
      let figures = member.figures(touchpoint.id)
      return [
        Brief.Cell(.said(touchpoint.name)),
        Brief.Cell(
          Phrase(figures?.felt.map { member.score($0.mean) } ?? Say.unknown),
          value: figures?.felt?.mean, feeling: member.feeling(touchpoint.id),
          isAssumed: figures?.felt?.isAssumed ?? false),
        Brief.Cell(
          Phrase(figures?.believed.map(member.score) ?? Say.unknown), value: figures?.believed),
        Brief.Cell(
          Phrase(figures?.reach.map(Say.percent) ?? Say.unknown), value: figures?.reach),
        Brief.Cell(
          Phrase(figures?.dropOff.map(Say.percent) ?? Say.unknown), value: figures?.dropOff),
        Brief.Cell(PersonName(touchpoint.owner).map { .said($0.text) } ?? "nobody"),
      ]
    }
    return table
  }
}
