import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyAnalysis

/// Pooling and shrinking what is felt.
@Suite("Feeling")
struct FeelingTests {
  @Test(
    "Pooled samples have the mean and sd of all answers together",
    arguments: SeededGenerator.seeds(20))
  func pooling(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let groups = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      (0..<Int.random(in: 1...9, using: &random)).map { _ in random.decimal(-2...2) }
    }
    let samples = groups.map { answers in
      FeltSample(mean: mean(answers), n: answers.count, sd: answers.count > 1 ? sd(answers) : nil)
    }
    let cell = try #require(FeltCell(pooling: samples))
    let all = groups.flatMap(\.self)
    #expect(cell.n == all.count)
    #expect(near(cell.mean, mean(all)))
    if all.count == 1 { #expect(cell.sd == nil) }
    // With every spread known, the pooled one is that of all answers; unknown parts are filled in.
    let within = groups.map { ($0.count - 1) }.reduce(0, +)
    guard all.count > 1 else { return }
    let inside = samples.reduce(0) { $0 + Double($1.n - 1) * ($1.sd ?? 0) * ($1.sd ?? 0) }
    let between = samples.reduce(0) {
      $0 + Double($1.n) * ($1.mean - cell.mean) * ($1.mean - cell.mean)
    }
    #expect(within >= 0 && near(cell.sd, ((inside + between) / Double(all.count - 1)).squareRoot()))
    #expect(near(cell.sd, sd(all)))
  }

  @Test("A spread that one sample does not give is that of the others")
  func missingSpread() {
    let cell = FeltCell(pooling: [
      FeltSample(mean: -1, n: 11, sd: 0.5), FeltSample(mean: -1, n: 21, sd: nil),
    ])
    // 30 degrees of freedom inside the samples, 31 in all.
    #expect(near(cell?.sd, (30 * 0.25 / 31).squareRoot()))
    #expect(FeltCell(pooling: [FeltSample(mean: 1, n: 5, sd: nil)])?.sd == nil)
    #expect(FeltCell(pooling: []) == nil)
  }

  @Test("DerSimonian–Laird agrees with an independent computation")
  func reference() {
    let cells = [
      cell(-1.6, 310, 0.9), cell(-1.2, 12, nil), cell(0.5, 40, 0.6), cell(1.4, 3, 0.2),
      cell(-0.1, 1, nil),
    ]
    let shrinkage = Shrinkage(cells, on: .standard)
    #expect(near(shrinkage.pooledVariance, 0.18886428571428573))
    #expect(near(shrinkage.prior?.variance, 0.491778684870925))
    #expect(near(shrinkage.prior?.mean, -0.11381954237618289))
    #expect(near(shrinkage.prior?.meanVariance, 0.10680113217326491))
    let expected = [
      (-0.7990905431470622, 0.02553402165638895), (-0.5849229915864842, 0.12390853660371418),
      (0.24817455428350502, 0.04970073223181273), (0.6344498658901676, 0.20075815316048076),
      (-0.06770859732104059, 0.3803702052658019),
    ]
    for (cell, (mean, deviation)) in zip(cells, expected) {
      let felt = shrinkage.shrink(cell, on: .standard)
      #expect(near(felt.v, mean))
      #expect(near(felt.halfWidth, 1.6448536269514722 * deviation))
    }
  }

  @Test("With equally large cells shrinkage has its closed form")
  func closedForm() {
    // v is the same for all, so τ² = S² − v, μ the plain mean, Var(μ) = (v + τ²) / k.
    let means = [-1.8, -1.0, -0.2, 0.6, 1.0]
    let cells = means.map { cell($0, 20, nil) }
    let v = 0.25 / 20
    let units = means.map { $0 / 2 }
    let spread = sd(units) * sd(units)
    let shrinkage = Shrinkage(cells, on: .standard)
    #expect(near(shrinkage.prior?.variance, spread - v))
    #expect(near(shrinkage.prior?.mean, mean(units)))
    #expect(near(shrinkage.prior?.meanVariance, spread / 5))
    let b = (spread - v) / spread
    #expect(
      near(shrinkage.shrink(cells[0], on: .standard).v, mean(units) + b * (units[0] - mean(units))))
  }

  @Test("Cells that differ by no more than chance are all drawn to their mean")
  func noTrueSpread() {
    let cells = [cell(-0.1, 4, nil), cell(0, 4, nil), cell(0.1, 4, nil)]
    let shrinkage = Shrinkage(cells, on: .standard)
    #expect(shrinkage.prior?.variance == 0)
    #expect(cells.allSatisfy { shrinkage.shrink($0, on: .standard).v == 0 })
  }

  @Test("Fewer than three measured cells are not drawn in, and assumptions never count")
  func fewCells() {
    let cells = [cell(-1.6, 5, 0.9), cell(1, 7, 0.5)]
    let shrinkage = Shrinkage(cells, on: .standard)
    #expect(shrinkage.prior == nil)
    #expect(shrinkage.shrink(cells[0], on: .standard).v == -0.8)
    let assumed = FeltCell(assumed: -2)
    #expect(Shrinkage(cells + [assumed], on: .standard).prior == nil)
    #expect(
      Shrinkage(cells + [assumed], on: .standard).shrink(assumed, on: .standard).halfWidth == nil)
  }

  @Test("A spread of nothing says as little as none: customers are taken to differ")
  func noSpread() {
    let cells = [cell(-1, 5, 0), cell(1, 5, 0)]
    let shrinkage = Shrinkage(cells, on: .standard)
    #expect(shrinkage.pooledVariance == 0.25)
    // s² = (4 · 0.25 + 4 · 0) / 8.
    let width = 1.6448536269514722 * (0.125 / 5).squareRoot()
    #expect(near(shrinkage.shrink(cells[0], on: .standard).halfWidth, width))
    let three = Shrinkage(cells + [cell(0, 9, nil)], on: .standard)
    #expect(three.prior != nil)
    // Two samples of the same mean leave only what rounding leaves.
    let rounded = FeltCell(pooling: [
      FeltSample(mean: 0.1, n: 3, sd: 0), FeltSample(mean: 0.1, n: 7, sd: 0),
    ])
    #expect(Shrinkage([rounded ?? cells[0]], on: .standard).pooledVariance == 0.25)
  }

  @Test("The spread of one answer is no spread")
  func spreadOfOne() {
    #expect(cell(-1, 1, 0).sd == nil && cell(-1, 1, 0).freedom == 0)
    #expect(Shrinkage([cell(-1, 1, 0.8)], on: .standard).pooledVariance == 0.25)
    let pooled = FeltCell(pooling: [
      FeltSample(mean: -1, n: 1, sd: 2), FeltSample(mean: -1, n: 11, sd: 0.5),
    ])
    #expect(near(pooled?.sd, (10 * 0.25 / 11).squareRoot()))
  }

  @Test("A spread weighs as much as the answers that gave one")
  func partlyGivenSpread() throws {
    let pooled = try #require(
      FeltCell(pooling: [
        FeltSample(mean: -1, n: 5, sd: 0.5), FeltSample(mean: -1, n: 1001, sd: nil),
      ]))
    #expect(pooled.n == 1006 && pooled.freedom == 5)
    let other = cell(1, 21, 1)
    #expect(cell(1, 21, 1).freedom == 20)
    let shrinkage = Shrinkage([pooled, other], on: .standard)
    let square = try #require(pooled.sd) * (pooled.sd ?? 0) / 4
    #expect(near(shrinkage.pooledVariance, (5 * square + 20 * 0.25) / 25))
    let s2 = (4 * shrinkage.pooledVariance + 5 * square) / 9
    let width = 1.6448536269514722 * (s2 / 1006).squareRoot()
    #expect(near(shrinkage.shrink(pooled, on: .standard).halfWidth, width))
  }

  @Test("Only samples of customers inside the period enter a mean")
  func whatCounts() throws {
    let inside = RandomJourney.day(20_000)
    var journey = Journey.sketch([], felt: [:])
    journey.touchpoints = [Touchpoint(id: "a")]
    journey.period = Period(start: RandomJourney.day(19_990), end: RandomJourney.day(20_010))
    func counted(_ evidence: Evidence) -> Double? {
      journey.evidence = [evidence]
      return FeltCells(journey).everyone[0]?.mean
    }
    func made(
      _ method: Evidence.Method = .interview, n: Int? = 5, felt: Double? = -1,
      date: CalendarDate? = nil
    ) -> Evidence {
      Evidence(about: "a", method: method, n: n, felt: felt, date: date)
    }
    #expect(counted(made(date: inside)) == -1)
    #expect(counted(made()) == nil, "undated, though there is a period")
    #expect(counted(made(date: RandomJourney.day(20_011))) == nil)
    #expect(counted(made(n: nil, date: inside)) == nil)
    #expect(counted(made(felt: nil, date: inside)) == nil)
    for method in Evidence.Method.allCases {
      let excluded: Set<Evidence.Method> = [
        .complaint, .feedback, .selfExperience, .serviceImmersion,
      ]
      #expect((counted(made(method, date: inside)) == nil) == excluded.contains(method))
    }
    journey.period = nil
    #expect(counted(made()) == -1)
  }

  @Test("An assumption is used only where nothing was measured")
  func assumption() throws {
    var journey = Journey.sketch([])
    journey.touchpoints = [Touchpoint(id: "a", felt: .everyone(Score(mean: 2)))]
    let assumed = try figures(journey)
    #expect(assumed.felt?.mean == 2 && assumed.felt?.isAssumed == true)
    #expect(assumed.felt?.n == nil && assumed.felt?.low == nil && assumed.felt?.high == nil)
    #expect(assumed.warnings.map(\.id) == [.assumed])
    journey.evidence = [Evidence(about: "a", method: .survey, n: 50, felt: -1, sd: 0.5)]
    let measured = try figures(journey)
    #expect(measured.felt?.mean == -1 && measured.felt?.isAssumed == false)
    #expect(measured.felt?.n == 50 && measured.felt?.sd == 0.5)
    #expect(measured.warnings.map(\.id) == [.oneMethod])
  }

  @Test("One persona's delight does not cancel another's distress")
  func personas() throws {
    let felt = ByPersona<Score>.each([
      ByPersona.Entry("amina", Score(mean: -2, n: 40, sd: 0.5)),
      ByPersona.Entry("george", Score(mean: 2, n: 20, sd: 0.5)),
    ])
    let journey = journey(felt)
    let all = try figures(journey)
    #expect(near(all.felt?.mean, 0.7 * -2 + 0.3 * 2))
    #expect(all.felt?.n == 60)
    #expect(near(all.pain, 0.7))
    #expect(all.personas.map(\.pain) == [1, 0])
    #expect(all.warnings.map(\.id) == [.oneMethod])
    // Σ W (sd² + (mean − m)²): half a unit inside, between them 0.7 · 1.2² + 0.3 · 2.8².
    #expect(near(all.felt?.sd, (0.25 + 0.7 * 1.44 + 0.3 * 7.84).squareRoot()))
    #expect(near(try figures(journey, "george").pain, 0))
    #expect(near(try figures(journey, "amina").felt?.mean, -2))
  }

  @Test("A mean in which not every persona is measured is weighted by n and says so")
  func onePersona() throws {
    let felt = ByPersona<Score>.each([ByPersona.Entry("george", Score(mean: 1, n: 20))])
    let figures = try figures(journey(felt))
    #expect(figures.felt?.mean == 1)
    #expect(figures.warnings.map(\.id) == [.oneMethod, .onePersona, .weightedByN])
    #expect(figures.warnings[1].text == "Only George was measured here.")
  }

  @Test("A sample of all customers is pooled by n, and speaks for personas without their own")
  func everyoneToo() throws {
    var journey = journey(.everyone(Score(mean: -1.6, n: 310, sd: 0.9)))
    journey.evidence = [
      Evidence(about: "a", method: .interview, n: 42, felt: -1.7, sd: 0.8, persona: "amina")
    ]
    let some = try figures(journey)
    #expect(near(some.felt?.mean, (310 * -1.6 + 42 * -1.7) / 352))
    #expect(some.felt?.n == 352)
    #expect(near(some.pain, 0.7 * 0.85 + 0.3 * 0.8))
    #expect(some.warnings.map(\.id) == [.weightedByN])
    #expect(some.personas.map(\.persona) == ["amina"])
    journey.evidence.append(
      Evidence(about: "a", method: .interview, n: 8, felt: 0, sd: 0.8, persona: "george"))
    let every = try figures(journey)
    #expect(near(every.felt?.mean, 0.7 * -1.7))
    #expect(every.felt?.n == 50)
    #expect(every.warnings.map(\.id) == [.evidenceWithoutPersona])
    #expect(
      every.warnings[0].text == "310 answers name no persona and stand outside the mean.")
  }

  @Test("Mean and shrunk mean weigh by n alike where a persona is not measured")
  func partlyMeasured() throws {
    var journey = Journey.sketch(
      ["start -> a: 1000", "a -> completed: 1000"], personas: ["p: 5%", "q: 55%", "r: 40%"])
    journey.touchpoints[0].felt = .each([
      ByPersona.Entry("p", Score(mean: 1.5, n: 300, sd: 0.8)),
      ByPersona.Entry("q", Score(mean: -1, n: 20, sd: 0.8)),
    ])
    let felt = try #require(try figures(journey).felt)
    #expect(near(felt.mean, (1.5 * 300 - 20) / 320))
    #expect(near(felt.shrunk, felt.mean))
    #expect(try !feeling(journey).isBad)
    // Pain is by share all the same: nobody speaks for r.
    #expect(near(try figures(journey).pain, 0.55 / 0.6 * 0.5))
    let width = 1.6448536269514722 * (300 * 0.64 + 20 * 0.64).squareRoot() / 320
    #expect(near(felt.low, felt.mean - width) && near(felt.high, felt.mean + width))
  }

  @Test("Answers that name no persona stand outside where every persona is measured")
  func withoutPersona() throws {
    var journey = Journey.sketch(
      ["start -> a: 1000", "a -> completed: 1000"], personas: ["p: 50%", "q: 50%"])
    journey.touchpoints[0].felt = .each([
      ByPersona.Entry("p", Score(mean: 1, n: 5, sd: 0.5)),
      ByPersona.Entry("q", Score(mean: 1, n: 5, sd: 0.5)),
    ])
    journey.evidence = [Evidence(about: "a", method: .survey, n: 1000, felt: -1.5, sd: 0.5)]
    let figures = try figures(journey)
    let felt = try #require(figures.felt)
    #expect(felt.mean == 1 && felt.n == 10)
    #expect((felt.shrunk - 1).magnitude < 0.1)
    #expect(figures.pain == 0)
    #expect(figures.warnings.last?.id == .evidenceWithoutPersona)
    #expect(try self.figures(journey, "p").warnings.allSatisfy { $0.id != .evidenceWithoutPersona })
    journey.evidence[0].n = 1
    #expect(
      try self.figures(journey).warnings.last?.text
        == "1 answer names no persona and stands outside the mean.")
  }

  @Test("An assumption enters neither mean nor interval beside what was measured")
  func guessBesideAnswers() throws {
    var journey = Journey.sketch(
      ["start -> a: 1000", "a -> completed: 1000"], personas: ["p: 70%", "q: 30%"])
    journey.touchpoints[0].felt = .each([
      ByPersona.Entry("p", Score(mean: -2)),
      ByPersona.Entry("q", Score(mean: 2, n: 300, sd: 0.5)),
    ])
    let figures = try figures(journey)
    let felt = try #require(figures.felt)
    #expect(felt.mean == 2 && felt.shrunk == 2 && felt.n == 300 && !felt.isAssumed)
    #expect(felt.low != nil && felt.high == 2)
    #expect(near(figures.pain, 0.7))
    #expect(figures.warnings.map(\.id).contains(.assumed))
  }

  @Test("Of assumptions alone the mean is by share, without an interval")
  func onlyGuesses() throws {
    let felt = ByPersona<Score>.each([
      ByPersona.Entry("amina", Score(mean: -1)), ByPersona.Entry("george", Score(mean: 2)),
    ])
    let figures = try figures(journey(felt))
    #expect(near(figures.felt?.mean, -0.1) && near(figures.felt?.shrunk, -0.1))
    #expect(figures.felt?.isAssumed == true && figures.felt?.low == nil)
  }

  @Test("Where only all customers were asked, all personas feel alike and nothing is weighted")
  func onlyEveryone() throws {
    let figures = try figures(journey(.everyone(Score(mean: -1, n: 30, sd: 0.6))))
    #expect(figures.felt?.mean == -1 && figures.pain == 0.5)
    #expect(figures.personas.isEmpty)
    #expect(figures.warnings.map(\.id) == [.oneMethod])
    // One cell speaks for both: its error does not average out between them.
    let width = 1.6448536269514722 * 0.3 / 30.0.squareRoot()
    #expect(near(figures.felt?.low, -1 - 2 * width))
  }

  @Test("Only the personas that meet a touchpoint count there")
  func restricted() throws {
    let felt = ByPersona<Score>.each([
      ByPersona.Entry("amina", Score(mean: -2, n: 40)),
      ByPersona.Entry("george", Score(mean: 2, n: 20)),
    ])
    var journey = journey(felt)
    journey.touchpoints[0].personas = ["george"]
    #expect(try figures(journey).felt?.mean == 2)
    #expect(try figures(journey).pain == 0)
    #expect(try figures(journey, "amina").felt == nil)
  }

  @Test("Personas without shares are equally many, with a warning")
  func sharesAssumed() throws {
    let felt = ByPersona<Score>.each([
      ByPersona.Entry("amina", Score(mean: -2, n: 40)),
      ByPersona.Entry("george", Score(mean: 0, n: 40)),
    ])
    var journey = journey(felt)
    journey.personas[0].share = nil
    journey.personas[1].share = nil
    let analysis = try journey.analyzed(asOf: .epoch)
    #expect(analysis.touchpoints[0].felt?.mean == -1)
    #expect(analysis.warnings.map(\.id) == [.sharesAssumed])
    journey.personas[0].share = Share(percentage: "80%")
    #expect(near(try journey.analyzed(asOf: .epoch).touchpoints[0].felt?.mean, -1.6))
  }

  @Test("Pain is bounded by its cells' bounds, and an assumption by nothing")
  func painBounds() throws {
    let measured = try feeling(journey(.everyone(Score(mean: -1, n: 25, sd: 0.8))))
    let width = 1.6448536269514722 * 0.4 / 5
    #expect(near(measured.painLow, 0.5 - width))
    #expect(near(measured.painHigh, 0.5 + width))
    let assumed = try feeling(journey(.everyone(Score(mean: -1))))
    #expect(assumed.pain == 0.5 && assumed.painLow == 0 && assumed.painHigh == nil)
    let mixed = try feeling(
      journey(
        .each([
          ByPersona.Entry("amina", Score(mean: -1, n: 25, sd: 0.8)),
          ByPersona.Entry("george", Score(mean: -2)),
        ])))
    #expect(near(mixed.pain, 0.7 * 0.5 + 0.3))
    #expect(near(mixed.painLow, 0.7 * (0.5 - width)))
    #expect(mixed.painHigh == nil)
    let worst = try feeling(journey(.everyone(Score(mean: -1.9, n: 2))))
    #expect(worst.painHigh == 1, "pain ends where the scale does")
    #expect(worst.figures.low == -2)
  }

  @Test(
    "The gap is positive where we think better than it is, on any scale",
    arguments: [
      (Scale.standard, -1.0, 1.0, 2.0), (Scale(low: 1, high: 7, isInverted: true), 6, 2, 4),
    ])
  func gap(scale: Scale, felt: Double, believed: Double, expected: Double) throws {
    var journey = Journey.sketch(["start -> a: 1", "a -> left: 1"], felt: ["a": Score(mean: felt)])
    journey.scale = scale
    journey.touchpoints[0].believed = [Belief(mean: believed)]
    let analysis = try journey.analyzed(asOf: .epoch)
    #expect(analysis.touchpoints[0].gap == expected)
    #expect(analysis.gap == expected)
    #expect(analysis.believedGood == 1 && analysis.feltGood == 0)
  }

  @Test("The journey's gap takes the touchpoints where both are known, weighted by visits")
  func journeyGap() throws {
    var journey = Journey.sketch(
      ["start -> a: 10", "a -> b: 20", "b -> a: 10", "a -> c: 0", "b -> left: 10"],
      felt: ["a": Score(mean: -1), "b": Score(mean: 1), "c": Score(mean: 2)])
    journey.touchpoints[0].believed = [Belief(mean: 1, n: 30), Belief(mean: 2, n: 10)]
    journey.touchpoints[1].believed = [Belief(mean: 0), Belief(mean: 1, n: 3)]
    let analysis = try journey.analyzed(asOf: .epoch)
    #expect(analysis.touchpoints[0].believed == 1.25)
    #expect(analysis.touchpoints[1].believed == 0.5)
    #expect(near(analysis.felt, 0))
    #expect(near(analysis.believed, 0.875))
    #expect(near(analysis.gap, 0.875))
    #expect(analysis.feltGood == 0.5)
  }

  // MARK: - Helpers

  private func cell(_ mean: Double, _ n: Int, _ sd: Double?) -> FeltCell {
    FeltCell(pooling: [FeltSample(mean: mean, n: n, sd: sd)]) ?? FeltCell(assumed: mean)
  }

  private func journey(_ felt: ByPersona<Score>) -> Journey {
    var journey = Journey.sketch([], personas: ["amina: 70%", "george: 30%"])
    journey.personas[1].name = "George"
    journey.touchpoints = [Touchpoint(id: "a", felt: felt)]
    return journey
  }

  private func figures(_ journey: Journey, _ persona: PersonaID? = nil) throws -> TouchpointFigures
  {
    try journey.analyzed(asOf: .epoch, persona: persona).touchpoints[0]
  }

  private func feeling(_ journey: Journey) throws -> TouchpointFeeling {
    let cells = FeltCells(journey)
    let summary = FeelingSummary(
      journey: journey, cells: cells, shrinkage: Shrinkage(cells.measured, on: journey.scale),
      shares: PersonaShares(journey.personas), persona: nil)
    return try #require(summary.feeling(at: 0))
  }

  private func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  private func sd(_ values: [Double]) -> Double {
    let centre = mean(values)
    let square = values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    return (square / Double(values.count - 1)).squareRoot()
  }
}
