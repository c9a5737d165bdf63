import JourneyAnalysis
import JourneyModel

extension MapPlot {
  /// The axis: five feelings with their faces and scores, and a line for each.
  func drawAxis(neutral: Double) -> Group {
    var group = Group(id: "axis", name: "axis", isLayer: true)
    if let unmeasured = content.unmeasured {
      group.elements.append(
        setter.placed(unmeasured, at: Point(frame.left, neutral + 5), fill: .role(.inkSoft)))
    }
    let isBrief = content.form.isBrief
    let widest = content.levels.map { setter.width($0.value) }.max() ?? 0
    for level in content.levels {
      let y = neutral - level.v * unit
      let isNeutral = level.v == 0
      group.add(
        .line(Point(frame.plotLeft, y), Point(frame.plotRight, y)),
        stroke: Stroke(
          .role(isNeutral ? .axis : .line), width: isNeutral ? 1.6 : 1.2,
          dashes: isNeutral ? [] : [2, 5]))
      // From far away a face says as much as its name.
      if !isBrief {
        group.elements.append(
          setter.placed(level.name, at: Point(frame.left, y + 5), fill: .role(.inkSoft)))
      }
      let face = isBrief ? Point(frame.left + 13, y) : Point(frame.plotLeft - 52, y)
      group.elements += Face.draw(
        level.v, center: face, radius: content.form.isStrip ? 9 : isBrief ? 13 : 11)
      group.elements.append(
        setter.placedNumber(
          level.value, right: frame.plotLeft - 10, baseline: y + 4.5, width: widest,
          fill: .role(.inkSoft)))
    }
    return group
  }

  /// The space between belief and feeling.
  func drawGap(neutral: Double) -> Group {
    Group(
      id: "gap", name: "gap", isLayer: true,
      elements: belief.areas(down: neutral).map { .shape($0) })
  }

  /// The line of what was believed, with its label.
  func drawBelief(neutral: Double) -> Group {
    var group = Group(id: "belief", name: "belief", isLayer: true)
    for path in belief.line(down: neutral) {
      group.add(.path(path), stroke: Stroke(.role(.belief), width: 2, dashes: [7, 6]))
    }
    if let place = beliefLabel {
      group.elements.append(
        setter.placed(
          content.belief, at: Point(place.x, place.y + neutral), anchor: .middle,
          fill: .role(.inkSoft)))
    }
    return group
  }

  /// The traffic between circles, the widest lowest.
  func drawFlow(neutral: Double) -> Group {
    var group = Group(id: "flow", name: "flow", isLayer: true)
    let order = routes.routes.indices.sorted { a, b in
      (-routes.routes[a].width, a) < (-routes.routes[b].width, b)
    }
    for index in order { group.add(drawRoute(routes.routes[index], neutral: neutral)) }
    // What a way runs through stands above all ways, on paper of its own.
    for index in order where routes.routes[index].isLabelStruck {
      group.add(Group(elements: drawLabel(of: routes.routes[index], neutral: neutral)))
    }
    return group
  }

  private func drawRoute(_ route: MapRoutes.Route, neutral: Double) -> Group {
    let (from, to) = (content.columns[route.link.from], content.columns[route.link.to])
    let names = (from.touchpoint.id.rawValue, to.touchpoint.id.rawValue)
    let id = "flow." + XMLName.escaped(names.0) + "." + XMLName.escaped(names.1)
    var group = Group(id: id, name: "flow/" + names.0 + "/" + names.1)
    let words = content.subject.words
    let isBack = route.link.to <= route.link.from
    group.title = from.touchpoint.name + " → " + to.touchpoint.name
    if content.subject.analysis.hasFlow {
      group.title? += ": " + words.numbers.percent(route.link.probability)
    }
    let paint = gradient(route, id: id + ".paint")
    // Among the personas' lines everybody's ribbons stand back.
    let opacity = setter.theme.ribbonOpacity * (content.form.overlaysPersonas ? 0.6 : 1)
    group.add(
      .path(route.path.moved(down: neutral)),
      stroke: Stroke(paint, width: route.width, opacity: isBack ? min(1, opacity * 1.5) : opacity))
    if let arrow = route.arrow {
      let (tip, size) = (Point(arrow.tip.x, arrow.tip.y + neutral), arrow.width)
      let length = route.link.from == route.link.to ? -size : size
      let head = Path.polygon([
        tip, Point(tip.x + size * 0.55, tip.y + length), Point(tip.x, tip.y + length * 0.76),
        Point(tip.x - size * 0.55, tip.y + length),
      ])
      group.add(.path(head), fill: to.felt.map { .emotion($0) } ?? .role(.unknown))
    }
    if !route.isLabelStruck { group.elements += drawLabel(of: route, neutral: neutral) }
    return group
  }

  private func drawLabel(of route: MapRoutes.Route, neutral: Double) -> [Element] {
    guard let place = route.label, let label = route.link.label else { return [] }
    let text = setter.placed(
      label, at: Point(place.x, place.y + neutral), anchor: .middle, fill: .role(.inkSoft))
    guard route.isLabelStruck else { return [text] }
    let (width, ascent) = (setter.width(label) + 6, setter.ascent(.note))
    let paper = Rect(
      x: place.x - width / 2, y: place.y + neutral - ascent - 1, width: width, height: ascent + 5)
    return [.shape(Shape(.rect(paper, radius: 3), fill: .role(.paper))), text]
  }

  private func gradient(_ route: MapRoutes.Route, id: String) -> Paint {
    let (from, to) = (content.columns[route.link.from], content.columns[route.link.to])
    if from.felt == to.felt || route.link.from == route.link.to {
      return from.felt.map { .emotion($0) } ?? .role(.unknown)
    }
    return .gradient(
      Paint.Gradient(
        id: id, from: Point(spots[route.link.from].x, 0), to: Point(spots[route.link.to].x, 0),
        stops: [
          Paint.Gradient.Stop(0, from.felt.map { .emotion($0) } ?? .role(.unknown)),
          Paint.Gradient.Stop(1, to.felt.map { .emotion($0) } ?? .role(.unknown)),
        ]))
  }

  // MARK: One touchpoint

  /// The streams of people who go out at a touchpoint, tapering downwards to their label.
  func drawStreams(_ column: Int, neutral: Double) -> [Element] {
    var elements: [Element] = []
    let spot = spots[column]
    let y0 = spot.y + neutral
    let end = streamEnd + neutral
    for stream in streams[column] {
      let width = min(1.5 * spot.radius, 3 + 62 * stream.exit.share)
      let role = stream.exit.kind.role
      let path = Self.taper(
        from: Point(spot.x, y0), width: width, to: Point(stream.x, end), radius: spot.radius)
      // Full where people go, faint on the way down, so that long streams do not cut the picture.
      let opacity = setter.theme.streamOpacity
      let id = XMLName.escaped(content.columns[column].touchpoint.id.rawValue)
      let paint = Paint.gradient(
        Paint.Gradient(
          id: "\(role.name).\(id)", from: Point(0, y0 + spot.radius), to: Point(0, end),
          stops: [
            Paint.Gradient.Stop(0, .role(role), opacity: opacity),
            Paint.Gradient.Stop(1, .role(role), opacity: opacity * 0.45),
          ]))
      elements.append(.shape(Shape(.path(path), fill: paint)))
      elements += setter.placed(
        stream.lines, of: stream.exit.label,
        at: Point(stream.x, end + 6 + setter.ascent(.exit)), anchor: .middle,
        fill: .role(stream.exit.kind.ink))
    }
    return elements
  }

  private static func taper(
    from start: Point, width: Double, to end: Point, radius: Double
  ) -> Path {
    let shift = end.x - start.x
    let middle = (start.y + radius + end.y) / 2
    // Streams that bend aside start beside the middle, so that two do not lie on each other.
    let x = start.x + (shift == 0 ? 0 : shift > 0 ? radius * 0.4 : -radius * 0.4)
    let (half, thin) = (width / 2, 0.8)
    var path = Path()
    path.move(x - half, start.y)
    path.line(x - half, start.y + radius)
    path.curve(x - half * 0.8, middle, end.x - thin, middle, end.x - thin, end.y)
    path.line(end.x + thin, end.y)
    path.curve(end.x + thin, middle, x + half * 0.8, middle, x + half, start.y + radius)
    path.line(x + half, start.y)
    path.close()
    return path
  }

  /// The circle of a touchpoint with its score, ring, badge, star and interval.
  func drawCircle(_ index: Int, neutral: Double) -> [Element] {
    let column = content.columns[index]
    let spot = spots[index]
    let center = Point(spot.x, spot.y + neutral)
    var group = Group()
    let isKnown = column.felt != nil
    if let whisker = whiskers[index] { group.elements += whisker.draw(neutral: neutral) }
    group.add(.circle(center, radius: spot.radius + 4), fill: .role(.paper))
    let v = column.felt ?? 0
    if let hotspot = column.hotspot {
      group.add(
        .circle(center, radius: spot.radius + 7), fill: .role(.paper),
        stroke: Stroke(
          .role(.ring), width: 2.5, dashes: hotspot.kind == .suspected ? [5, 4] : []))
    }
    if isKnown, !column.isAssumed {
      group.add(.circle(center, radius: spot.radius), fill: .emotion(v))
    } else {
      // Hollow: assumed, or not known at all.
      group.add(
        .circle(center, radius: spot.radius - 1.5), fill: .role(.paper),
        stroke: Stroke(
          isKnown ? .emotion(v) : .role(.unknown), width: 3, dashes: isKnown ? [] : [3, 4]))
    }
    let ink: Paint =
      isKnown ? (column.isAssumed ? .role(.ink) : .onEmotion(v)) : .role(.inkSoft)
    var score = setter.line(column.score)
    // Within a ring there is less room.
    let shrink = isKnown && !column.isAssumed || content.form.isBrief ? 1 : 0.92
    score.width *= shrink
    group.add(
      TextLine(
        score.text, at: Point(center.x, center.y + 4.7 * shrink), anchor: .middle, role: .score,
        fill: ink, width: score.width, scale: shrink))
    drawMarks(of: column, index, center: center, into: &group)
    return group.elements
  }

  /// What stands at the corners of the circle.
  private func drawMarks(
    of column: MapColumn, _ index: Int, center: Point, into group: inout Group
  ) {
    for corner in corners[index].places {
      let place = Point(center.x + corner.offset.x, center.y + corner.offset.y)
      switch corner.mark {
      case .rank:
        guard let rank = column.rank else { continue }
        group.add(.circle(place, radius: corner.radius), fill: .role(.badge))
        group.elements.append(
          setter.placed(
            rank, at: Point(place.x, place.y + 4.7), anchor: .middle, fill: .role(.onBadge)))
      case .star:
        group.add(.circle(place, radius: corner.radius), fill: .role(.paper))
        group.add(.path(Star.path(center: place, radius: 9.5)), fill: .role(.star))
      case .bright: group.elements += MapMark.bright(place)
      case .peak: group.elements += MapMark.peak(place, isUp: (column.felt ?? 0) > 0)
      case .end: group.elements += MapMark.end(place)
      }
    }
  }
}
