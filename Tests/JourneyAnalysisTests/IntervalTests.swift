import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyAnalysis

/// Whether intervals are what they say: 90 % of them hold the truth.
@Suite("Intervals of a chain's figures")
struct IntervalTests {
  /// The estimate of a figure of a chain with counts.
  private func estimate(
    _ measure: Figure.Measure, at x: Int?, in figures: ChainFigures, _ doubt: ChainDoubt
  ) -> Estimate? {
    guard let value = figures.value(measure, at: x) else { return nil }
    let chain = figures.chain
    guard let x else {
      switch measure {
      case .steps:
        return EffectiveCount.positive(value, variance: doubt.variance(ofStepsIn: chain))
      case .time:
        return EffectiveCount.positive(
          value, variance: doubt.variance(ofTimeIn: chain, times: figures.times))
      case .left:
        return EffectiveCount.share(value, variance: doubt.variance(of: .left, in: chain))
      default: return EffectiveCount.counted(value, of: chain.network.knownEnds ?? 0)
      }
    }
    var question = ChainQuestion(
      chain, doubt, at: x, completing: doubt.parts(ofCompletingIn: chain))
    switch measure {
    case .visits: return question.visits(value)
    case .reach: return question.reach(value)
    case .dropOff: return question.dropOff(value)
    case .completionFromHere: return question.completionFromHere(value)
    case .left: return question.left(value)
    default:
      return figures.reliefs.map { question.relief($0, measure, value, figures.times) }
    }
  }

  private static func times(_ count: Int) -> Times {
    var journey = Journey(id: "t", title: "t")
    journey.touchpoints = (0..<count).map { index in
      var touchpoint = Touchpoint(id: TouchpointID("t\(index)"))
      touchpoint.wait = TimeSpan(seconds: Double(10 + 35 * (index % 3)))
      return touchpoint
    }
    return Times(journey)
  }

  private static let places: [(Figure.Measure, Int?)] =
    ChainFigures.journeyMeasures.map { ($0, nil) }
    + (0..<5).flatMap { x in ChainFigures.touchpointMeasures.map { ($0, x) } }

  /// How often the interval of each figure holds the truth, over several chains.
  private func coverage(
    seeds: [UInt64], customers: Int, rounds: Int, leaving: ClosedRange<Double>
  ) throws -> [Figure.Measure: (share: Double, count: Int, width: Double)] {
    var hits: [Figure.Measure: (held: Int, of: Int, width: Double)] = [:]
    for seed in seeds {
      var random = SeededGenerator(seed: seed)
      let walkers = Walkers(5, leaving: leaving, &random)
      let times = Self.times(5)
      let values: [Double?] = [0.4, -0.5, -0.3, nil, 0.5]
      let truth = try ChainFigures(walkers.network(walkers.truth), values: values, times: times)
      for _ in 0..<rounds {
        let counts = walkers.walk(customers, &random)
        let figures = try ChainFigures(walkers.network(counts), values: values, times: times)
        let totals = counts.map { row -> Double? in
          let total = row.reduce(0, +)
          return total > 0 ? total : nil
        }
        let doubt = ChainDoubt(figures.chain.network, counts: totals, times: times)
        for (measure, x) in Self.places {
          guard let expected = truth.value(measure, at: x),
            let found = estimate(measure, at: x, in: figures, doubt), let low = found.low,
            let high = found.high
          else { continue }
          var entry = hits[measure] ?? (0, 0, 0)
          entry.of += 1
          if low <= expected, expected <= high { entry.held += 1 }
          entry.width += high - low
          hits[measure] = entry
        }
      }
    }
    return hits.mapValues { (Double($0.held) / Double($0.of), $0.of, $0.width / Double($0.of)) }
  }

  @Test("90 % of the intervals hold the truth", arguments: [80, 400])
  func coverage(customers: Int) throws {
    let found = try coverage(
      seeds: [1, 2, 3, 4], customers: customers, rounds: 100, leaving: 0.03...0.3)
    for (measure, result) in found.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      #expect(result.share > 0.85 && result.share < 0.955, "\(measure): \(result)")
    }
  }

  @Test("Where hardly anybody leaves intervals are too wide rather than too narrow")
  func rare() throws {
    let found = try coverage(
      seeds: [5, 6, 7, 8], customers: 60, rounds: 50, leaving: 0.0005...0.02)
    for (measure, result) in found.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      #expect(result.share > 0.84, "\(measure): \(result)")
    }
  }

  @Test("Derivatives are those of moving a row a little", arguments: SeededGenerator.seeds(12))
  func gradients(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let walkers = Walkers(5, leaving: 0.05...0.3, &random)
    let times = Self.times(5)
    let values: [Double?] = [0.4, -0.5, -0.3, nil, 0.5]
    let counts = walkers.walk(200, &random)
    let network = walkers.network(counts)
    let figures = try ChainFigures(network, values: values, times: times)
    let doubt = ChainDoubt(network, counts: counts.map { $0.reduce(0, +) }, times: times)
    for (measure, x) in Self.places where measure != .completed {
      guard let found = estimate(measure, at: x, in: figures, doubt) else { continue }
      func moved(_ row: Int, _ way: ChainDoubt.Way, _ epsilon: Double) -> Double {
        let changed = network.leaning(row, to: way, by: epsilon)
        let figures = try? ChainFigures(changed, values: values, times: times)
        return figures?.value(measure, at: x) ?? .nan
      }
      let variance = doubt.variance(
        weights: walkers.truth.dropLast().map { _ in 1 }, usesStart: true
      ) { row, way in
        let epsilon = 1e-4
        // One-sided, of second order: a way that nobody took has no other side.
        return
          (4 * moved(row, way, epsilon / 2) - moved(row, way, epsilon)
          - 3 * moved(row, way, 0)) / epsilon
      }
      let expected = try #require(variance).squareRoot()
      let deviation = try #require(found.deviation)
      #expect(
        (deviation - expected).magnitude <= 2e-4 * expected + 1e-9,
        "seed \(seed): \(measure) at \(x ?? -1): \(deviation), not \(expected)")
    }
  }
}
