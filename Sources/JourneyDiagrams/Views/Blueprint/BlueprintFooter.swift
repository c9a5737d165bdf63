import JourneyAnalysis
import JourneyModel

/// The bottom of a blueprint: what its marks mean, what it rests on, and what it leaves out.
struct BlueprintFooter {
  /// Where the footer's parts go.
  struct Layout {
    var height: Double
    fileprivate var places: [(x: Double, row: Int)]
    fileprivate var notes: [[Typesetter.Line]]
  }

  private let legend: Legend
  private let notes: [Typesetter.Label]
  private let setter: Typesetter

  init(_ content: BlueprintContent, leftOut: String?, setter: Typesetter) {
    self.setter = setter
    legend = Legend(Self.items(content, setter), setter: setter)
    notes =
      [leftOut, EvidenceLine.text(of: content.subject)].compactMap { $0 }
      .map { setter.add($0, .legend) }
  }

  /// Lays the footer out in a width.
  func layout(width: Double) throws -> Layout {
    let unit = setter.theme.scale
    let places = legend.places(width: width)
    let notes = try notes.map { try setter.lines($0, width: width) }
    let lines = Double(notes.reduce(0) { $0 + $1.count })
    let rows = Double((places.last?.row ?? -1) + 1)
    let height =
      32 * unit + rows * rowHeight + lines * setter.theme.lineHeight(.legend) + 26 * unit
    return Layout(height: height, places: places, notes: notes)
  }

  private var rowHeight: Double { max(legend.rowHeight, setter.theme.lineHeight(.legend) * 1.4) }

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

  private static func items(_ content: BlueprintContent, _ setter: Typesetter) -> [Legend.Item] {
    let words = content.subject.words
    let unit = setter.theme.scale
    let columns = content.columns
    var items: [Legend.Item] = []
    func add(_ text: String, _ width: Double, _ draw: @escaping @Sendable (Point) -> [Element]) {
      items.append(
        Legend.Item(label: setter.add(text, .legend), width: width * unit, draw: draw))
    }
    if columns.contains(where: { $0.felt != nil && !$0.isAssumed }) {
      add(words.blueprint.legendFeeling, 46) { place in
        [-1.0, 0, 1].enumerated().map { index, v in
          .shape(
            Shape(
              .circle(Point(place.x + (7 + 16 * Double(index)) * unit, place.y), radius: 7 * unit),
              fill: .emotion(v)))
        }
      }
    }
    if columns.contains(where: \.isAssumed) {
      add(words.legendAssumed, 16) { circle($0, .emotion(0.5), unit) }
    }
    if columns.contains(where: { $0.felt == nil }) {
      add(words.legendUnknown, 16) { circle($0, .role(.unknown), unit, dashes: [3, 4]) }
    }
    if columns.contains(where: { $0.hotspot?.kind == .sure }) {
      add(words.legendSure, 16) { circle($0, .role(.ring), unit) }
    }
    if columns.contains(where: { $0.hotspot?.kind == .suspected }) {
      add(words.legendSuspected, 16) { circle($0, .role(.ring), unit, dashes: [4, 3]) }
    }
    if columns.contains(where: \.touchpoint.isMomentOfTruth) {
      add(words.legendTruth, 18) { place in
        [
          .shape(
            Shape(
              .path(Star.path(center: Point(place.x + 9 * unit, place.y), radius: 8.5 * unit)),
              fill: .role(.star)))
        ]
      }
    }
    if let way = content.ways.ways.first {
      let text = way.share == nil ? words.blueprint.legendNext : words.blueprint.legendWays
      add(text, 22) { arrow($0, unit) }
    }
    let boxes = BlueprintContent.Lane.allCases.flatMap { content.boxes[$0] ?? [] }
    if !boxes.isEmpty { add(words.blueprint.legendLink, 10) { downArrow($0, unit) } }
    if boxes.contains(where: { $0.columns.count > 1 }) {
      add(words.blueprint.legendWide, 34) { place in
        [
          .shape(
            Shape(
              .rect(
                Rect(x: place.x, y: place.y - 6 * unit, width: 34 * unit, height: 12 * unit),
                radius: 3 * unit),
              fill: .role(.band), stroke: Stroke(.role(.axis), width: 1.2 * unit)))
        ]
      }
    }
    return items
  }

  private static func circle(
    _ place: Point, _ paint: Paint, _ unit: Double, dashes: [Double] = []
  ) -> [Element] {
    [
      .shape(
        Shape(
          .circle(Point(place.x + 8 * unit, place.y), radius: 7 * unit),
          stroke: Stroke(paint, width: 2.5 * unit, dashes: dashes.map { $0 * unit })))
    ]
  }

  private static func arrow(_ place: Point, _ unit: Double) -> [Element] {
    let tip = Point(place.x + 22 * unit, place.y)
    return [
      .shape(
        Shape(
          .line(place, Point(tip.x - 5 * unit, tip.y)),
          stroke: Stroke(.role(.belief), width: 1.5 * unit))),
      .shape(
        Shape(
          .path(
            .polygon([
              tip, Point(tip.x - 7.5 * unit, tip.y - 4 * unit),
              Point(tip.x - 7.5 * unit, tip.y + 4 * unit),
            ])), fill: .role(.belief))),
    ]
  }

  private static func downArrow(_ place: Point, _ unit: Double) -> [Element] {
    let tip = Point(place.x + 5 * unit, place.y + 8 * unit)
    return [
      .shape(
        Shape(
          .line(Point(tip.x, tip.y - 17 * unit), Point(tip.x, tip.y - 5 * unit)),
          stroke: Stroke(.role(.belief), width: 1.5 * unit))),
      .shape(
        Shape(
          .path(
            .polygon([
              tip, Point(tip.x - 4 * unit, tip.y - 7.5 * unit),
              Point(tip.x + 4 * unit, tip.y - 7.5 * unit),
            ])), fill: .role(.belief))),
    ]
  }
}
