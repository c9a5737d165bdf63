import JourneyAnalysis
import JourneyModel

/// What is gained at most if some touchpoints of a journey became neutral: nobody is distressed
/// there any more, and nobody leaves there, but goes on as the others there do.
///
/// An upper bound, for it takes for granted that whatever is done succeeds wholly and that those who
/// would have left fare like those who stay.
public struct Gain: Hashable, Sendable {
  /// How many more of 1,000 who start complete; nil when it cannot be known how they would go on.
  public var kept: Double?
  /// How much distress goes, per 1,000 who start; nil when nothing is known of what customers feel.
  public var distress: Double?
  /// What those kept are worth, per 1,000 who start, in the organisation's currency; nil when a
  /// customer's value is not given.
  public var value: Double?
  /// The weight of distress against loss in the journey's heat.
  public var weight: Double

  /// Customers kept plus weighted distress removed, in the unit of heat; nil when both are unknown.
  public var total: Double? {
    guard kept != nil || distress != nil else { return nil }
    return (kept ?? 0) + weight * (distress ?? 0)
  }

  /// Computes the gain; nil when the journey has no flow.
  ///
  /// - Parameters:
  ///   - touchpoints: Which touchpoints become neutral.
  ///   - estimates: The journey with its figures.
  init?(ifNeutral touchpoints: [TouchpointID], in estimates: Estimates) {
    let analysis = estimates.analysis
    guard let completed = analysis.ends?.completed, touchpoints.count == 1,
      let figures = analysis[touchpoint: touchpoints[0]]
    else { return nil }
    weight = estimates.journey.hotspots.weight
    kept = figures.completionIfNobodyLeft.map { 1000 * max(0, $0 - completed) }
    distress = figures.reach.flatMap { reach in figures.pain.map { 1000 * reach * $0 } }
    value = kept.flatMap { kept in estimates.journey.value.map { kept * $0 } }
  }
}
