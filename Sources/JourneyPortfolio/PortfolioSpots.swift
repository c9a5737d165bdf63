public import JourneyAnalysis
public import JourneyModel

/// A hotspot with the journey it is in.
public struct PortfolioHotspot: Hashable, Sendable {
  /// The journey.
  public var journey: JourneyID
  /// Its title.
  public var title: String
  /// The hotspot, with its rank in its journey.
  public var hotspot: Hotspot
}

/// A bright spot with the journey it is in.
public struct PortfolioBrightSpot: Hashable, Sendable {
  /// The journey.
  public var journey: JourneyID
  /// Its title.
  public var title: String
  /// The bright spot.
  public var spot: BrightSpot
  /// What is felt there in units of v, by which journeys with different scales compare.
  public var v: Double
}

extension Portfolio {
  /// The hotspots of all journeys, sure and suspected.
  ///
  /// By the lower end of heat, then heat, then in the order of the members. Heat is per 1,000 who
  /// start **their own** journey. Journeys without flow have none.
  public var hotspots: [PortfolioHotspot] {
    let all = members.flatMap { member in
      member.analysis.hotspots.hotspots.filter { $0.kind != nil && $0.heat != nil }.map {
        PortfolioHotspot(journey: member.journey.id, title: member.journey.title, hotspot: $0)
      }
    }
    return all.enumerated().sorted {
      let (a, b) = ($0.element.hotspot, $1.element.hotspot)
      let (aLow, bLow) = (a.heatLow ?? 0, b.heatLow ?? 0)
      if aLow != bLow { return aLow > bLow }
      let (aHeat, bHeat) = (a.heat ?? 0, b.heat ?? 0)
      return aHeat != bHeat ? aHeat > bHeat : $0.offset < $1.offset
    }.map(\.element)
  }

  /// The positions of the members, the hottest journey first.
  ///
  /// A journey is as hot as its hottest touchpoint: they stand in the order in which each first has
  /// one among ``hotspots``, those without any behind them in the order of the members. Pictures and
  /// tables that say *the hottest first* all go by this.
  public var hottestFirst: [Int] {
    var order: [Int] = []
    var isPlaced = [Bool](repeating: false, count: members.count)
    let hot = hotspots.compactMap { position(of: $0.journey) }
    for index in hot + members.indices where !isPlaced[index] {
      isPlaced[index] = true
      order.append(index)
    }
    return order
  }

  /// The bright spots to keep, of all journeys.
  ///
  /// The brightest first, then those of journeys without flow, whose reach nobody knows, by what is
  /// felt. Scores that nobody asked for are left out.
  public var brightSpots: [PortfolioBrightSpot] {
    let all = members.flatMap { member -> [PortfolioBrightSpot] in
      let measured = Set(
        member.analysis.touchpoints.filter { $0.felt?.isAssumed == false }.map(\.id))
      return member.analysis.brightSpots.filter { measured.contains($0.touchpoint) }.map { spot in
        PortfolioBrightSpot(
          journey: member.journey.id, title: member.journey.title, spot: spot,
          v: member.analysis.scale.normalized(spot.felt))
      }
    }
    return all.enumerated().sorted {
      let (a, b) = ($0.element, $1.element)
      switch (a.spot.brightness, b.spot.brightness) {
      case (let one?, let other?) where one != other: return one > other
      case (.some, nil): return true
      case (nil, .some): return false
      default: return a.v != b.v ? a.v > b.v : $0.offset < $1.offset
      }
    }.map(\.element)
  }
}
