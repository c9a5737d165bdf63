import JourneyAnalysis
import JourneyModel

/// The bottom of an empathy map: what its dots mean, how entries are ranked, what it rests on.
struct EmpathyFooter {
  /// Where the footer's parts go.
  struct Layout {
    var height: Double
    fileprivate var places: [(x: Double, row: Int)]
    fileprivate var notes: [[Typesetter.Line]]
  }

  private let legend: Legend
  private let notes: [Typesetter.Label]
  private let setter: Typesetter

  init(_ content: EmpathyContent, setter: Typesetter) {
    self.setter = setter
    let words = content.subject.words
    let unit = setter.theme.scale
    let entries = EmpathyField.allCases.flatMap { content.entries.fields[$0] ?? [] }
    var items: [Legend.Item] = []
    if entries.contains(where: { $0.place != nil && !$0.isAssumed && $0.felt != nil }) {
      items.append(
        Legend.Item(label: setter.add(words.empathy.legendDot, .legend), width: 41 * unit) {
          place in
          [-1.0, 0, 1].enumerated().map { index, v in
            .shape(
              Shape(
                .circle(
                  Point(place.x + (5 + 15 * Double(index)) * unit, place.y), radius: 4.5 * unit),
                fill: .emotion(v)))
          }
        })
    }
    if entries.contains(where: { $0.place != nil && ($0.isAssumed || $0.felt == nil) }) {
      items.append(
        Legend.Item(label: setter.add(words.empathy.legendAssumed, .legend), width: 10 * unit) {
          place in
          [
            .shape(
              Shape(
                .circle(Point(place.x + 5 * unit, place.y), radius: 3.6 * unit),
                stroke: Stroke(.role(.unknown), width: 1.8 * unit)))
          ]
        })
    }
    legend = Legend(items, setter: setter)
    // From far away the numbers at the entries are evidence enough.
    let evidence = setter.theme.isBrief ? [] : [EvidenceLine.text(of: content.subject)]
    notes = ([words.empathy.ranked] + evidence).map { setter.add($0, .legend) }
  }

  private var rowHeight: Double { max(legend.rowHeight, setter.theme.lineHeight(.legend) * 1.4) }

  /// Lays the footer out in a width.
  func layout(width: Double) throws -> Layout {
    let unit = setter.theme.scale
    let places = legend.places(width: width)
    let notes = try notes.map { try setter.lines($0, width: width) }
    let lines = Double(notes.reduce(0) { $0 + $1.count })
    let rows = Double((places.last?.row ?? -1) + 1)
    return Layout(
      height: 32 * unit + rows * rowHeight + lines * setter.theme.lineHeight(.legend) + 26 * unit,
      places: places, notes: notes)
  }

  /// Draws the footer with its rule at `y`.
  func draw(_ layout: Layout, left: Double, right: Double, y: Double) -> Group {
    let unit = setter.theme.scale
    var group = Group(id: "footer", name: "footer", isLayer: true)
    group.add(
      .line(Point(left, y), Point(right, y)), stroke: Stroke(.role(.line), width: 1.2 * unit))
    group.add(legend.draw(layout.places, left: left, y: y + 32 * unit))
    let rows = Double((layout.places.last?.row ?? -1) + 1)
    var baseline = y + 36 * unit + rows * rowHeight
    for (label, lines) in zip(notes, layout.notes) {
      group.elements += setter.placed(
        lines, of: label, at: Point(left, baseline), fill: .role(.inkSoft))
      baseline += Double(lines.count) * setter.theme.lineHeight(.legend)
    }
    return group
  }
}
