import JourneyAnalysis
import JourneyModel

/// What stands around the flow: the header above it, the legend below it.
struct FlowFrame {
  private let graph: FlowGraph
  private let subject: Subject
  private let setter: Typesetter
  private let header: Header
  private let footer: FlowFooter

  /// The space around everything.
  static func margin(_ theme: Theme) -> Double { theme.isBrief ? 22 : 40 }
  /// The least width, so that header and legend have room.
  private var leastWidth: Double { setter.theme.isBrief ? 880 : 1080 }

  /// Takes the words of the frame; they are measured with everything else.
  init(_ graph: FlowGraph, _ text: FlowText, _ subject: Subject, setter: Typesetter) {
    self.graph = graph
    self.subject = subject
    self.setter = setter
    header = Header(subject, setter: setter)
    footer = FlowFooter(graph, text, subject, setter: setter)
  }

  /// The picture around a body.
  ///
  /// - Parameters:
  ///   - body: The size of the body.
  ///   - isFolded: Whether it is in several rows.
  ///   - draw: Draws the body with its top left corner at a place.
  /// - Returns: The picture.
  /// - Throws: What the measurer throws.
  func picture(
    around body: (width: Double, height: Double), isFolded: Bool, draw: (Point) -> [Group]
  ) throws -> Picture {
    let (margin, gap) = (Self.margin(setter.theme), setter.theme.isBrief ? 8.0 : 34)
    let width = max(leastWidth, (body.width + 2 * margin).rounded(.up))
    let head = try header.layout(left: margin, right: width - margin)
    let top = margin + head.height + gap
    let foot = try footer.drawn(
      left: margin, right: width - margin, top: (top + body.height + gap).rounded(.up),
      isFolded: isFolded)
    var picture = Picture(
      id: subject.pictureID(view: "flow", theme: setter.theme), width: width,
      height: foot.bottom + margin - 8, title: Scalars.cleaned(subject.journey.title),
      summary: FlowSummary(subject).text(of: graph),
      language: subject.journey.language ?? subject.words.language,
      direction: subject.direction, theme: setter.theme)
    picture.elements.append(.group(header.draw(head, left: margin, y: margin)))
    let left = ((width - body.width) / 2).rounded()
    for layer in draw(Point(left, top)) where !layer.elements.isEmpty {
      picture.elements.append(.group(layer))
    }
    picture.elements.append(.group(foot.group))
    return picture
  }
}
