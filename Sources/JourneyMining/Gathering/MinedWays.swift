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
  /// - Returns: How many go each way, and how long it takes.
  static func totals(_ segment: EventCounts.Segment, _ arrangement: Arrangement)
    -> [WayKey: WayTotal]
  {
    var totals: [WayKey: WayTotal] = [:]
    for flow in segment.flows where flow.count > 0 {
      let source: Int
      switch flow.source {
      case .start: source = WayKey.start
      case .touchpoint(let index): source = arrangement.nodeOf[index]
      }
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
