public import JourneyAnalysis
import JourneyModel

/// What to mend first over several journeys, and why.
///
/// Every touchpoint with something to gain, that is with heat above 0, or pain above 0 where a
/// journey has no flow. The order: basic needs that surely fail, then by the lower end of heat's
/// interval, then heat, then the order of journeys and documents; what has no heat, since nobody
/// knows how many come there, follows by the lower end of pain. So what is only suspected never
/// outranks by its point alone what is sure. Numbers that differ by less than 10⁻⁹ rank as equal.
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
  public init(_ journeys: [Estimates], ledger: Ledger) {
    self.journeys = journeys
    var decided: [JourneyID: [TouchpointID: [Ledger.Entry]]] = [:]
    for entry in ledger.entries {
      guard let about = entry.decision.about else { continue }
      for journey in [entry.journey] + entry.alsoIn {
        decided[journey, default: [:]][about, default: []].append(entry)
      }
    }
    let found = journeys.flatMap { journey in
      Self.items(of: journey, decided: decided[journey.journey.id] ?? [:])
    }
    let ordered = found.enumerated().sorted { lhs, rhs in
      Self.order(lhs.element, lhs.offset) < Self.order(rhs.element, rhs.offset)
    }
    items = ordered.enumerated().map { place, found in
      var item = found.element
      item.rank = place + 1
      return item
    }
  }

  private static func items(of estimates: Estimates, decided: [TouchpointID: [Ledger.Entry]])
    -> [Item]
  {
    let touchpoints = Dictionary(
      estimates.journey.touchpoints.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let figures = Dictionary(
      estimates.analysis.touchpoints.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let gains = Dictionary(
      zip(estimates.journey.touchpoints.map(\.id), estimates.gainsOneByOne()),
      uniquingKeysWith: { first, _ in first })
    return estimates.analysis.hotspots.hotspots.compactMap { hotspot in
      guard let touchpoint = touchpoints[hotspot.touchpoint],
        let figures = figures[hotspot.touchpoint]
      else { return nil }
      return Item(
        touchpoint, hotspot, figures, of: estimates,
        gain: gains[touchpoint.id].flatMap { PossibleGain($0, of: estimates.journey) },
        decisions: decided[touchpoint.id] ?? [])
    }
  }

  private struct Order: Comparable {
    var keys: [Double]

    static func < (lhs: Order, rhs: Order) -> Bool { lhs.keys.lexicographicallyPrecedes(rhs.keys) }
  }

  private static func order(_ item: Item, _ place: Int) -> Order {
    func key(_ value: Double?) -> Double { -((value ?? 0) * 1e9).rounded() }
    return Order(keys: [
      item.isBasicNeedFailed ? 0 : 1, item.heat == nil ? 1 : 0, key(item.heatLow), key(item.heat),
      key(item.painLow), key(item.pain), Double(place),
    ])
  }
}
