import JourneyAnalysis
import JourneyModel

/// A journey that is small enough to be read, and what was left out of it.
struct Simplification {
  /// What is drawn.
  var subject: Subject
  /// What is not drawn; nil when everything is.
  var rest: LeftOut?
  /// All ways between what is drawn, those through what is not among them.
  var ways: [TransitionFigures]
  /// For each way whether it is drawn.
  var isDrawn: [Bool]

  /// What is not drawn, in one sentence; nil when everything is.
  var leftOut: String? { rest?.text(subject.words) }

  /// What is drawn with all ways between it, also those that are not drawn.
  var joined: Subject {
    var joined = subject
    joined.analysis.transitions = ways
    return joined
  }

  /// The same as a picture of a theme says it: from far away only what is missed.
  func leftOut(in theme: Theme) -> String? {
    rest?.text(subject.words, isBrief: theme.isBrief)
  }
}

extension Subject {
  /// The touchpoints that stand for the whole, the rest left out, when there are more than can be
  /// read.
  ///
  /// - Parameter most: The most touchpoints that the view can show.
  /// - Returns: What to draw, with figures as they were, and what to say about the rest.
  func simplified(toAtMost most: Int) -> Simplification {
    simplified(toAtMost: most, links: nil)
  }

  /// The same, with rare transitions left out too.
  ///
  /// The journey loses touchpoints; a way that leads through them is one transition, with the
  /// traffic that really goes on. Every other figure is that of the whole journey, and the
  /// document's order stays.
  ///
  /// - Parameters:
  ///   - most: The most touchpoints that the view can show.
  ///   - chosen: The touchpoints that are drawn, chosen already; nil for those that matter most.
  ///   - links: How many transitions the view can show; nil for a view that draws none.
  /// - Returns: What to draw, and what to say about the rest.
  func simplified(
    toAtMost most: Int, keeping chosen: Set<TouchpointID>? = nil, links: LinkSelection.Limits?
  ) -> Simplification {
    let touchpoints = journey.touchpoints
    let index = touchpointPlaces
    let ends = analysis.transitions.map { WayEnds($0, index: index) }
    var kept = [Bool](repeating: true, count: touchpoints.count)
    var ways = analysis.transitions
    if let chosen, touchpoints.contains(where: { !chosen.contains($0.id) }) {
      kept = touchpoints.map { chosen.contains($0.id) }
      ways = ThroughWays(analysis.transitions, ends: ends, kept: kept).ways
    } else if touchpoints.count > most, touchpoints.count(where: meets) > most {
      kept = TouchpointSelection(self, index: index, ends: ends).chosen(atMost: most)
      ways = ThroughWays(analysis.transitions, ends: ends, kept: kept).ways
    }
    let drawn = LinkSelection(ways, index: index, limits: links).isDrawn
    guard kept.contains(false) || drawn.contains(false) else {
      return Simplification(subject: self, ways: ways, isDrawn: drawn)
    }
    var subject = self
    subject.journey.touchpoints = zip(touchpoints, kept).filter(\.1).map(\.0)
    subject.analysis.transitions = zip(ways, drawn).filter(\.1).map(\.0)
    var rest = LeftOut(self, index: index, ends: ends, kept: kept)
    rest.drawsWays = links != nil
    rest.add(ways, drawn)
    return Simplification(subject: subject, rest: rest, ways: ways, isDrawn: drawn)
  }

  /// The place of each touchpoint; of two with one id, which is wrong, the first counts.
  var touchpointPlaces: [TouchpointID: Int] {
    var places: [TouchpointID: Int] = [:]
    places.reserveCapacity(journey.touchpoints.count)
    for (place, touchpoint) in journey.touchpoints.enumerated() where places[touchpoint.id] == nil {
      places[touchpoint.id] = place
    }
    return places
  }
}
