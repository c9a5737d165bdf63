import JourneyAnalysis
import JourneyDecisions
import JourneyModel
import JourneyTestSupport
import Testing

@Suite struct OutcomeTestTests {
  typealias Outcome = Decision.Outcome

  @Test func aDifferenceBeyondChanceIsBetterOrWorse() throws {
    let before = Score(mean: -1.6, n: 96, sd: 0.7)
    let after = Score(mean: -0.9, n: 120, sd: 0.8)
    let better = OutcomeTest(Outcome(before: before, after: after), on: .standard)
    #expect(better.verdict == .better)
    #expect(!better.isSpreadAssumed)
    #expect(OutcomeTest(Outcome(before: after, after: before), on: .standard).verdict == .worse)
    // s² = (4 · s₀² + (n − 1) · sd²) / (n + 3) in units of v, where sd is 0.35 and 0.4.
    let pooled = (95 * 0.35 * 0.35 + 119 * 0.4 * 0.4) / 214
    let first = (4 * pooled + 95 * 0.35 * 0.35) / 99 / 96
    let second = (4 * pooled + 119 * 0.4 * 0.4) / 123 / 120
    // Student's 95 % point at 212.7 degrees of freedom.
    let reach = 1.6520493408 * (first + second).squareRoot() * 2
    let moved = try #require(better.difference)
    #expect(abs(moved.value - 0.7) < 1e-12)
    #expect(abs((moved.low ?? 0) - (0.7 - reach)) < 1e-9)
    #expect(abs((moved.high ?? 0) - (0.7 + reach)) < 1e-9)
  }

  @Test func onAnInvertedScaleLessIsBetter() {
    let scale = Scale(low: 1, high: 7, isInverted: true)
    let outcome = Outcome(
      before: Score(mean: 6, n: 80, sd: 1), after: Score(mean: 4, n: 80, sd: 1))
    #expect(OutcomeTest(outcome, on: scale).verdict == .better)
    let back = Outcome(before: outcome.after, after: outcome.before)
    #expect(OutcomeTest(back, on: scale).verdict == .worse)
  }

  @Test func aFewCustomersProveNothing() {
    let outcome = Outcome(before: Score(mean: -0.5, n: 3), after: Score(mean: 0, n: 3))
    let test = OutcomeTest(outcome, on: .standard)
    #expect(test.verdict == .tooClose)
    #expect(test.isSpreadAssumed)
  }

  @Test func twoWhoAgreeAreNotCertain() {
    let outcome = Outcome(
      before: Score(mean: 0, n: 2, sd: 0), after: Score(mean: 0.3, n: 2, sd: 0))
    #expect(OutcomeTest(outcome, on: .standard).verdict == .tooClose)
  }

  @Test func theSpreadOfOneStandsInForTheOther() throws {
    let after = Score(mean: 0.4, n: 50, sd: 0.4)
    let test = OutcomeTest(
      Outcome(before: Score(mean: 0, n: 50), after: after), on: .standard)
    #expect(test.isSpreadAssumed)
    // Both have the variance 0.2² / 50 in units of v; Student's 95 % point at 49 degrees of freedom.
    let reach = 1.6765508926 * (2 * 0.04 / 50).squareRoot() * 2
    #expect(abs((test.difference?.low ?? 0) - (0.4 - reach)) < 1e-9)
  }

  @Test func theCountOfTheOutcomeStandsInWhereScoresHaveNone() {
    let outcome = Outcome(before: Score(mean: -1), after: Score(mean: 1, n: 10), n: 60)
    let test = OutcomeTest(outcome, on: .standard)
    #expect(test.before?.n == 60)
    #expect(test.after?.n == 10)
    #expect(test.verdict == .better)
  }

  @Test func withoutCountsNobodyCanJudge() {
    func verdict(_ outcome: Outcome?) -> OutcomeTest.Verdict {
      OutcomeTest(outcome, on: .standard).verdict
    }
    #expect(verdict(Outcome(before: Score(mean: -2), after: Score(mean: 2))) == .unjudged)
    #expect(verdict(Outcome(after: Score(mean: 2, n: 90))) == .unjudged)
    #expect(verdict(Outcome(before: Score(mean: 2, n: 90))) == .unmeasured)
    #expect(
      verdict(Outcome(before: Score(mean: -2, n: 0), after: Score(mean: 2, n: 9))) == .unjudged)
    #expect(verdict(nil) == .unmeasured)
  }

  @Test func oneAnswerTellsNoSpread() {
    let outcome = Outcome(
      before: Score(mean: -1, n: 1, sd: 0.01), after: Score(mean: 0, n: 1, sd: 0.01))
    let test = OutcomeTest(outcome, on: .standard)
    #expect(test.isSpreadAssumed)
    #expect(test.verdict == .tooClose)
  }

  @Test("Five who agree by chance do not make a difference of what is none")
  func fewAreHeldToStudentsQuantile() throws {
    // Equal n and sd: 8 degrees of freedom, whose 95 % point is 1.860 in every table.
    let outcome = Outcome(
      before: Score(mean: 0, n: 5, sd: 1), after: Score(mean: 1.1, n: 5, sd: 1))
    let test = OutcomeTest(outcome, on: .standard)
    let low = try #require(test.difference?.low)
    #expect(abs(low - (1.1 - 1.8595480375 * (2.0 / 5).squareRoot())) < 1e-9)
    #expect(test.verdict == .tooClose)
  }

  /// Of outcomes where nothing moved, about one in ten is called better or worse.
  @Test(arguments: [(5, 0.6), (5, 1.6), (12, 1.6), (30, 0.8)])
  func chanceAloneSeldomLooksLikeADifference(n: Int, sd: Double) {
    var random = SeededGenerator(seed: UInt64(n))
    func measured() -> Score {
      // Six uniform numbers make a normal one, of half its variance.
      let values = (0..<n).map { _ in
        (0..<6).reduce(-3.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
          * 2.0.squareRoot() * sd
      }
      let mean = values.reduce(0, +) / Double(n)
      let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(n - 1)
      return Score(mean: mean, n: n, sd: square.squareRoot())
    }
    let trials = n < 10 ? 3000 : 1000
    let moved = (0..<trials).count { _ in
      let test = OutcomeTest(Outcome(before: measured(), after: measured()), on: .standard)
      return test.verdict == .better || test.verdict == .worse
    }
    #expect(moved > trials / 14)
    #expect(moved < trials * (n < 10 ? 11 : 12) / 100)
  }

  @Test func relabellingTheScaleChangesNothing() {
    let outcome = Outcome(
      before: Score(mean: -0.4, n: 30, sd: 0.8), after: Score(mean: -0.1, n: 34, sd: 0.9))
    // −2…2 as 0…10 by x · 2.5 + 5.
    func moved(_ score: Score) -> Score {
      Score(mean: score.mean * 2.5 + 5, n: score.n, sd: score.sd.map { $0 * 2.5 })
    }
    let other = Outcome(
      before: outcome.before.map(moved), after: outcome.after.map(moved))
    let first = OutcomeTest(outcome, on: .standard)
    let second = OutcomeTest(other, on: Scale(low: 0, high: 10))
    #expect(first.verdict == second.verdict)
    #expect(
      abs((first.difference?.low ?? 0) * 2.5 - (second.difference?.low ?? 1)) < 1e-9)
  }
}
