public import JourneyModel

extension Journey {
  /// Computes every figure of the journey.
  ///
  /// 1. Check that the journey and its flow hold together.
  /// 2. Choose the flow of everybody or of the persona, and solve it as a Markov chain.
  /// 3. Pool what is felt in every touchpoint, and shrink it.
  /// 4. Put the figures of touchpoints together, rank them, and find what spans several of them.
  ///
  /// A pure function. Cost: that of solving the chain, near linear for flows that people draw.
  ///
  /// - Parameters:
  ///   - asOf: The day that the age of evidence is judged from.
  ///   - persona: The persona whose figures are wanted; nil for all customers.
  /// - Returns: The figures.
  /// - Throws: ``InvalidJourney`` when the journey contradicts itself or names no such persona.
  public func analyzed(asOf: CalendarDate, persona: PersonaID? = nil) throws(InvalidJourney)
    -> Analysis
  {
    try analyzed(asOf: asOf, persona: persona, shrinkage: nil)
  }

  /// The same with the common distribution of feelings held, to see what one touchpoint alone does.
  func analyzed(asOf: CalendarDate, persona: PersonaID?, shrinkage: Shrinkage?)
    throws(InvalidJourney) -> Analysis
  {
    let chosen = try position(of: persona)
    let check = flow.isEmpty ? nil : FlowCheck(self, persona: chosen)
    let found = problems() + (check?.problems.diagnostics ?? [])
    guard !found.containsErrors else { throw InvalidJourney(diagnostics: found) }

    let view = check.map { check in chosen.flatMap { check.own[$0] } ?? check.everyone }
    let chain = try view.map { view throws(InvalidJourney) in try solve(view) }

    let cells = FeltCells(self)
    let feelings = FeelingSummary(
      journey: self, cells: cells,
      shrinkage: shrinkage ?? Shrinkage(cells.measured, on: scale),
      shares: PersonaShares(personas), persona: chosen)
    var assembly = Assembly(
      journey: self, asOf: asOf, persona: chosen, view: view, chain: chain, feelings: feelings)
    do {
      return try assembly.analysis()
    } catch {
      throw InvalidJourney(diagnostics: diagnostics(for: error, in: FlowDocument(self)))
    }
  }

  private func solve(_ view: FlowView) throws(InvalidJourney) -> Visits {
    do {
      return try Visits(FlowNetwork(view))
    } catch {
      throw InvalidJourney(diagnostics: diagnostics(for: error, in: view.document))
    }
  }

  private func diagnostics(for failure: ChainFailure, in document: FlowDocument) -> [Diagnostic] {
    var problems = FlowProblems()
    switch failure {
    case .entangled: problems.entangled(in: document)
    case .closed(let state):
      problems.noWayOut(state < document.start ? [state] : [0], in: document)
    }
    return problems.diagnostics
  }

  private func position(of persona: PersonaID?) throws(InvalidJourney) -> Int? {
    guard let persona else { return nil }
    if let index = personas.firstIndex(where: { $0.id == persona }) { return index }
    let names = personas.map { "'\($0.id)'" }.joined(separator: ", ")
    throw InvalidJourney(diagnostics: [
      Diagnostic(
        "unknown-persona", .error, "no persona '\(persona)'",
        fix: names.isEmpty ? "the journey has no personas" : "one of \(names)", at: ["personas"])
    ])
  }
}

/// A journey whose figures cannot be computed, with every reason.
public struct InvalidJourney: Error, Hashable, Sendable {
  /// The reasons; at least one is an error.
  public var diagnostics: [Diagnostic]

  /// Creates the error.
  public init(diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}
