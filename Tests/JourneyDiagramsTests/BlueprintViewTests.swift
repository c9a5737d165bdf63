import JourneyAnalysis
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("The blueprint")
struct BlueprintViewTests {
  private func picture(
    _ journey: Journey, theme: Theme = .light, persona: PersonaID? = nil,
    engines: Engines = .table
  ) throws -> Picture {
    let subject = Subject(
      journey: journey, analysis: Sketch.analysis(of: journey, persona: persona))
    return try BlueprintView().picture(
      of: subject, options: DrawingOptions(theme: theme), engines: engines)
  }

  private static func clinic() -> Journey {
    var journey = ClinicJourney.make()
    journey.touchpoints[0].props = ["Plaster"]
    journey.touchpoints[0].frontstage = ["Phlebotomist", "Reception"]
    journey.touchpoints[1].does = ["Refreshes the portal"]
    journey.touchpoints[1].backstage = ["Lab queue", "Portal"]
    journey.touchpoints[2].backstage = ["portal"]
    journey.touchpoints[3].backstage = ["Portal", "Identity provider"]
    journey.touchpoints[4].support = ["Portal"]
    return journey
  }

  @Test("draws the clinic as its golden says")
  func golden() throws {
    let text = try picture(Self.clinic()).description
    #expect(Golden.difference(text, from: "clinic.blueprint.txt") == nil)
  }

  @Test("writes the graph underneath as its golden says")
  func dotGolden() throws {
    let journey = Self.clinic()
    let subject = Subject(journey: journey, analysis: Sketch.analysis(of: journey))
    let dot = try #require(try BlueprintView().dot(of: subject, options: DrawingOptions()))
    #expect(Golden.difference(dot, from: "clinic.blueprint.dot") == nil)
  }

  @Test("sets no text on other text or over the edge", arguments: 0..<14)
  func collisions(seed: UInt64) throws {
    let count = [1, 2, 3, 6, 9, 14, 24][Int(seed) % 7]
    let journey = RandomJourney.make(seed: seed, touchpoints: count)
    #expect(Inspection.collisions(in: try picture(journey)) == [])
    let large = Theme(
      name: "large", ramp: Theme.light.ramp, colors: [:], scale: 2, isBrief: true)
    var own = try picture(journey, theme: large)
    // Header and legend are shared by all views and tested with them.
    own.elements.removeAll {
      if case .group(let group) = $0 { group.id == "header" || group.id == "footer" } else { false }
    }
    #expect(Inspection.collisions(in: own) == [])
  }

  @Test("keeps WCAG AA contrast in every theme")
  func contrast() throws {
    for theme in Theme.all {
      let faint = Inspection.faint(in: try picture(Self.clinic(), theme: theme))
      #expect(faint == [], "\(faint.joined(separator: "\n"))")
    }
  }

  private static func boxes(_ lane: String, in picture: Picture) -> [(String, Rect)] {
    var boxes: [(String, Rect)] = []
    for case .group(let layer) in picture.elements where layer.id == lane {
      for case .group(let box) in layer.elements {
        if case .shape(let shape)? = box.elements.first, case .rect(let rect, _) = shape.geometry {
          boxes.append((box.title ?? "", rect))
        }
      }
    }
    return boxes
  }

  @Test("makes one wide box of what steps beside each other share, and of nothing else")
  func wideBoxes() throws {
    let boxes = Self.boxes("backstage", in: try picture(Self.clinic()))
    #expect(boxes.map(\.0) == ["Portal", "Lab queue", "Identity provider"])
    let widths = boxes.map(\.1.width)
    #expect(widths[0] > 2.9 * widths[1] && widths[1] == widths[2])
    // The same name in another row, or beyond a step without it, is a box of its own.
    var journey = Self.clinic()
    journey.touchpoints[2].backstage = []
    let apart = Self.boxes("backstage", in: try picture(journey))
    #expect(apart.count { $0.0 == "Portal" } == 2)
  }

  @Test("lets no boxes overlap", arguments: 0..<30)
  func overlaps(seed: UInt64) throws {
    let journey = RandomJourney.make(seed: seed &+ 500, touchpoints: 8)
    let picture = try picture(journey)
    for lane in ["props", "frontstage", "backstage", "support"] {
      let rects = Self.boxes(lane, in: picture).map(\.1)
      for (index, one) in rects.enumerated() {
        #expect(!rects[(index + 1)...].contains { one.overlaps($0, by: 0.1) })
      }
    }
  }

  @Test("says of an empty row that nothing is recorded, and draws the three lines all the same")
  func nothing() throws {
    var journey = Self.clinic()
    for index in journey.touchpoints.indices {
      journey.touchpoints[index].props = []
      journey.touchpoints[index].frontstage = []
      journey.touchpoints[index].backstage = []
      journey.touchpoints[index].support = []
    }
    let text = try picture(journey).description
    #expect(text.components(of: "\"nothing recorded yet\"") == 4)
    for line in ["line of interaction", "line of visibility", "line of internal"] {
      #expect(text.contains("\"\(line)"))
    }
    #expect(try picture(Journey(id: "none", title: "Nothing")).height > 0)
  }

  /// The ids and names of a layer's groups.
  private static func groups(_ layer: String, in picture: Picture) -> [Group] {
    picture.elements.flatMap { element -> [Group] in
      guard case .group(let group) = element, group.id == layer else { return [] }
      return group.elements.compactMap { if case .group(let each) = $0 { each } else { nil } }
    }
  }

  @Test(
    "draws every way that somebody takes or says that it does not, whatever the flow",
    arguments: 0..<24)
  func ways(seed: UInt64) throws {
    let journey = RandomJourney.make(seed: seed &+ 900, touchpoints: [3, 6, 12][Int(seed) % 3])
    let analysis = Sketch.analysis(of: journey)
    guard analysis.hasFlow else { return }
    var travelled: Set<String> = []
    for transition in analysis.transitions where transition.traffic > 0 {
      if case .touchpoint(let source) = transition.source,
        case .touchpoint(let target) = transition.target
      {
        travelled.insert("link.\(source).\(target)")
      }
    }
    for theme in [Theme.light, .projector] {
      let picture = try picture(journey, theme: theme)
      let drawn = Self.groups("links", in: picture).filter { travelled.contains($0.id ?? "") }
      for group in drawn {
        let texts = group.elements.filter { if case .text = $0 { true } else { false } }
        // From far away an arrow to the next card has none.
        #expect(
          texts.count == 1 || (theme.isBrief && texts.isEmpty), "\(group.id ?? "") has its share")
      }
      let rest = travelled.count - drawn.count
      let said = picture.description.contains("\"\(rest) rarer transition")
      #expect(said == (rest > 0), "\(rest) ways are not drawn, seed \(seed)")
    }
  }

  @Test(
    "leads a way that skips steps, or back, over the cards, with the share of those who take it")
  func detours() throws {
    var journey = Journey(id: "j", title: "J")
    journey.touchpoints = ["a", "b", "c"].map { Touchpoint(id: TouchpointID($0)) }
    func flow(
      _ source: Transition.Source, _ target: Transition.Target, _ count: Int
    ) -> Transition {
      Transition(source, target, .everyone(.init(.customers(count))))
    }
    journey.flow = [
      flow(.start, .touchpoint("a"), 100), flow(.touchpoint("a"), .touchpoint("b"), 60),
      flow(.touchpoint("a"), .touchpoint("c"), 40), flow(.touchpoint("b"), .touchpoint("c"), 70),
      flow(.touchpoint("c"), .touchpoint("b"), 10), flow(.touchpoint("c"), .end(.completed), 100),
    ]
    let picture = try BlueprintView().picture(
      of: Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day)),
      options: DrawingOptions(), engines: .table)
    var shares: [String: String] = [:]
    for group in Self.groups("links", in: picture) {
      for case .text(let line) in group.elements { shares[group.id ?? ""] = line.text }
    }
    #expect(
      shares == [
        "link.a.b": "60%", "link.a.c": "40%", "link.b.c": "100%", "link.c.b": "9%",
      ])
    let cards = Self.groups("touchpoints", in: picture)
    let tops = cards.compactMap(\.bounds?.y)
    for id in ["link.a.c", "link.c.b"] {
      let way = Self.groups("links", in: picture).first { $0.id == id }
      #expect(try #require(way?.bounds).y < (tops.min() ?? 0) - 10)
    }
    #expect(cards.first?.summary?.contains("60% of them go to b; 40% of them go to c") == true)
    #expect(picture.description.contains("where they go next: share of visits"))
  }

  @Test("leaves out the rarest ways where too many pass, and none where there is room")
  func crowd() throws {
    var journey = Journey(id: "j", title: "J")
    journey.touchpoints = (0..<20).map { Touchpoint(id: TouchpointID("t\($0)")) }
    func flow(
      _ source: Transition.Source, _ target: Transition.Target, _ percent: Double
    ) throws -> Transition {
      Transition(
        source, target, .everyone(.init(.share(try #require(Share(fraction: percent / 100))))))
    }
    func step(_ index: Int) -> Transition.Source { .touchpoint(TouchpointID("t\(index)")) }
    journey.flow = [try flow(.start, .touchpoint("t0"), 100)]
    for index in 0..<19 {
      // Seven ways from one step, and a single rare one far behind.
      let over = index == 2 ? [5, 6, 7, 8, 9, 10, 11] : index == 16 ? [18] : []
      for (place, target) in over.enumerated() {
        journey.flow.append(
          try flow(
            step(index), .touchpoint(TouchpointID("t\(target)")),
            Double(index == 2 ? 12 - place : 1)))
      }
      let rest = index == 2 ? 100 - (6...12).reduce(0, +) : index == 16 ? 99 : 100
      journey.flow.append(
        try flow(
          step(index), .touchpoint(TouchpointID("t\(index + 1)")), Double(rest)))
    }
    journey.flow.append(try flow(.touchpoint("t19"), .end(.completed), 100))
    let picture = try BlueprintView().picture(
      of: Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day)),
      options: DrawingOptions(), engines: .table)
    let over = Self.groups("links", in: picture).compactMap(\.id).filter { id in
      let ends = id.split(separator: ".").dropFirst().compactMap { Int($0.dropFirst()) }
      return ends.count == 2 && ends[1] != ends[0] + 1
    }
    #expect(
      Set(over) == ["link.t2.t5", "link.t2.t6", "link.t2.t7", "link.t2.t8", "link.t16.t18"])
    #expect(picture.description.contains("\"3 rarer transitions, "))
  }

  @Test("draws the ways that the layout found, moved to where the cards stand")
  func routes() throws {
    /// Places every node a hundred to the right of where the text pins it, and bends every edge.
    struct Shifted: GraphLayout {
      func place(dot: String) -> PlacedGraph {
        guard dot.contains("layout=nop") else { return DocumentOrderLayout().place(dot: dot) }
        var graph = PlacedGraph(
          bounds: Rect(x: 0, y: 0, width: 1, height: 1), nodes: [], edges: [], clusters: [])
        for line in dot.split(separator: "\n") {
          let words = line.split(separator: " ").map(String.init)
          if let mark = line.firstRange(of: "pos=\""), words.count > 1 {
            let rest = line[mark.upperBound...].prefix { $0 != "!" }.split(separator: ",")
            let (x, y) = (Double(rest[0]) ?? 0, -(Double(rest[1]) ?? 0))
            graph.nodes.append(
              PlacedGraph.Node(id: words[0], center: Point(x + 100, y), width: 1, height: 1))
          } else if line.contains("->") {
            let id = line[(line.firstRange(of: "id=\"")?.upperBound ?? line.endIndex)...]
              .prefix { $0 != "\"" }
            let from = graph.nodes.first { $0.id == words[0] }?.center ?? Point(0, 0)
            let to = graph.nodes.first { $0.id == words[2] }?.center ?? Point(0, 0)
            graph.edges.append(
              PlacedGraph.Edge(
                id: String(id),
                spline: [from, Point(from.x + 7, from.y), Point(to.x + 7, to.y), to]
              ))
          }
        }
        return graph
      }
    }
    let engines = Engines(measurer: TableMeasurer(), layout: Shifted())
    let picture = try picture(Self.clinic(), engines: engines)
    var curves = 0
    for case .group(let layer) in picture.elements where layer.id == "links" {
      for case .group(let link) in layer.elements where link.id?.contains("backstage") == true {
        guard case .shape(let shape)? = link.elements.first, case .path(let path) = shape.geometry,
          case .move(let start)? = path.steps.first, case .curve(let bend, _, _)? = path.steps.last
        else { continue }
        curves += 1
        #expect(bend.x == start.x + 7)
        #expect(start.x > 0 && start.x < picture.width)
      }
    }
    #expect(curves == 5)
  }

  @Test("leaves out touchpoints that the persona never meets")
  func personas() throws {
    var journey = Self.clinic()
    journey.personas.append(Persona(id: "george"))
    journey.touchpoints[2].personas = ["george"]
    #expect(!(try picture(journey, persona: "amina").description.contains("touchpoint/text")))
    #expect(try picture(journey, persona: "george").description.contains("touchpoint/text"))
  }
}

extension String {
  /// How often a text comes in it.
  fileprivate func components(of text: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: text) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
