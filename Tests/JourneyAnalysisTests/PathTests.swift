import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyAnalysis

/// Ways through the journey and what is remembered of them.
@Suite("Paths")
struct PathTests {
  @Test(
    "The likeliest ways come first, as counting all of them says", arguments: MeasureTests.networks)
  func order(seed: UInt64, network: FlowNetwork, journey: Journey) {
    var search = PathSearch(network)
    let found = search.run()
    for (earlier, later) in zip(found, found.dropFirst()) { #expect(earlier.share >= later.share) }
    let least = found.last?.share ?? 0
    let all = everyWay(network, above: least * (1 + 1e-9))
    #expect(Set(all.map(key)).isSubset(of: Set(found.map(key))), "none above the last is missing")
    #expect(Set(found.map(key)).count == found.count, "none comes twice")
    let told = found.reduce(0) { $0 + $1.share }
    #expect(told >= 0.9 - 1e-9 || found.count == PathSearch.mostPaths)
    #expect(told - least < 0.9, "and none comes after 90 %")
  }

  @Test("A loop that hardly anybody leaves does not hold the search up")
  func hostile() {
    let row = FlowNetwork.Row(
      next: [FlowNetwork.Step(target: 0, chance: 1 - 1e-9)],
      ends: [FlowNetwork.Exit(end: .left, chance: 1e-9)])
    let start = FlowNetwork.Row(next: [FlowNetwork.Step(target: 0, chance: 1)])
    var search = PathSearch(FlowNetwork(start: start, rows: [row]))
    #expect(search.run().count <= PathSearch.mostPaths)
  }

  @Test("Ways as likely as each other keep the document's order")
  func ties() throws {
    let journey = Journey.sketch([
      "start -> c: 1", "start -> a: 1", "start -> b: 1", "a -> left: 1", "b -> left: 1",
      "c -> left: 1",
    ])
    let paths = try journey.analyzed(asOf: .epoch).paths
    #expect(paths.map(\.touchpoints) == [["c"], ["a"], ["b"]])
  }

  @Test("Search stops at 90 %, and says so in what it covers")
  func ninety() throws {
    var journey = Journey.sketch([
      "start -> a: 100", "a -> completed: 60", "a -> left: 30", "a -> b: 10", "b -> completed: 10",
    ])
    journey.touchpoints[0].felt = .everyone(Score(mean: -1))
    let analysis = try journey.analyzed(asOf: .epoch)
    #expect(analysis.paths.map(\.end) == [.completed, .left])
    #expect(near(analysis.peakEndCovered, 0.9))
    #expect(near(analysis.peakEnd, -1))
  }

  @Test(
    "Peak–end is the mean of the strongest and the last",
    arguments: [
      ([0, 1, 2], [-0.2, -0.9, 0.5], -0.2), ([0], [-0.4], -0.4), ([0, 1], [0.8, -0.8], -0.8),
      ([1, 0], [0.8, -0.8], 0), ([0, 1, 0], [0.1, -0.3], -0.1), ([0, 1], [1, 0], 0.5),
    ] as [([Int], [Double], Double)])
  func peakAndEnd(way: [Int], values: [Double], expected: Double) {
    #expect(near(peakEnd(of: way, values: values), expected))
  }

  @Test("A way with a touchpoint without a score, or without any, is not remembered")
  func unscored() {
    #expect(peakEnd(of: [0, 1], values: [0.5, nil]) == nil)
    #expect(peakEnd(of: [1, 0], values: [0.5, nil]) == nil)
    #expect(peakEnd(of: [], values: [0.5]) == nil)
    #expect(journeyPeakEnd([(0.5, nil)]) == nil)
    let both = journeyPeakEnd([(0.5, -1), (0.25, 0.5), (0.25, nil)])
    #expect(near(both?.v, -0.5))
    #expect(near(both?.covered, 0.75))
  }

  private func key(_ way: WayThrough) -> String {
    way.touchpoints.map(String.init).joined(separator: ",") + ">" + way.end.description
  }

  /// All ways whose share is at least so large.
  private func everyWay(_ network: FlowNetwork, above least: Double) -> [WayThrough] {
    var found: [WayThrough] = []
    var open: [(path: [Int], row: FlowNetwork.Row, share: Double)] = [([], network.start, 1)]
    while let (path, row, share) = open.popLast() {
      for exit in row.ends where share * exit.chance > least {
        found.append(
          WayThrough(touchpoints: path, end: exit.end, share: share * exit.chance))
      }
      for step in row.next where share * step.chance > least {
        open.append((path + [step.target], network.rows[step.target], share * step.chance))
      }
    }
    return found
  }
}
