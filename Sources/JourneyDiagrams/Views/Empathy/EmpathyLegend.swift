/// What the dots of an empathy map mean; only those that are drawn.
enum EmpathyLegend {
  /// The keys.
  static func items(_ content: EmpathyContent, _ setter: Typesetter) -> [Legend.Item] {
    let words = content.subject.words.empathy
    let entries = EmpathyField.allCases.flatMap { content.entries.fields[$0] ?? [] }
      .filter { $0.place != nil }
    var keys = LegendKeys(setter: setter)
    if entries.contains(where: { !$0.isAssumed && $0.felt != nil }) {
      keys.addDots(words.legendDot, radius: 4.5)
    }
    if entries.contains(where: { $0.isAssumed || $0.felt == nil }) {
      keys.add(words.legendAssumed, width: 10) { place, k in
        [
          Shape(
            .circle(Point(place.x + 5 * k, place.y), radius: 3.6 * k),
            stroke: Stroke(.role(.unknown), width: 1.8 * k))
        ]
      }
    }
    return keys.items
  }
}
