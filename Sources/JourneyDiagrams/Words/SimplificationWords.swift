/// Words about what a picture leaves out, to stay readable.
///
/// `{}` stands for what is put in, one after the other.
package struct SimplificationWords: Hashable, Sendable {
  package var drawn = "{} of {} touchpoints are drawn"
  package var drawnWithVisits = "{} of {} touchpoints are drawn, with {} of all visits"
  package var hotspots = Words.Plural(
    "{} hotspot is among those not drawn", "{} hotspots are among those not drawn")
  package var separator = "; "

  package init() {}
}
