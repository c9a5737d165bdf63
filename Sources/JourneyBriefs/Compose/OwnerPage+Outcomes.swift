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
      "How it felt before, after and now; better or worse only beyond chance (90 %)",
      columns: [
        .init("Decision", weight: 2.6), .init("Where", weight: 1.5), .init("State", weight: 1.5),
        .init("Before", isNumber: true, weight: 0.8), .init("After", isNumber: true, weight: 0.8),
        .init("Now", isNumber: true, weight: 1.1), .init("Did it work?", weight: 2.4),
      ])
    let shown = ordered.prefix(limits.rows)
    table.rows = shown.map(row)
    if shown.allSatisfy({ $0.outcome.before == nil && $0.outcome.after == nil }) {
      // Columns that say nothing are none.
      table.caption = "How it feels there now; whether it helped, nobody has measured"
      table.columns.removeSubrange(3...4)
      for index in table.rows.indices { table.rows[index].removeSubrange(3...4) }
    }
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
    // That it was done, with its day, and what was measured say it already.
    let isTold = decision.status == .verified && decision.actedOn != nil
    let now = FeltNow(entry, in: numbers[entry.journey].map { members[$0] })
    let scale = entry.scale
    func score(_ score: Score?, _ when: String = "") -> Brief.Cell {
      guard let score else { return Brief.Cell(Phrase(Say.unknown)) }
      return Brief.Cell(
        Phrase(Say.score(score.mean, on: scale)), value: score.mean,
        feeling: scale.normalized(score.mean), isAssumed: score.n == nil,
        detail: Phrase((score.n.map { "n \(Say.count($0))" } ?? "") + when))
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
      isTold ? Brief.Cell(state) : Brief.Cell(status, detail: state),
      score(entry.outcome.before), score(entry.outcome.after),
      score(now?.score, now?.isFromBefore(entry) ?? false ? ", asked before it" : ""),
      Brief.Cell(
        entry.isTurnedDown ? Phrase(Say.unknown) : Self.verdict(entry, now: now),
        value: entry.outcome.difference?.value, detail: Phrase(detail)),
    ]
  }

  /// Whether it worked, and what all customers feel where that says something else.
  private static func verdict(_ entry: Ledger.Entry, now: FeltNow?) -> Phrase {
    let word = entry.outcome.verdict.words
    guard let now, now.isOtherwise(than: entry) else { return Phrase(word) }
    return "\(word) where it was measured, \(strong: "not among all customers")"
  }
}
