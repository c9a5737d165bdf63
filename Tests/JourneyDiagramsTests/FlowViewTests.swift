import JourneyAnalysis
import JourneyKit
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("The flow")
struct FlowViewTests {
  /// No fonts and no Graphviz: for goldens.
  private static let fakes = Engines(measurer: TableMeasurer(), layout: ColumnLayout())
  /// No fonts, places by Graphviz: for laws.
  private static let placed = Engines(measurer: TableMeasurer(), layout: GraphvizLayout())

  private func subject(_ journey: Journey) -> Subject {
    Subject(journey: journey, analysis: Sketch.analysis(of: journey))
  }

  private func picture(
    _ journey: Journey, theme: Theme = .light, engines: Engines = placed
  ) throws -> Picture {
    try FlowView().picture(
      of: subject(journey), options: DrawingOptions(theme: theme), engines: engines)
  }

  private func groups(_ elements: [Element]) -> [Group] {
    elements.flatMap { element -> [Group] in
      guard case .group(let group) = element else { return [] }
      return [group] + groups(group.elements)
    }
  }

  private func journey(_ seed: UInt64) -> Journey {
    RandomJourney.make(seed: seed, touchpoints: [1, 2, 3, 6, 9, 14, 24, 40][Int(seed) % 8])
  }

  // MARK: Goldens

  @Test("draws the clinic as its golden says")
  func golden() throws {
    let text = try picture(ClinicJourney.make(), engines: Self.fakes).description
    #expect(Golden.difference(text, from: "clinic.flow.txt") == nil)
  }

  @Test("draws the clinic without flow as its golden says")
  func goldenWithoutFlow() throws {
    var journey = ClinicJourney.make()
    journey.flow = []
    let text = try picture(journey, engines: Self.fakes).description
    #expect(Golden.difference(text, from: "clinic.flow.no-flow.txt") == nil)
  }

  // MARK: Laws

  @Test("sets no text on other text or over the edge", arguments: 0..<48)
  func collisions(seed: UInt64) throws {
    let found = Inspection.collisions(in: try picture(journey(seed)))
    #expect(found == [], "\(found.joined(separator: "\n"))")
  }

  @Test("keeps every shape inside the picture", arguments: 0..<24)
  func inside(seed: UInt64) throws {
    let picture = try picture(journey(seed))
    let room = Rect(x: 0, y: 0, width: picture.width, height: picture.height)
    var outside: [String] = []
    picture.forEachLeaf { element in
      guard case .shape(let shape) = element else { return }
      let half = (shape.stroke?.width ?? 0) / 2
      for point in Self.points(of: shape.geometry) {
        if point.x < room.x + half || point.x > room.maxX - half || point.y < room.y + half
          || point.y > room.maxY - half
        {
          outside.append("\(shape.geometry)")
          return
        }
      }
    }
    #expect(outside == [])
  }

  @Test("sets numbers into the margin only where there is no other place")
  func numbersInside() throws {
    var outside = 0
    for seed in 0..<24 as Range<UInt64> {
      let picture = try picture(journey(seed))
      for group in groups(picture.elements) where group.id?.hasSuffix(".number") ?? false {
        outside += group.elements.count { element in
          guard case .text(let line) = element else { return false }
          let box = line.box(in: picture.theme)
          return box.x < FlowFrame.margin(.light) - 3
            || box.maxX > picture.width - FlowFrame.margin(.light) + 3
        }
      }
    }
    #expect(outside <= 1)
  }

  @Test("ends each way out beside its own words, apart from the next")
  func exitsApart() throws {
    let journey = Journey.sketch([
      "start -> a: 100", "a -> completed: 60", "a -> left: 20", "a -> diverted: 12",
      "a -> diverted/other: 8",
    ])
    let graph = FlowGraph(subject(journey))
    let setter = Typesetter(theme: .light, measurer: TableMeasurer())
    let text = FlowText(graph, subject(journey), setter: setter)
    try setter.measure()
    let sizes = try FlowSizes(graph, text, setter: setter)
    let card = try #require(graph.cards.first)
    let streams = sizes.streams(of: card)
    #expect(streams.count == 3)
    for (higher, lower) in zip(streams, streams.dropFirst()) { #expect(higher - lower >= 22) }
  }

  @Test("draws every transition, as a ribbon or as an exit", arguments: 0..<24)
  func everyTransition(seed: UInt64) throws {
    let subject = subject(journey(seed))
    guard subject.analysis.hasFlow else { return }
    let graph = FlowGraph(subject)
    let names = Set(groups(try picture(subject.journey).elements).compactMap(\.name))
    var ribbons = 0
    for link in graph.links {
      let name =
        "transition/" + graph.name(of: link.source) + "/" + graph.name(of: link.target)
      #expect(names.contains(name))
      ribbons += 1
    }
    let exits = graph.cards.reduce(0) { sum, card in
      sum + card.exits.count { !$0.isElsewhere } + (card.round == nil ? 0 : 1)
    }
    #expect(
      ribbons + exits + (graph.leftOut?.transitions ?? 0) == subject.analysis.transitions.count)
  }

  @Test("draws a ribbon the wider, the more take it", arguments: 0..<24)
  func widths(seed: UInt64) throws {
    let subject = subject(journey(seed))
    guard subject.analysis.hasFlow else { return }
    let graph = FlowGraph(subject)
    var widths: [String: Double] = [:]
    for group in groups(try picture(subject.journey).elements) {
      guard let name = group.name, name.hasPrefix("transition/"),
        case .shape(let shape) = group.elements.first
      else { continue }
      widths[name] = shape.stroke?.width
    }
    let pairs = graph.links.map { link in
      (
        link.traffic ?? 0,
        widths["transition/\(graph.name(of: link.source))/\(graph.name(of: link.target))"] ?? 0
      )
    }.sorted { $0.0 < $1.0 }
    for (less, more) in zip(pairs, pairs.dropFirst()) where less.0 < more.0 {
      #expect(less.1 <= more.1)
    }
  }

  @Test("leads no ribbon over a card that is not its own", arguments: 0..<24)
  func ribbonsPassCards(seed: UInt64) throws {
    let subject = subject(journey(seed))
    let graph = FlowGraph(subject)
    let setter = Typesetter(theme: .light, measurer: TableMeasurer())
    let text = FlowText(graph, subject, setter: setter)
    try setter.measure()
    let sizes = try FlowSizes(graph, text, setter: setter)
    let placed = try GraphvizLayout().place(dot: FlowLayoutDot(graph, sizes).text)
    let places = FlowPlaces(graph, sizes, placed)
    let routes = FlowRoutes(graph, sizes, placed, places)
    for (link, route) in zip(graph.links, routes.links) {
      let route = try #require(route)
      for (index, card) in places.cards.enumerated()
      where link.source != .card(index) && link.target != .card(index) {
        #expect(!route.curve.touches(card, width: 1), "\(link.id) over \(index)")
      }
    }
  }

  @Test("keeps WCAG AA contrast in every theme", arguments: 0..<8)
  func contrast(seed: UInt64) throws {
    for theme in Theme.all {
      let found = Inspection.faint(in: try picture(journey(seed), theme: theme))
      #expect(found == [], "\(found.joined(separator: "\n"))")
    }
  }

  @Test("is the same from run to run")
  func deterministic() throws {
    let journey = journey(6)
    #expect(try picture(journey) == picture(journey))
  }

  // MARK: What is said

  @Test("says no number where flow is unknown")
  func unknownFlow() throws {
    var journey = ClinicJourney.make()
    journey.flow = []
    let text = try picture(journey).description
    #expect(text.contains("\"no flow data: "))
    #expect(!text.contains("leave\""))
    #expect(!text.contains("%\""))
    #expect(text.contains("\"what comes next\""))
  }

  @Test("says what is left out, with its share of the traffic")
  func leftOut() throws {
    var subject = subject(RandomJourney.make(seed: 3, touchpoints: 60))
    subject.analysis = FlowFixtures.dense(subject.journey, transitions: 240)
    let graph = FlowGraph(subject)
    let leftOut = try #require(graph.leftOut)
    let all = subject.analysis.transitions
    let drawn =
      graph.links.reduce(0) { $0 + ($1.traffic ?? 0) }
      + graph.cards.reduce(0) { sum, card in
        sum
          + card.exits.filter { !$0.isElsewhere }
          .reduce(card.round?.traffic ?? 0) { $0 + $1.traffic }
      }
    let total = all.reduce(0) { $0 + $1.traffic }
    #expect(abs(leftOut.share - (1 - drawn / total)) < 1e-9)
    #expect(leftOut.share <= 0.1 + 1e-9)
    let words = try #require(FlowText.leftOut(graph, subject))
    #expect(words.hasPrefix("\(leftOut.transitions) rarer transition"))
    let picture = try FlowView().picture(
      of: subject, options: DrawingOptions(), engines: Self.placed)
    #expect(picture.description.contains("\"" + words))
  }

  @Test("draws all of a journey with forty links")
  func drawsAll() {
    var lines = ["start -> t0: 100", "t9 -> completed: 100"]
    for a in 0..<9 {
      for b in (a + 1)...9 where lines.count < FlowGraph.limits.drawsAll {
        lines.append("t\(a) -> t\(b): 1")
      }
    }
    #expect(FlowGraph(subject(.sketch(lines))).leftOut == nil)
  }

  @Test("gathers what is not drawn where it begins, so that what comes also goes on")
  func gathersTheRest() throws {
    var subject = subject(RandomJourney.make(seed: 3, touchpoints: 60))
    subject.analysis = FlowFixtures.dense(subject.journey, transitions: 240)
    for index in subject.analysis.touchpoints.indices {
      subject.analysis.touchpoints[index].reach = 1
    }
    let graph = FlowGraph(subject)
    var gathered = 0
    for (place, card) in graph.cards.enumerated() {
      var drawn = card.exits.reduce(card.round?.traffic ?? 0) { $0 + $1.traffic }
      for link in graph.links where link.source == .card(place) { drawn += link.traffic ?? 0 }
      let all = subject.analysis.transitions
        .filter { $0.source == .touchpoint(card.touchpoint.id) }.reduce(0) { $0 + $1.traffic }
      #expect(abs(drawn - all) < 0.01 + 1e-9)
      gathered += card.exits.count(where: \.isElsewhere)
    }
    #expect(gathered > 0)
    let text = try FlowView().picture(
      of: subject, options: DrawingOptions(), engines: Self.placed
    ).description
    #expect(text.contains("rarer way"))
  }

  @Test("says the name of another journey in words, not its id")
  func otherJourney() throws {
    let journey = Journey.sketch([
      "start -> a: 10", "a -> completed: 6", "a -> diverted/phone-rebooking: 4",
    ])
    let text = try picture(journey).description
    #expect(text.contains("\"40% → phone rebooking\""))
    #expect(!text.contains("phone-rebooking\""))
  }

  @Test("grows as a whole with the theme's scale")
  func scales() throws {
    let large = Theme(
      name: "large", ramp: Theme.light.ramp, colors: [:], scale: 1.9)
    for seed in [4, 5, 6] as [UInt64] {
      let picture = try picture(journey(seed), theme: large)
      #expect(Inspection.collisions(in: picture) == [])
      #expect(picture.theme == large)
    }
  }

  @Test("folds a long journey and keeps a short one in one row")
  func folds() throws {
    let long = try picture(RandomJourney.make(seed: 6, touchpoints: 40))
    #expect(long.width / long.height < 4)
    let short = try picture(ClinicJourney.make()).description
    #expect(!short.contains("goes on in the next row"))
  }

  @Test("places two hundred touchpoints with six hundred transitions in seconds")
  func large() throws {
    var subject = subject(RandomJourney.make(seed: 5, touchpoints: 200))
    subject.analysis = FlowFixtures.dense(subject.journey, transitions: 600)
    let clock = ContinuousClock()
    var picture: Picture?
    let time = try clock.measure {
      picture = try FlowView().picture(of: subject, options: DrawingOptions(), engines: Self.placed)
    }
    #expect(time < .seconds(20))
    #expect(picture?.width ?? 0 > 0)
  }

  private static func points(of geometry: Shape.Geometry) -> [Point] {
    switch geometry {
    case .rect(let rect, _): [Point(rect.x, rect.y), Point(rect.maxX, rect.maxY)]
    case .circle(let center, let radius):
      [Point(center.x - radius, center.y - radius), Point(center.x + radius, center.y + radius)]
    case .line(let from, let to): [from, to]
    case .path(let path): path.flattened()
    }
  }
}
