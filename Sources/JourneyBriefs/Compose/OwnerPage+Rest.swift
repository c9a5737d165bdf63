import JourneyAnalysis
import JourneyGuardrails
import JourneyModel

extension OwnerPage {
  /// The owner's bright spots, the brightest first.
  var brightPlaces: [OwnerIndex.Place] {
    guard duties.owner != nil else { return [] }
    let owned = Set(duties.touchpoints)
    let spots = concerned.flatMap { number in
      members[number].analysis.brightSpots.map {
        (OwnerIndex.Place(member: number, touchpoint: $0.touchpoint), $0.brightness ?? 0)
      }
    }
    // What is good for some and bad for most is nothing to keep as it is, nor is a hotspot.
    let kept = spots.filter { place, _ in
      let member = members[place.member]
      return owned.contains(place) && (member.feeling(place.touchpoint) ?? 0) > 0
        && !OwnerIndex.isHot(member.hotspots[place.touchpoint], in: member)
    }
    return kept.enumerated().sorted {
      (-$0.element.1, $0.offset) < (-$1.element.1, $1.offset)
    }.map(\.element.0)
  }

  /// Whether customers were asked, and it is good even at the worse end of the interval.
  func isSurelyGood(_ place: OwnerIndex.Place) -> Bool {
    let member = members[place.member]
    guard let felt = member.figures(place.touchpoint)?.felt, !felt.isAssumed, felt.n != nil,
      let low = felt.low, let high = felt.high
    else { return false }
    let scale = member.analysis.scale
    return min(scale.normalized(low), scale.normalized(high)) > 0
  }

  /// What is good and has to stay so; what is only taken to be good is to be found out.
  var bright: Brief.Section? {
    let all = brightPlaces
    let places = all.filter(isSurelyGood)
    let guesses = all.filter { place in
      members[place.member].figures(place.touchpoint)?.felt?.n == nil
    }
    guard !places.isEmpty || !guesses.isEmpty else { return nil }
    let most = 3
    var lines = places.prefix(most).map { place -> Phrase in
      let member = members[place.member]
      var line = name(place)
      if concerned.count > 1 { line += " in \(said: member.journey.title)" }
      if let felt = member.figures(place.touchpoint)?.felt {
        line += ": felt \(strong: member.score(felt.mean))"
        if let n = felt.n { line += " by \(Say.count(n)) asked" }
      }
      if let reach = member.figures(place.touchpoint)?.reach {
        line += "; \(Say.percent(reach)) of all come here"
      }
      if let gain = member.touchpoint(place.touchpoint)?.gains.first {
        line += ". What is good: \(said: gain)"
      }
      return line
    }
    if places.count > most { lines.append("\(Say.count(places.count - most)) more.") }
    lines += guesses.prefix(1).map { place in
      let rest = guesses.count > 1 ? " So it is at \(Say.count(guesses.count - 1)) more." : ""
      return "\(name(place)) is taken to be good, and nobody has asked: find out.\(rest)"
    }
    return Brief.Section(
      places.isEmpty ? "What is taken to be good" : "Bright spots to keep", [.list(lines)])
  }

  /// What the guardrails say.
  var guardrails: Brief.Section? {
    guard hasPolicy else { return nil }
    let failing = failing
    var blocks: [Brief.Block] = []
    if failing.isEmpty {
      blocks.append(.list(["No guardrail fails here."]))
    } else {
      var lines = failing.prefix(limits.rows).map { finding -> Phrase in
        FindingLine.line(
          finding, in: numbers[finding.journey].map { members[$0] },
          namesJourney: concerned.count > 1, namesOwner: false)
      }
      if failing.count > limits.rows {
        lines.append("\(Say.count(failing.count - limits.rows)) more fail and are not shown here.")
      }
      blocks.append(.list(lines))
    }
    let waived = WaivedLines.lines(
      duties.findings, most: limits.rows, namesJourney: concerned.count > 1, namesOwner: false
    ) { numbers[$0].map { members[$0] } }
    if !waived.isEmpty { blocks.append(.list(waived)) }
    let journeys = concerned.lazy.map { members[$0] }
    if let table = WaivedTable.table(duties.findings, in: journeys) {
      blocks.append(.table(table))
    }
    return Brief.Section("Guardrails", blocks)
  }

  /// What the figures of the page have to be read with.
  var care: Brief.Section? {
    var lines: [Phrase] = []
    for number in concerned.prefix(3) {
      guard let underWay = members[number].underWay else { continue }
      lines.append(
        "\(said: members[number].journey.title): \(strong: Say.count(underWay)) still under way; "
          + "shares and figures per 1,000 are of those whose end is known, counts are so far.")
    }
    lines += warningsOfTouchpoints
    for number in concerned where concerned.count <= 3 {
      lines += members[number].analysis.warnings.map {
        concerned.count > 1
          ? "\(said: members[number].journey.title): \(said: $0.text)" : .said($0.text)
      }
    }
    guard !lines.isEmpty else { return nil }
    let most = limits.rows
    var shown = Array(lines.prefix(most))
    if lines.count > most {
      shown.append("\(Say.count(lines.count - most)) more of this kind left out.")
    }
    return Brief.Section("To be read with care", [.list(shown)])
  }

  /// What the figures of touchpoints have to be read with, each warning once with all that it is
  /// about.
  private var warningsOfTouchpoints: [Phrase] {
    var order: [String] = []
    var places: [String: [Phrase]] = [:]
    for place in worstFirst {
      for warning in members[place.member].figures(place.touchpoint)?.warnings ?? [] {
        if places[warning.text] == nil { order.append(warning.text) }
        places[warning.text, default: []].append(name(place))
      }
    }
    return order.map { text in
      let all = places[text] ?? []
      var names = all.prefix(4).map { $0 }.joined(", ")
      if all.count > 4 { names += " and \(Say.count(all.count - 4)) more" }
      return names + ": \(said: text)"
    }
  }

  /// The map of the journey that the first request is about, else of the one where the owner's
  /// touchpoints are hottest; the others as rows.
  func figure(_ first: PlacedAsk?) -> Brief.Section? {
    guard duties.owner != nil || !duties.touchpoints.isEmpty else { return nil }
    // What is decided is seen on the map, whoever answers for the touchpoint.
    let ranked = concerned.filter { !places(in: $0).isEmpty || $0 == first?.place?.member }
      .map { (number: $0, order: $0 == first?.member ? 0 : 1, heat: heat(in: $0)) }
      .sorted { ($0.order, -$0.heat, $0.number) < ($1.order, -$1.heat, $1.number) }
      .map(\.number)
    guard !ranked.isEmpty else { return nil }
    let drawn = drawsMap ? min(limits.maps, ranked.count) : 0
    var blocks = ranked.prefix(drawn).map { number in
      Brief.Block.picture(mapFigure(number, asked: first?.place))
    }
    let rest = Array(ranked.dropFirst(drawn))
    if drawn > 0, rest.count == 1 {
      blocks.append(.note(line(about: rest[0])))
    } else if !rest.isEmpty {
      var table = Brief.Table(
        drawn > 0
          ? "The other journeys, whose maps are left out" : "The journeys, without their maps",
        columns: [
          .init("Journey", weight: 2), .init("Touchpoints here", isNumber: true),
          .init("Hotspots here", isNumber: true), .init("Heat here", isNumber: true),
          .init("Complete", isNumber: true),
        ])
      table.rows = rest.prefix(limits.rows).map { number in
        let own = places(in: number)
        let hotCount = hotCount(in: number)
        let completed = members[number].analysis.ends?.completed
        let heat = members[number].analysis.hasFlow ? heat(in: number) : nil
        return [
          Brief.Cell(.said(members[number].journey.title)),
          Brief.Cell(Phrase(Say.count(own.count)), value: Double(own.count)),
          Brief.Cell(Phrase(Say.count(hotCount)), value: Double(hotCount)),
          Brief.Cell(Phrase(heat.map(Say.perThousand) ?? Say.unknown), value: heat),
          Brief.Cell(Phrase(completed.map(Say.percent) ?? Say.unknown), value: completed),
        ]
      }
      if rest.count > limits.rows {
        table.note =
          "\(Say.count(rest.count - limits.rows, "more journey", "more journeys")) left out."
      }
      blocks.append(.table(table))
    }
    return Brief.Section("Where on the way", blocks)
  }

  /// The one other journey in a line: a table of one row is longer and says no more.
  private func line(about number: Int) -> Phrase {
    let member = members[number]
    var parts = [
      Say.count(places(in: number).count, "touchpoint", "touchpoints") + " here",
      Say.count(hotCount(in: number), "hotspot", "hotspots"),
    ]
    if member.analysis.hasFlow { parts.append("heat \(Say.perThousand(heat(in: number)))") }
    if let ends = member.analysis.ends { parts.append("\(Say.percent(ends.completed)) complete") }
    return "Not drawn: \(said: member.journey.title), \(Say.list(parts))."
  }

  private func heat(in member: Int) -> Double {
    places(in: member).reduce(0) {
      $0 + (members[member].hotspots[$1.touchpoint]?.heat ?? 0)
    }
  }

  private func mapFigure(_ number: Int, asked: OwnerIndex.Place?) -> Brief.Figure {
    let member = members[number]
    var own = places(in: number).map(\.touchpoint)
    if let asked, asked.member == number, !own.contains(asked.touchpoint) {
      own.append(asked.touchpoint)
    }
    var caption: Phrase = "\(said: member.journey.title)"
    if let started = member.analysis.started {
      caption += ": \(Say.count(started)) \(said: member.analysis.customers) started"
    }
    let all = member.journey.touchpoints.count
    if all > BriefMap.most {
      caption += "; \(Say.count(BriefMap.most)) of its \(Say.count(all)) touchpoints are drawn"
    }
    caption +=
      duties.owner == nil
      ? ". What nobody owns is framed."
      : ". What \(said: duties.owner?.text ?? "") answers for is framed."
    return Brief.Figure(
      .map(member.journey.id, marked: own), caption: caption,
      table: MapTable.table(of: member, marked: Set(own)))
  }
}
