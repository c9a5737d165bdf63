import JourneyAnalysis
import JourneyModel

/// Emotion alone: what is felt against what was believed, and each persona's line with its
/// intervals.
///
/// From left to right the touchpoints in the map's order, from top to bottom how they feel. The
/// bold line is whom the figures are for. It is hollow where a score is assumed and breaks where
/// there is none: a dotted bridge leads over, so that nobody takes it for a finding.
///
/// Cost: linear in touchpoints × personas; one persona's figures bring those of everybody along.
public struct CurveView: JourneyView {
  /// `curve`.
  public let name = "curve"

  /// Up to so many touchpoints can be read.
  private static let most = 30

  /// Creates the view.
  public init() {}

  /// There is no graph underneath.
  public func dot(of subject: Subject, options: DrawingOptions) -> String? { nil }

  /// The curve.
  public func picture(of subject: Subject, options: DrawingOptions, engines: Engines) throws
    -> Picture
  {
    let theme = options.theme
    let simplified = subject.simplified(toAtMost: options.touchpoints(usually: Self.most))
    let drawn = simplified.subject
    let order = try MapOrder(drawn).columns(by: engines.layout)
      .map { drawn.journey.touchpoints[$0] }.filter { drawn.meets($0) }

    // 1. What is said.
    let setter = Typesetter(
      theme: theme, measurer: engines.measurer, direction: subject.direction)
    guard Self.isAnythingKnown(of: order, subject) else {
      return try Notice(
        subject, order: order, saying: .noScores(order, subject.journey.scale, subject.words),
        setter: setter
      ).picture(view: name)
    }
    let content = try CurveContent(drawn, of: subject, touchpoints: order, setter: setter)
    let page = Page(
      subject, lead: content.lead, legend: CurveLegend.items(content, setter),
      leftOut: simplified.leftOut(in: theme), setter: setter)

    // 2. How wide it is, all at once.
    try setter.measure()

    // 3. Where it goes.
    let frame = CurveFrame(content, setter: setter)
    let band = try StageBand(content.stages, setter: setter) { frame.edges($0) }
    let plot = try CurvePlot(content, frame: frame, setter: setter)

    // 4. The picture.
    return try page.picture(
      view: name, width: frame.width, summary: content.summary(leftOut: simplified.leftOut)
    ) { top in
      plot.body(top: top, band: band)
    }
  }

  /// Whether there is anything to draw for touchpoints: what is felt, by whomever, or believed.
  private static func isAnythingKnown(of touchpoints: [Touchpoint], _ subject: Subject) -> Bool {
    let drawn = Set(touchpoints.map(\.id))
    return drawn.isEmpty
      || subject.analysis.touchpoints.contains {
        drawn.contains($0.id)
          && ($0.felt != nil || $0.believed != nil || !$0.personas.isEmpty)
      }
  }
}
