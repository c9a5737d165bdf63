import JourneyAnalysis
import JourneyModel

/// The bottom of the map: what the marks mean, and what the picture rests on.
struct MapFooter {
  private let keys: [Legend.Item]
  private let notes: [Typesetter.Label]
  private let evidence: Typesetter.Label?
  private let isBrief: Bool
  private let isStrip: Bool
  private let setter: Typesetter

  /// Takes the footer's words; they are measured with everything else.
  ///
  /// - Parameters:
  ///   - subject: The whole journey.
  ///   - content: What is drawn of it.
  ///   - notes: What is not drawn, in sentences.
  ///   - setter: Sets the words.
  init(_ subject: Subject, _ content: MapContent, notes: [String], setter: Typesetter) {
    self.setter = setter
    isBrief = content.form.isBrief
    isStrip = content.form.isStrip
    keys =
      content.form.isBrief
      ? Self.briefItems(content, setter) : Self.items(subject, content, setter)
    self.notes = notes.map { setter.add($0, .legend) }
    // From far away nobody reads what it rests on.
    evidence =
      content.form.isBrief ? nil : setter.add(EvidenceLine.text(of: subject), .legend)
  }

  /// Where the footer's parts go.
  struct Layout {
    var height: Double
    fileprivate let legend: Legend
    fileprivate var places: [(x: Double, row: Int)]
    fileprivate var notes: [[Typesetter.Line]]
    fileprivate var evidence: [Typesetter.Line]
  }

  /// Lays the footer out in a width.
  ///
  /// - Parameter width: The width.
  /// - Returns: Where everything goes.
  /// - Throws: What the measurer throws.
  func layout(width: Double) throws -> Layout {
    let legend = Legend(keys, setter: setter)
    var layout = Layout(
      height: isStrip ? 8 : isBrief ? 26 : 56, legend: legend, places: legend.places(width: width),
      notes: try notes.map { try setter.lines($0, width: width) },
      evidence: try evidence.map { try setter.lines($0, width: width) } ?? [])
    let lines = layout.notes.reduce(layout.evidence.count) { $0 + $1.count }
    layout.height += legendHeight(layout) + Double(lines) * setter.theme.lineHeight(.legend)
    return layout
  }

  private func legendHeight(_ layout: Layout) -> Double {
    Double((layout.places.last?.row ?? -1) + 1) * layout.legend.rowHeight
  }

  /// Draws the footer with its rule at `y`.
  func draw(_ layout: Layout, left: Double, right: Double, y: Double) -> Group {
    var group = Group(id: "footer", name: "footer", isLayer: true)
    group.add(.line(Point(left, y), Point(right, y)), stroke: Stroke(.role(.line), width: 1.2))
    group.add(
      layout.legend.draw(layout.places, left: left, y: y + (isStrip ? 18 : isBrief ? 24 : 32)))
    var baseline = y + (isStrip ? 18 : isBrief ? 26 : 34) + legendHeight(layout)
    for (note, lines) in zip(notes, layout.notes) {
      group.elements += setter.placed(
        lines, of: note, at: Point(left, baseline), fill: .role(.ink))
      baseline += Double(lines.count) * setter.theme.lineHeight(.legend)
    }
    if let evidence {
      group.elements += setter.placed(
        layout.evidence, of: evidence, at: Point(left, baseline), fill: .role(.inkSoft))
    }
    return group
  }

  // MARK: Keys

  /// The keys of what needs a word even from far away.
  private static func briefItems(
    _ content: MapContent, _ setter: Typesetter
  ) -> [Legend.Item] {
    let (words, columns) = (content.subject.words, content.columns)
    var items: [Legend.Item] = []
    func add(_ text: String, _ width: Double, _ draw: @escaping @Sendable (Point) -> [Element]) {
      items.append(Legend.Item(label: setter.add(text, .legend), width: width, draw: draw))
    }
    if content.form.overlaysPersonas { add(words.map.legendPersonas, 40, personaKey) }
    if content.form.isStrip, content.showsBelief { add(words.legendBelief, 32, beliefKey) }
    addTroubles(content, add)
    if columns.contains(where: { $0.interval != nil }) {
      add(words.fill(words.legendInterval, words.confidence), 28, MapWhisker.key)
    }
    if columns.contains(where: \.touchpoint.isMomentOfTruth) { add(words.legendTruth, 18, starKey) }
    return items
  }

  /// The keys of rings, of those who go, and of what nobody was asked.
  private static func addTroubles(
    _ content: MapContent,
    _ add: (String, Double, @escaping @Sendable (Point) -> [Element]) -> Void
  ) {
    let (words, columns) = (content.subject.words, content.columns)
    let rings = HotspotKeys(columns.compactMap(\.hotspot), content.subject)
    if let sure = rings.sure { add(sure, 20) { ringKey($0, isSure: true) } }
    if let suspected = rings.suspected { add(suspected, 20) { ringKey($0, isSure: false) } }
    let kinds = columns.flatMap(\.exits).map(\.kind)
    for (kind, phrase) in [
      (MapExit.Kind.left, words.legendLeave), (.diverted, words.legendDivert),
      (.ended, words.funnel.legendEnded),
    ] where kinds.contains(kind) {
      add(phrase, 10) { streamKey($0, kind.role) }
    }
    if columns.contains(where: \.isAssumed) { add(words.legendAssumed, 18, assumedKey) }
  }

  private static func items(
    _ subject: Subject, _ content: MapContent, _ setter: Typesetter
  ) -> [Legend.Item] {
    let (words, columns) = (subject.words, content.columns)
    var keys: [Legend.Item] = []
    func add(_ text: String, _ width: Double, _ draw: @escaping @Sendable (Point) -> [Element]) {
      keys.append(Legend.Item(label: setter.add(text, .legend), width: width, draw: draw))
    }
    if subject.analysis.hasFlow {
      add(words.fill(words.legendSize, subject.journey.customers), 36, sizeKey)
    }
    if columns.contains(where: { $0.felt != nil }) { add(words.legendFeeling, 46, feelingKey) }
    if content.form.overlaysPersonas { add(words.map.legendPersonas, 40, personaKey) }
    if content.showsBelief {
      add(words.legendBelief, 32, beliefKey)
      let both = columns.filter { $0.believed != nil && $0.felt != nil }
      if both.contains(where: { ($0.believed ?? 0) > ($0.felt ?? 0) }) {
        add(words.legendGap, 22) { areaKey($0, .gapWorse) }
      }
      if both.contains(where: { ($0.believed ?? 0) < ($0.felt ?? 0) }) {
        add(words.legendBetter, 22) { areaKey($0, .gapBetter) }
      }
    }
    addTroubles(content, add)
    if columns.contains(where: { $0.felt == nil }) { add(words.legendUnknown, 18, unknownKey) }
    if columns.contains(where: { $0.interval != nil }) {
      add(words.fill(words.legendInterval, words.confidence), 28, MapWhisker.key)
    }
    if columns.contains(where: \.touchpoint.isMomentOfTruth) {
      add(words.legendTruth, 18, starKey)
    }
    if let peak = columns.first(where: { $0.moments.contains(.peak) }) {
      let isUp = (peak.felt ?? 0) > 0
      add(words.map.legendPeak, 14) { MapMark.peak(Point($0.x + 7, $0.y), isUp: isUp) }
    }
    if columns.contains(where: { $0.moments.contains(.end) }) {
      add(words.map.legendEnd, 12) { MapMark.end(Point($0.x + 6, $0.y)) }
    }
    if columns.contains(where: { $0.moments.contains(.bright) }) {
      add(words.map.legendBright, 16) { MapMark.bright(Point($0.x + 8, $0.y)) }
    }
    return keys
  }

  private static func personaKey(_ place: Point) -> [Element] {
    let mark = PersonaMark(0)
    return [
      .shape(
        Shape(
          .line(place, Point(place.x + 40, place.y)),
          stroke: Stroke(.role(.ink), width: 2, opacity: 0.8, dashes: mark.dashes(scale: 1)))),
      .shape(
        Shape(
          mark.geometry(Point(place.x + 20, place.y), radius: 6), fill: .emotion(-0.5),
          stroke: Stroke(.role(.paper), width: 1.6))),
    ]
  }

  private static func starKey(_ place: Point) -> [Element] {
    [
      .shape(
        Shape(
          .path(Star.path(center: Point(place.x + 9, place.y), radius: 9)), fill: .role(.star)))
    ]
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
          stroke: Stroke(.role(.inkSoft), width: 3)))
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
}
