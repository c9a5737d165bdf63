/// Where the cards, the ends and the stages stand in the picture.
struct FlowPlaces {
  /// For each card the card alone.
  private(set) var cards: [Rect]
  /// For each card the card with what hangs above and below it.
  private(set) var outer: [Rect]
  private(set) var start: Rect?
  private(set) var completed: Rect?
  private(set) var stages: [Rect?]
  /// For each stage its cards.
  private let stageCards: [[Int]]
  private let titleHeights: [Double]
  /// The space between a stage's cards and its edge.
  private let stageMargin: Double
  /// For each stage its parts in the rows of a fold.
  private(set) var stageParts: [[Rect]]
  /// The columns of nodes that the layout made, from left to right.
  private(set) var columns: [(left: Double, right: Double)] = []

  /// Takes the places of a layout.
  init(_ graph: FlowGraph, _ sizes: FlowSizes, _ placed: PlacedGraph) {
    var centers: [String: Point] = [:]
    for node in placed.nodes { centers[node.id] = node.center }
    cards = []
    outer = []
    for (index, size) in sizes.cards.enumerated() {
      let center = centers[FlowLayoutDot.name(index)] ?? Point(0, 0)
      let height = size.above + size.height + size.below
      let rect = Rect(
        x: center.x - sizes.cardWidth / 2, y: center.y - height / 2, width: sizes.cardWidth,
        height: height)
      outer.append(rect)
      cards.append(
        Rect(x: rect.x, y: rect.y + size.above, width: rect.width, height: size.height))
    }
    func terminal(_ name: String, _ size: FlowSizes.Terminal) -> Rect? {
      centers[name].map {
        Rect(
          x: $0.x - size.width / 2, y: $0.y - size.height / 2, width: size.width,
          height: size.height)
      }
    }
    start = terminal("start", sizes.start)
    completed = terminal("completed", sizes.completed)
    var clusters: [String: Rect] = [:]
    for cluster in placed.clusters { clusters[cluster.id] = cluster.bounds }
    stages = graph.stages.indices.map { clusters["cluster_\($0)"] }
    stageParts = stages.map { $0.map { [$0] } ?? [] }
    stageCards = graph.stages.map(\.cards)
    titleHeights = sizes.titles.map(\.height)
    stageMargin = sizes.stageMargin
    addColumns()
  }

  /// The places in the rows of a fold.
  mutating func fold(by fold: FlowFold) {
    stageParts = stages.indices.map { stage in
      fold.rows.compactMap { row in
        part(of: stage, from: row.left, to: row.right).map {
          Rect(x: $0.x + row.dx, y: $0.y + row.dy, width: $0.width, height: $0.height)
        }
      }
    }
    cards = cards.map(fold.moved)
    outer = outer.map(fold.moved)
    start = start.map(fold.moved)
    completed = completed.map(fold.moved)
  }

  /// The box of a stage between two x before folding, no higher than its cards there need; nil when
  /// none of its cards stands there.
  func part(of stage: Int, from left: Double, to right: Double) -> Rect? {
    guard let rect = stages[stage] else { return nil }
    let (x, maxX) = (max(rect.x, left), min(rect.maxX, right))
    guard maxX - x > 1 else { return nil }
    if x == rect.x, maxX == rect.maxX { return rect }
    let here = stageCards[stage].map { outer[$0] }
      .filter { $0.center.x > left && $0.center.x < right }
    guard let top = here.map(\.y).min(), let bottom = here.map(\.maxY).max() else { return nil }
    let margin = stageMargin
    let y = max(rect.y, top - margin - titleHeights[stage])
    return Rect(x: x, y: y, width: maxX - x, height: min(rect.maxY, bottom + margin) - y)
  }

  /// What no ribbon of others may touch.
  var obstacles: [Rect] { outer + [start, completed].compactMap { $0 } }

  /// The rectangle of a place of the graph.
  subscript(place: FlowGraph.Place) -> Rect? {
    switch place {
    case .start: start
    case .completed: completed
    case .card(let index): cards[index]
    }
  }

  /// Where no number may stand: cards with their badges and exits, ends, and titles of stages.
  func taken(_ sizes: FlowSizes) -> [Rect] {
    var taken = outer.map {
      Rect(x: $0.x - 6, y: $0.y - 13, width: $0.width + 14, height: $0.height + 19)
    }
    taken += [start, completed].compactMap { $0 }
    for (parts, size) in zip(stageParts, sizes.titles) {
      for part in parts {
        taken.append(Rect(x: part.x, y: part.y, width: part.width, height: size.height))
      }
    }
    return taken
  }

  /// Whether a place is inside a stage.
  func isInStage(_ place: Point) -> Bool {
    stageParts.joined().contains {
      place.x > $0.x && place.x < $0.maxX && place.y > $0.y && place.y < $0.maxY
    }
  }

  private mutating func addColumns() {
    let all = (outer + [start, completed].compactMap { $0 }).sorted { $0.center.x < $1.center.x }
    var middle = -Double.infinity
    for rect in all {
      if let last = columns.indices.last, rect.center.x - middle < 1 {
        columns[last].left = min(columns[last].left, rect.x)
        columns[last].right = max(columns[last].right, rect.maxX)
      } else {
        columns.append((rect.x, rect.maxX))
        middle = rect.center.x
      }
    }
  }
}
