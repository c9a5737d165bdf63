import JourneyModel

/// What the marks of a heatmap mean; only those that are drawn.
enum HeatmapLegend {
  /// The keys.
  static func items(
    _ table: HeatmapTable, _ subject: Subject, _ setter: Typesetter
  ) -> [Legend.Item] {
    let words = subject.words
    var keys = LegendKeys(setter: setter)
    func isKnown(_ cell: HeatmapTable.Cell) -> Bool {
      if case .known = cell { true } else { false }
    }
    if table.contains(isKnown) {
      keys.add(words.heatmap.legendCell, width: 80) { place, k in
        [-1.0, -0.5, 0, 0.5, 1].enumerated().map { index, v in
          Shape(
            .rect(
              Rect(
                x: place.x + 16 * Double(index) * k, y: place.y - 7 * k, width: 15 * k,
                height: 14 * k), radius: 2 * k), fill: .emotion(v))
        }
      }
    }
    if table.contains({ if case .known(let felt) = $0 { felt.isAssumed } else { false } }) {
      keys.add(words.legendAssumed, width: 24) { place, k in
        [
          Shape(
            .rect(
              Rect(x: place.x + 1, y: place.y - 7 * k, width: 22 * k, height: 14 * k),
              radius: 3 * k), stroke: Stroke(.role(.inkSoft), width: 2 * k))
        ]
      }
    }
    if table.contains({ if case .unmeasured = $0 { true } else { false } }) {
      keys.add(words.heatmap.legendUnmeasured, width: 8) { place, k in
        [Shape(.circle(Point(place.x + 4 * k, place.y), radius: 3 * k), fill: .role(.unknown))]
      }
    }
    if table.contains({ if case .absent = $0 { true } else { false } }) {
      keys.addArea(table.absentKey, .role(.paper))
    }
    if let note = table.noteKey { keys.add(note, width: 0) { _, _ in [] } }
    if !table.numbers.isEmpty {
      let text = words.fill(
        words.heatmap.legendHeat, words.heatBase, subject.journey.customers)
      keys.add(text, width: 26) { place, k in
        [
          Shape(
            .rect(
              Rect(x: place.x, y: place.y - 4 * k, width: 26 * k, height: 8 * k), radius: 2 * k),
            fill: .role(.ring), fillOpacity: HeatmapPainter.barOpacity)
        ]
      }
    }
    return keys.items
  }
}
