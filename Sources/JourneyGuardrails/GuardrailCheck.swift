public import JourneyAnalysis
public import JourneyComparison
public import JourneyModel

/// Holds journeys against policies: collects them one after the other, and judges at the end.
///
/// What got worse since the baseline is judged over all figures of all journeys together, so nothing
/// can be said of one journey before the last is there:
///
/// ```swift
/// var check = GuardrailCheck(policy: policy, asOf: today)
/// for journey in journeys { check.check(try journey.estimated(asOf: today)) }
/// let findings = check.finish()
/// ```
public struct GuardrailCheck: Sendable {
  /// The policy of the organisation; nil when there is none.
  public let policy: Policy?
  /// The day that ages and dates are judged from.
  public let asOf: CalendarDate
  /// Whether all journeys that the policy holds for are checked.
  ///
  /// When they are not, as where only changed documents are, a waiver that nothing needed here may
  /// be needed elsewhere and is no finding, unless it names a journey that was checked.
  public var isComplete = true

  /// Begins a check.
  ///
  /// - Parameters:
  ///   - policy: The policy of the organisation, which holds for every journey; nil for none.
  ///   - asOf: The day that ages and dates are judged from.
  public init(policy: Policy?, asOf: CalendarDate) {
    self.policy = policy
    self.asOf = asOf
  }

  /// Takes a journey, to be held against the policy and against its own.
  ///
  /// - Parameters:
  ///   - estimates: The journey's figures.
  ///   - baseline: How it compares with the baseline, which stands first; nil without one.
  public mutating func check(_ estimates: Estimates, baseline: Comparison? = nil) {
  }

  /// Ends the check and judges.
  ///
  /// - Returns: What was found: journey by journey in the order in which they came, in the order of
  ///   the rules and of the document; then what is wrong with the waivers of the policy.
  public mutating func finish() -> [Finding] {
    []
  }
}
