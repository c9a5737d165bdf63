internal import JourneyAnalysis
internal import JourneyModel

/// Which transitions are drawn: all of a small journey, the travelled ones of a large one.
///
/// Cost: sorting the transitions.
struct FlowSelection {
  /// Up to so many transitions, all are drawn.
  static let drawsAll = 40
  /// The share of all traffic that is drawn at least.
  static let share = 0.9
  /// So many transitions are drawn at most for their traffic, whatever share they carry.
  static let mostLinks = 300
  /// Up to so many touchpoints, none is left out.
  static let mostCards = 200

  /// For each transition of the figures, whether it is drawn.
  private(set) var isDrawn: [Bool]
  /// For each touchpoint of the journey, whether it is drawn.
  private(set) var hasCard: [Bool]
  /// What is not drawn; nil when everything is.
  private(set) var leftOut: FlowGraph.LeftOut?

  /// Chooses what to draw.
  ///
  /// The most travelled transitions, until they carry ``share`` of the traffic or are ``mostLinks``;
  /// for every card its ways out of the journey; and for every card its most travelled way in and way
  /// on, so that no card floats. Equal traffic is decided by the order of the document.
  ///
  /// - Parameters:
  ///   - journey: The journey.
  ///   - transitions: The figures of its transitions.
  ///   - index: The place of each touchpoint in the journey.
  init(_ journey: Journey, _ transitions: [TransitionFigures], index: [TouchpointID: Int]) {
    isDrawn = [Bool](repeating: true, count: transitions.count)
    hasCard = [Bool](repeating: true, count: journey.touchpoints.count)
    if journey.touchpoints.count > Self.mostCards {
      keepMostVisited(transitions, index: index)
    }
    // Ways out of the journey hang below their card and are in nobody's way.
    let candidates = transitions.indices.filter { isDrawn[$0] && !Self.isExit(transitions[$0]) }
    if candidates.count > Self.drawsAll { keepMostTravelled(transitions, candidates, index: index) }

    let total = transitions.reduce(0) { $0 + $1.traffic }
    let missing = transitions.indices.filter { !isDrawn[$0] }
    guard !missing.isEmpty || hasCard.contains(false) else { return }
    leftOut = FlowGraph.LeftOut(
      transitions: missing.count,
      share: total > 0 ? missing.reduce(0) { $0 + transitions[$1].traffic } / total : 0,
      touchpoints: hasCard.count { !$0 })
  }

  /// Leaves out the touchpoints beyond ``mostCards`` that are visited least, and their transitions.
  private mutating func keepMostVisited(
    _ transitions: [TransitionFigures], index: [TouchpointID: Int]
  ) {
    var visits = [Double](repeating: 0, count: hasCard.count)
    for transition in transitions {
      if case .touchpoint(let id) = transition.target, let place = index[id] {
        visits[place] += transition.traffic
      }
    }
    let order = visits.indices.sorted { (visits[$1], $0) < (visits[$0], $1) }
    for place in order.dropFirst(Self.mostCards) { hasCard[place] = false }
    for (place, transition) in transitions.enumerated() {
      let (source, target) = Self.cards(of: transition, index: index)
      if source.map({ !hasCard[$0] }) ?? false || target.map({ !hasCard[$0] }) ?? false {
        isDrawn[place] = false
      }
    }
  }

  private mutating func keepMostTravelled(
    _ transitions: [TransitionFigures], _ candidates: [Int], index: [TouchpointID: Int]
  ) {
    let order = candidates.sorted {
      (transitions[$1].traffic, $0) < (transitions[$0].traffic, $1)
    }
    let total = candidates.reduce(0) { $0 + transitions[$1].traffic }
    for place in candidates { isDrawn[place] = false }
    var drawn = 0.0
    var links = 0
    var hasWayIn = [Bool](repeating: false, count: hasCard.count)
    var hasWayOn = hasWayIn
    for place in order {
      let transition = transitions[place]
      let (source, target) = Self.cards(of: transition, index: index)
      let isRound = source != nil && source == target
      let opens =
        !isRound
        && (target.map { !hasWayIn[$0] } ?? false || source.map { !hasWayOn[$0] } ?? false)
      guard (drawn < Self.share * total && links < Self.mostLinks) || opens else { continue }
      isDrawn[place] = true
      links += 1
      drawn += transition.traffic
      if isRound { continue }
      if let target { hasWayIn[target] = true }
      if let source { hasWayOn[source] = true }
    }
  }

  private static func isExit(_ transition: TransitionFigures) -> Bool {
    if case .end(let end) = transition.target { end != .completed } else { false }
  }

  private static func cards(
    of transition: TransitionFigures, index: [TouchpointID: Int]
  ) -> (source: Int?, target: Int?) {
    var places: (source: Int?, target: Int?)
    if case .touchpoint(let id) = transition.source { places.source = index[id] }
    if case .touchpoint(let id) = transition.target { places.target = index[id] }
    return places
  }
}
