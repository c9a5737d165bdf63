import JourneyModel

/// Where the parts of a heatmap stand: from left to right stages, names, cells and numbers.
struct HeatmapGrid {
  /// The inside of a cell: a face, a score and small print, one block in its middle.
  struct CellParts {
    let faceRadius: Double
    /// The width of the widest score: scores stand under each other by their right edges.
    let scoreWidth: Double
    /// The width of the widest small print; 0 without any.
    let noteWidth: Double
    let gap: Double
    /// The width of the block.
    let width: Double

    fileprivate init(_ text: HeatmapText, setter: Typesetter) {
      let k = setter.theme.scale
      let cells = text.rows.flatMap(\.cells)
      faceRadius = 9 * k
      gap = 7 * k
      scoreWidth = cells.compactMap(\.score).map(setter.width).max() ?? 0
      noteWidth = cells.compactMap(\.note).map(setter.width).max() ?? 0
      width = 2 * faceRadius + gap + scoreWidth + (noteWidth > 0 ? gap + noteWidth : 0)
    }
  }

  /// A column of numbers with bars.
  struct NumberColumn {
    var left: Double
    /// The width of badges before the numbers; 0 without any.
    var badgeWidth: Double
    /// The width of the widest number, or of the heading over it.
    var numberWidth: Double
    var barWidth: Double
    var width: Double
    var heading: [Typesetter.Line] = []
    /// The right edge of the numbers and of their heading; bars begin behind it.
    var right: Double { left + badgeWidth + numberWidth }
  }

  /// The width of the picture.
  let width: Double
  /// The left edge of the stages' names.
  let left: Double
  /// The width of the stages' names; 0 without.
  let sectionWidth: Double
  /// The left edge of the rows' names.
  let nameLeft: Double
  /// The width of the channels' icons before the names, with their space; 0 without any.
  let iconWidth: Double
  let nameWidth: Double
  /// The left edges of the columns of cells.
  let cellLefts: [Double]
  let cellWidth: Double
  let parts: CellParts
  private(set) var numbers: [NumberColumn]
  /// The right edge of the last column.
  let right: Double

  /// Lines of the names.
  let names: [[Typesetter.Line]]
  let sectionNames: [[Typesetter.Line]]
  let headings: [[Typesetter.Line]]
  /// The height of the headings over the cells.
  let headingHeight: Double
  /// The heights of the rows, spaces included.
  let rowHeights: [Double]
  /// The space between two sections.
  let sectionGap: Double
  /// The space between cells.
  let cellGap: Double

  /// The least width of the picture, so that header and legend have room.
  private static let leastWidth = 1180.0
  /// The width that a picture has if its cells can have it so.
  private static let wantedWidth = 1760.0

  /// Fits a table.
  init(_ table: HeatmapTable, _ text: HeatmapText, setter: Typesetter) throws {
    let k = setter.theme.scale
    let (gap, cellGap) = (20 * k, 4 * k)
    self.cellGap = cellGap
    sectionGap = 14 * k
    left = Page.margin(setter.theme)

    // Stages and names.
    let sections = text.sections.flatMap { [$0.name] + ($0.note.map { [$0] } ?? []) }
    let longest = sections.map(setter.longestWord).max() ?? 0
    sectionWidth = min(
      sections.map(setter.width).max() ?? 0, max(160 * k, longest).rounded(.up))
    let hasIcons = table.rows.contains { $0.channel.flatMap { ChannelIcon.icon(of: $0) } != nil }
    iconWidth = hasIcons ? 27 * k : 0
    nameLeft = left + (sectionWidth > 0 ? sectionWidth + gap : 0) + iconWidth
    let widest = text.rows.map { setter.width($0.name) }.max() ?? 0
    nameWidth = min(widest, 330 * k).rounded(.up) + 1

    // Cells: wide enough for what is in them, wider where there is room.
    let parts = CellParts(text, setter: setter)
    self.parts = parts
    var numbers = Self.numberColumns(table, text, setter: setter)
    let numberGap = 26 * k
    let numbersWidth = numbers.reduce(0) { $0 + $1.width + numberGap }
    let cellsLeft = nameLeft + nameWidth + gap
    let count = Double(max(1, text.columns.count))
    let word = text.columns.map { setter.longestWord($0.name) }.max() ?? 0
    let least = max(parts.width + 20 * k, min(150 * k, word))
    // Without numbers beside them the cells fill a small picture.
    let fill = (Self.leastWidth - cellsLeft - left) / count - cellGap - 4 * k
    let usual = numbers.isEmpty ? min(260 * k, max(150 * k, fill)) : 150 * k
    let most = max(least, count < 3 ? 200 * k : usual)
    let room = (Self.wantedWidth - cellsLeft - numbersWidth - left) / count - cellGap
    let cellWidth = max(least, min(most, room)).rounded()
    self.cellWidth = cellWidth
    // The first column sums up the others: a little apart.
    cellLefts = text.columns.indices.map { index in
      cellsLeft + Double(index) * (cellWidth + cellGap) + (index > 0 ? 10 * k : 0)
    }

    // Numbers; in a small picture their bars fill what is left.
    var x = (cellLefts.last ?? cellsLeft) + cellWidth
    let free = Self.leastWidth - left - x - numbersWidth
    for index in numbers.indices {
      if free > 0 {
        numbers[index].barWidth += free / Double(numbers.count)
        numbers[index].width += free / Double(numbers.count)
      }
      numbers[index].left = x + numberGap
      numbers[index].heading = try setter.lines(
        text.numberColumns[index], width: numbers[index].right - numbers[index].left)
      x += numberGap + numbers[index].width
    }
    self.numbers = numbers
    right = x
    width = max(Self.leastWidth, x + left).rounded(.up)

    // From top to bottom.
    names = try text.rows.map { [nameWidth] in try setter.lines($0.name, width: nameWidth) }
    sectionNames = try text.sections.map { [sectionWidth] in
      try setter.lines($0.name, width: sectionWidth)
    }
    headings = try text.columns.map { try setter.lines($0.name, width: cellWidth) }
    headingHeight = Self.headingHeight(headings, text, numbers, setter.theme)
    rowHeights = Self.rowHeights(
      table, text, names: names, sections: sectionNames, gap: cellGap, parts: parts, setter.theme)
  }

  private static func numberColumns(
    _ table: HeatmapTable, _ text: HeatmapText, setter: Typesetter
  ) -> [NumberColumn] {
    let k = setter.theme.scale
    return table.numbers.indices.map { column in
      let labels = text.rows.map { $0.numbers[column] }
      let number = labels.compactMap(\.number).map(setter.width).max() ?? 0
      let badge = labels.contains { $0.rank != nil } ? 30 * k : 0
      // Heading and numbers end at the same edge; the heading in a few lines.
      let label = text.numberColumns[column]
      let heading = max(setter.longestWord(label), min(setter.width(label), 64 * k))
      let words = max(number, heading - badge)
      return NumberColumn(
        left: 0, badgeWidth: badge, numberWidth: words, barWidth: 78 * k,
        width: badge + words + 8 * k + 78 * k)
    }
  }

  private static func headingHeight(
    _ headings: [[Typesetter.Line]], _ text: HeatmapText, _ numbers: [NumberColumn],
    _ theme: Theme
  ) -> Double {
    let hasNote = text.columns.contains { $0.note != nil }
    let cells =
      Double(headings.map(\.count).max() ?? 0) * theme.lineHeight(.lane)
      + (hasNote ? theme.lineHeight(.cardNote) : 0)
    let words = Double(numbers.map(\.heading.count).max() ?? 0) * theme.lineHeight(.cardNote)
    return max(cells, words) + 8 * theme.scale
  }

  /// As high as the names need, and together as the names of their stages need.
  private static func rowHeights(
    _ table: HeatmapTable, _ text: HeatmapText, names: [[Typesetter.Line]],
    sections: [[Typesetter.Line]], gap: Double, parts: CellParts, _ theme: Theme
  ) -> [Double] {
    let k = theme.scale
    let air = theme.isBrief ? 8 * k : 14 * k
    let single = max(2 * parts.faceRadius + air + 2 * k, theme.lineHeight(.cardTitle) + air)
    var heights = names.map { lines in
      max(single, Double(lines.count) * theme.lineHeight(.cardTitle) + 8 * k) + gap
    }
    for (index, section) in table.sections.enumerated() {
      let note = text.sections[index].note == nil ? 0 : theme.lineHeight(.stageNote)
      let words = Double(sections[index].count) * theme.lineHeight(.stage) + note + 8 * k
      let missing = words - heights[section.rows].reduce(0, +)
      guard missing > 0 else { continue }
      for row in section.rows { heights[row] += missing / Double(section.rows.count) }
    }
    return heights.map { $0.rounded(.up) }
  }
}
