import JourneyAnalysis
import JourneyModel

/// Emotion over the journey: where it hurts, where people leave, and what was believed.
///
/// From left to right the touchpoints in Graphviz's order, from top to bottom how they feel;
/// ribbons as wide as their traffic, and under each circle what is known about it.
///
/// Cost: linear in touchpoints, transitions and text; the layout engine does the rest.
public struct MapView: JourneyView {
  /// `map`.
  public let name = "map"

  /// Creates the view.
  public init() {}

  /// The graph whose left-to-right order is the order of the map's columns.
  public func dot(of subject: Subject, options: DrawingOptions) throws -> String? {
    MapOrder(subject).dot(labels: true)
  }

  /// The map.
  public func picture(of subject: Subject, options: DrawingOptions, engines: Engines) throws
    -> Picture
  {
    // 1. What is said: the order of columns, every word and number.
    let order = try MapOrder(subject).columns(by: engines.layout)
      .filter { subject.meets(subject.journey.touchpoints[$0]) }
    let setter = Typesetter(
      theme: options.theme, measurer: engines.measurer, direction: subject.direction)
    let header = Header(subject, setter: setter)
    let content = MapContent(subject, order: order, setter: setter)
    let titles = MapLanes.Titles(subject.words, setter: setter)
    let footer = MapFooter(subject, columns: content.columns, setter: setter)

    // 2. How wide it is, all at once.
    try setter.measure()

    // 3. Where it goes.
    let axis = content.levels.map { setter.width($0.name) + 80 }
    let frame = MapFrame(
      columns: content.columns.count,
      axisWidth: max(titles.all.map(setter.width).max() ?? 0, axis.max() ?? 0))
    let band = try MapBand(content, frame: frame, setter: setter)
    let plot = try MapPlot(content, frame: frame, setter: setter)
    let lanes = try MapLanes(content, titles: titles, frame: frame, setter: setter)
    let top = try header.layout(left: frame.left, right: frame.readableRight)
    let bottom = try footer.layout(width: frame.readableRight - frame.left)

    let headerY = 36.0
    let bandY = (headerY + top.height + 28).rounded()
    let neutral = (bandY + band.height + 16 - plot.top).rounded()
    let cardsY = (neutral + plot.bottom + 18).rounded()
    let lanesY = cardsY + lanes.cardHeight + 22
    let footerY = (lanesY + lanes.height).rounded()

    // 4. The picture.
    var picture = Picture(
      id: subject.pictureID(view: name, theme: options.theme), width: frame.width,
      height: footerY + bottom.height, title: subject.journey.title,
      summary: MapSummary.text(of: content), language: subject.journey.language,
      direction: subject.direction, theme: options.theme)
    let layers = [
      header.draw(top, left: frame.left, y: headerY), band.draw(y: bandY),
      plot.drawGap(neutral: neutral), plot.drawAxis(neutral: neutral),
      plot.drawFlow(neutral: neutral), plot.drawBelief(neutral: neutral),
      lanes.drawTitles(cards: cardsY, lanes: lanesY),
      touchpoints(content, plot, lanes, neutral: neutral, cards: cardsY, lanesY: lanesY),
      footer.draw(bottom, left: frame.left, right: frame.right, y: footerY),
    ]
    picture.elements = layers.filter { !$0.elements.isEmpty }.map { .group($0) }
    return picture
  }

  /// The touchpoints, each a group of its own, in the journey's order.
  private func touchpoints(
    _ content: MapContent, _ plot: MapPlot, _ lanes: MapLanes, neutral: Double, cards: Double,
    lanesY: Double
  ) -> Group {
    var layer = Group(id: "touchpoints", name: "touchpoints", isLayer: true)
    for (index, column) in content.columns.enumerated() {
      let id = column.touchpoint.id.rawValue
      var group = Group(
        id: "touchpoint." + XMLName.escaped(id), name: "touchpoint/" + id, isLayer: true,
        title: column.touchpoint.name, summary: column.summary)
      group.elements = plot.drawStreams(index, neutral: neutral)
      group.elements += plot.drawCircle(index, neutral: neutral)
      group.elements += lanes.drawCard(index, y: cards)
      group.elements += lanes.drawCells(index, y: lanesY)
      layer.add(group)
    }
    return layer
  }
}
