public import JourneyModel

extension Journey {
  /// Everything about the flow that does not add up, all at once, in the document's order.
  ///
  /// Errors: nobody starts; counts and shares mixed in one source; shares off 100 % by more than
  /// half a point; more go on than arrive; no way out. Warnings: leaving that was inferred, nobody
  /// gets further than `under-way`, a touchpoint that nobody reaches. Note: shares rescaled.
  /// Everybody's flow is checked, and that of each persona which has its own.
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
  /// The flow.
  let document: FlowDocument
  /// As everybody goes.
  let everyone: FlowView
  /// As each persona goes that has ways of its own, by persona.
  private(set) var own: [Int: FlowView] = [:]
  /// What is wrong.
  private(set) var problems: FlowProblems

  /// Checks the flow of a journey that has one.
  init(_ journey: Journey) {
    document = FlowDocument(journey)
    everyone = FlowView(document)
    problems = everyone.problems
    var named: Set<PersonaID> = []
    for transition in journey.flow {
      for entry in transition.traffic.entries { named.insert(entry.persona) }
    }
    for (index, persona) in journey.personas.enumerated() where named.contains(persona.id) {
      let view = FlowView(document, persona: index, everyone: everyone)
      problems.addErrors(of: view.problems)
      if view.hasOwnWays { own[index] = view }
    }
  }
}
