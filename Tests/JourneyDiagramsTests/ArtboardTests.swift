import Testing

@testable import JourneyDiagrams

@Suite("Boards")
struct ArtboardTests {
  private func picture(_ width: Double, _ height: Double, theme: Theme = .light) -> Picture {
    Picture(
      id: "p", width: width, height: height, title: "p", summary: "", theme: theme,
      elements: [
        .text(TextLine("large", at: Point(5, 30), role: .title, width: 40)),
        .text(TextLine("small", at: Point(5, 60), role: .axisValue, width: 20)),
      ])
  }

  @Test(
    "have names",
    arguments: [
      ("1920x1080", 1920.0, 1080.0), ("800×600", 800, 600), ("16:9", 1920, 1080),
      ("4:3", 1440, 1080), ("1:1", 1080, 1080), ("9:16", 1080, 1920), ("a4", 1122.52, 793.7),
      ("A4-portrait", 793.7, 1122.52), ("A0", 4493.86, 3178.58), ("letter", 1056, 816),
      ("Legal-Portrait", 816, 1344), ("tabloid", 1632, 1056), ("A5-landscape", 793.7, 559.37),
    ])
  func names(name: String, width: Double, height: Double) throws {
    let board = try #require(Artboard(named: name))
    #expect(abs(board.width - width) < 0.01 && abs(board.height - height) < 0.01)
  }

  @Test(
    "are refused when they cannot be meant",
    arguments: [
      "", "A6", "A4-sideways", "A4-", "1920", "1920x", "x1080", "0x0", "1x1", "99999999x10", "-5x9",
      "16:0", "1:1000", "nan:1", "inf:1", "1:2:3", "1920x1080x3",
    ])
  func refused(name: String) {
    #expect(Artboard(named: name) == nil)
  }

  @Test("have every name that is offered")
  func offered() {
    for name in Artboard.names { #expect(Artboard(named: name)?.name == name) }
  }

  @Test("of paper lie or stand as the picture does, with a margin that printers need")
  func paper() throws {
    let board = try #require(Artboard(named: "A4"))
    let wide = picture(2000, 1000).finished(for: DrawingOptions(artboard: board))
    #expect(wide.width > wide.height)
    let high = picture(1000, 2000).finished(for: DrawingOptions(artboard: board))
    #expect(high.width < high.height)
    for finished in [wide, high] {
      let box = try #require(finished.viewBox)
      let scale = finished.width / box.width
      // 10 mm on the side that is full.
      let free = min(-box.x, -box.y) * scale
      #expect(abs(free - 96 / 2.54) < 0.01)
    }
    let forced = try #require(Artboard(named: "A4-portrait"))
    let standing = picture(2000, 1000).finished(for: DrawingOptions(artboard: forced))
    #expect(standing.width < standing.height)
  }

  @Test("make small pictures larger")
  func grows() throws {
    let board = try #require(Artboard(named: "1920x1080"))
    let finished = picture(192, 108).finished(for: DrawingOptions(artboard: board))
    #expect(finished.viewBox == Rect(x: 0, y: 0, width: 192, height: 108))
    #expect(finished.smallestText == 120)
  }

  @Test("tell how small text becomes")
  func legibility() throws {
    func problem(_ board: String, _ width: Double, _ theme: Theme = .light) throws -> String? {
      let options = DrawingOptions(theme: theme, artboard: Artboard(named: board))
      return picture(width, width / 1.6, theme: theme).finished(for: options)
        .legibilityProblem(for: options)
    }
    #expect(picture(900, 600).smallestText == 12)
    #expect(try problem("A4", 1200) == nil)
    #expect(
      try problem("A4", 1900)
        == "the smallest text is 4.9 pt on A4, and 6 pt is the least that is read on paper")
    #expect(try problem("A3", 1900) == nil)
    #expect(try problem("1920x1080", 1800) == nil)
    #expect(
      try problem("16:9", 3840)
        == "the smallest text is 5.4 px on 16:9, and 9 px is the least that is read on a screen")
    #expect(try problem("16:9", 1728, .projector) == nil)
    #expect(
      try problem("16:9", 2400, .projector)
        == "the smallest text is 19.4 px on 16:9 and can be read from 7.4 m, not from 10 m")
    // A picture for the beamer is one without a board too.
    func natural(_ width: Double) -> String? {
      picture(width, width / 1.6, theme: .projector)
        .legibilityProblem(for: DrawingOptions(theme: .projector))
    }
    #expect(natural(1728) == nil)
    #expect(
      natural(2400)
        == "the smallest text is 19.4 px on 1920x1080 and can be read from 7.4 m, not from 10 m")
    #expect(picture(9000, 600).legibilityProblem(for: DrawingOptions()) == nil)
  }

  @Test("stand under the theme's logo, at the end of the reading direction")
  func logo() throws {
    var theme = Theme.light
    theme.logo = Logo(format: .png, bytes: [1], title: "ACME", width: 120, height: 40)
    var picture = picture(1000, 400, theme: theme)
    var finished = picture.finished(for: DrawingOptions())
    #expect(finished.viewBox == Rect(x: 0, y: -44, width: 1000, height: 444))
    #expect((finished.width, finished.height) == (1000, 444))
    func frame(_ picture: Picture) -> Rect? {
      var found: Rect?
      picture.forEachLeaf { if case .image(let image) = $0 { found = image.frame } }
      return found
    }
    #expect(frame(finished) == Rect(x: 840, y: -16, width: 120, height: 40))
    picture.direction = .rightToLeft
    finished = picture.finished(for: DrawingOptions(artboard: Artboard(named: "16:9")))
    #expect(frame(finished) == Rect(x: 40, y: -16, width: 120, height: 40))
    #expect(finished.viewBox?.contains(try #require(frame(finished))) == true)
  }
}

extension Rect {
  fileprivate func contains(_ other: Rect) -> Bool {
    x <= other.x && y <= other.y && maxX >= other.maxX && maxY >= other.maxY
  }
}
