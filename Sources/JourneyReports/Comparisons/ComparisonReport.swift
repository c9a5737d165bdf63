public import JourneyComparison
import JourneyAnalysis
import JourneyModel
import TextSupport

/// Two journeys held against each other, as text for people and programs.
public struct ComparisonReport: Sendable {
  /// What it is made from.
  public var comparison: Comparison
  /// Where customers leave the plan; nil when the first is no plan.
  public var deviations: Deviations?

  /// Creates the report of a comparison.
  ///
  /// - Parameters:
  ///   - comparison: What is told.
  ///   - isPlanned: Whether the first is a plan and the second what happened.
  public init(_ comparison: Comparison, isPlanned: Bool = false) {
    self.comparison = comparison
    deviations = isPlanned ? Deviations(comparison) : nil
  }

  var words: FigureWords { FigureWords(scale: comparison.after.analysis.scale) }

  /// The comparison for the terminal.
  ///
  /// - Parameter colored: Whether headings and verdicts are set off with ANSI escapes.
  /// - Returns: The text, with a newline at the end.
  public func text(colored: Bool = false) -> String {
    func heading(_ text: String) -> String { colored ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    let sections: [(String, [String])] = [
      (TextTable.printable(title), sides + [TextTable.printable(verdict)]),
      ("The journey", table(journeyFigures, colored: colored)),
      (
        comparison.isOfPersonas
          ? "Touchpoints that differ beyond chance" : "Touchpoints that changed beyond chance",
        beyondChance.isEmpty ? ["none"] : table(beyondChance, named: true, colored: colored)
      ),
      ("Would count alone, not among so many", table(alone, named: true, colored: colored)),
      ("Cannot be tested against chance", table(untested, named: true, colored: colored)),
      (makeTitle, make),
      ("Otherwise than planned", planned),
      ("How to read this", notes),
    ]
    return sections.filter { !$0.1.isEmpty }
      .map { ([heading($0.0)] + $0.1).joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  // MARK: What is told

  var title: String {
    let (before, after) = (comparison.before.journey.title, comparison.after.journey.title)
    let day = "as of \(comparison.after.analysis.asOf)"
    return before == after ? "\(after) · \(day)" : "\(before) → \(after) · \(day)"
  }

  var makeTitle: String {
    comparison.isOfPersonas ? "What differs in the make" : "What changed in the make"
  }

  /// What the columns of the two sides are called: before and after, or two personas' names.
  var heads: (before: String, after: String) {
    guard comparison.isOfPersonas, let first = Self.persona(comparison.before),
      let second = Self.persona(comparison.after), first != second
    else { return ("before", "after") }
    return (first, second)
  }

  static func persona(_ side: ComparedJourney) -> String? {
    side.analysis.persona.map { side.journey[persona: $0]?.name ?? $0.rawValue }
  }

  private var sides: [String] {
    let width = max(6, heads.before.count, heads.after.count)
    let named = [(heads.before, comparison.before), (heads.after, comparison.after)]
    return named.map { name, side in
      var parts = [side.label]
      if let persona = side.analysis.persona { parts.append("persona \(persona)") }
      if let period = side.journey.period { parts.append("\(period)") }
      if let started = side.analysis.started {
        parts.append(
          CustomerText.counted(started, side.journey.customers)
            + (comparison.isEverybodys(.completed) ? " in all" : ""))
      } else if !side.analysis.hasFlow {
        parts.append("no flow data")
      }
      return TextTable.printable(
        name + String(repeating: " ", count: width - name.count + 2)
          + parts.joined(separator: " · "))
    }
  }

  /// The journey's figures without those that never were anything.
  var journeyFigures: [FigureChange] {
    comparison.journeyFigures.filter { change in
      Self.isWorthALine(change.figure.measure, [change.before, change.after])
    }
  }

  /// Whether a figure of the journey ever was anything.
  static func isWorthALine(_ measure: Figure.Measure, _ values: [Estimate?]) -> Bool {
    ![.diverted, .ended].contains(measure) || values.contains { ($0?.value ?? 0) != 0 }
  }

  /// The touchpoints' figures that changed beyond chance: what got worse first, of each the surest.
  var beyondChance: [FigureChange] {
    let changes = comparison.beyondChance.filter { $0.figure.touchpoint != nil }
    return changes.filter { $0.verdict == .worse } + changes.filter { $0.verdict != .worse }
  }

  /// Those that are beyond chance by themselves, but not as one of many.
  var alone: [FigureChange] { judged.filter(Self.countsAlone) }

  private static func countsAlone(_ change: FigureChange) -> Bool {
    !change.isBeyondChance && [.better, .worse, .different].contains(change.verdict)
  }

  /// Those of which nobody knows whether it is chance, such as planned feelings.
  var untested: [FigureChange] { judged.filter(Self.isUntested) }

  private static func isUntested(_ change: FigureChange) -> Bool {
    change.verdict == .unknown && [.better, .worse, .different].contains(change.tendency)
      && [.felt, .dropOff].contains(change.figure.measure)
  }

  var judged: [FigureChange] {
    comparison.figures.filter { $0.isJudged && $0.figure.touchpoint != nil }
  }

  private func table(
    _ changes: [FigureChange], named: Bool = false, colored: Bool
  ) -> [String] {
    guard !changes.isEmpty else { return [] }
    var table = TextTable(
      (named ? [.init("touchpoint")] : []) + [
        .init("figure"), .init(heads.before, .right), .init(heads.after, .right),
        .init("difference", .right), .init("90 % interval", .right), .init(changeHead),
      ])
    table.rows = changes.map { row($0, named: named) }
    return table.lines { index, line in
      guard colored, !comparison.isOfPersonas, !comparison.isUnmatched, let index else {
        return line
      }
      switch changes[index].verdict {
      case .better: return "\u{1B}[32m\(line)\u{1B}[0m"
      case .worse: return "\u{1B}[31m\(line)\u{1B}[0m"
      default: return line
      }
    }
  }

  func row(_ change: FigureChange, named: Bool) -> [String] {
    let measure = change.figure.measure
    if comparison.isShared(change.figure) {
      // One number for everybody: nothing is known about what sets the two apart.
      let value = words.value(change.after?.value, of: measure)
      return (named ? [change.name ?? ""] : []) + [
        measure.word, value, value, "–", "–", "not told apart",
      ]
    }
    let whose = comparison.isEverybodys(measure) ? " of all" : ""
    return (named ? [change.name ?? ""] : []) + [
      measure.word + whose, words.value(change.before?.value, of: measure),
      words.value(change.after?.value, of: measure),
      words.difference(change.difference?.value, of: measure),
      words.interval(change.difference, of: measure), word(change),
    ]
  }

  var changeHead: String { comparison.isOfPersonas ? "verdict" : "change" }

  /// What became of a figure; of two personas, to whom it is better.
  func word(_ change: FigureChange) -> String {
    if comparison.isUnmatched { return "–" }
    let word = FigureWords.word(change)
    guard comparison.isOfPersonas else { return word }
    switch word {
    case "better", "worse", "better?", "worse?", "better alone", "worse alone":
      return "\(word.split(separator: " ").first ?? "") for \(heads.after)"
        + (word.hasSuffix("alone") ? ", alone" : "")
    case "no change": return "the same"
    default: return word
    }
  }

  private var make: [String] {
    let lines = MakeChanges(comparison).lines
    guard !lines.isEmpty else { return ["nothing"] }
    return TextTable([.init("change"), .init("what")], rows: lines.map { [$0.kind, $0.text] })
      .lines().dropFirst().map { $0 }
  }

  private var planned: [String] {
    guard let deviations else { return [] }
    if deviations.isEmpty { return ["nothing: customers go as was planned"] }
    return TextTable([.init("kind"), .init("what")], rows: deviationRows.map { [$0.0, $0.1] })
      .lines().dropFirst().map { $0 }
  }

  /// Where customers leave the plan, with what share of them.
  var deviationRows: [(String, String)] {
    guard let deviations else { return [] }
    func planned(_ share: Double?) -> String {
      share.map { $0 > 0 ? ", planned \(NumberText.percent($0))" : "" } ?? ""
    }
    var rows = deviations.skipped.map { skipped in
      (
        "skipped",
        "\(skipped.planned.name): "
          + (skipped.isMissing
            ? "nobody was seen there"
            : (skipped.share.map { "\(NumberText.percent($0)) never come" }
              ?? "by how many is unknown")
              + planned(skipped.plannedShare))
      )
    }
    rows += deviations.repeated.map { repeated in
      (
        "repeated",
        "\(repeated.touchpoint.name): \(NumberText.percent(repeated.share)) of those who come, "
          + "come again\(planned(repeated.plannedShare))"
      )
    }
    rows += deviations.unplanned.map { unplanned in
      (
        "unplanned",
        "\(unplanned.touchpoint.name): "
          + (unplanned.share.map { "\(NumberText.percent($0)) come here" }
            ?? "by how many is unknown")
      )
    }
    rows += deviations.transitions.map { transition in
      (
        "unplanned way",
        "\(MakeChanges.way(transition, in: comparison.after.journey)): "
          + "\(NumberText.percent(transition.probability)) of those who go on from there"
      )
    }
    return rows
  }

  // MARK: The verdict

  /// What matters in one sentence: the outcome, the time, and how many touchpoints feel otherwise.
  var verdict: String {
    if comparison.isUnmatched {
      return "no touchpoint matches: these look like different journeys"
    }
    if comparison.isOfPersonas {
      let felt = comparison.feltBeyondChance
      guard felt.better + felt.worse > 0 else {
        return "no touchpoint feels different beyond chance"
      }
      return
        ([
          "\(Self.touchpoints(felt.better)) better and \(felt.worse) worse for \(heads.after), "
            + "beyond chance"
        ] + [foremost].compactMap(\.self)).joined(separator: "; ")
    }
    var parts: [String] = []
    func sure(_ measure: Figure.Measure) -> FigureChange? {
      comparison[Figure(measure)].flatMap { $0.isBeyondChance ? $0 : nil }
    }
    if let difference = sure(.completed)?.difference { parts.append(outcome(difference)) }
    if let foremost { parts.append(foremost) }
    let felt = comparison.feltBeyondChance
    if felt.better + felt.worse > 0 {
      parts.append(
        "\(Self.touchpoints(felt.better)) better and \(felt.worse) worse, beyond chance")
    }
    if let difference = comparison.untestedOutcome?.difference {
      parts.append(outcome(difference) + ", untested")
    } else if parts.isEmpty {
      parts.append(
        comparison.beyondChance.isEmpty
          ? "nothing changed beyond chance"
          : "touchpoints changed beyond chance, the outcome did not")
    }
    if let time = comparison.movedTime?.difference?.value {
      parts.append("time \(words.difference(time, of: .time)), untested")
    }
    return parts.joined(separator: "; ")
  }

  /// How many more or fewer reach the goal.
  private func outcome(_ difference: Difference) -> String {
    let points = (difference.value * 100).magnitude
    let whose =
      comparison.isEverybodys(.completed) ? "all \(comparison.after.journey.customers): " : ""
    return whose + "\(NumberText.fixed(points, points < 0.95 ? 1 : 0)) of 100 "
      + (difference.value < 0 ? "fewer " : "more ")
      + (comparison.after.journey.ends.completed ?? "complete it")
  }

  /// The touchpoint that stands out, by name, with the figure that does.
  private var foremost: String? {
    guard let change = comparison.foremost, let name = change.name else { return nil }
    let measure = change.figure.measure
    let kind: String =
      comparison.isOfPersonas
      ? "furthest apart" : change.verdict == .worse ? "worst change" : "best change"
    return "\(kind): \(name), \(measure.word) \(words.value(change.before?.value, of: measure))"
      + (comparison.isOfPersonas ? " · " : " → ") + words.value(change.after?.value, of: measure)
  }

  private static func touchpoints(_ count: Int) -> String {
    count == 1 ? "1 touchpoint feels" : "\(count) touchpoints feel"
  }

  // MARK: How to read it

  /// What the numbers rest on, in sentences.
  var notes: [String] {
    var notes: [String] = []
    let tested = comparison.figures.count(where: \.isTested)
    if comparison.figures.contains(where: { comparison.isShared($0.figure) }) {
      notes.append(
        "Not told apart: the flow or the score is everybody's, so it says nothing about what sets "
          + "the two apart.")
    }
    if comparison.figures.contains(where: { comparison.isEverybodys($0.figure.measure) }) {
      notes.append(
        "Of all: the flow is not told by persona, so these are figures of all "
          + "\(comparison.after.journey.customers).")
    }
    if tested > 0, !comparison.isUnmatched {
      notes.append(
        "Better and worse: the 90 % interval of the difference leaves out 0. Too close to call: it "
          + "does not, so it may be chance.")
      notes.append(
        tested == 1
          ? "One figure alone was tested, so nothing is corrected for many."
          : "Beyond chance are those that still count when all \(tested) tested figures are judged "
            + "together (Holm); alone: it would count by itself, but not then.")
    }
    let all = comparison.figures
    if all.contains(where: { $0.verdict == .unknown && $0.difference != nil }) {
      notes.append(
        "With a question mark: one of the two is assumed, or nobody knows how sure it is, so that "
          + "chance cannot be ruled out."
          + (all.contains { $0.figure.measure.unit == .seconds && $0.verdict == .unknown }
            ? " Times always are: documents give them without an error." : ""))
    }
    let rest = judged.filter {
      !$0.isBeyondChance && !Self.countsAlone($0) && !Self.isUntested($0)
    }
    let counts = [
      ("too close to call", rest.count { $0.verdict == .tooCloseToCall }),
      ("not told apart", rest.count { comparison.isShared($0.figure) }),
      ("without change", rest.count { $0.verdict == .same && !comparison.isShared($0.figure) }),
      ("unknown", rest.count { $0.verdict == .unknown && !comparison.isShared($0.figure) }),
    ].filter { $0.1 > 0 }
    if !counts.isEmpty {
      notes.append(
        "Of the other figures of touchpoints "
          + counts.map { "\($0.1) \($0.1 == 1 ? "is" : "are") \($0.0)" }.joined(separator: ", ")
          + ".")
    }
    if comparison.isScaleConverted {
      let scale = comparison.after.analysis.scale
      notes.append(
        "Scores of before were taken to the scale of after, "
          + "\(NumberText.fixed(scale.low, 0)) … \(NumberText.fixed(scale.high, 0)).")
    }
    if isOneDocument {
      notes.append(
        "Both sides are of one document: what they share is no second measurement, and is told as "
          + "no change.")
    }
    return notes
  }

  /// Whether both sides have the same journey, as two personas of it.
  private var isOneDocument: Bool {
    comparison.before.analysis.persona != comparison.after.analysis.persona
      && comparison.before.journey == comparison.after.journey
  }
}
