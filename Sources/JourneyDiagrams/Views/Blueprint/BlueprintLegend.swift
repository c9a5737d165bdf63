import JourneyAnalysis
import JourneyModel

/// What the marks of a blueprint mean; only those that are drawn.
enum BlueprintLegend {
  /// The keys.
  static func items(_ content: BlueprintContent, _ setter: Typesetter) -> [Legend.Item] {
    let words = content.subject.words
    let columns = content.columns
    var keys = LegendKeys(setter: setter)
    let isBrief = setter.theme.isBrief
    if !isBrief, columns.contains(where: { $0.felt != nil && !$0.isAssumed }) {
      keys.addDots(words.blueprint.legendFeeling, radius: 7)
    }
    if columns.contains(where: \.isAssumed) { keys.addAssumed(words.legendAssumed) }
    if columns.contains(where: { $0.felt == nil }) { keys.addUnknown(words.legendUnknown) }
    let rings = HotspotKeys(columns.compactMap(\.hotspot), content.subject)
    if let sure = rings.sure { keys.addRing(sure, isSure: true) }
    if let suspected = rings.suspected { keys.addRing(suspected, isSure: false) }
    if columns.contains(where: \.touchpoint.isMomentOfTruth) { keys.addStar(words.legendTruth) }
    if isBrief {
      keys.addLine(words.blueprint.lineOfVisibility, .inkSoft, width: 2.2, dashes: [9, 6])
      return keys.items
    }
    if let way = content.ways.ways.first {
      keys.addArrow(
        way.share == nil ? words.blueprint.legendNext : words.blueprint.legendWays)
    }
    let boxes = BlueprintContent.Lane.allCases.flatMap { content.boxes[$0] ?? [] }
    if !boxes.isEmpty { keys.addArrow(words.blueprint.legendLink, isDown: true) }
    if boxes.contains(where: { $0.columns.count > 1 }) {
      keys.add(words.blueprint.legendWide, width: 34) { place, k in
        [
          Shape(
            .rect(
              Rect(x: place.x, y: place.y - 6 * k, width: 34 * k, height: 12 * k), radius: 3 * k),
            fill: .role(.band), stroke: Stroke(.role(.axis), width: 1.2 * k))
        ]
      }
    }
    return keys.items
  }
}
