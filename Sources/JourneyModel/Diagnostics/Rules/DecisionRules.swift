extension ProblemFinder {
  /// Checks the decision ledger: references, scores, and that days follow each other.
  mutating func checkDecisions() {
    for (index, decision) in journey.decisions.enumerated() {
      func path(_ keys: String...) -> DocumentPath {
        DocumentPath(["decisions", .index(index)] + keys.map(DocumentPath.Step.key))
      }
      checkReference(decision.about, at: path("about"))
      checkNotNegative(decision.effort, at: path("effort"))
      checkExtensions(decision.extensions, at: path())
      checkExtensions(decision.reached?.extensions ?? [], at: path("reached"))
      checkExtensions(decision.outcome?.extensions ?? [], at: path("outcome"))
      if let outcome = decision.outcome {
        if let before = outcome.before { checkScore(before, at: path("outcome", "before")) }
        if let after = outcome.after { checkScore(after, at: path("outcome", "after")) }
        checkCount(outcome.n, at: path("outcome", "n"))
      }
      if decision.status == .verified, decision.outcome?.after == nil {
        warning(
          "verified-without-outcome", "verified, but the feeling afterwards is not said",
          fix: "add 'outcome: {before: …, after: …, n: …}'", at: path("status"))
      }
      checkDays(decision, at: { path($0) })
    }
  }

  /// Found, then reached somebody, then decided, then acted upon.
  private mutating func checkDays(_ decision: Decision, at path: (String) -> DocumentPath) {
    let days: [(key: String, what: String, earlier: String, date: CalendarDate?)] = [
      ("found", "found", "it was found", decision.found),
      ("reached", "reached those who decide", "it reached them", decision.reached?.on),
      ("decided-on", "decided", "it was decided", decision.decidedOn),
      ("acted-on", "acted upon", "it was acted upon", decision.actedOn),
    ]
    var last: (earlier: String, date: CalendarDate)?
    for day in days {
      guard let date = day.date else { continue }
      if let last, date < last.date {
        warning(
          "days-backwards", "\(day.what) on \(date), before \(last.earlier) on \(last.date)",
          fix: "check the two dates", at: path(day.key))
      }
      last = (day.earlier, date)
    }
  }
}
