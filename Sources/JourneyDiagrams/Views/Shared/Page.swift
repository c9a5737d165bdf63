import JourneyModel

/// What stands around the body of a picture: the header and one sentence above it, what the marks
/// mean and what the picture rests on below it.
struct Page {
  private let subject: Subject
  private let setter: Typesetter
  private let header: Header
  private let lead: Typesetter.Label?
  /// What stands for the lead from far away, where that has no room.
  private let briefLead: Typesetter.Label?
  private let legend: Legend
  private let leftOut: Typesetter.Label?
  /// What the picture rests on; nil from far away, where nobody reads it.
  private let evidence: Typesetter.Label?

  /// The part of a picture between header and footer.
  struct Body {
    /// The layers, the lowest first.
    var layers: [Group]
    /// Where it ends.
    var bottom: Double
  }

  /// Takes the words around a picture; they are measured with everything else.
  ///
  /// - Parameters:
  ///   - subject: What is drawn.
  ///   - header: The top; nil for the journey's title and figures.
  ///   - lead: What the picture shows, in one or two sentences; nil for nothing.
  ///   - briefLead: The part of the lead that stays where large letters leave no room for it all.
  ///   - legend: What its marks mean.
  ///   - leftOut: What is not drawn, in one sentence; nil when everything is.
  ///   - saysUnderWay: Whether the footer says who is still under way and in no share.
  ///   - evidence: What the picture rests on; nil for the journey's evidence.
  ///   - setter: Sets the words.
  init(
    _ subject: Subject, header: Header? = nil, lead: String?, briefLead: String? = nil,
    legend: [Legend.Item], leftOut: String?, saysUnderWay: Bool = true,
    evidence: String? = nil, setter: Typesetter
  ) {
    self.subject = subject
    self.setter = setter
    self.header = header ?? Header(subject, setter: setter)
    self.lead = lead.map { setter.add($0, .subtitle) }
    self.briefLead = briefLead.map { setter.add($0, .subtitle) }
    self.legend = Legend(legend, setter: setter)
    self.leftOut = leftOut.map { setter.add($0, .legend) }
    self.evidence =
      setter.theme.isBrief
      ? nil
      : setter.add(
        evidence ?? EvidenceLine.text(of: subject, saysUnderWay: saysUnderWay), .legend)
  }

  /// The space around everything.
  static func margin(_ theme: Theme) -> Double { (theme.isBrief ? 26 : 40) * theme.scale }

  /// The picture around a body.
  ///
  /// - Parameters:
  ///   - view: The name of the view.
  ///   - width: The width of the picture.
  ///   - summary: The whole picture in words.
  ///   - draw: Draws the body with its top at a height.
  /// - Returns: The picture.
  /// - Throws: What the measurer throws.
  func picture(
    view: String, width: Double, summary: String, draw: (_ top: Double) throws -> Body
  ) throws -> Picture {
    let (theme, k) = (setter.theme, setter.theme.scale)
    let margin = Self.margin(theme)
    // Running words have a width that can be read, however wide the picture is.
    let right = min(width - margin, margin + 2320 * k)
    let head = try header.layout(left: margin, right: width - margin)
    var layers = [header.draw(head, left: margin, y: margin)]
    let isBrief = theme.isBrief
    var top = margin + head.height + (isBrief ? 8 : 20) * k
    // From far away one line is read, or none; but not what the shares cannot do without.
    let isRoomy = lead.map { !isBrief || setter.width($0) <= right - margin } ?? false
    if let lead = isRoomy ? lead : briefLead {
      let lines = try setter.lines(lead, width: right - margin)
      let words = setter.placed(
        lines, of: lead, at: Point(margin, top + setter.ascent(.subtitle)),
        column: right - margin, fill: .role(.ink))
      layers.append(Group(id: "lead", name: "lead", isLayer: true, elements: words))
      top += Double(lines.count) * theme.lineHeight(.subtitle)
    }
    let body = try draw((top + (isBrief ? 8 : 20) * k).rounded())
    let foot = try drawFooter(
      left: margin, right: width - margin, readable: right,
      top: (body.bottom + (isBrief ? 12 : 26) * k).rounded())
    layers += body.layers + [foot.group]
    var picture = Picture(
      id: subject.pictureID(view: view, theme: theme), width: width, height: foot.bottom,
      title: Scalars.cleaned(subject.journey.title), summary: summary,
      language: subject.journey.language ?? subject.words.language,
      direction: subject.direction, theme: theme)
    picture.elements = layers.filter { !$0.elements.isEmpty }.map { .group($0) }
    return picture
  }

  private func drawFooter(
    left: Double, right: Double, readable: Double, top: Double
  ) throws -> (group: Group, bottom: Double) {
    let k = setter.theme.scale
    let lineHeight = setter.theme.lineHeight(.legend)
    let width = readable - left
    var group = Group(id: "footer", name: "footer", isLayer: true)
    group.add(.line(Point(left, top), Point(right, top)), stroke: Stroke(.role(.line), width: 1.2))
    let isBrief = setter.theme.isBrief
    var y = top + (isBrief ? 8 : 14) * k + lineHeight
    if let leftOut {
      let lines = try setter.lines(leftOut, width: width)
      group.elements += setter.placed(
        lines, of: leftOut, at: Point(left, y), column: width, fill: .role(.ink))
      y += Double(lines.count) * lineHeight + (isBrief ? 4 : 8) * k
    }
    let keys = legend.draw(legend.places(width: width), left: left, y: y)
    if let last = Self.lowestBaseline(keys.elements) {
      group.add(keys)
      y = last + lineHeight + 8 * k
    }
    guard let evidence else { return (group, (y - lineHeight + 10 * k).rounded()) }
    let lines = try setter.lines(evidence, width: width)
    group.elements += setter.placed(
      lines, of: evidence, at: Point(left, y), column: width, fill: .role(.inkSoft))
    y += Double(max(0, lines.count - 1)) * lineHeight
    return (group, (y + 30 * k).rounded())
  }

  private static func lowestBaseline(_ elements: [Element]) -> Double? {
    elements.compactMap { element in
      if case .text(let line) = element { line.origin.y } else { nil }
    }.max()
  }
}
