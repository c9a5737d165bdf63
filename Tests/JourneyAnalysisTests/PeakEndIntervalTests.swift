import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyAnalysis

/// Whether peak–end's interval knows that another touchpoint may be the peak.
@Suite("Peak–end's interval")
struct PeakEndIntervalTests {
  private static let customers = 60

  /// A way through three touchpoints, each with so many answers with a spread of 1.
  private func journey(_ means: [Double], n: Int = customers) -> Journey {
    var felt: [TouchpointID: Score] = [:]
    for (id, mean) in zip(["a", "b", "c"], means) {
      felt[TouchpointID(id)] = Score(mean: mean, n: n, sd: 1)
    }
    return Journey.sketch(
      ["start -> a: 100", "a -> b: 100", "b -> c: 100", "c -> completed: 100"], felt: felt)
  }

  private func estimate(_ means: [Double], n: Int = customers) throws -> Estimate {
    let estimates = try journey(means, n: n).estimated(asOf: EstimateTests.day)
    return try #require(estimates.estimate(of: Figure(.peakEnd)))
  }

  @Test("A peak that another nearly matches is not beyond chance")
  func rivals() throws {
    let before = try estimate([-0.8, 1.2, 0])
    let after = try estimate([-1.25, 1.2, 0])
    #expect(near(before.value, 0.6) && near(after.value, -0.625))
    #expect(try #require(after.high) > 0.55, "either may be the peak: \(after)")
    #expect(try #require(after.deviation) > 0.5)
    let difference = Difference(from: before, to: after)
    #expect(difference.verdict(isBetterHigher: true) == .tooCloseToCall)
    // Where it is the peak without doubt, it is.
    let worst = try estimate([-1.9, 1.2, 0])
    #expect(Difference(from: before, to: worst).verdict(isBetterHigher: true) == .worse)
  }

  @Test("A clear peak errs as the means do, drawn or not")
  func clear() throws {
    let clear = try estimate([-1.4, 0.2, 0.1])
    let error = (2 * 1.0 / Double(Self.customers)).squareRoot() / 2
    #expect(near(clear.deviation, error))
    #expect(near(clear.high, clear.value + Confidence.quantile * error))
    // Just near enough to be drawn, and hardly ever the peak.
    let drawn = try estimate([-1.4, 0.75, 0.1])
    #expect(((drawn.deviation ?? 0) / error - 1).magnitude < 0.06)
    #expect(((drawn.low ?? 9) - (clear.low ?? 0)).magnitude < 0.03)
    #expect(((drawn.high ?? 9) - (clear.high ?? 0)).magnitude < 0.03)
  }

  @Test("The same document has the same interval, whatever its touchpoints are called")
  func same() throws {
    let one = try estimate([-1.2, 1.1, 0])
    #expect(try estimate([-1.2, 1.1, 0]) == one)
    var renamed = journey([-1.2, 1.1, 0])
    renamed.touchpoints.reverse()
    let other = try renamed.estimated(asOf: EstimateTests.day).estimate(of: Figure(.peakEnd))
    let (low, high) = try (#require(one.low), #require(one.high))
    #expect(near(other?.low, low) && near(other?.high, high))
  }

  @Test("Turned round, the interval is the mirror")
  func mirrored() throws {
    var journey = journey([-1.2, 1.1, 0.1])
    let plain = try #require(
      try journey.estimated(asOf: EstimateTests.day).estimate(of: Figure(.peakEnd)))
    journey.scale.isInverted = true
    for index in journey.touchpoints.indices {
      let mean = try #require(journey.touchpoints[index].felt?.everyone?.mean)
      journey.touchpoints[index].felt = .everyone(Score(mean: -mean, n: Self.customers, sd: 1))
    }
    let turned = try #require(
      try journey.estimated(asOf: EstimateTests.day).estimate(of: Figure(.peakEnd)))
    #expect(near(turned.value, -plain.value))
    let (low, high) = try (#require(plain.low), #require(plain.high))
    #expect(near(turned.low, -high) && near(turned.high, -low))
  }

  @Test("An assumed peak or end leaves the error unknown, as it did")
  func assumed() throws {
    var journey = journey([-1.2, 1.1, 0])
    journey.touchpoints[0].felt = .everyone(Score(mean: -1.2))
    let estimate = try journey.estimated(asOf: EstimateTests.day).estimate(of: Figure(.peakEnd))
    #expect(estimate?.deviation == nil && estimate?.low == nil && estimate?.high == nil)
  }

  @Test(
    "Nine in ten hold the truth, with a clear peak and with two rivals",
    arguments: [
      [-1.4, 0.4, 0.2], [-1.2, 1.21, 0.1], [-1.3, 1.15, 0.1], [-1.2, -1.1, 0.4], [-1.2, 1, -1.1],
    ])
  func coverage(truth: [Double]) throws {
    var random = SeededGenerator(seed: 7)
    let expected = try #require(peakEnd(of: [0, 1, 2], values: truth))
    var held = 0
    let rounds = 300
    for _ in 0..<rounds {
      let seen = truth.map { mean in
        mean + normalQuantile(Double.random(in: 1e-6..<1, using: &random))
          / Double(Self.customers).squareRoot()
      }
      let found = try estimate(seen)
      let (low, high) = try (#require(found.low), #require(found.high))
      if low <= expected, expected <= high { held += 1 }
    }
    let share = Double(held) / Double(rounds)
    #expect(share > 0.84 && share < 0.95, "\(truth): \(share)")
  }

  @Test("A thousand ways with rivals everywhere are drawn in bounded time")
  func cost() throws {
    let ways = (0..<1000).map { way in
      ((0..<40).map { ($0 * 7 + way * 13) % 97 + (way % 3) }, 0.001)
    }
    let values = (0..<100).map { Double?.some($0.isMultiple(of: 2) ? -0.5 : 0.5) }
    let errors = [Double?](repeating: 0.2, count: 100)
    var found: PeakEndDraws?
    let time = ContinuousClock().measure {
      found = PeakEndDraws(ways, values: values, deviations: errors)
    }
    #expect(found != nil)
    #expect(time < .seconds(20))
  }
}
