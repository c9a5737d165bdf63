/// The journey as a graph: stages as boxes, touchpoints as cards, traffic as ribbons, and everybody
/// who leaves falling out below the card they leave from.
///
/// Graphviz places the parts from left to right; the ribbons follow its ways, smoothed.
public struct FlowView: JourneyView {
  /// `flow`.
  public let name = "flow"

  /// Creates the view.
  public init() {}

  /// The graph as DOT text that Graphviz and other tools draw on their own.
  public func dot(of subject: Subject, options: DrawingOptions) throws -> String? {
    FlowDot(FlowGraph(subject, options), subject, theme: options.theme).text
  }

  /// The flow.
  public func picture(of subject: Subject, options: DrawingOptions, engines: Engines) throws
    -> Picture
  {
    let graph = FlowGraph(subject, options)
    let setter = Typesetter(
      theme: options.theme.unscaled, measurer: engines.measurer, direction: subject.direction)
    let text = FlowText(graph, subject, setter: setter)
    let frame = FlowFrame(graph, text, subject, setter: setter)
    try setter.measure()
    let sizes = try FlowSizes(graph, text, setter: setter)
    let placed =
      graph.cards.isEmpty
      ? PlacedGraph(
        bounds: Rect(x: 0, y: 0, width: 0, height: 0), nodes: [], edges: [], clusters: [])
      : try engines.layout.place(dot: FlowLayoutDot(graph, sizes).text)
    var places = FlowPlaces(graph, sizes, placed)
    var routes = FlowRoutes(graph, sizes, placed, places)
    var fold = FlowFold(graph, places, routes, theme: options.theme)
    let size = (fold.width, fold.height)
    return try frame.picture(around: size, isFolded: fold.rows.count > 1) { origin in
      fold.move(to: origin)
      places.fold(by: fold)
      routes.fold(by: fold)
      // No number stands in the margin, where a ribbon comes from the row before.
      let room = Rect(x: origin.x, y: origin.y - 24, width: size.0, height: size.1 + 48)
      let numbers = FlowNumbers(
        graph, sizes, routes.links, taken: places.taken(sizes), room: room)
      return FlowPainter(
        subject: subject, setter: setter, graph: graph, text: text, sizes: sizes, places: places,
        routes: routes, numbers: numbers
      ).layers()
    }.scaled(for: options.theme)
  }
}
