import JourneyAnalysis
import JourneyPortfolio
import JourneyTestSupport
import Testing

/// Linked figures against customers who walk over all touchpoints of all journeys.
@Suite("Linked figures, walked over the union of all journeys")
struct UnionGraphTests {
  private func shares(_ ends: LinkedEnds) -> [Double] {
    [ends.completed, ends.left, ends.ended, ends.diverted, ends.unresolved]
  }

  @Test("random portfolios with loops and cycles: as step by step over the union graph")
  func exactly() throws {
    var linked = 0
    for seed in 0..<60 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let truth = UnionGraph.random(1 + Int(seed % 7), &random)
      let (journeys, counted) = truth.counted(40 + Int(seed) * 3, &random)
      let portfolio = try Sketches.portfolio(journeys)
      let chances = counted.chances()
      for (index, ends) in portfolio.linked.enumerated() {
        #expect((ends == nil) == journeys[index].1.isEmpty, "seed \(seed)")
        guard let ends else { continue }
        if ends.isLinked { linked += 1 }
        for (mine, walked) in zip(shares(ends), chances[index]) {
          #expect(abs(mine - walked) < 1e-9, "seed \(seed), j\(index)")
        }
        #expect(abs((ends.journeys ?? .nan) - (chances[index].last ?? 0)) < 1e-7, "seed \(seed)")
      }
    }
    #expect(linked > 60)
  }

  @Test("customers who are sent through one by one end as often as is said")
  func simulated() throws {
    for seed in 100..<106 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let (journeys, graph) = UnionGraph.random(5, &random).counted(120, &random)
      let portfolio = try Sketches.portfolio(journeys)
      let walks = 3_000
      for (index, ends) in portfolio.linked.enumerated() {
        guard let ends else { continue }
        var found = [Int](repeating: 0, count: UnionGraph.Fate.allCases.count)
        for _ in 0..<walks { found[graph.fate(from: index, &random).rawValue] += 1 }
        for (share, count) in zip(shares(ends), found) {
          let deviation = (share * (1 - share) / Double(walks)).squareRoot()
          #expect(
            abs(Double(count) / Double(walks) - share) <= 4.5 * deviation + 1e-9,
            "seed \(seed), j\(index)")
        }
      }
    }
  }

  @Test("in a circle of journeys the interval holds the truth as often as it says")
  func coverage() throws {
    // Two lead into each other, and into a third that leads back: with loops inside.
    let truth = UnionGraph(ways: [
      [
        [(.touchpoint(1), 1)],
        [(.touchpoint(2), 5), (.fate(.left), 2), (.journey(1), 3)],
        [(.fate(.completed), 6), (.touchpoint(1), 3), (.journey(2), 1)],
      ],
      [
        [(.touchpoint(1), 1)],
        [(.fate(.completed), 4), (.fate(.left), 2), (.journey(0), 3), (.journey(2), 1)],
      ],
      [
        [(.touchpoint(1), 1)],
        [(.touchpoint(1), 1), (.fate(.completed), 3), (.fate(.left), 4), (.journey(0), 2)],
      ],
    ])
    let wanted = truth.chances().map { $0[0] }
    var random = SeededGenerator(seed: 11)
    let rounds = 300
    var held = [0, 0, 0]
    for _ in 0..<rounds {
      let portfolio = try Sketches.portfolio(truth.counted(150, &random).journeys)
      for (index, ends) in portfolio.linked.enumerated() {
        let completion = try #require(ends).completion
        let low = try #require(completion.low)
        let high = try #require(completion.high)
        if low <= wanted[index], wanted[index] <= high { held[index] += 1 }
      }
    }
    // 90 % of 300, give or take three standard deviations of 5.2.
    #expect(held.allSatisfy { (254...286).contains($0) }, "held \(held) of \(rounds)")
  }
}
