import Foundation
import JourneyKit
import Testing

@Suite struct ReadmeTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func theExampleInTheReadmeIsTheOneThatCompiles() throws {
    let readme = try String(
      contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let example = try String(
      contentsOf: Self.root.appendingPathComponent("Tests/JourneyKitTests/ReadmeExample.swift"),
      encoding: .utf8)
    #expect(readme.contains("```swift\n\(example)```\n"))
  }

  @Test func theExampleDrawsASample() throws {
    let path = Self.root.appendingPathComponent("journeys/test-results.journey.yaml").path
    let asOf = try #require(CalendarDate("2026-09-01"))
    let svg = String(decoding: try hotspots(of: path, asOf: asOf), as: UTF8.self)
    #expect(svg.contains("<svg"))
    #expect(svg.contains("No news"))
  }

  @Test func thePipelineInOneCallDrawsTheSame() throws {
    let path = Self.root.appendingPathComponent("journeys/email-club.journey.yaml").path
    let asOf = try #require(CalendarDate("2026-09-01"))
    #expect(
      try Pipeline.svg(ofFile: path, asOf: asOf) == hotspots(of: path, asOf: asOf))
  }
}
