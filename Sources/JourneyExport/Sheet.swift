internal import JourneyDiagrams

/// One page of a PDF: where the picture stands on it, and what is drawn under and over it.
///
/// All lengths are points of 1/72 inch.
struct Sheet {
  static let pointsPerPixel = 0.75
  static let pointsPerMillimetre = 72 / 25.4

  var width: Double
  var height: Double
  /// Where the whole picture would stand, perhaps partly beside the page.
  var frame: Rect
  /// Where the picture shows.
  var clip: Rect
  /// SVG as large as the page.
  var under: String?
  var over: String?

  /// Draws SVG that is as large as the page.
  func draw(_ svg: String, on canvas: borrowing Canvas) throws(ExportError) {
    let whole = Rect(x: 0, y: 0, width: width, height: height)
    try VectorDocument(Array(svg.utf8)).draw(on: canvas, in: whole, within: whole)
  }

  /// The pages for a picture of a size in px: one, or one for each of its parts.
  static func sheets(
    for paging: PDFPaging, width: Double, height: Double, parts: [Rect], title: String,
    background: Color?, families: [String]
  ) throws(ExportError) -> [Sheet] {
    let whole = Rect(x: 0, y: 0, width: width, height: height)
    let parts = parts.isEmpty ? [whole] : parts
    switch paging {
    case .natural(let scale):
      guard scale > 0, scale.isFinite else {
        throw ExportError(.invalidSize, "a picture cannot have a scale of 0 or less")
      }
      let factor = scale * pointsPerPixel
      return try parts.map { part throws(ExportError) in
        let page = Rect(x: 0, y: 0, width: part.width * factor, height: part.height * factor)
        try check(page.width, page.height)
        return Sheet(
          width: page.width, height: page.height,
          frame: frame(of: whole, showing: part, in: page, scale: factor), clip: page)
      }
    case .paper(let paper, let orientation, let margin):
      return try parts.map { part throws(ExportError) in
        try sheet(
          on: paper, orientation, margin: margin, part: part, of: whole, background: background)
      }
    case .tiles(let tiling):
      let grid = try PosterGrid(tiling, width: width, height: height)
      return try grid.sheets(title: title, families: families)
    }
  }

  private static func sheet(
    on paper: PaperSize, _ orientation: PaperOrientation, margin: Double, part: Rect,
    of whole: Rect, background: Color?
  ) throws(ExportError) -> Sheet {
    let (width, height) = (part.width, part.height)
    let isLandscape =
      orientation == .automatic ? width > height : orientation == .landscape
    let sides = paper.sides(isLandscape: isLandscape)
    let (across, down) = (sides.width * pointsPerMillimetre, sides.height * pointsPerMillimetre)
    try check(across, down)
    guard margin >= 0, margin < paper.width / 2 else {
      throw ExportError(
        .invalidSize,
        "margins of \(Length.text(margin)) leave nothing of \(paper.name): ask for smaller ones")
    }
    let edge = margin * pointsPerMillimetre
    let scale = min((across - 2 * edge) / width, (down - 2 * edge) / height)
    let shown = Rect(
      x: (across - width * scale) / 2, y: (down - height * scale) / 2, width: width * scale,
      height: height * scale)
    var sheet = Sheet(
      width: across, height: down,
      frame: frame(of: whole, showing: part, in: shown, scale: scale), clip: shown)
    sheet.under = background.map { color in
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(across)" height="\(down)">\
      <rect width="100%" height="100%" fill="\(color.hex)"/></svg>
      """
    }
    return sheet
  }

  /// Where all of a picture would stand so that a part of it stands in a place.
  private static func frame(
    of whole: Rect, showing part: Rect, in place: Rect, scale: Double
  ) -> Rect {
    Rect(
      x: place.x - part.x * scale, y: place.y - part.y * scale, width: whole.width * scale,
      height: whole.height * scale)
  }

  static func check(_ width: Double, _ height: Double) throws(ExportError) {
    let (across, down) = (width / pointsPerMillimetre, height / pointsPerMillimetre)
    // A point is the least that viewers show.
    guard width >= 1, height >= 1 else {
      throw ExportError(.invalidSize, "a page of less than a point shows nothing: ask for more")
    }
    guard max(across, down) <= PDFPaging.maximumSide else {
      throw ExportError(
        .tooLarge,
        "a page of \(Length.text(across)) × \(Length.text(down)) is more than PDF allows "
          + "(\(Length.text(PDFPaging.maximumSide)) a side): ask for a paper size or a smaller scale"
      )
    }
  }
}
