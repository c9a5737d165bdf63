import JourneyModel
import TextSupport

/// What the answers of each column mean, told or found.
struct AnswerKinds {
  /// What a person should know.
  private(set) var remarks: [String] = []

  /// Columns of words with their steps.
  private var worded: [(name: String, words: String)] = []
  private var kinds: [Int32: AnswerKind] = [:]
  private var ladders: [Int32: AnswerLadders] = [:]

  /// Looks at all answers.
  ///
  /// - Parameters:
  ///   - tally: The survey.
  ///   - values: What its different answers say.
  /// - Throws: Where more than one reading holds.
  init(_ tally: borrowing SurveyTally, _ values: [Answer]) throws(SurveyProblem) {
    let options = tally.options
    var counts: [Int32: [Int32: Int]] = [:]
    for record in tally.records {
      counts[record.column, default: [:]][record.answer, default: 0] += 1
    }
    let places = counts.keys.sorted()
    let columns = tally.columns
    func told(_ column: Int32) -> AnswerKind? {
      columns.questions.first { $0.column == Int(column) }?.kind ?? options.kind
    }
    func words(_ column: Int32) -> [String] {
      (counts[column] ?? [:]).keys.compactMap {
        if case .words(let word) = values[Int($0)] { word } else { nil }
      }
    }
    let asked = places.filter { told($0) == nil }
      .map { (column: $0, question: columns.question($0), words: words($0)) }
    for family in Dictionary(grouping: asked, by: \.question).values {
      findCommonLadders(family.map { ($0.column, $0.words) })
    }
    var guessed: [(column: Int32, kind: AnswerKind)] = []
    for column in places {
      let answers = counts[column] ?? [:]
      let told = told(column)
      try findLadders(column, words(column), told, tally)
      if let told {
        kinds[column] = told
        continue
      }
      let found = Numbers(answers.map { (values[Int($0)], $1) })
      let numbers = found.plain
      try refuseFalling(
        answers.keys.compactMap { answer in
          guard case .number(let value) = values[Int(answer)] else { return nil }
          return Answer.label(tally.answers.all[Int(answer)]).map { (value, $0) }
        }, numbers, tally.names[Int(column)], options)
      guard !numbers.isEmpty || !found.highs.isEmpty else { continue }
      let name = tally.names[Int(column)]
      if Self.isEffort(name) {
        throw SurveyProblem(
          name: options.source,
          summary: "'\(name)' looks like effort, where a high answer may be good or bad",
          fix:
            "say --kind ces7 (or ces5) where much is bad, --kind csat7 (or csat5) where it is good")
      }
      if let kind = Self.named(name, numbers) {
        kinds[column] = kind
        remarks.append(
          "'\(name)' is \(Self.words(kind)) by its name; say otherwise with --kind.")
        continue
      }
      guard let kind = found.kind ?? Self.kind(numbers) else {
        throw SurveyProblem(
          name: options.source,
          summary: "the answers in '\(name)' are on no usual scale",
          fix: "say the scale with --kind LOW..HIGH")
      }
      kinds[column] = kind
      guessed.append((column, kind))
    }
    tellWords()
    try tell(guessed, tally)
  }

  /// How good an answer is; nil where there is none.
  func share(_ answer: Answer, column: Int32) -> Result<Double, SurveyTally.Refusal>? {
    switch answer {
    case .none: return nil
    case .unknown: return .failure(SurveyTally.Refusal(reason: .notAnAnswer))
    case .words(let word):
      guard let share = ladders[column]?.share(word) else {
        return .failure(SurveyTally.Refusal(reason: .notAnAnswer))
      }
      return .success(share)
    case .part(let value, let high):
      guard kinds[column]?.high == high else {
        return .failure(SurveyTally.Refusal(reason: .otherScale))
      }
      return self.share(.number(value), column: column)
    case .percent(let value):
      guard let kind = kinds[column], kind.low == 0, kind.high == 100 else {
        return .failure(SurveyTally.Refusal(reason: .otherScale))
      }
      return self.share(.number(value), column: column)
    case .number(let value):
      guard let share = kinds[column]?.share(value) else {
        return .failure(SurveyTally.Refusal(reason: .outOfRange))
      }
      return .success(share)
    }
  }

  // MARK: - Finding

  /// The numbers of a column, and what they say of their scale themselves.
  private struct Numbers {
    /// Numbers alone, each with how often it was given.
    var plain: [(value: Double, count: Int)] = []
    /// The highest answers that others name: 5 of `4/5`, 100 of `80%`.
    var highs: Set<Double> = []

    init(_ answers: [(Answer, Int)]) {
      for (answer, count) in answers {
        switch answer {
        case .number(let value): plain.append((value, count))
        case .part(_, let high): highs.insert(high)
        case .percent: highs.insert(100)
        case .none, .words, .unknown: break
        }
      }
    }

    /// The kind that all answers name, where each names one.
    var kind: AnswerKind? {
      guard plain.isEmpty, highs.count == 1, let high = highs.first else { return nil }
      switch high {
      case 5: return AnswerKind("likert5")
      case 7: return AnswerKind("likert7")
      case 10: return AnswerKind("nps")
      case 100: return AnswerKind("percent")
      default: return nil
      }
    }
  }

  /// The ladders that hold the words of several columns with one question: what is `good` in one row of
  /// a matrix is as good in the others, whichever words each of them was answered with.
  private mutating func findCommonLadders(_ columns: [(column: Int32, words: [String])]) {
    let worded = columns.filter { !$0.words.isEmpty }
    guard worded.count > 1,
      let common = try? AnswerLadders(Array(Set(worded.flatMap(\.words))), kind: nil)
    else { return }
    let alone = worded.map { (try? AnswerLadders($0.words, kind: nil))?.ladders.count ?? 0 }
    guard common.ladders.count <= alone.max() ?? 0 else { return }
    for (column, _) in worded { ladders[column] = common }
  }

  private mutating func findLadders(
    _ column: Int32, _ words: [String], _ told: AnswerKind?, _ tally: borrowing SurveyTally
  ) throws(SurveyProblem) {
    guard !words.isEmpty else { return }
    let name = tally.names[Int(column)]
    do throws(AnswerLadders.Doubt) {
      let found =
        if let common = ladders[column] { common } else {
          try AnswerLadders(Array(Set(words)), kind: told)
        }
      ladders[column] = found
      for ladder in found.ladders { worded.append((name, ladder.words)) }
    } catch {
      throw SurveyProblem(
        name: tally.options.source,
        summary: "'\(error.one)' and '\(error.other)' in '\(name)' would be the same answer",
        fix:
          "say --kind likert5 (or --map \"\(name)=TOUCHPOINT:likert5\") where they are; else write "
          + "numbers for the words")
    }
  }

  /// Refuses numbers that fall as the words beside them rise: `1 - Very good`, `5 - Poor`.
  private func refuseFalling(
    _ labelled: [(value: Double, word: String)], _ numbers: [(value: Double, count: Int)],
    _ name: String, _ options: SurveyOptions
  ) throws(SurveyProblem) {
    guard labelled.count > 1,
      let ladders = try? AnswerLadders(Array(Set(labelled.map(\.word))), kind: nil)
    else { return }
    let steps = labelled.compactMap { pair in
      ladders.share(pair.word).map { (value: pair.value, share: $0, word: pair.word) }
    }
    .sorted { ($0.value, $0.share) < ($1.value, $1.share) }
    guard let first = steps.first, let last = steps.last, first.value < last.value,
      first.share > last.share
    else { return }
    // The scale may be longer than what was answered, and than the words that are known.
    let scale = Self.kind(numbers)
    let low = scale?.low ?? first.value
    let high = scale?.high ?? last.value
    throw SurveyProblem(
      name: options.source,
      summary: "in '\(name)' a low number is good: \(first.value.plainText) is "
        + "'\(first.word)' and \(last.value.plainText) '\(last.word)'",
      fix:
        "say its ends, the bad one first, such as --kind \(high.plainText)..\(low.plainText)")
  }

  private static func kind(_ numbers: [(value: Double, count: Int)]) -> AnswerKind? {
    let total = numbers.reduce(0) { $0 + $1.count }
    // A few answers such as 99 or -1 stand for "none" and say nothing about the scale.
    let usual = numbers.filter { (0...10).contains($0.value) }
    let rare = total - usual.reduce(0) { $0 + $1.count }
    let taken =
      rare * 20 < total || Set(numbers.map(\.value)).count == usual.count + 1
      ? (usual.isEmpty ? numbers : usual) : numbers
    guard let low = taken.map(\.value).min(), let high = taken.map(\.value).max() else {
      return nil
    }
    return AnswerKind.found(low: low, high: high)
  }

  /// The kind that a column's name says, whatever part of the scale its answers take up.
  private static func named(
    _ name: String, _ numbers: [(value: Double, count: Int)]
  ) -> AnswerKind? {
    let words = AnswerWords.plain(name).split(separator: " ")
    if words.contains("nps") { return AnswerKind("nps") }
    if words.contains("csat5") { return AnswerKind("csat5") }
    if words.contains("csat7") { return AnswerKind("csat7") }
    guard words.contains("csat") else { return nil }
    let high = numbers.isEmpty ? nil : kind(numbers)?.high
    return high == 5 ? AnswerKind("csat5") : high == 7 ? AnswerKind("csat7") : nil
  }

  private static func isEffort(_ name: String) -> Bool {
    let words = AnswerWords.plain(name).split(separator: " ")
    return words.contains { ["ces", "effort", "aufwand", "esfuerzo"].contains($0) }
  }

  private mutating func tellWords() {
    var told: Set<String> = []
    for words in worded.map(\.words) where told.insert(words).inserted {
      let names = worded.filter { $0.words == words }.map { "'\($0.name)'" }
      remarks.append(
        "Words in \(Wording.list(names, most: 8)) are steps of equal size: \(words).")
    }
  }

  private mutating func tell(
    _ found: [(column: Int32, kind: AnswerKind)], _ tally: borrowing SurveyTally
  ) throws(SurveyProblem) {
    guard let first = found.first else { return }
    if let other = found.first(where: { $0.kind != first.kind }) {
      let names = tally.names
      throw SurveyProblem(
        name: tally.options.source,
        summary:
          "the questions look as if they had different scales: '\(names[Int(first.column)])' "
          + "\(Self.words(first.kind)), '\(names[Int(other.column)])' \(Self.words(other.kind))",
        fix: "say one for all with --kind, or each with --map \"COLUMN=touchpoint:KIND\"")
    }
    let scale = tally.journey.scale
    remarks.append(
      "Answers look like \(Self.words(first.kind)), high is good; say otherwise with --kind. "
        + "They are put on the journey's scale, \(scale.low.plainText) to \(scale.high.plainText).")
  }

  private static func words(_ kind: AnswerKind) -> String {
    "\(kind.low.plainText) to \(kind.high.plainText) (\(kind.description))"
  }
}
