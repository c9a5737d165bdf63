public import JourneyModel

/// The figures of one touchpoint.
public struct TouchpointFigures: Hashable, Sendable {
  /// The touchpoint's id.
  public var id: TouchpointID
  /// The name people see.
  public var name: String
  /// Mean visits of one customer who starts; nil without flow.
  public var visits: Double?
  /// The share of those who start that come here at least once; nil without flow.
  public var reach: Double?
  /// The share of all who start that leave here; nil without flow.
  public var left: Double?
  /// The share of those who come here that leave here; nil without flow or when nobody comes.
  public var dropOff: Double?
  /// The chance to complete from here; nil without flow, when all who came here are under way, or
  /// where the persona asked for never comes.
  public var completionFromHere: Double?
  /// The journey's completion if those who left here went on as the others do; nil without flow, or
  /// when it cannot be known how the others do or the persona asked for never comes here.
  public var completionIfNobodyLeft: Double?
  /// The share of completers who passed here; nil without flow or when nobody completes.
  public var removalEffect: Double?
  /// What customers feel here; nil when nothing is known.
  public var felt: FeltFigures?
  /// What each persona feels here, in the document's order, those that something is known of.
  public var personas: [PersonaFeeling]
  /// What the organisation believes; several beliefs are weighted by n where all have one.
  public var believed: Double?
  /// `s · (believed − felt)`; positive means we think better than it is.
  public var gap: Double?
  /// `Σ share · max(0, −v shrunk)`, 0…1; nil when nothing is known.
  public var pain: Double?
  /// How relief comes to those who are here; nil when the touchpoint is not bad or flow is unknown.
  public var relief: Relief?
  /// What these figures have to be read with.
  public var warnings: [FigureWarning]
}

/// What is felt, on the document's scale.
public struct FeltFigures: Hashable, Sendable {
  /// The pooled observed mean, or the assumption.
  public var mean: Double
  /// How many customers were measured; nil for an assumption.
  public var n: Int?
  /// The pooled standard deviation; nil when unknown.
  public var sd: Double?
  /// The mean shrunk towards the journey's, which pain, heat and "bad" use.
  public var shrunk: Double
  /// The lower end of the 90 % interval of ``shrunk``, as a score; nil for an assumption.
  public var low: Double?
  /// The upper end of the 90 % interval of ``shrunk``, as a score; nil for an assumption.
  public var high: Double?
  /// Whether nobody was asked.
  public var isAssumed: Bool
}

/// What one persona feels at a touchpoint.
public struct PersonaFeeling: Hashable, Sendable {
  /// Whose feeling it is.
  public var persona: PersonaID
  /// What is felt.
  public var felt: FeltFigures
  /// `max(0, −v shrunk)`, 0…1.
  public var pain: Double
}

/// How relief comes from a bad touchpoint: the first arrival at v ≥ 0, or an end before it.
public struct Relief: Hashable, Sendable {
  /// The chance that relief comes.
  public var chance: Double
  /// The chance to complete before relief.
  public var completedBefore: Double
  /// The chance to leave before relief.
  public var leftBefore: Double
  /// The chance to be diverted before relief.
  public var divertedBefore: Double
  /// The chance of an unknown end before relief.
  public var endedBefore: Double
  /// Mean steps until relief, given that it comes; nil when it never does.
  public var steps: Double?
  /// Mean seconds until relief, given that it comes; nil when it never does or a part is unknown.
  public var time: Double?
}

/// The traffic of one transition.
public struct TransitionFigures: Hashable, Sendable {
  /// Where it begins.
  public var source: Transition.Source
  /// Where it leads.
  public var target: Transition.Target
  /// The chance to take it from its source, `under-way` left out; for `under-way` itself its share
  /// of all outflow.
  public var probability: Double
  /// Mean traversals of one customer who starts: `visits(source) · probability`.
  public var traffic: Double
  /// The counted traversals, where the document gives counts.
  public var count: Double?
  /// Mean time from arriving to arriving, in seconds, where the document gives one; where it times
  /// only some personas, the `wait` of the source stands in for the others.
  public var time: Double?
  /// A word on the arrow.
  public var label: String?
  /// Whether it was inferred: from inflow beyond the stated outflow, or an unknown end where
  /// `under-way` is the only way out.
  public var isInferred: Bool
}
