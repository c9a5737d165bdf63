/// The words that the map says beside those that all views share.
///
/// `{}` stands for what is put in, one after the other.
package struct MapWords: Hashable, Sendable {
  // The titles of lanes that are only drawn when asked for.
  package var does = "What they do"
  package var thinks = "What they think"
  package var sees = "What they see"
  package var says = "What they say"
  package var hears = "What they hear"
  package var gains = "What helps"
  package var owner = "Owner"
  package var evidence = "Known from"
  package var support = "Support"

  package var legendPeak = "peak: felt most"
  package var legendEnd = "end: felt last"
  package var legendBright = "bright spot"
  package var legendPersonas = "each persona’s own line"
  package var morePersonas = Words.Plural(
    "{} persona is not drawn", "{} personas are not drawn")

  package var sayPeak = "what is felt most on the likeliest way"
  package var sayEnd = "what is felt last on the likeliest way"
  package var sayBright = "bright spot"
  package var sayPersona = "{} {}"

  package init() {}
}
