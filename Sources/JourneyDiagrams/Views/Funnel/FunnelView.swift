import JourneyAnalysis
import JourneyModel

/// How many are still here at each stage, and where the others went.
///
/// One ribbon narrows from stage to stage. At each stage those who come no further fall out of it,
/// as wide as they are many, with the touchpoints that lose most; those who complete early stay on
/// top, up to the end. Everybody is counted at the furthest stage, so all shares add up before they
/// are rounded; who is still under way is in none. Without
/// stages the touchpoints are the steps.
///
/// Cost: one solution of the flow for each step.
public struct FunnelView: JourneyView {
  /// `funnel`.
  public let name = "funnel"

  /// Up to so many touchpoints can be steps.
  private static func most(_ theme: Theme) -> Int { theme.isBrief ? 6 : 9 }

  /// Creates the view.
  public init() {}

  /// There is no graph underneath.
  public func dot(of subject: Subject, options: DrawingOptions) -> String? { nil }

  /// The funnel.
  public func picture(of subject: Subject, options: DrawingOptions, engines: Engines) throws
    -> Picture
  {
    let theme = options.theme
    let order = try MapOrder(subject).columns(by: engines.layout)
      .map { subject.journey.touchpoints[$0] }
    let setter = Typesetter(
      theme: theme, measurer: engines.measurer, direction: subject.direction)
    guard
      let funnel = FunnelSteps(
        subject, order: order, most: Self.most(theme), named: theme.isBrief ? 1 : 3)
    else {
      return try Notice(
        subject, order: order, saying: .noFlow(order, subject.words), setter: setter
      ).picture(view: name)
    }
    let content = FunnelContent(funnel, subject, setter: setter)
    let page = Page(
      subject, lead: content.lead, briefLead: content.notCounted,
      legend: FunnelLegend.items(content, setter), leftOut: nil, saysUnderWay: false,
      setter: setter)
    try setter.measure()
    let frame = FunnelFrame(content, setter: setter)
    let band = try StageBand(content.runs, setter: setter) { frame.edges($0) }
    let painter = try FunnelPainter(content, frame: frame, setter: setter)
    return try page.picture(
      view: name, width: frame.width, summary: content.summary(touchpoints: order.count)
    ) { top in painter.body(top: top, band: band) }
  }
}
