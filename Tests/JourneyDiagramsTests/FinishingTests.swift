import JourneyAnalysis
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("Finishing a picture") struct FinishingTests {
  private func map(_ journey: Journey) throws -> Picture {
    let analysis = Sketch.analysis(of: journey)
    return try MapView().picture(
      of: Subject(journey: journey, analysis: analysis), options: DrawingOptions(),
      engines: .table)
  }

  @Test("is undone by mirroring twice") func mirrorsTwice() throws {
    for seed in UInt64(1)...12 {
      let picture = try map(RandomJourney.make(seed: seed, touchpoints: 9))
      #expect(
        picture.mirrored().mirrored().description == picture.description, "seed \(seed)")
    }
  }

  @Test("keeps the shape of icons in a mirror") func keepsShapes() throws {
    var path = Path()
    path.move(10, 0)
    path.line(14, 0)
    path.line(10, 8)
    let icon = Group(keepsShape: true, elements: [.shape(Shape(.path(path), fill: .role(.ink)))])
    let picture = Picture(
      id: "p", width: 100, height: 20, title: "p", summary: "", direction: .rightToLeft,
      theme: .light, elements: [.group(icon)])
    guard case .group(let group) = picture.finished(for: DrawingOptions()).elements[0],
      case .shape(let shape) = group.elements[0], case .path(let moved) = shape.geometry
    else {
      Issue.record("the icon is gone")
      return
    }
    #expect(moved.steps == [.move(Point(86, 0)), .line(Point(90, 0)), .line(Point(86, 8))])
  }

  @Test("puts it in the middle of a board") func fits() throws {
    let picture = Picture(
      id: "p", width: 1000, height: 400, title: "p", summary: "", theme: .light)
    let board = Artboard(name: "1920x1080", width: 1920, height: 1080)
    let fitted = picture.finished(for: DrawingOptions(artboard: board, isTransparent: true))
    #expect((fitted.width, fitted.height) == (1920, 1080))
    #expect(fitted.viewBox == Rect(x: 0, y: -81.25, width: 1000, height: 562.5))
    #expect(fitted.background == nil)
    let svg = SVGWriter().text(of: fitted)
    #expect(svg.contains(#"width="1920" height="1080" viewBox="0 -81.25 1000 562.5""#))
  }

  @Test(
    "takes the direction from the language",
    arguments: [
      (nil, TextDirection.leftToRight), ("en", .leftToRight), ("ar", .rightToLeft),
      ("ar-EG", .rightToLeft), ("AR-Latn", .leftToRight), ("az-Arab-IR", .rightToLeft),
      ("he", .rightToLeft), ("de-AT", .leftToRight), ("", .leftToRight),
    ])
  func direction(tag: String?, direction: TextDirection) {
    #expect(TextDirection(language: tag) == direction)
  }
}
