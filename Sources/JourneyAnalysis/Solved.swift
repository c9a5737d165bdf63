import JourneyModel

/// A journey with its chain solved and its feelings pooled: what all figures and their intervals are
/// computed from.
struct SolvedJourney: Sendable {
  /// The journey.
  let journey: Journey
  /// What is supposed to be felt in the place of what the journey says.
  let supposed: Suppositions
  /// The day that ages are judged from.
  let asOf: CalendarDate
  /// The persona; nil for all customers.
  let persona: Int?
  /// The flow; nil when the journey has none.
  let view: FlowView?
  /// The flow, solved.
  let chain: Visits?
  /// What is felt at each touchpoint; nil where nothing is known.
  let felt: [TouchpointFeeling?]
  /// What all cells together say about feelings.
  let shrinkage: Shrinkage
  /// How customers divide among the personas.
  let shares: PersonaShares
  /// The time of each way.
  let times: Times
  /// How relief comes; nil without flow, or where nothing is bad.
  let reliefs: ReliefChain?
}

extension SolvedJourney {
  /// How hot a touchpoint is; nil without flow.
  ///
  /// - Parameters:
  ///   - index: The touchpoint.
  ///   - nobody: The interval where nobody leaves, when it is known already.
  /// - Returns: The heat.
  func heat(at index: Int, nobody: CountedShare? = nil) -> Heat? {
    guard let chain, let left = finite(min(1, chain.left(at: index))),
      let reach = finite(chain.reach[index])
    else { return nil }
    let counted = chain.network.knownEnds.map { known in
      if left == 0, let nobody { return nobody }
      return CountedShare(left * known, of: known)
    }
    return Heat(
      left: left, counted: counted, reach: reach, feeling: felt[index],
      weight: journey.hotspots.weight)
  }
}

extension Journey {
  /// Checks and solves the journey: the first three steps of ``analyzed(asOf:persona:)``.
  ///
  /// - Parameters:
  ///   - asOf: The day that the age of evidence is judged from.
  ///   - persona: The persona whose figures are wanted; nil for all customers.
  ///   - shrinkage: The common distribution of feelings, held to see what one touchpoint alone does.
  ///   - supposed: What is supposed to be felt in the place of what the journey says.
  /// - Returns: The solved journey.
  /// - Throws: ``InvalidJourney`` when the journey contradicts itself or names no such persona.
  func solved(
    asOf: CalendarDate, persona: PersonaID?, shrinkage: Shrinkage? = nil,
    supposing supposed: Suppositions = Suppositions()
  ) throws(InvalidJourney) -> SolvedJourney {
    let chosen = try position(of: persona)
    let check = flow.isEmpty ? nil : FlowCheck(self, persona: chosen)
    let found = problems() + (check?.problems.diagnostics ?? [])
    guard !found.containsErrors else { throw InvalidJourney(diagnostics: found) }

    let view = check.map { check in chosen.flatMap { check.own[$0] } ?? check.everyone }
    let cells = FeltCells(self, supposing: supposed)
    let feelings = FeelingSummary(
      journey: self, cells: cells,
      shrinkage: shrinkage ?? Shrinkage(cells.measured, on: scale),
      shares: PersonaShares(personas), persona: chosen)
    let felt = touchpoints.indices.map { feelings.feeling(at: $0) }
    let times = Times(self)
    do {
      let chain = try view.map { view throws(ChainFailure) in try Visits(FlowNetwork(view)) }
      let reliefs = try chain.flatMap { chain throws(ChainFailure) in
        try ReliefChain(chain.network, values: felt.map { $0?.v }, times: times)
      }
      return SolvedJourney(
        journey: self, supposed: supposed, asOf: asOf, persona: chosen, view: view, chain: chain,
        felt: felt, shrinkage: feelings.shrinkage, shares: feelings.shares, times: times,
        reliefs: reliefs)
    } catch {
      throw failed(error, in: view?.document)
    }
  }

  /// What a chain that cannot be solved means for its journey.
  func failed(_ failure: ChainFailure, in document: FlowDocument? = nil) -> InvalidJourney {
    let document = document ?? FlowDocument(self)
    var problems = FlowProblems()
    switch failure {
    case .entangled: problems.entangled(in: document)
    case .closed(let state):
      problems.noWayOut(state < document.start ? [state] : [0], in: document)
    }
    return InvalidJourney(diagnostics: problems.diagnostics)
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
