internal import JourneyAnalysis
internal import JourneyModel

/// The touchpoints that a transition joins, by their places in the journey.
struct WayEnds {
  /// Where it begins; nil at the start and for a touchpoint that is not known.
  var source: Int?
  /// Where it leads; nil at an end and for a touchpoint that is not known.
  var target: Int?

  /// Looks the ends up.
  init(_ transition: TransitionFigures, index: [TouchpointID: Int]) {
    if case .touchpoint(let id) = transition.source { source = index[id] }
    if case .touchpoint(let id) = transition.target { target = index[id] }
  }
}
