import JourneyAnalysis
import JourneyModel

/// A journey that is small enough to be read, and what was left out of it.
struct Simplification {
  /// What is drawn.
  var subject: Subject
  /// What is not drawn; nil when everything is.
  var rest: LeftOut?
  /// For each transition of the whole journey's figures whether it is drawn.
  var isDrawn: [Bool]

  /// What is not drawn, in one sentence; nil when everything is.
  var leftOut: String? { rest?.text(subject.words) }
}

extension Subject {
  /// The touchpoints that most customers meet, the rest left out, when there are more than can be
  /// read.
  ///
  /// - Parameter most: The most touchpoints that the view can show.
  /// - Returns: What to draw, with figures as they were, and what to say about the rest.
  func simplified(toAtMost most: Int) -> Simplification {
    simplified(toAtMost: most, links: nil)
  }

  /// The same, with rare transitions left out too.
  ///
  /// The journey loses touchpoints and the figures lose transitions; every figure that stays is that
  /// of the whole journey, and the document's order stays.
  ///
  /// - Parameters:
  ///   - most: The most touchpoints that the view can show.
  ///   - links: How many transitions the view can show; nil for all between what it shows.
  /// - Returns: What to draw, and what to say about the rest.
  func simplified(toAtMost most: Int, links: LinkSelection.Limits?) -> Simplification {
    var index: [TouchpointID: Int] = [:]
    for (place, touchpoint) in journey.touchpoints.enumerated() where index[touchpoint.id] == nil {
      index[touchpoint.id] = place
    }
    let transitions = analysis.transitions
    let kept =
      journey.touchpoints.count > most && journey.touchpoints.count(where: meets) > most
      ? TouchpointSelection(self, index: index, atMost: most).isKept
      : [Bool](repeating: true, count: journey.touchpoints.count)
    let drawn = LinkSelection(transitions, index: index, kept: kept, limits: links).isDrawn
    guard kept.contains(false) || drawn.contains(false) else {
      return Simplification(subject: self, isDrawn: drawn)
    }
    var subject = self
    subject.journey.touchpoints = zip(journey.touchpoints, kept).filter(\.1).map(\.0)
    subject.analysis.transitions = zip(transitions, drawn).filter(\.1).map(\.0)
    return Simplification(
      subject: subject, rest: LeftOut(self, index: index, kept: kept, drawn: drawn),
      isDrawn: drawn)
  }
}
