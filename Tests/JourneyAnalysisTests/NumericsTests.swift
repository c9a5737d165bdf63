import JourneyTestSupport
import Testing

@testable import JourneyAnalysis

/// Reference values are scipy 1.17's, which computes them with Boost.
@Suite("Distributions")
struct NumericsTests {
  @Test(
    "The incomplete beta function agrees with scipy to ten digits",
    arguments: [
      (0.5, 0.5, 0.3, 0.36901011956554536), (0.5, 10.5, 0.01, 0.3501563419219086),
      (1.5, 99.5, 0.02, 0.7418000792365083), (70.5, 930.5, 0.06, 0.09372510503315373),
      (175.5, 825.5, 0.2, 0.9773078768390926), (3, 7, 0.9, 0.999997002),
      (2000.5, 3000.5, 0.41, 0.9248746686367051), (5000.5, 5000.5, 0.505, 0.841356844907228),
      (12.5, 999988.5, 1e-05, 0.25317390712554333),
      (250000.5, 750000.5, 0.2495, 0.12396182705764147),
      (100000000.5, 300000000.5, 0.25001, 0.6779114662062612),
      (0.5, 1000000000.5, 1e-09, 0.8427007931053803),
      (150.5, 120.5, 0.5, 0.03384534329461713), (1000000.5, 0.5, 0.999999, 0.1572990513789869),
    ])
  func cumulative(a: Double, b: Double, x: Double, expected: Double) {
    // Near 1 the argument itself is only known to 10⁻¹⁶ of 1, a part of 10⁻¹⁰ of what is beyond it.
    let value = BetaDistribution(a: a, b: b).cumulative(x)
    #expect(relativeError(value, expected) < 1e-10)
  }

  @Test(
    "Beta quantiles agree with scipy to ten digits",
    arguments: [
      (0.05, 0.5, 10.5, 0.000191736288974476), (0.95, 0.5, 1000.5, 0.001918406712256031),
      (0.05, 1.5, 999.5, 0.00017595167916439279), (0.95, 1.5, 999.5, 0.003900713932346007),
      (0.05, 70.5, 930.5, 0.05763862719700344), (0.95, 70.5, 930.5, 0.08419633229113385),
      (0.05, 175.5, 825.5, 0.155940421235448), (0.95, 825.5, 175.5, 0.844059578764552),
      (0.05, 0.500001, 1000.5, 1.9656012882879733e-06),
      (0.05, 5000.5, 5000.5, 0.4917764936788112), (0.95, 2000.5, 3000.5, 0.41143654875319546),
      (0.05, 250000.5, 750000.5, 0.24928829227901508),
      (0.95, 12.5, 999988.5, 1.8826173103926283e-05), (0.05, 3.2, 0.7, 0.45977540230073344),
      (0.95, 1000.5, 0.5, 0.9999980344233879), (0.05, 150.5, 120.5, 0.5055453548665874),
    ])
  func quantile(p: Double, a: Double, b: Double, expected: Double) {
    #expect(relativeError(BetaDistribution(a: a, b: b).quantile(p), expected) < 1e-10)
  }

  @Test(
    "A quantile put back gives its probability",
    arguments: [0.5, 0.50001, 1, 3.25, 20.5, 99.5, 100.5, 700, 3e4, 1e9])
  func roundTrip(a: Double) {
    for b in [0.5, 2, 17.5, 99.9, 101, 5000.5, 1e7] {
      let beta = BetaDistribution(a: a, b: b)
      for p in [0.001, 0.05, 0.5, 0.95, 0.999] {
        let x = beta.quantile(p)
        guard x > 0, x < 1 else { continue }
        // A step of x by its own last digit moves the probability by density · ulp.
        let slack = 4 * beta.density(x) * x.ulp
        #expect((beta.cumulative(x) - p).magnitude < 1e-10 + slack, "a \(a) b \(b) p \(p)")
      }
    }
  }

  @Test("Beta(1, b) and Beta(a, 1) have closed forms")
  func closedForms() {
    for b in [1.0, 2, 30.5, 4000] {
      for x in [1e-9, 0.01, 0.3, 0.8] {
        let beta = BetaDistribution(a: 1, b: b)
        #expect((beta.cumulative(x) - (1 - power(1 - x, b))).magnitude < 1e-12)
        #expect((BetaDistribution(a: b, b: 1).cumulative(x) - power(x, b)).magnitude < 1e-12)
      }
    }
  }

  @Test(
    "Normal quantiles agree with scipy",
    arguments: [
      (0.95, 1.6448536269514722), (0.5, 0.0), (0.05, -1.6448536269514729),
      (1e-10, -6.361340902404056), (0.999, 3.090232306167813), (0.3, -0.5244005127080409),
      (1e-300, -37.0470962993612), (0.075, -1.4395314709384563),
    ])
  func normal(p: Double, expected: Double) {
    #expect((normalQuantile(p) - expected).magnitude <= 1e-14 * max(1, expected.magnitude))
  }

  @Test("The ends of the normal distribution are infinite, and beyond them is nothing")
  func normalEnds() {
    #expect(normalQuantile(0) == -.infinity)
    #expect(normalQuantile(1) == .infinity)
    #expect(normalQuantile(-0.1).isNaN)
    #expect(normalQuantile(1.1).isNaN)
  }

  @Test("Jeffreys' interval holds the share, and is closed at no and at all")
  func countedShare() {
    let none = CountedShare(0, of: 10)
    #expect(none.low == 0)
    #expect(relativeError(none.high, BetaDistribution(a: 0.5, b: 10.5).quantile(0.95)) < 1e-14)
    let all = CountedShare(10, of: 10)
    #expect(all.high == 1)
    #expect((all.low - (1 - none.high)).magnitude < 1e-12)
    for count in [0.001, 0.2, 1, 3.7, 9.9] {
      let share = CountedShare(count, of: 10)
      #expect(share.low <= share.point && share.point <= share.high)
      #expect(share.low > 0 && share.high < 1)
    }
  }

  @Test("A heap gives its elements in order", arguments: SeededGenerator.seeds(20))
  func heap(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var heap = Heap<Int>()
    var numbers = (0..<200).map { _ in Int.random(in: 0...50, using: &random) }
    for number in numbers { heap.insert(number) }
    numbers.sort()
    var sorted: [Int] = []
    while let number = heap.popLeast() { sorted.append(number) }
    #expect(sorted == numbers)
    #expect(heap.count == 0)
  }

  private func power(_ base: Double, _ exponent: Double) -> Double {
    if exponent == exponent.rounded() {
      return (0..<Int(exponent)).reduce(1.0) { product, _ in product * base }
    }
    return (0..<Int(exponent)).reduce(base.squareRoot()) { product, _ in product * base }
  }
}
