import JourneyAnalysis
public import JourneyModel

/// How far it is from a bad touchpoint to relief, in both journeys.
///
/// Relief is the first touchpoint where v ≥ 0. The steps are the fewest that lead there along
/// transitions that somebody takes; without flow, along the document's order.
public struct ReliefWay: Hashable, Sendable {
  /// The touchpoint, bad in both journeys.
  public var pair: TouchpointPair
  /// The fewest steps to relief before; nil when none led there.
  public var before: Int?
  /// The fewest steps to relief now; nil when none lead there.
  public var after: Int?
  /// The touchpoints on the shortest way now that were not there before, in the way's order.
  public var added: [TouchpointID]

  /// Whether relief is further away now, or gone.
  public var isLonger: Bool {
    guard let before else { return false }
    return after.map { $0 > before } ?? true
  }
}

/// The shortest ways from bad touchpoints to relief in one journey.
struct ReliefSteps {
  private var next: [TouchpointID: [TouchpointID]] = [:]
  private let good: Set<TouchpointID>
  /// The bad touchpoints.
  let bad: Set<TouchpointID>

  init(_ side: ComparedJourney) {
    let analysis = side.analysis
    let feelings = analysis.touchpoints.compactMap { figures in
      figures.felt.map { (figures.id, analysis.scale.normalized($0.shrunk)) }
    }
    good = Set(feelings.filter { $0.1 >= 0 }.map(\.0))
    bad = Set(feelings.filter { $0.1 < 0 }.map(\.0))
    if analysis.hasFlow {
      for transition in analysis.transitions where transition.probability > 0 {
        guard case .touchpoint(let source) = transition.source,
          case .touchpoint(let target) = transition.target
        else { continue }
        next[source, default: []].append(target)
      }
    } else {
      for (touchpoint, following) in zip(side.touchpoints, side.touchpoints.dropFirst()) {
        next[touchpoint.id] = [following.id]
      }
    }
  }

  /// The touchpoints passed from here to relief, that of relief last; nil when there is no way.
  ///
  /// Cost: linear in the transitions.
  func way(from start: TouchpointID) -> [TouchpointID]? {
    var previous: [TouchpointID: TouchpointID] = [:]
    var queue = [start]
    var place = 0
    while place < queue.count {
      let here = queue[place]
      place += 1
      for target in next[here] ?? [] where target != start && previous[target] == nil {
        previous[target] = here
        if good.contains(target) {
          var way = [target]
          while let last = way.last, let before = previous[last], before != start {
            way.append(before)
          }
          return way.reversed()
        }
        queue.append(target)
      }
    }
    return nil
  }
}
