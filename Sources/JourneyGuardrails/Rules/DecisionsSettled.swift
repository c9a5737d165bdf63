import JourneyAnalysis
import JourneyModel
import TextSupport

/// `decisions-settled`: every decision past its due date is settled.
///
/// A decision whose `due` is before the day of the check and that was neither turned down nor acted
/// upon; one that only waits to be measured again is settled, as in the ledger of decisions. One
/// without a due date cannot be overdue.
struct DecisionsSettled: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    context.journey.decisions.enumerated().compactMap { index, decision in
      guard context.covers(decision.about), let due = decision.due, due < context.asOf,
        !decision.isSettled
      else { return nil }
      let state: String
      switch decision.status {
      case .open: state = "open"
      case .decided: state = "decided and not begun"
      case .acting: state = "being acted upon"
      case .verified, .rejected: return nil
      }
      let days = context.asOf.daysSinceEpoch - due.daysSinceEpoch
      let late = Wording.days(days)
      return context.breach(
        at: [decision.about].compactMap(\.self),
        "\(late) overdue (due \(due)) and still \(state): \(OneLine.of(decision.insight, most: 80))",
        fix: "do it and write 'acted-on', or reject it and say so",
        path: ["decisions", .index(index), "due"],
        owner: decision.owner
      ).counting(.overdue, Double(days) * 86_400, limit: 0)
    }
  }
}
