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

  private var journeys: [JudgedJourney] = []

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
    journeys.append(
      JudgedJourney(estimates, baseline: baseline, policy: policy, asOf: asOf))
  }

  /// The chances of all differences from the baseline so far, were there none.
  ///
  /// A run that holds journeys against several policies has a check for each; what got worse is
  /// judged over all of them together when each is told the chances of the others.
  public var chances: [Double] { journeys.flatMap(\.chances) }

  /// Ends the check and judges.
  ///
  /// - Parameter others: The ``chances`` of the other checks of the same run.
  /// - Returns: What was found: journey by journey in the order in which they came, in the order of
  ///   the rules and of the document; then what is wrong with the waivers of the policy.
  public mutating func finish(besides others: [Double] = []) -> [Finding] {
    finish(corrected: Array(Holm(chances + others).adjusted.map { $0 ?? 1 }.prefix(chances.count)))
  }

  /// Corrects the chances of several checks of one run together.
  ///
  /// Cost: that of sorting them once, however many checks there are.
  ///
  /// - Parameter chances: The ``chances`` of each check.
  /// - Returns: The corrected ones of each, for ``finish(corrected:)``.
  package static func corrected(_ chances: [[Double]]) -> [[Double]] {
    var all = Holm(chances.flatMap(\.self)).adjusted.map { $0 ?? 1 }[...]
    return chances.map { own in
      defer { all = all.dropFirst(own.count) }
      return Array(all.prefix(own.count))
    }
  }

  /// Ends the check and judges, with chances that were corrected over the whole run.
  ///
  /// - Parameter corrected: The corrected ``chances``, in their order.
  /// - Returns: What was found, as ``finish(besides:)`` tells it.
  package mutating func finish(corrected: [Double]) -> [Finding] {
    defer { journeys = [] }
    var run = CheckedRun(isComplete: isComplete)
    for journey in journeys {
      run.journeys.append((journey.id, journey.touchpoints))
      if run.facts[journey.id] == nil { run.facts[journey.id] = journey.facts }
      if journey.isCompared { run.compared.insert(journey.id) }
      run.rules[journey.id, default: []].formUnion(journey.rules.map(\.rule))
    }
    var book = openBook()
    var findings: [[Finding]] = []
    var corrected = corrected[...]
    for journey in journeys {
      // The organisation and the document may ask the same.
      var known: Set<Finding> = []
      findings.append(
        journey.breaches(Array(corrected.prefix(journey.chances.count))).map { book.settle($0) }
          .filter { known.insert($0).inserted })
      corrected = corrected.dropFirst(journey.chances.count)
    }
    // Whether a waiver is needed is known when every finding was held against it.
    for (index, journey) in journeys.enumerated() {
      findings[index] += book.findings(of: journey.id, in: run)
    }
    return findings.flatMap(\.self) + book.findings(of: nil, in: run)
  }

  /// The waivers of the documents, then those of the policy file.
  ///
  /// Where an organisation has a policy, its guardians alone count.
  private func openBook() -> WaiverBook {
    let own = (policy?.waivers ?? []).enumerated().map { index, waiver in
      PlacedWaiver(
        waiver: waiver,
        place: PolicyPlace(path: ["waivers", .index(index)], isInPolicy: true), journey: nil)
    }
    let guardians = Dictionary(
      journeys.map { ($0.id, $0.guardians) }, uniquingKeysWith: { first, _ in first })
    return WaiverBook(
      journeys.flatMap(\.waivers) + own,
      guardians: { waiver in
        if let policy { return policy.guardians }
        return waiver.journey.flatMap { guardians[$0] } ?? []
      }, asOf: asOf)
  }
}
