import JourneyAnalysis
import JourneyKit
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("What is left out, and how it is said")
struct LeftOutTests {
  private static let engines = Engines(measurer: TableMeasurer(), layout: GraphvizLayout())

  private func isMain(_ way: TransitionFigures) -> Bool {
    way.traffic >= 0.05 || (way.traffic >= 0.02 && way.probability >= 0.1)
  }

  @Test("leaves out no way that many take, unless there are very many", arguments: 0..<24)
  func mainWays(seed: UInt64) {
    let journey = RandomJourney.make(seed: seed, touchpoints: [40, 60, 90][Int(seed) % 3])
    let subject = Subject(journey: journey, analysis: Sketch.analysis(of: journey))
    let flow = subject.simplified(toAtMost: .max, links: FlowGraph.limits)
    let map = MapForm.simplified(subject)
    let columns = map.subject.journey.touchpoints.count
    for (small, most) in [(map, MapForm.mostLinks(columns: columns)), (flow, 150)] {
      let drawn = small.isDrawn.count { $0 }
      for (way, isDrawn) in zip(small.ways, small.isDrawn) where !isDrawn {
        #expect(!isMain(way) || drawn >= most, "\(way.source) to \(way.target), seed \(seed)")
      }
    }
  }

  /// A line of which a fifth of all skip a touchpoint, and a few another.
  private func skipping() throws -> Subject {
    var lines = ["start -> t0: 1000", "t45 -> completed: 1000"]
    let skips = [10: 210, 30: 15]
    for place in 0..<45 {
      lines.append("t\(place) -> t\(place + 1): \(1000 - (skips[place] ?? skips[place - 1] ?? 0))")
      if let skip = skips[place] { lines.append("t\(place) -> t\(place + 2): \(skip)") }
    }
    let journey = Journey.sketch(lines)
    return Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
  }

  @Test("draws what a fifth take beside ways that all take, and calls only the rare way so")
  func fifth() throws {
    let subject = try skipping()
    let small = MapForm.simplified(subject)
    let flow = FlowGraph(subject)
    #expect(small.rest?.transitions == 1)
    #expect(flow.leftOut?.transitions == 1)
    func isDrawn(_ source: TouchpointID) -> Bool {
      small.subject.analysis.transitions.count { $0.source == .touchpoint(source) } == 2
    }
    #expect(isDrawn("t10") && !isDrawn("t30"))
    let elsewhere = flow.cards.filter { $0.exits.contains(where: \.isElsewhere) }
    #expect(elsewhere.map(\.touchpoint.id) == ["t30"])
  }

  @Test("says from far away what makes the figures add up, in full what ways are missing too")
  func sentences() throws {
    let words = try skipping().words
    var rest = LeftOut()
    (rest.touchpoints, rest.ofTouchpoints) = (52, 60)
    (rest.stages, rest.ofStages) = (3, 8)
    (rest.visitsDrawn, rest.leaving) = (0.4, 0.31)
    (rest.hotspots, rest.transitions, rest.share) = (2, 7, 0.05)
    let opening = "8 of 60 touchpoints are drawn, with 40% of all visits; "
    let missing =
      "3 of 8 stages are not drawn; "
      + "31% of those who start leave at touchpoints that are not drawn; "
      + "2 hotspots are among those not drawn"
    #expect(
      rest.text(words, isBrief: true)
        == "8 of 60 touchpoints are drawn; 3 of 8 stages are not drawn; 31% leave at the others; "
        + "2 hotspots are among those not drawn")
    #expect(
      rest.text(words) == opening + "ways lead through the others; "
        + "7 rarer ways between them, 5% of the traffic there, are not drawn; " + missing)
    rest.stages = 1
    #expect(rest.text(words, isBrief: true).contains("; 1 of 8 stages is not drawn; "))
  }

  @Test("counts the stages that have touchpoints and show none", arguments: [3, 6, 12, 40])
  func stages(most: Int) throws {
    let subject = try LongJourney.line(touchpoints: 160, stages: 10)
    let small = subject.simplified(toAtMost: most)
    let shown = Set(small.subject.journey.touchpoints.compactMap(\.stage)).count
    let rest = try #require(small.rest)
    #expect(rest.stages == 10 - shown && rest.ofStages == 10)
    #expect(rest.text(subject.words).contains("of 10 stages") == (shown < 10))
    // Who is gathered is drawn, in the stage.
    let large = try LongJourney.line(touchpoints: 400, stages: 10)
    #expect(FlowGraph(large).leftOut?.stages == 0)
  }

  @Test("says how many of the hotspots are ringed where the header counts more")
  func hotspots() throws {
    var subject = try LongJourney.line(touchpoints: 30, stages: 3)
    let all = subject.analysis.hotspots.hotspots.filter { $0.kind != nil }
    try #require(all.count > 5 && all.prefix(5).contains { $0.kind == .sure })
    let views: [any JourneyView] = [MapView(), FlowView(), BlueprintView()]
    for theme in [Theme.light, .projector] {
      for view in views {
        let text = try view.picture(
          of: subject, options: DrawingOptions(theme: theme), engines: Self.engines
        ).description
        #expect(text.contains(" of \(all.count) hotspots, in rank order\""), "\(view.name)")
        #expect(!text.contains("\"hotspot, in rank order\""), "\(view.name)")
      }
    }
    let ringed = Array(all.prefix(5))
    #expect(HotspotKeys(ringed, subject).sure == "5 of \(all.count) hotspots, in rank order")
    subject.analysis.hotspots.hotspots = ringed
    #expect(HotspotKeys(ringed, subject).sure == "hotspot, in rank order")
    #expect(HotspotKeys([], subject).sure == nil && HotspotKeys([], subject).suspected == nil)
  }

  @Test("gives those under way as they were counted, not as a share beside shares of others")
  func underWay() throws {
    let journey = Journey.sketch([
      "start -> a: 512", "a -> b: 310", "a -> left: 44", "a -> under-way: 158",
      "b -> completed: 310",
    ])
    let subject = Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
    for theme in [Theme.light, .projector] {
      let text = try FlowView().picture(
        of: subject, options: DrawingOptions(theme: theme), engines: Self.engines
      ).description
      // In large letters it stands in two lines.
      #expect(text.contains(theme.isBrief ? "\"158 under\"" : "\"158 under way\""))
      #expect(!text.contains("% under"))
      #expect(text.contains(theme.isBrief ? "\"12% leave\"" : "\"12% leave · 44\""))
    }
  }

  @Test("says that people leave at what is not drawn only where it is known that they do")
  func endings() throws {
    var lines = ["start -> t0: 1000", "t79 -> ended: 210"]
    for place in 0..<79 {
      lines.append("t\(place) -> t\(place + 1): \(1000 - 10 * (place + 1))")
      lines.append("t\(place) -> ended: 10")
    }
    let journey = Journey.sketch(lines)
    let subject = Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
    let rest = try #require(MapForm.simplified(subject).rest)
    #expect(rest.leaving == 0)
    #expect(try #require(rest.ending) > 0.3)
    let text = rest.text(subject.words)
    #expect(text.contains("end, nobody knows how, at touchpoints"))
    #expect(!text.contains("leave"))
    #expect(rest.text(subject.words, isBrief: true).contains("end at the others"))
  }
}
