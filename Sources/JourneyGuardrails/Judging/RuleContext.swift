import JourneyAnalysis
import JourneyComparison
import JourneyModel
import TextSupport

/// What a rule is judged by: the rule and its limit, the journey and the day.
struct RuleContext: Sendable {
  /// The rule as the policy has it.
  let guardrail: Guardrail
  /// Where the rule stands; nil for one that holds without standing in a policy.
  let place: PolicyPlace?
  /// The journey.
  let facts: JourneyFacts
  /// How it compares with the baseline, which stands first; nil without one.
  let baseline: Comparison?
  /// The day that ages and dates are judged from.
  let asOf: CalendarDate

  /// The journey.
  var journey: Journey { facts.estimates.journey }
  /// Its figures.
  var analysis: Analysis { facts.estimates.analysis }
  /// How sure a figure has to be for the rule to fail.
  var fails: Guardrail.Failure { guardrail.fails }

  /// Whether the rule is about a touchpoint, or about the journey as a whole when that is nil.
  func covers(_ touchpoint: TouchpointID?) -> Bool {
    guardrail.about.isEmpty || guardrail.about.contains { $0.covers(touchpoint, of: journey.id) }
  }

  /// Whether the policy names the journey itself, so that the sum over it is judged too.
  var namesJourney: Bool {
    guardrail.about.contains { $0.covers(nil, of: journey.id) }
  }

  /// The touchpoints that the rule is about, without those that nobody reaches.
  var places: [Place] {
    facts.places.filter { covers($0.id) && $0.figures.reach != 0 }
  }

  // MARK: - Limits

  /// The limit in the unit of a figure; nil when there is none of that kind.
  ///
  /// - Parameter unit: What the figure's numbers count.
  /// - Returns: The number to hold the figure against.
  func limit(_ unit: Figure.Unit) -> Double? {
    guard let limit = guardrail.limitInForce else { return nil }
    switch (unit, limit) {
    case (.share, .share(let share)): return share.fraction
    case (.seconds, .time(let span)): return span.seconds
    case (.seconds, .number(let minutes)) where guardrail.rule == .maxReading: return 60 * minutes
    case (.seconds, _): return nil
    case (_, .number(let number)): return number
    default: return nil
    }
  }

  /// Says that the rule has no limit that it could be held against.
  var withoutLimit: [Breach] {
    var finding = Finding(
      guardrail.rule.rawValue, .note, journey: journey.id,
      "\(guardrail.rule.rawValue) has no limit that anything could be held against",
      fix: "give it a limit", at: place?.path ?? .root)
    finding.isInPolicy = place?.isInPolicy ?? false
    return [Breach(finding: finding, touchpoints: [], owners: [])]
  }

  /// Says that there is no baseline to judge the rule by.
  var withoutBaseline: Breach {
    breach(
      level: .note, "\(guardrail.rule.rawValue) could not be judged: there is no baseline",
      fix: "check with '--baseline'", path: .root)
  }

  // MARK: - Findings

  /// A finding of this rule.
  ///
  /// - Parameters:
  ///   - level: What it does to the check.
  ///   - touchpoints: What it is about, the first one first; none for the whole journey.
  ///   - summary: What is wrong, figure and limit in it.
  ///   - fix: How to mend it.
  ///   - path: The part of the document.
  ///   - owner: Who answers for it when that is not whoever answers for the touchpoints.
  /// - Returns: The finding, with its owner and with what customers said.
  func breach(
    level: Finding.Level = .fails, at touchpoints: [TouchpointID] = [], _ summary: String,
    fix: String?, path: DocumentPath, owner: String? = nil
  ) -> Breach {
    var finding = Finding(
      guardrail.rule.rawValue, level, journey: journey.id, touchpoint: touchpoints.first,
      OneLine.of(summary), fix: fix.map { OneLine.of($0) }, at: path)
    finding.alsoAbout = Array(touchpoints.dropFirst())
    var owners = facts.owners(of: touchpoints)
    if let owner = PersonName(owner)?.text {
      finding.owners = [owner]
      owners.append(owner)
    } else {
      finding.owners = owners
    }
    finding.said = level == .note ? [] : facts.said(at: touchpoints)
    return Breach(finding: finding, touchpoints: touchpoints, owners: owners)
  }

  /// The name of a touchpoint.
  func name(_ id: TouchpointID) -> String { facts[id]?.touchpoint.name ?? id.rawValue }

  /// The names of touchpoints in a sentence, at most so many of them.
  func names(_ ids: [TouchpointID], most: Int = 3) -> String {
    Wording.list(ids.map { OneLine.of(name($0), most: 40) }, most: most)
  }
}

/// Where a rule or a waiver stands.
struct PolicyPlace: Hashable, Sendable {
  /// The path in its file.
  var path: DocumentPath
  /// Whether that is the policy file.
  var isInPolicy: Bool
}

/// Text of documents in a sentence of one line.
enum OneLine {
  /// The text without line breaks, and not longer than a line.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - most: The most characters.
  /// - Returns: The text, cut with `…` where it is longer.
  static func of(_ text: String, most: Int = 400) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard words.count > most else { return words }
    return words.prefix(most - 1) + "…"
  }
}
