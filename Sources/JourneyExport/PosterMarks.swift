internal import JourneyDiagrams

/// What stands in the margins of a poster's sheets, as SVG in mm: where to cut, where the next sheet
/// goes, and which sheet it is, in a drawing and numbers that need no language.
struct PosterMarks {
  private static let ink = "#5b6470"
  private static let textSize = 2.6

  private let grid: PosterGrid
  private let families: String
  private let label: String

  init(_ grid: PosterGrid, title: String, families: [String]) throws(ExportError) {
    self.grid = grid
    self.families = families.map { "'\(Self.escaped($0, inQuotes: true))'" }
      .joined(separator: ", ")
    let size: String
    if case .paper(let paper) = grid.tiling.poster {
      size = paper.name
    } else {
      size = "\(Length.number(grid.width.rounded())) × \(Length.text(grid.height.rounded()))"
    }
    // The last numbers are the widest.
    let count = grid.columns * grid.rows
    let room = grid.step.x - 14 - Self.width(of: "\(count)/\(count) · \(size) · ", families)
    label = " · \(size)" + Self.shortened(PlainText.oneLine(title), to: room, families)
  }

  /// The marks of a sheet.
  func svg(row: Int, column: Int) -> String {
    let sides = grid.sheetSides
    let printed = grid.printed(row: row, column: column)
    var lines = cuts(around: printed)
    lines += seams(row: row, column: column, printed)
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(sides.width)mm" height="\(sides.height)mm" \
      viewBox="0 0 \(sides.width) \(sides.height)">
      <path d="\(lines)" fill="none" stroke="\(Self.ink)" stroke-width="0.15"/>

      """
    svg += place(row: row, column: column, under: printed)
    return svg + "</svg>\n"
  }

  /// Two short lines at each corner, beside what is printed.
  private func cuts(around box: Rect) -> String {
    let (near, far) = (1.2, 5.2)
    var path = ""
    for x in [box.x, box.maxX] {
      path += "M\(x),\(box.y - far) V\(box.y - near) M\(x),\(box.maxY + near) V\(box.maxY + far) "
    }
    for y in [box.y, box.maxY] {
      path += "M\(box.x - far),\(y) H\(box.x - near) M\(box.maxX + near),\(y) H\(box.maxX + far) "
    }
    return path
  }

  /// Small triangles that show where the edges of the sheets to the right and below come.
  private func seams(row: Int, column: Int, _ box: Rect) -> String {
    let (near, far, half) = (0.8, 2.8, 0.9)
    var path = ""
    if column + 1 < grid.columns {
      let x = grid.tiling.margin + grid.step.x
      for (tip, base) in [(box.y - near, box.y - far), (box.maxY + near, box.maxY + far)] {
        path += "M\(x),\(tip) L\(x - half),\(base) H\(x + half) Z "
      }
    }
    if row + 1 < grid.rows {
      let y = grid.tiling.margin + grid.step.y
      for (tip, base) in [(box.x - near, box.x - far), (box.maxX + near, box.maxX + far)] {
        path += "M\(tip),\(y) L\(base),\(y - half) V\(y + half) Z "
      }
    }
    return path
  }

  /// The sheets as a small drawing with this one filled, and its number.
  private func place(row: Int, column: Int, under box: Rect) -> String {
    let cellHeight = min(1.5, 4.4 / Double(grid.rows))
    let cellWidth = cellHeight * grid.window.width / grid.window.height
    let (x, y) = (box.x + 3, box.maxY + 2)
    var svg = "<g stroke=\"\(Self.ink)\" stroke-width=\"0.12\">\n"
    for r in 0..<grid.rows {
      for c in 0..<grid.columns {
        let fill = r == row && c == column ? Self.ink : "none"
        svg += """
          <rect x="\(x + Double(c) * cellWidth)" y="\(y + Double(r) * cellHeight)" \
          width="\(cellWidth)" height="\(cellHeight)" fill="\(fill)"/>

          """
      }
    }
    let drawingWidth = Double(grid.columns) * cellWidth
    let baseline = y + Double(grid.rows) * cellHeight / 2 + Self.textSize * 0.36
    let number = row * grid.columns + column + 1
    return svg + """
      </g>
      <text x="\(x + drawingWidth + 2)" y="\(max(baseline, y + Self.textSize * 0.8))" \
      font-family="\(families)" font-size="\(Self.textSize)" fill="\(Self.ink)">\
      \(number)/\(grid.columns * grid.rows)\(Self.escaped(label))</text>

      """
  }

  private static func width(of text: String, _ families: [String]) -> Double {
    // Where it cannot be measured it cannot be drawn either, and drawing says why.
    (try? TextOutline(text, families: families, size: textSize).advance) ?? 0
  }

  /// The title with a mark before it, cut at a character where it is too long; "" without room.
  private static func shortened(_ title: String, to room: Double, _ families: [String]) -> String {
    guard !title.isEmpty else { return "" }
    if width(of: title, families) <= room { return " · \u{2068}\(title)\u{2069}" }
    var (low, high) = (0, title.count)
    while low < high {
      let middle = (low + high + 1) / 2
      if width(of: title.prefix(middle) + "…", families) <= room {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return low < 3 ? "" : " · \u{2068}\(title.prefix(low))…\u{2069}"
  }

  private static func escaped(_ text: String, inQuotes: Bool = false) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'" where inQuotes: continue
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
