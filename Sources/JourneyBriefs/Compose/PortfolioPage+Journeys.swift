import JourneyAnalysis
import JourneyModel
import JourneyPortfolio

extension PortfolioPage {
  /// The journeys and who goes over from one to the other, as a picture or in figures; nil for a
  /// single journey.
  var journeys: Brief.Section? {
    guard members.count > 1 else { return nil }
    let links = portfolio.links.filter { $0.source != $0.target }
    let caption: Phrase =
      links.isEmpty
      ? "\(Say.count(members.count)) journeys; nobody is known to go over from one to another"
      : "\(Say.count(members.count)) journeys, and who goes over from one to another"
    return Brief.Section(
      "The journeys",
      [.picture(Brief.Figure(.atlas, caption: caption)), .table(journeyTable)])
  }

  private var journeyTable: Brief.Table {
    let linked = portfolio.linked
    var table = Brief.Table(
      "How each journey ends, the hottest first",
      columns: [
        .init("Journey", weight: 2.6), .init("Started", isNumber: true),
        .init("Complete", isNumber: true), .init("With other journeys", isNumber: true),
        .init("Leave", isNumber: true), .init("Hotspots", isNumber: true),
      ])
    let hotspots = members.map { member in
      member.analysis.hotspots.hotspots.count { $0.kind != nil }
    }
    let order = portfolio.hottestFirst
    table.rows = order.prefix(most).map { index in
      let member = members[index]
      let ends = member.analysis.ends
      let onward = linked[index].flatMap { $0.isLinked ? $0 : nil }
      let further = onward?.completion
      let isOpen = (onward?.unresolved ?? 0) > Self.leastUnresolved
      let hot = hotspots[index]
      // Who goes over and leaves there has left all the same, as the atlas says.
      let left = further == nil ? ends?.left : linked[index]?.left
      // With other journeys it is those two that add up, else the journey's own.
      var said = (complete: ends.map { Say.percent($0.completed) }, further: "", left: Say.unknown)
      if let left, let completed = further?.value ?? ends?.completed {
        let both = Say.percents([completed, left])
        said.left = both[1]
        if further == nil { said.complete = both[0] } else { said.further = both[0] }
      }
      var bounds = Phrase()
      if let low = further?.low, let high = further?.high {
        bounds = Phrase("\(Say.percent(low)) to \(Say.percent(high))")
      }
      return [
        Brief.Cell(.said(member.journey.title)),
        Brief.Cell(
          Phrase(member.analysis.started.map(Say.count) ?? Say.unknown),
          value: member.analysis.started),
        Brief.Cell(
          Phrase(said.complete ?? Say.unknown), value: ends?.completed),
        Brief.Cell(
          Phrase((isOpen ? "at least " : "") + said.further), value: further?.value,
          detail: bounds),
        Brief.Cell(Phrase(said.left), value: left),
        Brief.Cell(Phrase(Say.count(hot)), value: Double(hot)),
      ]
    }
    var notes: [String] = []
    if linked.contains(where: { $0?.isLinked ?? false }) {
      notes += notesOfLinks(order.prefix(most).compactMap { linked[$0] })
    } else {
      // A column that says nothing is none.
      table.columns.remove(at: 3)
      for row in table.rows.indices { table.rows[row].remove(at: 3) }
    }
    if members.count > most {
      notes.append("\(Say.count(members.count - most, "journey", "journeys")) left out.")
    }
    if !notes.isEmpty { table.note = Phrase(notes.joined(separator: " ")) }
    return table
  }

  /// The share of starters from which on it is said that nobody knows how they end.
  private static let leastUnresolved = 0.005

  /// What the completion with other journeys has to be read with, each thing once.
  private func notesOfLinks(_ linked: [LinkedEnds]) -> [String] {
    let found = Set(linked.flatMap(\.caveats))
    var notes = LinkedEnds.Caveat.allCases.filter(found.contains).map(Self.sentence)
    if linked.contains(where: { $0.isLinked && $0.unresolved > Self.leastUnresolved }) {
      notes.append("At least: of those who are unresolved all may complete, or none.")
    }
    return notes
  }

  private static func sentence(_ caveat: LinkedEnds.Caveat) -> String {
    switch caveat {
    case .entersAtStart:
      "With other journeys, and leaving: who goes over is taken to fare there like all who start "
        + "there."
    case .restsOnShares: "Where a journey on the way gives shares, nobody knows how sure that is."
    case .flowMissing: "Who goes over to a journey without flow is unresolved."
    case .differentPeriods: "Journeys on the way were counted over different days."
    case .inferredLeft: "Some leaving on the way was inferred."
    case .goesRound: "Who gets into journeys that only lead into each other is unresolved."
    }
  }
}
