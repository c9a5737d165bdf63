package import JourneyModel
import TextSupport

/// What a policy asks less of than an earlier one did, and whose word counts that did not.
///
/// Rules that are gone or about less, limits that are wider, rules that fail for less, and other
/// guardians. What is stricter is no news.
package struct PolicyLoosening: Sendable {
  /// One change.
  package struct Change: Hashable, Sendable {
    /// What changed, in one line.
    package var summary: String
    /// Where the policy of today says it.
    package var path: DocumentPath
  }

  /// The changes, in the order of the earlier policy, guardians last.
  package let changes: [Change]

  /// Compares two policies.
  ///
  /// Cost: quadratic in the rules.
  ///
  /// - Parameters:
  ///   - before: The earlier one.
  ///   - after: The one of today.
  package init(from before: Policy, to after: Policy) {
    changes =
      before.rules.compactMap { Self.change(of: $0, in: after) }
      + [Self.guardians(before, after)].compactMap(\.self)
  }

  /// The notes about it.
  ///
  /// - Parameter journey: A journey that the policy holds for.
  /// - Returns: Findings that fail nothing.
  package func notes(for journey: JourneyID) -> [Finding] {
    changes.map { change in
      Finding(
        "policy-loosened", .note, journey: journey, change.summary, at: change.path,
        isInPolicy: true)
    }
  }

  private static func change(of rule: Guardrail, in policy: Policy) -> Change? {
    let same = policy.rules.enumerated().filter { $0.element.rule == rule.rule }
    let heirs = same.filter { covers($0.element.about, rule.about) }
    guard !heirs.contains(where: { isAsStrict($0.element, as: rule) }) else { return nil }
    let about =
      rule.about.isEmpty
      ? "" : " about \(Wording.list(rule.about.map(\.description), most: 3))"
    let name = OneLine.of(rule.rule.rawValue + about, most: 160)
    guard let heir = heirs.first else {
      let state = same.isEmpty ? "is gone" : "is about less now"
      let path: DocumentPath = same.first.map { ["rules", .index($0.offset)] } ?? ["rules"]
      return Change(summary: "the rule \(name) of the baseline \(state)", path: path)
    }
    let now = heir.element
    var path: DocumentPath = ["rules", .index(heir.offset)]
    if rule.fails == .notSurelyGood, now.fails == .surelyBad {
      return Change(
        summary:
          "\(name) fails only what is surely bad, in the baseline all that was not surely good",
        path: path)
    }
    if now.limit != nil { path = path.appending("limit") }
    let (was, limit) = (rule.limitInForce?.description, now.limitInForce?.description)
    return Change(
      summary:
        "the limit of \(name) is \(limit ?? "none"), it was \(was ?? "none") in the baseline",
      path: path)
  }

  /// Whether a rule is about all that another is about.
  private static func covers(_ now: [PolicyScope], _ before: [PolicyScope]) -> Bool {
    now.isEmpty || !before.isEmpty && before.allSatisfy(now.contains)
  }

  private static func isAsStrict(_ now: Guardrail, as before: Guardrail) -> Bool {
    if before.fails == .notSurelyGood, now.fails == .surelyBad { return false }
    guard let was = before.limitInForce.map(number) else { return true }
    guard let limit = now.limitInForce.map(number) else { return false }
    let isLeast = [.minCompletion, .minPeakEnd, .minCustomers, .minMethods, .personasCovered]
      .contains(now.rule)
    return isLeast ? limit >= was : limit <= was
  }

  /// A limit as a number, with limits of one rule alike.
  private static func number(_ limit: Guardrail.Limit) -> Double {
    switch limit {
    case .number(let number): number
    case .share(let share): share.fraction
    case .time(let span): span.seconds / 60
    }
  }

  private static func guardians(_ before: Policy, _ after: Policy) -> Change? {
    func names(_ policy: Policy) -> [PersonName] { policy.guardians.compactMap { PersonName($0) } }
    let (was, now) = (names(before), names(after))
    guard Set(was) != Set(now) else { return nil }
    func list(_ names: [PersonName]) -> String {
      names.isEmpty ? "nobody" : OneLine.of(names.map(\.text).joined(separator: ", "), most: 160)
    }
    return Change(
      summary: "the guardians are \(list(now)), they were \(list(was)) in the baseline",
      path: ["guardians"])
  }
}
