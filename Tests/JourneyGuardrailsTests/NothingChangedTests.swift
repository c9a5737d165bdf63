import JourneyAnalysis
import JourneyGuardrails
import JourneyModel
import JourneyTestSupport
import Testing

/// Runs where nothing changed but the sample.
@Suite("Nothing changed")
struct NothingChangedTests {
  /// A journey as it truly is, to be measured again and again.
  private struct Truth {
    /// What is felt at each touchpoint, much of it near neutral.
    var means: [Double] = []
    /// How many are asked there, in the first and the second measurement.
    var asked: [[Int]] = []
    /// By touchpoint: the chances of leaving, of skipping the next and of going back.
    var ways: [(leave: Double, skip: Double, back: Double)] = []

    init(_ random: inout SeededGenerator) {
      for _ in 0..<8 {
        let size =
          random.chance(0.6)
          ? Double.random(in: 0...0.3, using: &random)
          : Double.random(in: 0.5...1.2, using: &random)
        means.append(random.chance(0.5) ? size : -size)
        asked.append((0..<2).map { _ in Int.random(in: 20...60, using: &random) })
        let rare = [0, 0.0005, 0.001, 0.003, 0.01]
        ways.append((random.pick([0, 0.02, 0.1]), random.pick(rare), random.pick(rare)))
      }
    }

    /// Asks other customers and follows 1,000 others.
    func measured(_ time: Int, _ random: inout SeededGenerator) -> Journey {
      var counts: [[Int]] = Array(repeating: Array(repeating: 0, count: 10), count: 8)
      for _ in 0..<1000 {
        var place = 0
        while place < 8 {
          let way = ways[place]
          let chance = Double.random(in: 0..<1, using: &random)
          let target: Int
          if chance < way.leave {
            target = 9
          } else if chance < way.leave + way.skip {
            target = min(place + 2, 8)
          } else if chance < way.leave + way.skip + way.back, place > 0 {
            target = place - 1
          } else {
            target = place + 1
          }
          counts[place][target] += 1
          place = target
        }
      }
      var flow = ["start -> t0: 1000"]
      for (place, row) in counts.enumerated() {
        for (target, count) in row.enumerated() where count > 0 {
          let name = target == 8 ? "completed" : target == 9 ? "left" : "t\(target)"
          flow.append("t\(place) -> \(name): \(count)")
        }
      }
      var felt: [TouchpointID: Score] = [:]
      for (place, mean) in means.enumerated() {
        let scores = (0..<asked[place][time]).map { _ in
          mean + 0.8 * (0..<12).reduce(-6.0) { sum, _ in sum + .random(in: 0..<1, using: &random) }
        }
        let count = Double(scores.count)
        let average = scores.reduce(0, +) / count
        let squares = scores.reduce(0) { $0 + ($1 - average) * ($1 - average) }
        felt[TouchpointID("t\(place)")] = Score(
          mean: average, n: scores.count, sd: (squares / (count - 1)).squareRoot())
      }
      var journey = Journey.sketch(flow, felt: felt)
      journey.id = "measured"
      return journey
    }
  }

  @Test("Near neutral, with few asked and rare ways, at most one run in ten fails")
  func falseAlarms() throws {
    let rules = Policy(rules: [.rule(.noBrightSpotLost), .rule(.notWorse)])
    let runs = 150
    var failed: [String] = []
    for seed in 0..<UInt64(runs) {
      var random = SeededGenerator(seed: seed)
      let truth = Truth(&random)
      let before = truth.measured(0, &random)
      let after = truth.measured(1, &random)
      let found = try check([after], rules, baselines: [before]).summaries()
      if let first = found.first { failed.append("seed \(seed): \(first)") }
    }
    // One in ten, and two standard errors of so many runs.
    #expect(failed.count <= 22, "\(failed.count) of \(runs)\n\(failed.joined(separator: "\n"))")
  }

  @Test("A touchpoint that is a little below neutral now does not put relief a step away")
  func nearNeutral() throws {
    func journey(_ felt: Double, n: Int) -> Journey {
      var journey = Journey.results(felt: -1)
      journey.touchpoints[1].felt = .everyone(Score(mean: felt, n: n, sd: 0.8))
      journey.touchpoints[0].felt = .everyone(Score(mean: -1, n: 300, sd: 0.8))
      return journey
    }
    let found = try check([journey(-0.1, n: 41)], nil, baselines: [journey(0.1, n: 40)])
    #expect(found.summaries() == [])
    #expect(
      found.summaries(.note).contains {
        $0.contains("which touchpoints are relief is not sure")
      })
  }

  @Test("A bright spot that is lost by chance among many journeys is none")
  func brightSpotAmongMany() throws {
    func journey(_ felt: Double, _ number: Int) -> Journey {
      var journey = Journey.results()
      journey.id = JourneyID("results-\(number)")
      journey.touchpoints[2].felt = .everyone(Score(mean: felt, n: 30, sd: 1))
      return journey
    }
    let rules = Policy(rules: [.rule(.noBrightSpotLost)])
    // Beyond chance by itself, and not as one of sixty.
    let after = [journey(-0.15, 0)] + (1...60).map { journey(0.52, $0) }
    let before = (0...60).map { journey(0.5, $0) }
    #expect(try check(after, rules, baselines: before).summaries() == [])
    // Whatever is beyond chance among all of them is still told.
    let lost = [journey(-1.2, 0)] + after.dropFirst()
    #expect(
      try check(lost, rules, baselines: before).contains {
        $0.id == "no-bright-spot-lost" && $0.level == .fails
      })
  }
}
