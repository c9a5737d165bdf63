/// An insight and what became of it.
public struct Decision: Hashable, Sendable {
  /// How far it has come.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// Nothing is decided yet.
    case open
    /// Somebody decided.
    case decided
    /// It is being done.
    case acting
    /// It was done and the feeling was measured again.
    case verified
    /// It was turned down.
    case rejected
  }

  /// Whom an insight reached, and when.
  public struct Reached: Hashable, Sendable {
    /// The person or group who decides.
    public var who: String
    /// When.
    public var on: CalendarDate?
    /// Keys that begin with `x-`.
    public var extensions: Extensions

    /// Creates the record.
    public init(who: String, on: CalendarDate? = nil, extensions: Extensions = []) {
      self.who = who
      self.on = on
      self.extensions = extensions
    }
  }

  /// The feeling before and after, on the document's scale.
  public struct Outcome: Hashable, Sendable {
    /// Before anything was done.
    public var before: Score?
    /// Measured again afterwards.
    public var after: Score?
    /// How many were measured, where before and after do not say it themselves.
    public var n: Int?
    /// Keys that begin with `x-`.
    public var extensions: Extensions

    /// Creates an outcome.
    public init(
      before: Score? = nil, after: Score? = nil, n: Int? = nil, extensions: Extensions = []
    ) {
      self.before = before
      self.after = after
      self.n = n
      self.extensions = extensions
    }
  }

  /// What was learnt about customers.
  public var insight: String
  /// The touchpoint it is about; nil for the whole journey.
  public var about: TouchpointID?
  /// What is to be done.
  public var decision: String?
  /// Who answers for it.
  public var owner: String?
  /// How far it has come.
  public var status: Status
  /// When it is to be settled.
  public var due: CalendarDate?
  /// When the insight was found.
  public var found: CalendarDate?
  /// Whom it reached.
  public var reached: Reached?
  /// When somebody decided.
  public var decidedOn: CalendarDate?
  /// When something was done.
  public var actedOn: CalendarDate?
  /// What it takes, in a unit of the team's own; not negative.
  public var effort: Double?
  /// Whether the feeling moved.
  public var outcome: Outcome?
  /// Keys that begin with `x-`.
  public var extensions: Extensions

  /// Creates an insight with its state; the other parts are set on the value.
  public init(
    insight: String, about: TouchpointID? = nil, decision: String? = nil, owner: String? = nil,
    status: Status = .open, due: CalendarDate? = nil
  ) {
    self.insight = insight
    self.about = about
    self.decision = decision
    self.owner = owner
    self.status = status
    self.due = due
    self.found = nil
    self.reached = nil
    self.decidedOn = nil
    self.actedOn = nil
    self.effort = nil
    self.outcome = nil
    self.extensions = []
  }
}

extension Decision {
  /// Whether what it asks for is settled: it was turned down, or something was done.
  ///
  /// Rejected and verified decisions are; so are those with a day on which something was done, or
  /// with a feeling that was measured afterwards, whatever the status says. Who acted in time keeps
  /// the due date though the measurement, which needs customers who come after, is still to come.
  public var isSettled: Bool {
    status == .rejected || status == .verified || actedOn != nil || outcome?.after != nil
  }
}
