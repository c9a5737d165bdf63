import JourneyAnalysis
import JourneyModel

/// A line for each persona over the circles of everybody, told apart by dashes, marks and names.
struct MapPersonas {
  /// The names, measured with everything else.
  struct Labels {
    fileprivate var personas: [(persona: Persona, index: Int, name: Typesetter.Label)] = []
    /// How many personas have no line.
    private(set) var leftOut = 0

    /// Up to so many lines can be told apart.
    private static let most = 6
    fileprivate static let gap = 34.0

    /// Takes the names of those who have a line: of too many those with the greatest shares.
    init(_ subject: Subject, form: MapForm, setter: Typesetter) {
      guard form.overlaysPersonas else { return }
      var felt: Set<PersonaID> = []
      for figures in subject.analysis.touchpoints {
        for feeling in figures.personas { felt.insert(feeling.persona) }
      }
      let known = subject.journey.personas.indices.filter {
        felt.contains(subject.journey.personas[$0].id)
      }
      func share(_ index: Int) -> Double { subject.journey.personas[index].share?.fraction ?? 0 }
      let chosen = known.sorted { (share($1), $0) < (share($0), $1) }.prefix(Self.most).sorted()
      personas = chosen.map { index in
        let persona = subject.journey.personas[index]
        return (persona, index, setter.add(persona.name, .note))
      }
      leftOut = known.count - chosen.count
    }

    /// The most width of a name before it is broken, within a word only when that is very long.
    fileprivate static func most(_ name: Typesetter.Label, _ setter: Typesetter) -> Double {
      max(200, min(360, setter.longestWord(name)))
    }

    /// The room that the names take right of the columns.
    func width(_ setter: Typesetter) -> Double {
      let widest = personas.map { min(Self.most($0.name, setter), setter.width($0.name)) }.max()
      return widest.map { $0 + Self.gap } ?? 0
    }
  }

  private struct Place {
    var point: Point
    var v: Double
    var isAssumed: Bool
    /// Whether there is no room for it beside the circle.
    var isOver: Bool
  }

  private struct Line {
    var persona: Persona
    var mark: PersonaMark
    var name: Typesetter.Label
    var lines: [Typesetter.Line]
    /// Its places, column by column; nil where nothing is known.
    var places: [Place?]
    /// The middle of its name's height.
    var labelY: Double
    var summary: String
  }

  private var lines: [Line] = []
  private let frame: MapFrame
  private let setter: Typesetter
  /// The radius of a mark.
  static let markRadius = 6.5

  /// Places the lines, neutral being y = 0.
  init(
    _ content: MapContent, _ labels: Labels, rooms: [MapPersonaRoom], frame: MapFrame,
    unit: Double, _ setter: Typesetter
  ) {
    self.frame = frame
    self.setter = setter
    let (scale, words) = (content.subject.analysis.scale, content.subject.words)
    var rooms = rooms
    for (number, entry) in labels.personas.enumerated() {
      let shift = MapPersonaRoom.shift(
        of: number, among: labels.personas.count, width: frame.columnWidth)
      var said: [String] = []
      let places = content.columns.indices.map { index -> Place? in
        let column = content.columns[index]
        guard
          let feeling = column.figures?.personas.first(where: { $0.persona == entry.persona.id })
        else { return nil }
        let v = min(1, max(-1, scale.normalized(feeling.felt.mean)))
        said.append(
          words.fill(
            words.map.sayPersona, column.touchpoint.name,
            words.score(feeling.felt.mean, on: scale)))
        let (point, isOver) = rooms[index].place(y: -v * unit, near: shift)
        return Place(point: point, v: v, isAssumed: feeling.felt.isAssumed, isOver: isOver)
      }
      guard let last = places.last(where: { $0 != nil }) ?? nil else { continue }
      let text =
        (try? setter.lines(entry.name, width: Labels.most(entry.name, setter))) ?? [
          setter.line(entry.name)
        ]
      lines.append(
        Line(
          persona: entry.persona, mark: PersonaMark(entry.index), name: entry.name, lines: text,
          places: places, labelY: last.point.y,
          summary: said.joined(separator: words.clauseSeparator)))
    }
    spreadLabels()
  }

  /// Names stand apart, as near to their lines as that allows.
  private mutating func spreadLabels() {
    let order = lines.indices.sorted { (lines[$0].labelY, $0) < (lines[$1].labelY, $1) }
    func height(_ index: Int) -> Double {
      Double(lines[index].lines.count) * setter.theme.lineHeight(.note) + 4
    }
    // Down first, then back by half of how far that went.
    var pushed = 0.0
    for (a, b) in zip(order, order.dropFirst()) {
      let least = lines[a].labelY + (height(a) + height(b)) / 2
      if lines[b].labelY < least {
        pushed = max(pushed, least - lines[b].labelY)
        lines[b].labelY = least
      }
    }
    for index in lines.indices { lines[index].labelY -= pushed / 2 }
  }

  /// The lowest and highest y that anything takes; nil without lines.
  var extent: ClosedRange<Double>? {
    let ys = lines.flatMap { line in
      let half = max(12, Double(line.lines.count) * setter.theme.lineHeight(.note) / 2)
      return line.places.compactMap { $0?.point.y } + [line.labelY - half, line.labelY + half]
    }
    guard let least = ys.min(), let most = ys.max() else { return nil }
    return (least - 14)...(most + 14)
  }

  /// Draws all lines.
  func draw(neutral: Double) -> Group {
    var layer = Group(id: "personas", name: "personas", isLayer: true)
    for line in lines { layer.add(draw(line, neutral: neutral)) }
    return layer
  }

  private func draw(_ line: Line, neutral: Double) -> Group {
    let id = line.persona.id.rawValue
    var group = Group(
      id: "persona." + XMLName.escaped(id), name: "persona/" + id, title: line.persona.name,
      summary: line.summary)
    func point(_ place: Point) -> Point { Point(place.x, place.y + neutral) }
    // Dotted where nothing is known in between.
    var (path, bridge) = (Path(), Path())
    var before: (column: Int, point: Point)?
    for (column, place) in line.places.enumerated() {
      guard let next = place.map({ point($0.point) }) else { continue }
      if let before {
        let middle = (before.point.x + next.x) / 2
        if before.column == column - 1 {
          path.move(before.point.x, before.point.y)
          path.curve(middle, before.point.y, middle, next.y, next.x, next.y)
        } else {
          bridge.move(before.point.x, before.point.y)
          bridge.curve(middle, before.point.y, middle, next.y, next.x, next.y)
        }
      }
      before = (column, next)
    }
    if !bridge.steps.isEmpty {
      group.add(
        .path(bridge), stroke: Stroke(.role(.inkSoft), width: 1.4, opacity: 0.8, dashes: [1.5, 5]))
    }
    if !path.steps.isEmpty {
      group.add(
        .path(path),
        stroke: Stroke(.role(.ink), width: 2, opacity: 0.8, dashes: line.mark.dashes(scale: 1)))
    }
    for case .some(let place) in line.places where !place.isOver {
      drawMark(of: line, at: place, neutral: neutral, into: &group)
    }
    drawLabel(of: line, neutral: neutral, into: &group)
    return group
  }

  /// The marks for which there is no room beside the circles, to be drawn over these.
  func drawOver(neutral: Double) -> Group {
    var layer = Group(id: "persona-marks", name: "persona marks", isLayer: true)
    for line in lines {
      for case .some(let place) in line.places where place.isOver {
        layer.add(
          .circle(
            Point(place.point.x, place.point.y + neutral), radius: Self.markRadius + 3),
          fill: .role(.paper))
        drawMark(of: line, at: place, neutral: neutral, into: &layer)
      }
    }
    return layer
  }

  private func drawMark(
    of line: Line, at place: Place, neutral: Double, into group: inout Group
  ) {
    group.add(
      line.mark.geometry(
        Point(place.point.x, place.point.y + neutral), radius: Self.markRadius),
      fill: place.isAssumed ? .role(.paper) : .emotion(place.v),
      stroke: Stroke(place.isAssumed ? .emotion(place.v) : .role(.paper), width: 1.6))
  }

  /// The name right of the columns, with its mark, and a hairline to where the line ends.
  private func drawLabel(of line: Line, neutral: Double, into group: inout Group) {
    guard let last = line.places.last(where: { $0 != nil }) ?? nil else { return }
    let y = line.labelY + neutral
    let x = frame.plotRight + 8
    let end = Point(last.point.x + Self.markRadius + 4, last.point.y + neutral)
    if end.x < x - 4 {
      group.add(
        .line(end, Point(x, y)),
        stroke: Stroke(.role(.inkSoft), width: 1, opacity: 0.6, dashes: [1, 4]))
    }
    group.add(
      line.mark.geometry(Point(x + 9, y), radius: Self.markRadius), fill: .role(.ink))
    let height = setter.theme.lineHeight(.note)
    let size = setter.theme.style(.note).size
    let first = (y - Double(line.lines.count - 1) * height / 2 + 0.36 * size).rounded()
    group.elements += setter.placed(
      line.lines, of: line.name, at: Point(x + 21, first), fill: .role(.ink))
  }
}
