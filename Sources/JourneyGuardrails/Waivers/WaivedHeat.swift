public import JourneyAnalysis
public import JourneyModel

/// What customers bear for what was traded: the heat of waived touchpoints, trade by trade.
public struct WaivedHeat: Hashable, Sendable {
  /// One thing that customers' experience was traded for.
  public struct Trade: Hashable, Sendable {
    /// What it was traded for.
    public var tradedFor: Waiver.TradedFor
    /// The heat of the touchpoints that are waived for it, per 1,000 who start; nil when that of none
    /// is known.
    public var heat: Double?
    /// How many touchpoints are waived for it, each counted once.
    public var touchpoints: Int
    /// Of how many of them the heat is unknown; they are not in ``heat``.
    public var unknown: Int
  }

  /// The trades, in the order of `Waiver.TradedFor`, those that were made.
  public var trades: [Trade]

  /// Sums the heat of what is waived.
  ///
  /// A touchpoint that several rules are waived for counts once for each trade. Heat is per 1,000 who
  /// start their own journey, so a sum over journeys weighs journeys alike, however many start them.
  /// Cost: linear.
  ///
  /// - Parameters:
  ///   - findings: The findings of a check; those that are waived count.
  ///   - journeys: The figures of the journeys.
  public init(_ findings: [Finding], in journeys: some Sequence<Estimates>) {
    var heats: [Place: Double] = [:]
    for journey in journeys {
      for figures in journey.analysis.touchpoints {
        heats[Place(journey: journey.journey.id, touchpoint: figures.id)] =
          journey.analysis.hasFlow ? 0 : nil
      }
      for hotspot in journey.analysis.hotspots.hotspots {
        heats[Place(journey: journey.journey.id, touchpoint: hotspot.touchpoint)] = hotspot.heat
      }
    }
    var places: [Waiver.TradedFor: Set<Place>] = [:]
    for finding in findings where finding.level == .waived {
      guard let trade = finding.waiver?.tradedFor else { continue }
      for touchpoint in [finding.touchpoint].compactMap(\.self) + finding.alsoAbout {
        places[trade, default: []].insert(
          Place(journey: finding.journey, touchpoint: touchpoint))
      }
    }
    trades = Waiver.TradedFor.allCases.compactMap { trade in
      guard let waived = places[trade] else { return nil }
      // Sorted, so that the sum is the same from run to run.
      let known = waived.compactMap { heats[$0] }.sorted()
      return Trade(
        tradedFor: trade, heat: known.isEmpty ? nil : known.reduce(0, +),
        touchpoints: waived.count, unknown: waived.count - known.count)
    }
  }

  private struct Place: Hashable {
    var journey: JourneyID
    var touchpoint: TouchpointID
  }
}
