import JourneyAnalysis
import JourneyDecisions
import JourneyModel

/// What all customers feel where a decision was about, beside what its outcome says.
struct FeltNow {
  /// The pooled feeling; without n it is an assumption.
  var score: Score
  /// The newest day of what enters that mean; nil when undated.
  var newest: CalendarDate?

  init?(_ entry: Ledger.Entry, in member: Member?) {
    guard let member, let about = entry.decision.about, let felt = member.figures(about)?.felt
    else { return nil }
    score = Score(mean: felt.mean, n: felt.n, sd: felt.sd)
    newest = member.journey.evidence.filter {
      $0.about == about && $0.felt != nil && member.journey.entersMean($0)
    }.compactMap(\.date).max()
  }

  /// Whether it is from before something was done, as far as it is dated.
  func isFromBefore(_ entry: Ledger.Entry) -> Bool {
    guard let newest, let done = entry.decision.actedOn else { return false }
    return newest < done
  }

  /// Whether it says the opposite of the outcome: what got better feels worse than the outcome says,
  /// or the other way round, by more than chance.
  func isOtherwise(than entry: Ledger.Entry) -> Bool {
    let outcome = Decision.Outcome(before: entry.outcome.after, after: score)
    switch (entry.outcome.verdict, OutcomeTest(outcome, on: entry.scale).verdict) {
    case (.better, .worse), (.worse, .better): return true
    default: return false
    }
  }
}

extension Ledger.Entry {
  /// Whether it was done and nobody has measured since whether that helped.
  var isDoneUnmeasured: Bool { step == .acted && !isTurnedDown }
}
