import JourneyModel

extension Estimates {
  /// What the ranking of hotspots would say of the touchpoints that it leaves out, since nobody is
  /// known to leave or to be distressed there; in the document's order, behind the last rank.
  ///
  /// Cost: linear.
  package var unranked: [Hotspot] {
    let ranked = Set(analysis.hotspots.hotspots.map(\.touchpoint))
    return zip(journey.touchpoints, analysis.touchpoints).enumerated().compactMap { index, pair in
      let (touchpoint, figures) = pair
      guard !ranked.contains(touchpoint.id) else { return nil }
      let heat = solved.heat(at: index)
      let feeling = solved.felt[index]
      return Hotspot(
        rank: ranked.count + 1, touchpoint: touchpoint.id, name: touchpoint.name,
        heat: heat?.point, heatLow: heat?.low, heatHigh: heat?.high, loss: heat?.loss,
        burden: heat?.burden, reach: figures.reach, pain: feeling?.pain,
        painLow: feeling?.painLow, felt: feeling?.figures.mean, kind: nil,
        owner: PersonName(touchpoint.owner)?.text, warnings: figures.warnings)
    }
  }
}
