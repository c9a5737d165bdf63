import JourneyAnalysis
import JourneyKit
import JourneyModel
import JourneyPortfolio
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("What the atlas draws of many journeys")
struct AtlasChoiceTests {
  private static let placed = Engines(measurer: TableMeasurer(), layout: GraphvizLayout())

  /// Journeys of which each leads over to others, some with a hundred times the customers of others.
  static func linked(_ count: Int, seed: UInt64) throws -> Portfolio {
    var random = SeededGenerator(seed: seed)
    return Portfolio(
      try (0..<count).map { index in
        let many = [20, 300, 5000][Int.random(in: 0..<3, using: &random)]
        let (over, lost) = (
          Int.random(in: 1...many, using: &random), Int.random(in: 1...many, using: &random)
        )
        let target = (index + Int.random(in: 1..<count, using: &random)) % count
        var journey = Journey.sketch([
          "start -> a: \(over + lost + many)", "a -> b: \(over + many)", "a -> left: \(lost)",
          "b -> completed: \(many)", "b -> diverted/j\(target): \(over)",
        ])
        journey.id = JourneyID("j\(index)")
        journey.title = "Journey number \(index)"
        for place in journey.touchpoints.indices {
          journey.touchpoints[place].felt = .everyone(
            Score(mean: Double.random(in: -2...2, using: &random), n: 40, sd: 0.8))
        }
        return try journey.estimated(asOf: Sketch.day)
      })
  }

  @Test("no way that is missing carries more than the widest of a journey drawn for its ways")
  func widestFirst() {
    for seed in 0..<60 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...40, using: &random)
      let most = Int.random(in: 1...16, using: &random)
      let ways = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        AtlasChoice.Way(
          source: Int.random(in: 0..<count, using: &random),
          target: Int.random(in: 0..<count, using: &random),
          size: Double(Int.random(in: 1...900, using: &random)))
      }
      let order = (0..<count).shuffled(using: &random)
      let choice = AtlasChoice(ways, hottestFirst: order, most: most)
      #expect(choice.chosen.count == min(most, count), "seed \(seed)")
      #expect(choice.chosen.isSuperset(of: order.prefix(max(1, most / 4))))
      let (kept, missing) = (
        ways.filter { choice.chosen.isSuperset(of: [$0.source, $0.target]) },
        ways.filter {
          $0.source != $0.target && !choice.chosen.isSuperset(of: [$0.source, $0.target])
        }
      )
      let widestMissing = missing.map(\.size).max() ?? 0
      for journey in choice.chosen.subtracting(choice.forHeat) {
        let own = kept.filter { $0.source == journey || $0.target == journey }.map(\.size).max()
        #expect((own ?? 0) >= widestMissing, "seed \(seed)")
      }
    }
  }

  @Test("says how many journeys and ways are drawn, and of how many")
  func counts() throws {
    for seed in 0..<4 as Range<UInt64> {
      let portfolio = try Self.linked(30, seed: seed)
      for theme in [Theme.light, .projector] {
        let picture = try Atlas(portfolio).picture(
          options: DrawingOptions(theme: theme), engines: Self.placed)
        let drawn = Self.ids(picture.elements)
        let journeys = drawn.count { $0.hasPrefix("journey.") }
        let ways = drawn.count { $0.hasPrefix("link.") }
        let said = picture.summary.replacing("\u{A0}", with: " ")
        let expected =
          journeys == 30
          ? "30 journeys, 30 ways over." : "\(journeys) of 30 journeys, \(ways) of 30 ways over."
        #expect(said.contains(expected), "seed \(seed) \(theme.name): \(said.prefix(90))")
      }
    }
  }

  @Test("for the projector as many as are read from the last row, of plain ones at least four")
  func legible() throws {
    let options = DrawingOptions(theme: .projector)
    let fit = try #require(BoardFit(options, view: "atlas"))
    for seed in 0..<4 as Range<UInt64> {
      let picture = try Atlas(Self.linked(30, seed: seed)).picture(
        options: options, engines: Self.placed)
      // Letters of the table are wide: of some journeys even three are a hair too small.
      let legible = try #require(fit.legibility(of: picture, options))
      #expect(legible > 0.99, "seed \(seed)")
      #expect(Self.ids(picture.elements).count { $0.hasPrefix("journey.") } >= 4, "seed \(seed)")
    }
  }

  @Test("a few journeys leave little empty", arguments: [Theme.light, .projector])
  func leavesLittleEmpty(theme: Theme) throws {
    var journeys = (0..<6).map { index -> Journey in
      var journey = Journey.sketch([
        "start -> a: 100", "a -> completed: 60",
        index == 0 ? "a -> diverted/j1: 40" : "a -> left: 40",
      ])
      journey.id = JourneyID("j\(index)")
      journey.title = "Journey \(index)"
      return journey
    }
    journeys[0].title = "The first journey"
    let picture = try Atlas(Portfolio(try journeys.map { try $0.estimated(asOf: Sketch.day) }))
      .picture(options: DrawingOptions(theme: theme), engines: Self.placed)
    let cards = Self.groups(picture.elements).filter { $0.id?.hasPrefix("journey.") ?? false }
      .compactMap { card -> Rect? in
        guard case .shape(let shape) = card.elements.first, case .rect(let box, _) = shape.geometry
        else { return nil }
        return box
      }
    #expect(cards.count == 6)
    let (left, right) = (cards.map(\.x).min() ?? 0, cards.map(\.maxX).max() ?? 1)
    let (top, bottom) = (cards.map(\.y).min() ?? 0, cards.map(\.maxY).max() ?? 1)
    let filled = cards.reduce(0) { $0 + $1.width * $1.height } / ((right - left) * (bottom - top))
    #expect(filled > 0.66, "\(theme.name): \(filled)")
  }

  static func groups(_ elements: [Element]) -> [Group] {
    elements.flatMap { element -> [Group] in
      guard case .group(let group) = element else { return [] }
      return [group] + groups(group.elements)
    }
  }

  static func ids(_ elements: [Element]) -> [String] { groups(elements).compactMap(\.id) }
}
