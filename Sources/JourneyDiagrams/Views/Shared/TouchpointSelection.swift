internal import JourneyAnalysis
internal import JourneyModel

/// The touchpoints of a large journey that are drawn: where it surely hurts, where it feels worst and
/// best, the likeliest paths, then what most customers come to from there, until nine in ten customers
/// or visits are told.
///
/// Cost: near linear in the transitions and in the paths.
struct TouchpointSelection {
  /// For each touchpoint of the journey, whether it is drawn.
  private(set) var isKept: [Bool]

  private let subject: Subject
  private let index: [TouchpointID: Int]
  private let most: Int
  private var count = 0

  /// The share of customers, or else of visits, that is enough.
  private static let enough = 0.9

  /// Chooses what to draw.
  ///
  /// - Parameters:
  ///   - subject: The whole journey.
  ///   - index: The place of each touchpoint in it.
  ///   - most: The most touchpoints that can be drawn.
  init(_ subject: Subject, index: [TouchpointID: Int], atMost most: Int) {
    self.subject = subject
    self.index = index
    self.most = most
    let touchpoints = subject.journey.touchpoints
    isKept = [Bool](repeating: false, count: touchpoints.count)
    guard subject.analysis.hasFlow else {
      keepWithoutFlow()
      return
    }
    let ways = WidestWays(
      subject.analysis.transitions, index: index, touchpoints: touchpoints.count)
    keepHotspots(ways)
    for place in extremes { keep(ways.way(to: place)) }
    if keepPaths() < Self.enough - 1e-9 { keepVisited(ways) }
  }

  /// Without flow: where it hurts, how it begins and ends, what matters, then the document's order.
  private mutating func keepWithoutFlow() {
    let touchpoints = subject.journey.touchpoints
    let places = touchpoints.indices.filter { subject.meets(touchpoints[$0]) }
    let analysis = subject.analysis
    let hotspots = analysis.hotspots.hotspots.compactMap { index[$0.touchpoint] }
    let bright = analysis.brightSpots.compactMap { index[$0.touchpoint] }
    let truths = places.filter { touchpoints[$0].isMomentOfTruth }
    let ends = [places.first, places.last].compactMap { $0 }
    for place in extremes + ends + hotspots.prefix(most / 2) + truths + bright.prefix(most / 4)
      + places
    {
      keep([place])
    }
  }

  /// Where it feels worst, best, and most other than believed: what a picture says first.
  private var extremes: [Int] {
    let scale = subject.analysis.scale
    var felt: [(place: Int, v: Double)] = []
    var gaps: [(place: Int, gap: Double)] = []
    for figures in subject.analysis.touchpoints {
      guard let place = index[figures.id], subject.meets(subject.journey.touchpoints[place])
      else { continue }
      if let mean = figures.felt?.mean { felt.append((place, scale.normalized(mean))) }
      if let gap = figures.gap { gaps.append((place, gap.magnitude)) }
    }
    let found = [
      felt.min { ($0.v, $0.place) < ($1.v, $1.place) }?.place,
      felt.max { ($0.v, -$0.place) < ($1.v, -$1.place) }?.place,
      gaps.max { ($0.gap, -$0.place) < ($1.gap, -$1.place) }?.place,
    ]
    return found.compactMap(\.self)
  }

  /// Sure hotspots, with the ways to them as long as there is room.
  private mutating func keepHotspots(_ ways: WidestWays) {
    let sure = subject.analysis.hotspots.hotspots.filter { $0.kind == .sure }
      .compactMap { index[$0.touchpoint] }
    for place in sure { keep([place]) }
    for place in sure { keep(ways.way(to: place)) }
    // Moments of truth take no more than what is left of the half.
    for place in subject.journey.touchpoints.indices
    where subject.journey.touchpoints[place].isMomentOfTruth && count < most / 2 {
      keep(ways.way(to: place))
    }
  }

  /// The likeliest paths that there is room for.
  ///
  /// - Returns: The share of customers who take one of them.
  private mutating func keepPaths() -> Double {
    var covered = 0.0
    for path in subject.analysis.paths {
      let places = path.touchpoints.compactMap { index[$0] }
      if keep(places) { covered += path.share }
      if covered >= Self.enough - 1e-9 { break }
    }
    return covered
  }

  /// What most come to from the start, always beside something that is kept.
  private mutating func keepVisited(_ ways: WidestWays) {
    let total = ways.visits.reduce(0, +)
    var drawn = zip(ways.visits, isKept).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    for place in ways.order where !isKept[place] {
      guard count < most, drawn < Self.enough * total else { return }
      keep([place])
      drawn += ways.visits[place]
    }
  }

  /// Keeps all of some touchpoints, or none when there is no room for them.
  @discardableResult
  private mutating func keep(_ places: [Int]) -> Bool {
    var fresh: Set<Int> = []
    for place in places
    where !isKept[place] && subject.meets(subject.journey.touchpoints[place]) {
      fresh.insert(place)
      if count + fresh.count > most { return false }
    }
    for place in fresh { isKept[place] = true }
    count += fresh.count
    return true
  }
}
