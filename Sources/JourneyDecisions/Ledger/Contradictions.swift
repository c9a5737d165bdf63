import JourneyModel

extension Ledger.Entry {
  /// What in the entry contradicts itself.
  ///
  /// Days that run backwards, a status that its dates or its outcome belie, and days that have not
  /// come yet. Nothing is mended, for nobody here knows which of the two is wrong.
  func contradictions(asOf: CalendarDate) -> [String] {
    var found: [String] = []
    var last: (step: Ledger.Step, date: CalendarDate)?
    for step in Ledger.Step.allCases where step != .measured {
      guard let date = date(of: step) else { continue }
      if let last, date < last.date {
        found.append(
          "\(Self.past(step)) on \(date), before it was \(Self.past(last.step)) on \(last.date)")
      }
      if date > asOf { found.append("\(Self.past(step)) on \(date), which is after \(asOf)") }
      last = (step, date)
    }
    switch decision.status {
    case .open:
      if let date = decision.decidedOn { found.append("open, but decided on \(date)") }
      if let date = decision.actedOn { found.append("open, but acted upon on \(date)") }
    case .decided:
      if let date = decision.actedOn { found.append("'decided', but acted upon on \(date)") }
    case .rejected:
      if let date = decision.actedOn { found.append("turned down, but acted upon on \(date)") }
      if decision.outcome?.after != nil { found.append("turned down, but measured again") }
    case .verified:
      if decision.outcome?.after == nil {
        found.append("verified, but nobody says what customers feel now")
      }
    case .acting: break
    }
    if decision.outcome?.after != nil, [.open, .decided, .acting].contains(decision.status) {
      found.append("measured again, but the status is still '\(decision.status.rawValue)'")
    }
    return found
  }

  private static func past(_ step: Ledger.Step) -> String {
    switch step {
    case .found: "found"
    case .reached: "brought to those who decide"
    case .decided: "decided"
    case .acted: "acted upon"
    case .measured: "measured again"
    }
  }
}
