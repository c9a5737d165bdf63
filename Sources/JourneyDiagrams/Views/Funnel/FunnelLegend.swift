import JourneyModel

/// What the marks of a funnel mean; only those that are drawn.
enum FunnelLegend {
  /// The keys.
  static func items(_ content: FunnelContent, _ setter: Typesetter) -> [Legend.Item] {
    let (subject, words) = (content.subject, content.subject.words)
    var keys = LegendKeys(setter: setter)
    keys.addArea(
      words.fill(words.funnel.legendRibbon, subject.journey.customers), .role(.unknown),
      opacity: FunnelPainter.ribbonOpacity)
    if content.steps.contains(where: { $0.felt != nil }) {
      keys.add(words.funnel.legendColor, width: 60) { place, k in
        [-1.0, -0.5, 0, 0.5, 1].enumerated().map { index, v in
          Shape(
            .rect(
              Rect(
                x: place.x + 12 * Double(index) * k, y: place.y - 7 * k, width: 12 * k,
                height: 14 * k), radius: 0), fill: .emotion(v),
            fillOpacity: FunnelPainter.ribbonOpacity)
        }
      }
    }
    if content.steps.contains(where: { $0.completed > 0 }) {
      let end = subject.journey.ends.completed ?? words.completed
      keys.addArea(end, .role(.badge), opacity: FunnelPainter.completedOpacity)
    }
    let kinds = Set(content.steps.flatMap { $0.exits.map(\.kind) })
    if kinds.contains(.left) {
      keys.addArea(words.funnel.legendLeave, .role(.leave), opacity: FunnelPainter.exitOpacity)
    }
    if kinds.contains(where: { if case .diverted = $0 { true } else { false } }) {
      keys.addArea(words.funnel.legendDivert, .role(.divert), opacity: FunnelPainter.exitOpacity)
    }
    if kinds.contains(.ended) {
      keys.addArea(words.funnel.legendEnded, .role(.unknown), opacity: FunnelPainter.exitOpacity)
    }
    keys.add(words.funnel.legendStep, width: 0) { _, _ in [] }
    return keys.items
  }
}
