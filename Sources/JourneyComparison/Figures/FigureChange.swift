public import JourneyAnalysis
public import JourneyModel

/// A figure of two journeys, side by side.
public struct FigureChange: Hashable, Sendable {
  /// Which figure, by the touchpoint's id in the second journey.
  public var figure: Figure
  /// The touchpoint's id in the first journey; nil for figures of the whole journey.
  public var touchpointBefore: TouchpointID?
  /// The touchpoint's name in the second journey; nil for figures of the whole journey.
  public var name: String?
  /// In the first journey, scores on the second's scale; nil when unknown.
  public var before: Estimate?
  /// In the second journey; nil when unknown.
  public var after: Estimate?
  /// The second less the first; nil when either is unknown.
  public var difference: Difference?
  /// What became of it, judged by itself.
  public var verdict: Verdict
  /// Whether a larger number is better for customers; nil where neither direction is.
  public var isBetterHigher: Bool?
  /// Whether it is one of those that are judged together, see ``Comparison/beyondChance``.
  public var isJudged: Bool
  /// Whether it changed beyond chance even as one of all those that are judged together.
  public var isBeyondChance: Bool

  /// Where the numbers point, whether or not chance alone could have done it: better, worse,
  /// different or same; unknown without both numbers.
  public var tendency: Verdict {
    guard let difference, difference.value != 0 else {
      return difference == nil ? .unknown : .same
    }
    guard let isBetterHigher else { return .different }
    return (difference.value > 0) == isBetterHigher ? .better : .worse
  }

  /// Whether it is judged, and can be: both numbers are known, with how sure they are, and are not
  /// one and the same measurement.
  public var isTested: Bool {
    isJudged && verdict != .same && difference?.chance != nil
  }

  init(
    _ figure: Figure, touchpointBefore: TouchpointID?, name: String?, before: Estimate?,
    after: Estimate?, scale: Scale
  ) {
    self.figure = figure
    self.touchpointBefore = touchpointBefore
    self.name = name
    self.before = before
    self.after = after
    // Who believes worse than is felt on both sides is wrong either way: neither is better.
    let isModest = figure.measure == .gap && max(before?.value ?? 1, after?.value ?? 1) <= 0
    isBetterHigher = isModest ? nil : figure.measure.isBetterHigher(on: scale)
    isJudged = Self.isJudged(figure, isBetterHigher: isBetterHigher)
    isBeyondChance = false
    guard let before, let after else {
      verdict = .unknown
      return
    }
    let difference = Difference(from: before, to: after)
    self.difference = difference
    verdict = difference.verdict(isBetterHigher: isBetterHigher)
    // Documents give times as means without an error: their interval is that of how customers go,
    // and says nothing about how long they took.
    if figure.measure.unit == .seconds { withdrawCertainty() }
  }

  /// Whether it is about how relief comes.
  var isOfRelief: Bool {
    switch figure.measure {
    case .reliefChance, .reliefSteps, .reliefTime: true
    default: false
    }
  }

  /// Takes back how sure the difference is: where both numbers may not be of the same thing, or
  /// nobody knows the error of all that they are made of.
  mutating func withdrawCertainty() {
    guard difference?.isSame == false else { return }
    difference?.low = nil
    difference?.high = nil
    difference?.deviation = nil
    difference?.chance = nil
    verdict = .unknown
  }

  /// Takes back the difference, where the two numbers are not of the same thing.
  mutating func withdrawDifference() {
    difference = nil
    verdict = .unknown
  }

  /// Those that say something of their own; loss, burden and pain are parts of heat, what leaves of
  /// all who start is drop-off again, and what happens further on is told where it happens.
  private static func isJudged(_ figure: Figure, isBetterHigher: Bool?) -> Bool {
    guard isBetterHigher != nil else { return false }
    guard figure.touchpoint != nil else { return true }
    switch figure.measure {
    case .felt, .gap, .heat, .dropOff, .reliefSteps, .reliefTime: return true
    default: return false
    }
  }
}

extension FigureChange {
  /// The measures of the whole journey, in the order in which they are told.
  static let journeyMeasures: [Figure.Measure] = [
    .completed, .left, .diverted, .ended, .time, .steps, .felt, .gap, .peakEnd,
  ]
  /// The measures of a touchpoint, in the order in which they are told.
  static let touchpointMeasures: [Figure.Measure] = [
    .felt, .heat, .dropOff, .gap, .reliefTime, .reliefSteps, .reliefChance, .reach, .visits, .left,
    .loss, .burden, .pain, .completionFromHere,
  ]
}

extension Holm {
  /// Marks the changes that are beyond chance when all that are judged are judged together.
  ///
  /// What did not change is no test of anything and does not count.
  static func mark(_ changes: inout [FigureChange]) {
    let judged = changes.indices.filter { changes[$0].isTested }
    let marks = Holm(judged.map { changes[$0].difference?.chance }).areBeyondChance()
    for (index, isBeyondChance) in zip(judged, marks) {
      changes[index].isBeyondChance = isBeyondChance
    }
  }
}
