public import JourneyModel

/// A figure that can be named: of the whole journey, or of one touchpoint.
public struct Figure: Hashable, Sendable {
  /// What is measured, by the names that `analyze` and `hotspots` write.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// The share of those who start that reach what they came for.
    case completed
    /// The share of those who start that drop off; at a touchpoint, that drop off there.
    case left
    /// The share of those who start that go over to another journey.
    case diverted
    /// The share of those who start that end with an unknown outcome.
    case ended
    /// Mean touchpoints visited until an end.
    case steps
    /// Mean time until an end.
    case time
    /// What is felt; of the journey, where belief is known too.
    case felt
    /// Belief above feeling.
    case gap
    /// What customers will remember.
    case peakEnd
    /// Customers lost plus distress.
    case heat
    /// Customers lost.
    case loss
    /// Distress.
    case burden
    /// The part of feeling that is bad, 0…1.
    case pain
    /// Mean visits of one customer who starts.
    case visits
    /// The share of those who start that come here.
    case reach
    /// The share of those who come here that leave here.
    case dropOff
    /// The chance to complete from here.
    case completionFromHere
    /// The chance that relief comes.
    case reliefChance
    /// Mean steps until relief.
    case reliefSteps
    /// Mean time until relief.
    case reliefTime
  }

  /// What its numbers count.
  public enum Unit: Hashable, Sendable {
    /// 0…1.
    case share
    /// The document's scale.
    case score
    /// Per 1,000 customers who start.
    case perThousand
    /// Seconds.
    case seconds
    /// A plain number.
    case count
  }

  /// What is measured.
  public var measure: Measure
  /// Where; nil for the whole journey.
  public var touchpoint: TouchpointID?

  /// Names a figure.
  public init(_ measure: Measure, at touchpoint: TouchpointID? = nil) {
    self.measure = measure
    self.touchpoint = touchpoint
  }
}

extension Figure.Measure {
  /// What its numbers count.
  public var unit: Figure.Unit {
    switch self {
    case .completed, .left, .diverted, .ended, .reach, .dropOff, .completionFromHere, .reliefChance,
      .pain:
      .share
    case .felt, .gap, .peakEnd: .score
    case .heat, .loss, .burden: .perThousand
    case .time, .reliefTime: .seconds
    case .steps, .visits, .reliefSteps: .count
    }
  }

  /// Whether a larger number is better for customers; nil where neither direction is.
  ///
  /// - Parameter scale: The scale of scores, which may be inverted.
  /// - Returns: True, false, or nil.
  public func isBetterHigher(on scale: Scale) -> Bool? {
    switch self {
    case .completed, .completionFromHere, .reliefChance: true
    case .felt, .peakEnd: !scale.isInverted
    case .left, .gap, .heat, .loss, .burden, .pain, .dropOff, .reliefSteps, .reliefTime, .time:
      false
    case .diverted, .ended, .steps, .visits, .reach: nil
    }
  }
}
