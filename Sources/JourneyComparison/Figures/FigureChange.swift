public import JourneyAnalysis
public import JourneyModel

/// A figure of two journeys, side by side.
public struct FigureChange: Hashable, Sendable {
  /// What became of a figure, in one word.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// Better for customers, beyond chance: the 90 % interval of the difference is above nothing.
    case better
    /// Worse for customers, beyond chance.
    case worse
    /// Changed beyond chance, where neither direction is better.
    case different
    /// The same number with the same interval: nothing changed, or both were counted from the same.
    case same
    /// The interval of the difference holds nothing: it may be chance.
    case tooCloseToCall = "too-close-to-call"
    /// One of the two is unknown, or not known well enough to tell a change from chance.
    case unknown
  }

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
    guard let value = difference?.value else { return .unknown }
    return Self.word(for: value, isBetterHigher: isBetterHigher)
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
    isBetterHigher = figure.measure.isBetterHigher(on: scale)
    isJudged = Self.isJudged(figure, isBetterHigher: isBetterHigher)
    isBeyondChance = false
    guard let before, let after else {
      verdict = .unknown
      return
    }
    let difference = Difference(from: before, to: after)
    self.difference = difference
    verdict =
      before == after ? .same : Self.verdict(on: difference, isBetterHigher: isBetterHigher)
  }

  private static func verdict(on difference: Difference, isBetterHigher: Bool?) -> Verdict {
    if let low = difference.low, low > 0 { return word(for: 1, isBetterHigher: isBetterHigher) }
    if let high = difference.high, high < 0 { return word(for: -1, isBetterHigher: isBetterHigher) }
    return difference.low == nil || difference.high == nil ? .unknown : .tooCloseToCall
  }

  private static func word(for value: Double, isBetterHigher: Bool?) -> Verdict {
    guard value != 0 else { return .same }
    guard let isBetterHigher else { return .different }
    return (value > 0) == isBetterHigher ? .better : .worse
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

/// Says which of many changes are beyond chance though many were looked at.
enum HolmCorrection {
  /// Marks the changes that hold when all that are judged are judged together.
  ///
  /// The chance that any one of them is marked though nothing changed is at most `level` (Holm 1979).
  static func mark(_ changes: inout [FigureChange], level: Double = 0.1) {
    let judged = changes.indices.filter {
      changes[$0].isJudged && changes[$0].verdict != .same && changes[$0].difference?.chance != nil
    }
    .sorted {
      let first = changes[$0].difference?.chance ?? 1
      let second = changes[$1].difference?.chance ?? 1
      return (first, $0) < (second, $1)
    }
    for (rank, index) in judged.enumerated() {
      guard let chance = changes[index].difference?.chance,
        chance <= level / Double(judged.count - rank)
      else { return }
      changes[index].isBeyondChance = true
    }
  }
}
