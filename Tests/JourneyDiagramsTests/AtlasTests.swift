import JourneyAnalysis
import JourneyKit
import JourneyModel
import JourneyPortfolio
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("The atlas")
struct AtlasTests {
  /// No fonts and no Graphviz: for goldens.
  private static let fakes = Engines(measurer: TableMeasurer(), layout: ColumnLayout())
  /// No fonts, places by Graphviz: for laws.
  private static let placed = Engines(measurer: TableMeasurer(), layout: GraphvizLayout())

  private static func portfolio(_ journeys: [Journey]) throws -> Portfolio {
    Portfolio(try journeys.map { try $0.estimated(asOf: Sketch.day) })
  }

  private static func journey(_ id: String, _ lines: [String], felt: [Double] = []) -> Journey {
    var journey = Journey.sketch(lines)
    journey.id = JourneyID(id)
    journey.title = "The \(id) journey"
    for (index, mean) in felt.enumerated() where index < journey.touchpoints.count {
      journey.touchpoints[index].felt = .everyone(Score(mean: mean, n: 40, sd: 0.8))
    }
    return journey
  }

  /// Two that lead into each other, one that stands alone, one that leads out, one without flow.
  private static let small: [Journey] = {
    var bare = Journey(id: "bare", title: "Nobody has looked")
    bare.touchpoints = [Touchpoint(id: "a"), Touchpoint(id: "b")]
    return [
      journey(
        "online",
        [
          "start -> log-in: 1000", "log-in -> read: 700", "log-in -> left: 200",
          "log-in -> diverted/phone: 100", "read -> completed: 700",
        ], felt: [-1.2, 0.4]),
      journey("alone", ["start -> a: 50", "a -> left: 30", "a -> completed: 20"], felt: [-1.8]),
      journey(
        "phone",
        [
          "start -> hold: 400", "hold -> agent: 300", "hold -> left: 60",
          "hold -> diverted/online: 40", "agent -> completed: 300",
        ], felt: [-0.8, 1.4]),
      journey(
        "out", ["start -> a: 100%", "a -> completed: 60%", "a -> diverted/elsewhere: 40%"]),
      bare,
    ]
  }()

  private static func random(_ count: Int, seed: UInt64) throws -> Portfolio {
    var random = SeededGenerator(seed: seed)
    return try portfolio(
      (0..<count).map { index in
        var recipe = JourneyTestSupport.RandomJourney()
        let most = [1, 3, 8, 20][Int.random(in: 0..<4, using: &random)]
        recipe.touchpoints = most...most
        // A policy would name the journey by the id that it does not keep.
        recipe.isFull = false
        var journey = recipe.journey(seed: seed &* 1000 &+ UInt64(index))
        journey.id = JourneyID("j\(index)")
        journey.title =
          [
            "Pay", "Getting home after a cancelled flight",
            "Krankenversicherungskarte ersetzen lassen",
            "الحصول على موعد التأشيرة", "パスポートを更新する", "<script>alert(1)</script> & | \u{7}",
          ][index % 6]
        return lead(journey, to: Int.random(in: 0..<count, using: &random), random.chance(0.5))
      })
  }

  /// Lets some of those who leave go over to another journey instead.
  private static func lead(_ journey: Journey, to target: Int, _ isLinked: Bool) -> Journey {
    guard isLinked else { return journey }
    var journey = journey
    for index in journey.flow.indices where journey.flow[index].target == .end(.left) {
      journey.flow[index].target = .end(.diverted(JourneyID("j\(target)")))
      break
    }
    return journey
  }

  private func picture(
    _ portfolio: Portfolio, theme: Theme = .light, engines: Engines = placed,
    language: String? = nil
  ) throws -> Picture {
    try Atlas(portfolio, language: language).picture(
      options: DrawingOptions(theme: theme), engines: engines)
  }

  private func groups(_ elements: [Element]) -> [Group] {
    elements.flatMap { element -> [Group] in
      guard case .group(let group) = element else { return [] }
      return [group] + groups(group.elements)
    }
  }

  @Test("draws a few journeys as its golden says")
  func golden() throws {
    let text = try picture(Self.portfolio(Self.small), engines: Self.fakes).description
    #expect(Golden.difference(text, from: "atlas.txt") == nil)
  }

  @Test("draws them for the projector as its golden says")
  func goldenProjector() throws {
    let text = try picture(
      Self.portfolio(Self.small), theme: .projector, engines: Self.fakes
    ).description
    #expect(Golden.difference(text, from: "atlas.projector.txt") == nil)
  }

  @Test("sets no text on other text or over the edge", arguments: [1, 2, 5, 12, 30, 70])
  func collisions(count: Int) throws {
    for seed in 0..<3 as Range<UInt64> {
      for theme in Theme.all {
        let found = Inspection.collisions(
          in: try picture(Self.random(count, seed: seed), theme: theme))
        #expect(found == [], "seed \(seed), \(theme.name)\n\(found.joined(separator: "\n"))")
      }
    }
  }

  @Test("is read by everybody: contrast in every theme", arguments: Theme.all)
  func contrast(theme: Theme) throws {
    #expect(Inspection.faint(in: try picture(Self.portfolio(Self.small), theme: theme)) == [])
  }

  @Test("no two cards lie on each other, and every journey says what it is")
  func cards() throws {
    for (count, seed) in [(5, 1), (40, 2), (90, 3)] as [(Int, UInt64)] {
      let picture = try picture(Self.random(count, seed: seed))
      let cards = groups(picture.elements).filter { $0.id?.hasPrefix("journey.") ?? false }
      #expect(cards.count == count)
      #expect(Set(cards.map(\.id)).count == count)
      let boxes = cards.compactMap { card -> Rect? in
        guard case .shape(let shape) = card.elements.first, case .rect(let box, _) = shape.geometry
        else { return nil }
        return box
      }
      #expect(boxes.count == count)
      for (index, one) in boxes.enumerated() {
        #expect(!boxes[(index + 1)...].contains { $0.overlaps(one) }, "\(count) journeys")
      }
      #expect(cards.allSatisfy { !($0.title ?? "").isEmpty && !($0.summary ?? "").isEmpty })
    }
  }

  @Test("for the projector too: every score has its scale, and the picture its day")
  func projector() throws {
    let picture = try picture(Self.portfolio(Self.small), theme: .projector)
    let cards = groups(picture.elements).filter { $0.id?.hasPrefix("journey.") ?? false }
    let scales = cards.map { texts([.group($0)]).contains("\u{2212}2\u{2026}+2") }
    #expect(scales == [true, true, true, false, false])
    let words = Words.english
    #expect(texts(picture.elements).contains(words.fill(words.asOf, words.date(Sketch.day))))
  }

  @Test("the numbers of ribbons stand beside them", arguments: Theme.all)
  func numbersBesideRibbons(theme: Theme) throws {
    for portfolio in try [Self.portfolio(Self.small), Self.random(5, seed: 4)] {
      let all = groups(try picture(portfolio, theme: theme).elements)
      for number in all where number.id?.hasPrefix("number.") ?? false {
        let link = "link." + (number.id ?? "").dropFirst("number.".count)
        let ribbon = try #require(all.first { $0.id == link })
        guard case .shape(let shape) = ribbon.elements.first, case .path(let path) = shape.geometry,
          case .shape(let ground) = number.elements.first, case .rect(let box, _) = ground.geometry
        else { throw Missing() }
        let covered = points(on: path).filter {
          $0.x > box.x && $0.x < box.maxX && $0.y > box.y && $0.y < box.maxY
        }
        #expect(covered.isEmpty, "\(link) in \(theme.name)")
      }
    }
  }

  private struct Missing: Error {}

  private func points(on path: Path) -> [Point] {
    var at = Point(0, 0)
    return path.steps.flatMap { step -> [Point] in
      switch step {
      case .move(let point), .line(let point):
        at = point
        return [point]
      case .curve(let p, let q, let end):
        let start = at
        at = end
        return (1...20).map { step in
          let t = Double(step) / 20
          let (a, b) = ((1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t))
          let (c, d) = (3 * t * t * (1 - t), t * t * t)
          return Point(
            a * start.x + b * p.x + c * q.x + d * end.x,
            a * start.y + b * p.y + c * q.y + d * end.y)
        }
      case .close: return []
      }
    }
  }

  private func texts(_ elements: [Element]) -> [String] {
    elements.flatMap { element -> [String] in
      switch element {
      case .group(let group): texts(group.elements)
      case .text(let line): [line.text]
      default: []
      }
    }
  }

  @Test("a name that runs the other way stands at its ring")
  func otherDirection() throws {
    var journey = Self.journey(
      "visa", ["start -> a: 100", "a -> completed: 40", "a -> left: 60"], felt: [-1.5])
    journey.touchpoints[0].name = "حجز موعد"
    let lines = groups(try picture(Self.portfolio([journey])).elements).flatMap(\.elements)
      .compactMap { element -> TextLine? in
        guard case .text(let line) = element else { return nil }
        return line
      }
    let name = try #require(lines.first { $0.text.contains("حجز") })
    let share = try #require(lines.first { $0.text == "40%" })
    #expect(name.anchor == .right)
    // Its left edge is behind the ring, which stands where the card's words begin.
    #expect(abs(name.origin.x - name.width - 22 - share.origin.x) < 0.5)
  }

  @Test("shares that stand side by side add up")
  func sums() throws {
    let journey = Self.journey(
      "half", ["start -> a: 1000", "a -> completed: 755", "a -> left: 245"], felt: [-1])
    let picture = try picture(Self.portfolio([journey]))
    let said = texts(picture.elements)
    #expect(said.contains("75.5%"))
    #expect(said.contains { $0.contains("24.5%") })
    #expect(picture.summary.contains("75.5%") && picture.summary.contains("24.5%"))
  }

  @Test("says how completion divides, who goes over, and what is not known")
  func words() throws {
    let text = try picture(Self.portfolio(Self.small)).summary.replacing("\u{A0}", with: " ")
    #expect(text.contains("5 journeys, 2 ways over"))
    #expect(text.contains("78% complete"))
    #expect(text.contains("70% here, 8% after going over"))
    #expect(text.contains("100 · 10% of those who start The online journey go over to"))
    #expect(text.contains("Nobody has looked: no flow data, no score"))
  }

  @Test("of many journeys the most linked and hottest are drawn, the rest counted")
  func many() throws {
    let portfolio = try Self.portfolio(
      (0..<230).map { index in
        Self.journey(
          "j\(index)",
          index == 229
            ? ["start -> a: 10", "a -> completed: 6", "a -> diverted/j228: 4"]
            : [
              "start -> a: 100", "a -> completed: \(index % 90)", "a -> left: \(100 - index % 90)",
            ],
          felt: [-1])
      })
    let content = AtlasContent(Atlas(portfolio), isBrief: false)
    #expect(content.nodes.count == 200 && content.leftOut == 30)
    #expect(content.linked.map { content.nodes[$0].journey.id } == ["j228", "j229"])
    let drawn = Set(content.nodes.map(\.journey.id))
    let heats = content.others.compactMap { content.nodes[$0].hottest?.heatLow }
    #expect(heats == heats.sorted(by: >))
    let order = portfolio.hottestFirst.map { portfolio.members[$0].journey.id }
    let others = content.others.map { content.nodes[$0].journey.id }
    let drawnOthers = Set(others)
    #expect(others == order.filter { drawnOthers.contains($0) })
    let missed = portfolio.members.filter { !drawn.contains($0.journey.id) }
    let hottestMissed = missed.compactMap { $0.analysis.hotspots.hotspots.first?.heatLow }.max()
    #expect((heats.min() ?? 0) >= (hottestMissed ?? 0))
    let brief = AtlasContent(Atlas(portfolio), isBrief: true)
    #expect(brief.nodes.count == Atlas.mostBrief)
    let text = try picture(portfolio).summary.replacing("\u{A0}", with: " ")
    #expect(text.contains("30 more journeys, less linked and less hot, are not drawn."))
  }

  @Test("runs from right to left where all journeys do")
  func mirrored() throws {
    let journeys = Self.small.map { journey in
      var journey = journey
      journey.language = "ar"
      return journey
    }
    let picture = try Atlas(Self.portfolio(journeys)).finishedPicture(
      options: DrawingOptions(), engines: Self.placed)
    #expect(picture.direction == .rightToLeft)
    #expect(Inspection.collisions(in: picture) == [])
    #expect(try self.picture(Self.portfolio(Self.small)).direction == .leftToRight)
  }

  @Test("draws nothing twice alike by chance: the same journeys are the same picture")
  func deterministic() throws {
    let portfolio = try Self.random(40, seed: 9)
    #expect(try picture(portfolio).description == picture(portfolio).description)
  }

  @Test("an empty portfolio is an empty picture")
  func empty() throws {
    #expect(try picture(Portfolio([])).summary == "Customer journeys: 0\u{A0}journeys.")
  }
}
