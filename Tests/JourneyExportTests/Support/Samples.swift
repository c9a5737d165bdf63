import Foundation
import JourneyDiagrams
import JourneyKit
import Testing

/// Pictures to write.
enum Samples {
  /// A card, a gradient and three lines of text on 300 × 200 px.
  static func card(
    _ words: [String] = ["No news", "“I kept refreshing my phone”", "−1.6"],
    title: String = "Getting my test results", language: String? = "en",
    theme: Theme = .light, background: ColorRole? = .paper, width: Double = 300,
    height: Double = 200, direction: TextDirection = .leftToRight
  ) -> Picture {
    var picture = Picture(
      id: "card", width: width, height: height, title: title,
      summary: "One touchpoint.\nIt hurts.", language: language, theme: theme,
      background: background)
    var layer = Group(id: "layer", name: "layer/cards", isLayer: true, title: "Cards")
    layer.add(
      .rect(Rect(x: 20, y: 20, width: 260, height: 160), radius: 8), fill: .emotion(-0.8),
      stroke: Stroke(.role(.ink), width: 2))
    let gradient = Paint.Gradient(
      id: "fade", from: Point(20, 0), to: Point(280, 0),
      stops: [.init(0, .emotion(1)), .init(1, .emotion(-1), opacity: 0.4)])
    layer.add(.circle(Point(240, 140), radius: 30), fill: .gradient(gradient))
    let roles: [TextRole] = [.cardTitle, .quote, .score]
    for (index, text) in words.enumerated() {
      let isReversed = direction == .rightToLeft
      layer.add(
        TextLine(
          text, at: Point(isReversed ? 260 : 40, 60 + Double(index) * 24),
          anchor: isReversed ? .right : .left, role: roles[index % 3], fill: .onEmotion(-0.8),
          width: 100, direction: direction))
    }
    picture.elements = [.group(layer)]
    return picture
  }

  /// The map of the journey that the documentation shows.
  static func map(theme: Theme = .light) throws -> Picture {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let document = try JourneyDocument(
      path: folder.appendingPathComponent("journeys/test-results.journey.yaml").path)
    let journey = try #require(document.journey)
    let analysis = try journey.analyzed(asOf: try #require(CalendarDate("2026-09-30")))
    return try Renderer.graphviz.picture(
      of: Subject(journey: journey, analysis: analysis), view: MapView(),
      options: DrawingOptions(theme: theme))
  }
}
