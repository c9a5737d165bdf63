/// The graph for the layout alone: every part with its exact size, no looks.
///
/// It is the graph of ``FlowDot`` but for two things that only sizes allow: a card and what hangs
/// above and below it are one node, so that nothing comes between them; and a link back is written
/// the way customers mostly go, so that it never turns the order of the document around. `newrank`
/// keeps links between stages from ending in the column that they begin in.
struct FlowLayoutDot {
  /// The DOT text.
  private(set) var text = ""
  private let graph: FlowGraph
  private let sizes: FlowSizes

  /// Writes the graph.
  init(_ graph: FlowGraph, _ sizes: FlowSizes) {
    self.graph = graph
    self.sizes = sizes
    text.reserveCapacity(256 * (graph.cards.count + graph.links.count) + 512)
    text += "digraph flow {\n"
    text += "graph [rankdir=LR newrank=true nodesep=\(Self.inches(sizes.nodeGap))"
    text += " ranksep=\(Self.inches(sizes.columnGap)) margin=0 pad=0"
    text += FlowLimits(graph).attributes + "]\n"
    text += "node [shape=box fixedsize=true label=\"\"]\n"
    text += "edge [dir=none]\n"
    terminal("start", sizes.start)
    for (index, stage) in graph.stages.enumerated() {
      text += "subgraph \"cluster_\(index)\" {\ngraph [margin=\(Int(sizes.stageMargin)) label="
      box(sizes.titles[index].width, sizes.titles[index].height)
      text += "]\n"
      for card in stage.cards { node(card) }
      text += "}\n"
    }
    for card in graph.loose { node(card) }
    if graph.hasCompleted { terminal("completed", sizes.completed) }
    for index in graph.links.indices { edge(index) }
    for way in graph.unused {
      text += end(.card(way.source)) + " -> " + end(.card(way.target)) + " [weight=0]\n"
    }
    if sizes.isBrief { keepOrder() }
    if graph.hasFlow == false, let first = graph.cards.indices.first {
      text += "start -> \(Self.name(first)) [weight=9]\n"
    }
    text += "}\n"
  }

  /// The DOT name of a card.
  static func name(_ card: Int) -> String { "t\(card)" }

  /// The DOT name of a place.
  static func name(_ place: FlowGraph.Place) -> String {
    switch place {
    case .start: "start"
    case .completed: "completed"
    case .card(let card): name(card)
    }
  }

  private mutating func terminal(_ name: String, _ size: FlowSizes.Terminal) {
    text += "\(name) [width=\(Self.inches(size.width)) height=\(Self.inches(size.height))]\n"
  }

  private mutating func node(_ index: Int) {
    let card = sizes.cards[index]
    text += Self.name(index)
    if card.above == 0, card.below == 0 {
      text += " [width=\(Self.inches(sizes.cardWidth)) height=\(Self.inches(card.height))]\n"
      return
    }
    text += " [shape=plain fixedsize=false label=<"
    text += "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">"
    if card.above > 0 { cell(sizes.cardWidth, card.above) }
    cell(sizes.cardWidth, card.height, port: true)
    if card.below > 0 { cell(sizes.cardWidth, card.below) }
    text += "</TABLE>>]\n"
  }

  private mutating func edge(_ index: Int) {
    let link = graph.links[index]
    let (tail, head) = link.goesBack ? (link.target, link.source) : (link.source, link.target)
    text += end(tail) + " -> " + end(head)
    text += " [id=\"e\(index)\" weight=\(1 + Int(8 * min(1, link.traffic ?? 1)))]\n"
  }

  /// Where so much is left out that nothing leads to a card, it stands behind the one before it in the
  /// journey all the same.
  private mutating func keepOrder() {
    var reached = [Bool](repeating: false, count: graph.cards.count)
    for link in graph.links where !link.goesBack {
      if case .card(let card) = link.target { reached[card] = true }
    }
    for card in graph.cards.indices.dropFirst() where !reached[card] {
      text += "\(Self.name(card - 1)) -> \(Self.name(card)) [style=invis]\n"
    }
  }

  /// The card itself, where other things hang at it.
  private func end(_ place: FlowGraph.Place) -> String {
    guard case .card(let index) = place,
      sizes.cards[index].above > 0 || sizes.cards[index].below > 0
    else { return Self.name(place) }
    return Self.name(place) + ":c"
  }

  private mutating func box(_ width: Double, _ height: Double) {
    text += "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">"
    cell(width, height)
    text += "</TABLE>>"
  }

  private mutating func cell(_ width: Double, _ height: Double, port: Bool = false) {
    text += "<TR><TD FIXEDSIZE=\"TRUE\" WIDTH=\"\(Int(width.rounded(.up)))\""
    text += " HEIGHT=\"\(Int(height.rounded(.up)))\""
    if port { text += " PORT=\"c\"" }
    text += "></TD></TR>"
  }

  /// Points as inches with four decimals.
  private static func inches(_ points: Double) -> String {
    let units = Int((points / 72 * 10_000).rounded())
    let rest = String(units % 10_000)
    return "\(units / 10_000)." + String(repeating: "0", count: 4 - rest.utf8.count) + rest
  }
}
