@testable import JourneyDiagrams
import JourneyKit
import JourneyModel
import JourneyTestSupport
import Testing

@Suite("Labels and loops of the map")
struct MapLabelTests {
  /// Ways back and round between circles at random heights, all labelled.
  private func routes(seed: UInt64) throws -> (MapRoutes, Typesetter) {
    var random = SeededGenerator(seed: seed)
    let setter = Typesetter(theme: .light, measurer: TableMeasurer())
    var links: [MapContent.Link] = []
    for from in 0..<10 {
      for to in 0..<10 where Int.random(in: 0..<4, using: &random) == 0 {
        var link = MapContent.Link(
          from: from, to: to, traffic: Double.random(in: 0.01...1.2, using: &random),
          probability: 0.5)
        if to <= from { link.label = setter.add("50% \(to == from ? "again" : "go back")", .note) }
        links.append(link)
      }
    }
    try setter.measure()
    var spots = (0..<10).map { column in
      MapRoutes.Spot(
        x: 100 + 172 * Double(column), y: Double.random(in: -60...60, using: &random), radius: 21,
        isRinged: Bool.random(using: &random), hasExit: Int.random(in: 0..<3, using: &random) == 0)
    }
    for link in links where link.from == link.to {
      let spot = spots[link.from]
      spots[link.from].round = spot.y - MapRound(at: spot, traffic: link.traffic).top + 24
    }
    return (
      MapRoutes(
        links: links, spots: spots, whiskers: spots.map { _ in nil }, lines: [], columnWidth: 172,
        setter: setter), setter
    )
  }

  @Test("are struck by no way, unless they stand on paper above all ways", arguments: 0..<24)
  func struck(seed: UInt64) throws {
    let (routes, setter) = try routes(seed: seed)
    var labels = 0
    var onPaper = 0
    for route in routes.routes {
      guard let place = route.label, let label = route.link.label else { continue }
      labels += 1
      onPaper += route.isLabelStruck ? 1 : 0
      let width = setter.width(label)
      let box = Rect(x: place.x - width / 2, y: place.y - 9, width: width, height: 11)
      for other in routes.routes where !route.isLabelStruck {
        let strikes = other.path.flattened(pieces: 60).contains { point in
          let reach = other.width / 2
          return point.x + reach > box.x && point.x - reach < box.maxX
            && point.y + reach > box.y && point.y - reach < box.maxY
        }
        #expect(!strikes, "\(route.link.from)→\(route.link.to), seed \(seed)")
      }
    }
    #expect(labels > 2)
    // The exception is one.
    #expect(Double(onPaper) <= 0.35 * Double(labels), "\(onPaper) of \(labels), seed \(seed)")
  }

  @Test("loops straight back above its circle, thin enough to be seen through")
  func round() {
    for traffic in [0.01, 0.3, 3.0] {
      for isRinged in [false, true] {
        let spot = MapRoutes.Spot(x: 200, y: 40, radius: 20, isRinged: isRinged)
        let round = MapRound(at: spot, traffic: traffic)
        let points = round.path.flattened()
        let half = round.width / 2
        #expect(points.allSatisfy { $0.y <= spot.y && $0.y - half >= round.top - 0.01 })
        #expect(round.arrow.tip.y < spot.y - spot.radius + 4)
        let loop = points.filter { $0.y < spot.y - spot.radius - 10 }.map(\.x)
        let (left, right) = (loop.min() ?? 0, loop.max() ?? 0)
        #expect(right - left - round.width >= 16)
      }
    }
  }

  @Test("call going straight back the same in every view, and going back otherwise")
  func words() throws {
    let journey = Journey.sketch([
      "start -> a: 100", "a -> a: 50", "a -> b: 100", "b -> a: 40", "b -> completed: 60",
    ])
    let subject = Subject(journey: journey, analysis: Sketch.analysis(of: journey))
    let map = try MapView().picture(of: subject, options: DrawingOptions(), engines: .table)
    #expect(map.description.contains("% again\""))
    #expect(map.description.contains("% go back\""))
    let engines = Engines(measurer: TableMeasurer(), layout: GraphvizLayout())
    let flow = try FlowView().picture(of: subject, options: DrawingOptions(), engines: engines)
    #expect(flow.description.contains(" again\""))
  }
}
