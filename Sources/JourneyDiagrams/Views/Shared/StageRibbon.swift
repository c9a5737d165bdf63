import JourneyModel

/// Stages as chevrons over equal columns, for views whose columns are touchpoints.
struct StageRibbon {
  /// Columns beside each other that belong to one stage, or to none.
  struct Run {
    /// The stage; nil for touchpoints without one.
    var stage: Stage?
    /// The columns.
    var columns: Range<Int>
    fileprivate var label: Typesetter.Label?
    fileprivate var lines: [Typesetter.Line] = []
  }

  /// The runs from left to right.
  private(set) var runs: [Run] = []
  /// How high the ribbon is; 0 when no column has a stage.
  private(set) var height = 0.0
  private let setter: Typesetter
  private var left = 0.0
  private var columnWidth = 0.0

  private var unit: Double { setter.theme.scale }
  private var tip: Double { 14 * unit }
  private var padding: Double { 13 * unit }

  /// Takes the stages' names; they are measured with everything else.
  init(_ touchpoints: [Touchpoint], setter: Typesetter) {
    self.setter = setter
    for (index, touchpoint) in touchpoints.enumerated() {
      if var last = runs.last, last.stage?.id == touchpoint.stage {
        last.columns = last.columns.lowerBound..<(index + 1)
        runs[runs.count - 1] = last
        continue
      }
      var run = Run(
        stage: touchpoint.stage.map { Stage($0.rawValue) }, columns: index..<(index + 1))
      run.label = run.stage.map { setter.add($0.name, .stage) }
      runs.append(run)
    }
  }

  /// Lays the ribbon out over columns of one width.
  mutating func layout(left: Double, columnWidth: Double) throws {
    self.left = left
    self.columnWidth = columnWidth
    var rows = 0
    for index in runs.indices {
      guard let label = runs[index].label else { continue }
      let room = columnWidth * Double(runs[index].columns.count) - 2 * tip - 2 * padding
      runs[index].lines = try setter.lines(label, width: max(room, 20 * unit))
      rows = max(rows, runs[index].lines.count)
    }
    height = rows > 0 ? (Double(rows) * setter.theme.lineHeight(.stage) + 20 * unit).rounded() : 0
  }

  /// Draws the ribbon with its top at `y`.
  func draw(y: Double) -> Group {
    var layer = Group(id: "stages", name: "stages", isLayer: true)
    var seen: Set<StageID> = []
    for (index, run) in runs.enumerated() {
      guard let stage = run.stage, let label = run.label else { continue }
      let first = left + columnWidth * Double(run.columns.lowerBound)
      let last = left + columnWidth * Double(run.columns.upperBound)
      // A stage that comes in several runs has one id for each.
      let id = "stage." + XMLName.escaped(stage.name)
      var group = Group(
        id: seen.insert(stage.id).inserted ? id : id + ".\(index)",
        name: "stage/" + stage.name, isLayer: true, title: stage.name)
      let notch = index == 0 ? 0 : tip
      group.add(
        .path(
          .polygon([
            Point(first, y), Point(last - tip, y), Point(last, y + height / 2),
            Point(last - tip, y + height), Point(first, y + height),
            Point(first + notch, y + height / 2),
          ])), fill: .role(.band))
      let lineHeight = setter.theme.lineHeight(.stage)
      let block = Double(run.lines.count) * lineHeight
      let baseline = y + (height - block) / 2 + (lineHeight + setter.ascent(.stage)) / 2 - 1 * unit
      group.elements += setter.placed(
        run.lines, of: label, at: Point(first + tip + padding, baseline), fill: .role(.ink))
      layer.add(group)
    }
    return layer
  }
}
