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

  /// The line under the title.
  func subtitle(isBrief: Bool) -> String {
    var parts = [words.fill(words.diff.fromTo, sides.before, sides.after)]
    let (before, after) = (comparison.before, comparison.after)
    if after.analysis.persona == before.analysis.persona, let persona = subject.persona {
      parts.append(Scalars.isolated(persona.name))
    }
    if !isBrief, let old = before.analysis.started, let new = after.analysis.started {
      let counts = words.fill(
        words.diff.fromTo, words.numbers.count(old), words.numbers.count(new))
      parts.append(
        old == new
          ? words.fill(words.countOfCustomers, words.numbers.count(new), subject.journey.customers)
          : words.fill(words.countOfCustomers, counts, subject.journey.customers))
    }
    return parts.joined(separator: Words.dot)
  }

  /// The main figures, before and after, with what became of them.
  func figures(isBrief: Bool) -> [(value: String?, label: String, paint: Paint)] {
    let scale = subject.analysis.scale
    var figures: [(value: String?, label: String, paint: Paint)] = []
    func add(_ measure: Figure.Measure, _ label: String, _ text: (Double) -> String) {
      guard let change = comparison[Figure(measure)], let old = change.before?.value,
        let new = change.after?.value
      else { return }
      let paint: Paint =
        switch change.verdict {
        case .worse: .role(.leaveInk)
        case .better: .emotion(0.8)
        default: .role(.ink)
        }
      figures.append(
        (
          words.fill(words.diff.fromTo, text(old), text(new)),
          words.fill(words.diff.both, label, DiffVerdict.text(change, words)), paint
        ))
    }
    add(.completed, subject.journey.ends.completed ?? words.completed) { words.numbers.percent($0) }
    let ends = (words.bound(scale.low, on: scale), words.bound(scale.high, on: scale))
    add(.felt, words.fill(words.feltOnScale, ends.0, ends.1)) { words.score($0, on: scale) }
    if !isBrief {
      add(.gap, words.gap) { words.numbers.decimal($0, places: scale.unit >= 20 ? 0 : 1) }
    }
    return figures
  }

  /// What changed, in two sentences.
  var lead: String {
    let diff = words.diff
    func count(_ number: Int) -> String { words.numbers.count(Double(number)) }
    let beyond = comparison.beyondChance
    var sentences: [String] = []
    if comparison.figures.contains(where: \.isTested) {
      sentences.append(
        beyond.isEmpty
          ? diff.leadNothing
          : words.fill(
            diff.leadVerdict, count(beyond.count { $0.verdict == .better }),
            count(beyond.count { $0.verdict == .worse })))
    }
    let counts = [
      (diff.countNew, comparison.added.count), (diff.countGone, comparison.removed.count),
      (diff.countChannel, comparison.pairs.count(where: \.isRechannelled)),
      (diff.countMoved, comparison.pairs.count(where: \.isMoved)),
    ].filter { $0.1 > 0 }.map { words.fill($0.0, count($0.1)) }
    if !counts.isEmpty {
      sentences.append(words.fill(diff.leadMake, counts.joined(separator: words.listSeparator)))
    }
    return words.sentences(sentences)
  }
}
