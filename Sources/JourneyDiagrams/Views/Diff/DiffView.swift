public import JourneyComparison
import JourneyModel

/// Two journeys in one picture: what was felt and what is, with arrows between, what is new, and
/// what is gone where it was.
///
/// From left to right the touchpoints of the second journey in the map's order, those that are gone
/// at their old place among them; from top to bottom how they feel. Under each touchpoint stands
/// what became of it, and whether that is more than chance.
///
/// Cost: linear in touchpoints and text; the layout engine does the rest.
public struct DiffView: Sendable {
  /// `diff`.
  public let name = "diff"

  /// Up to so many touchpoints can be read.
  private static let most = 30

  /// Creates the view.
  public init() {}

  /// The picture as people get it: in fonts that have the letters of the document's language,
  /// mirrored, on its board.
  ///
  /// - Parameters:
  ///   - comparison: What is drawn.
  ///   - options: How it is to look.
  ///   - engines: Who measures text and places graphs.
  ///   - words: The words of the picture; those of the second journey's language unless given.
  /// - Returns: The finished picture.
  /// - Throws: What the engines throw.
  public func finishedPicture(
    of comparison: Comparison, options: DrawingOptions, engines: Engines, words: Words? = nil
  ) throws -> Picture {
    let subject = Self.subject(of: comparison, words)
    var options = options
    options.theme = options.theme.reading(subject.journey.language)
    func draw(_ options: DrawingOptions) throws -> Picture {
      try picture(of: comparison, subject, options: options, engines: engines)
    }
    guard let fit = BoardFit(options, view: name) else {
      return try draw(options).finished(for: options)
    }
    // As many as are drawn: those that are gone are too.
    var whole = subject
    whole.journey.touchpoints = comparison.after.touchpoints + comparison.removed
    return try fit.picture(of: whole, options, draw: draw).finished(for: options)
  }

  private static func subject(of comparison: Comparison, _ words: Words?) -> Subject {
    Subject(
      journey: comparison.after.journey, analysis: comparison.after.analysis, words: words)
  }

  private func picture(
    of comparison: Comparison, _ subject: Subject, options: DrawingOptions, engines: Engines
  ) throws -> Picture {
    let theme = options.theme
    let order = try MapOrder(subject).columns(by: engines.layout)
      .map { subject.journey.touchpoints[$0] }.filter { subject.meets($0) }
    let setter = Typesetter(
      theme: theme, measurer: engines.measurer, direction: subject.direction)

    // 1. What is said.
    var merged = DiffColumns(comparison, order: order)
    let all = merged.columns.count
    let writer = DiffWriter(comparison, subject, setter: setter)
    merged.keep(atMost: options.touchpoints(usually: Self.most), by: writer.weight)
    let content = DiffContent(comparison, subject, columns: merged.columns, setter: setter)
    let lead = DiffLead(comparison, subject)
    let leftOut = Self.leftOut(merged.columns.count, of: all, subject.words)
    let page = Page(
      subject,
      header: Header(
        title: lead.title, subtitle: lead.subtitle(isBrief: theme.isBrief),
        figures: lead.figures(isBrief: theme.isBrief), setter: setter),
      lead: lead.lead, briefLead: lead.brief, legend: DiffLegend.items(content, setter),
      leftOut: leftOut, evidence: lead.evidence, setter: setter)

    // 2. How wide it is, all at once.
    try setter.measure()

    // 3. Where it goes.
    let frame = DiffFrame(content, setter: setter)
    let band = try StageBand(content.stages, setter: setter) { frame.edges($0) }
    let plot = try DiffPlot(content, frame: frame, setter: setter)
    let lanes = try DiffLanes(content, frame: frame, setter: setter)

    // 4. The picture.
    return try page.picture(
      view: name, width: frame.width, summary: Self.summary(content, lead, leftOut)
    ) { top in
      Self.body(top: top, content, band, plot, lanes, theme)
    }
  }

  private static func body(
    top y: Double, _ content: DiffContent, _ band: StageBand, _ plot: DiffPlot,
    _ lanes: DiffLanes, _ theme: Theme
  ) -> Page.Body {
    let (k, frame) = (theme.scale, plot.frame)
    let neutral = (y + band.height + (band.height > 0 ? 12 * k : 0) - plot.top).rounded()
    let cardsY = (neutral + plot.bottom + (theme.isBrief ? 6 : 14) * k).rounded()
    let bottom = cardsY + lanes.height
    var touchpoints = Group(id: "touchpoints", name: "touchpoints", isLayer: true)
    for (index, column) in content.columns.enumerated() {
      let id = column.what.touchpoint.id.rawValue
      let kind = column.what.isGone ? "gone" : "touchpoint"
      var group = Group(
        id: "\(kind)." + XMLName.escaped(id), name: "\(kind)/" + id, isLayer: true,
        title: Scalars.cleaned(column.what.touchpoint.name), summary: column.summary)
      group.elements = plot.drawMarks(index, neutral: neutral) + lanes.draw(index, y: cardsY)
      touchpoints.add(group)
    }
    let layers = [
      band.draw(y: y), plot.drawGrounds(neutral: neutral, bottom: bottom),
      content.levels.draw(left: frame.left, right: frame.plotRight) { v in
        neutral - v * frame.unit
      },
      lanes.drawTitles(y: cardsY), plot.drawLabels(neutral: neutral),
      plot.drawBefore(neutral: neutral), plot.drawAfter(neutral: neutral), touchpoints,
    ]
    return Page.Body(layers: layers, bottom: bottom)
  }

  private static func leftOut(_ count: Int, of all: Int, _ words: Words) -> String? {
    guard count < all else { return nil }
    return words.fill(
      words.diff.leftOut(Double(count)), words.numbers.count(Double(count)),
      words.numbers.count(Double(all)))
  }

  /// The whole picture in words.
  private static func summary(
    _ content: DiffContent, _ lead: DiffLead, _ leftOut: String?
  ) -> String {
    let figures = lead.figures(isBrief: false).map { figure in
      "\(figure.value ?? "") \(figure.label)."
    }
    let opening = [lead.subtitle(isBrief: false) + "."] + figures + [lead.lead]
    var lines = [
      content.subject.words.sentences(opening.filter { !$0.isEmpty } + (leftOut.map { [$0] } ?? []))
    ]
    for (index, column) in content.columns.enumerated() {
      let stage = column.what.stage.map { " (\($0.rawValue))" } ?? ""
      lines.append("\(index + 1). \(column.what.touchpoint.name)\(stage): \(column.summary).")
    }
    return lines.joined(separator: "\n")
  }
}
