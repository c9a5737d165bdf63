import JourneyModel

/// Stages as chevrons over columns.
struct StageBand {
  private struct Cell {
    var run: StageRun
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
  private let tip: Double
  private let padding: Double

  /// Lays the band out.
  ///
  /// - Parameters:
  ///   - runs: The stages.
  ///   - setter: Sets the words.
  ///   - edges: The left and the right edge of the column at a position.
  /// - Throws: What the measurer throws.
  init(_ runs: [StageRun], setter: Typesetter, edges: (Int) -> (left: Double, right: Double))
    throws
  {
    let (theme, k) = (setter.theme, setter.theme.scale)
    self.setter = setter
    let (tip, padding) = theme.isBrief ? (12 * k, 4 * k) : (14 * k, 14 * k)
    (self.tip, self.padding) = (tip, padding)
    func span(_ run: StageRun) -> (left: Double, right: Double) {
      (edges(run.range.lowerBound).left, edges(run.range.upperBound - 1).right)
    }
    func room(_ run: StageRun) -> Double {
      max(8, span(run).right - span(run).left - (theme.isBrief ? 1.5 : 2) * tip - 2 * padding)
    }
    let named = runs.filter { $0.name != nil }
    // All on one line, or all in two rows: one ragged chevron spoils the band.
    func isTight(_ note: (StageRun) -> Typesetter.Label?) -> Bool {
      named.contains { run in
        let note = note(run).map { setter.width($0) + 12 * k } ?? 0
        return (run.name.map(setter.width) ?? 0) + note > room(run)
      }
    }
    // Large letters keep to one row as long as there is room for the bare share.
    let isShort = theme.isBrief && isTight(\.note) && !isTight(\.shortNote)
    let isStacked = isTight(\.note) && !isShort
    self.isStacked = isStacked
    cells = try named.map { run in
      let note = [isShort ? nil : run.note, run.shortNote].compactMap(\.self).first {
        setter.width($0) <= room(run)
      }
      let (left, right) = span(run)
      return Cell(
        run: run, left: left, right: right,
        name: try run.name.map { try setter.lines($0, width: room(run)) } ?? [], note: note)
    }
    let rows = cells.map(\.name.count).max() ?? 0
    let words =
      Double(isStacked ? rows : 1) * theme.lineHeight(.stage)
      + (isStacked && cells.contains { $0.note != nil } ? theme.lineHeight(.stageNote) : 0)
    height = cells.isEmpty ? 0 : (20 * k + words).rounded()
  }

  /// Draws the band with its top at `y`.
  func draw(y: Double) -> Group {
    var layer = Group(id: "stages", name: "stages", isLayer: true)
    let bottom = y + height
    for (index, cell) in cells.enumerated() {
      let name = cell.run.stage?.rawValue ?? ""
      var group = Group(id: cell.run.id, name: "stage/" + name, isLayer: true)
      group.title = Scalars.cleaned(name)
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

  private func drawWords(of cell: Cell, y: Double, into group: inout Group) {
    guard let name = cell.run.name else { return }
    let (theme, k) = (setter.theme, setter.theme.scale)
    let (left, right) = (cell.left + tip + padding, cell.right - tip - padding)
    // The middle of the letters is that of the band.
    let capital = 0.72 * theme.style(.stage).size
    let note = cell.note
    let below =
      Double(cell.name.count - 1) * theme.lineHeight(.stage)
      + (isStacked && note != nil ? theme.lineHeight(.stageNote) + 2 * k : 0)
    let first = (y + (height - capital - below) / 2 + capital).rounded()
    group.elements += setter.placed(
      cell.name, of: name, at: Point(left, first), column: right - left, fill: .role(.ink))
    guard let note else { return }
    if isStacked {
      group.elements += setter.placed(
        [setter.line(note)], of: note, at: Point(left, first + below),
        column: right - left, fill: .role(.inkSoft))
    } else {
      // At the other end than the name.
      let isSwapped = setter.standsAtRight(name)
      group.elements.append(
        setter.placed(
          note, at: Point(isSwapped ? left : right, first), anchor: isSwapped ? .left : .right,
          fill: .role(.inkSoft)))
    }
  }
}
