import JourneyAnalysis
import JourneyDecisions
import JourneyGuardrails
import JourneyModel

/// A decision that is asked for, with what orders it and how a headline says it.
struct PlacedAsk {
  var ask: Brief.Ask
  var headline: Phrase
  /// −1 hotspots without an owner, 0 overdue, 1 with a date, 2 a hotspot without a decision, 3 without a date.
  var urgency: Int
  var due: CalendarDate?
  var heat: Double
  /// The journey it is about; nil for several.
  var member: Int?
  /// The touchpoint it is about; nil for none.
  var place: OwnerIndex.Place?
}

extension Brief {
  /// What a page asks for, each request once.
  struct Demand: Hashable, Sendable {
    /// Decisions that are past their date.
    var overdue = 0
    /// Hotspots that no decision is on its way for.
    var undecided = 0
    /// Whatever else is asked.
    var others = 0

    var all: Int { overdue + undecided + others }

    init() {}

    init(_ asks: [PlacedAsk]) {
      for ask in asks {
        switch ask.urgency {
        case 0: overdue += 1
        case 2: undecided += 1
        default: others += 1
        }
      }
    }

    static func + (a: Demand, b: Demand) -> Demand {
      var sum = a
      sum.overdue += b.overdue
      sum.undecided += b.undecided
      sum.others += b.others
      return sum
    }
  }
}

extension OwnerPage {
  /// Everything that is asked of the owner, the most pressing first: what is overdue, what has a
  /// date, hotspots that nothing is decided about, and what has no date.
  var asks: [PlacedAsk] {
    let decided = duties.decisions.compactMap(ask)
    let undecided = hot.compactMap(ask)
    return (ownerless + unguarded + decided + undecided).enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if x.urgency != y.urgency { return x.urgency < y.urgency }
      if let one = x.due, let other = y.due, one != other { return one < other }
      return (-x.heat, a.offset) < (-y.heat, b.offset)
    }.map(\.element)
  }

  /// Asks for somebody to answer for the hotspots that nobody owns, before anything else.
  private var ownerless: [PlacedAsk] {
    guard duties.owner == nil, let first = hot.first else { return [] }
    let few = members.few(hot)
    let untold = hot.filter { !isInTable($0) }
    var reasons = untold.prefix(limits.asks).map(size)
    if untold.count > limits.asks {
      reasons.append("\(Say.count(untold.count - limits.asks)) more")
    }
    let heat = members[first.member].hotspots[first.touchpoint]?.heat
    let size = heat.map { " (heat \(Say.perThousand($0)))" } ?? ""
    return [
      PlacedAsk(
        ask: Brief.Ask("Find an owner for \(few)", by: "no date set", reasons: reasons),
        headline: "Find an owner for \(few), first \(name(first))\(size).", urgency: -1, due: nil,
        heat: heat ?? 0, member: first.member)
    ]
  }

  /// Asks for somebody to answer for failing guardrails about whole journeys, which the hotspots that
  /// nobody owns do not cover.
  private var unguarded: [PlacedAsk] {
    guard duties.owner == nil else { return [] }
    let own = Set(duties.touchpoints)
    let open = failing.filter { finding in
      guard let touchpoint = finding.touchpoint, let number = numbers[finding.journey] else {
        return true
      }
      return !own.contains(OwnerIndex.Place(member: number, touchpoint: touchpoint))
    }
    guard let first = open.first else { return [] }
    let few = Say.count(open.count, "failing guardrail", "failing guardrails")
    let line = FindingLine.line(
      first, in: numbers[first.journey].map { members[$0] }, namesJourney: true, namesOwner: false)
    return [
      PlacedAsk(
        ask: Brief.Ask(
          "Find somebody who answers for \(few)", by: "no date set",
          reasons: ["First: \(line)"]),
        headline: "Find somebody who answers for \(few), first \(line).", urgency: -1, due: nil,
        heat: -1)
    ]
  }

  func asked(_ asks: [PlacedAsk]) -> Brief.Section? {
    guard !asks.isEmpty else { return nil }
    var section = Brief.Section(
      duties.owner == nil ? "Who takes this, and what is asked" : "What is asked of you",
      [.asks(asks.prefix(limits.asks).map(\.ask))])
    if asks.count > limits.asks {
      let rest = asks.dropFirst(limits.asks)
      let overdue = rest.count { $0.ask.isOverdue }
      section.blocks.append(
        .note(
          "\(Say.count(rest.count, "more is", "more are")) asked and not shown here"
            + (overdue > 0 ? Phrase(", \(Say.count(overdue)) of them overdue.") : ".")))
    }
    return section
  }

  /// What is asked about a decision of the ledger; nil where nothing is.
  private func ask(_ entry: Ledger.Entry) -> PlacedAsk? {
    let decision = entry.decision
    guard let number = numbers[entry.journey] else { return nil }
    if entry.isDoneUnmeasured { return measuring(entry, in: number) }
    guard !entry.isSettled else { return nil }
    let member = members[number]
    let late = entry.overdue ?? 0
    let isOverdue = late > 0
    let what: Phrase
    let verb: String
    switch decision.status {
    case .open:
      what = "Decide: \(subject(of: decision))"
      verb = "Decide"
    case .decided, .acting:
      // What is under way and in time asks for nothing.
      guard isOverdue else { return nil }
      what = "Finish: \(subject(of: decision))"
      verb = "Finish"
    case .verified, .rejected:
      return nil
    }
    var by: Phrase = "no date set"
    if let due = decision.due {
      by =
        isOverdue
        ? "was due \(Say.date(due)), \(Say.days(late)) ago"
        : due == asOf ? "due today" : "by \(Say.date(due))"
    }
    var reasons: [Phrase] = []
    if decision.decision != nil { reasons.append("Insight: \(said: decision.insight)") }
    let hotspot = decision.about.flatMap { member.hotspots[$0] }
    if let about = decision.about {
      reasons += told(OwnerIndex.Place(member: number, touchpoint: about))
    } else {
      reasons.append("About the whole journey \(said: member.journey.title)")
    }
    if !entry.alsoIn.isEmpty {
      reasons.append("Also in \(Say.count(entry.alsoIn.count, "other journey", "other journeys"))")
    }
    if decision.status == .open {
      if let reached = decision.reached {
        let day = reached.on.map { " on \(Say.date($0))" } ?? ""
        reasons.append("Reached \(said: reached.who)\(day)")
      } else if let found = decision.found {
        reasons.append(
          "Found \(Say.date(found)); no record that it reached anybody who decides")
      }
    }
    let subject = subject(of: decision)
    let headline: Phrase
    if let due = decision.due {
      headline =
        isOverdue
        ? "\(verb) now: \(subject). It was due \(Say.date(due)), \(Say.days(late)) ago."
        : "\(verb) by \(Say.date(due)): \(subject)."
    } else {
      headline = "\(verb): \(subject). No date is set."
    }
    return PlacedAsk(
      ask: Brief.Ask(what, by: by, isOverdue: isOverdue, reasons: reasons), headline: headline,
      urgency: isOverdue ? 0 : decision.due == nil ? 3 : 1, due: decision.due,
      heat: hotspot?.heat ?? 0, member: number,
      place: decision.about.map { OwnerIndex.Place(member: number, touchpoint: $0) })
  }

  /// Asks to measure whether what was done helped.
  private func measuring(_ entry: Ledger.Entry, in number: Int) -> PlacedAsk {
    let decision = entry.decision
    let day = decision.actedOn.map { " \(Say.date($0))" } ?? ""
    var reasons: [Phrase] = []
    if let about = decision.about {
      reasons += told(OwnerIndex.Place(member: number, touchpoint: about))
    } else {
      reasons.append("About the whole journey \(said: members[number].journey.title)")
    }
    return PlacedAsk(
      ask: Brief.Ask(
        "Measure whether it helped: \(subject(of: decision))",
        by: "done\(day), not measured yet; no date set", reasons: reasons),
      headline: "Measure whether it helped: \(subject(of: decision)). It was done\(day).",
      urgency: 3, due: nil,
      heat: decision.about.flatMap { members[number].hotspots[$0]?.heat } ?? 0, member: number,
      place: decision.about.map { OwnerIndex.Place(member: number, touchpoint: $0) })
  }

  /// What a decision is called in a sentence; an insight without one is no decision.
  func subject(of decision: Decision) -> Phrase {
    decision.decision.map(Phrase.said)
      ?? "what follows from “\(said: Say.quotable(decision.insight))”"
  }

  /// What is asked about a hotspot that no decision is on its way for; nil where one is.
  private func ask(_ place: OwnerIndex.Place) -> PlacedAsk? {
    let member = members[place.member]
    let decisions = (member.decisions[place.touchpoint] ?? []).map {
      member.journey.decisions[$0]
    }
    guard !decisions.contains(where: { [.open, .decided, .acting].contains($0.status) }) else {
      return nil
    }
    let name = name(place)
    var reasons = isInTable(place) ? [] : [size(of: place)]
    for decision in decisions.suffix(2) {
      let what = subject(of: decision)
      if decision.status == .verified {
        let still = member.analysis.hasFlow ? "a hotspot" : "bad"
        reasons.append("Done before, and still \(still): \(what)")
      } else {
        let day = decision.decidedOn.map { " on \(Say.date($0))" } ?? ""
        reasons.append("Turned down\(day): \(what)")
      }
    }
    let isFirst = decisions.isEmpty
    let action: Phrase =
      isFirst ? "Decide what to do about \(name)" : "Decide what comes next at \(name)"
    let headline: Phrase =
      "\(action): \(short(place))\(isFirst ? ", and nothing is decided" : "")."
    return PlacedAsk(
      ask: Brief.Ask(action, by: "no date set", reasons: reasons), headline: headline, urgency: 2,
      due: nil, heat: member.hotspots[place.touchpoint]?.heat ?? 0, member: place.member,
      place: place)
  }

  /// How bad a touchpoint is, for a headline.
  private func short(_ place: OwnerIndex.Place) -> Phrase {
    let member = members[place.member]
    guard let hotspot = member.hotspots[place.touchpoint], let heat = hotspot.heat else {
      return "it feels bad, and how many it meets is not known"
    }
    let customers = member.analysis.customers
    guard let loss = hotspot.loss, loss > 0 else {
      return "heat \(strong: Say.perThousand(heat)) per 1,000 \(said: customers)"
    }
    return "\(strong: Say.perThousand(loss)) of every 1,000 \(said: customers) leave here, heat "
      + "\(strong: Say.perThousand(heat))"
  }

  /// Where something is, with how bad it is there unless the page's table says that.
  private func told(_ place: OwnerIndex.Place) -> [Phrase] {
    guard isInTable(place) else { return [size(of: place)] }
    return concerned.count > 1
      ? ["At \(name(place)) in \(said: members[place.member].journey.title)"]
      : ["At \(name(place))"]
  }

  /// How bad a touchpoint is and how sure that is, in one line.
  func size(of place: OwnerIndex.Place) -> Phrase {
    let member = members[place.member]
    var line: Phrase = "\(name(place))"
    if concerned.count > 1 { line += " in \(said: member.journey.title)" }
    guard let hotspot = member.hotspots[place.touchpoint] else {
      return line + ": nothing known that hurts there"
    }
    if let heat = hotspot.heat {
      line += ": heat \(strong: Say.perThousand(heat))"
      if let interval = Say.interval(hotspot.heatLow, hotspot.heatHigh) { line += " (\(interval))" }
      if let loss = hotspot.loss {
        line += ", \(Say.perThousand(loss)) lost of every 1,000 \(said: member.analysis.customers)"
      }
    } else if let felt = hotspot.felt {
      line += ": felt \(strong: member.score(felt)); no flow, so how many is not known"
    }
    return line + "; \(certainty(hotspot, in: member))"
  }

  /// How sure it is that a touchpoint is a hotspot, in words.
  func certainty(_ hotspot: Hotspot, in member: Member) -> String {
    let word = Certainty.word(hotspot, in: member)
    return word == "assumed" ? "assumed, nobody was asked" : word
  }
}
