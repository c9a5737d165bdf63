import JourneyModel

/// The stages as chevrons over their columns, with the share of customers still here.
struct MapBand {
  private struct Cell {
    var run: MapContent.StageRun
    var left: Double
    var right: Double
    var name: [Typesetter.Line]
    var note: Typesetter.Label?
  }

  /// How high the band is; 0 without stages.
  let height: Double
  private let cells: [Cell]
  private let isStacked: Bool
  private let setter: Typesetter

  private static let tip = 14.0
  private static let padding = 16.0

  init(_ content: MapContent, frame: MapFrame, setter: Typesetter) throws {
    self.setter = setter
    let runs = content.stages.filter { $0.stage != nil }
    let gap = 12.0
    func room(_ run: MapContent.StageRun) -> Double {
      frame.columnWidth * Double(run.columns.count) - Self.tip - 2 * Self.padding
    }
    // All on one line, or all in two rows: one ragged chevron spoils the band.
    let isStacked = runs.contains { run in
      guard let name = run.name else { return false }
      return setter.width(name) + (run.stillHere.map { setter.width($0) + gap } ?? 0) > room(run)
    }
    self.isStacked = isStacked
    cells = try runs.map { run in
      let note = run.stillHere.flatMap { words in
        setter.width(words) <= room(run) ? words : run.stillHereShort
      }
      let left = frame.plotLeft + frame.columnWidth * Double(run.columns.lowerBound)
      return Cell(
        run: run, left: left,
        right: left + frame.columnWidth * Double(run.columns.count),
        name: try run.name.map { try setter.lines($0, width: room(run)) } ?? [], note: note)
    }
    let rows = cells.map(\.name.count).max() ?? 0
    let hasNote = cells.contains { $0.note != nil }
    if cells.isEmpty {
      height = 0
    } else if isStacked {
      height =
        20 + Double(rows) * setter.theme.lineHeight(.stage)
        + (hasNote ? setter.theme.lineHeight(.stageNote) : 0)
    } else {
      height = 44
    }
  }

  /// Draws the band with its top at `y`.
  func draw(y: Double) -> Group {
    var layer = Group(id: "stages", name: "stages", isLayer: true)
    let bottom = y + height
    for (index, cell) in cells.enumerated() {
      let name = cell.run.stage?.name ?? ""
      var group = Group(
        id: "stage." + XMLName.escaped(name) + (isFirst(index) ? "" : ".\(index)"),
        name: "stage/" + name, isLayer: true)
      let tip = Self.tip
      let notch = index == 0 ? 0 : tip
      group.add(
        .path(
          .polygon([
            Point(cell.left, y), Point(cell.right - tip, y),
            Point(cell.right, (y + bottom) / 2), Point(cell.right - tip, bottom),
            Point(cell.left, bottom), Point(cell.left + notch, (y + bottom) / 2),
          ])), fill: .role(.band))
      drawWords(of: cell, y: y, into: &group)
      layer.add(group)
    }
    return layer
  }

  /// A stage that comes in several runs has one id for each.
  private func isFirst(_ index: Int) -> Bool {
    cells.firstIndex { $0.run.stage?.id == cells[index].run.stage?.id } == index
  }

  private func drawWords(of cell: Cell, y: Double, into group: inout Group) {
    let left = cell.left + Self.tip + Self.padding
    let right = cell.right - Self.padding - 4
    guard let name = cell.run.name else { return }
    if isStacked {
      let first = y + 10 + setter.ascent(.stage)
      group.elements += setter.placed(
        cell.name, of: name, at: Point(left, first), fill: .role(.ink))
      let last = first + Double(cell.name.count) * setter.theme.lineHeight(.stage)
      if let note = cell.note {
        group.elements.append(
          setter.placed(note, at: Point(left, last - 2), fill: .role(.inkSoft)))
      }
    } else {
      let baseline = y + height / 2 + 6
      group.elements += setter.placed(
        cell.name, of: name, at: Point(left, baseline), fill: .role(.ink))
      if let note = cell.note {
        group.elements.append(
          setter.placed(
            note, at: Point(right, baseline - 1), anchor: .right, fill: .role(.inkSoft)))
      }
    }
  }
}
