import JourneyAnalysis
import JourneyModel

/// Everything the curve says, before anything has a place.
struct CurveContent {
  /// A feeling as v, −1…+1.
  struct Value: Hashable {
    var v: Double
    /// The 90 % interval, the document's lower end first; nil when unknown.
    var interval: Interval?
    /// Whether nobody was asked.
    var isAssumed: Bool
  }

  /// An interval of feelings.
  struct Interval: Hashable {
    var low: Double
    var high: Double
  }

  /// One touchpoint.
  struct Column {
    var touchpoint: Touchpoint
    var felt: Value?
    var believed: Double?
    var score: Typesetter.Label?
    var name: Typesetter.Label
    var channel: Typesetter.Label?
    /// What tells its channel at a glance.
    var icon: Channel.Icon?
    /// How many were asked, or why there is no number.
    var evidence: Typesetter.Label?
    var summary: String
  }

  /// A thin line beside the bold one.
  struct Line {
    /// Its place in the names of groups.
    var id: String
    var name: String
    var mark: PersonaMark
    /// One value a column; nil where nothing is known.
    var values: [Value?]
    var label: Typesetter.Label
    var note: Typesetter.Label?
  }

  let subject: Subject
  let levels: FeelingLevels
  private(set) var columns: [Column] = []
  private(set) var stages: [StageRun] = []
  private(set) var lines: [Line] = []
  /// Whom the bold line is of.
  private(set) var feltLabel: Typesetter.Label
  private(set) var feltNote: Typesetter.Label?
  private(set) var beliefLabel: Typesetter.Label
  /// The picture in a sentence or two.
  private(set) var lead: String

  /// Puts a subject into words.
  ///
  /// - Parameters:
  ///   - subject: What is drawn.
  ///   - whole: The same before it was simplified.
  ///   - touchpoints: The columns.
  ///   - setter: Sets the words.
  /// - Throws: What the figures of everybody throw, beside those of one persona.
  init(
    _ subject: Subject, of whole: Subject, touchpoints: [Touchpoint], setter: Typesetter
  ) throws {
    self.subject = subject
    let words = subject.words
    levels = FeelingLevels(subject, setter: setter)
    var figures: [TouchpointID: TouchpointFigures] = [:]
    for figure in subject.analysis.touchpoints { figures[figure.id] = figure }
    let known = touchpoints.map { figures[$0.id] }

    let sentence = TouchpointSentence(subject)
    let icons = ChannelIcons(subject.journey)
    for (touchpoint, figures) in zip(touchpoints, known) {
      columns.append(Self.column(touchpoint, figures, sentence, icons, subject, setter))
    }
    stages = StageRun.runs(of: touchpoints, in: subject, setter: setter)
    let count = columns.count { $0.felt != nil }
    feltLabel = setter.add(
      subject.persona.map(\.name) ?? words.curve.everybody, .cardTitle)
    if !setter.theme.isBrief, let note = Self.note(count, of: columns.count, words) {
      feltNote = setter.add(note, .cardNote)
    }
    beliefLabel = setter.add(words.beliefLine, .note)
    // Of the whole journey: a sentence must stay true of what is left out.
    let met = whole.journey.touchpoints.filter(whole.meets)
    lead = CurveLead.text(of: met.map { ($0, figures[$0.id]) }, subject)
    try addLines(of: known, whole: whole, setter)
  }

  /// The whole picture in words.
  ///
  /// - Parameter leftOut: What is not drawn, in one sentence; nil when everything is.
  /// - Returns: A few sentences about the journey, then a line for each touchpoint.
  func summary(leftOut: String?) -> String {
    let opening = TouchpointSentence(subject).opening(touchpoints: columns.count)
    var lines = [subject.words.sentences([opening, lead] + (leftOut.map { [$0] } ?? []))]
    for (index, column) in columns.enumerated() {
      let stage = column.touchpoint.stage.map { " (\($0.rawValue))" } ?? ""
      lines.append("\(index + 1). \(column.touchpoint.name)\(stage): \(column.summary).")
    }
    return lines.joined(separator: "\n")
  }

  private static func column(
    _ touchpoint: Touchpoint, _ figures: TouchpointFigures?, _ sentence: TouchpointSentence,
    _ icons: ChannelIcons, _ subject: Subject, _ setter: Typesetter
  ) -> Column {
    let (words, scale) = (subject.words, subject.analysis.scale)
    let felt = figures?.felt
    var column = Column(
      touchpoint: touchpoint, felt: felt.map { value($0, scale) },
      believed: figures?.believed.map { clamped($0, scale) },
      score: felt.map { setter.add(words.score($0.mean, on: scale), .score) },
      name: setter.add(touchpoint.name, .cardTitle), summary: sentence.feelings(figures))
    column.icon = icons[touchpoint]
    if setter.theme.isBrief { return column }
    if let channel = touchpoint.channel {
      let name = subject.journey[channel: channel]?.name ?? channel.rawValue
      column.channel = setter.add(name, .cardNote)
    }
    let evidence =
      felt.map { felt in
        felt.n.map { words.fill(words.curve.asked, words.numbers.count(Double($0))) }
          ?? words.curve.assumed
      } ?? words.notMeasured
    column.evidence = setter.add(evidence, .meta)
    return column
  }

  private mutating func addLines(
    of known: [TouchpointFigures?], whole: Subject, _ setter: Typesetter
  ) throws {
    let scale = subject.analysis.scale
    let personas = subject.journey.personas
    guard subject.analysis.persona == nil else {
      let everybody = try whole.journey.analyzed(asOf: whole.analysis.asOf)
      var felt: [TouchpointID: FeltFigures] = [:]
      for figure in everybody.touchpoints { felt[figure.id] = figure.felt }
      let values = columns.map { felt[$0.touchpoint.id].map { Self.value($0, scale) } }
      addLine("everybody", subject.words.curve.everybody, PersonaMark(3), values, setter)
      return
    }
    guard personas.count > 1 else { return }
    for (index, persona) in personas.enumerated() {
      let values = known.map { figures in
        figures?.personas.first { $0.persona == persona.id }.map { Self.value($0.felt, scale) }
      }
      var name = persona.name
      if let share = persona.share {
        let words = subject.words
        name =
          Scalars.isolated(name, in: words.direction) + words.listSeparator
          + words.numbers.percent(share.fraction)
      }
      addLine(persona.id.rawValue, name, PersonaMark(index), values, setter)
    }
  }

  private mutating func addLine(
    _ id: String, _ name: String, _ mark: PersonaMark, _ values: [Value?], _ setter: Typesetter
  ) {
    let count = values.count { $0 != nil }
    guard count > 0 else { return }
    let isBrief = setter.theme.isBrief
    let note = isBrief ? nil : Self.note(count, of: values.count, subject.words)
    lines.append(
      Line(
        id: id, name: name, mark: mark, values: values, label: setter.add(name, .note),
        note: note.map { setter.add($0, .cardNote) }))
  }

  /// At how many touchpoints something is known, unless at all.
  private static func note(_ count: Int, of all: Int, _ words: Words) -> String? {
    guard count < all else { return nil }
    return words.fill(
      words.curve.measuredAt, words.numbers.count(Double(count)),
      words.numbers.count(Double(all)))
  }

  private static func clamped(_ score: Double, _ scale: Scale) -> Double {
    min(1, max(-1, scale.normalized(score)))
  }

  private static func value(_ felt: FeltFigures, _ scale: Scale) -> Value {
    var value = Value(v: clamped(felt.mean, scale), interval: nil, isAssumed: felt.isAssumed)
    if let low = felt.low, let high = felt.high {
      value.interval = Interval(low: clamped(low, scale), high: clamped(high, scale))
    }
    return value
  }
}
