/// Words about what a picture leaves out, to stay readable.
///
/// `{}` stands for what is put in, one after the other.
package struct SimplificationWords: Hashable, Sendable {
  package var drawn = Words.Plural(
    "{} of {} touchpoints is drawn", "{} of {} touchpoints are drawn")
  package var drawnWithVisits = Words.Plural(
    "{} of {} touchpoints is drawn, with {} of all visits",
    "{} of {} touchpoints are drawn, with {} of all visits")
  package var through = "ways lead through the others"
  package var gathered = Words.Plural(
    "{} other is drawn gathered", "{} others are drawn gathered")
  package var rarerWays = Words.Plural(
    "{} rarer way between them, {} of the traffic there, is not drawn",
    "{} rarer ways between them, {} of the traffic there, are not drawn")
  package var stages = Words.Plural(
    "{} of {} stages is not drawn", "{} of {} stages are not drawn")
  package var leaving = "{} of those who start leave at touchpoints that are not drawn"
  package var leavingBriefly = "{} leave at the others"
  package var ending =
    "{} of those who start end, nobody knows how, at touchpoints that are not drawn"
  package var endingBriefly = "{} end at the others"
  package var hotspots = Words.Plural(
    "{} hotspot is among those not drawn", "{} hotspots are among those not drawn")
  package var untravelled = Words.Plural(
    "{} way that nobody takes here is not drawn", "{} ways that nobody takes here are not drawn")
  package var separator = "; "

  package init() {}
}
