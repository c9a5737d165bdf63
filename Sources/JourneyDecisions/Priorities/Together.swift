import JourneyAnalysis
public import JourneyModel

/// What is gained at most by mending several touchpoints of a journey, recomputed through its flow.
public struct TogetherGain: Hashable, Sendable {
  /// The journey.
  public var journey: JourneyID
  /// The touchpoints, in the order of what to mend.
  public var touchpoints: [TouchpointID]
  /// Their names.
  public var names: [String]
  /// What is gained per 1,000 who start that journey.
  public var gain: PossibleGain
}

extension Priorities {
  /// What is gained by mending the first touchpoints together, for each journey they belong to.
  ///
  /// Not the sum of what each brings alone: who is kept at one may leave or suffer at the next.
  ///
  /// - Parameter count: How many touchpoints; none below 1.
  /// - Returns: The gains, in the order in which the journeys come first; none of a journey without
  ///   flow.
  public func together(first count: Int) -> [TogetherGain] {
    var order: [JourneyID] = []
    var chosen: [JourneyID: [Item]] = [:]
    for item in items.prefix(max(0, count)) {
      if chosen[item.journey] == nil { order.append(item.journey) }
      chosen[item.journey, default: []].append(item)
    }
    return order.compactMap { id in
      guard let items = chosen[id],
        let estimates = journeys.first(where: { $0.journey.id == id }),
        let gain = PossibleGain(
          estimates.gain(ifNeutral: Set(items.map(\.touchpoint))), of: estimates.journey)
      else { return nil }
      return TogetherGain(
        journey: id, touchpoints: items.map(\.touchpoint), names: items.map(\.name), gain: gain)
    }
  }
}
