import JourneyAnalysis
import JourneyModel

extension OwnerPage {
  /// What customers say and feel, at the worst touchpoints first.
  var felt: Brief.Section? {
    guard !duties.touchpoints.isEmpty else { return nil }
    var blocks: [Brief.Block] = []
    let quotes = Quotes(
      worstFirst, members: members, most: limits.quotes, namesJourney: concerned.count > 1)
    if !quotes.shown.isEmpty { blocks.append(.quotes(quotes.shown)) }
    if let note = quotes.note { blocks.append(.note(note)) }
    blocks.append(.table(table))
    return Brief.Section("What customers feel, how many, and how sure", blocks)
  }

  /// The owner's touchpoints: the hotspots, then by feeling, the unknown last.
  var worstFirst: [OwnerIndex.Place] {
    let isHot = Set(hot)
    let others = duties.touchpoints.enumerated().filter { !isHot.contains($0.element) }
      .map { index, place in
        (index, place, members[place.member].feeling(place.touchpoint) ?? .infinity)
      }
      .sorted { ($0.2, $0.0) < ($1.2, $1.0) }.map(\.1)
    return hot + others
  }

  private var table: Brief.Table {
    let order = worstFirst
    var table = Brief.Table(
      concerned.map { members[$0] }.heatCaption + sorting(order),
      columns: [
        .init("Touchpoint", weight: 2.2), .init("Felt", isNumber: true, weight: 1.1),
        .init("Heat", isNumber: true, weight: 0.95), .init("Lost", isNumber: true, weight: 0.95),
        .init("Distress", isNumber: true, weight: 0.85),
        .init("Come here", isNumber: true, weight: 0.95), .init("How sure", weight: 3.9),
      ])
    table.rows = order.prefix(limits.rows).map(row)
    if order.count > limits.rows {
      let left = order.dropFirst(limits.rows)
      let hotLeft = max(0, hot.count - limits.rows)
      table.note =
        "\(Say.count(left.count, "touchpoint", "touchpoints")) of this owner left out, "
        + (hotLeft > 0
          ? "\(members.few(Array(hot.suffix(hotLeft)))) among them." : "none of them a hotspot.")
    }
    return table
  }

  /// How the rows are sorted, where it is not by heat alone.
  private func sorting(_ order: [OwnerIndex.Place]) -> Phrase {
    let heats = order.prefix(limits.rows).map {
      members[$0.member].hotspots[$0.touchpoint]?.heat ?? 0
    }
    guard zip(heats, heats.dropFirst()).contains(where: { $0 < $1 }) else { return Phrase() }
    let limits = Set(concerned.map { members[$0].analysis.hotspots.threshold })
    return Phrase(
      "; hotspots first, ranked by the lower end of the interval, then what feels worst"
        + (limits.count > 1 ? "; each journey has its own threshold" : ""))
  }

  private func row(_ place: OwnerIndex.Place) -> [Brief.Cell] {
    let member = members[place.member]
    let figures = member.figures(place.touchpoint)
    let hotspot = member.hotspots[place.touchpoint]
    var cells = [Brief.Cell(name(place), detail: journeyDetail(place.member))]
    if let felt = figures?.felt {
      var detail = Phrase(felt.isAssumed ? "assumed" : "")
      if let low = felt.low, let high = felt.high {
        // On an inverted scale the better end of the interval is the smaller number.
        detail = Phrase("\(member.score(min(low, high))) to \(member.score(max(low, high)))")
      }
      cells.append(
        Brief.Cell(
          Phrase(member.score(felt.mean)), value: felt.mean,
          feeling: member.analysis.scale.normalized(felt.mean), isAssumed: felt.isAssumed,
          detail: detail))
    } else {
      cells.append(Brief.Cell(Phrase(Say.unknown), detail: "nobody asked"))
    }
    cells.append(heat(hotspot, in: member, place.touchpoint))
    cells.append(loss(place, hotspot, in: member))
    let burden = figures?.pain.flatMap { pain in figures?.reach.map { 1000 * $0 * pain } }
    let distress = Self.distress(burden, hotspot, left: figures?.left, in: member)
    cells.append(Brief.Cell(Phrase(distress ?? Say.unknown), value: burden))
    cells.append(
      Brief.Cell(
        Phrase(figures?.reach.map(Say.percent) ?? Say.unknown), value: figures?.reach))
    let looks = Looks(place.touchpoint, in: member)
    var sure = hotspot.map { certainty($0, in: member) } ?? "nothing that hurts"
    if let who = looks.who {
      sure += ", \(who)"
    } else if !sure.hasPrefix("assumed") {
      sure += looks.isAssumed ? ", a guess" : ", nobody asked"
    }
    cells.append(Brief.Cell(Phrase(sure), detail: Phrase(looks.how(asOf: asOf))))
    return cells
  }

  private func heat(_ hotspot: Hotspot?, in member: Member, _ id: TouchpointID) -> Brief.Cell {
    guard let hotspot, let heat = hotspot.heat else {
      let isKnown = member.analysis.hasFlow && member.figures(id)?.pain != nil
      return isKnown ? Brief.Cell("0", value: 0) : Brief.Cell(Phrase(Say.unknown))
    }
    return Brief.Cell(
      Phrase(Say.perThousand(heat)), value: heat,
      detail: Phrase(Say.interval(hotspot.heatLow, hotspot.heatHigh) ?? ""))
  }

  private func loss(
    _ place: OwnerIndex.Place, _ hotspot: Hotspot?, in member: Member
  ) -> Brief.Cell {
    guard let left = member.figures(place.touchpoint)?.left else {
      return Brief.Cell(Phrase(Say.unknown))
    }
    var detail = Phrase()
    let text = Say.perThousand(1000 * left)
    // Of 1,000 who start it is the same number.
    if let lost = member.lost[place.touchpoint], lost.customers > 0,
      Say.count(lost.customers) != text
    {
      detail = Phrase(lost.text + (lost.isCounted ? " counted" : " in all"))
    }
    return Brief.Cell(Phrase(text), value: 1000 * left, detail: detail)
  }

  /// Distress per 1,000, so rounded that it adds up to heat with what is lost as all three are read.
  private static func distress(
    _ burden: Double?, _ hotspot: Hotspot?, left: Double?, in member: Member
  ) -> String? {
    guard let burden else { return nil }
    guard let heat = hotspot?.heat, let left, member.journey.hotspots.weight == 1,
      min(burden, 1000 * left) >= 9.95
    else { return Say.perThousand(burden) }
    let rest = heat.rounded() - (1000 * left).rounded()
    return (rest - burden).magnitude < 1 ? Say.count(rest) : Say.perThousand(burden)
  }
}
