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
    let document = FlowDocument(self)
    let everyone = FlowView(document)
    var problems = everyone.problems
    let named = Set(flow.flatMap { $0.traffic.entries.map(\.persona) })
    for (index, persona) in personas.enumerated() where named.contains(persona.id) {
      let own = FlowView(document, persona: index, everyone: everyone)
      problems.addErrors(of: own.problems)
    }
    return problems.diagnostics
  }
}
