import Foundation
import JourneyDiagrams
import JourneyExport
import Testing

@Suite struct PNGWriterTests {
  @Test(arguments: [
    (PNGWriter(), 300, 200, 3780), (PNGWriter(size: .scale(2)), 600, 400, 7559),
    (PNGWriter(size: .width(1000)), 1000, 667, 12598),
    (PNGWriter(dpi: 300), 938, 625, 11811),
    (PNGWriter(size: .scale(1), dpi: 300), 300, 200, 11811),
    (PNGWriter(size: .width(100), dpi: 72), 100, 67, 2835),
  ])
  func theFileHasTheSizeAndResolutionThatAreAskedFor(
    writer: PNGWriter, width: Int, height: Int, perMetre: Int
  ) throws {
    let file = try #require(ReadPNG(try writer.bytes(of: Samples.card())))
    #expect(file.width == width)
    #expect(file.height == height)
    #expect(try #require(file.pixelsPerMetre) == (perMetre, perMetre))
  }

  @Test func theFileCarriesTitleAndTextAlternative() throws {
    let picture = Samples.card(title: "検査結果 · <b>&\u{1}")
    let file = try #require(ReadPNG(try PNGWriter().bytes(of: picture)))
    #expect(file.text("Title") == "検査結果 · <b>& ")
    #expect(file.text("Description") == "One touchpoint.\nIt hurts.")
    // Where readers look for them: before the pixels.
    let names = file.chunks.map(\.name)
    #expect(names == ["IHDR", "sRGB", "pHYs", "iTXt", "iTXt", "IDAT", "IEND"])
  }

  @Test func pixelsAreThoseOfThePicture() throws {
    let picture = Samples.card([])
    let (width, rows) = try PNGWriter().pixels(of: picture)
    func color(_ x: Int, _ y: Int) -> UInt32 { rows[y * width + x] & 0xFF_FFFF }
    func value(_ color: Color) -> UInt32 {
      UInt32(color.red) << 16 | UInt32(color.green) << 8 | UInt32(color.blue)
    }
    #expect(color(100, 100) == value(picture.theme.color(.emotion(-0.8))))
    for (x, y) in [(0, 0), (299, 0), (0, 199), (299, 199)] {
      #expect(color(x, y) == value(picture.theme.color(.paper)))
    }
    #expect(color(100, 20) == value(picture.theme.color(.ink)))
  }

  @Test func edgesArePaintedToTheLastPixelAtEveryScale() throws {
    // 300.4 × 200.6 px never come out as whole pixels.
    let picture = Samples.card(theme: .dark, width: 300.4, height: 200.6)
    for writer in [PNGWriter(), PNGWriter(size: .scale(1.37)), PNGWriter(size: .width(777))] {
      let (width, rows) = try writer.pixels(of: picture)
      let corner = rows[0]
      #expect(corner != 0xFF00_0000)
      #expect(rows.prefix(width).allSatisfy { $0 == corner })
      #expect(rows.suffix(width).allSatisfy { $0 == corner })
      #expect(stride(from: width - 1, to: rows.count, by: width).allSatisfy { rows[$0] == corner })
    }
  }

  @Test func aPictureWithoutBackgroundStaysTransparent() throws {
    let picture = Samples.card(background: nil)
    let file = try #require(ReadPNG(try PNGWriter().bytes(of: picture)))
    #expect(file.colorType == 6)
    let (_, rows) = try PNGWriter().pixels(of: picture)
    #expect(rows[0] == 0)
    #expect(try #require(ReadPNG(try PNGWriter().bytes(of: Samples.card()))).colorType == 2)
  }

  @Test(arguments: [ColorRole.paper, nil])
  func otherProgramsReadThePixelsThatWereDrawn(background: ColorRole?) throws {
    let picture = Samples.card(background: background)
    let (_, drawn) = try PNGWriter().pixels(of: picture)
    // GdkPixbuf reads the file here.
    let file = Data(try PNGWriter().bytes(of: picture)).base64EncodedString()
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><image width="300" \
      height="200" href="data:image/png;base64,\(file)"/></svg>
      """
    let (_, read) = try PNGWriter().pixels(ofSVG: Array(svg.utf8))
    var worst = 0
    for (a, b) in zip(drawn, read) where a != b {
      for shift: UInt32 in background == nil ? [0, 8, 16, 24] : [0, 8, 16] {
        worst = max(worst, abs(Int(a >> shift & 0xFF) - Int(b >> shift & 0xFF)))
      }
    }
    // What is half transparent is multiplied and divided by its alpha on the way.
    #expect(worst <= (background == nil ? 2 : 0))
  }

  @Test func textIsDrawn() throws {
    let (_, without) = try PNGWriter().pixels(of: Samples.card([]))
    let (_, with) = try PNGWriter().pixels(of: Samples.card())
    let inked = zip(with, without).count { $0 != $1 }
    #expect((300...6000).contains(inked), "\(inked) pixels")
  }

  @Test func logosOfBothKindsAreDrawn() throws {
    let red = Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" \
      fill="#ff0000"/></svg>
      """.utf8)
    let png = try PNGWriter().bytes(ofSVG: red)
    for (format, bytes) in [(Image.Format.svg, red), (.png, png)] {
      var picture = Samples.card([])
      let frame = Rect(x: 0, y: 0, width: 16, height: 16)
      picture.elements.append(
        .image(Image(frame: frame, format: format, bytes: bytes, title: "Logo")))
      let (width, rows) = try PNGWriter().pixels(of: picture)
      #expect(rows[8 * width + 8] & 0xFF_FFFF == 0xFF0000, "\(format)")
    }
  }

  @Test func theSamePictureIsTheSameFile() throws {
    let picture = try Samples.map()
    #expect(try PNGWriter().bytes(of: picture) == PNGWriter().bytes(of: picture))
  }
}
