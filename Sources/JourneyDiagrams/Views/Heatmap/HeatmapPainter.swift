/// Draws a heatmap.
struct HeatmapPainter {
  let table: HeatmapTable
  let text: HeatmapText
  let grid: HeatmapGrid
  let setter: Typesetter

  /// How opaque bars are.
  static let barOpacity = 0.72

  private var theme: Theme { setter.theme }
  private var k: Double { setter.theme.scale }

  /// The whole table.
  func body(top: Double) -> Page.Body {
    guard !table.rows.isEmpty else { return Page.Body(layers: [], bottom: top) }
    let tops = rowTops(from: top + grid.headingHeight)
    let bottom = (tops.last ?? top) + (grid.rowHeights.last ?? 0)
    var rows = Group(
      id: table.sections.isEmpty && isPooled ? "rows" : "touchpoints",
      name: table.sections.isEmpty && isPooled ? "rows" : "touchpoints", isLayer: true)
    for index in table.rows.indices { rows.add(drawRow(index, y: tops[index])) }
    return Page.Body(
      layers: [drawHeadings(top: top), drawSections(tops), drawRules(tops), rows],
      bottom: bottom)
  }

  private var isPooled: Bool { !(table.rows.first?.layer.hasPrefix("touchpoint/") ?? true) }

  /// The top of each row: sections and totals stand apart.
  private func rowTops(from first: Double) -> [Double] {
    let starts = Set(table.sections.dropFirst().map(\.rows.lowerBound))
    var y = first
    var tops: [Double] = []
    for index in table.rows.indices {
      if starts.contains(index) || table.rows[index].isTotal { y += grid.sectionGap }
      tops.append(y)
      y += grid.rowHeights[index]
    }
    return tops
  }

  // MARK: Around the cells

  private func drawHeadings(top: Double) -> Group {
    var group = Group(id: "columns", name: "columns", isLayer: true)
    let bottom = top + grid.headingHeight - 8 * k
    for (index, heading) in text.columns.enumerated() {
      let center = grid.cellLefts[index] + grid.cellWidth / 2
      var y = bottom
      if let note = heading.note {
        y -= theme.lineHeight(.cardNote)
        group.elements.append(
          setter.placed(
            note, at: Point(center, y + setter.ascent(.cardNote)), anchor: .middle,
            fill: .role(.inkSoft)))
      }
      let lines = grid.headings[index]
      y -= Double(lines.count) * theme.lineHeight(.lane)
      group.elements += setter.placed(
        lines, of: heading.name, at: Point(center, y + setter.ascent(.lane)), anchor: .middle,
        fill: .role(.ink))
    }
    for (column, label) in zip(grid.numbers, text.numberColumns) {
      let y = bottom - Double(column.heading.count) * theme.lineHeight(.cardNote)
      group.elements += setter.placed(
        column.heading, of: label, at: Point(column.right, y + setter.ascent(.cardNote)),
        anchor: .right, fill: .role(.inkSoft))
    }
    return group
  }

  private func drawSections(_ tops: [Double]) -> Group {
    var layer = Group(id: "stages", name: "stages", isLayer: true)
    for (index, section) in table.sections.enumerated() where !section.name.isEmpty {
      var group = Group(
        id: section.id, name: "stage/" + section.name, isLayer: true,
        title: Scalars.cleaned(section.name))
      let top = tops[section.rows.lowerBound]
      let heading = text.sections[index]
      let first = top + sectionBaseline(index)
      group.elements += setter.placed(
        grid.sectionNames[index], of: heading.name, at: Point(grid.left, first),
        column: grid.sectionWidth, fill: .role(.ink))
      if let note = heading.note {
        let y =
          first + Double(grid.sectionNames[index].count - 1) * theme.lineHeight(.stage)
          + theme.lineHeight(.stageNote) + 2 * k
        group.elements += setter.placed(
          [setter.line(note)], of: note, at: Point(grid.left, y), column: grid.sectionWidth,
          fill: .role(.inkSoft))
      }
      layer.add(group)
    }
    return layer
  }

  /// The first baseline of a stage's name from its top: that of its first row, or as high as the
  /// words need.
  private func sectionBaseline(_ index: Int) -> Double {
    let rows = table.sections[index].rows
    let lines = Double(grid.sectionNames[index].count)
    let note = text.sections[index].note == nil ? 0 : theme.lineHeight(.stageNote)
    let height = lines * theme.lineHeight(.stage) + note
    let room = grid.rowHeights[rows].reduce(0, +) - grid.cellGap
    let wanted = firstBaseline(of: rows.lowerBound) - baseline(.stage)
    return (max(0, min(wanted, room - height)) + baseline(.stage)).rounded()
  }

  /// Hairlines between stages, and above a total.
  private func drawRules(_ tops: [Double]) -> Group {
    var group = Group(id: "rules", name: "rules", isLayer: true)
    var rows = table.sections.dropFirst().map(\.rows.lowerBound)
    rows += table.rows.indices.filter { table.rows[$0].isTotal }
    for row in rows {
      let y = tops[row] - grid.sectionGap / 2 - grid.cellGap / 2
      group.add(
        .line(Point(grid.left, y), Point(grid.right, y)),
        stroke: Stroke(.role(.line), width: 1.2 * k))
    }
    return group
  }

  // MARK: Rows

  private func cellHeight(_ row: Int) -> Double { grid.rowHeights[row] - grid.cellGap }

  /// The first baseline of a row's name, from the row's top.
  private func firstBaseline(of row: Int) -> Double {
    let lines = Double(grid.names[row].count)
    let height = lines * theme.lineHeight(text.rows[row].name.role)
    return ((cellHeight(row) - height) / 2 + baseline(.cardTitle)).rounded()
  }

  /// From the top of a line's box to a baseline that puts the letters in its middle.
  private func baseline(_ role: TextRole) -> Double {
    theme.lineHeight(role) / 2 + theme.style(role).size * 0.36
  }

  private func drawRow(_ index: Int, y: Double) -> Group {
    let row = table.rows[index]
    var group = Group(
      id: row.id, name: row.layer, about: row.pooled.map { "touchpoint/\($0)" }, isLayer: true,
      title: Scalars.cleaned(row.name), summary: row.summary)
    let place = Point(grid.nameLeft - grid.iconWidth + 9 * k, y + cellHeight(index) / 2)
    let icon = ChannelIcon.draw(
      row.channel, center: place, size: 18 * k, paint: .role(.inkSoft))
    if let icon { group.add(icon) }
    group.elements += setter.placed(
      grid.names[index], of: text.rows[index].name,
      at: Point(grid.nameLeft, y + firstBaseline(of: index)), column: grid.nameWidth,
      fill: .role(.ink))
    for (column, cell) in row.cells.enumerated() {
      drawCell(cell, text.rows[index].cells[column], row: index, column, y: y, into: &group)
    }
    for (column, number) in table.numbers.enumerated() {
      drawNumber(number, text.rows[index].numbers[column], row: index, column, y, into: &group)
    }
    return group
  }

  private func drawCell(
    _ cell: HeatmapTable.Cell, _ labels: HeatmapText.Cell, row: Int, _ column: Int, y: Double,
    into group: inout Group
  ) {
    let box = Rect(
      x: grid.cellLefts[column], y: y, width: grid.cellWidth, height: cellHeight(row))
    switch cell {
    case .absent: return
    case .unmeasured:
      group.add(.circle(box.center, radius: 3 * k), fill: .role(.unknown))
    case .known(let felt):
      drawFeeling(felt, labels, in: box, into: &group)
    }
  }

  private func drawFeeling(
    _ felt: HeatmapTable.Feeling, _ labels: HeatmapText.Cell, in box: Rect,
    into group: inout Group
  ) {
    let ink: Paint = felt.isAssumed ? .role(.ink) : .onEmotion(felt.v)
    if felt.isAssumed {
      group.add(
        .rect(box.insetBy(1.25 * k), radius: 4 * k), fill: .role(.paper),
        stroke: Stroke(.emotion(felt.v), width: 2.5 * k))
    } else {
      group.add(.rect(box, radius: 5 * k), fill: .emotion(felt.v))
    }
    let parts = grid.parts
    let x = box.center.x - parts.width / 2
    let face = Face.draw(
      felt.v, center: Point(x + parts.faceRadius, box.center.y), radius: parts.faceRadius)
    group.add(Group(keepsShape: true, elements: face))
    let scoreRight = x + 2 * parts.faceRadius + parts.gap + parts.scoreWidth
    let baseline = box.center.y + theme.style(.cardTitle).size * 0.36
    if let score = labels.score {
      group.elements.append(
        setter.placedNumber(
          score, right: scoreRight, baseline: baseline, width: parts.scoreWidth, fill: ink))
    }
    if let note = labels.note {
      group.elements.append(
        setter.placedNumber(
          note, right: x + parts.width, baseline: baseline, width: parts.noteWidth, fill: ink))
    }
  }

  private func drawNumber(
    _ column: HeatmapTable.NumberColumn,
    _ labels: (number: Typesetter.Label?, rank: Typesetter.Label?), row: Int, _ index: Int,
    _ y: Double, into group: inout Group
  ) {
    let middle = y + cellHeight(row) / 2
    let place = grid.numbers[index]
    if let rank = labels.rank, let mark = column.numbers[row]?.rank {
      drawBadge(rank, isSure: mark.isSure, at: Point(place.left + 11 * k, middle), into: &group)
    }
    let right = place.right
    guard let number = column.numbers[row], let label = labels.number else {
      group.add(.circle(Point(right - 5 * k, middle), radius: 3 * k), fill: .role(.unknown))
      return
    }
    group.elements.append(
      setter.placedNumber(
        label, right: right, baseline: middle + theme.style(.lane).size * 0.36,
        width: place.numberWidth, fill: .role(number.isNothing ? .inkSoft : .ink)))
    guard number.bar > 0 else { return }
    group.add(
      .rect(
        Rect(
          x: right + 8 * k, y: middle - 4 * k, width: max(1.5 * k, place.barWidth * number.bar),
          height: 8 * k), radius: 1.5 * k), fill: .role(column.paint), opacity: Self.barOpacity)
  }

  private func drawBadge(
    _ rank: Typesetter.Label, isSure: Bool, at center: Point, into group: inout Group
  ) {
    if isSure {
      group.add(.circle(center, radius: 11 * k), fill: .role(.badge))
    } else {
      group.add(
        .circle(center, radius: 10 * k), fill: .role(.paper),
        stroke: Stroke(.role(.ring), width: 1.8 * k, dashes: [4 * k, 3 * k]))
    }
    group.elements.append(
      setter.placed(
        rank, at: Point(center.x, center.y + theme.style(.badge).size * 0.36), anchor: .middle,
        fill: .role(isSure ? .onBadge : .ink)))
  }
}
