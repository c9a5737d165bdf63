import JourneyDiagrams
import Testing

@testable import JourneyExport

@Suite struct PosterTests {
  private static let a1 = PaperSize(name: "A1", width: 594, height: 841)

  @Test func everySheetIsOfThatPaperAndThereAreAsManyAsItTakes() throws {
    // 841 × 561 mm: upright A4 shows 190 × 277, 5 columns reach 910 and 3 rows 811; lying, 4 by 4.
    let tiling = PosterTiling(sheet: .a4, poster: .paper(Self.a1))
    let sizes = PDFFile(
      try PDFWriter(.tiles(tiling)).bytes(of: Samples.card(width: 300, height: 200))
    ).pageSizes
    let grid = try PosterGrid(tiling, width: 300, height: 200)
    #expect(sizes.count == grid.columns * grid.rows)
    #expect(sizes.count == 15)
    for size in sizes {
      #expect(abs(size.width - (grid.isLandscape ? 841.89 : 595.28)) < 0.01)
    }
  }

  @Test(arguments: [1.0, 2.7, 5, 9], [PaperOrientation.automatic, .portrait, .landscape])
  func theSheetsShowAllOfThePictureAndOverlapAsMuchAsAsked(
    scale: Double, orientation: PaperOrientation
  ) throws {
    let tiling = PosterTiling(
      sheet: .a4, orientation: orientation, poster: .scale(scale), margin: 9, overlap: 10)
    let grid = try PosterGrid(tiling, width: 1973, height: 1466)
    #expect(abs(grid.width - 1973 * scale * 25.4 / 96) < 1e-9)
    // In the poster's own coordinates.
    func shown(_ row: Int, _ column: Int) -> Rect {
      let (frame, box) = (
        grid.frame(row: row, column: column), grid.printed(row: row, column: column)
      )
      #expect(box.x >= 9 - 1e-9 && box.maxX <= grid.sheetSides.width - 9 + 1e-9)
      #expect(box.y >= 9 - 1e-9 && box.maxY <= grid.sheetSides.height - 9 + 1e-9)
      return Rect(x: box.x - frame.x, y: box.y - frame.y, width: box.width, height: box.height)
    }
    for row in 0..<grid.rows {
      var reached = 0.0
      for column in 0..<grid.columns {
        let box = shown(row, column)
        #expect(box.width > 0 && box.height > 0, "no sheet is empty")
        #expect(abs(reached - box.x - (column == 0 ? 0 : 10)) < 1e-6)
        reached = box.maxX
      }
      #expect(abs(reached - grid.width) < 0.11)
    }
    #expect(abs(shown(grid.rows - 1, 0).maxY - grid.height) < 0.11)
  }

  @Test func sheetsLieAsTakesFewest() throws {
    for (width, height) in [(300.0, 200.0), (2000, 700), (700, 2000), (1973, 1466), (500, 500)] {
      func count(_ orientation: PaperOrientation) throws -> Int {
        let tiling = PosterTiling(sheet: .a4, orientation: orientation, poster: .scale(2))
        let grid = try PosterGrid(tiling, width: width, height: height)
        return grid.columns * grid.rows
      }
      #expect(try count(.automatic) == min(count(.portrait), count(.landscape)))
    }
  }

  @Test func everySheetSaysWhichItIs() throws {
    let picture = Samples.card(title: "A & <B> ” \u{0} 検査")
    let file = PDFFile(
      try PDFWriter(.tiles(PosterTiling(sheet: .a4, poster: .scale(5)))).bytes(of: picture))
    #expect(file.pageSizes.count == 3)
    for page in 1...3 {
      let options = ["-enc", "UTF-8", "-f", "\(page)", "-l", "\(page)"]
      guard let text = try file.told(by: "pdftotext", options, after: ["-"]) else { return }
      #expect(text.contains("\(page)/3 · 397 × 265 mm · "))
      #expect(text.contains("A & <B> ”"))
    }
  }

  @Test func aLongTitleEndsBeforeTheMarks() throws {
    let grid = try PosterGrid(
      PosterTiling(sheet: .a4, poster: .scale(5)), width: 300, height: 200)
    let title = String(repeating: "Rücksendeetikettenbeschaffung ", count: 20)
    let svg = try PosterMarks(grid, title: title, families: Theme.standardFamilies)
      .svg(row: 0, column: 0)
    #expect(svg.contains("…"))
    let label = try #require(svg.firstMatch(of: />([^<]+)<\/text>/)).1
    let width = try TextOutline(
      String(label), families: Theme.standardFamilies, size: 2.6
    ).advance
    #expect(width < grid.step.x - 10)
    #expect(width > grid.step.x / 2)
  }

  @Test func whatCannotBeGluedIsRefused() throws {
    let tooSmall = PaperSize(name: "Card", width: 50, height: 80)
    for (tiling, code) in [
      (PosterTiling(sheet: .a4, margin: 3), ExportError.Code.invalidSize),
      (PosterTiling(sheet: .a4, margin: 100), .invalidSize),
      (PosterTiling(sheet: .a4, margin: .nan), .invalidSize),
      (PosterTiling(sheet: tooSmall), .invalidSize),
      (PosterTiling(sheet: .a4, poster: .scale(0)), .invalidSize),
      (PosterTiling(sheet: .a4, poster: .scale(.infinity)), .invalidSize),
      (PosterTiling(sheet: .a4, poster: .scale(200)), .tooLarge),
      (PosterTiling(sheet: .a4, poster: .scale(1e300)), .tooLarge),
    ] {
      let error = #expect(throws: ExportError.self) {
        try PDFWriter(.tiles(tiling)).bytes(of: Samples.card())
      }
      #expect(error?.code == code, "\(tiling)")
    }
  }
}
