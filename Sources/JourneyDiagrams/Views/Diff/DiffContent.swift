import JourneyAnalysis
import JourneyComparison
import JourneyModel

/// Everything the picture of two journeys says, before anything has a place.
struct DiffContent {
  /// A feeling of one side as v, −1…+1.
  struct Value: Hashable {
    var v: Double
    /// Whether nobody was asked.
    var isAssumed: Bool
  }

  /// A line of a lane.
  struct Entry {
    var text: Typesetter.Label
    var paint: Paint
    /// The sign before it.
    var sign: DiffSign?
  }

  /// One touchpoint.
  struct Column {
    var what: DiffTouchpoint
    var before: Value?
    var after: Value?
    /// What became of what is felt.
    var felt: FigureChange?
    /// The sign of that; nil where there is nothing to compare.
    var sign: DiffSign?
    /// Whether two personas are one here: nobody told what they feel apart.
    var isShared = false
    /// Whether it is the touchpoint that stands out.
    var isForemost = false
    var score: Typesetter.Label?
    var name: Typesetter.Label
    var channel: Typesetter.Label?
    var icon: Channel.Icon?
    /// What stands in each lane, from top to bottom.
    var cells: [[Entry]]
    var summary: String
  }

  let subject: Subject
  let levels: FeelingLevels
  private(set) var columns: [Column] = []
  private(set) var stages: [StageRun] = []
  /// The titles of the lanes that say anything, from top to bottom.
  private(set) var lanes: [Typesetter.Label] = []
  /// The title of the lane of heat; nil where nothing stands in it.
  private(set) var heatTitle: Typesetter.Label?
  let before: Typesetter.Label
  let after: Typesetter.Label
  let sides: (before: String, after: String)
  /// Whether the sides are two personas, of whom neither was before the other.
  let isOfPersonas: Bool

  /// Puts two journeys into words.
  init(
    _ comparison: Comparison, _ subject: Subject, columns: [DiffTouchpoint], setter: Typesetter
  ) {
    self.subject = subject
    let words = subject.words
    levels = FeelingLevels(subject, setter: setter)
    isOfPersonas = comparison.isOfPersonas
    sides = DiffSides.names(of: comparison, words)
    before = setter.add(sides.before, .note)
    after = setter.add(sides.after, .cardTitle)
    let writer = DiffWriter(comparison, subject, setter: setter)
    self.columns = columns.map(writer.column)
    stages = StageRun.runs(
      of: columns.map { column in
        var touchpoint = column.touchpoint
        touchpoint.stage = column.stage
        return touchpoint
      }, in: nil, setter: setter)
    // A lane in which nothing stands has no title either.
    var leaving = words.diff.leaving
    if comparison.isEverybodys(.dropOff) {
      leaving = words.fill(
        words.diff.both, leaving, words.fill(words.diff.all, subject.journey.customers))
    }
    let titles = [words.diff.feeling, leaving, words.diff.heat, words.diff.make]
    let isUsed = titles.indices.map { lane in
      self.columns.contains { !$0.cells[lane].isEmpty }
    }
    for index in self.columns.indices {
      self.columns[index].cells = zip(self.columns[index].cells, isUsed).filter(\.1).map(\.0)
    }
    let labels = zip(titles, isUsed).map { title, isUsed in
      isUsed ? setter.add(title, .lane) : nil
    }
    lanes = labels.compactMap(\.self)
    heatTitle = labels[2]
  }
}

/// What the two sides are called where they stand beside each other.
enum DiffSides {
  /// What tells them apart: the persona, the state, the period, the revision or file, in this order.
  static func names(of comparison: Comparison, _ words: Words) -> (before: String, after: String) {
    func pair(_ name: (ComparedJourney) -> String?) -> (before: String, after: String)? {
      guard let before = name(comparison.before), let after = name(comparison.after),
        before != after
      else { return nil }
      return (before, after)
    }
    return pair { side in
      side.analysis.persona.flatMap { side.journey[persona: $0]?.name }
    } ?? pair { side in
      side.journey.state.map { $0 == .asIs ? words.today : words.planned }
    } ?? pair { side in
      side.journey.period.map(words.period)
    } ?? pair { side in
      short(side.label)
    } ?? (words.diff.before, words.diff.after)
  }

  /// A revision, or the name of a file without its folder and its ending.
  private static func short(_ label: String) -> String? {
    let parts = label.split(separator: ":", maxSplits: 2)
    if parts.count == 3, parts[0] == "git" { return String(parts[1]) }
    guard let file = label.split(separator: "/").last else { return nil }
    for ending in [".journey.yaml", ".journey.yml", ".journey.json", ".yaml", ".yml", ".json"]
    where file.hasSuffix(ending) && file.count > ending.count {
      return String(file.dropLast(ending.count))
    }
    return String(file)
  }
}
