import JourneyModel

/// The shares of a flow that are supposed, and what was counted of all else.
struct SupposedChances: Sendable {
  /// What is supposed of one source.
  struct Row: Sendable {
    /// The ways whose shares were set.
    var ways: Set<Place>
    /// How many were counted on its other ways, without those under way; nil where it is unknown.
    var rest: Double?
  }

  /// What is supposed, by the number of the source.
  let given: [Int: Row]
  /// The counted outflow of each touchpoint, the start last; nil where it is unknown.
  let counts: [Double?]
  /// How many customers' end is known; nil when that is not counted.
  let knownEnds: Double?

  /// Looks up what was counted beside what is supposed.
  ///
  /// - Parameters:
  ///   - ways: The ways whose shares were set, by their source.
  ///   - view: The flow before anything was supposed.
  ///   - knownEnds: How many customers' end is known there.
  init(_ ways: [Int: Set<Place>], of view: FlowView, knownEnds: Double?) {
    var given: [Int: Row] = [:]
    for (source, ways) in ways {
      given[source] = Row(ways: ways, rest: view.countedOutflow(of: source, besides: ways))
    }
    self.given = given
    counts = view.countedOutflow
    self.knownEnds = knownEnds
  }

  /// Whether somewhere it is supposed how many end so.
  func decides(_ outcome: Visits.Outcome) -> Bool {
    given.values.contains { row in
      row.ways.contains { place in
        if case .end(let end) = place { end.outcome == outcome } else { false }
      }
    }
  }
}
