import JourneyAnalysis
import JourneyModel

/// `hotspots-owned`: every hotspot has an owner.
///
/// Sure and suspected hotspots, by the journey's own threshold, whatever `fails` says.
struct HotspotsOwned: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    let ranking = context.analysis.hotspots
    guard ranking.rankedBy == .heat else {
      return context.conclude([
        .open(
          Outcome.Open(
            touchpoint: nil, what: "which touchpoints are hotspots", why: .noFlow, path: .root))
      ])
    }
    return ranking.hotspots.compactMap { hotspot in
      guard let kind = hotspot.kind, context.covers(hotspot.touchpoint),
        PersonName(hotspot.owner) == nil
      else { return nil }
      let heat = hotspot.heat.map { "heat \(Numerals.trimmed($0, 0)), " } ?? ""
      var breach = context.breach(
        at: [hotspot.touchpoint],
        "hotspot \(hotspot.rank) (\(heat)\(kind.rawValue)) has no owner",
        fix: "agree on who answers for it, and write 'owner:'",
        path: .touchpoint(hotspot.touchpoint))
      breach.finding.figure = Figure(.heat, at: hotspot.touchpoint)
      breach.finding.estimate = hotspot.heat.map {
        Estimate($0, low: hotspot.heatLow, high: hotspot.heatHigh)
      }
      breach.finding.limit = ranking.threshold
      return breach
    }
  }
}
