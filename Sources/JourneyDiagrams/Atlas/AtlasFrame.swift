import JourneyAnalysis
import JourneyModel
import JourneyPortfolio

/// What stands around the atlas: the header above it, the legend below it.
struct AtlasFrame {
  private let atlas: Atlas
  private let content: AtlasContent
  private let setter: Typesetter
  private let title: String
  private let header: Header
  private let legend: Legend
  private let leftOut: Typesetter.Label?
  private let date: Typesetter.Label?
  private let summary: AtlasSummary

  private var margin: Double { setter.theme.isBrief ? 24 : 40 }
  /// The least width, so that header and legend have room.
  private var leastWidth: Double { setter.theme.isBrief ? 900 : 1100 }
  /// The width that a body has anyway.
  var leastBody: Double { leastWidth - 2 * margin }

  /// Takes the words of the frame; they are measured with everything else.
  init(_ atlas: Atlas, _ content: AtlasContent, _ text: AtlasText, setter: Typesetter) {
    self.atlas = atlas
    self.content = content
    self.setter = setter
    let words = atlas.words
    title = atlas.title ?? words.atlas.title
    summary = AtlasSummary(content: content, words: words)
    header = Header(
      title: title, subtitle: summary.counts,
      figures: Self.figures(atlas.portfolio, words), setter: setter)
    leftOut = summary.leftOut.map { setter.add($0, .legend) }
    let asOf = atlas.portfolio.members.first?.analysis.asOf
    // From the last row too one asks how old this is.
    date = asOf.map { setter.add(words.fill(words.asOf, words.date($0)), .legend) }
    legend = Legend(Self.keys(content, words, setter), setter: setter)
  }

  private static func figures(_ portfolio: Portfolio, _ words: Words) -> [Header.Value] {
    let gap = portfolio.empathyGap
    var figures: [Header.Value] = []
    if let believed = gap.believedGood, let felt = gap.feltGood {
      figures.append(
        Header.Value(
          words.numbers.percent(believed), words.atlas.believedGood, .role(.inkSoft)))
      figures.append(
        Header.Value(
          words.numbers.percent(felt), words.atlas.feltGood,
          .role(felt < believed ? .leaveInk : .ink)))
    }
    let hotspots = portfolio.hotspots
    let unowned = hotspots.count { $0.hotspot.owner == nil }
    let name = words.hotspots(Double(hotspots.count))
    let hasFlow = portfolio.members.contains { $0.analysis.hasFlow }
    figures.append(
      Header.Value(
        hasFlow ? words.numbers.count(Double(hotspots.count)) : nil, or: words.noFlow,
        unowned == 0
          ? name : words.fill(words.withoutOwner, name, words.numbers.count(Double(unowned))),
        .role(.ink)))
    return figures
  }

  private static func keys(
    _ content: AtlasContent, _ words: Words, _ setter: Typesetter
  ) -> [Legend.Item] {
    var keys = LegendKeys(setter: setter)
    let isFull = content.form == .full
    keys.addDots(words.atlas.legendFeeling, radius: 5)
    if isFull { keys.addLine(words.atlas.legendCurve, .inkSoft, width: 2.6, isRound: true) }
    let nodes = content.nodes
    if nodes.contains(where: { $0.own != nil }) {
      keys.addArea(words.atlas.legendHere, .role(.badge))
    }
    if nodes.contains(where: { $0.completedThere > 0.002 }) {
      keys.addHollow(words.atlas.legendThere, .badge, opacity: AtlasBar.there)
    }
    if nodes.contains(where: { ($0.ends?.ended ?? 0) + ($0.ends?.unresolved ?? 0) > 0.002 }) {
      keys.addArea(words.atlas.legendUnknown, .role(.unknown))
    }
    if nodes.contains(where: { ($0.ends?.diverted ?? 0) > 0.002 }) {
      keys.addArea(words.legendDivert, .role(.divert))
    }
    if nodes.contains(where: { ($0.ends?.left ?? 0) > 0.002 }) {
      keys.addArea(words.legendLeave, .role(.leave))
    }
    if isFull, nodes.contains(where: { $0.ends?.completion.low != nil }) {
      keys.addInterval(words.fill(words.legendInterval, words.confidence))
    }
    if !content.links.isEmpty {
      keys.addLine(words.atlas.legendRibbon, .divert, width: 7)
    }
    if nodes.contains(where: \.isHot) {
      keys.addHollow(words.atlas.legendHot, .ring, opacity: 0)
    }
    if content.form != .small, nodes.contains(where: { $0.hottest != nil }) {
      keys.addRing(words.fill(words.atlas.legendHottest, words.heatBase), isSure: true)
      if nodes.contains(where: { $0.hottest?.kind == .suspected }) {
        keys.addRing(words.legendSuspected, isSure: false)
      }
    }
    if nodes.contains(where: { $0.feeling?.isAssumed == true }) {
      keys.addAssumed(words.legendAssumed)
    }
    if nodes.contains(where: { $0.feeling == nil }) { keys.addUnknown(words.legendUnknown) }
    return keys.items
  }

  /// The picture around the journeys.
  ///
  /// - Parameters:
  ///   - body: The journeys in their places.
  ///   - draw: Draws them with their top left corner at a place.
  /// - Returns: The picture.
  /// - Throws: What the measurer throws.
  func picture(around body: AtlasPlaces, draw: (Point) -> [Group]) throws -> Picture {
    let theme = setter.theme
    let gap = theme.isBrief ? 14.0 : 30
    let width = max(leastWidth, (body.width + 2 * margin).rounded(.up))
    let head = try header.layout(left: margin, right: width - margin)
    let top = (margin + head.height + gap).rounded()
    var picture = Picture(
      id: "atlas" + (theme.name == Theme.light.name ? "" : "." + XMLName.escaped(theme.name)),
      width: width, height: 0, title: Scalars.cleaned(title), summary: summary.text(title),
      language: atlas.words.language, direction: atlas.words.direction, theme: theme)
    picture.elements.append(.group(header.draw(head, left: margin, y: margin)))
    for layer in draw(Point(margin, top)) where !layer.elements.isEmpty {
      picture.elements.append(.group(layer))
    }
    let foot = try footer(top: (top + body.height + gap).rounded(), right: width - margin)
    picture.elements.append(.group(foot.group))
    picture.height = foot.bottom
    return picture
  }

  private func footer(top: Double, right: Double) throws -> (group: Group, bottom: Double) {
    let lineHeight = setter.theme.lineHeight(.legend)
    var group = Group(id: "footer", name: "footer", isLayer: true)
    group.add(
      .line(Point(margin, top), Point(right, top)), stroke: Stroke(.role(.line), width: 1.2))
    var y = top + 16 + lineHeight
    var isDated = false
    if let leftOut {
      if let date, setter.width(leftOut) + setter.width(date) + 40 <= right - margin {
        isDated = true
        group.elements.append(
          setter.placed(date, at: Point(right, y), anchor: .right, fill: .role(.inkSoft)))
      }
      let lines = try setter.lines(leftOut, width: right - margin)
      group.elements += setter.placed(
        lines, of: leftOut, at: Point(margin, y), column: right - margin, fill: .role(.ink))
      y += Double(lines.count) * lineHeight + 8
    }
    let places = legend.places(width: right - margin)
    group.add(legend.draw(places, left: margin, y: y))
    y += Double(places.last?.row ?? 0) * legend.rowHeight
    if let date, !isDated {
      y += lineHeight + 10
      group.elements += setter.placed(
        [setter.line(date)], of: date, at: Point(margin, y), column: right - margin,
        fill: .role(.inkSoft))
    }
    return (group, (y + (setter.theme.isBrief ? 16 : 30)).rounded())
  }
}
