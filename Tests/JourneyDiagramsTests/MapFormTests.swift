import JourneyAnalysis
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("The forms of the map")
struct MapFormTests {
  private static let large = Theme(
    name: "large", ramp: Theme.light.ramp, colors: [:], scale: 1.9, isBrief: true)

  private func picture(_ subject: Subject, _ options: DrawingOptions) throws -> Picture {
    try MapView().picture(of: subject, options: options, engines: .table)
  }

  private func subject(_ journey: Journey) -> Subject {
    Subject(journey: journey, analysis: Sketch.analysis(of: journey))
  }

  private func random(_ seed: UInt64) -> Subject {
    subject(RandomJourney.make(seed: seed, touchpoints: [1, 2, 3, 6, 9, 14, 24][Int(seed) % 7]))
  }

  private func groups(_ elements: [Element]) -> [Group] {
    elements.flatMap { element -> [Group] in
      guard case .group(let group) = element else { return [] }
      return [group] + groups(group.elements)
    }
  }

  /// The clinic with two personas who feel differently.
  private func twoPersonas() throws -> Subject {
    var journey = Journey.sketch(
      ["start -> no-news: 100", "no-news -> text: 90", "text -> completed: 90"],
      personas: ["amina: 70%", "george: 30%"])
    journey.touchpoints[0].felt = .each([
      .init("amina", Score(mean: -1.8, n: 200)), .init("george", Score(mean: -1, n: 110)),
    ])
    journey.touchpoints[1].felt = .each([
      .init("amina", Score(mean: 0.2, n: 20)), .init("george", Score(mean: 1.2, n: 20)),
    ])
    return Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
  }

  @Test("sets no text on other text or over the edge in any form", arguments: 0..<14)
  func collisions(seed: UInt64) throws {
    let subject = random(seed)
    for options in [
      DrawingOptions(isCompact: true), DrawingOptions(theme: Self.large),
      DrawingOptions(theme: Self.large, lanes: [.quotes]), DrawingOptions(lanes: Lane.allCases),
      DrawingOptions(lanes: []),
    ] {
      #expect(Inspection.collisions(in: try picture(subject, options)) == [])
    }
  }

  @Test("breaks no persona's name within a word, also in a theme with larger notes")
  func names() throws {
    var theme = Theme.light
    var style = theme.style(.note)
    style.size = 28
    theme.setStyle(style, of: .note)
    var subject = try twoPersonas()
    subject.journey.personas[0].name = "Sachbearbeiterin"
    let picture = try picture(subject, DrawingOptions(theme: theme, overlaysPersonas: true))
    var names: [String] = []
    picture.forEachLeaf { element in
      if case .text(let line) = element, line.role == .note { names.append(line.text) }
    }
    #expect(names.contains("Sachbearbeiterin"), "\(names)")
    #expect(Inspection.collisions(in: picture) == [])
  }

  @Test("draws the lanes that are asked for, in their order")
  func lanes() throws {
    var journey = ClinicJourney.make()
    for index in journey.touchpoints.indices {
      journey.touchpoints[index].does = ["Signs the form"]
      journey.touchpoints[index].gains = ["A warm hand"]
      journey.touchpoints[index].props = ["Plaster"]
      journey.touchpoints[index].thinks = ["Will it hurt?"]
    }
    func titles(_ lanes: [Lane]?) throws -> [String] {
      var titles: [String] = []
      try picture(subject(journey), DrawingOptions(lanes: lanes)).forEachLeaf { element in
        if case .text(let line) = element, line.role == .lane { titles.append(line.text) }
      }
      return titles
    }
    #expect(try titles([]) == ["Touchpoints"])
    #expect(
      try titles(nil)
        == ["Touchpoints", "In their words", "Pain points", "Decisions", "Behind the scenes"])
    #expect(
      try titles([.props, .does, .evidence, .owner, .gains])
        == [
          "Touchpoints", "Physical evidence", "What they do", "Known from", "Owner", "What helps",
        ])
    // A lane that nothing is known for is not drawn.
    #expect(try titles([.hears]) == ["Touchpoints"])
  }

  @Test("says what evidence a touchpoint rests on, and which hotspot nobody owns")
  func evidenceAndOwner() throws {
    let text = try picture(
      subject(ClinicJourney.make()), DrawingOptions(lanes: [.evidence, .owner])
    ).description
    #expect(text.contains("\"42\u{A0}interviews\""))
    #expect(text.contains("\"no owner\""))
  }

  @Test("fits a slide", arguments: 0..<7)
  func compact(seed: UInt64) throws {
    let picture = try picture(random(seed), DrawingOptions(isCompact: true))
    let names = Set(groups(picture.elements).compactMap(\.id))
    #expect(!names.contains("lanes"))
    // Never flatter than the slide; higher only when there is more to say than it can hold.
    #expect(picture.height / picture.width > 0.56)
    if picture.width == 1920 { #expect(picture.height < 1300) }
  }

  @Test("says less from far away")
  func brief() throws {
    let text = try picture(
      subject(ClinicJourney.make()), DrawingOptions(theme: Self.large)
    ).description
    #expect(!text.contains("Evidence:"))
    #expect(!text.contains("\"Frustrated\""))
    #expect(!text.contains("\"Patient portal\""))
    #expect(text.contains("\"No news\""))
    // Lanes only when asked for.
    #expect(!text.contains("“I kept"))
    let asked = try picture(
      subject(ClinicJourney.make()), DrawingOptions(theme: Self.large, lanes: [.quotes])
    ).description
    #expect(asked.contains("“I kept"))
  }

  @Test("draws a line for each persona, told apart without colour")
  func personas() throws {
    let picture = try picture(twoPersonas(), DrawingOptions(overlaysPersonas: true))
    let lines = groups(picture.elements).filter { $0.name?.hasPrefix("persona/") ?? false }
    #expect(lines.map(\.title) == ["amina", "george"])
    #expect(
      lines.map(\.summary) == [
        "no-news −1.8; text +0.2", "no-news −1.0; text +1.2",
      ])
    let dashes = lines.map { line in
      line.elements.compactMap { element -> [Double]? in
        guard case .shape(let shape) = element, case .path = shape.geometry else { return nil }
        return shape.stroke?.dashes
      }.first
    }
    #expect(dashes[0] != dashes[1])
    let text = picture.description
    #expect(text.contains("\"amina\"") && text.contains("\"george\""))
    #expect(Inspection.collisions(in: picture) == [])
    // Nobody's line without being asked, and none in one persona's own map.
    #expect(!(try self.picture(twoPersonas(), DrawingOptions()).description.contains("persona/")))
  }

  @Test("keeps the marks of personas in their column, beside the circle", arguments: 1...6)
  func personaMarks(count: Int) {
    for width in stride(from: 68.0, through: 240, by: 4) {
      for (radius, isRinged) in [(17.5, false), (24.0, true)] {
        let spot = MapRoutes.Spot(x: 500, y: 0, radius: radius, isRinged: isRinged)
        let corners = MapCorners(hasRank: true, hasStar: true, moments: [], spot: spot)
        var room = MapPersonaRoom(beside: spot, corners.places, nil, width: width)
        for number in 0..<count {
          let shift = MapPersonaRoom.shift(of: number, among: count, width: width)
          let (point, isOver) = room.place(y: Double(number * 9 - 20), near: shift)
          let (dx, dy) = ((point.x - 500).magnitude, point.y.magnitude)
          #expect(dx + 1.35 * MapPersonas.markRadius <= width / 2 - 2 + 1e-9)
          // On the circle only where the column has no room beside it.
          let away = (dx * dx + dy * dy).squareRoot()
          if !isOver { #expect(away >= radius + MapPersonas.markRadius) }
          if width >= 200, count <= 2 { #expect(!isOver) }
        }
      }
    }
  }

  @Test("explains from far away the lines of personas and the dashed rings that are drawn")
  func briefLegend() throws {
    let text = try picture(
      twoPersonas(), DrawingOptions(theme: Self.large, overlaysPersonas: true)
    ).description
    let words = Words(language: "en")
    #expect(text.contains(words.map.legendPersonas))
    let clinic = try self.picture(
      subject(ClinicJourney.make()), DrawingOptions(theme: Self.large))
    let isDashed = groups(clinic.elements).contains { group in
      group.elements.contains { element in
        guard case .shape(let shape) = element else { return false }
        return shape.stroke?.dashes == [5, 4].map { $0 * 1.9 }
      }
    }
    #expect(clinic.description.contains(words.legendSuspected) == isDashed)
  }

  @Test("explains intervals exactly where there is one, however narrow")
  func intervals() throws {
    let scores = [
      (Score(mean: 0.2, n: 9, sd: 1.4), true), (Score(mean: 0.2, n: 900, sd: 0.01), true),
      (Score(mean: 0.2), false),
    ]
    for (score, isDrawn) in scores {
      var journey = Journey.sketch(["start -> no-news: 100", "no-news -> completed: 90"])
      journey.touchpoints[0].felt = .everyone(score)
      let subject = Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
      for options in [DrawingOptions(), DrawingOptions(theme: Self.large)] {
        let drawn = try picture(subject, options)
        let whiskers = groups(drawn.elements).filter { $0.name?.hasPrefix("touchpoint/") ?? false }
          .flatMap(\.elements).count { element in
            guard case .shape(let shape) = element else { return false }
            return shape.stroke?.paint == .role(.whisker)
          }
        #expect(whiskers == (isDrawn ? 1 : 0))
        let words = subject.words
        let key = words.fill(words.legendInterval, words.confidence)
        #expect(drawn.description.contains(key) == isDrawn)
      }
    }
  }

  @Test("marks what is felt most, what is felt last, and what is bright")
  func moments() throws {
    let journey = Journey.sketch(
      [
        "start -> a: 100", "a -> b: 90", "a -> left: 10", "b -> c: 60", "b -> d: 30",
        "c -> completed: 60", "d -> completed: 30",
      ],
      felt: [
        "a": Score(mean: 0.9, n: 50), "b": Score(mean: -0.9, n: 50), "c": Score(mean: 0.5, n: 50),
        "d": Score(mean: 1.9, n: 50),
      ])
    let analysis = try journey.analyzed(asOf: Sketch.day)
    let moments = MapMoments(analysis)
    // Of two peaks as high the worse counts, on the way of 60 of 100; d is higher, for 30 alone.
    #expect(moments.peak == "b")
    #expect(moments.end == "c")
    let text = try picture(Subject(journey: journey, analysis: analysis), DrawingOptions())
      .description
    #expect(text.contains("\"peak: felt most\""))
    #expect(text.contains("\"end: felt last\""))
    #expect(text.contains("what is felt most on the likeliest way"))
    #expect(text.contains("\"bright spot\""))
  }

  @Test("ends where the likeliest way that is completed ends, however many leave before")
  func momentsOfLeaving() throws {
    let felt: [TouchpointID: Score] = [
      "a": Score(mean: 0.2, n: 50), "b": Score(mean: -0.9, n: 50), "c": Score(mean: 0.5, n: 50),
    ]
    let flow = ["start -> a: 100", "a -> left: 70", "a -> b: 30", "b -> c: 30"]
    let completed = MapMoments(
      try Journey.sketch(flow + ["c -> completed: 30"], felt: felt).analyzed(asOf: Sketch.day))
    #expect(completed.peak == "b")
    #expect(completed.end == "c")
    let never = MapMoments(
      try Journey.sketch(flow + ["c -> left: 30"], felt: felt).analyzed(asOf: Sketch.day))
    #expect(never.peak == "a")
    #expect(never.end == "a")
  }

  @Test("says of an insight that it is one, and that nothing is decided yet")
  func insights() throws {
    var journey = Journey.sketch(["start -> a: 100", "a -> completed: 90"])
    journey.decisions = [
      Decision(insight: "Felt as a lie", about: "a"),
      Decision(insight: "Nobody reads it", about: "a", decision: "One page", owner: "Ada"),
    ]
    let subject = Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
    let text = try picture(subject, DrawingOptions()).description
    #expect(text.contains("Insight: Felt as"))
    #expect(text.contains("nothing decided"))
    #expect(text.contains("\"One page\""))
    #expect(text.contains("· open"))
    #expect(!text.contains("Nobody reads"))
  }

  @Test("leads no way that skips columns through a circle", arguments: 0..<32)
  func routes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let spots = (0..<9).map { column in
      MapRoutes.Spot(
        x: 100 + 172 * Double(column), y: Double.random(in: -168...168, using: &random),
        radius: Double.random(in: 17.5...24, using: &random), isRinged: false)
    }
    var links: [MapContent.Link] = []
    for _ in 0..<14 {
      let ends = [Int.random(in: 0..<9, using: &random), Int.random(in: 0..<9, using: &random)]
      let (from, to) = (ends[0], ends[1])
      guard from != to, !links.contains(where: { $0.from == from && $0.to == to }) else { continue }
      links.append(
        MapContent.Link(
          from: from, to: to, traffic: Double.random(in: 0.01...0.6, using: &random),
          probability: 0.5))
    }
    let setter = Typesetter(theme: .light, measurer: TableMeasurer())
    let routes = MapRoutes(
      links: links, spots: spots, whiskers: spots.map { _ in nil }, lines: [], columnWidth: 172,
      setter: setter)
    #expect(routes.routes.count == links.count)
    for route in routes.routes {
      let own = [route.link.from, route.link.to]
      for (column, spot) in spots.enumerated() where !own.contains(column) {
        let nearest = route.path.flattened(pieces: 40).reduce(Double.infinity) { least, point in
          let (dx, dy) = (point.x - spot.x, point.y - spot.y)
          return min(least, (dx * dx + dy * dy).squareRoot())
        }
        #expect(nearest - route.width / 2 >= spot.radius - 0.5, "\(own) over \(column)")
      }
    }
  }

  @Test("draws a large journey in columns that can be read, and says what is missing")
  func large() throws {
    let subject = subject(RandomJourney.make(seed: 2, touchpoints: 150))
    let picture = try picture(subject, DrawingOptions())
    let cards = groups(picture.elements).count { $0.name?.hasPrefix("touchpoint/") ?? false }
    #expect(cards <= MapForm.columnsOfLargeJourney)
    #expect(picture.description.contains("of 150 touchpoints are drawn"))
    #expect(picture.summary.contains("of 150 touchpoints are drawn"))
    let sixty = self.subject(RandomJourney.make(seed: 2, touchpoints: 60))
    let whole = try self.picture(sixty, DrawingOptions())
    #expect(groups(whole.elements).count { $0.name?.hasPrefix("touchpoint/") ?? false } == 60)
  }

  @Test("stays whole in a mirror: ticks and icons keep their shape")
  func mirrored() throws {
    var journey = ClinicJourney.make()
    journey.language = "ar"
    let options = DrawingOptions()
    let picture = try picture(subject(journey), options)
    let kept = groups(picture.elements).filter(\.keepsShape)
    #expect(kept.count >= 2)
    #expect(Inspection.collisions(in: picture.finished(for: options)) == [])
  }
}
