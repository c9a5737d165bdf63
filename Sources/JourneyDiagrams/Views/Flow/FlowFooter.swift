import JourneyAnalysis
import JourneyModel

/// The bottom of the flow: what is not drawn, what the marks mean, and what the picture rests on.
struct FlowFooter {
  private let setter: Typesetter
  private let legend: Legend
  /// The same with the key of breaks, for a flow in several rows.
  private let foldedLegend: Legend
  private let evidence: Typesetter.Label
  private let leftOut: Typesetter.Label?

  /// Takes the footer's words; they are measured with everything else.
  init(_ graph: FlowGraph, _ text: FlowText, _ subject: Subject, setter: Typesetter) {
    self.setter = setter
    let items = FlowKeys.items(graph, subject, setter)
    legend = Legend(items, setter: setter)
    // From far away a ribbon that ends at the edge says so itself.
    let breaks = setter.theme.isBrief ? [] : [FlowKeys.rowBreak(subject, setter)]
    foldedLegend = Legend(items + breaks, setter: setter)
    evidence = setter.add(EvidenceLine.text(of: subject), .legend)
    leftOut = text.leftOut
  }

  /// Lays out and draws the footer.
  ///
  /// - Parameters:
  ///   - left: Its left edge.
  ///   - right: Its right edge.
  ///   - top: Where its rule stands.
  ///   - isFolded: Whether the flow is in several rows.
  /// - Returns: The drawn footer and where it ends.
  /// - Throws: What the measurer throws.
  func drawn(
    left: Double, right: Double, top: Double, isFolded: Bool
  ) throws -> (group: Group, bottom: Double) {
    let legend = isFolded ? foldedLegend : self.legend
    let width = right - left
    let lineHeight = setter.theme.lineHeight(.legend)
    var group = Group(id: "footer", name: "footer", isLayer: true)
    group.add(.line(Point(left, top), Point(right, top)), stroke: Stroke(.role(.line), width: 1.2))
    var y = top + (setter.theme.isBrief ? 24 : 32)
    if let leftOut {
      let lines = try setter.lines(leftOut, width: width)
      group.elements += setter.placed(
        lines, of: leftOut, at: Point(left, y), column: width, fill: .role(.ink))
      y += Double(lines.count) * lineHeight + 8
    }
    let places = legend.places(width: width)
    group.add(legend.draw(places, left: left, y: y))
    y += Double((places.last?.row ?? -1) + 1) * legend.rowHeight + 2
    // Far away nobody reads what it rests on.
    if setter.theme.isBrief { return (group, y - lineHeight) }
    let lines = try setter.lines(evidence, width: width)
    group.elements += setter.placed(
      lines, of: evidence, at: Point(left, y), column: width, fill: .role(.inkSoft))
    return (group, y + Double(lines.count - 1) * lineHeight + 6)
  }
}
