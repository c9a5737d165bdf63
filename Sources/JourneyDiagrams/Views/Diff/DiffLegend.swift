/// What the marks of the picture of two journeys mean; only those that are drawn.
enum DiffLegend {
  static func items(_ content: DiffContent, _ setter: Typesetter) -> [Legend.Item] {
    let words = content.subject.words
    let columns = content.columns
    var keys = LegendKeys(setter: setter)
    let isBrief = setter.theme.isBrief
    if columns.contains(where: { $0.before != nil }) {
      keys.add(content.sides.before, width: 32) { place, k in
        [
          Shape(
            .line(place, Point(place.x + 32 * k, place.y)),
            stroke: Stroke(
              .role(.belief), width: 2.2 * k, dashes: DiffPlot.dashes.map { $0 * k })),
          Shape(
            .circle(Point(place.x + 16 * k, place.y), radius: 6 * k), fill: .role(.paper),
            stroke: Stroke(.role(.belief), width: 2.4 * k)),
        ]
      }
    }
    if columns.contains(where: { $0.after != nil }) {
      keys.add(content.sides.after, width: 32) { place, k in
        [
          Shape(
            .line(place, Point(place.x + 32 * k, place.y)),
            stroke: Stroke(.role(.ink), width: 5 * k))
        ]
      }
    }
    let signs = columns.flatMap { $0.cells.joined().compactMap(\.sign) }
    func has(_ isBetter: Bool) -> Bool {
      signs.contains { sign in
        switch sign {
        case .better: isBetter
        case .worse: !isBetter
        default: false
        }
      }
    }
    func verdict(_ word: String, of personas: String) -> String {
      content.isOfPersonas ? words.fill(personas, content.sides.after) : word
    }
    if has(true) {
      keys.addSign(
        verdict(words.diff.better, of: words.diff.legendBetterTo), .better(isSure: true))
    }
    if has(false) {
      keys.addSign(
        verdict(words.diff.worse, of: words.diff.legendWorseTo), .worse(isSure: true))
    }
    if signs.contains(.better(isSure: false)) || signs.contains(.worse(isSure: false)) {
      keys.add(words.diff.legendChance, width: 30) { place, k in
        DiffSign.better(isSure: false).draw(
          center: Point(place.x + 7 * k, place.y), radius: 7 * k, scale: k)
          + DiffSign.worse(isSure: false).draw(
            center: Point(place.x + 23 * k, place.y), radius: 7 * k, scale: k)
      }
    }
    if columns.contains(where: { $0.isForemost && $0.after != nil }) {
      keys.add(words.diff.legendForemost, width: 20) { place, k in
        [
          Shape(
            .circle(Point(place.x + 10 * k, place.y), radius: 5 * k), fill: .role(.unknown)),
          Shape(
            .circle(Point(place.x + 10 * k, place.y), radius: 8.5 * k),
            stroke: DiffPlot.ring(k)),
        ]
      }
    }
    if columns.contains(where: \.what.isNew) {
      let text =
        content.isOfPersonas
        ? words.fill(words.diff.only, content.sides.after) : words.diff.new
      keys.add(text, width: 20) { place, k in
        [
          Shape(
            .rect(
              Rect(x: place.x, y: place.y - 9 * k, width: 20 * k, height: 18 * k), radius: 4 * k),
            fill: .role(.band))
        ] + DiffSign.new.draw(center: Point(place.x + 10 * k, place.y), radius: 4.5 * k, scale: k)
      }
    }
    if columns.contains(where: \.what.isGone) {
      let text =
        content.isOfPersonas
        ? words.fill(words.diff.only, content.sides.before) : words.diff.legendGone
      keys.add(text, width: 20) { place, k in
        [
          Shape(
            .circle(Point(place.x + 10 * k, place.y), radius: 8 * k),
            stroke: Stroke(.role(.inkSoft), width: 1.8 * k, dashes: [3.5 * k, 3.5 * k]))
        ]
      }
    }
    if !isBrief, columns.contains(where: { $0.after?.isAssumed ?? false }) {
      // The double line and the hollow circle on it.
      keys.add(words.legendAssumed, width: 40) { place, k in
        let end = Point(place.x + 40 * k, place.y)
        return [
          Shape(.line(place, end), stroke: Stroke(.role(.inkSoft), width: 7 * k)),
          Shape(.line(place, end), stroke: Stroke(.role(.paper), width: 3.4 * k)),
          Shape(
            .circle(Point(place.x + 20 * k, place.y), radius: 7.5 * k), fill: .role(.paper),
            stroke: Stroke(.role(.inkSoft), width: 3 * k)),
        ]
      }
    }
    if columns.contains(where: { $0.after == nil && !$0.what.isGone }) {
      keys.addUnknown(words.legendUnknown)
    }
    return keys.items
  }
}

extension LegendKeys {
  /// A sign of what became of a figure.
  fileprivate mutating func addSign(_ text: String, _ sign: DiffSign) {
    add(text, width: 14) { place, k in
      sign.draw(center: Point(place.x + 7 * k, place.y), radius: 7 * k, scale: k)
    }
  }
}
