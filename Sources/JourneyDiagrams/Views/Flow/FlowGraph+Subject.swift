internal import JourneyAnalysis
internal import JourneyModel

extension FlowGraph {
  /// Up to so many hotspots are ringed.
  static let mostHotspots = 5

  /// Gathers what there is to draw.
  init(_ subject: Subject) {
    let journey = subject.journey
    let analysis = subject.analysis
    var index: [TouchpointID: Int] = [:]
    for (place, touchpoint) in journey.touchpoints.enumerated() where index[touchpoint.id] == nil {
      index[touchpoint.id] = place
    }
    let transitions = analysis.hasFlow ? analysis.transitions : []
    let selection = FlowSelection(journey, transitions, index: index)

    self.init(
      cards: [], links: [], stages: [], loose: [], hasFlow: analysis.hasFlow,
      leftOut: selection.leftOut)
    let cardOf = addCards(subject, selection, index: index)
    if hasFlow {
      for (place, transition) in transitions.enumerated() where selection.isDrawn[place] {
        add(transition, of: analysis.started) { id in index[id].flatMap { cardOf[$0] } }
      }
      for place in cards.indices { cards[place].exits.sort { $0.traffic > $1.traffic } }
    } else {
      for place in cards.indices.dropLast() {
        link(.card(place), .card(place + 1))
      }
    }
    let order = stageOrder(journey)
    for place in links.indices {
      if case .card(let source) = links[place].source, case .card(let target) = links[place].target
      {
        links[place].goesBack = (order[target], target) < (order[source], source)
      }
    }
  }

  /// Adds a card for each chosen touchpoint, and the stages.
  ///
  /// - Returns: The card of each touchpoint of the journey; nil for those left out.
  private mutating func addCards(
    _ subject: Subject, _ selection: FlowSelection, index: [TouchpointID: Int]
  ) -> [Int?] {
    let journey = subject.journey
    var hotspots: [TouchpointID: Hotspot] = [:]
    for hotspot in subject.analysis.hotspots.hotspots.lazy.filter({ $0.kind != nil })
      .prefix(Self.mostHotspots)
    {
      hotspots[hotspot.touchpoint] = hotspot
    }
    var figures: [TouchpointID: TouchpointFigures] = [:]
    for figure in subject.analysis.touchpoints { figures[figure.id] = figure }

    var stillHere: [StageID: Double] = [:]
    for stage in subject.analysis.stages { stillHere[stage.stage] = stage.stillHere }
    stages = journey.stages.map { Stage(id: $0.id, stillHere: stillHere[$0.id], cards: []) }
    var stageIndex: [StageID: Int] = [:]
    for (place, stage) in stages.enumerated() { stageIndex[stage.id] = place }

    var cardOf: [Int?] = []
    for (place, touchpoint) in journey.touchpoints.enumerated() {
      // A document with one id twice is wrong; the first counts.
      guard selection.hasCard[place], index[touchpoint.id] == place else {
        cardOf.append(nil)
        continue
      }
      let figure = figures[touchpoint.id]
      let v = figure?.felt.map { journey.scale.normalized($0.mean) }
      cardOf.append(cards.count)
      if let stage = touchpoint.stage.flatMap({ stageIndex[$0] }) {
        stages[stage].cards.append(cards.count)
      } else {
        loose.append(cards.count)
      }
      cards.append(
        Card(
          touchpoint: touchpoint, figures: figure, v: v, hotspot: hotspots[touchpoint.id]))
    }
    stages.removeAll { $0.cards.isEmpty }
    return cardOf
  }

  private mutating func add(
    _ transition: TransitionFigures, of started: Double?, cardOf: (TouchpointID) -> Int?
  ) {
    let source: Place
    switch transition.source {
    case .start: source = .start
    case .touchpoint(let id):
      guard let card = cardOf(id) else { return }
      source = .card(card)
    }
    let count = transition.count ?? started.map { $0 * transition.traffic }
    switch transition.target {
    case .touchpoint(let id):
      guard let card = cardOf(id) else { return }
      link(source, .card(card), transition, count: count)
    case .end(.completed):
      link(source, .completed, transition, count: count)
    case .end(let end):
      // Nobody leaves before the first touchpoint.
      guard case .card(let card) = source else { return }
      let reach = cards[card].figures?.reach
      cards[card].exits.append(
        Exit(
          end: end, traffic: transition.traffic,
          share: reach.flatMap { $0 > 0 ? min(1, transition.traffic / $0) : nil },
          count: count, isCounted: transition.count != nil, label: transition.label,
          isInferred: transition.isInferred))
    }
  }

  private mutating func link(
    _ source: Place, _ target: Place, _ transition: TransitionFigures? = nil,
    count: Double? = nil
  ) {
    let id =
      "link." + XMLName.escaped(name(of: source)) + "." + XMLName.escaped(name(of: target))
    let link = Link(
      id: id, source: source, target: target, traffic: transition?.traffic,
      count: count, isCounted: transition?.count != nil, label: transition?.label,
      goesBack: false)
    if source == target, case .card(let card) = source {
      cards[card].round = link
    } else {
      links.append(link)
    }
  }

  /// For each card the place of its stage; cards without one stand where the document has them.
  private func stageOrder(_ journey: Journey) -> [Int] {
    var order = [Int](repeating: 0, count: cards.count)
    for (place, stage) in stages.enumerated() {
      for card in stage.cards { order[card] = place }
    }
    if !stages.isEmpty {
      var last = 0
      for card in cards.indices {
        if cards[card].touchpoint.stage == nil { order[card] = last } else { last = order[card] }
      }
    }
    return order
  }
}
