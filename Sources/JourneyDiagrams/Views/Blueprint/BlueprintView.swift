import JourneyAnalysis
import JourneyModel

/// The service blueprint: what customers do and hold, and on what it rests, seen and unseen.
///
/// A column for each touchpoint, in the map's order. From top to bottom what customers hold, what
/// they do, what they see of the organisation's work, what they do not see of it, and what supports
/// that; between these the lines of interaction, of visibility and of internal interaction. What
/// touchpoints beside each other share is one wide box. Graphviz routes the links; ways that skip
/// steps or lead back run over the cards.
///
/// Cost: linear in touchpoints, transitions and text; the layout engine does the rest.
public struct BlueprintView: JourneyView {
  /// `blueprint`.
  public let name = "blueprint"

  /// Up to so many touchpoints stand beside each other.
  static let mostTouchpoints = 60

  /// Creates the view.
  public init() {}

  /// The graph: rows of one rank, the lines between them, and what each step rests on.
  public func dot(of subject: Subject, options: DrawingOptions) throws -> String? {
    let most = options.touchpoints(usually: Self.mostTouchpoints)
    let drawn = subject.simplified(toAtMost: most).subject
    // Without an engine the order is the document's, stages together.
    return BlueprintDot.text(drawn, order: try Self.order(drawn, UnplacedLayout()))
  }

  /// The blueprint.
  public func picture(of subject: Subject, options: DrawingOptions, engines: Engines) throws
    -> Picture
  {
    // 1. What is said.
    let simplified = subject.simplified(
      toAtMost: options.touchpoints(usually: Self.mostTouchpoints))
    let drawn = simplified.subject
    let setter = Typesetter(
      theme: options.theme, measurer: engines.measurer, direction: drawn.direction)
    let content = BlueprintContent(
      drawn, order: try Self.order(drawn, engines.layout), setter: setter)
    var titles = BlueprintTitles(drawn.words.blueprint, setter: setter)
    let page = Page(
      drawn, lead: nil, legend: BlueprintLegend.items(content, setter),
      leftOut: Self.leftOut(simplified, content.ways, of: subject, options.theme),
      setter: setter)

    // 2. How wide it is, all at once.
    try setter.measure()

    // 3. Where it goes.
    try titles.layout(setter)
    let frame = BlueprintFrame(
      columns: content.columns.count, titleWidth: titles.width,
      leastCard: BlueprintPlaces.leastCard(content, setter),
      between: content.ways.ways.filter { $0.level == nil }.compactMap(\.label).map(setter.width)
        .max() ?? 0,
      theme: options.theme)
    let band = try StageBand(content.stages, setter: setter) { frame.edges($0) }
    let places = try BlueprintPlaces(content, titles: titles, frame: frame, setter: setter)
    var links = BlueprintLinks(content, places, frame)
    try links.route(by: engines.layout)
    let detours = BlueprintDetours(
      content.ways.ways, frame: frame, cardsTop: places.cardsTop, setter: setter)

    // 4. The picture.
    let painter = BlueprintPainter(
      content: content, places: places, titles: titles, links: links, detours: detours,
      frame: frame, setter: setter)
    return try page.picture(
      view: name, width: frame.width, summary: BlueprintSummary.text(of: content)
    ) { top in
      let rows = (top + band.height + (band.height > 0 ? 22 : 0) * frame.unit).rounded()
      let layers =
        [band.draw(y: top), painter.drawRows(top: rows), painter.drawLinks(top: rows)]
        + [touchpoints(content, painter, top: rows)]
        + places.rows.map { painter.drawBoxes($0, top: rows) }
      return Page.Body(layers: layers, bottom: rows + places.height)
    }
  }

  private func touchpoints(
    _ content: BlueprintContent, _ painter: BlueprintPainter, top: Double
  ) -> Group {
    var layer = Group(id: "touchpoints", name: "touchpoints", isLayer: true)
    for (index, column) in content.columns.enumerated() {
      let id = column.touchpoint.id.rawValue
      layer.add(
        Group(
          id: "touchpoint." + XMLName.escaped(id), name: "touchpoint/" + id, isLayer: true,
          title: column.touchpoint.name,
          summary: BlueprintSummary.text(of: index, content),
          elements: painter.drawCard(index, top: top)))
    }
    return layer
  }

  /// What is not drawn, in one sentence; nil when everything is.
  private static func leftOut(
    _ simplified: Simplification, _ ways: BlueprintWays, of subject: Subject, _ theme: Theme
  ) -> String? {
    guard ways.leftOut.count > 0 || simplified.rest != nil else { return nil }
    var rest = simplified.rest ?? LeftOut()
    let all = simplified.ways.reduce(0) { $0 + $1.traffic }
    rest.drawsWays = true
    rest.transitions += ways.leftOut.count
    rest.share += all > 0 ? ways.leftOut.traffic / all : 0
    return rest.text(subject.words, isBrief: theme.isBrief)
  }

  private static func order(_ subject: Subject, _ layout: any GraphLayout) throws -> [Int] {
    try MapOrder(subject).columns(by: layout)
      .filter { subject.meets(subject.journey.touchpoints[$0]) }
  }
}

/// Places nothing: what asks it keeps the document's order.
struct UnplacedLayout: GraphLayout {
  func place(dot: String) -> PlacedGraph {
    PlacedGraph(bounds: Rect(x: 0, y: 0, width: 0, height: 0), nodes: [], edges: [], clusters: [])
  }
}
