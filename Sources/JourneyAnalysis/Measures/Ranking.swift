import JourneyModel

/// What is known of one touchpoint when it is ranked.
struct RankedTouchpoint {
  /// The touchpoint.
  var touchpoint: Touchpoint
  /// Its heat; nil without flow.
  var heat: Heat?
  /// The share of those who start that come here; nil without flow.
  var reach: Double?
  /// What is felt; nil when unknown.
  var feeling: TouchpointFeeling?
  /// What its figures have to be read with.
  var warnings: [FigureWarning]
}

extension HotspotRanking {
  /// Ranks touchpoints by where it hurts and where people leave.
  ///
  /// With flow: every touchpoint with heat above 0, by heatLow, then heat, then the document's
  /// order; it is a hotspot when heat reaches the threshold, sure when heatLow does. Without flow:
  /// every touchpoint with pain above 0, by the lower bound of pain, then pain, and none is called a
  /// hotspot. Numbers that differ by less than 10⁻⁹ rank as equal. Cost: n log n.
  ///
  /// - Parameters:
  ///   - touchpoints: What is known, in the document's order.
  ///   - hasFlow: Whether the journey has flow.
  ///   - threshold: The least heat of a hotspot.
  init(_ touchpoints: [RankedTouchpoint], hasFlow: Bool, threshold: Double) {
    rankedBy = hasFlow ? .heat : .pain
    self.threshold = threshold
    let measures = touchpoints.map { ranked in
      hasFlow
        ? (low: ranked.heat?.low ?? 0, point: ranked.heat?.point ?? 0)
        : (low: ranked.feeling?.painLow ?? 0, point: ranked.feeling?.pain ?? 0)
    }
    let order = touchpoints.indices.filter { measures[$0].point > 0 }.sorted { lhs, rhs in
      let a = (Self.key(measures[lhs].low), Self.key(measures[lhs].point), -lhs)
      return a > (Self.key(measures[rhs].low), Self.key(measures[rhs].point), -rhs)
    }
    hotspots = order.enumerated().map { position, index in
      Hotspot(touchpoints[index], rank: position + 1, threshold: hasFlow ? threshold : nil)
    }
  }

  /// The number in steps of 10⁻⁹, so that rounding does not decide about ranks.
  private static func key(_ value: Double) -> Double { (value * 1e9).rounded() }
}

extension Hotspot {
  fileprivate init(_ ranked: RankedTouchpoint, rank: Int, threshold: Double?) {
    let heat = ranked.heat
    var kind: Kind?
    if let heat, let threshold, heat.point >= threshold {
      kind = heat.low >= threshold ? .sure : .suspected
    }
    self.init(
      rank: rank, touchpoint: ranked.touchpoint.id, name: ranked.touchpoint.name,
      heat: heat?.point, heatLow: heat?.low, heatHigh: heat?.high, loss: heat?.loss,
      burden: heat?.burden, reach: ranked.reach, pain: ranked.feeling?.pain,
      painLow: ranked.feeling?.painLow, felt: ranked.feeling?.figures.mean, kind: kind,
      owner: PersonName(ranked.touchpoint.owner)?.text, warnings: ranked.warnings)
  }
}
