/// The emotional part of the map: axis, belief, ribbons, and what happens at each circle.
struct MapPlot {
  /// A stream of people who go out of the journey.
  struct Stream {
    var exit: MapExit
    /// The middle of its label.
    var x: Double
    var lines: [Typesetter.Line]
  }

  let content: MapContent
  let frame: MapFrame
  let setter: Typesetter
  let spots: [MapRoutes.Spot]
  let corners: [MapCorners]
  /// The intervals beside the circles, for each column that has one.
  let whiskers: [MapWhisker?]
  let routes: MapRoutes
  let belief: MapBelief
  let personas: MapPersonas
  let streams: [[Stream]]
  /// Where the belief line's label stands, neutral being y = 0.
  let beliefLabel: Point?
  /// The top of the plot, neutral being y = 0; negative.
  let top: Double
  /// Where streams end.
  let streamEnd: Double
  /// The bottom of the plot.
  let bottom: Double

  /// px for each unit of v.
  let unit: Double

  /// px for each unit of v, unless a slide has more room or less.
  static let usualUnit = 168.0

  init(
    _ content: MapContent, personas labels: MapPersonas.Labels, frame: MapFrame,
    setter: Typesetter, unit: Double = MapPlot.usualUnit
  ) throws {
    self.content = content
    self.frame = frame
    self.setter = setter
    self.unit = unit
    var spots = content.columns.enumerated().map { index, column in
      MapRoutes.Spot(
        x: frame.center(index), y: -(column.felt ?? 0) * unit,
        radius: Self.radius(reach: column.reach), isRinged: column.hotspot != nil,
        hasMarksBelow: !column.moments.isEmpty,
        hasExit: !column.exits.isEmpty, hasTwoExits: column.exits.count > 1,
        hasBroadExit: column.exits.contains { $0.kind != .ended || $0.share >= 0.05 })
    }
    for link in content.links where link.from == link.to {
      let spot = spots[link.from]
      let label = link.label == nil ? 0 : MapRound.labelGap + setter.theme.lineHeight(.note)
      spots[link.from].round = spot.y - MapRound(at: spot, traffic: link.traffic).top + label + 4
    }
    self.spots = spots
    let corners = zip(content.columns, spots).map { MapCorners($0, spot: $1) }
    self.corners = corners
    let whiskers = spots.indices.map { index in
      MapWhisker(
        content.columns[index], beside: spots[index], corners[index], unit: unit,
        columnWidth: frame.columnWidth)
    }
    self.whiskers = whiskers
    let levels = content.levels.map { -$0.v * unit }
    let routes = MapRoutes(
      links: content.links, spots: spots, whiskers: whiskers, lines: levels,
      columnWidth: frame.columnWidth, setter: setter)
    self.routes = routes
    let belief = MapBelief(
      x: spots.map(\.x), felt: content.columns.map { $0.felt.map { -$0 * unit } },
      believed: content.columns.map { content.showsBelief ? $0.believed.map { -$0 * unit } : nil })
    self.belief = belief
    let rooms = spots.indices.map { index in
      MapPersonaRoom(
        beside: spots[index], corners[index].places, whiskers[index], width: frame.columnWidth)
    }
    let personas = MapPersonas(content, labels, rooms: rooms, frame: frame, unit: unit, setter)
    self.personas = personas
    streams = try Self.streams(content, frame: frame, setter: setter)

    let bounds = frame.plotLeft...frame.plotRight
    let beliefLabel =
      // Among text the legend says what the line is.
      content.showsBelief && !content.form.isStrip
      ? belief.labelPlace(
        width: setter.width(content.belief),
        obstacles: Self.obstacles(spots, routes, streams: streams, unit: unit, setter)
          + whiskers.compactMap { $0?.box },
        lines: levels, bounds: bounds) : nil
    self.beliefLabel = beliefLabel

    let isStrip = content.form.isStrip
    var top = (levels.min() ?? 0) - (isStrip ? 18 : 30)
    var bottom = (levels.max() ?? 0) + (isStrip ? 16 : 24)
    for spot in spots {
      top = min(top, spot.y - spot.above - 8)
      bottom = max(bottom, spot.y + spot.below + 10)
    }
    for case .some(let whisker) in whiskers {
      top = min(top, whisker.box.y - 6)
      bottom = max(bottom, whisker.box.maxY + 6)
    }
    for route in routes.routes {
      top = min(top, route.extent.lowerBound - route.width / 2 - 12)
      bottom = max(bottom, route.extent.upperBound + 10)
    }
    if let beliefLabel { top = min(top, beliefLabel.y - 24) }
    if content.showsBelief, let believed = content.columns.compactMap(\.believed).min() {
      bottom = max(bottom, -believed * unit + 12)
    }
    if let extent = personas.extent {
      top = min(top, extent.lowerBound)
      bottom = max(bottom, extent.upperBound)
    }
    if let beliefLabel { bottom = max(bottom, beliefLabel.y + 12) }
    self.top = top
    let lines = streams.joined().map(\.lines.count).max() ?? 0
    streamEnd = bottom + (lines > 0 ? 14 : 0)
    self.bottom =
      streamEnd + (lines > 0 ? 8 + Double(lines) * setter.theme.lineHeight(.exit) : 0)
  }

  /// How large a circle is: its area grows with how many come.
  static func radius(reach: Double?) -> Double {
    let (least, most) = (17.5, 24.0)
    guard let reach else { return 21 }
    return (least * least + (most * most - least * least) * min(1, max(0, reach))).squareRoot()
  }

  private static func streams(
    _ content: MapContent, frame: MapFrame, setter: Typesetter
  ) throws -> [[Stream]] {
    let hasExit = content.columns.map { !$0.exits.isEmpty }
    // Into a neighbour's room, where the neighbour needs none.
    func room(_ index: Int, _ side: Int) -> Double {
      let isFree = hasExit.indices.contains(index + side) && !hasExit[index + side]
      return frame.columnWidth * (isFree ? 0.95 : 0.5) - 7
    }
    return try content.columns.enumerated().map { index, column in
      let center = frame.center(index)
      let (before, behind) = (room(index, -1), room(index, 1))
      if column.exits.count < 2 {
        return try column.exits.map { exit in
          let lines = try setter.lines(exit.label, width: 2 * min(before, behind))
          return Stream(exit: exit, x: center, lines: lines)
        }
      }
      // Beside each other: the first take what they need, the last what is left.
      let gap = 14.0
      var rest = before + behind
      var streams: [Stream] = []
      var width = -gap
      for (place, exit) in column.exits.enumerated() {
        let others = column.exits.count - 1 - place
        let share = others > 0 ? rest * (others > 1 ? 0.3 : 0.45) : rest
        let wanted = others > 0 ? max(share, setter.longestWord(exit.label)) : rest
        let lines = try setter.lines(exit.label, width: wanted)
        let taken = lines.map(\.width).max() ?? 0
        streams.append(Stream(exit: exit, x: width + gap + taken / 2, lines: lines))
        width += gap + taken
        rest -= gap + taken
      }
      let start = min(max(center - width / 2, center - before), center + behind - width)
      for place in streams.indices { streams[place].x += start }
      return streams
    }
  }

  /// The boxes of circles and of pieces of ribbons.
  private static func obstacles(
    _ spots: [MapRoutes.Spot], _ routes: MapRoutes, streams: [[Stream]], unit: Double,
    _ setter: Typesetter
  ) -> [Rect] {
    var boxes = spots.map { spot in
      Rect(
        x: spot.x - spot.radius - 8, y: spot.y - spot.above, width: 2 * spot.radius + 26,
        height: spot.above + spot.below)
    }
    for (spot, streams) in zip(spots, streams) where !streams.isEmpty {
      boxes.append(Rect(x: spot.x - 8, y: spot.y, width: 16, height: 4 * unit))
    }
    for route in routes.routes {
      let points = route.path.flattened(pieces: 10)
      for (a, b) in zip(points, points.dropFirst()) {
        let margin = route.width / 2
        boxes.append(
          Rect(
            x: min(a.x, b.x), y: min(a.y, b.y) - margin, width: abs(b.x - a.x) + 0.1,
            height: abs(b.y - a.y) + 2 * margin))
      }
      if let place = route.label, let label = route.link.label {
        let width = setter.width(label)
        boxes.append(Rect(x: place.x - width / 2, y: place.y - 12, width: width, height: 16))
      }
    }
    return boxes
  }
}
