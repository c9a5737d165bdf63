public import JourneyModel

/// One way through the journey.
public struct PathFigures: Hashable, Sendable {
  /// The touchpoints visited, in order; a loop visits one several times.
  public var touchpoints: [TouchpointID]
  /// How it ends.
  public var end: Transition.End
  /// The share of those who start that go exactly this way.
  public var share: Double
  /// (peak + end) / 2 on the document's scale; nil when a touchpoint on it has no score.
  public var peakEnd: Double?
}

/// The figures of one stage.
public struct StageFigures: Hashable, Sendable {
  /// The stage.
  public var stage: StageID
  /// The share of those who start that reach this stage or a later one; nil without flow.
  public var stillHere: Double?
}

/// A set of bad touchpoints that customers go round in.
public struct Maze: Hashable, Sendable {
  /// The touchpoints, in the document's order.
  public var touchpoints: [TouchpointID]
  /// The chance to come back, without leaving the set, to the one to which most customers come back.
  public var chance: Double
  /// Expected rounds of a customer who is caught: who comes back, at the touchpoint to which most do.
  public var rounds: Double
  /// Customers who go round at least once, per 1,000 who start.
  ///
  /// Counted at the touchpoint to which most come back, so a lower bound.
  public var customers: Double
}

/// A touchpoint that feels good to many: the mirror of a hotspot's burden.
public struct BrightSpot: Hashable, Sendable {
  /// The touchpoint.
  public var touchpoint: TouchpointID
  /// The name people see.
  public var name: String
  /// `1,000 · reach · Σ share · max(0, v shrunk)`; nil without flow.
  public var brightness: Double?
  /// The pooled mean felt, on the document's scale.
  public var felt: Double
}
