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
    MapOrder(MapForm.simplified(subject, options).joined).dot(labels: true)
  }

  /// The map.
  public func picture(of subject: Subject, options: DrawingOptions, engines: Engines) throws
    -> Picture
  {
    // 1. What is said: the order of columns, every word and number.
    let form = MapForm(subject, options)
    let small = MapForm.simplified(subject, options)
    let order = try MapOrder(small.joined).columns(by: engines.layout)
      .filter { subject.meets(small.subject.journey.touchpoints[$0]) }
    let setter = Typesetter(
      theme: options.theme.unscaled, measurer: engines.measurer, direction: subject.direction)
    let header = Header(subject, setter: setter)
    let content = MapContent(small.subject, form: form, order: order, setter: setter)
    let titles = MapLanes.Titles(form, subject.words, setter: setter)
    let personas = MapPersonas.Labels(small.subject, form: form, setter: setter)
    let footer = MapFooter(
      subject, content,
      notes: notes(
        form.isStrip ? nil : small.leftOut(in: options.theme), personas, subject.words),
      setter: setter)

    // 2. How wide it is, all at once.
    try setter.measure()

    // 3. Where it goes.
    let sheet = try MapSheet.laidOut(
      MapSheet.Parts(
        content: content, header: header, titles: titles, personas: personas, footer: footer,
        setter: setter))
    let (frame, plot, lanes, neutral) = (sheet.frame, sheet.plot, sheet.lanes, sheet.neutral)

    // 4. The picture.
    var picture = Picture(
      id: subject.pictureID(view: name, theme: options.theme), width: frame.width,
      height: sheet.height, title: subject.journey.title,
      summary: MapSummary.text(
        of: content, whole: subject.journey.touchpoints.count(where: subject.meets),
        notes: notes(small.leftOut, personas, subject.words)),
      language: subject.journey.language,
      direction: subject.direction, theme: setter.theme)
    let layers = [
      form.isStrip ? Group() : header.draw(sheet.top, left: frame.left, y: sheet.headerY),
      sheet.band.draw(y: sheet.bandY),
      plot.drawGap(neutral: neutral), plot.drawAxis(neutral: neutral),
      plot.drawFlow(neutral: neutral), plot.drawBelief(neutral: neutral),
      plot.personas.draw(neutral: neutral),
      lanes.drawTitles(cards: sheet.cardsY, lanes: sheet.lanesY),
      touchpoints(content, sheet), plot.personas.drawOver(neutral: neutral),
      footer.draw(sheet.bottom, left: frame.left, right: frame.right, y: sheet.footerY),
    ]
    picture.elements = layers.filter { !$0.elements.isEmpty }.map { .group($0) }
    return picture.scaled(for: options.theme)
  }

  /// What is not drawn, in sentences.
  private func notes(
    _ leftOut: String?, _ personas: MapPersonas.Labels, _ words: Words
  ) -> [String] {
    var notes = [leftOut].compactMap { $0 }
    if personas.leftOut > 0 {
      let count = Double(personas.leftOut)
      notes.append(words.fill(words.map.morePersonas(count), words.numbers.count(count)))
    }
    return notes
  }

  /// The touchpoints, each a group of its own, in the journey's order.
  private func touchpoints(_ content: MapContent, _ sheet: MapSheet) -> Group {
    var layer = Group(id: "touchpoints", name: "touchpoints", isLayer: true)
    for (index, column) in content.columns.enumerated() {
      let id = column.touchpoint.id.rawValue
      var group = Group(
        id: "touchpoint." + XMLName.escaped(id), name: "touchpoint/" + id, isLayer: true,
        title: column.touchpoint.name, summary: column.summary)
      group.elements = sheet.plot.drawStreams(index, neutral: sheet.neutral)
      group.elements += sheet.plot.drawCircle(index, neutral: sheet.neutral)
      group.elements += sheet.lanes.drawCard(index, y: sheet.cardsY)
      group.elements += sheet.lanes.drawCells(index, y: sheet.lanesY)
      layer.add(group)
    }
    return layer
  }
}
