import EventCounting

/// The ways of some customers between the touchpoints of the document.
///
/// None is left out, however rare: where touchpoints are gathered their ways fall together, and as many
/// go on from each as come to it. Rare ways that were led through what is gathered would be steps that
/// nobody took, and who hardly anybody came to would be where everybody comes. Cost: linear.
enum MinedWays {
  /// Adds up the ways of a segment.
  ///
  /// - Parameters:
  ///   - segment: The customers.
  ///   - arrangement: Where touchpoints stand.
  ///   - diversions: Their ways over to other journeys.
  /// - Returns: How many go each way, and how long it takes.
  static func totals(
    _ segment: EventCounts.Segment, _ arrangement: Arrangement,
    _ diversions: [NamedEnds.Diversion] = []
  ) -> [WayKey: WayTotal] {
    func place(_ source: EventCounts.Source) -> Int {
      switch source {
      case .start: WayKey.start
      case .touchpoint(let index): arrangement.nodeOf[index]
      }
    }
    var totals: [WayKey: WayTotal] = [:]
    for diversion in diversions where diversion.flow.count > 0 {
      let target = WayKey.diverted(diversion.end)
      totals[
        WayKey(source: place(diversion.source), target: target), default: WayTotal()
      ].add(diversion.flow)
    }
    for flow in segment.flows where flow.count > 0 {
      let source = place(flow.source)
      let target: Int
      switch flow.target {
      case .touchpoint(let index): target = arrangement.nodeOf[index]
      case .end(let end): target = WayKey.end(end)
      }
      totals[WayKey(source: source, target: target), default: WayTotal()].add(flow)
    }
    return totals
  }
}
