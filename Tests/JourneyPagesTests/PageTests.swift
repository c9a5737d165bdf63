import JourneyKit
import JourneyTestSupport
import Testing

@testable import JourneyPages

@Suite("The page")
struct PageTests {
  @Test("is the same every time")
  func deterministic() throws {
    var journey = Journey(id: "one", title: "One")
    journey.touchpoints = [Touchpoint(id: "a", felt: .everyone(Score(mean: 1)))]
    let day = try #require(CalendarDate("2026-08-31"))
    let presentation = try Presentation(
      drawing: journey, asOf: day, engines: Renderer.graphviz.engines)
    let page = PageWriter().bytes(of: presentation)
    #expect(PageWriter().bytes(of: presentation) == page)
    #expect(page.starts(with: "<!doctype html>".utf8))
  }
}
