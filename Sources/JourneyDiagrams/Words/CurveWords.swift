/// The words that the curve says beside those that all views share.
///
/// `{}` stands for what is put in, one after the other.
package struct CurveWords: Hashable, Sendable {
  package var everybody = "everybody"
  package var leadLowest = "Felt lowest at {} ({}), highest at {} ({})."
  package var leadOne = "Felt {} at {}."
  package var leadWorse = "Most overestimated: {}, believed {}, felt {}."
  package var leadBetter = "Most underestimated: {}, believed {}, felt {}."
  package var leadNothing = "Nobody has been asked how this feels."
  package var noScoresTitle = "No scores yet"
  package var noScoresText =
    "Nobody has been asked how this feels, so there is nothing to draw. "
    + "Add what you know to the document, on its scale:"
  package var noScoresAfter = "The answers of a survey become scores with {}"
  package var asked = "n\u{A0}{}"
  package var assumed = "assumed"
  package var measuredAt = "known at {} of {}"
  package var sayPersona = "{}: {}"
  package var legendBridge = "not measured between"

  package init() {}
}
