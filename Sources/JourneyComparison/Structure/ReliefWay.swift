public import JourneyModel

/// How far it is from a bad touchpoint to relief by how both journeys are made.
///
/// Relief is the first touchpoint whose 90 % interval is at v ≥ 0 in both journeys, so that what is
/// felt moves no relief: only touchpoints and transitions that came or went do. The steps are the
/// fewest that lead there along transitions that customers take, those left out that only one journey
/// has and that may be missing in the other by chance; without flow, along the document's order.
public struct ReliefWay: Hashable, Sendable {
  /// The touchpoint, surely bad in both journeys.
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
  /// Where one comes from each touchpoint.
  let next: [TouchpointID: [TouchpointID]]
  /// The touchpoints that are relief.
  let relieving: Set<TouchpointID>

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
        if relieving.contains(target) {
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
