/// The words that the funnel says beside those that all views share.
///
/// `{}` stands for what is put in, one after the other.
package struct FunnelWords: Hashable, Sendable {
  package var start = "Start"
  package var stillHere = "still here"
  package var leave = "{} leave"
  package var divert = "{} → {}"
  package var divertUnnamed = "{} diverted"
  package var ended = "{} end unknown"
  package var nobody = "nobody leaves here"
  package var completeHere = "{} {}"
  package var withoutTouchpoint = "before the first touchpoint"
  package var more = "+{} more"
  package var place = "{} {}"

  package var leadLoss =
    "The largest loss is at {}: {} of all who start, most of them from {}."
  package var leadLossAt = "The largest loss is at {}: {} of all who start."
  package var leadLossBetween =
    "The largest loss is between {} and {}: {} of all who start."
  package var leadNobody = "Nobody leaves."
  package var leadUnderWay = Words.Plural(
    "{} was still under way when the counting stopped and is not in these shares.",
    "{} were still under way when the counting stopped and are not in these shares.")
  package var leadMainPath = "Drawn are {} touchpoints of the most travelled way."

  package var noFlowTitle = "No flow data"
  package var noFlowText =
    "Nobody has written down yet how many go where, so nobody can say how many are still here. "
    + "Add what you know to the document, as counts or as shares:"
  package var noFlowAfter = "What is unknown may stay unknown: one line is a beginning."

  package var legendRibbon = "ribbon: share of {} still here"
  package var legendColor = "colour: how it feels"
  package var legendLeave = "leave"
  package var legendDivert = "go over to another journey"
  package var legendEnded = "end unknown"
  package var legendStep = "who goes back is counted at the furthest place"
  package var sayMembers = "{} ({})"
  package var sayStep = "{}: {} still here; {}."

  package init() {}
}
