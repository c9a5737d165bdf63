import JourneyAnalysis
import JourneyModel
import JourneyPortfolio

extension PortfolioPage {
  /// What is believed against what is felt.
  var gap: Brief.Section? {
    let gap = portfolio.empathyGap
    guard let believed = gap.believedGood, let felt = gap.feltGood else { return nil }
    let places = Say.count(gap.touchpoints, "touchpoint", "touchpoints")
    var blocks: [Brief.Block] = [
      .text(
        "We believe that \(strong: Say.percent(believed)) of \(places) feel good; "
          + "\(strong: Say.percent(felt)) do. Counted where both are known, in "
          + "\(Say.count(gap.members.count, "journey", "journeys")).")
    ]
    if let contrast = portfolio.roleContrasts.first {
      let (far, near) = (contrast.further, contrast.closer)
      let both =
        contrast.touchpoints == 1
        ? "one touchpoint" : "\(Say.count(contrast.touchpoints)) touchpoints"
      blocks.append(
        .text(
          "\(Self.role(far, isFirst: true)) believes \(strong: Say.percent(far.believedGood)) good, "
            + "\(Self.role(near)) \(strong: Say.percent(near.believedGood)), customers feel "
            + "\(strong: Say.percent(near.feltGood)) good, at the \(both) that both spoke of."))
    }
    let wide = gap.members.filter { ($0.v ?? 0) > 0 }
    if members.count > 1, !wide.isEmpty {
      var table = Brief.Table(
        "The journeys that we know least as they are, the widest gap first",
        columns: [
          .init("Journey", weight: 2.4), .init("Gap", isNumber: true),
          .init("Believed good", isNumber: true), .init("Felt good", isNumber: true),
        ])
      table.rows = wide.prefix(limits.rows).map { member in
        let count = Say.count(member.touchpoints)
        let value = member.share
        return [
          Brief.Cell(.said(title(member.journey))),
          Brief.Cell(Phrase(value.map(Say.percent) ?? Say.unknown), value: value),
          Brief.Cell(
            "\(Say.count(member.believedGood)) of \(count)", value: Double(member.believedGood)),
          Brief.Cell("\(Say.count(member.feltGood)) of \(count)", value: Double(member.feltGood)),
        ]
      }
      table.note = "Gaps are shares of each journey’s own scale, from one end to the other."
      if wide.count > limits.rows {
        table.note? +=
          " \(Say.count(wide.count - limits.rows, "more journey", "more journeys")) left out."
      }
      blocks.append(.table(table))
    }
    return Brief.Section("What we believe, and what customers feel", blocks)
  }

  /// Who looked at what, by which method, and what nobody looked at.
  var coverage: Brief.Section? {
    let coverage = portfolio.evidenceCoverage
    guard let seen = coverage.seen else { return nil }
    let unseen = coverage.unseen
    var blocks: [Brief.Block] = [
      .text(
        unseen.isEmpty
          ? "Somebody has looked at every touchpoint."
          : "Somebody has looked at \(strong: Say.percent(seen)) of "
            + "\(Say.count(coverage.rows.count, "touchpoint", "touchpoints")), nobody at "
            + "\(strong: Say.count(unseen.count)).")
    ]
    var table = Brief.Table(
      "How we know what we know",
      columns: [
        .init("Method", weight: 2), .init("Touchpoints", isNumber: true),
        .init("Times", isNumber: true), .init("Customers", isNumber: true),
      ])
    for (index, method) in coverage.methods.enumerated() {
      let (total, places) = (coverage.totals[index], coverage.touchpoints[index])
      table.rows.append([
        Brief.Cell(Phrase(Say.method(method)), detail: method.entersMeans ? "" : "never in a mean"),
        Brief.Cell(Phrase(Say.count(places)), value: Double(places)),
        Brief.Cell(Phrase(Say.count(total.pieces)), value: Double(total.pieces)),
        Brief.Cell(
          Phrase(total.customers > 0 ? Say.count(total.customers) : Say.unknown),
          value: total.customers > 0 ? Double(total.customers) : nil),
      ])
    }
    if !table.rows.isEmpty { blocks.append(.table(table)) }
    if !unseen.isEmpty {
      var lines = unseen.prefix(limits.rows).map { row -> Phrase in
        var line: Phrase = "\(said: row.name)"
        if members.count > 1 { line += " in \(said: title(row.journey))" }
        if let reach = row.reach { line += ", where \(Say.percent(reach)) of all come" }
        if let owner = PersonName(row.owner) { line += "; owner \(said: owner.text)" }
        return line
      }
      if unseen.count > limits.rows {
        lines.append("\(Say.count(unseen.count - limits.rows)) more.")
      }
      blocks += [.text("Nobody has looked at:"), .list(lines)]
    }
    return Brief.Section("What we have looked at", blocks)
  }

  /// Whom the evidence is from, and how old what is known of them is.
  var people: Brief.Section? {
    let personas = portfolio.personaCoverage
    guard !personas.isEmpty else { return nil }
    let stale = personas.filter { $0.isStale() }
    let skewed = portfolio.skewedEvidence
    let divergence = portfolio.personaDivergence()
    let ages = portfolio.ages
    var lines: [Phrase] = []
    let few = limits.rows / 2
    lines.append(
      stale.isEmpty
        ? "All \(Say.count(personas.count, "persona", "personas")) were reviewed within a year."
        : "\(strong: Say.count(stale.count)) of \(Say.count(personas.count, "persona", "personas")) "
          + "\(stale.count == 1 ? "was" : "were") not reviewed within a year.")
    lines += stale.prefix(few).map { persona in
      let when = persona.reviewed.map { "last on \(Say.date($0))" } ?? "never"
      return "Not reviewed: \(said: persona.name)\(place(persona.journey)), \(when)."
    }
    if stale.count > few { lines.append("\(Say.count(stale.count - few)) more not reviewed.") }
    if skewed.isEmpty {
      lines.append("No persona is heard less than half as much as its share of customers.")
    }
    for persona in skewed.prefix(few) {
      lines.append(
        "Hardly heard: \(said: persona.name)\(place(persona.journey)), "
          + "\(strong: Say.percent(persona.customers)) of customers and "
          + "\(strong: persona.evidence.map(Say.percent) ?? "0%") of the evidence.")
    }
    if skewed.count > few { lines.append("\(Say.count(skewed.count - few)) more hardly heard.") }
    for one in divergence.prefix(few) {
      guard let member = number[one.journey].map({ members[$0] }) else { continue }
      let (better, worse) = (one.better, one.worse)
      lines.append(
        "Two different experiences at \(said: one.name)\(place(one.journey)): "
          + "\(said: name(worse.persona, in: member)) \(strong: member.score(worse.felt.mean)), "
          + "\(said: name(better.persona, in: member)) \(strong: member.score(better.felt.mean))."
      )
    }
    if divergence.count > few {
      lines.append(
        "\(Say.count(divergence.count - few)) more touchpoints that personas feel differently.")
    }
    let old = ages.filter { $0.days.map { $0 > 365 } ?? false }
    let dateless = ages.count { $0.newest == nil }
    if !old.isEmpty {
      lines.append(
        "\(Say.count(old.count, "journey rests", "journeys rest")) on evidence more than a year old."
      )
    }
    if dateless > 0 {
      lines.append(
        "\(Say.count(dateless, "journey has", "journeys have")) no dated evidence at all.")
    }
    return Brief.Section("Whom we have listened to", [.list(lines)])
  }

  private func title(_ journey: JourneyID) -> String {
    number[journey].map { members[$0].journey.title } ?? journey.rawValue
  }

  /// ` in Journey`, where there are several.
  private func place(_ journey: JourneyID) -> Phrase {
    members.count > 1 ? " in \(said: title(journey))" : Phrase()
  }

  private func name(_ persona: PersonaID, in member: Member) -> String {
    member.journey[persona: persona]?.name ?? persona.rawValue
  }

  private static func role(_ belief: RoleBelief, isFirst: Bool = false) -> Phrase {
    guard let role = belief.role else {
      return isFirst ? "Whoever else was asked" : "whoever else was asked"
    }
    return isFirst ? .said(role.prefix(1).uppercased() + role.dropFirst()) : .said(role)
  }
}
