import JourneyAnalysis
import JourneyDecisions
import JourneyModel
import JourneyPortfolio

/// Writes the page for whoever answers for all journeys.
struct PortfolioPage {
  let portfolio: Portfolio
  let members: [Member]
  /// The place of each journey in ``members``.
  let number: [JourneyID: Int]
  let index: OwnerIndex
  let ledger: Ledger
  let sources: BriefSources
  let limits: BriefLimits
  /// The owners who have a page, with its id.
  let pages: [(duties: OwnerIndex.Duties, id: String)]
  /// What all pages ask for together.
  var demand = Brief.Demand()

  /// So many rows a table has on this page.
  var most: Int { limits.rows + 4 }

  /// The page.
  ///
  /// - Parameter asks: The pages of owners, whose requests are counted.
  /// - Returns: The page.
  mutating func page(asks: [Brief.Page]) -> Brief.Page {
    demand = asks.reduce(Brief.Demand()) { $0 + $1.demand }
    var page = Brief.Page(
      id: "portfolio", reader: .everyone,
      title: members.count == 1 ? .said(members[0].journey.title) : "All journeys",
      scope: scope, headline: headline, isUrgent: demand.overdue > 0)
    page.asked = demand.all
    page.demand = demand
    page.figures = keyFigures
    page.sections = [
      hottest, late, owners(asks), journeys, gap, coverage, people, funnel, waived,
    ].compactMap { $0 }
    return page
  }

  /// Hotspots of all journeys, the hottest first.
  var hot: [OwnerIndex.Place] {
    var all: [(OwnerIndex.Place, Hotspot)] = []
    for (number, member) in members.enumerated() {
      for hotspot in member.analysis.hotspots.hotspots
      where OwnerIndex.isHot(hotspot, in: member) {
        all.append((OwnerIndex.Place(member: number, touchpoint: hotspot.touchpoint), hotspot))
      }
    }
    return all.enumerated().sorted { a, b in
      let (x, y) = (a.element.1, b.element.1)
      return (-(x.heatLow ?? 0), -(x.heat ?? 0), -(x.painLow ?? 0), a.offset)
        < (-(y.heatLow ?? 0), -(y.heat ?? 0), -(y.painLow ?? 0), b.offset)
    }.map(\.element.0)
  }

  /// Every touchpoint of every journey.
  private var everywhere: [OwnerIndex.Place] {
    members.enumerated().flatMap { number, member in
      member.journey.touchpoints.map { OwnerIndex.Place(member: number, touchpoint: $0.id) }
    }
  }

  private var scope: Phrase {
    let touchpoints = members.reduce(0) { $0 + $1.journey.touchpoints.count }
    return "\(Say.count(members.count, "journey", "journeys")), "
      + "\(Say.count(touchpoints, "touchpoint", "touchpoints")), "
      + "\(Say.count(index.owners.count, "owner", "owners"))"
  }

  private var headline: Phrase {
    let rest =
      demand.all == 0
      ? "." : "; \(Say.count(demand.all, "decision is", "decisions are")) asked, none is overdue."
    if hot.isEmpty, demand.overdue == 0 {
      let none = members.haveNoHeat ? "Nothing that hurts is known" : "No hotspot is known"
      return demand.all == 0 ? "\(none), and no decision waits." : "\(none)\(rest)"
    }
    guard demand.overdue + demand.undecided > 0 else {
      let each = members.haveNoHeat ? "touchpoint that hurts" : "hotspot"
      return "Every \(each) has a decision\(rest)" + worst + latest
    }
    // Each request once, so that the parts are the whole.
    var parts: [String] = []
    if demand.overdue > 0 { parts.append("\(Say.count(demand.overdue)) overdue") }
    if demand.undecided > 0 {
      parts.append(
        "\(Say.count(demand.undecided)) about \(worstWord(demand.undecided)) "
          + "that nothing is decided about")
    }
    if demand.others > 0 {
      parts.append("\(Say.count(demand.others)) \(demand.others == 1 ? "other" : "others")")
    }
    let asked = Say.count(demand.all, "decision is", "decisions are")
    return Phrase("\(asked) asked: \(Say.list(parts)).") + worst + latest
  }

  /// `a hotspot`, `hotspots`; what hurts where no journey has a flow.
  private func worstWord(_ count: Int) -> String {
    if members.haveNoHeat {
      return count == 1 ? "a painful touchpoint" : "painful touchpoints"
    }
    return count == 1 ? "a hotspot" : "hotspots"
  }

  /// The hottest touchpoint of all, whose it is and how far it is with it.
  private var worst: Phrase {
    guard let worst = hot.first else { return Phrase() }
    let member = members[worst.member]
    var line: Phrase = " Worst: \(said: member.name(worst.touchpoint))"
    if members.count > 1 { line += " in \(said: member.journey.title)" }
    if let heat = member.hotspots[worst.touchpoint]?.heat {
      line += ", heat \(strong: Say.perThousand(heat))"
    }
    let owner = PersonName(member.touchpoint(worst.touchpoint)?.owner)
    line += owner.map { ", owner \(said: $0.text)" } ?? ", no owner"
    return line + "; \(member.progress(at: worst.touchpoint, asOf: sources.asOf))."
  }

  /// What is overdue longest, and whose it is.
  private var latest: Phrase {
    guard let (entry, days) = lateEntries.first else { return Phrase() }
    let what = Self.subject(of: entry.decision)
    let owner = PersonName(entry.answerable)
    return " Longest overdue: \(what), \(strong: Say.count(days, "day", "days"))"
      + (owner.map { ", \(said: $0.text)." } ?? ", nobody’s.")
  }

  private var keyFigures: [Brief.KeyFigure] {
    let started = members.compactMap(\.analysis.started)
    let words = Set(members.filter { $0.analysis.started != nil }.map(\.analysis.customers))
    let word: Phrase = words.count == 1 ? .said(words.first ?? "") : "customers"
    let (asked, overdue) = (demand.all, demand.overdue)
    var customers = Brief.KeyFigure(Say.unknown, "customers: not counted", value: nil)
    if !started.isEmpty {
      let sum = started.reduce(0, +)
      customers = Brief.KeyFigure(
        Say.count(sum),
        started.count < members.count
          ? "\(word), in the \(Say.count(started.count, "journey that counts", "journeys that count"))"
          : word + " started",
        value: sum)
    }
    return [
      Brief.KeyFigure(
        Say.count(members.count), members.count == 1 ? "journey" : "journeys",
        value: Double(members.count)),
      customers,
      HotspotCount(everywhere, in: members).figure,
      Brief.KeyFigure(
        Say.count(asked),
        overdue > 0
          ? "\(asked == 1 ? "decision" : "decisions") asked, \(Say.count(overdue)) overdue"
          : "\(asked == 1 ? "decision" : "decisions") asked",
        value: Double(asked), isBad: overdue > 0),
    ]
  }

  // MARK: Sections

  private var hottest: Brief.Section? {
    let hot = hot
    guard !hot.isEmpty else { return nil }
    var table = Brief.Table(
      members.heatCaption + "; ranked by the lower end of the interval",
      columns: [
        .init("Touchpoint", weight: 2.2), .init("Journey", weight: 2.2),
        .init("Felt", isNumber: true, weight: 0.9), .init("Heat", isNumber: true),
        .init("How sure", weight: 1.2), .init("Owner", weight: 1.4),
      ])
    table.rows = hot.prefix(most).map { place in
      let member = members[place.member]
      let hotspot = member.hotspots[place.touchpoint]
      let owner = PersonName(member.touchpoint(place.touchpoint)?.owner)
      return [
        Brief.Cell(.said(member.name(place.touchpoint))), Brief.Cell(.said(member.journey.title)),
        Brief.Cell(
          Phrase(hotspot?.felt.map(member.score) ?? Say.unknown), value: hotspot?.felt,
          feeling: member.feeling(place.touchpoint),
          isAssumed: member.figures(place.touchpoint)?.felt?.isAssumed ?? false,
          detail: scale(of: member)),
        Brief.Cell(
          Phrase(hotspot?.heat.map(Say.perThousand) ?? Say.unknown), value: hotspot?.heat,
          detail: Phrase(Say.interval(hotspot?.heatLow, hotspot?.heatHigh) ?? "")),
        Brief.Cell(Phrase(hotspot.map { Certainty.word($0, in: member) } ?? Say.unknown)),
        Brief.Cell(
          owner.map { .said($0.text) } ?? "nobody",
          page: pages.first { $0.duties.owner == owner }?.id),
      ]
    }
    if hot.count > most {
      table.note = "\(members.few(Array(hot.dropFirst(most)))) left out."
    }
    return Brief.Section(
      members.haveNoHeat ? "Most painful over all journeys" : "Hottest over all journeys",
      [.table(table)])
  }

  /// The scale of a journey, where not all have the same.
  private func scale(of member: Member) -> Phrase {
    let scale = member.analysis.scale
    guard members.contains(where: { $0.analysis.scale != scale }) else { return Phrase() }
    return Phrase("\(Say.plain(scale.low)) to \(Say.plain(scale.high))")
  }

  /// The heat of everything an owner answers for; unknown where no flow says how many it meets.
  private func heat(of duties: OwnerIndex.Duties) -> Brief.Cell {
    let isKnown = duties.touchpoints.contains { place in
      let member = members[place.member]
      return member.hotspots[place.touchpoint]?.heat != nil
        || member.analysis.hasFlow && member.figures(place.touchpoint)?.pain != nil
    }
    guard isKnown else { return Brief.Cell(Phrase(Say.unknown)) }
    return Brief.Cell(Phrase(Say.perThousand(duties.heat)), value: duties.heat)
  }

  private func owners(_ asks: [Brief.Page]) -> Brief.Section? {
    guard !pages.isEmpty else { return nil }
    var table = Brief.Table(
      "Who answers for what, the hottest first, what nobody owns last; heat is added up",
      columns: [
        .init("Owner", weight: 2), .init("Touchpoints", isNumber: true),
        .init("Hotspots", isNumber: true), .init("Heat", isNumber: true),
        .init("Asked", isNumber: true), .init("Overdue", isNumber: true),
      ])
    table.rows = pages.prefix(2 * most).map { duties, id in
      let own = duties.touchpoints
      let hotCount = own.count { members[$0.member].hotspots[$0.touchpoint]?.kind != nil }
      let page = asks.first { $0.id == id }
      let asked = page?.asked ?? 0
      let late = page?.demand.overdue ?? 0
      return [
        Brief.Cell(duties.owner.map { .said($0.text) } ?? "nobody", page: id),
        Brief.Cell(Phrase(Say.count(own.count)), value: Double(own.count)),
        Brief.Cell(Phrase(Say.count(hotCount)), value: Double(hotCount)),
        heat(of: duties),
        Brief.Cell(Phrase(Say.count(asked)), value: Double(asked)),
        Brief.Cell(Phrase(Say.count(late)), value: Double(late)),
      ]
    }
    if pages.count > 1 {
      let own = pages.reduce(0) { $0 + $1.duties.touchpoints.count }
      let hotCount = hot.count { members[$0.member].hotspots[$0.touchpoint]?.kind != nil }
      table.total = [
        Brief.Cell("All"), Brief.Cell(Phrase(Say.count(own)), value: Double(own)),
        Brief.Cell(Phrase(Say.count(hotCount)), value: Double(hotCount)),
        Brief.Cell(Phrase()),
        Brief.Cell(Phrase(Say.count(demand.all)), value: Double(demand.all)),
        Brief.Cell(Phrase(Say.count(demand.overdue)), value: Double(demand.overdue)),
      ]
    }
    if pages.count > 2 * most {
      table.note = "\(Say.count(pages.count - 2 * most, "owner", "owners")) left out of this table."
    }
    return Brief.Section("Whose decisions", [.table(table)])
  }
}
