public import JourneyAnalysis
public import JourneyComparison
public import JourneyModel

/// Holds journeys against policies, one journey after the other.
public struct GuardrailCheck: Sendable {
  /// The policy of the organisation; nil when there is none.
  public let policy: Policy?
  /// The day that ages and dates are judged from.
  public let asOf: CalendarDate

  /// Begins a check.
  ///
  /// - Parameters:
  ///   - policy: The policy of the organisation, which holds for every journey; nil for none.
  ///   - asOf: The day that ages and dates are judged from.
  public init(policy: Policy?, asOf: CalendarDate) {
    self.policy = policy
    self.asOf = asOf
  }

  /// Checks a journey, against the policy and against its own.
  ///
  /// - Parameters:
  ///   - estimates: The journey's figures.
  ///   - baseline: How it compares with the baseline, which stands first; nil without one.
  /// - Returns: What was found, in the order of the rules and of the document.
  public mutating func check(_ estimates: Estimates, baseline: Comparison? = nil) -> [Finding] {
    []
  }

  /// Ends the check of several journeys.
  ///
  /// - Returns: The waivers of the policy that no journey used.
  public mutating func finish() -> [Finding] {
    []
  }
}
