/// An open exception from a rule: who breaks it where, why, what for, and until when.
public struct Waiver: Hashable, Sendable {
  /// What the customer's experience was traded for.
  public enum TradedFor: String, Hashable, Sendable, CaseIterable {
    /// Money saved or earned.
    case cost
    /// Being done sooner.
    case speed
    /// Systems and habits that are there.
    case legacy
    /// What somebody is rewarded for.
    case incentive
    /// Less work for the organisation.
    case convenience
  }

  /// The rule that is waived.
  public var rule: Guardrail.Rule
  /// Where; nil for everywhere the policy reaches.
  public var about: PolicyScope?
  /// Who asks for it.
  public var by: String?
  /// The guardian who agreed.
  public var approvedBy: String?
  /// Why.
  public var why: String?
  /// What the experience was traded for.
  public var tradedFor: TradedFor?
  /// The last day it holds.
  public var until: CalendarDate?
  /// Keys that begin with `x-`.
  public var extensions: Extensions

  /// Creates a waiver.
  public init(
    _ rule: Guardrail.Rule, about: PolicyScope? = nil, by: String? = nil,
    approvedBy: String? = nil, why: String? = nil, tradedFor: TradedFor? = nil,
    until: CalendarDate? = nil, extensions: Extensions = []
  ) {
    self.rule = rule
    self.about = about
    self.by = by
    self.approvedBy = approvedBy
    self.why = why
    self.tradedFor = tradedFor
    self.until = until
    self.extensions = extensions
  }
}
