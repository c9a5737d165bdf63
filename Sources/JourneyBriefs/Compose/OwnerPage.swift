import JourneyAnalysis
import JourneyDecisions
import JourneyGuardrails
import JourneyModel

/// Writes the page of one owner, or of what nobody owns.
struct OwnerPage {
  let duties: OwnerIndex.Duties
  let members: [Member]
  /// The place of each journey in ``members``.
  let numbers: [JourneyID: Int]
  let asOf: CalendarDate
  let limits: BriefLimits
  let hasPolicy: Bool
  /// Whether the map is drawn, or left to its table.
  var drawsMap = true

  /// The touchpoints that are hotspots, the hottest first.
  let hot: [OwnerIndex.Place]
  /// The touchpoints whose figures stand in the page's table.
  private var tabled: Set<OwnerIndex.Place> = []
  /// The journeys that the owner answers for something in, in their order.
  let concerned: [Int]
  /// The touchpoints of each journey.
  private let placesOfMember: [Int: [OwnerIndex.Place]]
  /// The hotspots of each journey, as many as there are.
  private let hotCounts: [Int: Int]

  init(
    _ duties: OwnerIndex.Duties, members: [Member], numbers: [JourneyID: Int],
    asOf: CalendarDate, limits: BriefLimits, hasPolicy: Bool
  ) {
    self.duties = duties
    self.members = members
    self.numbers = numbers
    self.asOf = asOf
    self.limits = limits
    self.hasPolicy = hasPolicy
    placesOfMember = Dictionary(grouping: duties.touchpoints, by: \.member)
    var seen: Set<Int> = []
    let all =
      duties.touchpoints.map(\.member) + duties.decisions.compactMap { numbers[$0.journey] }
      + duties.findings.filter { $0.level == .fails }.compactMap { numbers[$0.journey] }
    concerned = all.filter { seen.insert($0).inserted }.sorted()
    let ranked = duties.touchpoints.enumerated().compactMap { index, place in
      members[place.member].hotspots[place.touchpoint].map { (index, place, $0) }
    }
    // Those that hurt but are no hotspots stand behind those that are.
    hot = ranked.filter { OwnerIndex.isHot($0.2, in: members[$0.1.member]) }
      .sorted { a, b in
        (-(a.2.heatLow ?? 0), -(a.2.heat ?? 0), -(a.2.painLow ?? 0), a.0)
          < (-(b.2.heatLow ?? 0), -(b.2.heat ?? 0), -(b.2.painLow ?? 0), b.0)
      }.map(\.1)
    hotCounts = hot.reduce(into: [:]) { counts, place in
      if members[place.member].hotspots[place.touchpoint]?.kind == nil { return }
      counts[place.member, default: 0] += 1
    }
    tabled = Set(worstFirst.prefix(limits.rows))
  }

  /// Whether the page's table says how bad a touchpoint is.
  func isInTable(_ place: OwnerIndex.Place) -> Bool { tabled.contains(place) }

  /// The owner's touchpoints in a journey, in the document's order.
  func places(in member: Int) -> [OwnerIndex.Place] { placesOfMember[member] ?? [] }

  /// How many of them are hotspots.
  func hotCount(in member: Int) -> Int { hotCounts[member] ?? 0 }

  /// The page.
  ///
  /// - Parameter id: Its id, unique in the brief.
  /// - Returns: The page.
  func page(id: String) -> Brief.Page {
    let asks = self.asks
    var page = Brief.Page(
      id: id, reader: duties.owner.map { .owner($0.text) } ?? .nobody,
      title: duties.owner.map { .said($0.text) } ?? "Nobody’s",
      scope: scope, headline: headline(asks), isUrgent: asks.first?.ask.isOverdue ?? false)
    page.asked = asks.count
    page.demand = Brief.Demand(asks)
    page.figures = keyFigures(asks)
    let (cost, bright, figure) = (cost, bright, figure(asks.first))
    // Beside the costs stands what is good, or else what the guardrails say.
    page.sections =
      bright == nil
      ? [asked(asks), felt, cost, guardrails, outcomes, care, figure].compactMap { $0 }
      : [asked(asks), felt, cost, bright, outcomes, guardrails, care, figure].compactMap { $0 }
    return page
  }

  private var scope: Phrase {
    let journeys = concerned
    let places = Say.count(duties.touchpoints.count, "touchpoint", "touchpoints")
    let place: Phrase =
      journeys.count == 1
      ? "in \(said: members[journeys[0]].journey.title)"
      : "in \(Say.count(journeys.count, "journey", "journeys"))"
    guard duties.owner == nil else { return "answers for \(places) \(place)" }
    let few = duties.touchpoints.isEmpty ? [] : [members.few(duties.touchpoints)]
    let parts = [
      (duties.decisions.count, "decision", "decisions"),
      (failing.count, "failing guardrail", "failing guardrails"),
    ].filter { $0.0 > 0 }.map { Say.count($0.0, $0.1, $0.2) }
    return "\(Say.list(few + parts)) without an owner \(place)"
  }

  /// What the guardrails found that fails.
  var failing: [Finding] { duties.findings.filter { $0.level == .fails } }

  private func headline(_ asks: [PlacedAsk]) -> Phrase {
    guard let first = asks.first else { return resting + worst(besides: nil) }
    var headline = first.headline
    if asks.count > 1 {
      let late = asks.dropFirst().count { $0.ask.isOverdue }
      let overdue = first.urgency < 0 && late > 0 ? ", \(Say.count(late)) of them overdue" : ""
      headline += " \(Say.count(asks.count - 1, "more is", "more are")) asked below\(overdue)."
    }
    return headline + (duties.owner == nil ? Phrase() : worst(besides: first.place))
  }

  /// The worst touchpoint and how far it is with it, unless the headline is about it already.
  private func worst(besides place: OwnerIndex.Place?) -> Phrase {
    guard let worst = hot.first, worst != place else { return Phrase() }
    let member = members[worst.member]
    guard let heat = member.hotspots[worst.touchpoint]?.heat else { return Phrase() }
    let state = member.progress(at: worst.touchpoint, asOf: asOf)
    return " Worst: \(name(worst)), heat \(strong: Say.perThousand(heat)); \(state)."
  }

  /// What stands at the top where nothing is asked.
  private var resting: Phrase {
    let running = duties.decisions.filter {
      !$0.isSettled && [.decided, .acting].contains($0.decision.status)
    }
    if running.count == 1 {
      let decision = running[0].decision
      let what = subject(of: decision)
      let due = decision.due.map { ", due \(Say.date($0))" } ?? ", without a date"
      return "Nothing waits to be decided. Under way: \(what)\(due)."
    }
    if running.count > 1 {
      return "Nothing waits to be decided. \(Say.count(running.count)) decisions are under way."
    }
    guard let spot = brightPlaces.first(where: isSurelyGood) else {
      return "Nothing waits to be decided."
    }
    return "Nothing waits to be decided. Keep \(said: members[spot.member].name(spot.touchpoint))"
      + " as it is."
  }

  /// A touchpoint's name, with its journey where the page covers several.
  func name(_ place: OwnerIndex.Place) -> Phrase {
    .said(members[place.member].name(place.touchpoint))
  }

  /// The journey's title, where the page covers several; else nothing.
  func journeyDetail(_ member: Int) -> Phrase {
    concerned.count > 1 ? .said(members[member].journey.title) : Phrase()
  }

  // MARK: The large figures

  private func keyFigures(_ asks: [PlacedAsk]) -> [Brief.KeyFigure] {
    var figures: [Brief.KeyFigure] = []
    figures.append(HotspotCount(duties.touchpoints, in: members).figure)

    let loss = losses
    if loss.isKnown {
      figures.append(
        Brief.KeyFigure(
          loss.text,
          "\(loss.customers) lost here\(loss.isSoFar ? " so far" : "")"
            + (loss.isWhole ? "" : ", as far as known"),
          value: loss.total, isBad: loss.total > 0))
    } else {
      figures.append(Brief.KeyFigure(Say.unknown, "customers lost: not counted", value: nil))
    }
    let overdue = asks.count { $0.ask.isOverdue }
    figures.append(
      Brief.KeyFigure(
        Say.count(asks.count),
        overdue == 0
          ? "\(asks.count == 1 ? "decision" : "decisions") asked"
          : "\(asks.count == 1 ? "decision" : "decisions") asked, \(Say.count(overdue)) overdue",
        value: Double(asks.count), isBad: overdue > 0))
    if duties.owner != nil {
      let unseen = duties.touchpoints.count { !isMeasured($0) }
      let all = duties.touchpoints.count
      figures.append(
        unseen == 0 && all > 0
          ? Brief.KeyFigure(
            all == 1 ? "1" : all == 2 ? "both" : "all \(Say.count(all))",
            all == 1 ? "touchpoint, measured" : "touchpoints measured", value: Double(all))
          : Brief.KeyFigure(
            Say.count(unseen),
            "of \(Say.count(duties.touchpoints.count, "touchpoint", "touchpoints")) never measured",
            value: Double(unseen), isBad: unseen > 0))
    }
    return figures
  }

  private func isMeasured(_ place: OwnerIndex.Place) -> Bool {
    members[place.member].figures(place.touchpoint)?.felt?.n != nil
  }

  /// Customers who left at the owner's touchpoints.
  struct Losses {
    var total = 0.0
    /// Whether anything is known of them.
    var isKnown = false
    /// Whether all that is known was counted.
    var isCounted = true
    /// Whether it is known of every touchpoint.
    var isWhole = true
    /// Whether some are still under way, who may be lost yet.
    var isSoFar = false
    var customers: Phrase = "customers"

    /// Such as `45` or `about 165`.
    var text: String { Member.Loss(customers: total, isCounted: isCounted).text }
  }

  var losses: Losses {
    var losses = Losses()
    var words: Set<String> = []
    for place in duties.touchpoints {
      let member = members[place.member]
      guard let lost = member.lost[place.touchpoint] else {
        losses.isWhole = false
        continue
      }
      losses.isKnown = true
      losses.total += lost.customers
      if !lost.isCounted { losses.isCounted = false }
      if member.underWay != nil { losses.isSoFar = true }
      words.insert(member.analysis.customers)
    }
    if words.count == 1, let word = words.first { losses.customers = .said(word) }
    return losses
  }
}
