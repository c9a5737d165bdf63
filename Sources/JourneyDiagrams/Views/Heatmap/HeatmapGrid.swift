/// Where the parts of a heatmap stand.
struct HeatmapGrid {
  /// The width of the picture.
  let width: Double
  /// The left edge of the stages' names.
  let left: Double
  /// The width of the stages' names; 0 without.
  let sectionWidth: Double
  /// The left edge of the rows' names.
  let nameLeft: Double
  let nameWidth: Double
  /// The left edges of the columns of cells.
  let cellLefts: [Double]
  let cellWidth: Double
  /// The width of the widest score: scores stand under each other by their right edges.
  let scoreWidth: Double
  /// The width of the widest small print beside the scores; 0 where it does not fit.
  let noteWidth: Double
  /// The left edges of the columns of numbers.
  let numberLefts: [Double]
  /// For each column of numbers the width of its widest number, and of its bar.
  let numberWidths: [Double]
  let barWidth: Double
  /// The width of a badge with its space, in front of the last number.
  let badgeWidth: Double
  /// The right edge of everything.
  let right: Double
  /// Lines of the names.
  let names: [[Typesetter.Line]]
  let sectionNames: [[Typesetter.Line]]
  let headings: [[Typesetter.Line]]
  let numberHeadings: [[Typesetter.Line]]
  /// The height of the headings over the cells.
  let headingHeight: Double
  /// The heights of the rows, spaces included.
  let rowHeights: [Double]
  /// The space between two sections.
  let sectionGap: Double
  /// The radius of a face.
  let faceRadius: Double
  /// The space between cells.
  let cellGap: Double

  /// Fits a table.
  init(_ table: HeatmapTable, _ text: HeatmapText, setter: Typesetter) throws {
    let (theme, k) = (setter.theme, setter.theme.scale)
    func widest(_ labels: [Typesetter.Label]) -> Double {
      labels.map(setter.width).max() ?? 0
    }
    left = Page.margin(theme)
    cellGap = 4 * k
    faceRadius = 9 * k
    sectionGap = 14 * k

    // From the left: stages, names, cells, numbers.
    let sectionLabels = text.sections.flatMap { [$0.name] + ($0.note.map { [$0] } ?? []) }
    let sectionWidth = min(
      widest(sectionLabels),
      max(160 * k, sectionLabels.map(setter.longestWord).max() ?? 0).rounded(.up))
    self.sectionWidth = sectionWidth
    let gap = 20 * k
    nameLeft = left + (sectionWidth > 0 ? sectionWidth + gap : 0)
    let names = text.rows.map(\.name)
    let nameWidth = min(widest(names), 330 * k).rounded(.up) + 1
    self.nameWidth = nameWidth

    let cells = text.rows.flatMap(\.cells)
    let scoreWidth = widest(cells.compactMap(\.score))
    self.scoreWidth = scoreWidth
    let noteWidth = widest(cells.compactMap(\.note))
    let bare = 10 * k + 2 * faceRadius + 7 * k + scoreWidth + 10 * k
    let noted = bare + (noteWidth > 0 ? noteWidth + 8 * k : 0)
    let heading = min(
      150 * k, text.columns.map { setter.longestWord($0.name) }.max() ?? 0)
    let count = Double(max(1, text.columns.count))

    let numberWidths = table.numbers.indices.map { column in
      widest(text.rows.compactMap { $0.numbers[column].number })
    }
    self.numberWidths = numberWidths
    var barWidth = 78 * k
    let hasBadges = text.rows.contains { $0.numbers.contains { $0.rank != nil } }
    badgeWidth = hasBadges ? 30 * k : 0
    let numberGap = 26 * k
    let headingWidths = text.numberColumns.map { setter.longestWord($0) }
    var numbers: [Double] = []
    for index in numberWidths.indices {
      let badge = index == numberWidths.count - 1 ? badgeWidth : 0
      numbers.append(max(badge + numberWidths[index] + 8 * k + barWidth, headingWidths[index]))
    }
    let numbersWidth = numbers.reduce(0) { $0 + $1 + numberGap }

    let cellsLeft = nameLeft + nameWidth + gap
    let around = cellsLeft + numbersWidth + left
    let roomy = (1760 - around) / count - cellGap
    let least = max(bare, heading)
    let most = max(noted, heading, count < 3 ? 200 * k : 150 * k)
    let cellWidth = max(least, min(most, roomy)).rounded()
    self.cellWidth = cellWidth
    self.noteWidth = cellWidth >= noted ? noteWidth : 0
    // The first column sums up the others: a little apart.
    let gapOfCells = cellGap
    cellLefts = text.columns.indices.map { index in
      cellsLeft + Double(index) * (cellWidth + gapOfCells) + (index > 0 ? 10 * k : 0)
    }
    let cellsRight = (cellLefts.last ?? cellsLeft) + cellWidth
    // In a small picture the bars fill what is left.
    let free = 1180 - left - cellsRight - numbersWidth
    if free > 0, !numbers.isEmpty {
      let more = free / Double(numbers.count)
      barWidth += more
      for index in numbers.indices { numbers[index] += more }
    }
    self.barWidth = barWidth
    var x = cellsRight
    var lefts: [Double] = []
    for width in numbers {
      lefts.append(x + numberGap)
      x += numberGap + width
    }
    numberLefts = lefts
    right = max(x, 1180 - left)
    width = (right + left).rounded(.up)

    // From top to bottom.
    let nameLines = try names.map { try setter.lines($0, width: nameWidth) }
    self.names = nameLines
    let sectionNames = try text.sections.map { try setter.lines($0.name, width: sectionWidth) }
    self.sectionNames = sectionNames
    headings = try text.columns.map { try setter.lines($0.name, width: cellWidth) }
    numberHeadings = try zip(text.numberColumns, numbers).map { label, width in
      try setter.lines(label, width: width)
    }
    let hasNote = text.columns.contains { $0.note != nil }
    headingHeight =
      max(
        Double(headings.map(\.count).max() ?? 0) * theme.lineHeight(.lane)
          + (hasNote ? theme.lineHeight(.cardNote) : 0),
        Double(numberHeadings.map(\.count).max() ?? 0) * theme.lineHeight(.cardNote)) + 8 * k

    let single = max(2 * faceRadius + 16 * k, theme.lineHeight(.cardTitle) + 14 * k)
    var heights = nameLines.map { lines in
      max(single, Double(lines.count) * theme.lineHeight(.cardTitle) + 8 * k) + gapOfCells
    }
    for (index, section) in table.sections.enumerated() {
      let words =
        Double(sectionNames[index].count) * theme.lineHeight(.stage)
        + (text.sections[index].note == nil ? 0 : theme.lineHeight(.stageNote)) + 8 * k
      let missing = words - heights[section.rows].reduce(0, +)
      if missing > 0 {
        for row in section.rows { heights[row] += missing / Double(section.rows.count) }
      }
    }
    rowHeights = heights.map { $0.rounded(.up) }
  }
}
