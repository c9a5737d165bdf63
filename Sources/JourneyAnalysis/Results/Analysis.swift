public import JourneyModel

/// Every figure of a journey, a pure function of the journey, the day and the persona.
///
/// Shares are 0…1, times seconds, heat, loss and burden per 1,000 customers who start, scores on
/// the document's scale. Unknown is nil, never 0.
public struct Analysis: Hashable, Sendable {
  /// The journey's id.
  public var journey: JourneyID
  /// The journey's title.
  public var title: String
  /// What one unit of flow is called.
  public var customers: String
  /// The scale of every score here.
  public var scale: Scale
  /// The persona the figures are for, nil for all customers.
  public var persona: PersonaID?
  /// The day that ages are judged from.
  public var asOf: CalendarDate

  /// How many customers started; nil when flow is unknown or given in shares.
  public var started: Double?
  /// Whether the journey has flow at all.
  public var hasFlow: Bool
  /// How those who start end; nil without flow.
  public var ends: EndShares?
  /// Mean touchpoints visited until an end; nil without flow.
  public var steps: Double?
  /// Mean time until an end, in seconds; nil when any part of it is unknown or nothing was timed.
  public var time: Double?

  /// Mean felt over the touchpoints where felt and believed are both known, weighted by visits.
  public var felt: Double?
  /// Mean believed over the same touchpoints.
  public var believed: Double?
  /// `s · (believed − felt)` of the two; positive means we think better than it is.
  public var gap: Double?
  /// The share of those touchpoints, unweighted, that are believed good.
  public var believedGood: Double?
  /// The share of the same touchpoints that feel good.
  public var feltGood: Double?

  /// Peak–end over the paths, weighted by their share; nil when no path is scored throughout.
  public var peakEnd: Double?
  /// The share of customers whose paths entered ``peakEnd``.
  public var peakEndCovered: Double?
  /// The most likely paths, the likeliest first.
  public var paths: [PathFigures]
  /// The stages in their order.
  public var stages: [StageFigures]
  /// Rounds that customers are caught in.
  public var mazes: [Maze]
  /// Touchpoints that feel good to many, the brightest first.
  public var brightSpots: [BrightSpot]
  /// Every touchpoint, in the document's order.
  public var touchpoints: [TouchpointFigures]
  /// Every transition, in the document's order, inferred ones behind those of their source.
  public var transitions: [TransitionFigures]
  /// The hotspots in rank order.
  public var hotspots: HotspotRanking
  /// What the whole journey's figures have to be read with.
  public var warnings: [FigureWarning]

  /// The figures of the touchpoint with the id.
  ///
  /// Cost: linear.
  public subscript(touchpoint id: TouchpointID) -> TouchpointFigures? {
    touchpoints.first { $0.id == id }
  }
}

/// How those who start end: `completed + left + diverted + ended = 1`.
public struct EndShares: Hashable, Sendable {
  /// Reached what they came for.
  public var completed: Double
  /// Dropped off.
  public var left: Double
  /// Went over to another journey.
  public var diverted: Double
  /// Ended with an unknown outcome.
  public var ended: Double
  /// Were still in the journey when the counting stopped: a share of started, apart from the
  /// others; nil when flow is given in shares.
  public var underWay: Double?

  /// Whether nobody knows how any customer ends: logs whose good ends were not named are so.
  package var hasUnknownOutcome: Bool { ended > 1 - 1e-9 }
}

/// Something that a figure has to be read with.
public struct FigureWarning: Hashable, Sendable {
  /// The stable id, such as `few-customers`.
  public enum ID: String, Hashable, Sendable, CaseIterable {
    /// Fewer than five customers were measured.
    case fewCustomers = "few-customers"
    /// Only one method was used.
    case oneMethod = "one-method"
    /// Only one of several personas was measured.
    case onePersona = "one-persona"
    /// The newest evidence is older than a year.
    case stale
    /// A persona's share of the evidence is below half its share of customers.
    case skewedEvidence = "skewed-evidence"
    /// The score is an assumption.
    case assumed
    /// Everyone's flow stands in for the persona's own.
    case flowNotByPersona = "flow-not-by-persona"
    /// Some leaving was inferred from inflow beyond the stated outflow.
    case inferredLeft = "inferred-left"
    /// The chain and the counted distinct customers differ beyond the interval.
    case modelDiffersFromCount = "model-differs-from-count"
    /// Personas without shares were taken as equally many.
    case sharesAssumed = "shares-assumed"
    /// Not every persona is measured, so the mean is weighted by customers asked.
    case weightedByN = "weighted-by-n"
    /// Every persona is measured, so answers that name none stand outside the mean.
    case evidenceWithoutPersona = "evidence-without-persona"
    /// All who came here were still under way, so nothing is known of how they end.
    case outcomeUnknown = "outcome-unknown"
  }

  /// Which warning it is.
  public var id: ID
  /// One sentence for people.
  public var text: String

  /// Creates a warning.
  public init(_ id: ID, _ text: String) {
    self.id = id
    self.text = text
  }
}
