import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyAnalysis

/// What figures have to be read with.
@Suite("Warnings")
struct WarningTests {
  @Test("Fewer than five are few", arguments: [(1, true), (4, true), (5, false)])
  func few(n: Int, warns: Bool) throws {
    let warnings = try warnings(Score(mean: 1, n: n))
    #expect(warnings.contains { $0.id == .fewCustomers } == warns)
    if n == 1 { #expect(warnings[0].text == "Only 1 was measured here.") }
  }

  @Test("Two methods are more than one; a bare felt with n counts as one")
  func methods() throws {
    let interview = Evidence(about: "a", method: .interview, n: 9, felt: 1)
    let survey = Evidence(about: "a", method: .survey, n: 9, felt: 1)
    let complaint = Evidence(about: "a", method: .complaint, n: 9)
    func hasWarning(_ felt: Score?, _ evidence: [Evidence]) throws -> Bool {
      try warnings(felt, evidence).contains { $0.id == .oneMethod }
    }
    #expect(try hasWarning(Score(mean: 1, n: 9), []))
    #expect(try hasWarning(nil, [interview, interview]))
    #expect(try !hasWarning(nil, [interview, survey]))
    #expect(try !hasWarning(Score(mean: 1, n: 9), [interview]))
    #expect(
      try !hasWarning(nil, [interview, complaint]), "complaints cover, though they do not count")
    #expect(try !hasWarning(Score(mean: 1), []), "an assumption has no method at all")
  }

  @Test("Evidence is stale the day after a year")
  func stale() throws {
    let date = CalendarDate("2025-09-01")
    let evidence = [Evidence(about: "a", method: .interview, n: 9, felt: 1, date: date)]
    func isStale(_ day: String) throws -> Bool {
      try warnings(nil, evidence, asOf: day).contains { $0.id == .stale }
    }
    #expect(try !isStale("2026-09-01"))
    #expect(try isStale("2026-09-02"))
    let leap = [
      Evidence(about: "a", method: .interview, n: 9, felt: 1, date: CalendarDate("2023-02-28"))
    ]
    #expect(try !warnings(nil, leap, asOf: "2024-02-29").contains { $0.id == .stale })
  }

  @Test("A felt of the document is as old as its period")
  func stalePeriod() throws {
    var journey = Journey.sketch([], felt: [:])
    journey.touchpoints = [Touchpoint(id: "a", felt: .everyone(Score(mean: 1, n: 9)))]
    let day = try #require(CalendarDate("2026-09-01"))
    func isStale() throws -> Bool {
      try journey.analyzed(asOf: day).touchpoints[0].warnings.contains { $0.id == .stale }
    }
    #expect(try !isStale(), "of unknown age")
    journey.period = Period(
      start: try #require(CalendarDate("2025-01-01")), end: try #require(CalendarDate("2025-08-31"))
    )
    #expect(try isStale())
  }

  @Test("Empathy for those like us: a persona heard less than half as often as she comes")
  func skewed() throws {
    var journey = Journey.sketch([], personas: ["amina: 60%", "george: 40%"])
    journey.touchpoints = [Touchpoint(id: "a")]
    func skewed(_ amina: Int, _ george: Int) throws -> [String] {
      journey.evidence = [
        Evidence(about: "a", method: .survey, n: amina, felt: 1, persona: "amina"),
        Evidence(about: nil, method: .complaint, n: george, persona: "george"),
      ]
      return try journey.analyzed(asOf: .epoch).warnings.filter { $0.id == .skewedEvidence }
        .map(\.text)
    }
    #expect(try skewed(60, 40).isEmpty)
    #expect(try skewed(80, 20).isEmpty, "exactly half is not below half")
    #expect(try skewed(81, 19) == ["george: 40% of customers, but 19% of those heard."])
    journey.evidence = []
    #expect(try journey.analyzed(asOf: .epoch).warnings.isEmpty, "nobody heard is another matter")
  }

  @Test(
    "The chain and counted customers are compared where both are known",
    arguments: [(500.0, false), (480, false), (450, true), (560, true)])
  func modelDiffers(counted: Double, warns: Bool) throws {
    var journey = Journey.sketch([
      "start -> a: 1000", "a -> b: 500", "a -> completed: 500", "b -> completed: 500",
    ])
    journey.touchpoints[1].extensions = [DocumentValue.Entry("x-counted", .number(counted))]
    let warnings = try journey.analyzed(asOf: .epoch).touchpoints[1].warnings
    #expect(warnings.contains { $0.id == .modelDiffersFromCount } == warns)
    if warns {
      #expect(
        warnings.map(\.text) == [
          "\(Int(counted)) customers were counted here, the chain says 500."
        ])
    }
  }

  @Test(
    "Where customers come several times, it is visits that are held against the chain",
    arguments: [
      (["customers": 300.0, "visits": 500], false), (["customers": 500, "visits": 450], true),
      (["customers": 450], true), (["customers": 500], false), ([:], false),
    ])
  func countedVisits(counted: [String: Double], warns: Bool) throws {
    var journey = Journey.sketch([
      "start -> a: 1000", "a -> b: 500", "a -> completed: 500", "b -> completed: 500",
    ])
    let parts = ["customers", "visits"].compactMap { key in
      counted[key].map { DocumentValue.Entry(key, .number($0)) }
    }
    journey.touchpoints[1].extensions = [DocumentValue.Entry("x-counted", .mapping(parts))]
    let warnings = try journey.analyzed(asOf: .epoch).touchpoints[1].warnings
    #expect(warnings.contains { $0.id == .modelDiffersFromCount } == warns)
  }

  @Test(
    "The chain and those who completed are compared where both are known",
    arguments: [
      (["customers": 500.0, "completed": 250], nil), (["customers": 500, "completed": 235], nil),
      (
        ["customers": 500, "completed": 500],
        "Of 500 customers counted here 500 completed (100%), the chain says 50% from here."
      ),
      (
        ["customers": 400, "visits": 500, "completed": 100],
        "Of 500 customers counted here 100 completed (20%), the chain says 50% from here."
      ),
      (["customers": 500, "completed": 100, "under-way": 200], nil),
      (
        ["customers": 500, "completed": 100, "under-way": 40],
        "Of 500 customers counted here 100 completed (20%) and 40 are still under way, "
          + "the chain says 50% from here."
      ),
      (["customers": 500, "completed": 501], nil), (["customers": 500], nil),
    ] as [([String: Double], String?)])
  func completionDiffers(counted: [String: Double], text: String?) throws {
    var journey = Journey.sketch([
      "start -> a: 1000", "a -> b: 500", "a -> left: 500", "b -> completed: 250", "b -> left: 250",
    ])
    let parts = ["customers", "visits", "completed", "under-way"].compactMap { key in
      counted[key].map { DocumentValue.Entry(key, .number($0)) }
    }
    journey.touchpoints[1].extensions = [DocumentValue.Entry("x-counted", .mapping(parts))]
    let warnings = try journey.analyzed(asOf: .epoch).touchpoints[1].warnings
    #expect(warnings.map(\.text) == [text].compactMap(\.self))
  }

  @Test("A difference that whole percents do not show is none, however many were counted")
  func completionNearlyEqual() throws {
    var journey = Journey.sketch([
      "start -> a: 1000000", "a -> completed: 500000", "a -> left: 500000",
    ])
    func warns(_ completed: Double) throws -> Bool {
      journey.touchpoints[0].extensions = [
        DocumentValue.Entry(
          "x-counted",
          .mapping([
            .init("customers", .number(1_000_000)), .init("completed", .number(completed)),
          ]))
      ]
      return try !journey.analyzed(asOf: .epoch).touchpoints[0].warnings.isEmpty
    }
    #expect(try !warns(509_000))
    #expect(try warns(512_000))
  }

  @Test("One is not several")
  func one() throws {
    var journey = Journey.sketch(["start -> a: 9", "a -> b: 9", "b -> completed: 8"])
    journey.customers = "visits"
    journey.touchpoints[1].extensions = [DocumentValue.Entry("x-counted", .number(1))]
    let analysis = try journey.analyzed(asOf: .epoch)
    #expect(
      analysis.touchpoints[1].warnings.map(\.text) == [
        "1 of the visits counted as having left: the flow does not say.",
        "1 of the visits was counted here, the chain says 9.",
      ])
    #expect(
      analysis.warnings.map(\.text) == [
        "1 of the visits counted as having left where the flow does not say."
      ])
    let alone = Journey.sketch(["start -> a: 1", "a -> under-way: 1"])
    #expect(
      try alone.analyzed(asOf: .epoch).touchpoints[0].warnings.map(\.text) == [
        "The only one of the customers who came here was still under way."
      ])
  }

  @Test("Who is still under way has not come here yet", arguments: [(300.0, false), (600, true)])
  func countedSoFar(counted: Double, warns: Bool) throws {
    var journey = Journey.sketch([
      "start -> a: 1000", "a -> b: 300", "a -> completed: 200", "a -> under-way: 500",
      "b -> completed: 200", "b -> under-way: 100",
    ])
    journey.touchpoints[1].extensions = [DocumentValue.Entry("x-counted", .number(counted))]
    let figures = try journey.analyzed(asOf: .epoch).touchpoints[1]
    #expect(figures.reach == 0.6, "of those whose end is known")
    #expect(figures.warnings.contains { $0.id == .modelDiffersFromCount } == warns)
  }

  private func warnings(
    _ felt: Score?, _ evidence: [Evidence] = [], asOf day: String = "2026-01-01"
  ) throws -> [FigureWarning] {
    var journey = Journey.sketch([])
    journey.touchpoints = [Touchpoint(id: "a", felt: felt.map { .everyone($0) })]
    journey.evidence = evidence
    return try journey.analyzed(asOf: try #require(CalendarDate(day))).touchpoints[0].warnings
  }
}
