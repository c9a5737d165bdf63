import JourneyAnalysis
import JourneyModel

/// The keys of the legend: only what the picture shows.
enum FlowKeys {
  /// The keys with their words.
  static func items(_ graph: FlowGraph, _ subject: Subject, _ setter: Typesetter) -> [Legend.Item] {
    let (words, customers) = (subject.words, subject.journey.customers)
    let theme = setter.theme
    var items: [Legend.Item] = []
    func add(_ text: String, _ width: Double, _ draw: @escaping @Sendable (Point) -> [Element]) {
      items.append(Legend.Item(label: setter.add(text, .legend), width: width, draw: draw))
    }
    if graph.hasFlow, !setter.theme.isBrief {
      add(words.fill(words.flow.legendRibbon, customers), 30) { ribbon($0, theme) }
      let sign = words.numbers.percentSign
      add(words.fill(words.flow.legendReach, sign, customers), 26, reach)
    } else if !graph.hasFlow, !graph.cards.isEmpty {
      add(words.flow.legendArrow, 26, arrow)
    }
    let exits = graph.cards.flatMap(\.exits)
    for (role, phrase) in [
      (ColorRole.leave, words.legendLeave), (.divert, words.legendDivert),
    ] where exits.contains(where: { FlowDot.color(of: $0) == role }) {
      add(phrase, 12) { stream($0, role, theme) }
    }
    if exits.contains(where: { $0.kind == .end(.underWay) || $0.kind == .end(.ended) }) {
      add(words.flow.legendUnderWay, 12) { stream($0, .unknown, theme) }
    }
    if exits.contains(where: \.isElsewhere) {
      add(words.flow.legendElsewhere, 12) { stream($0, .unknown, theme) }
    }
    if graph.cards.contains(where: { $0.group != nil }) {
      add(words.flow.legendGathered, 24, gathered)
    }
    let rings = HotspotKeys(graph.cards.compactMap(\.hotspot), subject)
    if let sure = rings.sure { add(sure, 26) { ring($0, dashes: []) } }
    if let suspected = rings.suspected { add(suspected, 26) { ring($0, dashes: [5, 3.5]) } }
    if graph.cards.contains(where: \.touchpoint.isMomentOfTruth) {
      add(words.legendTruth, 18) { place in
        [
          .shape(
            Shape(
              .path(Star.path(center: Point(place.x + 9, place.y), radius: 9)), fill: .role(.star)))
        ]
      }
    }
    // Far away, what explains itself is left out.
    if setter.theme.isBrief { return items }
    if graph.cards.contains(where: { $0.figures?.felt?.isAssumed == true }) {
      add(words.legendAssumed, 16) { hollow($0, .role(.inkSoft)) }
    }
    if graph.cards.contains(where: { $0.v == nil && $0.group == nil }) {
      add(words.legendUnknown, 16) { hollow($0, .role(.unknown)) }
    }
    return items
  }

  /// The key of the place where ribbons go over into another row.
  static func rowBreak(_ subject: Subject, _ setter: Typesetter) -> Legend.Item {
    Legend.Item(label: setter.add(subject.words.flow.legendBreak, .legend), width: 22) { place in
      [
        .shape(
          Shape(
            .line(place, Point(place.x + 20, place.y)),
            stroke: Stroke(.role(.unknown), width: 6, opacity: 0.5))),
        .shape(
          Shape(
            .line(Point(place.x + 20, place.y - 8), Point(place.x + 20, place.y + 8)),
            stroke: Stroke(.role(.inkSoft), width: 2, dashes: [2, 3]))),
      ]
    }
  }

  private static func ribbon(_ place: Point, _ theme: Theme) -> [Element] {
    let (x, y) = (place.x, place.y)
    var path = Path()
    path.move(x, y + 4)
    path.curve(x + 14, y + 4, x + 14, y - 4, x + 30, y - 4)
    let paint = Paint.Gradient(
      id: "legend.ribbon.paint", from: Point(x, y), to: Point(x + 30, y),
      stops: [.init(0, .emotion(-0.8)), .init(1, .emotion(0.8))])
    return [
      .shape(
        Shape(
          .path(path),
          stroke: Stroke(.gradient(paint), width: 8, opacity: theme.ribbonOpacity)))
    ]
  }

  private static func arrow(_ place: Point) -> [Element] {
    let (x, y) = (place.x, place.y)
    return [
      .shape(
        Shape(
          .line(Point(x, y), Point(x + 17, y)),
          stroke: Stroke(.role(.unknown), width: FlowSizes.arrow))),
      .shape(
        Shape(
          .path(.polygon([Point(x + 17, y - 4.5), Point(x + 26, y), Point(x + 17, y + 4.5)])),
          fill: .role(.unknown))),
    ]
  }

  private static func gathered(_ place: Point) -> [Element] {
    let front = Rect(x: place.x, y: place.y - 3, width: 24, height: 11)
    return FlowPainter.edges(behind: front, step: 3, inset: 3, radius: 3)
      + [
        .shape(
          Shape(
            .rect(front, radius: 3), fill: .role(.card),
            stroke: Stroke(.role(.axis), width: 1)))
      ]
  }

  private static func reach(_ place: Point) -> [Element] {
    [(26.0, ColorRole.line), (17.0, .inkSoft)].map { width, role in
      .shape(
        Shape(
          .rect(Rect(x: place.x, y: place.y - 2, width: width, height: 4), radius: 2),
          fill: .role(role)))
    }
  }

  private static func stream(_ place: Point, _ role: ColorRole, _ theme: Theme) -> [Element] {
    let (x, y) = (place.x + 6, place.y)
    return [
      .shape(
        Shape(
          .line(Point(x, y - 9), Point(x, y + 1)),
          stroke: Stroke(.role(role), width: 7, opacity: theme.streamOpacity))),
      .shape(
        Shape(
          .path(.polygon([Point(x - 6, y + 1), Point(x + 6, y + 1), Point(x, y + 9)])),
          fill: .role(role), fillOpacity: theme.streamOpacity)),
    ]
  }

  private static func ring(_ place: Point, dashes: [Double]) -> [Element] {
    [
      .shape(
        Shape(
          .rect(Rect(x: place.x + 1, y: place.y - 8, width: 24, height: 16), radius: 5),
          stroke: Stroke(.role(.ring), width: 2.2, dashes: dashes)))
    ]
  }

  private static func hollow(_ place: Point, _ paint: Paint) -> [Element] {
    [
      .shape(
        Shape(
          .rect(Rect(x: place.x, y: place.y - 8, width: 16, height: 16), radius: 4),
          stroke: Stroke(paint, width: 1.5, dashes: [4, 3])))
    ]
  }
}
