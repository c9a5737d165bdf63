import JourneyAnalysis
public import JourneyModel

/// Traffic from one journey into another: everybody who ends with `diverted/ID`.
public struct JourneyLink: Hashable, Sendable {
  /// The journey that customers leave.
  public var source: JourneyID
  /// The journey that they go over to; they begin at its start.
  public var target: JourneyID
  /// The share of those who start the source that go over, 0…1.
  public var share: Double
  /// How many went over, where every way over is counted; nil where one is given as a share.
  public var customers: Double?
  /// The part of those who started the target that came from the source, 0…1; nil unless both
  /// journeys are counted, over the same days where both say which, and the part is not above 1.
  public var shareOfArrivals: Double?
}

/// Customers who go over to a journey that nobody put into the portfolio.
public struct LooseEnd: Hashable, Sendable {
  /// The journey that customers leave.
  public var source: JourneyID
  /// The journey they are said to go over to; nil when the document does not say.
  public var target: JourneyID?
  /// The share of those who start the source, 0…1.
  public var share: Double
  /// How many, where every way is counted.
  public var customers: Double?
}

extension Portfolio {
  /// The traffic between the members: by source in their order, then as the source's flow names
  /// the targets; one link for each pair, however many touchpoints lead over.
  ///
  /// `share = Σ visits(i) · p(i → diverted/ID)`. A journey may lead into itself. Cost: linear in the
  /// transitions.
  public var links: [JourneyLink] {
    members.flatMap { member in
      diversions(from: member).compactMap { diversion -> JourneyLink? in
        guard let id = diversion.target, let target = self[journey: id] else { return nil }
        return JourneyLink(
          source: member.journey.id, target: id, share: diversion.share,
          customers: diversion.customers,
          shareOfArrivals: Self.shareOfArrivals(diversion.customers, from: member, to: target))
      }
    }
  }

  /// The traffic out of the portfolio.
  ///
  /// To no journey in particular, or to one that is not among the members. Cost: linear in the
  /// transitions.
  public var looseEnds: [LooseEnd] {
    members.flatMap { member in
      diversions(from: member)
        .filter { diversion in diversion.target.map { position(of: $0) == nil } ?? true }
        .map {
          LooseEnd(
            source: member.journey.id, target: $0.target, share: $0.share, customers: $0.customers)
        }
    }
  }

  /// One way over to another journey, all transitions of a journey that lead there together.
  struct Diversion {
    var target: JourneyID?
    var share: Double
    var customers: Double?
  }

  /// The ways over, in the order in which the flow first names them.
  func diversions(from member: Estimates) -> [Diversion] {
    var found: [Diversion] = []
    var places: [JourneyID?: Int] = [:]
    for transition in member.analysis.transitions {
      guard case .end(.diverted(let target)) = transition.target, transition.traffic > 0 else {
        continue
      }
      if let place = places[target] {
        found[place].share += transition.traffic
        found[place].customers = found[place].customers.flatMap { before in
          transition.count.map { before + $0 }
        }
      } else {
        places[target] = found.count
        found.append(
          Diversion(target: target, share: transition.traffic, customers: transition.count))
      }
    }
    for index in found.indices { found[index].share = min(1, found[index].share) }
    return found
  }

  private static func shareOfArrivals(
    _ customers: Double?, from source: Estimates, to target: Estimates
  ) -> Double? {
    guard let customers, let started = target.analysis.started, started > 0,
      customers <= started
    else { return nil }
    if let here = source.journey.period, let there = target.journey.period, here != there {
      return nil
    }
    return customers / started
  }
}
