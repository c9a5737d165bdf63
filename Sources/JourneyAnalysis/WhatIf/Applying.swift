import JourneyModel

extension SolvedJourney {
  /// Makes changes.
  ///
  /// - Parameters:
  ///   - changes: What is otherwise.
  ///   - persona: The persona whose figures alone are looked at; nil for all customers.
  /// - Returns: The changed journey, the feelings that are supposed beside it, and the ways whose
  ///   shares are supposed, by their source.
  /// - Throws: ``ImpossibleChanges`` with every reason.
  func applying(
    _ changes: [Change], inView persona: PersonaID? = nil
  ) throws(ImpossibleChanges) -> (journey: Journey, felt: Suppositions, ways: [Int: Set<Place>]) {
    var application = Application(self, inView: persona)
    for change in changes { application.apply(change) }
    application.applyTraffic()
    guard application.problems.isEmpty else {
      var error = ImpossibleChanges()
      error.problems = application.problems
      throw error
    }
    return (application.journey, application.supposed, application.setWays)
  }
}

/// Changes being made to a journey, with all that is wrong with them.
private struct Application {
  private(set) var journey: Journey
  private(set) var supposed: Suppositions
  private(set) var problems: [String] = []
  private(set) var setWays: [Int: Set<Place>] = [:]
  private let view: FlowView?
  private let personaInView: PersonaID?
  private let places: [TouchpointID: Int]
  private var traffic: [(source: Int, amounts: [(target: Place, amount: Transition.Amount)])] = []
  private var names = NearestName()
  /// What was set so far, as it is written before its value.
  private var isSet: Set<String> = []
  /// What single personas are supposed to feel.
  private var ofPersonas: [(touchpoint: TouchpointID, persona: PersonaID, score: Double)] = []

  init(_ solved: SolvedJourney, inView persona: PersonaID?) {
    personaInView = persona
    journey = solved.journey
    supposed = solved.supposed
    view = solved.view
    places = Dictionary(
      solved.journey.touchpoints.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func apply(_ change: Change) {
    if case .traffic = change {
      // Transitions of one source are looked at together.
    } else {
      let text = change.description
      let name = String(text[..<(text.lastIndex(of: "=") ?? text.endIndex)])
      guard isSet.insert(name).inserted else {
        problems.append("'\(name)' is set twice")
        return
      }
    }
    switch change {
    case .felt(let id, let persona, let score):
      guard place(id) != nil, isOnScale(score, change) else { return }
      if let persona, !journey.personas.contains(where: { $0.id == persona }) {
        let known = journey.personas.map(\.id.rawValue)
        let all = known.isEmpty ? "" : "; there are \(known.joined(separator: ", "))"
        refuse("no persona '\(persona)'", persona.rawValue, known, otherwise: all)
        return
      }
      if let persona, let personaInView, persona != personaInView {
        problems.append(
          "\(change) changes nothing for persona \(personaInView), who alone is in view; set "
            + "\(id).felt.\(personaInView), or look at all customers")
        return
      }
      supposed.suppose(score, at: id, by: persona)
      if let persona {
        ofPersonas.append((id, persona, score))
      } else {
        // All are made together: a persona's own score holds, whichever was written first.
        for other in ofPersonas where other.touchpoint == id {
          supposed.suppose(other.score, at: id, by: other.persona)
        }
      }
    case .believed(let id, let score):
      guard let index = place(id), isOnScale(score, change) else { return }
      journey.touchpoints[index].believed = [Belief(mean: score)]
    case .wait(let id, let span):
      guard let index = place(id) else { return }
      journey.touchpoints[index].wait = span
    case .traffic(let source, let target, let amount):
      guard let view else {
        let problem = "the journey has no flow to change"
        if !problems.contains(problem) { problems.append(problem) }
        return
      }
      let from: Int? =
        switch source {
        case .start: view.document.start
        case .touchpoint(let id): place(id)
        }
      let to: Place? =
        switch target {
        case .end(let end): .end(end)
        case .touchpoint(let id): place(id, orEnd: true).map(Place.touchpoint)
        }
      guard let from, let to else { return }
      if let slot = traffic.firstIndex(where: { $0.source == from }) {
        traffic[slot].amounts.append((to, amount))
      } else {
        traffic.append((from, [(to, amount)]))
      }
    }
  }

  /// Makes the changes of the flow, all of one source together.
  mutating func applyTraffic() {
    guard let view, !traffic.isEmpty else { return }
    var flow = SupposedFlow(view)
    for (source, amounts) in traffic {
      do throws(ImpossibleChanges) {
        try flow.set(source, amounts)
      } catch {
        problems += error.problems
      }
    }
    guard problems.isEmpty else { return }
    journey.flow = flow.transitions()
    setWays = flow.fixed
  }

  private mutating func place(_ id: TouchpointID, orEnd: Bool = false) -> Int? {
    if let index = places[id] { return index }
    let ends = orEnd ? ["completed", "left", "diverted", "under-way", "ended"] : []
    refuse("no touchpoint '\(id)'", id.rawValue, journey.touchpoints.map(\.id.rawValue) + ends)
    return nil
  }

  private mutating func refuse(
    _ problem: String, _ name: String, _ known: [String], otherwise: String = ""
  ) {
    let near = names.nearest(to: name, among: known).map { "; did you mean '\($0)'?" } ?? otherwise
    if !problems.contains(problem + near) { problems.append(problem + near) }
  }

  private mutating func isOnScale(_ score: Double, _ change: Change) -> Bool {
    let scale = journey.scale
    if scale.contains(score) { return true }
    problems.append(
      "\(change) is not on the scale from \(scale.low.plainText) to \(scale.high.plainText)")
    return false
  }
}
