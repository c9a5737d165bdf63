import JourneyModel

/// Puts all figures of a journey together, each from the file of its measure.
struct Assembly {
  private let solved: SolvedJourney
  private var journey: Journey { solved.journey }
  private var persona: Int? { solved.persona }
  private var view: FlowView? { solved.view }
  private var chain: Visits? { solved.chain }
  private var felt: [TouchpointFeeling?] { solved.felt }

  /// Prepares the figures of a solved journey.
  init(_ solved: SolvedJourney) {
    self.solved = solved
  }

  /// Computes the figures.
  func analysis() throws(ChainFailure) -> Analysis {
    let ends = chain?.ends
    let touchpoints = touchpointFigures(ends)
    let ranked = rankedTouchpoints(touchpoints)
    let gap = Gap(
      touchpoints.map { ($0.felt?.mean, $0.believed, $0.visits) }, on: journey.scale)
    let paths = pathFigures()
    let remembered = journeyPeakEnd(paths.map { ($0.share, $0.v) })

    var mazes: [Maze] = []
    if let chain {
      mazes = try JourneyAnalysis.mazes(
        in: chain, isBad: felt.map { $0?.isBad ?? false }, ids: journey.touchpoints.map(\.id))
    }
    return Analysis(
      journey: journey.id, title: journey.title, customers: journey.customers,
      scale: journey.scale, persona: persona.map { journey.personas[$0].id }, asOf: solved.asOf,
      started: chain?.network.started, hasFlow: chain != nil, ends: ends,
      steps: chain.flatMap { finite($0.visits.reduce(0, +)) },
      time: chain.flatMap { solved.times.total($0) },
      felt: gap.felt, believed: gap.believed, gap: gap.gap, believedGood: gap.believedGood,
      feltGood: gap.feltGood,
      peakEnd: remembered.map { journey.scale.score(normalized: $0.v) },
      peakEndCovered: remembered?.covered, paths: paths.map(\.figures),
      stages: try stageFigures(), mazes: mazes, brightSpots: JourneyAnalysis.brightSpots(ranked),
      touchpoints: touchpoints,
      transitions: view.flatMap { view in
        chain.map { transitionFigures(view, visits: $0.visits) }
      } ?? [],
      hotspots: HotspotRanking(
        ranked, hasFlow: chain != nil, threshold: journey.hotspots.atLeast),
      warnings: journeyWarnings())
  }

  // MARK: - Touchpoints

  private func touchpointFigures(_ ends: EndShares?) -> [TouchpointFigures] {
    var kept = [Double?](repeating: nil, count: felt.count)
    if let chain, let ends { kept = chain.completionIfNobodyLeft(completed: ends.completed) }
    let rules = WarningRules(journey, asOf: solved.asOf, persona: persona)
    var inferred: [Int: Double?] = [:]
    for inference in view?.inferences ?? [] { inferred[inference.touchpoint] = inference.customers }

    let came = reachForCounts
    return journey.touchpoints.indices.map { index in
      let touchpoint = journey.touchpoints[index]
      let feeling = felt[index]
      let believed = Gap.believed(touchpoint.believed)
      var figures = TouchpointFigures(
        id: touchpoint.id, name: touchpoint.name, felt: feeling?.figures,
        personas: feeling?.personas ?? [], believed: believed,
        gap: feeling.flatMap { feeling in
          believed.map { Gap.at(felt: feeling.figures.mean, believed: $0, on: journey.scale) }
        },
        pain: feeling?.pain, relief: solved.reliefs?.relief(at: index),
        warnings: rules.warnings(about: touchpoint, feeling))
      if let chain, let ends {
        figures.fill(from: chain, at: index, completed: ends.completed)
        figures.completionIfNobodyLeft = kept[index]
      }
      hideUnknown(&figures, at: index)
      if let customers = inferred[index] {
        figures.warnings += [WarningRules.inferredLeft(customers, journey.customers)].compactMap(
          \.self)
      }
      let differs = rules.modelDiffers(
        touchpoint, reach: came.map { $0[index] } ?? figures.reach,
        started: chain?.network.started)
      let completes = rules.completionDiffers(touchpoint, completion: figures.completionFromHere)
      figures.warnings += [differs, completes].compactMap(\.self)
      return figures
    }
  }

  /// Who came so far, where somebody counted that and some are still under way; else nil, and reach
  /// says it.
  private var reachForCounts: [Double]? {
    guard persona == nil, let view, (chain?.network.underWay ?? 0) > 0,
      journey.touchpoints.contains(where: { $0.counted != nil })
    else { return nil }
    return reachSoFar(view)
  }

  /// Takes out what nobody can know: how those go on who are all still under way, and how a persona
  /// would fare where it never comes.
  private func hideUnknown(_ figures: inout TouchpointFigures, at index: Int) {
    guard let view, let chain else { return }
    if persona != nil, chain.visits[index] == 0 {
      figures.completionFromHere = nil
      figures.completionIfNobodyLeft = nil
      figures.relief = nil
    }
    if view.outcomeUnknown.contains(index) {
      figures.completionFromHere = nil
      figures.completionIfNobodyLeft = nil
      let isLast = view.isOnlyUnderWay(index)
      if isLast { figures.relief = nil }
      if chain.visits[index] > 0 {
        // Where people go round, arrivals count each of them several times.
        figures.warnings.append(
          WarningRules.outcomeUnknown(
            isLast ? view.arrivals[index] : nil, journey.customers, who: "came here"))
      }
    }
  }

  private func rankedTouchpoints(_ figures: [TouchpointFigures]) -> [RankedTouchpoint] {
    // Where nobody leaves the interval is the same everywhere.
    let nobody = chain?.network.knownEnds.map { CountedShare(0, of: $0) }
    return journey.touchpoints.indices.map { index in
      RankedTouchpoint(
        touchpoint: journey.touchpoints[index], heat: solved.heat(at: index, nobody: nobody),
        reach: figures[index].reach, feeling: felt[index], warnings: figures[index].warnings)
    }
  }

  // MARK: - What spans several touchpoints

  private func pathFigures() -> [(figures: PathFigures, share: Double, v: Double?)] {
    guard let chain else { return [] }
    var search = PathSearch(chain.network)
    let values = felt.map { $0?.shown }
    return search.run().map { way in
      let v = peakEnd(of: way.touchpoints, values: values)
      let figures = PathFigures(
        touchpoints: way.touchpoints.map { journey.touchpoints[$0].id }, end: way.end,
        share: way.share, peakEnd: v.map { journey.scale.score(normalized: $0) })
      return (figures, way.share, v)
    }
  }

  private func stageFigures() throws(ChainFailure) -> [StageFigures] {
    var shares = [Double?](repeating: nil, count: journey.stages.count)
    if let chain {
      let places = Dictionary(
        journey.stages.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
      shares = try stillHere(
        in: chain.network, stages: journey.touchpoints.map { $0.stage.flatMap { places[$0] } },
        count: journey.stages.count)
    }
    return zip(journey.stages, shares).map { StageFigures(stage: $0.id, stillHere: $1) }
  }

  private func journeyWarnings() -> [FigureWarning] {
    var warnings = WarningRules(journey, asOf: solved.asOf, persona: persona)
      .journeyWarnings(solved.shares)
    guard let view, let chain else { return warnings }
    if let persona {
      let isOthers = view.persona == nil || standsIn(view, chain)
      if isOthers {
        warnings.append(
          FigureWarning(
            .flowNotByPersona,
            "Everyone's flow stands in where \(journey.personas[persona].name) has none."))
      }
    }
    if view.isOnlyUnderWay(view.document.start) {
      warnings.append(
        WarningRules.outcomeUnknown(chain.network.started, journey.customers, who: "started"))
    }
    let counted = view.inferences.compactMap(\.customers).reduce(0, +)
    let isUnknown = view.inferences.contains { $0.customers == nil }
    if counted > 0 || isUnknown {
      let count =
        isUnknown ? "Some \(journey.customers)" : WarningRules.people(counted, journey.customers)
      warnings.append(
        FigureWarning(
          .inferredLeft,
          "\(count) counted as having left where the flow does not say."))
    }
    return warnings
  }

  /// Whether a source that the persona comes to has everybody's ways.
  private func standsIn(_ view: FlowView, _ chain: Visits) -> Bool {
    view.sources.indices.contains { index in
      view.sources[index]?.isStandIn == true
        && (index == view.document.start || chain.visits[index] > 0)
    }
  }
}

extension TouchpointFigures {
  /// Begins with what needs no flow.
  fileprivate init(
    id: TouchpointID, name: String, felt: FeltFigures?, personas: [PersonaFeeling],
    believed: Double?, gap: Double?, pain: Double?, relief: Relief?, warnings: [FigureWarning]
  ) {
    self.init(
      id: id, name: name, visits: nil, reach: nil, left: nil, dropOff: nil,
      completionFromHere: nil, completionIfNobodyLeft: nil, removalEffect: nil, felt: felt,
      personas: personas, believed: believed, gap: gap, pain: pain, relief: relief,
      warnings: warnings)
  }

  /// Adds what the chain says of the touchpoint.
  fileprivate mutating func fill(from chain: Visits, at index: Int, completed: Double) {
    let left = chain.left(at: index)
    visits = finite(chain.visits[index])
    reach = finite(chain.reach[index])
    self.left = finite(min(1, left))
    if let reach, reach > 0 { dropOff = finite(min(1, left / reach)) }
    if chain.network.rows[index].isActive {
      completionFromHere = finite(chain.fromHere[Visits.Outcome.completed.rawValue][index])
    }
    removalEffect = chain.removalEffect(of: index, completed: completed)
  }
}
