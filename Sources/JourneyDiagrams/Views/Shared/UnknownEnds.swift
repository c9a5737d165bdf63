internal import JourneyAnalysis
internal import JourneyModel

/// At which touchpoints visits end without anybody knowing how, as in a log that does not say which
/// touchpoints end well.
struct UnknownEnds {
  /// For each touchpoint where any do the share of all who start.
  private let shares: [TouchpointID: Double]

  init(_ analysis: Analysis) {
    var shares: [TouchpointID: Double] = [:]
    for transition in analysis.transitions where transition.traffic > 0 {
      guard transition.target == .end(.ended), case .touchpoint(let source) = transition.source
      else { continue }
      shares[source, default: 0] += transition.traffic
    }
    self.shares = shares
  }

  /// How many end so at a touchpoint.
  ///
  /// - Parameter figures: The touchpoint's figures.
  /// - Returns: The share of all who start, and that of those who come there; nil when none do.
  func at(_ figures: TouchpointFigures?) -> (share: Double, ofThose: Double)? {
    guard let figures, let share = shares[figures.id], let reach = figures.reach, reach > 0
    else { return nil }
    return (share, min(1, share / reach))
  }
}
