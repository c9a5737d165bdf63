/// The words that the flow view says beside those that all views share.
///
/// `{}` stands for what is put in, one after the other.
package struct FlowWords: Hashable, Sendable {
  package var start = "start"
  package var about = "≈{}"
  package var round = "{} again"
  package var underWay = "{} under way"
  package var ended = "{} end unknown"
  package var countedAsLeft = "{} counted as left"
  package var legendRibbon = "ribbon and number: how many {}"
  package var legendArrow = "what comes next"
  package var legendRibbonColor = "colour: how it feels, from → to"
  package var legendReach = "bar and {}: share of {} who come here"
  package var legendBreak = "goes on in the next row"
  package var legendUnderWay = "still under way, or end unknown"
  package var leftOut = Words.Plural(
    "{} rarer transition, {} of traffic, is not drawn",
    "{} rarer transitions, {} of traffic, are not drawn")
  package var elsewhere = Words.Plural("{} take {} rarer way", "{} take {} rarer ways")
  package var legendElsewhere = "rarer ways, gathered"
  package var gathered = Words.Plural("{} more touchpoint", "{} more touchpoints")
  package var gatheredFelt = "felt {} … {}"
  package var legendGathered = "several touchpoints, gathered"
  package var unreached = "not reached"
  package var fromTo = "{} → {}"
  package var ofThoseWhoStart = "{} of those who start"

  package init() {}
}
