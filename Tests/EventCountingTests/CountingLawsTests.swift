import JourneyTestSupport
import Testing

@testable import EventCounting

@Suite struct CountingLawsTests {
  @Test(arguments: SeededGenerator.seeds(120))
  func countsAreThoseOfTheSlowVersion(seed: UInt64) {
    let log = RandomLog(seed: seed)
    var random = SeededGenerator(seed: seed &+ 77)
    let counts = log.count(lanes: 1, &random)
    let expected = SlowCount(rules: log.rules).count(log.events)
    #expect(SplitCounts.isSame(counts, expected), "\(counts)\n\(expected)")
  }

  @Test(arguments: SeededGenerator.seeds(50))
  func lanesAndPartsNeverMatter(seed: UInt64) {
    let log = RandomLog(seed: seed)
    var random = SeededGenerator(seed: seed)
    let counts = log.count(lanes: 1, &random)
    for lanes in [2, 3, 5] {
      #expect(log.count(lanes: lanes, &random) == counts)
    }
  }
}
