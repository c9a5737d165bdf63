import JourneyAnalysis
import JourneyModel

/// Everything the map says, before anything has a place.
struct MapContent {
  /// One thing in a cell of a lane.
  struct Entry {
    var text: Typesetter.Label
    var ink: ColorRole
    /// A little room above it, below another thing of the cell.
    var gap: Double
    /// How far a decision has come, drawn as a mark before the first line.
    var mark: DecisionMark?
  }

  /// A transition between two columns.
  struct Link {
    var from: Int
    var to: Int
    var traffic: Double
    var probability: Double
    var label: Typesetter.Label?
  }

  let subject: Subject
  let form: MapForm
  var columns: [MapColumn] = []
  var stages: [StageRun] = []
  var links: [Link] = []
  /// Decisions about the journey as a whole.
  var decisions: [Entry] = []
  var belief: Typesetter.Label
  var levels: [(v: Double, name: Typesetter.Label, value: Typesetter.Label)] = []
  /// What stands at the axis when nothing was felt or believed.
  var unmeasured: Typesetter.Label?

  /// The most quotes of one touchpoint that are shown.
  static let mostQuotes = 3
  /// The most bright spots that are marked.
  static let mostBrightSpots = 3
  /// The least feeling of a bright spot that is marked, half way to pleased.
  static let leastBright = 0.25

  /// Whether the line of what was believed is drawn; among the personas' lines it would be one more.
  var showsBelief: Bool {
    !form.overlaysPersonas && columns.contains { $0.believed != nil }
  }

  init(_ subject: Subject, form: MapForm, order: [Int], setter: Typesetter) {
    self.subject = subject
    self.form = form
    belief = setter.add(subject.words.beliefLine, .note)
    let writer = MapContentWriter(subject: subject, form: form, setter: setter)
    columns.reserveCapacity(order.count)
    for index in order { columns.append(writer.column(subject.journey.touchpoints[index])) }
    if form.lanes.contains(.decisions) {
      decisions = subject.journey.decisions.filter { $0.about == nil }
        .flatMap { writer.lanes.decision($0) }
    }
    stages = StageRun.runs(of: columns.map(\.touchpoint), in: subject, setter: setter)
    links = writer.links(between: columns)
    if columns.contains(where: { $0.felt != nil || $0.believed != nil }) {
      levels = writer.levels()
    } else {
      unmeasured = setter.add(subject.words.notMeasured, .axis)
    }
  }
}
