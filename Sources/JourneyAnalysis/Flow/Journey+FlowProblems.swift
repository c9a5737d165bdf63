public import JourneyModel

extension Journey {
  /// Everything about the flow that does not add up, all at once, in the document's order.
  ///
  /// Errors: nobody starts; counts and shares mixed in one source; shares off 100 % by more than
  /// half a point; more go on than arrive; no way out. Warnings: leaving that was inferred, nobody
  /// gets further than `under-way`, a touchpoint that nobody reaches. Note: shares rescaled.
  /// Everybody's flow is checked, and that of the first 32 personas which have their own; a note
  /// says when there are more, which are checked when their figures are asked for.
  ///
  /// Cost: linear in the flow for each persona with its own, and one factorisation of the sources
  /// that are given in shares.
  ///
  /// - Returns: The problems; empty when there is no flow.
  public func flowProblems() -> [Diagnostic] {
    guard !flow.isEmpty else { return [] }
    return FlowCheck(self).problems.diagnostics
  }
}

/// A flow with everything that does not add up, for everybody and for the personas with their own.
struct FlowCheck {
  /// The most personas whose own flow is checked before anybody asks for it; a document with
  /// thousands would be read thousands of times.
  static let mostPersonas = 32

  /// The flow.
  let document: FlowDocument
  /// As everybody goes.
  let everyone: FlowView
  /// As each persona goes that has ways of its own, by persona.
  private(set) var own: [Int: FlowView] = [:]
  /// What is wrong.
  private(set) var problems: FlowProblems

  /// Checks the flow of a journey that has one.
  ///
  /// - Parameters:
  ///   - journey: The journey.
  ///   - persona: A persona that is checked in any case.
  init(_ journey: Journey, persona: Int? = nil) {
    document = FlowDocument(journey)
    everyone = FlowView(document)
    problems = everyone.problems
    var named: Set<PersonaID> = []
    for transition in journey.flow {
      for entry in transition.traffic.entries { named.insert(entry.persona) }
    }
    let chosen = journey.personas.indices.filter { named.contains(journey.personas[$0].id) }
    for (place, index) in chosen.enumerated() where place < Self.mostPersonas || index == persona {
      let view = FlowView(document, persona: index, everyone: everyone)
      problems.addErrors(of: view.problems)
      if view.hasOwnWays { own[index] = view }
    }
    problems.notChecked(max(0, chosen.count - Self.mostPersonas), in: document)
  }
}
