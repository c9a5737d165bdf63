internal import JourneyAnalysis
internal import JourneyModel

extension FlowGraph {
  /// Up to so many touchpoints, none is left out.
  static let mostCards = 200
  /// So many are drawn of a journey that has more.
  static let cardsOfLargeJourney = 100
  /// How many links are drawn.
  static let limits = LinkSelection.Limits(
    drawsAll: 40, share: 0.9, most: 300, mostMain: 150, countsEnds: true)
  /// The same where large letters leave room for few.
  static let briefLimits = LinkSelection.Limits(
    drawsAll: 8, share: 0.8, most: 14, mostMain: 20, countsEnds: true)
  /// The least share of those who come to a card that is worth a row of its own.
  private static let leastElsewhere = 0.01

  /// Whoever is fewer is nobody: a rounding of the figures.
  static let leastTravelled = 1e-9

  /// Gathers what there is to draw.
  init(_ whole: Subject, _ options: DrawingOptions = DrawingOptions()) {
    let (own, unused) = Self.travelled(whole)
    let isBrief = options.theme.isBrief
    let count = own.journey.touchpoints.count
    let few = options.mostTouchpoints.flatMap {
      $0 < min(count, Self.mostCards) ? $0 : nil
    }
    let gathering =
      few == nil && count > Self.mostCards
      ? FlowGathering(own, atMost: Self.cardsOfLargeJourney) : nil
    let small = (gathering?.subject ?? own).simplified(
      toAtMost: few ?? .max, links: isBrief ? Self.briefLimits : Self.limits)
    let analysis = small.subject.analysis

    self.init(cards: [], links: [], stages: [], loose: [], hasFlow: analysis.hasFlow)
    var rest = gathering?.rest ?? (few == nil ? nil : small.rest) ?? LeftOut()
    rest.add(small.ways, small.isDrawn)
    rest.untravelled = unused.count
    leftOut = rest.isEmpty ? nil : rest
    let cardOf = addCards(small.subject, gathering?.groups ?? [:])
    if hasFlow {
      for transition in analysis.transitions { add(transition, of: analysis.started, cardOf) }
      for place in cards.indices { cards[place].exits.sort { $0.traffic > $1.traffic } }
      // From far away the footer says what is left out.
      if !isBrief { addElsewhere(small.ways, small.isDrawn, cardOf) }
    } else {
      for place in cards.indices.dropLast() {
        link(.card(place), .card(place + 1))
      }
    }
    let order = stageOrder()
    func goesBack(_ source: Int, _ target: Int) -> Bool {
      (order[target], target) < (order[source], source)
    }
    for place in links.indices {
      if case .card(let source) = links[place].source, case .card(let target) = links[place].target
      {
        links[place].goesBack = goesBack(source, target)
      }
    }
    for transition in unused {
      guard case .touchpoint(let from) = transition.source,
        case .touchpoint(let to) = transition.target, let source = cardOf[from],
        let target = cardOf[to], source != target,
        cards[source].isUnreached || cards[target].isUnreached
      else { continue }
      self.unused.append(goesBack(source, target) ? (target, source) : (source, target))
    }
  }

  /// What one persona meets and travels, and the transitions that she does not.
  private static func travelled(_ whole: Subject) -> (Subject, unused: [TransitionFigures]) {
    guard whole.analysis.persona != nil, whole.analysis.hasFlow else { return (whole, []) }
    var own = whole
    own.journey.touchpoints = whole.journey.touchpoints.filter(whole.meets)
    own.analysis.transitions = whole.analysis.transitions.filter { $0.traffic >= leastTravelled }
    return (own, whole.analysis.transitions.filter { $0.traffic < leastTravelled })
  }

  /// Adds a card for each touchpoint, and the stages.
  ///
  /// - Returns: The card of each touchpoint.
  private mutating func addCards(
    _ subject: Subject, _ groups: [TouchpointID: FlowGathering.Group]
  ) -> [TouchpointID: Int] {
    let journey = subject.journey
    var hotspots: [TouchpointID: Hotspot] = [:]
    for hotspot in subject.analysis.hotspots.hotspots.lazy.filter({ $0.kind != nil })
      .prefix(HotspotKeys.mostRinged)
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

    var cardOf: [TouchpointID: Int] = [:]
    // A document with one id twice is wrong; the first counts.
    for touchpoint in journey.touchpoints where cardOf[touchpoint.id] == nil {
      let figure = figures[touchpoint.id]
      let v = figure?.felt.map { journey.scale.normalized($0.mean) }
      cardOf[touchpoint.id] = cards.count
      if let stage = touchpoint.stage.flatMap({ stageIndex[$0] }) {
        stages[stage].cards.append(cards.count)
      } else {
        loose.append(cards.count)
      }
      cards.append(
        Card(
          touchpoint: touchpoint, figures: figure, v: v, hotspot: hotspots[touchpoint.id],
          group: groups[touchpoint.id]))
    }
    stages.removeAll { $0.cards.isEmpty }
    return cardOf
  }

  /// Gathers the ways that are not drawn below the card that they begin at.
  private mutating func addElsewhere(
    _ ways: [TransitionFigures], _ isDrawn: [Bool], _ cardOf: [TouchpointID: Int]
  ) {
    var gathered = [(ways: Int, traffic: Double)](repeating: (0, 0), count: cards.count)
    var started = (ways: 0, traffic: 0.0)
    for (transition, isDrawn) in zip(ways, isDrawn) where !isDrawn {
      if transition.source == .start {
        started.ways += 1
        started.traffic += transition.traffic
      }
      guard case .touchpoint(let id) = transition.source, let card = cardOf[id] else { continue }
      gathered[card].ways += 1
      gathered[card].traffic += transition.traffic
    }
    startElsewhere = started.traffic >= Self.leastElsewhere ? started : nil
    for (card, rest) in gathered.enumerated() {
      guard let reach = comers(card), rest.traffic > 0,
        rest.traffic >= Self.leastElsewhere * reach
      else { continue }
      cards[card].exits.append(
        Exit(
          kind: .elsewhere(rest.ways), traffic: rest.traffic,
          share: reach > 0 ? min(1, rest.traffic / reach) : nil,
          isInferred: false))
    }
  }

  private mutating func add(
    _ transition: TransitionFigures, of started: Double?, _ cardOf: [TouchpointID: Int]
  ) {
    let source: Place
    switch transition.source {
    case .start: source = .start
    case .touchpoint(let id):
      guard let card = cardOf[id] else { return }
      source = .card(card)
    }
    let count = transition.count ?? started.map { $0 * transition.traffic }
    switch transition.target {
    case .touchpoint(let id):
      guard let card = cardOf[id] else { return }
      link(source, .card(card), transition, count: count)
    case .end(.completed):
      link(source, .completed, transition, count: count)
    case .end(let end):
      // Nobody leaves before the first touchpoint.
      guard case .card(let card) = source else { return }
      let reach = comers(card)
      cards[card].exits.append(
        Exit(
          kind: .end(end), traffic: transition.traffic,
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

  /// The share of those who start that come to a card; for a group it is at most so many.
  private func comers(_ card: Int) -> Double? {
    cards[card].figures?.reach ?? cards[card].group?.inflow.map { min(1, $0) }
  }

  /// For each card the place of its stage; cards without one stand where the document has them.
  private func stageOrder() -> [Int] {
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
