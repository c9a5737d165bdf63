import JourneyAnalysis
import JourneyModel

/// `hotspots-owned`: every hotspot has an owner.
///
/// Sure and suspected hotspots, by the journey's own threshold, whatever `fails` says. Which of the
/// two is told where flow was counted: shares alone make nothing sure.
struct HotspotsOwned: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    let ranking = context.analysis.hotspots
    guard ranking.rankedBy == .heat else {
      return context.conclude([
        .open(
          Outcome.Open(
            touchpoint: nil, what: "which touchpoints are hotspots", why: .noFlow, path: .root,
            measured: Measured(Figure(.heat), limit: ranking.threshold)))
      ])
    }
    return ranking.hotspots.compactMap { hotspot in
      guard let kind = hotspot.kind, context.covers(hotspot.touchpoint),
        PersonName(hotspot.owner) == nil
      else { return nil }
      let isCounted = context.analysis.started != nil
      let heat = hotspot.heat.map { "heat \(Numerals.trimmed($0, 0)) per 1,000" }
      let traits = [heat, isCounted ? kind.rawValue : nil].compactMap(\.self)
      var breach = context.breach(
        at: [hotspot.touchpoint],
        "hotspot \(hotspot.rank)\(traits.isEmpty ? "" : " (\(traits.joined(separator: ", ")))") has "
          + "no owner",
        fix: "agree on who answers for it, and write 'owner:'",
        path: .touchpoint(hotspot.touchpoint))
      breach.finding.figure = Figure(.heat, at: hotspot.touchpoint)
      breach.finding.estimate = hotspot.heat.map {
        Estimate($0, low: isCounted ? hotspot.heatLow : 0, high: hotspot.heatHigh)
      }
      breach.finding.limit = ranking.threshold
      return breach
    }
  }
}
