import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyAnalysis

@Suite("Differences, verdicts and many chances at once")
struct DifferenceTests {
  @Test("Newcombe's example: 56 of 70 against 48 of 80, with Wilson's intervals")
  func newcombe() {
    // Newcombe 1998, table II, (a) by method 10: 0.0524…0.3339 (95 %); any pair of intervals goes.
    let first = Estimate(56.0 / 70, low: 0.69181, high: 0.87693)
    let second = Estimate(48.0 / 80, low: 0.49046, high: 0.70038)
    let difference = Difference(from: second, to: first)
    #expect(near(difference.value, 0.2))
    #expect((difference.low ?? 0) > 0.0523 && (difference.low ?? 0) < 0.0526)
    #expect((difference.high ?? 0) > 0.3337 && (difference.high ?? 0) < 0.3340)
  }

  @Test("The chance is below 10 % exactly where the interval leaves 0 out")
  func agreement() throws {
    var random = SeededGenerator(seed: 4)
    var beyond = 0
    for _ in 0..<500 {
      let estimates = (0..<2).map { _ -> Estimate in
        let value = random.decimal(0...1)
        return Estimate(
          value, low: value - random.decimal(0...1) / 2 - 0.01,
          high: value + random.decimal(0...1) / 2 + 0.01)
      }
      let difference = Difference(from: estimates[0], to: estimates[1])
      let low = try #require(difference.low)
      let high = try #require(difference.high)
      let chance = try #require(difference.chance)
      guard low.magnitude > 1e-9, high.magnitude > 1e-9 else { continue }
      #expect((chance < 0.1) == (low > 0 || high < 0))
      beyond += chance < 0.1 ? 1 : 0
      let back = Difference(from: estimates[1], to: estimates[0])
      #expect(near(back.value, -difference.value) && near(back.chance, chance))
      #expect(near(back.low, -high) && near(back.high, -low))
    }
    #expect(beyond > 50 && beyond < 450)
  }

  @Test("A bound that is missing where it matters leaves the chance unknown")
  func unknown() {
    let sure = Estimate(0.2, low: 0.1, high: 0.3, deviation: 0.06)
    let open = Estimate(0.8, low: 0.7)
    let up = Difference(from: sure, to: open)
    #expect(up.low != nil && up.high == nil && (up.chance ?? 1) < 0.001)
    #expect(up.verdict(isBetterHigher: true) == .better)
    let down = Difference(from: open, to: sure)
    #expect(down.low == nil && down.high != nil)
    #expect(down.verdict(isBetterHigher: true) == .worse)
    // No difference at all is none from either side.
    let level = Estimate(0.2, low: 0.1)
    for (a, b) in [(sure, level), (level, sure)] {
      let none = Difference(from: a, to: b)
      #expect(none.chance == 1 && none.verdict(isBetterHigher: true) == .tooCloseToCall)
    }
    let bare = Difference(from: sure, to: Estimate(0.9))
    #expect(bare.low == nil && bare.high == nil && bare.chance == nil && bare.deviation == nil)
    #expect(bare.verdict(isBetterHigher: true) == .unknown)
  }

  @Test("Verdicts follow the direction that is better")
  func verdicts() {
    let low = Estimate(0.2, low: 0.15, high: 0.25, deviation: 0.03)
    let high = Estimate(0.5, low: 0.4, high: 0.6, deviation: 0.06)
    let near = Estimate(0.22, low: 0.17, high: 0.27, deviation: 0.03)
    let up = Difference(from: low, to: high)
    #expect(up.verdict(isBetterHigher: true) == .better)
    #expect(up.verdict(isBetterHigher: false) == .worse)
    #expect(up.verdict(isBetterHigher: nil) == .different)
    #expect(up.verdict(isBetterHigher: true, isBeyondChance: false) == .tooCloseToCall)
    #expect(Difference(from: low, to: near).verdict(isBetterHigher: true) == .tooCloseToCall)
    #expect(Difference(from: low, to: low).verdict(isBetterHigher: true) == .same)
    #expect(Difference(from: low, to: low).chance == 1)
    let bare = Estimate(0.2)
    #expect(Difference(from: bare, to: bare).verdict(isBetterHigher: true) == .same)
    // The same number from fewer customers was measured anew: nothing is known to have changed.
    let again = Estimate(0.2, low: 0.1, high: 0.3, deviation: 0.06)
    #expect(Difference(from: low, to: again).verdict(isBetterHigher: true) == .tooCloseToCall)
  }

  @Test("Holm's correction of his own kind of example")
  func holm() {
    let holm = Holm([0.01, nil, 0.04, 0.03, 0.005])
    #expect(near(holm.adjusted[4], 0.02))
    #expect(near(holm.adjusted[0], 0.03))
    #expect(near(holm.adjusted[3], 0.06))
    #expect(near(holm.adjusted[2], 0.06))
    #expect(holm.adjusted[1] == nil)
    #expect(holm.areBeyondChance(at: 0.05) == [true, false, false, false, true])
    #expect(Holm([0.7, 0.6]).adjusted == [1, 1])
    #expect(Holm([]).adjusted.isEmpty)
  }

  @Test("Of twenty differences that are none, hardly ever is one taken for real")
  func family() {
    var random = SeededGenerator(seed: 11)
    var wrong = 0
    for _ in 0..<1000 {
      let chances = (0..<20).map { _ in Double.random(in: 0..<1, using: &random) }
      if Holm(chances).areBeyondChance().contains(true) { wrong += 1 }
    }
    #expect(wrong > 60 && wrong < 130)
  }
}
