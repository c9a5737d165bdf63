import JourneyDecisions
import JourneyModel

extension PortfolioPage {
  /// The decisions that are past their date: what, whose, and how late, the latest first.
  var late: Brief.Section? {
    let late = lateEntries
    guard !late.isEmpty else { return nil }
    var table = Brief.Table(
      "Past the date and not done, the longest overdue first",
      columns: [
        .init("Decision", weight: 2.6), .init("Where", weight: 2), .init("Who", weight: 1.2),
        .init("State", weight: 1.2), .init("Days late", isNumber: true),
      ])
    let most = 10
    table.rows = late.prefix(most).map { entry, days in
      let decision = entry.decision
      let owner = PersonName(entry.answerable)
      return [
        Brief.Cell(Self.subject(of: decision)),
        Brief.Cell(
          decision.about.map { .said(entry.touchpointName ?? $0.rawValue) } ?? "whole journey",
          detail: members.count > 1 ? .said(entry.title) : Phrase()),
        Brief.Cell(
          owner.map { .said($0.text) } ?? "nobody",
          page: pages.first { $0.duties.owner == owner }?.id),
        Brief.Cell(
          Phrase(Say.status(decision.status)),
          detail: decision.due.map { "was due \(Say.date($0))" } ?? Phrase()),
        Brief.Cell(Phrase(Say.count(days)), value: Double(days)),
      ]
    }
    if late.count > most {
      table.note = "\(Say.count(late.count - most, "decision", "decisions")) more overdue."
    }
    return Brief.Section("What is overdue", [.table(table)])
  }

  /// The decisions that are past their date, with how many days, the latest first.
  var lateEntries: [(entry: Ledger.Entry, days: Int)] {
    ledger.entries.compactMap { entry in entry.overdue.map { (entry, $0) } }
      .enumerated()
      .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
      .map(\.element)
  }

  /// What a decision is called; an insight without one is no decision.
  static func subject(of decision: Decision) -> Phrase {
    decision.decision.map(Phrase.said)
      ?? "What follows from “\(said: Say.quotable(decision.insight))”"
  }
}
