import JourneyAnalysis
import JourneyModel

/// The empathy map of one persona, or of everybody: what customers think, see, say, do and hear
/// around a head in the middle, their pains and gains below.
///
/// Every entry says where it comes from, and what was recorded where most were measured
/// stands first.
///
/// Cost: linear in touchpoints, evidence and text, but for sorting.
public struct EmpathyView: JourneyView {
  /// `empathy`.
  public let name = "empathy"

  /// Creates the view.
  public init() {}

  /// Nothing: there is no graph underneath.
  public func dot(of subject: Subject, options: DrawingOptions) throws -> String? { nil }

  /// The empathy map.
  public func picture(of subject: Subject, options: DrawingOptions, engines: Engines) throws
    -> Picture
  {
    // 1. What is said.
    let setter = Typesetter(
      theme: options.theme, measurer: engines.measurer, direction: subject.direction)
    let content = EmpathyContent(subject, setter: setter)
    let page = Page(
      subject, header: Header(title: content.title, subtitle: content.subtitle, setter: setter),
      lead: subject.words.empathy.ranked, legend: EmpathyLegend.items(content, setter),
      leftOut: nil, saysUnderWay: false, setter: setter)

    // 2. How wide it is, all at once.
    try setter.measure()

    // 3. Where it goes.
    let unit = options.theme.scale
    // Large letters have a board of 1920 px, to be read at their size.
    let width = unit > 1.25 ? 1920.0 : 1560
    let isBrief = options.theme.isBrief
    let left = Page.margin(options.theme)
    let right = width - left
    let inner = right - left
    let head = try EmpathyHead(content, setter: setter)
    let side = (inner - head.width) / 2
    func block(_ field: EmpathyField, _ width: Double) throws -> EmpathyBlock? {
      try content.fields[field].map { try EmpathyBlock(field, $0, width: width, setter: setter) }
    }
    let half = (inner - 20 * unit) / 2
    let thinks = try block(.thinks, inner)
    let hears = try block(.hears, side)
    let sees = try block(.sees, side)
    let says = try block(.says, inner)
    let pains = try block(.pains, half)
    let gains = try block(.gains, half)

    // 4. The picture.
    return try page.picture(view: name, width: width, summary: content.summary) { sheetY in
      let middleY = sheetY + (thinks?.height ?? 0)
      let middle = max(head.height, hears?.height ?? 0, sees?.height ?? 0)
      let saysY = middleY + middle
      let boxesY = saysY + (says?.height ?? 0) + (isBrief ? 8 : 20) * unit
      let boxes = max(pains?.height ?? 0, gains?.height ?? 0) + (isBrief ? 2 : 8) * unit
      var sheet = Group(id: "sheet", name: "sheet", isLayer: true)
      let hairline = Stroke(.role(.axis), width: 1.4 * unit)
      sheet.add(
        .rect(
          Rect(x: left, y: sheetY, width: inner, height: saysY + (says?.height ?? 0) - sheetY),
          radius: 12 * unit), stroke: hairline)
      for y in [middleY, saysY] {
        sheet.add(.line(Point(left, y), Point(left + side, y)), stroke: hairline)
        sheet.add(.line(Point(right - side, y), Point(right, y)), stroke: hairline)
      }
      for (x, role) in [(left, ColorRole.pain), (left + half + 20 * unit, .decision)] {
        sheet.add(
          .rect(Rect(x: x, y: boxesY, width: half, height: boxes), radius: 12 * unit),
          fill: .role(role))
      }
      let layers = [
        sheet,
        head.draw(in: Rect(x: left + side, y: middleY, width: head.width, height: middle)),
        thinks?.draw(at: Point(left, sheetY)), hears?.draw(at: Point(left, middleY)),
        sees?.draw(at: Point(right - side, middleY)), says?.draw(at: Point(left, saysY)),
        pains?.draw(at: Point(left, boxesY)),
        gains?.draw(at: Point(left + half + 20 * unit, boxesY)),
      ]
      return Page.Body(layers: layers.compactMap(\.self), bottom: boxesY + boxes)
    }
  }
}
