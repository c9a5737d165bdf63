public import JourneyModel

extension Ledger {
  /// One decision of one journey, and how far it has come.
  ///
  /// An entry has passed a step when its status or a date says so; a later step implies the earlier
  /// ones. `acting` and `decided` imply decided, `verified` implies acted, `rejected` is decided
  /// against and goes no further; measured is an outcome with `after`, whatever the status.
  public struct Entry: Hashable, Sendable {
    /// The journey.
    public var journey: JourneyID
    /// The journey's title.
    public var title: String
    /// The scale of the journey's scores.
    public var scale: Scale
    /// Its position in the journey's `decisions`.
    public var index: Int
    /// The decision as the document has it.
    public var decision: Decision
    /// Other journeys whose documents have the same decision word for word.
    public var alsoIn: [JourneyID]
    /// The name of the touchpoint it is about; nil when it is about the whole journey.
    public var touchpointName: String?
    /// Who answers for that touchpoint.
    public var touchpointOwner: String?

    /// The last step it has passed.
    public var step: Step
    /// When what customers feel was measured again, as far as evidence dates it.
    ///
    /// The outcome has no date of its own: it is that of the evidence about the touchpoint, later
    /// than `acted-on`, whose score and n are those of `after`; else that of the newest evidence
    /// with a score that may enter a mean. Nil without `acted-on` or such evidence.
    public var measuredOn: CalendarDate?
    /// Whether the feeling moved.
    public var outcome: OutcomeTest
    /// Days from `found` until the day of the ledger; nil when not dated, or dated later.
    public var age: Int?
    /// Days since the last step that has a date; nil when none has, or it is dated later.
    public var waiting: Int?
    /// Days past `due` when it is not settled; nil when it is, is not due yet, or has no due date.
    public var overdue: Int?
    /// What in it contradicts itself, in whole sentences.
    public var contradictions: [String]
  }
}

extension Ledger.Entry {
  /// Whether it was turned down.
  public var isTurnedDown: Bool { decision.status == .rejected }

  /// Whether something is still to be done: it was neither turned down nor measured again.
  public var isOpen: Bool { !isTurnedDown && step < .measured }

  /// Whether what it asks for is settled: it was turned down, or something was done.
  public var isSettled: Bool { decision.isSettled }

  /// Who answers for it: its own owner, else the touchpoint's; nil when nobody does.
  public var answerable: String? {
    (PersonName(decision.owner) ?? PersonName(touchpointOwner))?.text
  }

  /// What the entry is called in sentences and files: the journey's id and the position from 1.
  public var name: String { "\(journey)#\(index + 1)" }

  /// When it passed a step.
  ///
  /// - Parameter step: The step.
  /// - Returns: The day; nil when the document does not say.
  public func date(of step: Ledger.Step) -> CalendarDate? {
    switch step {
    case .found: decision.found
    case .reached: decision.reached?.on
    case .decided: decision.decidedOn
    case .acted: decision.actedOn
    case .measured: measuredOn
    }
  }

  /// Days from the step before until a step.
  ///
  /// - Parameter step: The step at which the wait ends.
  /// - Returns: The days; nil when one of the two has no date, they are the wrong way round, or the
  ///   entry has not passed the step.
  public func days(until step: Ledger.Step) -> Int? {
    guard self.step >= step, let before = Ledger.Step(rawValue: step.rawValue - 1),
      let start = date(of: before), let end = date(of: step), start <= end
    else { return nil }
    return end.daysSinceEpoch - start.daysSinceEpoch
  }
}

extension Ledger.Entry {
  /// Judges a decision.
  init(
    _ decision: Decision, at index: Int, of journey: Journey, about touchpoint: Touchpoint?,
    asOf: CalendarDate
  ) {
    self.journey = journey.id
    title = journey.title
    scale = journey.scale
    self.index = index
    self.decision = decision
    alsoIn = []
    touchpointName = touchpoint?.name
    touchpointOwner = touchpoint?.owner
    step = Self.step(of: decision)
    outcome = OutcomeTest(decision.outcome, on: journey.scale)
    contradictions = []
    measuredOn = Self.measuredOn(decision, in: journey, asOf: asOf)
    age = Self.days(from: decision.found, to: asOf)
    waiting = Self.days(from: Ledger.Step.allCases.compactMap { date(of: $0) }.max(), to: asOf)
    if !isSettled, let due = decision.due, due < asOf {
      overdue = asOf.daysSinceEpoch - due.daysSinceEpoch
    }
    contradictions = contradictions(asOf: asOf)
  }

  private static func step(of decision: Decision) -> Ledger.Step {
    if decision.status == .rejected { return .decided }
    if decision.outcome?.after != nil { return .measured }
    if decision.status == .verified || decision.actedOn != nil { return .acted }
    if decision.status == .acting || decision.status == .decided || decision.decidedOn != nil {
      return .decided
    }
    return decision.reached != nil ? .reached : .found
  }

  private static func measuredOn(_ decision: Decision, in journey: Journey, asOf: CalendarDate)
    -> CalendarDate?
  {
    guard let after = decision.outcome?.after, let acted = decision.actedOn else { return nil }
    let later = journey.evidence.filter { evidence in
      guard evidence.about == decision.about, let date = evidence.date else { return false }
      return evidence.felt != nil && evidence.method.entersMeans && date > acted && date <= asOf
    }
    let n = after.n ?? decision.outcome?.n
    let same = later.filter { $0.felt == after.mean && $0.n == n }
    return (same.isEmpty ? later : same).compactMap(\.date).max()
  }

  private static func days(from start: CalendarDate?, to end: CalendarDate) -> Int? {
    guard let start, start <= end else { return nil }
    return end.daysSinceEpoch - start.daysSinceEpoch
  }
}
