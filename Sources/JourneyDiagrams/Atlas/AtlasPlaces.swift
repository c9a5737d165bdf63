/// Where the journeys of an atlas stand: the graph of linked ones above, a grid of the others below or
/// beside it.
struct AtlasPlaces {
  /// The way of one ribbon.
  struct Route {
    /// From the source to where the head begins.
    var path: Path
    /// Where the head begins.
    var base: Point
    /// Where it ends.
    var tip: Point
    /// The box of its number.
    var label: Rect?
  }

  /// For each journey its card.
  private(set) var cards: [Rect]
  /// For each link its way; nil when the layout has none.
  private(set) var routes: [Route?]
  /// Where the heading above the grid stands; nil without one.
  private(set) var heading: Point?
  /// How wide the room of that heading is.
  private(set) var headingRoom = 0.0
  private(set) var width = 0.0
  private(set) var height = 0.0

  /// Places everything.
  ///
  /// - Parameters:
  ///   - content: What is drawn.
  ///   - sizes: How large it is.
  ///   - placed: Where the layout puts the linked journeys; nil when there are none.
  ///   - grid: Where the others stand.
  ///   - least: The least width that the picture has anyway.
  init(
    _ content: AtlasContent, _ sizes: AtlasSizes, _ placed: PlacedGraph?,
    grid: AtlasArrangement.Grid, least: Double
  ) {
    cards = sizes.cards.map { Rect(x: 0, y: 0, width: sizes.width, height: $0.height) }
    routes = content.links.map { _ in nil }
    if let placed { place(content, sizes, placed) }
    guard !content.others.isEmpty else { return }
    switch grid {
    case .below(let columns):
      var top = height
      if sizes.heading > 0 {
        top += 30
        heading = Point(0, top)
        headingRoom = max(width, least)
        top += sizes.heading
      }
      placeGrid(content, sizes, columns: columns, top: top, least: least)
      headingRoom = max(width, headingRoom)
    case .beside(let columns):
      placeBeside(content, sizes, columns: columns)
    }
  }

  /// Rows of cards to the right of the linked ones, below their heading.
  private mutating func placeBeside(
    _ content: AtlasContent, _ sizes: AtlasSizes, columns: Int
  ) {
    let left = (width + sizes.gridGap).rounded()
    heading = sizes.heading > 0 ? Point(left, 0) : nil
    let bottom = placeRows(
      content, sizes, columns: columns, at: Point(left, sizes.heading), across: sizes.gap)
    let grid = Double(columns) * (sizes.width + sizes.gap) - sizes.gap
    headingRoom = max(grid, sizes.headingWidth)
    width = left + headingRoom
    height = max(height, bottom)
  }

  /// Rows as high as their highest card; returns where the last ends.
  private mutating func placeRows(
    _ content: AtlasContent, _ sizes: AtlasSizes, columns: Int, at origin: Point, across: Double
  ) -> Double {
    var y = origin.y
    var start = content.others.lowerBound
    while start < content.others.upperBound {
      let row = start..<min(start + columns, content.others.upperBound)
      let height = sizes.cards[row].reduce(0) { max($0, $1.height) }
      for (column, index) in row.enumerated() {
        cards[index] = Rect(
          x: (origin.x + Double(column) * (sizes.width + across)).rounded(), y: y,
          width: sizes.width, height: height)
      }
      y += height + sizes.gap
      start = row.upperBound
    }
    return y - sizes.gap
  }

  /// The places with the top left corner somewhere else.
  func moved(to origin: Point) -> AtlasPlaces {
    var places = self
    func moved(_ point: Point) -> Point { Point(point.x + origin.x, point.y + origin.y) }
    func moved(_ rect: Rect) -> Rect {
      Rect(x: rect.x + origin.x, y: rect.y + origin.y, width: rect.width, height: rect.height)
    }
    places.cards = cards.map(moved)
    places.heading = heading.map(moved)
    places.routes = routes.map { route in
      route.map {
        Route(
          path: $0.path.mapped(moved), base: moved($0.base), tip: moved($0.tip),
          label: $0.label.map(moved))
      }
    }
    return places
  }

  private mutating func place(
    _ content: AtlasContent, _ sizes: AtlasSizes, _ placed: PlacedGraph
  ) {
    let bounds = placed.bounds
    func moved(_ point: Point) -> Point { Point(point.x - bounds.x, point.y - bounds.y) }
    var centers: [String: Point] = [:]
    for node in placed.nodes { centers[node.id] = moved(node.center) }
    for index in content.linked {
      guard let center = centers[AtlasDot.name(index)] else { continue }
      let height = sizes.cards[index].height
      cards[index] = Rect(
        x: (center.x - sizes.width / 2).rounded(), y: (center.y - height / 2).rounded(),
        width: sizes.width, height: height)
    }
    var ribbons: [AtlasNumbers.Ribbon] = []
    var numbers: [(link: Int, ribbon: Int, center: Point)] = []
    var edges: [String: PlacedGraph.Edge] = [:]
    for edge in placed.edges { edges[edge.id] = edge }
    for index in content.links.indices {
      guard let edge = edges["e\(index)"], let first = edge.spline.first, edge.spline.count >= 4
      else { continue }
      let spline = edge.spline.map(moved)
      // The head is the layout's last, straight piece; a layout without heads has none.
      let body = spline.count > 4 ? spline.dropLast(3) : spline[...]
      guard let base = body.last, let tip = spline.last else { continue }
      var path = Path()
      path.move(moved(first).x, moved(first).y)
      var place = body.startIndex + 1
      while place + 2 < body.endIndex {
        path.steps.append(.curve(body[place], body[place + 1], body[place + 2]))
        place += 3
      }
      routes[index] = Route(
        path: path, base: base, tip: tip,
        label: nil)
      let width = sizes.ribbon(content.links[index].weight)
      ribbons.append(AtlasNumbers.Ribbon(spline: spline, width: width))
      if let center = edge.label.map(moved) { numbers.append((index, ribbons.count - 1, center)) }
    }
    var beside = AtlasNumbers(
      ribbons, cards: Array(cards[content.linked]),
      // A little of the space around the graph, and a line below it, for which room is made.
      room: Rect(
        x: -8, y: -8, width: bounds.width + 16,
        height: bounds.height + 8 + 1.5 * (sizes.links.first?.height ?? 0)))
    for (index, own, center) in numbers {
      routes[index]?.label = beside.place(
        sizes.links[index], of: own, around: center, room: sizes.rooms[index])
    }
    (width, height) = (bounds.width, bounds.height)
    for route in routes { height = max(height, route?.label?.maxY ?? 0) }
  }

  /// Rows of cards as high as their highest, in a picture that is about as wide as a screen is.
  private mutating func placeGrid(
    _ content: AtlasContent, _ sizes: AtlasSizes, columns asked: Int?, top: Double, least: Double
  ) {
    let count = content.others.count
    let gap = sizes.gap
    let mean = sizes.cards[content.others].reduce(0) { $0 + $1.height } / Double(count)
    let square = (Double(count) * (mean + gap) * 1.7 / (sizes.width + gap)).squareRoot()
    let fitting = ((max(width, least) + gap) / (sizes.width + gap)).rounded(.down)
    let usual = min(count, max(1, Int(max(square.rounded(), fitting))))
    // A column more or less where that leaves fewer places of the last row empty.
    let columns =
      asked ?? [usual, usual + 1, usual - 1].filter { $0 > 0 && $0 <= count }.min {
        Self.empty(count, $0) < Self.empty(count, $1)
      } ?? usual
    // The grid ends where the picture does, unless that tears it apart.
    let room = max(width, least)
    var across = gap
    if columns > 1 {
      let even = (room - Double(columns) * sizes.width) / Double(columns - 1)
      if even >= gap, even <= gap * 1.8 { across = even }
    }
    height = placeRows(content, sizes, columns: columns, at: Point(0, top), across: across)
    width = max(width, Double(columns) * (sizes.width + across) - across)
  }

  /// How many places the last row leaves empty.
  private static func empty(_ count: Int, _ columns: Int) -> Int {
    (columns - count % columns) % columns
  }
}
