import JourneyAnalysis
import JourneyModel

/// The bottom of the map: what the marks mean, and what the picture rests on.
struct MapFooter {
  private let legend: Legend
  private let evidence: Typesetter.Label
  private let setter: Typesetter

  init(_ subject: Subject, columns: [MapColumn], setter: Typesetter) {
    self.setter = setter
    legend = Legend(Self.items(subject, columns, setter), setter: setter)
    evidence = setter.add(EvidenceLine.text(of: subject), .legend)
  }

  /// Where the footer's parts go.
  struct Layout {
    var height: Double
    fileprivate var places: [(x: Double, row: Int)]
    fileprivate var evidence: [Typesetter.Line]
  }

  /// Lays the footer out in a width.
  func layout(width: Double) throws -> Layout {
    let places = legend.places(width: width)
    let evidence = try setter.lines(self.evidence, width: width)
    let rows = Double((places.last?.row ?? -1) + 1)
    let height =
      30 + rows * Legend.rowHeight + Double(evidence.count) * setter.theme.lineHeight(.legend) + 26
    return Layout(height: height, places: places, evidence: evidence)
  }

  /// Draws the footer with its rule at `y`.
  func draw(_ layout: Layout, left: Double, right: Double, y: Double) -> Group {
    var group = Group(id: "footer", name: "footer", isLayer: true)
    group.add(.line(Point(left, y), Point(right, y)), stroke: Stroke(.role(.line), width: 1.2))
    group.add(legend.draw(layout.places, left: left, y: y + 32))
    let rows = Double((layout.places.last?.row ?? -1) + 1)
    group.elements += setter.placed(
      layout.evidence, of: evidence, at: Point(left, y + 34 + rows * Legend.rowHeight),
      fill: .role(.inkSoft))
    return group
  }

  // MARK: Keys

  private static func items(
    _ subject: Subject, _ columns: [MapColumn], _ setter: Typesetter
  ) -> [Legend.Item] {
    let words = subject.words
    var items: [Legend.Item] = []
    func add(_ text: String, _ width: Double, _ draw: @escaping @Sendable (Point) -> [Element]) {
      items.append(Legend.Item(label: setter.add(text, .legend), width: width, draw: draw))
    }
    if subject.analysis.hasFlow {
      add(words.fill(words.legendSize, subject.journey.customers), 36, sizeKey)
    }
    if columns.contains(where: { $0.felt != nil }) { add(words.legendFeeling, 46, feelingKey) }
    if columns.contains(where: { $0.believed != nil }) {
      add(words.legendBelief, 32, beliefKey)
      let both = columns.filter { $0.believed != nil && $0.felt != nil }
      if both.contains(where: { ($0.believed ?? 0) > ($0.felt ?? 0) }) {
        add(words.legendGap, 22) { areaKey($0, .gapWorse) }
      }
      if both.contains(where: { ($0.believed ?? 0) < ($0.felt ?? 0) }) {
        add(words.legendBetter, 22) { areaKey($0, .gapBetter) }
      }
    }
    if columns.contains(where: { $0.hotspot?.kind == .sure }) {
      add(words.legendSure, 20) { ringKey($0, isSure: true) }
    }
    if columns.contains(where: { $0.hotspot?.kind == .suspected }) {
      add(words.legendSuspected, 20) { ringKey($0, isSure: false) }
    }
    if columns.contains(where: { $0.leave != nil }) {
      add(words.legendLeave, 10) { streamKey($0, .leave) }
    }
    if columns.contains(where: { $0.divert != nil }) {
      add(words.legendDivert, 10) { streamKey($0, .divert) }
    }
    if columns.contains(where: \.isAssumed) { add(words.legendAssumed, 18, assumedKey) }
    if columns.contains(where: { $0.felt == nil }) { add(words.legendUnknown, 18, unknownKey) }
    if columns.contains(where: { $0.interval != nil }) {
      add(words.legendInterval, 10, intervalKey)
    }
    if columns.contains(where: \.touchpoint.isMomentOfTruth) {
      add(words.legendTruth, 18) { place in
        [
          .shape(
            Shape(
              .path(Star.path(center: Point(place.x + 9, place.y), radius: 9)), fill: .role(.star)))
        ]
      }
    }
    return items
  }

  private static func sizeKey(_ place: Point) -> [Element] {
    [
      .shape(
        Shape(
          .line(Point(place.x + 6, place.y), Point(place.x + 27, place.y)),
          stroke: Stroke(.role(.unknown), width: 6, opacity: 0.5))),
      .shape(Shape(.circle(Point(place.x + 5, place.y), radius: 5), fill: .role(.unknown))),
      .shape(Shape(.circle(Point(place.x + 27, place.y), radius: 9), fill: .role(.unknown))),
    ]
  }

  private static func feelingKey(_ place: Point) -> [Element] {
    [-1.0, -0.5, 0, 0.5, 1].enumerated().map { index, v in
      .shape(
        Shape(
          .circle(
            Point(place.x + 5 + 9 * Double(index), place.y + 6 - 3 * Double(index)), radius: 4.5),
          fill: .emotion(v)))
    }
  }

  private static func beliefKey(_ place: Point) -> [Element] {
    [
      .shape(
        Shape(
          .line(Point(place.x, place.y), Point(place.x + 32, place.y)),
          stroke: Stroke(.role(.belief), width: 2, dashes: [7, 6])))
    ]
  }

  private static func areaKey(_ place: Point, _ role: ColorRole) -> [Element] {
    [
      .shape(
        Shape(
          .rect(Rect(x: place.x, y: place.y - 8, width: 22, height: 16), radius: 3),
          fill: .role(role), stroke: Stroke(.role(.line))))
    ]
  }

  private static func ringKey(_ place: Point, isSure: Bool) -> [Element] {
    let center = Point(place.x + 10, place.y)
    return [
      .shape(
        Shape(
          .circle(center, radius: 9),
          stroke: Stroke(.role(.ring), width: 2.2, dashes: isSure ? [] : [4, 3]))),
      .shape(Shape(.circle(center, radius: 4.5), fill: .emotion(-0.75))),
    ]
  }

  private static func streamKey(_ place: Point, _ role: ColorRole) -> [Element] {
    let (x, y) = (place.x + 5, place.y)
    let path = Path.polygon([
      Point(x - 5, y - 9), Point(x + 5, y - 9), Point(x + 1, y + 9), Point(x - 1, y + 9),
    ])
    return [.shape(Shape(.path(path), fill: .role(role), fillOpacity: 0.7))]
  }

  private static func assumedKey(_ place: Point) -> [Element] {
    [
      .shape(
        Shape(
          .circle(Point(place.x + 9, place.y), radius: 7.5),
          stroke: Stroke(.emotion(0.5), width: 3)))
    ]
  }

  private static func unknownKey(_ place: Point) -> [Element] {
    [
      .shape(
        Shape(
          .circle(Point(place.x + 9, place.y), radius: 7.5),
          stroke: Stroke(.role(.unknown), width: 3, dashes: [3, 4])))
    ]
  }

  private static func intervalKey(_ place: Point) -> [Element] {
    var path = Path()
    path.move(place.x + 5, place.y - 8)
    path.line(place.x + 5, place.y + 8)
    for y in [-8.0, 8] {
      path.move(place.x, place.y + y)
      path.line(place.x + 10, place.y + y)
    }
    return [.shape(Shape(.path(path), stroke: Stroke(.role(.whisker), width: 1.6)))]
  }
}
