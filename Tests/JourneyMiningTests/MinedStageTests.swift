import EventCounting
import JourneyAnalysis
import JourneyMining
import JourneyModel
import Testing

/// Stages that are found, and what becomes of given ones where touchpoints are gathered.
@Suite struct MinedStageTests {
  private func mined(_ log: SlowCounter, detail: Int = 30) -> JourneyMiner.Mined {
    JourneyMiner(options: MiningOptions(title: "Log", detail: detail, source: "log"))
      .journey(of: log.counts)
  }

  /// A log of one customer for each path, so many times each.
  private func log(_ paths: [(times: Int, path: [String])]) -> SlowCounter {
    var log = SlowCounter()
    for (kind, entry) in paths.enumerated() {
      for time in 0..<entry.times {
        log.events += entry.path.map { Event(customer: "\(kind)-\(time)", touchpoint: $0) }
      }
    }
    return log
  }

  /// Going to and fro makes a touchpoint of many steps, not one of many visitors.
  @Test func stagesAreNamedByTheMostVisited() {
    let result = mined(
      log([
        (10, ["a", "b", "c", "b", "c", "b", "c", "x", "y", "x", "y", "z", "y", "x", "y"]),
        (9, ["a"]),
        (9, ["a", "b", "c", "x"]),
      ]))
    #expect(result.journey.stages.map(\.name) == ["a", "x"])
    #expect(
      result.remarks.contains {
        $0.contains("each has the name of the touchpoint in it that most visits come to")
      })
  }

  @Test func nextToNobodyMakesNoStage() {
    let result = mined(
      log([
        (500, "abcdefadbecfacebdfabcdef".map { String($0) }),
        (2, ["a", "b", "c", "d", "e", "f", "odd", "strange", "odd", "strange", "odd"]),
      ]))
    #expect(result.journey.touchpoints.count == 8)
    #expect(result.journey.stages.count >= 2)
    for stage in result.journey.stages {
      let own = result.journey.touchpoints.filter { $0.stage == stage.id }.map(\.id)
      #expect(!Set(own).isDisjoint(with: ["a", "b", "c", "d", "e", "f"]))
    }
  }

  /// Twelve touchpoints in three stages, of which ever fewer come to the later ones.
  private var staged: SlowCounter {
    var log = SlowCounter()
    for customer in 0..<60 {
      let steps = 4 + (customer % 3) * 4
      for step in 0..<steps where step % 4 == 0 || (customer + step).isMultiple(of: 2) {
        log.events.append(
          Event(
            customer: "\(customer)", touchpoint: "t\(step)",
            stage: ["One", "Two", "Three"][step / 4]))
      }
    }
    return log
  }

  @Test(arguments: 3...12) func gatheringKeepsWhoIsStillHere(detail: Int) throws {
    let result = mined(staged, detail: detail)
    #expect(result.journey.stages.map(\.name) == ["One", "Two", "Three"])
    #expect(result.journey.touchpoints.count <= detail)
    let figures = try result.journey.analyzed(asOf: .epoch)
    let shares = figures.stages.map { $0.stillHere ?? -1 }
    let truth = [1, 2.0 / 3, 1.0 / 3]
    for (share, part) in zip(shares, truth) { #expect(abs(share - part) < 1e-9, "\(shares)") }
  }

  @Test func withoutRoomForEachStageWhatIsGatheredStandsInNone() throws {
    let result = mined(staged, detail: 2)
    let rest = try #require(result.journey.touchpoints.last)
    #expect(result.journey.touchpoints.map(\.stage) == ["One", nil])
    #expect(rest.name == "11 rarer touchpoints")
    #expect(result.remarks.contains { $0.contains("gathered into 1 that stands in no stage") })
    #expect((result.journey.problems().filter { $0.severity == .error }).isEmpty)
  }
}
