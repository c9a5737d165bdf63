/// The words that the empathy map says beside those that all views share.
///
/// `{}` stands for what is put in, one after the other.
package struct EmpathyWords: Hashable, Sendable {
  package var thinks = "Thinks and feels"
  package var sees = "Sees"
  package var says = "Says and does"
  package var hears = "Hears"
  package var pains = "Pains"
  package var gains = "Gains"
  package var nothingRecorded = "nothing recorded yet"
  package var everybody = "Everybody"
  package var everyPersona = "one map for all personas: {}"
  package var noPersona = "one map for everybody; no personas recorded"
  package var shareOf = "{} of {}"
  /// What one persona feels.
  package var feels = "feels {} on average"
  /// What everybody feels, after ``everybody``.
  package var everybodyFeels = "feels {} on average"
  package var feelsUnknown = "feeling not measured"
  package var assumed = "assumed"
  package var oneCustomer = "one customer"
  package var value = "what matters to {}"
  package var motivation = "what moves {}"
  package var goal = "what {} wants to reach"
  package var need = "what {} needs"
  package var neverReviewed = "never reviewed"
  package var legendDot = "dot: how it feels there"
  package var legendAssumed = "nobody asked"
  package var ranked =
    "In each field first what was recorded where most were measured (n: measured there, not who "
    + "said it), then single voices, assumptions last"

  package init() {}
}
