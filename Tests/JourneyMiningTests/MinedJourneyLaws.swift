import EventCounting
import JourneyAnalysis
import JourneyFormats
import JourneyMining
import JourneyModel
import JourneyTestSupport
import Testing

@Suite struct MinedJourneyLaws {
  private static let seeds = SeededGenerator.seeds(45)

  private func mined(_ log: RandomLog, detail: Int = 30) -> Journey {
    JourneyMiner(options: MiningOptions(title: "Log", detail: detail, source: "log.csv"))
      .journey(of: log.log.counts).journey
  }

  @Test(arguments: seeds) func documentsAreWithoutErrorsAndReadBack(seed: UInt64) throws {
    for detail in [30, 7, 1] {
      let journey = mined(RandomLog(seed: seed), detail: detail)
      let errors = (journey.problems() + journey.flowProblems()).filter { $0.severity == .error }
      #expect(errors.isEmpty, "seed \(seed), detail \(detail): \(errors)")
      let text = JourneyWriter.text(of: journey, format: .yaml)
      let reading = JourneyReader.read(text, name: "log.journey.yaml")
      #expect(reading.journey == journey, "seed \(seed), detail \(detail)")
      #expect(throws: Never.self) {
        _ = try journey.analyzed(asOf: CalendarDate.epoch)
      }
    }
  }

  @Test(arguments: seeds) func whoComesGoesOn(seed: UInt64) {
    let counts = RandomLog(seed: seed).log.counts
    for detail in [30, 7, 1] {
      let journey = mined(RandomLog(seed: seed), detail: detail)
      var coming: [TouchpointID: Int] = [:]
      var going: [TouchpointID: Int] = [:]
      for transition in journey.flow {
        if case .touchpoint(let id) = transition.source { going[id, default: 0] += transition.all }
        if case .touchpoint(let id) = transition.target { coming[id, default: 0] += transition.all }
      }
      #expect(coming == going, "seed \(seed), detail \(detail)")
      #expect(journey.flow.filter { $0.source == .start }.map(\.all).sum == counts.everyone.visits)
    }
  }

  /// Whatever is gathered, as many start and end in each way as in the log.
  @Test(arguments: seeds) func gatheringKeepsStartsAndEnds(seed: UInt64) {
    let counts = RandomLog(seed: seed).log.counts
    for detail in [30, 7, 1] {
      let journey = mined(RandomLog(seed: seed), detail: detail)
      for end in EventCounts.End.allCases {
        let counted = counts.everyone.flows.filter { $0.target == .end(end) }.map(\.count).sum
        let written = journey.flow.filter { $0.target.description == end.rawValue }.map(\.all).sum
        #expect(counted == written, "seed \(seed), detail \(detail), \(end)")
      }
      #expect(journey.touchpoints.count <= detail, "seed \(seed), detail \(detail)")
    }
  }

  /// Whatever is gathered, as many steps are gone as in the log.
  @Test(arguments: seeds) func gatheringKeepsSteps(seed: UInt64) {
    let counts = RandomLog(seed: seed).log.counts
    for detail in [30, 7, 1] {
      let journey = mined(RandomLog(seed: seed), detail: detail)
      let arrivals = journey.flow.filter { if case .touchpoint = $0.target { true } else { false } }
      #expect(arrivals.map(\.all).sum == counts.everyone.events, "seed \(seed), detail \(detail)")
    }
  }

  @Test(arguments: seeds) func idsAreOnesAndStagesAreRuns(seed: UInt64) {
    let journey = mined(RandomLog(seed: seed), detail: 9)
    let ids = journey.touchpoints.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { IdentifierRules.isIdentifier($0.rawValue) })
    var runs: [StageID] = []
    for stage in journey.touchpoints.compactMap(\.stage) where runs.last != stage {
      runs.append(stage)
    }
    #expect(runs == journey.stages.map(\.id), "seed \(seed)")
  }

  /// Personas' counts and customers add up to everybody's.
  @Test(arguments: seeds) func personasAreAll(seed: UInt64) {
    let counts = RandomLog(seed: seed).log.counts
    let journey = mined(RandomLog(seed: seed))
    guard journey.personas.count > 1 else { return }
    #expect(journey.personas.count <= 9)
    let shares = Share.exactSum(journey.personas.compactMap(\.share))
    #expect(Double(shares.significand) == (0..<shares.places).reduce(1.0) { sum, _ in sum * 10 })
    for transition in journey.flow {
      let parts = Set(transition.traffic.entries.map(\.persona))
      #expect(!parts.isEmpty && parts.isSubset(of: journey.personas.map(\.id)))
    }
    #expect(journey.flow.filter { $0.source == .start }.map(\.all).sum == counts.everyone.visits)
  }

  /// The order of the log's rows does not matter where nothing depends on it.
  @Test(arguments: SeededGenerator.seeds(20)) func rowsMayStandInAnyOrder(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var log = RandomLog(seed: seed)
    for index in log.log.events.indices { log.log.events[index].time = Int64(index) * 1_000_000 }
    log.log.rules.order = .time
    let journey = mined(log)
    log.log.events.shuffle(using: &random)
    #expect(mined(log) == journey, "seed \(seed)")
  }
}

extension Transition {
  /// How many take it, all personas together.
  var all: Int {
    let values = traffic.everyone.map { [$0] } ?? traffic.entries.map(\.value)
    return values.map { traffic in
      if case .customers(let count) = traffic.amount { count } else { 0 }
    }.sum
  }
}

extension [Int] {
  fileprivate var sum: Int { reduce(0, +) }
}
