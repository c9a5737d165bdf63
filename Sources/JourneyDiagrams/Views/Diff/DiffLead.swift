import JourneyAnalysis
import JourneyComparison
import JourneyModel

/// The top of the picture of two journeys: what is compared, the main figures, and what changed in
/// two sentences.
struct DiffLead {
  private let comparison: Comparison
  private let subject: Subject
  private let sides: (before: String, after: String)
  private var words: Words { subject.words }

  init(_ comparison: Comparison, _ subject: Subject) {
    self.comparison = comparison
    self.subject = subject
    sides = DiffSides.names(of: comparison, subject.words)
  }

  /// The title, both where the journeys are not the same.
  var title: String {
    let titles = [comparison.before.journey.title, comparison.after.journey.title]
    return comparison.isUnmatched && titles[0] != titles[1]
      ? words.change(from: titles[0], to: titles[1]) : subject.journey.title
  }

  /// What the picture rests on, of both sides.
  var evidence: String? {
    let old = Subject(
      journey: comparison.before.journey, analysis: comparison.before.analysis, words: words)
    func named(_ side: String, _ text: String) -> String {
      Scalars.isolated(side, in: words.direction) + ": " + text
    }
    return named(sides.before, EvidenceLine.methods(of: old)) + Words.dot
      + named(sides.after, EvidenceLine.text(of: subject))
  }

  /// The line under the title.
  func subtitle(isBrief: Bool) -> String {
    var parts = [
      comparison.isOfPersonas
        ? [sides.before, sides.after].map { Scalars.isolated($0, in: words.direction) }
          .joined(separator: words.listSeparator)
        : words.change(from: sides.before, to: sides.after)
    ]
    let (before, after) = (comparison.before, comparison.after)
    if after.analysis.persona == before.analysis.persona, let persona = subject.persona {
      parts.append(Scalars.isolated(persona.name))
    }
    if !isBrief, let old = before.analysis.started, let new = after.analysis.started {
      // Two groups are named beside their numbers.
      if comparison.isOfPersonas, !comparison.isShared(.completed) { parts = [] }
      parts += counts(old, new)
    }
    return parts.joined(separator: Words.dot)
  }

  /// How many customers started, on either side.
  private func counts(_ old: Double, _ new: Double) -> [String] {
    let customers = subject.journey.customers
    if comparison.isOfPersonas, !comparison.isShared(.completed) {
      // Two groups beside each other: neither became the other.
      return zip([sides.before, sides.after], [old, new]).map { side, count in
        Scalars.isolated(side, in: words.direction) + ": " + words.counted(count, customers)
      }
    }
    if old == new, old.rounded() == 1 { return [words.counted(old, customers)] }
    let (first, second) = (words.numbers.count(old), words.numbers.count(new))
    return [
      words.fill(
        comparison.isEverybodys(.completed) ? words.diff.countAll : words.countOfCustomers,
        old == new ? first : words.change(from: first, to: second), customers)
    ]
  }

  private func values(_ before: String, _ after: String) -> String {
    // Neither of two personas was before the other, nor of two journeys that share nothing.
    comparison.isOfPersonas || comparison.isUnmatched
      ? before + Words.dot + after : words.change(from: before, to: after)
  }

  /// The main figures, before and after, with what became of them.
  func figures(isBrief: Bool) -> [(value: String?, label: String, paint: Paint)] {
    let scale = subject.analysis.scale
    var figures: [(value: String?, label: String, paint: Paint)] = []
    func add(_ measure: Figure.Measure, _ label: String, _ text: (Double) -> String) {
      guard let change = comparison[Figure(measure)], let old = change.before?.value,
        let new = change.after?.value
      else { return }
      let isShared = comparison.isShared(measure)
      let isJudged = !comparison.isOfPersonas && !comparison.isUnmatched
      let paint: Paint =
        switch isJudged && change.isBeyondChance ? change.verdict : .same {
        case .worse: .role(.leaveInk)
        case .better: .emotion(0.8)
        default: .role(.ink)
        }
      let verdict = isShared ? words.diff.notToldApart : DiffVerdict.text(change, words, comparison)
      let label =
        comparison.isEverybodys(measure)
        ? words.fill(words.diff.both, label, words.fill(words.diff.all, subject.journey.customers))
        : label
      figures.append(
        (
          isShared ? text(new) : values(text(old), text(new)),
          comparison.isUnmatched ? label : words.fill(words.diff.both, label, verdict), paint
        ))
    }
    // What reaching the goal is called, where it is called the same on both sides.
    let goals = [comparison.before, comparison.after].map(\.journey.ends.completed)
    let goal = comparison.isUnmatched && goals[0] != goals[1] ? nil : goals[1]
    add(.completed, goal ?? words.completed) { words.numbers.percent($0) }
    let ends = (words.bound(scale.low, on: scale), words.bound(scale.high, on: scale))
    add(.felt, words.fill(words.feltOnScale, ends.0, ends.1)) { words.score($0, on: scale) }
    if !isBrief {
      add(.gap, words.gap) { words.numbers.decimal($0, places: scale.unit >= 20 ? 0 : 1) }
    }
    return figures
  }

  /// The outcome, how many touchpoints feel otherwise, the time, and what changed in the make.
  var lead: String { words.sentences(sentences) }

  /// The outcome and what stands out, which are read from far away too.
  var brief: String? {
    let first = [outcome, foremost].compactMap(\.self)
    return first.isEmpty || comparison.isOfPersonas ? sentences.first : words.sentences(first)
  }

  private var sentences: [String] {
    let diff = words.diff
    if comparison.isUnmatched { return [diff.leadUnmatched] }
    let felt = comparison.feltBeyondChance
    if comparison.isOfPersonas {
      guard felt.better + felt.worse > 0 else { return [diff.leadFeltNone] }
      let name = Scalars.isolated(sides.after, in: words.direction)
      return [words.fill(diff.leadFeltTo, name, count(felt.better), count(felt.worse))]
        + [foremost].compactMap(\.self)
    }
    var sentences = [outcome, foremost].compactMap(\.self)
    if felt.better + felt.worse > 0 {
      sentences.append(words.fill(diff.leadFelt, count(felt.better), count(felt.worse)))
    }
    if comparison.beyondChance.isEmpty, comparison.untestedOutcome == nil,
      comparison.figures.contains(where: \.isTested)
    {
      sentences.append(diff.leadNothing)
    }
    sentences += [time].compactMap(\.self)
    let counts = [
      (diff.countNew, comparison.added.count), (diff.countGone, comparison.removed.count),
      (diff.countChannel, comparison.pairs.count(where: \.isRechannelled)),
      (diff.countMoved, comparison.pairs.count(where: \.isMoved)),
    ].filter { $0.1 > 0 }.map { words.fill($0.0, count($0.1)) }
    if !counts.isEmpty {
      sentences.append(words.fill(diff.leadMake, counts.joined(separator: words.listSeparator)))
    }
    return sentences
  }

  private func count(_ number: Int) -> String { words.numbers.count(Double(number)) }

  /// How many more or fewer reach the goal, where that is no chance.
  private var outcome: String? {
    guard let change = comparison[Figure(.completed)], change.isBeyondChance,
      let difference = change.difference
    else { return nil }
    let points = (difference.value * 100).magnitude
    let sentence = words.fill(
      difference.value < 0 ? words.diff.leadFewer : words.diff.leadMore,
      words.numbers.decimal(points, places: points < 0.95 ? 1 : 0), words.numbers.count(100),
      subject.journey.ends.completed ?? words.completed)
    guard comparison.isEverybodys(.completed) else { return sentence }
    return words.fill(words.diff.leadAll, subject.journey.customers, sentence)
  }

  /// The touchpoint that stands out, by name, with the figure that does.
  private var foremost: String? {
    guard let change = comparison.foremost, let old = change.before?.value,
      let new = change.after?.value, let name = change.name
    else { return nil }
    let isHeat = change.figure.measure == .heat
    func text(_ value: Double) -> String {
      isHeat ? words.numbers.count(value) : words.score(value, on: subject.analysis.scale)
    }
    let phrase: String =
      comparison.isOfPersonas
      ? words.diff.leadApart
      : change.verdict == .worse ? words.diff.leadWorst : words.diff.leadBest
    return words.fill(
      phrase, Scalars.isolated(Scalars.cleaned(name), in: words.direction),
      words.fill(
        isHeat ? words.heatmap.sayHeat : words.sayFelt, values(text(old), text(new))))
  }

  /// How much longer or shorter it takes; documents give times without an error.
  private var time: String? {
    guard let time = comparison.movedTime, let old = time.before?.value,
      let difference = time.difference
    else { return nil }
    let share = words.numbers.percent((difference.value / old).magnitude)
    return words.fill(
      words.diff.leadTime,
      words.fill(words.diff.untested, (difference.value < 0 ? "\u{2212}" : "+") + share))
  }
}
