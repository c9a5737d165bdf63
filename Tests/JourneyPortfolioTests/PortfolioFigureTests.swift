import JourneyAnalysis
import JourneyModel
import JourneyPortfolio
import JourneyTestSupport
import Testing

@Suite("Figures of a portfolio")
struct PortfolioFigureTests {
  private static func belief(_ mean: Double, _ by: String?, n: Int? = nil) -> Belief {
    var belief = Belief(mean: mean)
    belief.by = by
    belief.n = n
    return belief
  }

  /// One touchpoint after the other, each with what is felt and believed.
  private static func journey(
    _ id: JourneyID, _ points: [(felt: Double, believed: [Belief])], scale: Scale = .standard
  ) -> Journey {
    var journey = Journey(id: id, title: id.rawValue, scale: scale)
    journey.touchpoints = points.enumerated().map { index, point in
      Touchpoint(
        id: TouchpointID("t\(index)"), felt: .everyone(Score(mean: point.felt, n: 20)),
        believed: point.believed)
    }
    for index in points.indices {
      let source: Transition.Source =
        index == 0 ? .start : .touchpoint(TouchpointID("t\(index - 1)"))
      journey.flow.append(
        Transition(
          source, .touchpoint(TouchpointID("t\(index)")),
          .everyone(Transition.Traffic(.customers(100)))))
    }
    journey.flow.append(
      Transition(
        .touchpoint(TouchpointID("t\(points.count - 1)")), .end(.completed),
        .everyone(Transition.Traffic(.customers(100)))))
    return journey
  }

  @Test("the gap counts touchpoints alike and weighs journeys equally, on scales that differ")
  func gap() throws {
    let portfolio = try Sketches.portfolio([
      Self.journey("wide", [(-1, [Self.belief(1, nil)]), (-1, [Self.belief(1, nil)])]),
      Self.journey(
        "stars", [(4, [Self.belief(5, nil)])], scale: Scale(low: 1, high: 5)),
      Self.journey("unknown", [(1, [])]),
    ])
    let gap = portfolio.empathyGap
    #expect(gap.touchpoints == 3)
    #expect(gap.believedGood == 1)
    #expect(abs((gap.feltGood ?? 0) - 1.0 / 3) < 1e-12)
    // (1 + 1)/2 of a side in the first, (5 − 4)/2 in the second.
    #expect(abs((gap.gap ?? 0) - (1 + 0.5) / 2) < 1e-12)
    #expect(gap.journeys == 2)
    #expect(gap.members.map(\.journey) == ["wide", "stars"])
  }

  @Test("nothing known is nil, never 0")
  func nothing() throws {
    let gap = try Sketches.portfolio([Self.journey("a", [(1, [])])]).empathyGap
    #expect(gap.gap == nil && gap.believedGood == nil && gap.feltGood == nil)
    let none = Portfolio([])
    #expect(none.empathyGap.touchpoints == 0)
    #expect(none.evidenceCoverage.seen == nil)
    #expect(none.linked.isEmpty && none.links.isEmpty && none.personaDivergence().isEmpty)
  }

  @Test("leadership's belief against the front line's, over what both spoke of")
  func roles() throws {
    let portfolio = try Sketches.portfolio([
      Self.journey(
        "a",
        [
          (-1, [Self.belief(1.5, "leadership", n: 4), Self.belief(-0.5, "front line", n: 30)]),
          (0, [Self.belief(2, "Leadership")]),
          (-2, [Self.belief(0.5, "leadership"), Self.belief(-1.5, "Front-line")]),
        ])
    ])
    let roles = portfolio.beliefsByRole
    #expect(roles.map(\.role) == ["leadership", "front line"])
    #expect(roles.map(\.touchpoints) == [3, 2])
    let contrast = try #require(portfolio.roleContrasts.first)
    #expect(contrast.touchpoints == 2)
    #expect(contrast.further.role == "leadership")
    #expect(abs(contrast.further.gap - 1.25) < 1e-12)
    #expect(abs(contrast.closer.gap - 0.25) < 1e-12)
    #expect(contrast.further.believedGood == 1 && contrast.closer.believedGood == 0)
  }

  @Test("coverage counts who has looked at what, and finds what nobody has looked at")
  func coverage() throws {
    var journey = Journey.sketch([
      "start -> a: 100", "a -> b: 60", "a -> left: 40", "b -> c: 60", "c -> completed: 60",
    ])
    journey.touchpoints[0].felt = .everyone(Score(mean: -1, n: 12))
    journey.touchpoints[2].felt = .everyone(Score(mean: 1))
    journey.evidence = [
      Evidence(about: "a", method: .interview, n: 5, date: CalendarDate("2025-01-02")),
      Evidence(about: "a", method: .interview, n: 3, date: CalendarDate("2025-03-02")),
      Evidence(about: nil, method: .survey, n: 100),
    ]
    let coverage = try Sketches.portfolio([journey]).evidenceCoverage
    #expect(coverage.methods == [.interview, .survey])
    #expect(coverage.rows.map(\.isUnseen) == [false, true, true])
    // An assumed score is no looking; both are reached alike and stay in their order.
    #expect(coverage.unseen.map(\.touchpoint) == ["b", "c"])
    #expect(coverage.rows[0].cells.map(\.customers) == [8, 0])
    #expect(coverage.rows[0].newest == CalendarDate("2025-03-02"))
    #expect(coverage.rows[0].methods == 2)
    #expect(coverage.totals.map(\.customers) == [8, 100])
    #expect(coverage.touchpoints == [1, 0])
    #expect(coverage.wholeJourneys == 1)
    #expect(abs((coverage.seen ?? 0) - 1.0 / 3) < 1e-12)
  }

  @Test("personas heard far less than they are many are skewed, as the journey's warning says")
  func skew() throws {
    for seed in 0..<60 as Range<UInt64> {
      let journey = RandomJourney.make(seed: seed)
      let portfolio = try Sketches.portfolio([journey])
      let warned = portfolio.members[0].analysis.warnings.count { $0.id == .skewedEvidence }
      #expect(portfolio.skewedEvidence.count == warned, "seed \(seed)")
      let coverage = portfolio.personaCoverage
      #expect(coverage.count == journey.personas.count)
      if !coverage.isEmpty {
        #expect(abs(coverage.reduce(0) { $0 + $1.customers } - 1) < 1e-9, "seed \(seed)")
      }
    }
  }

  @Test("ages are days, unknown where nothing has a day")
  func ages() throws {
    var journey = Journey.sketch(
      ["start -> a: 10", "a -> completed: 10"], personas: ["amina: 100%"])
    journey.personas[0].reviewed = CalendarDate("2025-01-01")
    journey.evidence = [
      Evidence(
        about: "a", method: .interview, n: 5, persona: "amina", date: CalendarDate("2025-03-02"))
    ]
    let asOf = try #require(CalendarDate("2025-03-12"))
    let portfolio = Portfolio([try journey.estimated(asOf: asOf)])
    #expect(portfolio.personaCoverage.map(\.reviewAge) == [70])
    #expect(portfolio.personaCoverage.map(\.evidenceAge) == [10])
    #expect(portfolio.ages.map(\.days) == [10])
    #expect(
      !portfolio.personaCoverage[0].isStale() && portfolio.personaCoverage[0].isStale(after: 60))
    journey.evidence = []
    journey.personas[0].reviewed = nil
    let bare = Portfolio([try journey.estimated(asOf: asOf)])
    #expect(bare.ages.map(\.days) == [nil])
    #expect(bare.personaCoverage.map(\.reviewAge) == [nil])
    #expect(bare.personaCoverage[0].isStale())
  }

  @Test("personas differ beyond chance where many say so, not where few do")
  func divergence() throws {
    func felt(_ n: Int) -> ByPersona<Score> {
      .each([
        .init("amina", Score(mean: -1.5, n: n, sd: 0.8)),
        .init("george", Score(mean: 1.5, n: n, sd: 0.8)),
      ])
    }
    func journey(_ n: Int) -> Journey {
      var journey = Journey.sketch(
        ["start -> a: 100", "a -> b: 100", "b -> completed: 100"],
        personas: ["amina: 50%", "george: 50%"])
      journey.touchpoints[0].felt = felt(n)
      journey.touchpoints[1].felt = .each([
        .init("amina", Score(mean: 0.1, n: n, sd: 0.8)),
        .init("george", Score(mean: 0, n: n, sd: 0.8)),
      ])
      return journey
    }
    let many = try Sketches.portfolio([journey(60)]).personaDivergence()
    #expect(many.map(\.touchpoint) == ["a"])
    #expect(many.first?.better.persona == "george")
    #expect((many.first?.difference ?? 0) > 1.2)
    #expect(try Sketches.portfolio([journey(1)]).personaDivergence().isEmpty)
  }

  @Test("where personas feel the same, no difference is found in 9 of 10 portfolios")
  func noDivergence() throws {
    var random = SeededGenerator(seed: 11)
    var found = 0
    for _ in 0..<100 {
      var journey = Journey.sketch(
        ["start -> a: 100", "a -> b: 100", "b -> c: 100", "c -> completed: 100"],
        personas: ["amina: 50%", "george: 50%"])
      for index in journey.touchpoints.indices {
        func mean() -> Double {
          // The mean of 30 customers whose feelings lie evenly between −1 and 1.
          (0..<30).reduce(0) { sum, _ in sum + Double.random(in: -1...1, using: &random) } / 30
        }
        journey.touchpoints[index].felt = .each([
          .init("amina", Score(mean: mean(), n: 30, sd: 0.577)),
          .init("george", Score(mean: mean(), n: 30, sd: 0.577)),
        ])
      }
      if !(try Sketches.portfolio([journey]).personaDivergence().isEmpty) { found += 1 }
    }
    #expect(found <= 18, "found \(found) of 100")
  }

  @Test("the portfolio's hotspots and bright spots are those of its journeys, the worst first")
  func spots() throws {
    let portfolio = try Sketches.portfolio([
      Self.journey("mild", [(1, []), (-0.5, [])]), Self.journey("hot", [(-2, []), (1.8, [])]),
    ])
    #expect(portfolio.hotspots.first?.journey == "hot")
    let heats = portfolio.hotspots.map { $0.hotspot.heatLow ?? 0 }
    #expect(heats == heats.sorted(by: >))
    #expect(portfolio.brightSpots.map(\.journey) == ["hot", "mild"])
  }
}
