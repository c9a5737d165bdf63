import Foundation
import JourneyDiagrams
import JourneyModel
import JourneyTestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("The SVG writer")
struct SVGWriterTests {
  private func svg(_ journey: Journey, theme: Theme = .light) throws -> String {
    let subject = Subject(journey: journey, analysis: Sketch.analysis(of: journey))
    return SVGWriter().text(
      of: try MapView().picture(of: subject, options: DrawingOptions(theme: theme), engines: .table)
    )
  }

  @Test("writes well-formed XML for any text", arguments: 0..<10)
  func wellFormed(seed: UInt64) throws {
    var journey = RandomJourney.make(seed: seed, touchpoints: 6)
    journey.title = "<b>&amp; \" ' ]]> \u{0}\u{1}\u{7F}\u{85}\u{FFFE} \u{202E}x"
    journey.touchpoints[0].name = "<script>alert(1)</script>"
    let text = try svg(journey)
    let parser = XMLParser(data: Data(text.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(!text.contains("<script"))
    #expect(!text.contains("foreignObject"))
    #expect(text.contains("␀␁␡"))
  }

  @Test("writes the same bytes every time")
  func deterministic() throws {
    #expect(try svg(ClinicJourney.make()) == svg(ClinicJourney.make()))
  }

  @Test("gives every id once, with the picture's prefix")
  func uniqueIDs() throws {
    let text = try svg(RandomJourney.make(seed: 3, touchpoints: 24), theme: .dark)
    let ids = text.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(ids.count == Set(ids).count)
    #expect(ids.allSatisfy { $0.hasPrefix("map.random.dark") })
    for reference in text.split(separator: "url(#").dropFirst() {
      #expect(ids.contains(reference.prefix { $0 != ")" }))
    }
  }

  @Test("names its variables only where readers without them skip the whole rule")
  func customProperties() throws {
    let text = try svg(ClinicJourney.make())
    #expect(text.components(separatedBy: "<style>").count == 2)
    #expect(text.contains("<style>@supports (color:var(--jk)){"))
    let outside = text.replacing(#/<style>.*?<\/style>/#.dotMatchesNewlines(), with: "")
    #expect(!outside.contains("var("))
  }

  @Test("tells the picture and each touchpoint in words")
  func words() throws {
    let text = try svg(ClinicJourney.make())
    #expect(text.contains("role=\"img\""))
    #expect(text.contains("<title id=\"map.clinic.title\">Getting my test results</title>"))
    #expect(text.contains("data-name=\"touchpoint/no-news\""))
    #expect(text.contains("inkscape:groupmode=\"layer\""))
    #expect(text.contains("1. Blood drawn (Test): felt +0.8"))
  }
}
