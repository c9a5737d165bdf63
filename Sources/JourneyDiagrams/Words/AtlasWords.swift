/// The words that the atlas says beside those that all pictures share.
///
/// `{}` stands for what is put in, one after the other.
package struct AtlasWords: Hashable, Sendable {
  package var title = "Customer journeys"
  package var journeys = Words.Plural("{} journey", "{} journeys")
  package var links = Words.Plural("{} way over", "{} ways over")
  /// How many journeys are drawn of how many.
  package var journeysOfAll = Words.Plural("{} of {} journey", "{} of {} journeys")
  /// How many ways over are drawn of how many.
  package var linksOfAll = Words.Plural("{} of {} way over", "{} of {} ways over")
  package var believedGood = "of touchpoints we believe good"
  package var feltGood = "feel good"
  package var complete = "complete"
  package var completeSaid = "{} complete"
  package var hereAndThere = "{} here, {} after going over"
  package var noHotspot = "no hotspot"
  package var unlinked = "Leads over to none of the others"
  package var hottestFirst = "the hottest first"
  package var leftOut = Words.Plural(
    "{} more journey, less linked and less hot, is not drawn.",
    "{} more journeys, less linked and less hot, are not drawn.")
  package var sayGoOver = "{} of those who start {} go over to {}"
  package var legendFeeling = "colour and face: how the journey feels"
  package var legendCurve = "line: from touchpoint to touchpoint"
  package var legendRibbon = "ribbon: who goes over, and which share of those who start"
  package var legendHere = "complete here"
  package var legendThere = "complete after going over"
  package var legendUnknown = "end unknown"
  package var legendHot = "red frame: the hottest journeys"
  package var legendHottest = "hottest touchpoint, heat per {} who start"

  package init() {}
}
