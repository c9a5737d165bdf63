import JourneyModel
import Testing

@testable import JourneyDiagrams

@Suite("Wide pictures")
struct WidePictureTests {
  private static let views: [any JourneyView] = [
    MapView(), CurveView(), BlueprintView(),
  ]

  @Test("have their figures at the right edge, where their drawing ends", arguments: 0..<3)
  func header(seed: UInt64) throws {
    var journey = RandomJourney.make(seed: seed &+ 70, touchpoints: 40)
    journey.title = "Forty steps"
    let subject = Subject(journey: journey, analysis: Sketch.analysis(of: journey))
    for view in Self.views {
      let picture = try view.picture(of: subject, options: DrawingOptions(), engines: .table)
      #expect(picture.width > 2400, "\(view.name)")
      var edge = 0.0
      for case .group(let group) in picture.elements where group.id == "header" {
        for case .text(let line) in group.elements {
          edge = max(edge, line.box(in: picture.theme).maxX)
        }
      }
      #expect(abs(edge - (picture.width - 40)) < 2, "\(view.name), \(picture.width) px wide")
    }
  }
}
