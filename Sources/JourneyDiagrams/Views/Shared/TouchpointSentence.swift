import JourneyAnalysis
import JourneyModel

/// A touchpoint's figures in words, for those who hear the picture.
struct TouchpointSentence {
  private let subject: Subject
  private let words: Words
  private let names: [PersonaID: String]

  /// Speaks about a subject.
  init(_ subject: Subject) {
    self.subject = subject
    words = subject.words
    var names: [PersonaID: String] = [:]
    for persona in subject.journey.personas { names[persona.id] = persona.name }
    self.names = names
  }

  /// What is felt: the score, its interval, how many were asked.
  func felt(_ felt: FeltFigures?) -> String {
    guard let felt else { return words.sayUnknown }
    let scale = subject.analysis.scale
    var parts = [
      words.fill(
        felt.isAssumed ? words.sayAssumed : words.sayFelt, words.score(felt.mean, on: scale))
    ]
    if let low = felt.low, let high = felt.high {
      parts.append(words.interval(low, high, on: scale))
    }
    if let n = felt.n { parts.append(words.fill(words.sayAsked, words.numbers.count(Double(n)))) }
    return parts.joined(separator: words.listSeparator)
  }

  /// What everybody and each persona feels and what was believed.
  func feelings(_ figures: TouchpointFigures?) -> String {
    var parts = [felt(figures?.felt)]
    if let believed = figures?.believed {
      parts.append(
        words.fill(words.sayBelieved, words.score(believed, on: subject.analysis.scale)))
    }
    if subject.analysis.persona == nil, subject.journey.personas.count > 1 {
      for feeling in figures?.personas ?? [] {
        let name = names[feeling.persona] ?? feeling.persona.rawValue
        parts.append(words.fill(words.curve.sayPersona, name, felt(feeling.felt)))
      }
    }
    return parts.joined(separator: words.clauseSeparator)
  }

  /// How many come, and how many of them leave.
  func traffic(_ figures: TouchpointFigures?) -> [String] {
    var parts: [String] = []
    if let reach = figures?.reach {
      parts.append(words.fill(words.sayReach, words.numbers.percent(reach)))
    }
    if let share = figures?.dropOff, share > 0 {
      parts.append(words.fill(words.sayLeave, words.numbers.percent(share)))
    }
    return parts
  }

  /// How many touchpoints in how many stages, and how customers end.
  func opening(touchpoints: Int) -> String {
    let numbers = words.numbers
    func count(_ number: Int, _ name: Words.Plural) -> String {
      words.fill(name(Double(number)), numbers.count(Double(number)))
    }
    let first = count(touchpoints, words.countTouchpoints)
    let met = subject.journey.touchpoints.filter(subject.meets)
    let stages = Set(met.compactMap(\.stage)).count
    var parts = [
      stages > 0
        ? words.fill(words.summaryCounts, first, count(stages, words.countStages)) : first + "."
    ]
    parts += ends
    return words.sentences(parts)
  }

  /// How customers end, one sentence each; nothing without flow.
  var ends: [String] {
    guard let ends = subject.analysis.ends else { return [] }
    if ends.hasUnknownOutcome { return [words.sayNoEnds] }
    let said = words.numbers.percents([ends.completed, ends.left, ends.diverted, ends.ended])
    var parts = [
      words.fill(
        words.sayEnds, said[0], subject.journey.ends.completed ?? words.completed, said[1])
    ]
    if ends.diverted > 0 { parts.append(words.fill(words.sayDiverted, said[2])) }
    if ends.ended > 0 { parts.append(words.fill(words.sayEnded, said[3])) }
    return parts
  }
}
