public import JourneyAnalysis
import JourneyModel

/// What to mend first over several journeys, and why.
///
/// Every touchpoint with something to gain, that is with heat above 0, or pain above 0 where a
/// journey has no flow; by opportunity also every other touchpoint that has a score, for what matters
/// much and is served no better than neutral is one though nobody complains. The order: basic needs that surely fail, then by the lower end of heat's
/// interval, then heat, then the order of journeys and documents; what has no heat, since nobody
/// knows how many come there, follows by the lower end of pain. So what is only suspected never
/// outranks by its point alone what is sure. Numbers that differ by less than 10⁻⁹ rank as equal.
///
/// Other orders (``Order``) come after how sure it is: failed basic needs, sure hotspots, suspected
/// ones, the rest; then by the measure, what has none last, then as above.
///
/// Heat is per 1,000 who start the journey: journeys that many more customers start are not weighed
/// more heavily. Cost: that of the gains, one solution of the flow for each touchpoint.
public struct Priorities: Sendable {
  /// The touchpoints, the first to mend first.
  public var items: [Item]

  let journeys: [Estimates]

  /// Ranks the touchpoints of journeys.
  ///
  /// - Parameters:
  ///   - journeys: The journeys with their figures.
  ///   - ledger: The decisions of the same journeys.
  ///   - order: What the order goes by.
  public init(_ journeys: [Estimates], ledger: Ledger, by order: Order = .heat) {
    self.journeys = journeys
    var decided: [JourneyID: [TouchpointID: [Ledger.Entry]]] = [:]
    for entry in ledger.entries {
      guard let about = entry.decision.about else { continue }
      for journey in [entry.journey] + entry.alsoIn {
        decided[journey, default: [:]][about, default: []].append(entry)
      }
    }
    let found = journeys.flatMap { journey in
      Self.items(of: journey, decided: decided[journey.journey.id] ?? [:], by: order)
    }
    let ordered = found.enumerated()
      .map { (keys: Self.keys($0.element, $0.offset, by: order), element: $0.element) }
      .sorted { $0.keys.lexicographicallyPrecedes($1.keys) }
    items = ordered.enumerated().map { place, found in
      var item = found.element
      item.rank = place + 1
      return item
    }
  }

  private static func items(
    of estimates: Estimates, decided: [TouchpointID: [Ledger.Entry]], by order: Order
  ) -> [Item] {
    let touchpoints = Dictionary(
      estimates.journey.touchpoints.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let figures = Dictionary(
      estimates.analysis.touchpoints.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let gains = Dictionary(
      zip(estimates.journey.touchpoints.map(\.id), estimates.gainsOneByOne()),
      uniquingKeysWith: { first, _ in first })
    func item(_ hotspot: Hotspot) -> Item? {
      guard let touchpoint = touchpoints[hotspot.touchpoint],
        let figures = figures[hotspot.touchpoint]
      else { return nil }
      return Item(
        touchpoint, hotspot, figures, of: estimates,
        gain: gains[touchpoint.id].flatMap { PossibleGain($0, of: estimates.journey) },
        decisions: decided[touchpoint.id] ?? [])
    }
    let items = estimates.analysis.hotspots.hotspots.compactMap(item)
    guard order == .opportunity else { return items }
    return items + estimates.unranked.compactMap(item).filter { $0.opportunity != nil }
  }

  private static func keys(_ item: Item, _ place: Int, by order: Order) -> [Double] {
    func key(_ value: Double?) -> Double { -((value ?? 0) * 1e9).rounded() }
    let heat = [
      item.isBasicNeedFailed ? 0 : 1, item.heat == nil ? 1 : 0, key(item.heatLow), key(item.heat),
      key(item.painLow), key(item.pain), Double(place),
    ]
    guard order != .heat else { return heat }
    let sureness: Double =
      switch item.kind {
      case .sure: 0
      case .suspected: 1
      case nil: 2
      }
    let measure = item.measure(order)
    return [heat[0], sureness, measure == nil ? 1 : 0, key(measure)] + heat.dropFirst()
  }
}

extension Priorities {
  /// What the order of what to mend goes by.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// The lower end of heat's interval.
    case heat
    /// Customers kept and distress removed, at most.
    case gain
    /// The same for each unit of effort.
    case perEffort = "per-effort"
    /// The opportunity score.
    case opportunity
    /// What those who are kept are worth.
    case worth
  }
}

extension Priorities.Item {
  /// The number that an order goes by; nil when it is unknown.
  fileprivate func measure(_ order: Priorities.Order) -> Double? {
    switch order {
    case .heat: heatLow
    case .gain: gain?.total
    case .perEffort: gainPerEffort
    case .opportunity: opportunity
    case .worth: gain?.value
    }
  }
}
