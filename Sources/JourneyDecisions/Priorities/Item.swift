public import JourneyAnalysis
public import JourneyModel

extension Priorities {
  /// One touchpoint that may be worth mending, with what is known for the choice.
  public struct Item: Hashable, Sendable {
    /// Its place in the order, from 1.
    public var rank: Int
    /// The journey.
    public var journey: JourneyID
    /// The journey's title.
    public var title: String
    /// How many started the journey; nil when that is not counted.
    public var started: Double?
    /// What those are called, in the plural.
    public var customers: String
    /// The touchpoint.
    public var touchpoint: TouchpointID
    /// The name people see.
    public var name: String
    /// Who answers for it.
    public var owner: String?

    /// Customers lost plus distress, per 1,000 who start; nil without flow.
    public var heat: Double?
    /// The lower end of heat's 90 % interval.
    public var heatLow: Double?
    /// The upper end of heat's 90 % interval; nil when it cannot be bounded.
    public var heatHigh: Double?
    /// From which heat on it counts as a hotspot.
    public var threshold: Double
    /// Whether it is a hotspot, and how sure that is; nil when it is none.
    public var kind: Hotspot.Kind?
    /// Customers lost here, per 1,000 who start.
    public var loss: Double?
    /// Distress here, per 1,000 who start.
    public var burden: Double?
    /// The part of feeling that is bad, 0…1.
    public var pain: Double?
    /// The lower end of pain's 90 % interval.
    public var painLow: Double?
    /// What is felt; nil when nothing is known.
    public var felt: FeltFigures?
    /// What sort of need it serves.
    public var need: Touchpoint.Need?
    /// Whether it serves a basic need and surely feels bad, to all together or to a persona: even the
    /// better end of the interval of what is felt is on the bad side.
    public var isBasicNeedFailed: Bool
    /// The names of the personas for whom a basic need surely fails here, where it does not for all
    /// together.
    public var basicNeedFailsFor: [String]
    /// Whether it decides what customers think of the whole.
    public var isMomentOfTruth: Bool
    /// How much it matters to customers, 0…10.
    public var importance: Double?
    /// How satisfied customers are, 0…10 with neutral at 5; nil when nothing is known.
    public var satisfaction: Double?
    /// The opportunity score, 0…20; nil without ``importance`` or ``satisfaction``.
    public var opportunity: Double?
    /// What is gained at most if it became neutral; nil without flow.
    public var gain: PossibleGain?
    /// What the open decisions about it take together, in the team's unit; nil when one of them does
    /// not say, or there are none.
    public var effort: Double?
    /// The open decisions about it.
    public var decisions: [Ledger.Entry]
    /// The decisions about it that were turned down or measured again.
    public var closedDecisions: [Ledger.Entry]
    /// Why it stands where it stands, in plain words, the weightiest first.
    public var reasons: [String]
  }
}

extension Priorities.Item {
  /// Customers kept and distress removed per unit of effort; nil when one of them is unknown.
  public var gainPerEffort: Double? {
    guard let gain, let total = gain.total, let effort, effort > 0 else { return nil }
    return total / effort
  }

  /// Whether anybody is known to leave or to be distressed there.
  var hurts: Bool { (heat ?? pain ?? 0) > 0 }

  /// Gathers what is known of a touchpoint.
  init(
    _ touchpoint: Touchpoint, _ hotspot: Hotspot, _ figures: TouchpointFigures,
    of estimates: Estimates, gain: PossibleGain?, decisions: [Ledger.Entry]
  ) {
    let journey = estimates.journey
    rank = 0
    self.journey = journey.id
    title = journey.title
    started = estimates.analysis.started
    customers = journey.customers
    self.touchpoint = touchpoint.id
    name = touchpoint.name
    owner = PersonName(touchpoint.owner)?.text
    heat = hotspot.heat
    heatLow = hotspot.heatLow
    heatHigh = hotspot.heatHigh
    threshold = estimates.analysis.hotspots.threshold
    kind = hotspot.kind
    loss = hotspot.loss
    burden = hotspot.burden
    pain = hotspot.pain
    painLow = hotspot.painLow
    felt = figures.felt
    need = touchpoint.need
    let isBasic = touchpoint.need == .basic
    let isBadForAll = isBasic && Self.isSurelyBad(figures.felt, on: journey.scale)
    basicNeedFailsFor =
      isBasic && !isBadForAll
      ? figures.personas.filter { Self.isSurelyBad($0.felt, on: journey.scale) }.map { feeling in
        journey.personas.first { $0.id == feeling.persona }?.name ?? feeling.persona.rawValue
      } : []
    isBasicNeedFailed = isBadForAll || !basicNeedFailsFor.isEmpty
    isMomentOfTruth = touchpoint.isMomentOfTruth
    importance = touchpoint.importance
    let opportunity = Opportunity(
      importance: touchpoint.importance, felt: figures.felt?.mean, on: journey.scale)
    satisfaction = opportunity.satisfaction
    self.opportunity = opportunity.score
    self.gain = gain
    self.decisions = decisions.filter(\.isOpen)
    closedDecisions = decisions.filter { !$0.isOpen }
    effort = Self.effort(self.decisions)
    reasons = []
    reasons = PriorityReasons(self).sentences
  }

  /// Whether even the better end of the interval is on the bad side.
  private static func isSurelyBad(_ felt: FeltFigures?, on scale: Scale) -> Bool {
    guard let felt, let low = felt.low, let high = felt.high else { return false }
    return max(scale.normalized(low), scale.normalized(high)) < 0
  }

  /// The effort of what is still to be done; that of decisions acted upon is spent.
  private static func effort(_ decisions: [Ledger.Entry]) -> Double? {
    let ahead = decisions.filter { !$0.isSettled }
    let known = ahead.compactMap(\.decision.effort)
    guard !ahead.isEmpty, known.count == ahead.count else { return nil }
    return known.reduce(0, +)
  }
}
