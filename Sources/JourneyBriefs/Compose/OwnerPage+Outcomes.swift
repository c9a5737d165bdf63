import JourneyAnalysis
import JourneyDecisions
import JourneyModel

extension OwnerPage {
  /// What was decided before, and whether it worked.
  var outcomes: Brief.Section? {
    let past = duties.decisions.filter { $0.step >= .decided }
    guard !past.isEmpty else { return nil }
    let ordered = past.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if (x.step == .measured) != (y.step == .measured) { return x.step == .measured }
      let (one, two) = (Self.last(x.decision), Self.last(y.decision))
      return one == two ? a.offset < b.offset : one > two
    }.map(\.element)
    var table = Brief.Table(
      "Better and worse are said only where chance alone would hardly do it (90 %)",
      columns: [
        .init("Decision", weight: 2.6), .init("Where", weight: 1.5), .init("State", weight: 1.5),
        .init("Felt before", isNumber: true), .init("Felt after", isNumber: true),
        .init("Felt now", isNumber: true), .init("Did it work?", weight: 1.8),
      ])
    table.rows = ordered.prefix(limits.rows).map(row)
    if ordered.count > limits.rows {
      table.note = "\(Say.count(ordered.count - limits.rows)) earlier or unmeasured left out."
    }
    return Brief.Section("What was decided last time, and whether it worked", [.table(table)])
  }

  private static func last(_ decision: Decision) -> CalendarDate {
    decision.actedOn ?? decision.decidedOn ?? decision.found ?? .epoch
  }

  private func row(_ entry: Ledger.Entry) -> [Brief.Cell] {
    let decision = entry.decision
    var state = Phrase()
    if let day = decision.actedOn {
      state = "done \(Say.date(day))"
    } else if let due = decision.due, !entry.isSettled {
      state = due < asOf ? "was due \(Say.date(due))" : "due \(Say.date(due))"
    } else if let day = decision.decidedOn {
      state = "\(entry.isTurnedDown ? "on" : "decided") \(Say.date(day))"
    }
    let status =
      entry.isDoneUnmeasured
      ? (state.isEmpty ? "done, not measured yet" : state + ", not measured yet")
      : Phrase(Say.status(decision.status))
    if entry.isDoneUnmeasured { state = Phrase() }
    let now = FeltNow(entry, in: numbers[entry.journey].map { members[$0] })
    let scale = entry.scale
    func score(_ score: Score?) -> Brief.Cell {
      guard let score else { return Brief.Cell(Phrase(Say.unknown)) }
      return Brief.Cell(
        Phrase(Say.score(score.mean, on: scale)), value: score.mean,
        feeling: scale.normalized(score.mean), isAssumed: score.n == nil,
        detail: Phrase(score.n.map { "n \(Say.count($0))" } ?? ""))
    }
    var detail = ""
    if let difference = entry.outcome.difference {
      detail = Say.change(difference.value)
      if let low = difference.low, let high = difference.high {
        detail += " (\(Say.change(low)) to \(Say.change(high)))"
      }
      if entry.outcome.isSpreadAssumed { detail += ", spread assumed" }
    }
    let journey = numbers[entry.journey].map(journeyDetail) ?? Phrase()
    return [
      Brief.Cell(
        decision.decision.map(Phrase.said)
          ?? "No decision written; insight: \(said: decision.insight)"),
      Brief.Cell(
        decision.about.map { .said(entry.touchpointName ?? $0.rawValue) } ?? "whole journey",
        detail: journey),
      Brief.Cell(status, detail: state),
      score(entry.outcome.before), score(entry.outcome.after), score(now?.score),
      Brief.Cell(
        entry.isTurnedDown ? Phrase(Say.unknown) : Self.verdict(entry, now: now),
        value: entry.outcome.difference?.value, detail: Phrase(detail)),
    ]
  }

  /// Whether it worked, and what all customers feel where that says something else.
  private static func verdict(_ entry: Ledger.Entry, now: FeltNow?) -> Phrase {
    let word = entry.outcome.verdict.words
    guard let now, now.isOtherwise(than: entry), let n = entry.outcome.after?.n else {
      return Phrase(word)
    }
    let since =
      now.isFromBefore(entry) ? now.newest.map { "asked until \(Say.date($0))" } ?? "now" : "now"
    return "\(word) where it was measured (n \(Say.count(n))); all customers, \(since): "
      + "\(strong: Say.score(now.score.mean, on: entry.scale))"
  }
}
