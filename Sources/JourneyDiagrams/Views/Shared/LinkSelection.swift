internal import JourneyAnalysis
internal import JourneyModel

/// Which transitions are drawn: all of a small journey, the travelled ones of a large one.
///
/// Cost: sorting the transitions.
struct LinkSelection {
  /// How many transitions a view can show.
  struct Limits {
    /// Up to so many, all are drawn.
    var drawsAll: Int
    /// The share of their traffic that is drawn at least.
    var share: Double
    /// So many are drawn at most for their traffic, whatever share they carry.
    var most: Int
    /// While fewer are drawn, no main way is left out, even where the share is reached without it.
    var mostMain = 100
    /// Whether starting and completing are drawn as links too.
    var countsEnds: Bool
    /// From this chance on a way back is drawn, unless nearly nobody of those who start takes it; nil
    /// when ways back are like others.
    var leastWayBack: Double?
  }

  /// For each transition, whether it is drawn.
  private(set) var isDrawn: [Bool]

  private let transitions: [TransitionFigures]
  private let ends: [WayEnds]

  /// Of those who start, the share that makes a way a main way.
  private static let mainShare = 0.05
  /// Of those at its source, the share that makes a way a main way there.
  private static let mainShareThere = 0.1
  /// Of those who start, the least share of a way that is a main way only where it begins.
  private static let leastThere = 0.02
  /// Of those who start, the least share of a way back that is drawn for its chance.
  private static let leastBack = 0.01

  /// Chooses what to draw.
  ///
  /// The most travelled transitions, until they carry their share of the traffic or are too many, and
  /// main ways beyond that share; for every touchpoint its ways out of the journey; and for every
  /// touchpoint, and for the start, its most travelled way in and way on, so that none floats. Equal
  /// traffic is decided by the order of the document.
  ///
  /// - Parameters:
  ///   - transitions: The ways between what is drawn.
  ///   - index: The place of each touchpoint in the journey.
  ///   - limits: How many transitions can be shown; nil for all.
  init(_ transitions: [TransitionFigures], index: [TouchpointID: Int], limits: Limits?) {
    self.transitions = transitions
    isDrawn = [Bool](repeating: true, count: transitions.count)
    guard let limits else {
      ends = []
      return
    }
    ends = transitions.map { WayEnds($0, index: index) }
    // Ways out of the journey hang below their touchpoint and are in nobody's way.
    let candidates = transitions.indices.filter { place in
      guard !isExit(place) else { return false }
      return limits.countsEnds || (ends[place].source != nil && ends[place].target != nil)
    }
    if candidates.count > limits.drawsAll {
      let count = index.values.reduce(0) { max($0, $1 + 1) }
      keepMostTravelled(candidates, limits, touchpoints: count)
    }
  }

  private mutating func keepMostTravelled(_ candidates: [Int], _ limits: Limits, touchpoints: Int) {
    let order = candidates.sorted {
      (transitions[$1].traffic, $0) < (transitions[$0].traffic, $1)
    }
    let total = candidates.reduce(0) { $0 + transitions[$1].traffic }
    for place in candidates { isDrawn[place] = false }
    var drawn = 0.0
    var links = 0
    var hasWayIn = [Bool](repeating: false, count: touchpoints)
    var hasWayOn = hasWayIn
    if !limits.countsEnds { markStarts(candidates, &hasWayIn) }
    var hasStart = false
    for place in order {
      let (source, target) = (ends[place].source, ends[place].target)
      let isRound = source != nil && source == target
      let isFirst = transitions[place].source == .start && !hasStart
      let opensTarget = target.map { !hasWayIn[$0] } ?? false
      let opensSource = source.map { !hasWayOn[$0] } ?? isFirst
      let opens = !isRound && (opensTarget || opensSource)
      let isMarkedWayBack =
        links < limits.most && transitions[place].probability >= limits.leastWayBack ?? .infinity
        && transitions[place].traffic >= Self.leastBack
        && source.map { source in target.map { $0 <= source } ?? false } ?? false
      guard
        (drawn < limits.share * total && links < limits.most)
          || (Self.isMain(transitions[place]) && links < limits.mostMain)
          || opens || isMarkedWayBack
      else { continue }
      isDrawn[place] = true
      links += 1
      drawn += transitions[place].traffic
      if isRound { continue }
      if let target { hasWayIn[target] = true }
      if let source { hasWayOn[source] = true }
      if transitions[place].source == .start { hasStart = true }
    }
  }

  /// Marks touchpoints that most come to from the start, where starting is not drawn: they begin the
  /// journey, and need no rare way back to them that shows it.
  private func markStarts(_ candidates: [Int], _ hasWayIn: inout [Bool]) {
    var most = [Double](repeating: 0, count: hasWayIn.count)
    for place in candidates {
      guard let target = ends[place].target, target != ends[place].source else { continue }
      most[target] = max(most[target], transitions[place].traffic)
    }
    for place in transitions.indices where transitions[place].source == .start {
      guard let target = ends[place].target else { continue }
      if transitions[place].traffic > most[target] { hasWayIn[target] = true }
    }
  }

  /// Whether so many take a way that nobody would call it rare: of all, or of those where it begins.
  static func isMain(_ way: TransitionFigures) -> Bool {
    way.traffic >= mainShare
      || (way.traffic >= leastThere && way.probability >= mainShareThere)
  }

  private func isExit(_ place: Int) -> Bool {
    if case .end(let end) = transitions[place].target { end != .completed } else { false }
  }
}
