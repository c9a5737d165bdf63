public import JourneyModel

/// Where it hurts and where people leave, in rank order.
public struct HotspotRanking: Hashable, Sendable {
  /// What the order goes by.
  public enum Measure: String, Hashable, Sendable {
    /// The lower bound of heat, then heat, then the document's order.
    case heat
    /// The lower bound of pain, then pain: there is no flow to know how many are hurt.
    case pain
  }

  /// What the order goes by.
  public var rankedBy: Measure
  /// The least heat of a hotspot, per 1,000 who start.
  public var threshold: Double
  /// Every touchpoint with heat above 0 (pain above 0 without flow), the worst first.
  public var hotspots: [Hotspot]
}

/// One touchpoint in the ranking.
public struct Hotspot: Hashable, Sendable {
  /// How certain it is that heat reaches the threshold.
  public enum Kind: String, Hashable, Sendable {
    /// Even the lower bound does.
    case sure
    /// The point does, the lower bound does not.
    case suspected
  }

  /// The rank, from 1.
  public var rank: Int
  /// The touchpoint.
  public var touchpoint: TouchpointID
  /// The name people see.
  public var name: String
  /// `loss + w · burden`; nil without flow.
  public var heat: Double?
  /// The lower end of heat's 90 % interval; nil without flow.
  public var heatLow: Double?
  /// The upper end of heat's 90 % interval; nil when it cannot be bounded.
  public var heatHigh: Double?
  /// Customers lost here; nil without flow.
  public var loss: Double?
  /// Distress: `1,000 · reach · pain`; nil without flow or when feeling is unknown.
  public var burden: Double?
  /// The share of those who start that come here; nil without flow.
  public var reach: Double?
  /// `Σ share · max(0, −v shrunk)`; nil when feeling is unknown.
  public var pain: Double?
  /// The lower end of pain's 90 % interval; 0 for an assumption.
  public var painLow: Double?
  /// The pooled mean felt, on the document's scale.
  public var felt: Double?
  /// Sure, suspected, or nil when it is no hotspot.
  public var kind: Kind?
  /// Who answers for the touchpoint.
  public var owner: String?
  /// What these figures have to be read with.
  public var warnings: [FigureWarning]
}
