import JourneyAnalysis
import JourneyModel

/// What a picture rests on: evidence by method, what is assumed or missing, and dates.
enum EvidenceLine {
  /// The line for a subject.
  ///
  /// - Parameters:
  ///   - subject: What is drawn.
  ///   - saysUnderWay: Whether it says who is still under way and so in no share.
  /// - Returns: The line.
  static func text(of subject: Subject, saysUnderWay: Bool = true) -> String {
    let (journey, words) = (subject.journey, subject.words)
    var parts = [methods(of: subject)]
    let others = Set(journey.touchpoints.filter { !subject.meets($0) }.map(\.id))
    let figures = subject.analysis.touchpoints.filter { !others.contains($0.id) }
    let assumed = figures.count { $0.felt?.isAssumed ?? false }
    let missing = figures.count { $0.felt == nil }
    for (count, plural) in [(assumed, words.assumedScores), (missing, words.missingScores)]
    where count > 0 {
      parts.append(
        words.fill(words.tight(plural(Double(count))), words.numbers.count(Double(count))))
    }
    if saysUnderWay, let started = subject.analysis.started,
      let share = subject.analysis.ends?.underWay, share > 0
    {
      let number = words.counted(share * started, journey.customers)
      parts.append(words.fill(words.stillUnderWay, number))
    }
    let personas = subject.persona.map { [$0] } ?? journey.personas
    if let reviewed = personas.compactMap(\.reviewed).max() {
      parts.append(words.unbroken(words.fill(words.reviewed, words.date(reviewed))))
    }
    parts.append(words.unbroken(words.fill(words.asOf, words.date(subject.analysis.asOf))))
    return parts.joined(separator: Words.dot)
  }

  /// How much evidence there is, by method.
  static func methods(of subject: Subject) -> String {
    let words = subject.words
    let persona = subject.analysis.persona
    var counts: [Evidence.Method: Int] = [:]
    for evidence in subject.journey.evidence
    where persona == nil || evidence.persona == nil || evidence.persona == persona {
      counts[evidence.method, default: 0] += evidence.n ?? 1
    }
    let methods = Evidence.Method.allCases.compactMap { method in
      counts[method].flatMap { words.counted(method, Double($0)) }
    }
    return methods.isEmpty
      ? words.noEvidence
      : words.fill(words.evidence, methods.joined(separator: words.listSeparator))
  }
}
