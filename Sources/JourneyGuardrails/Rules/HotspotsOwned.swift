import JourneyAnalysis
import JourneyModel

/// `hotspots-owned`: every hotspot has an owner.
///
/// By the journey's own threshold: under `surely-bad` the hotspots that surely are beyond it, under
/// `not-surely-good` the suspected ones too. Shares of flow alone make nothing sure, which is told.
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
    return context.conclude(
      ranking.hotspots.compactMap { hotspot in
        guard let kind = hotspot.kind, context.covers(hotspot.touchpoint),
          PersonName(hotspot.owner) == nil
        else { return nil }
        return outcome(hotspot, kind, in: context)
      })
  }

  private func outcome(
    _ hotspot: Hotspot, _ kind: Hotspot.Kind, in context: RuleContext
  ) -> Outcome {
    let figure = Figure(.heat, at: hotspot.touchpoint)
    let threshold = context.analysis.hotspots.threshold
    let isCounted = context.analysis.started != nil
    if context.fails == .surelyBad, kind != .sure || !isCounted {
      // A suspected one with an interval may be below the threshold; without one nobody can tell.
      guard hotspot.heatHigh == nil || !isCounted else { return .fine }
      return .open(
        Outcome.Open(
          touchpoint: hotspot.touchpoint, what: "whether it is a hotspot",
          why: context.whyUnsure(figure), path: .touchpoint(hotspot.touchpoint),
          measured: Measured(figure, limit: threshold)))
    }
    let heat = hotspot.heat.map { "heat \(Numerals.trimmed($0, 0)) per 1,000" }
    let traits = [heat, isCounted ? kind.rawValue : nil].compactMap(\.self)
    var breach = context.breach(
      at: [hotspot.touchpoint],
      "hotspot \(hotspot.rank)\(traits.isEmpty ? "" : " (\(traits.joined(separator: ", ")))") has "
        + "no owner",
      fix: "agree on who answers for it, and write 'owner:'",
      path: .touchpoint(hotspot.touchpoint))
    breach.finding.figure = figure
    breach.finding.estimate = hotspot.heat.map {
      Estimate($0, low: isCounted ? hotspot.heatLow : 0, high: hotspot.heatHigh)
    }
    breach.finding.limit = threshold
    return .broken(breach)
  }
}
