import JourneyModel

/// A small journey with one of everything: a loop, a skip, leaving, diverting, an assumption, a
/// missing score, belief, quotes, pains, decisions.
enum ClinicJourney {
  static func make() -> Journey {
    var journey = Journey(id: "clinic", title: "Getting my test results")
    journey.state = .asIs
    journey.customers = "patients"
    journey.language = "en"
    journey.period = CalendarDate("2026-03-01").flatMap { start in
      CalendarDate("2026-08-31").flatMap { Period(start: start, end: $0) }
    }
    journey.ends.completed = "reach their results"
    journey.personas = [
      Persona(id: "amina", name: "Amina", about: "waiting for the first time")
    ]
    journey.channels = [Channel(id: "web", name: "Patient portal", kind: .digital)]
    journey.stages = ["Test", "Wait", "Find out"].map { Stage($0) }
    journey.touchpoints = touchpoints()
    journey.flow = [
      link(.start, .touchpoint("blood"), 1000), link("blood", .touchpoint("no-news"), 1000),
      link("no-news", .touchpoint("text"), 930), link("no-news", .end(.left), 70),
      link("text", .touchpoint("log-in"), 600), link("text", .touchpoint("nurse"), 330),
      link("log-in", .touchpoint("nurse"), 380), link("log-in", .touchpoint("text"), 60),
      link("log-in", .end(.left), 120), link("log-in", .end(.diverted("phone")), 100),
      link("nurse", .end(.completed), 710),
    ]
    journey.evidence = [
      Evidence(about: "no-news", method: .interview, n: 42),
      Evidence(about: nil, method: .analytics, n: 1000),
    ]
    var decision = Decision(
      insight: "Patients read silence as bad news", about: "no-news",
      decision: "Send a “still in the lab” text on day 2", owner: "Ruiz", status: .verified)
    decision.outcome = Decision.Outcome(before: Score(mean: -1.6), after: Score(mean: -0.9))
    journey.decisions = [
      decision,
      Decision(
        insight: "Passwords", about: "log-in", decision: "One-time code", status: .open,
        due: CalendarDate("2026-12-01")),
    ]
    return journey
  }

  private static func touchpoints() -> [Touchpoint] {
    func make(
      _ id: TouchpointID, _ name: String, _ stage: StageID, _ felt: Score?, _ believed: Double?
    ) -> Touchpoint {
      Touchpoint(
        id: id, name: name, stage: stage, channel: "web", felt: felt.map { .everyone($0) },
        believed: believed.map { [Belief(mean: $0)] } ?? [], owner: id == "log-in" ? nil : "Ruiz")
    }
    var all = [
      make("blood", "Blood drawn", "Test", Score(mean: 0.8, n: 200), 1.2),
      make("no-news", "No news", "Wait", Score(mean: -1.6, n: 310), 0.4),
      make("text", "“Result ready” text", "Find out", Score(mean: 0.6), 1.4),
      make("log-in", "Log in to portal", "Find out", Score(mean: -1.2, n: 12), 0.9),
      make("nurse", "Nurse explains", "Find out", nil, nil),
    ]
    all[1].quotes = [
      .init("I kept refreshing my phone at 3 a.m."), .init("secret", consent: false),
    ]
    all[1].pains = ["No date, no sign that anything is happening"]
    all[1].isMomentOfTruth = true
    all[3].backstage = ["Identity provider"]
    return all
  }

  private static func link(
    _ source: Transition.Source, _ target: Transition.Target, _ count: Int
  ) -> Transition {
    Transition(source, target, .everyone(.init(.customers(count))))
  }

  private static func link(
    _ source: TouchpointID, _ target: Transition.Target, _ count: Int
  ) -> Transition {
    link(.touchpoint(source), target, count)
  }
}
