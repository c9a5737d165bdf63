import JourneyGuardrails
import JourneyModel
import JourneyTestSupport
import Testing

/// Rules about what an organisation does: decisions, evidence, owners, reading, quotes.
@Suite("Rules about practice")
struct PracticeRuleTests {
  @Test("Decisions past their due date that are not settled")
  func settled() throws {
    var journey = Journey.results()
    journey.decisions = [
      Decision(
        insight: "Silence\nis bad news", about: "wait", owner: "Park", due: day("2026-05-20")),
      Decision(insight: "b", about: "wait", status: .decided, due: day("2026-05-31")),
      Decision(insight: "c", status: .acting, due: day("2026-05-31")),
      Decision(insight: "d", status: .verified, due: day("2026-05-20")),
      Decision(insight: "e", status: .rejected, due: day("2026-05-20")),
      Decision(insight: "f", due: today), Decision(insight: "g"),
    ]
    let found = try check(journey, [.rule(.decisionsSettled)])
    #expect(
      found.lines == [
        "decisions-settled fails results/wait: 12 days overdue (due 2026-05-20) and still open: "
          + "Silence is bad news",
        "decisions-settled fails results/wait: 1 day overdue (due 2026-05-31) and still decided and "
          + "not begun: b",
        "decisions-settled fails results: 1 day overdue (due 2026-05-31) and still being acted upon: c",
      ])
    // What was done only waits for the measurement.
    for index in journey.decisions.indices { journey.decisions[index].actedOn = day("2026-05-30") }
    #expect(try check(journey, [.rule(.decisionsSettled)]).isEmpty)
    #expect(found.first?.path.description == "decisions[0].due")
    #expect(found.first?.owner == "Park")
    #expect(try check(journey, [.rule(.decisionsSettled, about: "log-in")]).isEmpty)
  }

  @Test("Decisions about what nobody has looked at")
  func evidenced() throws {
    var journey = Journey.results()
    journey.touchpoints[0].felt = .everyone(Score(mean: -1))
    journey.decisions = [
      Decision(insight: "a", about: "wait"), Decision(insight: "b", about: "log-in"),
      Decision(insight: "c", about: "wait", status: .rejected), Decision(insight: "d"),
    ]
    let found = try check(journey, [.rule(.decisionsEvidenced)])
    #expect(
      found.lines == [
        "decisions-evidenced fails results/wait: decided about a touchpoint that nobody has looked "
          + "at: a"
      ])
    #expect(found.first?.path.description == "decisions[0].about")
    journey.evidence = [Evidence(about: "wait", method: .complaint)]
    #expect(try check(journey, [.rule(.decisionsEvidenced)]).isEmpty)
  }

  @Test("Evidence that is too old, undated, or not there")
  func age() throws {
    var journey = Journey.results(felt: -1, n: nil)
    journey.touchpoints[2].felt = nil
    journey.touchpoints[0].felt = .everyone(Score(mean: -1))
    journey.evidence = [
      Evidence(about: "wait", method: .interview, date: day("2025-11-01")),
      Evidence(about: "wait", method: .survey, date: day("2025-12-03")),
      Evidence(about: "wait", method: .survey, date: day("2026-12-03")),
      Evidence(about: "wait", method: .survey),
      Evidence(about: "log-in", method: .observation),
    ]
    journey.touchpoints[2].believed = [Belief(mean: 1, date: today)]
    let rule = Guardrail(.maxEvidenceAge, time: "26w")
    #expect(try check(journey, [rule], asOf: day("2026-06-03")).summaries() == [])
    let found = try check(journey, [rule], asOf: day("2026-06-04"))
    #expect(
      found.lines == [
        "max-evidence-age fails results/wait: the newest evidence is of 2025-12-03, 183 days ago, "
          + "at most 182 days allowed",
        "max-evidence-age note results/log-in: max-evidence-age could not be judged everywhere: the "
          + "evidence has no date (Log in)",
      ])
    #expect(found.first?.path.description == "evidence[1].date")
    // Nobody looked at the last.
    let strict = Guardrail(.maxEvidenceAge, time: "26w", .notSurelyGood)
    #expect(
      try check(journey, [strict], asOf: day("2026-06-03")).lines == [
        "max-evidence-age fails results/log-in: the age of the evidence is not known: the evidence "
          + "has no date",
        "max-evidence-age fails results/read: the age of the evidence is not known: nobody has "
          + "looked at it",
      ])
    // A score with n is of the end of the period.
    journey.evidence = []
    journey.touchpoints[0].felt = .everyone(Score(mean: -1, n: 5))
    journey.period = Period(start: day("2024-01-01"), end: day("2025-05-31"))
    #expect(
      try check(journey, [.rule(.maxEvidenceAge)]).summaries() == [
        "the newest evidence is of 2025-05-31, 366 days ago, at most 365 days allowed"
      ])
  }

  @Test("Too few customers and methods")
  func counts() throws {
    var journey = Journey.results()
    journey.touchpoints[0].felt = .everyone(Score(mean: -1))
    journey.touchpoints[1].felt = .everyone(Score(mean: -1, n: 1))
    journey.touchpoints[2].felt = nil
    journey.evidence = [
      Evidence(about: "log-in", method: .interview, n: 2, felt: -1),
      Evidence(about: "log-in", method: .complaint, n: 200, felt: -2),
      Evidence(about: "read", method: .interview, n: 1, felt: 1),
    ]
    #expect(
      try check(journey, [.rule(.minCustomers)]).lines == [
        "min-customers fails results/wait: nobody was asked, at least 5 required",
        "min-customers fails results/log-in: only 3 were asked, at least 5 required",
        "min-customers fails results/read: only 1 was asked, at least 5 required",
      ])
    #expect(try check(journey, [Guardrail(.minCustomers, 3)]).count == 2)
    #expect(
      try check(journey, [.rule(.minMethods)]).lines == [
        "min-methods fails results/wait: looked at with no method, at least 2 required",
        "min-methods fails results/read: looked at with 1 method (interview), at least 2 required",
      ])
    // What is outside the period is not what the figures are from.
    journey.period = Period(start: day("2026-01-01"), end: day("2026-03-31"))
    #expect(
      try check(journey, [.rule(.minMethods, about: "log-in")]).summaries() == [
        "looked at with 1 method (a score with n), at least 2 required"
      ])
  }

  @Test("Personas that are heard less than they are many")
  func personas() throws {
    var journey = Journey.sketch(
      ["start -> a: 100", "a -> completed: 100"], personas: ["amina: 70%", "george: 30%"])
    let rule = Guardrail.rule(.personasCovered)
    #expect(
      try check(journey, [rule]).lines == [
        "personas-covered note sketch: personas-covered could not be judged: no evidence names a "
          + "persona"
      ])
    journey.evidence = [
      Evidence(about: "a", method: .interview, n: 96, persona: "amina"),
      Evidence(about: "a", method: .feedback, n: 4, persona: "george"),
      Evidence(about: "a", method: .feedback, n: 400),
    ]
    let found = try check(journey, [rule])
    #expect(
      found.lines == [
        "personas-covered fails sketch: george: 4% of those heard, 30% of customers, at least 15% "
          + "required"
      ])
    #expect(found.first?.path.description == "personas.george")
    #expect(try check(journey, [Guardrail(.personasCovered, share: "13%")]).isEmpty)
    #expect(try check(journey, [.rule(.personasCovered, about: "a")]).isEmpty)
    journey.personas[1].share = nil
    #expect(
      try check(journey, [.rule(.personasCovered, .notSurelyGood)]).summaries() == [
        "whom the evidence is from is not known: a persona has no share of customers"
      ])
  }

  @Test("A limit beyond all numbers is judged, not a trap", arguments: ["1e30d", "1e300w"])
  func endlessLimit(time: String) throws {
    let rules = [
      Guardrail(.ownersMetCustomers, time: time), Guardrail(.maxEvidenceAge, time: time),
      Guardrail(.maxTimeToRelief, time: time), Guardrail(.maxReading, time: time),
    ]
    let found = try check(.results(), rules)
    #expect(found.first?.summary.hasPrefix("no evidence says that Ruiz met a customer") == true)
  }

  @Test("Owners who have not met a customer lately")
  func owners() throws {
    var journey = Journey.results()
    journey.touchpoints[0].owner = "Park (service design)"
    journey.touchpoints[2].owner = "RUIZ"
    let rule = Guardrail(.ownersMetCustomers, time: "90d")
    let never = try check(journey, [rule])
    #expect(
      never.lines == [
        "owners-met-customers fails results/wait: no evidence says that Park (service design) met a "
          + "customer, required within 90 days",
        "owners-met-customers fails results/log-in: no evidence says that Ruiz met a customer, "
          + "required within 90 days",
      ])
    #expect(never.last?.alsoAbout == ["read"])
    #expect(never.last?.path.description == "touchpoints.log-in.owner")

    journey.evidence = [
      Evidence(about: nil, method: .interview, date: day("2026-03-02"), by: "ruiz, nurse"),
      Evidence(about: nil, method: .interview, date: day("2026-07-02"), by: "Ruiz"),
      Evidence(about: "wait", method: .survey, date: today, by: "Ruiz"),
      Evidence(about: "wait", method: .observation, date: day("2026-03-03"), by: "Service design"),
    ]
    #expect(
      try check(journey, [rule]).summaries() == [
        "Ruiz last met a customer on 2026-03-02, 91 days ago, required within 90 days"
      ])
    journey.evidence = [Evidence(about: nil, method: .interview, by: "Ruiz and Service design")]
    #expect(
      try check(journey, [rule]).lines == [
        "owners-met-customers note results: owners-met-customers could not be judged: the evidence "
          + "has no date (No news and Log in)"
      ])
  }

  @Test("Reading by what is said of it, and along the likeliest way")
  func reading() throws {
    var journey = Journey.results()
    journey.touchpoints[0].reading = TimeSpan("4m")
    journey.touchpoints[0].words = 100_000
    journey.touchpoints[1].words = 2380
    journey.touchpoints[1].pages = 1
    journey.touchpoints[2].pages = 11.9
    let rule = Guardrail(.maxReading, time: "10m")
    let found = try check(journey, [rule])
    #expect(
      found.lines == [
        "max-reading fails results/read: 12.5 min to read (11.9 pages), at most 10 min allowed"
      ])
    #expect(found.first?.path.description == "touchpoints.read.pages")
    #expect(try check(journey, [Guardrail(.maxReading, 10)]) == found)
    #expect(
      try check(journey, [Guardrail(.maxReading, 9, about: "log-in")]).summaries() == [
        "10 min to read (2,380 words), at most 9 min allowed"
      ])
    #expect(
      try check(journey, [Guardrail(.maxReading, time: "25m", about: "results")]).summaries() == [
        "26.5 min to read on the likeliest way through, at most 25 min allowed"
      ])
    #expect(try check(journey, [Guardrail(.maxReading, time: "27m", about: "results")]).isEmpty)

    journey.touchpoints[1].words = nil
    journey.touchpoints[1].pages = nil
    #expect(
      try check(journey, [Guardrail(.maxReading, time: "15m", about: "results")]).lines == [
        "max-reading fails results: at least 16.5 min to read on the likeliest way through, at most "
          + "15 min allowed"
      ])
    #expect(
      try check(journey, [Guardrail(.maxReading, time: "17m", about: "results")]).summaries(.note)
        == [
          "max-reading could not be judged everywhere: parts of the way do not say how much there is "
            + "to read"
        ])
  }

  @Test("Reading of which nothing is said is told")
  func unknownReading() throws {
    #expect(
      try check(.results(), [Guardrail(.maxReading, 5)]).lines == [
        "max-reading note results: max-reading could not be judged: nothing says how much there is "
          + "to read (No news, Log in and Read it)"
      ])
    #expect(try check(.results(), [Guardrail(.maxReading, 5, .notSurelyGood)]).count == 3)
  }

  @Test("What was promised and learnt too late, one finding an entry")
  func promised() throws {
    var journey = Journey.results()
    journey.touchpoints[2].promised = ["Two days", "No fee"]
    let found = try check(journey, [.rule(.nothingLearntTooLate)])
    #expect(
      found.lines == [
        "nothing-learnt-too-late fails results/read: promised before and learnt too late: Two days",
        "nothing-learnt-too-late fails results/read: promised before and learnt too late: No fee",
      ])
    #expect(found.map(\.path.description).last == "touchpoints.read.promised[1]")
  }

  @Test("Quotes without consent, and with personal data, which is never repeated")
  func quotes() throws {
    var journey = Journey.results()
    journey.touchpoints[0].says = ["Ask me", "me@example.org or 030 1234567"]
    let consent = try check(journey, [.rule(.quotesConsented)])
    #expect(
      consent.lines == [
        "quotes-consented fails results/log-in: quote 3 is shown against its speaker's will",
        "quotes-consented fails results/log-in: nothing says that the speaker of quote 4 agreed to it",
      ])
    #expect(
      consent.map(\.path.description) == [
        "touchpoints.log-in.quotes[2].consent", "touchpoints.log-in.quotes[3]",
      ])
    let anonymous = try check(journey, [.rule(.quotesAnonymous)])
    #expect(
      anonymous.lines == [
        "quotes-anonymous fails results/wait: 'says' 2 holds an e-mail address and a telephone number",
        "quotes-anonymous fails results/log-in: quote 2 holds a telephone number",
      ])
    #expect(
      anonymous.map(\.path.description) == [
        "touchpoints.wait.says[1]", "touchpoints.log-in.quotes[1]",
      ])
    #expect(anonymous.allSatisfy { !$0.said.joined().contains("1234567") })
  }
}
