internal import JourneyDiagrams

/// How a poster is cut into sheets; lengths in mm.
struct PosterGrid {
  let tiling: PosterTiling
  /// The poster, which is the picture without any edge around it.
  let width: Double
  let height: Double
  let isLandscape: Bool
  let columns: Int
  let rows: Int

  /// Cuts a picture of a size in px.
  init(_ tiling: PosterTiling, width: Double, height: Double) throws(ExportError) {
    guard tiling.margin >= PosterTiling.minimumMargin, tiling.overlap >= 0,
      min(tiling.sheet.width, tiling.sheet.height) - 2 * tiling.margin >= 2 * tiling.overlap + 20
    else {
      throw ExportError(
        .invalidSize,
        "sheets of \(tiling.sheet.name) with margins of \(Length.text(tiling.margin)) cannot be "
          + "glued: margins are \(Length.text(PosterTiling.minimumMargin)) or more, for the marks, "
          + "and must leave room for the picture")
    }
    let millimetresPerPixel = 25.4 / 96
    let scale: Double
    switch tiling.poster {
    case .scale(let factor): scale = factor * millimetresPerPixel
    case .paper(let paper):
      let sides = paper.sides(isLandscape: width > height)
      scale = min(sides.width / width, sides.height / height)
    }
    guard scale > 0, scale.isFinite else {
      throw ExportError(.invalidSize, "a poster cannot have a scale of 0 or less")
    }
    self.tiling = tiling
    self.width = width * scale
    self.height = height * scale
    let size = (width: width * scale, height: height * scale)
    func count(isLandscape: Bool) -> (columns: Int, rows: Int) {
      let sides = tiling.sheet.sides(isLandscape: isLandscape)
      func count(_ length: Double, _ side: Double) -> Int {
        let step = side - 2 * tiling.margin - tiling.overlap
        // A hair's breadth is not worth a sheet.
        return max(1, Int(min(((length - tiling.overlap - 0.1) / step).rounded(.up), 1e6)))
      }
      return (count(size.width, sides.width), count(size.height, sides.height))
    }
    let (upright, lying) = (count(isLandscape: false), count(isLandscape: true))
    let (fewUpright, fewLying) = (upright.columns * upright.rows, lying.columns * lying.rows)
    switch tiling.orientation {
    case .portrait: isLandscape = false
    case .landscape: isLandscape = true
    case .automatic: isLandscape = fewLying == fewUpright ? width > height : fewLying < fewUpright
    }
    (columns, rows) = isLandscape ? lying : upright
    guard columns * rows <= PosterTiling.maximumSheets else {
      throw ExportError(
        .tooLarge,
        "a poster of \(Length.text(size.width)) × \(Length.text(size.height)) takes "
          + "\(columns * rows) sheets of \(tiling.sheet.name), and \(PosterTiling.maximumSheets) "
          + "are allowed: ask for a smaller poster or larger sheets")
    }
  }

  /// The sides of a sheet.
  var sheetSides: (width: Double, height: Double) { tiling.sheet.sides(isLandscape: isLandscape) }
  /// What a sheet shows of the picture.
  var window: (width: Double, height: Double) {
    (sheetSides.width - 2 * tiling.margin, sheetSides.height - 2 * tiling.margin)
  }
  /// From one sheet to the next.
  var step: (x: Double, y: Double) {
    (window.width - tiling.overlap, window.height - tiling.overlap)
  }

  /// Where the whole poster stands on a sheet's page; it is in the middle of all sheets together.
  func frame(row: Int, column: Int) -> Rect {
    let all = (
      width: window.width + Double(columns - 1) * step.x,
      height: window.height + Double(rows - 1) * step.y
    )
    return Rect(
      x: tiling.margin + (all.width - width) / 2 - Double(column) * step.x,
      y: tiling.margin + (all.height - height) / 2 - Double(row) * step.y, width: width,
      height: height)
  }

  /// What is printed on a sheet, on its page: the part of the poster that its window shows.
  func printed(row: Int, column: Int) -> Rect {
    let frame = frame(row: row, column: column)
    let (left, top) = (max(tiling.margin, frame.x), max(tiling.margin, frame.y))
    return Rect(
      x: left, y: top, width: min(tiling.margin + window.width, frame.maxX) - left,
      height: min(tiling.margin + window.height, frame.maxY) - top)
  }

  /// The pages, row by row.
  func sheets(title: String, families: [String]) throws(ExportError) -> [Sheet] {
    var sheets: [Sheet] = []
    let marks = try PosterMarks(self, title: title, families: families)
    for row in 0..<rows {
      for column in 0..<columns {
        var sheet = Sheet(
          width: sheetSides.width * Sheet.pointsPerMillimetre,
          height: sheetSides.height * Sheet.pointsPerMillimetre,
          frame: frame(row: row, column: column).scaled(by: Sheet.pointsPerMillimetre),
          clip: printed(row: row, column: column).scaled(by: Sheet.pointsPerMillimetre))
        sheet.over = marks.svg(row: row, column: column)
        sheets.append(sheet)
      }
    }
    return sheets
  }
}

extension Rect {
  /// The rectangle in another unit.
  fileprivate func scaled(by factor: Double) -> Rect {
    Rect(x: x * factor, y: y * factor, width: width * factor, height: height * factor)
  }
}
