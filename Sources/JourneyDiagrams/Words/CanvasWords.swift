/// The words that the canvas says beside those that all views share.
///
/// `{}` stands for what is put in, one after the other.
package struct CanvasWords: Hashable, Sendable {
  package var subtitle = "Journey canvas, to fill in by hand"
  package var team = "Team"
  package var date = "Date"
  package var sheet = "Sheet {} of {}"
  package var stages = "Stages"
  package var steps = "Touchpoints"
  package var quotes = "In their words"
  package var pains = "What hurts"
  package var gains = "What is good"
  package var owner = "Who owns it"
  package var cardName = "Touchpoint"
  package var cardChannel = "Where it happens"
  package var cardFelt = "How it feels"
  package var cut = "Print at {}, cut at the marks"
  package var say = "{} with room for {} more, to fill in by hand."

  package init() {}
}
