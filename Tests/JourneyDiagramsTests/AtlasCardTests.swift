import JourneyAnalysis
import JourneyKit
import JourneyModel
import JourneyPortfolio
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("The cards and numbers of the atlas")
struct AtlasCardTests {
  private static let placed = Engines(measurer: TableMeasurer(), layout: GraphvizLayout())

  private static func there(and back: String?) throws -> Portfolio {
    var one = Journey.sketch([
      "start -> a: 1800", "a -> completed: 1665", "a -> diverted/phone: 135",
    ])
    (one.id, one.title) = ("online", "Getting home")
    var other = Journey.sketch([
      "start -> a: 580", "a -> completed: 484", "a -> \(back ?? "left"): 96",
    ])
    (other.id, other.title) = ("phone", "Rebooking by phone")
    return Portfolio(try [one, other].map { try $0.estimated(asOf: Sketch.day) })
  }

  @Test("a number is nearer to its ribbon than to any other", arguments: Theme.all)
  func numbers(theme: Theme) throws {
    let portfolio = try Self.there(and: "diverted/online")
    let content = AtlasContent(Atlas(portfolio), isBrief: theme.isBrief)
    let setter = Typesetter(theme: theme.unscaled, measurer: TableMeasurer())
    let text = AtlasText(content, .english, setter: setter)
    try setter.measure()
    let sizes = try AtlasSizes(content, text, setter: setter)
    let graph = AtlasGraph(content, sizes, least: 900)
    for direction in [AtlasGraph.Direction.asFits, .down] {
      let placed = try #require(try graph.placed(by: GraphvizLayout(), direction))
      let places = AtlasPlaces(content, sizes, placed, grid: .below(columns: nil), least: 900)
      let ribbons = placed.edges.sorted { $0.id < $1.id }.map { edge in
        AtlasNumbers.Ribbon(
          spline: edge.spline.map { Point($0.x - placed.bounds.x, $0.y - placed.bounds.y) },
          width: sizes.ribbon(content.links[edge.id == "e0" ? 0 : 1].weight))
      }
      for index in 0..<2 {
        let box = try #require(places.routes[index]?.label)
        let letters = Rect(
          x: box.x + 3, y: box.y + 2, width: box.width - 6, height: box.height - 4)
        let (own, other) = (
          ribbons[index].clearance(of: letters), ribbons[1 - index].clearance(of: letters)
        )
        #expect(own > 0 && other > 2 * own, "\(theme.name) \(direction) \(index): \(own) \(other)")
        #expect(!places.cards.contains { $0.overlaps(letters) })
      }
    }
  }

  @Test("a card in a language that is read the other way is mirrored inside")
  func mirroredCard() throws {
    func elements(_ language: String?) throws -> [Element] {
      var journey = Journey.sketch(["start -> a: 1000", "a -> completed: 400", "a -> left: 600"])
      (journey.id, journey.title) = ("visa", "الحصول على موعد التأشيرة")
      (journey.language, journey.customers) = (language, "المسافرين")
      let portfolio = Portfolio([try journey.estimated(asOf: Sketch.day)])
      let picture = try Atlas(portfolio, language: "en").picture(
        options: DrawingOptions(), engines: Self.placed)
      return AtlasChoiceTests.groups(picture.elements).first { $0.id == "journey.visa" }?.elements
        ?? []
    }
    func left(_ line: TextLine) -> Double {
      switch line.anchor {
      case .left: line.origin.x
      case .middle: line.origin.x - line.width / 2
      case .right: line.origin.x - line.width
      }
    }
    let card = try elements("ar")
    guard case .shape(let frame) = card.first, case .rect(let box, _) = frame.geometry else {
      throw Missing()
    }
    let lines = card.compactMap { element -> TextLine? in
      guard case .text(let line) = element else { return nil }
      return line
    }
    let title = try #require(lines.first { $0.role == .cardTitle })
    let started = try #require(lines.first { $0.text.contains("1,000") })
    let share = try #require(lines.first { $0.role == .stage })
    #expect(started.direction == .rightToLeft)
    // One edge on the right, the share that completes there too.
    #expect(abs(left(title) + title.width - left(started) - started.width) < 0.5)
    #expect(abs(left(title) + title.width - left(share) - share.width) < 0.5)
    #expect(left(share) > box.center.x)
  }

  @Test("of many journeys the three hottest are marked, in the legend too; of a few none")
  func marks() throws {
    for (count, marked) in [(2, 0), (30, 3)] {
      let portfolio = try AtlasChoiceTests.linked(count, seed: 5)
      for theme in [Theme.light, .projector] {
        let content = AtlasContent(Atlas(portfolio), isBrief: theme.isBrief)
        let hot = content.nodes.filter(\.isHot).map(\.journey.id)
        let hottest = portfolio.hottestFirst.prefix(marked).map {
          portfolio.members[$0].journey.id
        }
        #expect(Set(hot) == Set(hottest), "\(theme.name)")
        let picture = try Atlas(portfolio).picture(
          options: DrawingOptions(theme: theme), engines: Self.placed)
        let said = Self.texts(picture.elements)
        #expect(said.contains(Words.english.atlas.legendHot) == (marked > 0), "\(theme.name)")
        // Every card keeps its hottest touchpoint's heat.
        let name = content.nodes.compactMap(\.hottest?.name).first ?? ""
        #expect(said.contains(name), "\(theme.name)")
      }
    }
  }

  private static func texts(_ elements: [Element]) -> [String] {
    elements.flatMap { element -> [String] in
      switch element {
      case .group(let group): texts(group.elements)
      case .text(let line): [line.text]
      default: []
      }
    }
  }

  private struct Missing: Error {}
}
