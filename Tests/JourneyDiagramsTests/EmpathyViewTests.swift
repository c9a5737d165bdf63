import JourneyAnalysis
import JourneyDiagrams
import JourneyModel
import JourneyTestSupport
import Testing

@Suite("The empathy map")
struct EmpathyViewTests {
  private func picture(
    _ journey: Journey, theme: Theme = .light, persona: PersonaID? = nil
  ) throws -> Picture {
    let subject = Subject(
      journey: journey, analysis: Sketch.analysis(of: journey, persona: persona))
    return try EmpathyView().picture(
      of: subject, options: DrawingOptions(theme: theme), engines: .table)
  }

  private static func clinic() -> Journey {
    var journey = ClinicJourney.make()
    journey.personas[0].values = ["Plain words"]
    journey.personas[0].needs = ["A date"]
    journey.personas[0].reviewed = CalendarDate("2026-08-12")
    journey.personas.append(Persona(id: "george", name: "George", goals: ["No surprises"]))
    journey.touchpoints[0].thinks = ["This was quick"]
    journey.touchpoints[1].thinks = ["It must be bad news"]
    journey.touchpoints[1].says = ["It's probably nothing"]
    journey.touchpoints[2].thinks = ["At last"]
    journey.touchpoints[3].sees = ["A form"]
    journey.touchpoints[4].gains = ["A person"]
    return journey
  }

  /// The entries of a field from top to bottom, with what is said of where they come from.
  private func entries(_ field: String, in picture: Picture) -> [(String, String)] {
    var entries: [(String, String)] = []
    for case .group(let layer) in picture.elements where layer.id == field {
      for case .group(let entry) in layer.elements {
        entries.append((entry.title ?? "", entry.summary ?? ""))
      }
    }
    return entries
  }

  @Test("draws the clinic as its golden says")
  func golden() throws {
    let text = try picture(Self.clinic(), persona: "amina").description
    #expect(Golden.difference(text, from: "clinic.empathy.txt") == nil)
  }

  @Test("ranks three hundred answers before one loud voice, and assumptions last")
  func ranking() throws {
    var journey = Self.clinic()
    for index in journey.touchpoints.indices {
      journey.touchpoints[index].pains = ["pain \(index)"]
      journey.touchpoints[index].felt = nil
    }
    journey.evidence = [
      Evidence(about: "blood", method: .complaint, n: 900),
      Evidence(about: "text", method: .survey, n: 300),
      Evidence(about: "log-in", method: .interview, n: 12),
      Evidence(about: "log-in", method: .feedback, n: 1),
    ]
    let pains = entries("pains", in: try picture(journey))
    #expect(pains.map(\.0) == ["pain 2", "pain 3", "pain 0", "pain 1", "pain 4"])
    #expect(pains[0].1 == "“Result ready” text\u{A0}· 300\u{A0}survey answers")
    #expect(pains[1].1 == "Log in to portal\u{A0}· 12\u{A0}interviews, 1\u{A0}feedback message")
    #expect(pains[3].1 == "No news\u{A0}· assumed")
  }

  @Test("ranks by evidence whatever the journey", arguments: SeededGenerator.seeds(20))
  func rankingLaw(seed: UInt64) throws {
    var journey = RandomJourney.make(seed: seed, touchpoints: 9)
    for index in journey.touchpoints.indices {
      journey.touchpoints[index].hears = ["\(index)"]
      journey.touchpoints[index].felt = nil
    }
    var asked: [String: Int] = [:]
    for (index, touchpoint) in journey.touchpoints.enumerated() {
      asked["\(index)"] = journey.evidence.filter {
        $0.about == touchpoint.id && $0.method.entersMeans
      }.reduce(0) { $0 + ($1.n ?? 1) }
    }
    let order = entries("hears", in: try picture(journey)).compactMap { asked[$0.0] }
    #expect(order == order.sorted(by: >) && order.count == 8)
  }

  @Test("counts what it does not show")
  func more() throws {
    var journey = Self.clinic()
    journey.touchpoints[0].sees = (1...30).map { "thing \($0)" }
    journey.touchpoints[3].sees = []
    let picture = try picture(journey)
    #expect(entries("sees", in: picture).count == 8)
    #expect(picture.description.contains("\"+22 more\""))
    #expect(picture.summary.contains("thing 30"))
  }

  @Test("says of an empty field that nothing is recorded")
  func empty() throws {
    let picture = try picture(Journey(id: "none", title: "Nothing"))
    #expect(picture.summary.split(separator: "\n").count == 6)
    #expect(picture.summary.contains("Hears: nothing recorded yet"))
    #expect(picture.description.contains("\"feeling not measured\""))
    #expect(Inspection.collisions(in: picture) == [])
  }

  @Test("tells one persona alone, with nothing of others, and no quote without consent")
  func personas() throws {
    var journey = Self.clinic()
    journey.touchpoints[0].quotes = [.init("Only George", persona: "george")]
    journey.touchpoints[4].personas = ["george"]
    let amina = try picture(journey, persona: "amina").description
    for text in ["Only George", "No surprises", "A person", "secret"] {
      #expect(!amina.contains(text))
    }
    let all = try picture(journey).description
    for text in ["Only George", "No surprises", "A person", "Plain words"] {
      #expect(all.contains(text))
    }
    #expect(all.contains("one map for all personas: Amina, George"))
    #expect(!all.contains("secret"))
  }

  @Test("tells what is felt on average, also where nobody said what was believed")
  func feeling() throws {
    var journey = Self.clinic()
    for index in journey.touchpoints.indices { journey.touchpoints[index].believed = [] }
    journey.flow = []
    let text = try picture(journey).description
    // (0.8 − 1.6 + 0.6 − 1.2) / 4
    #expect(
      text.contains("\"feels −0.3 on average\"") || text.contains("\"feels −0.4 on average\""))
  }

  @Test("says in large type only how many were measured where an entry was recorded")
  func brief() throws {
    let large = Theme(
      name: "large", ramp: Theme.light.ramp, colors: [:], scale: 2, isBrief: true)
    let text = try picture(Self.clinic(), theme: large).description
    #expect(text.contains("\"No news\u{A0}· n\u{A0}310\"") || text.contains("No news\u{A0}· n 310"))
    #expect(!text.contains("interviews\""))
    #expect(try picture(Self.clinic()).description.contains("interviews"))
  }

  @Test("says one number of an entry, near and from far away")
  func oneNumber() throws {
    var journey = Journey(id: "queue", title: "Queue")
    journey.touchpoints = [
      Touchpoint(id: "desk", felt: .everyone(Score(mean: -1, n: 121, sd: 0.7)))
    ]
    journey.touchpoints[0].name = "Desk"
    journey.touchpoints[0].hears = ["Wait here"]
    journey.evidence = [
      Evidence(about: "desk", method: .observation, n: 64),
      Evidence(about: "desk", method: .complaint, n: 212),
    ]
    let n = Sketch.analysis(of: journey).touchpoints.first?.felt?.n ?? 0
    #expect(n >= 121 && n != 212)
    let near = entries("hears", in: try picture(journey))
    #expect(near[0].1.hasPrefix("Desk\u{A0}· n\u{A0}\(n)\u{A0}· observation\u{A0}(64)"))
    let large = Theme(
      name: "large", ramp: Theme.light.ramp, colors: [:], scale: 2, isBrief: true)
    #expect(try picture(journey, theme: large).description.contains("n\u{A0}\(n)\""))
  }

  @Test("puts the verb behind everybody as its language does")
  func everybody() throws {
    var journey = Self.clinic()
    for (language, many, one) in [
      ("de", "empfinden im Mittel", "empfindet im Mittel"), ("es", "sienten", "siente "),
      ("en", "feels", "feels"),
    ] {
      journey.language = language
      #expect(try picture(journey).description.contains(many), "\(language)")
      #expect(try picture(journey, persona: "amina").description.contains(one), "\(language)")
    }
  }

  @Test("tells the same words from two places once, under the better evidence")
  func duplicates() throws {
    var journey = Self.clinic()
    journey.touchpoints[2].thinks = ["this was quick"]
    let thinks = entries("thinks", in: try picture(journey))
    #expect(thinks.count { $0.0.lowercased() == "this was quick" } == 1)
    #expect(thinks.contains { $0.0 == "This was quick" && $0.1 == "Blood drawn\u{A0}· n\u{A0}200" })
  }

  @Test(
    "makes every entry a place of the touchpoint that it comes from, each with an id of its own")
  func places() throws {
    let journey = Self.clinic()
    var groups: [Group] = []
    for case .group(let layer) in try picture(journey).elements {
      for case .group(let entry) in layer.elements where entry.name != nil { groups.append(entry) }
    }
    let names = Dictionary(grouping: groups) { $0.name ?? "" }
    for touchpoint in journey.touchpoints {
      let places = names["touchpoint/\(touchpoint.id)"] ?? []
      #expect(places.first?.id == "touchpoint.\(touchpoint.id)")
      #expect(places.allSatisfy { $0.summary?.hasPrefix(touchpoint.name) == true })
    }
    #expect(names["touchpoint/no-news"]?.count ?? 0 > 1)
    let ids = groups.map(\.id)
    #expect(ids.count == Set(ids).count)
  }

  @Test("sets no text on other text or over the edge", arguments: 0..<8)
  func collisions(seed: UInt64) throws {
    let count = [1, 3, 9, 24][Int(seed) % 4]
    let journey = RandomJourney.make(seed: seed, touchpoints: count)
    let persona = seed.isMultiple(of: 2) ? journey.personas.first?.id : nil
    #expect(Inspection.collisions(in: try picture(journey, persona: persona)) == [])
    let large = Theme(
      name: "large", ramp: Theme.light.ramp, colors: [:], scale: 2, isBrief: true)
    var own = try picture(journey, theme: large)
    // The legend is shared by all views and tested with them.
    own.elements.removeAll {
      if case .group(let group) = $0 { group.id == "footer" } else { false }
    }
    #expect(Inspection.collisions(in: own) == [])
  }

  @Test("keeps WCAG AA contrast in every theme")
  func contrast() throws {
    for theme in Theme.all {
      let faint = Inspection.faint(in: try picture(Self.clinic(), theme: theme))
      #expect(faint == [], "\(faint.joined(separator: "\n"))")
    }
  }
}
