import JourneyAnalysis
import JourneyModel

/// The order of the map's columns, stages kept together: the document's, unless fewer go back when a
/// stage's touchpoints stand as Graphviz places them from left to right.
struct MapOrder {
  private let journey: Journey
  private let transitions: [TransitionFigures]
  private let stageIndex: [StageID: Int]

  /// Up to so many touchpoints Graphviz is asked; beyond, the document's order stands.
  private static let mostPlaced = 200

  /// Takes the touchpoints to order, by the traffic between them.
  init(_ subject: Subject) {
    journey = subject.journey
    transitions = subject.analysis.transitions
    var stageIndex: [StageID: Int] = [:]
    for (index, stage) in journey.stages.enumerated() { stageIndex[stage.id] = index }
    self.stageIndex = stageIndex
  }

  /// The touchpoints' indices in the document, from left to right.
  func columns(by layout: any GraphLayout) throws -> [Int] {
    let count = journey.touchpoints.count
    // Without traffic between touchpoints there is nothing to lay out.
    guard count > 1, count <= Self.mostPlaced, !transitions.isEmpty else {
      return inStages(Array(0..<count))
    }
    let placed = try layout.place(dot: dot(labels: false))
    var place: [String: Point] = [:]
    for node in placed.nodes { place[node.id] = node.center }
    let order = (0..<count).sorted { a, b in
      guard let left = place[journey.touchpoints[a].id.rawValue],
        let right = place[journey.touchpoints[b].id.rawValue]
      else { return a < b }
      return (left.x.rounded(), left.y.rounded(), a) < (right.x.rounded(), right.y.rounded(), b)
    }
    return better(inStages(order))
  }

  /// Of those who start, so many must be spared going back for an order that is not the document's.
  private static let leastSpared = 0.01

  /// An order in which every stage's touchpoints stand as the document has them, where not clearly
  /// more customers go back so.
  private func better(_ order: [Int]) -> [Int] {
    let document = inStages(Array(0..<journey.touchpoints.count))
    // Touchpoints without a stage may stand behind another stage in another order: all or nothing.
    let stages = order.map { journey.touchpoints[$0].stage }
    guard !stages.contains(nil), stages == document.map({ journey.touchpoints[$0].stage }) else {
      return goingBack(document) < goingBack(order) + Self.leastSpared ? document : order
    }
    var better = document
    var start = 0
    while start < order.count {
      let end = stages[start...].firstIndex { $0 != stages[start] } ?? order.count
      let (own, placed) = (Array(document[start..<end]), Array(order[start..<end]))
      if own != placed, goingBack(own) >= goingBack(placed) + Self.leastSpared {
        better.replaceSubrange(start..<end, with: placed)
      }
      start = end
    }
    return better
  }

  /// The traffic that goes back between touchpoints in an order.
  private func goingBack(_ order: [Int]) -> Double {
    var place: [TouchpointID: Int] = [:]
    for (column, index) in order.enumerated() { place[journey.touchpoints[index].id] = column }
    return transitions.reduce(0) { sum, transition in
      guard case .touchpoint(let source) = transition.source,
        case .touchpoint(let target) = transition.target, let from = place[source],
        let to = place[target], to < from
      else { return sum }
      return sum + transition.traffic
    }
  }

  /// The graph: a start, the touchpoints, their transitions, and an unseen node between every two
  /// stages so that all of one stage stand before all of the next.
  func dot(labels: Bool) -> String {
    var dot = "digraph " + DotText.quoted(journey.id.rawValue) + " {\n"
    dot += "  rankdir=LR splines=\(labels ? "true" : "none") ranksep=0.3 nodesep=0.3\n"
    let drawn = labels ? Array(transitions.indices) : strongest()
    // A few rounds of dot's own search are enough for an order, and bound its time.
    if !labels, drawn.count > 60 { dot += "  nslimit=0.2 nslimit1=0.2 mclimit=0.2\n" }
    dot += "  node [shape=box\(labels ? "" : " label=\"\" width=0.4 height=0.4 fixedsize=true")]\n"
    dot += "  \":start\" [shape=point]\n"
    for touchpoint in journey.touchpoints {
      dot += "  " + DotText.quoted(touchpoint.id.rawValue)
      if labels { dot += " [label=" + DotText.quoted(touchpoint.name) + "]" }
      dot += "\n"
    }
    // Placing needs no help to keep stages together: that is done afterwards, and for less.
    if labels { addStages(to: &dot) }
    var stages: [TouchpointID: Int?] = [:]
    for touchpoint in journey.touchpoints {
      stages.updateValue(touchpoint.stage.flatMap { stageIndex[$0] }, forKey: touchpoint.id)
    }
    for transition in drawn.lazy.map({ transitions[$0] }) {
      guard case .touchpoint(let target) = transition.target, let stage = stages[target] else {
        continue
      }
      let source: String
      switch transition.source {
      case .start: source = ":start"
      case .touchpoint(let id):
        guard id != target, stages[id] != nil else { continue }
        source = id.rawValue
      }
      dot += "  " + DotText.quoted(source) + " -> " + DotText.quoted(target.rawValue)
      let weight = max(1, Int(min(1, transition.traffic) * 100))
      dot += " [weight=\(weight)"
      // A way back to an earlier stage must not turn the order round.
      if case .touchpoint(let id) = transition.source, let before = stages[id] ?? nil,
        let stage, before > stage
      {
        dot += " constraint=false"
      }
      dot += "]\n"
    }
    return dot + "}\n"
  }

  /// The transitions that decide the order: all of a small journey; of a large one the most
  /// travelled, three for each touchpoint, in the document's order.
  private func strongest() -> [Int] {
    let most = max(60, 3 * journey.touchpoints.count)
    guard transitions.count > most else { return Array(transitions.indices) }
    let drawn = Set(journey.touchpoints.map(\.id))
    return transitions.indices
      .filter { place in
        if case .touchpoint(let id) = transitions[place].source, !drawn.contains(id) {
          return false
        }
        if case .touchpoint(let id) = transitions[place].target { return drawn.contains(id) }
        return false
      }
      .sorted { (transitions[$1].traffic, $0) < (transitions[$0].traffic, $1) }
      .prefix(most).sorted()
  }

  private func addStages(to dot: inout String) {
    var members: [[Int]] = Array(repeating: [], count: journey.stages.count)
    for (index, touchpoint) in journey.touchpoints.enumerated() {
      if let stage = touchpoint.stage.flatMap({ stageIndex[$0] }) { members[stage].append(index) }
    }
    members.removeAll(where: \.isEmpty)
    for boundary in members.indices.dropLast() {
      let node = "\":stage\(boundary + 1)\""
      dot += "  \(node) [shape=point style=invis]\n"
      for index in members[boundary] {
        dot += "  " + DotText.quoted(journey.touchpoints[index].id.rawValue)
        dot += " -> \(node) [style=invis weight=0]\n"
      }
      for index in members[boundary + 1] {
        dot += "  \(node) -> " + DotText.quoted(journey.touchpoints[index].id.rawValue)
        dot += " [style=invis weight=0]\n"
      }
    }
  }

  /// The same order with every stage's touchpoints together, stages in the document's order;
  /// touchpoints without a stage stay behind the one they follow.
  private func inStages(_ order: [Int]) -> [Int] {
    var current = -1
    let keys = order.map { index -> Int in
      if let stage = journey.touchpoints[index].stage.flatMap({ stageIndex[$0] }) {
        current = stage
      }
      return current
    }
    return order.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { order[$0] }
  }
}
