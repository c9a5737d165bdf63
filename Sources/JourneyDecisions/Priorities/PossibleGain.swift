import JourneyAnalysis
import JourneyModel

/// What is gained at most if some touchpoints of a journey became neutral: nobody is distressed
/// there any more, and nobody leaves there, but goes on as the others there do.
///
/// Recomputed through the flow: who is kept counts wherever they come next, what hurts them there
/// included. An upper bound of what can be had there, for it takes for granted that whatever is done
/// succeeds wholly and that those who would have left fare like those who stay.
public struct PossibleGain: Hashable, Sendable {
  /// How many more of 1,000 who start complete; nil when it cannot be known how they would go on.
  public var kept: Double?
  /// How much distress goes, per 1,000 who start, below 0 where those who are kept are hurt more
  /// elsewhere; nil when nothing is known of what customers feel.
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

  /// Puts a price to a gain; nil when the journey has no flow.
  ///
  /// - Parameters:
  ///   - gain: The gain.
  ///   - journey: The journey.
  init?(_ gain: Gain, of journey: Journey) {
    guard gain.completedBefore != nil else { return nil }
    weight = journey.hotspots.weight
    // Where everybody leaves there is nobody whose way those who are kept could go.
    let isKnown = gain.nobodyToFollow.count < gain.touchpoints.count
    kept = isKnown ? gain.kept.map { max(0, $0) } : nil
    distress = gain.relieved
    value = kept.flatMap { kept in journey.value.map { kept * $0 } }
  }
}
