import JourneyAnalysis
import JourneyModel

/// From which touchpoint one comes to which in two journeys, without the ways that only one of them
/// has and that may be missing in the other by chance.
///
/// A way that one in a thousand took and nobody takes now says nothing about how the journey is made.
/// A way of one journey counts when more than 1 % take it from where it begins and, where customers
/// were counted, chance would hardly leave it out of the other: were it equally likely in both, all of
/// its k customers fall on one side with the chance `(n / (n + n′))ᵏ`, n and n′ being those who go on
/// from there in each; that has to be below 0.1 %.
struct SharedWays {
  /// The ways of the first journey, by its ids.
  private(set) var before: [TouchpointID: [TouchpointID]] = [:]
  /// The ways of the second journey, by its ids.
  private(set) var after: [TouchpointID: [TouchpointID]] = [:]

  /// The share up to which a way is rare.
  private static let rare = 0.01
  /// The chance up to which a way is missing by more than chance.
  private static let level = 0.001

  /// Looks at the flow of both, or without flow at their order.
  ///
  /// Cost: linear in touchpoints and transitions.
  init(_ before: ComparedJourney, _ after: ComparedJourney, _ pairs: [TouchpointPair]) {
    guard before.analysis.hasFlow, after.analysis.hasFlow else {
      self.before = Self.order(before)
      self.after = Self.order(after)
      return
    }
    let old = Taken(before.analysis)
    let new = Taken(after.analysis)
    let names = pairs.map { ($0.before.id, $0.after.id) }
    let forth = Dictionary(names, uniquingKeysWith: { first, _ in first })
    let back = Dictionary(names.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.before = Self.lasting(old, besides: new) { forth[$0] }
    self.after = Self.lasting(new, besides: old) { back[$0] }
  }

  private static func order(_ side: ComparedJourney) -> [TouchpointID: [TouchpointID]] {
    var next: [TouchpointID: [TouchpointID]] = [:]
    for (touchpoint, following) in zip(side.touchpoints, side.touchpoints.dropFirst()) {
      next[touchpoint.id] = [following.id]
    }
    return next
  }

  /// The ways that somebody takes.
  private struct Taken {
    var ways: [(way: Way, share: Double, count: Double?)] = []
    var known: Set<Way> = []
    /// Those who go on from a touchpoint; none where they were not counted.
    var counts: [TouchpointID: Double] = [:]

    init(_ analysis: Analysis) {
      var uncounted: Set<TouchpointID> = []
      for transition in analysis.transitions
      where transition.probability > 0 && transition.target != .end(.underWay) {
        guard case .touchpoint(let source) = transition.source else { continue }
        if let count = transition.count {
          counts[source, default: 0] += count
        } else {
          uncounted.insert(source)
        }
        guard case .touchpoint(let target) = transition.target else { continue }
        let way = Way(source: source, target: target)
        ways.append((way, transition.probability, transition.count))
        known.insert(way)
      }
      for source in uncounted { counts[source] = nil }
    }
  }

  private struct Way: Hashable {
    var source: TouchpointID
    var target: TouchpointID
  }

  private static func lasting(
    _ own: Taken, besides other: Taken, named: (TouchpointID) -> TouchpointID?
  ) -> [TouchpointID: [TouchpointID]] {
    var next: [TouchpointID: [TouchpointID]] = [:]
    for (way, share, count) in own.ways {
      let source = named(way.source)
      let isShared =
        source.flatMap { source in
          named(way.target).map { other.known.contains(Way(source: source, target: $0)) }
        } ?? false
      guard isShared || share > rare else { continue }
      if !isShared, let count, let here = own.counts[way.source], let source,
        let there = other.counts[source], power(here / (here + there), count) >= level
      {
        continue
      }
      next[way.source, default: []].append(way.target)
    }
    return next
  }

  /// A share to the power of a count.
  private static func power(_ share: Double, _ count: Double) -> Double {
    var rest = Int(min(max(0, count.rounded()), 1e9))
    var square = share
    var product = 1.0
    while rest > 0 {
      if rest % 2 == 1 { product *= square }
      square *= square
      rest /= 2
    }
    return product
  }
}
