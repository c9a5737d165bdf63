/// The ways of traffic between the circles of a map, neutral being y = 0.
///
/// Traffic to the next column flows straight; traffic that skips columns keeps to the straight way as
/// far as it can, and passes the circles in between on the nearer side, beside what passes there
/// already; traffic that goes back runs below everything, so that nothing runs through a circle; traffic
/// straight back to the same touchpoint loops above it.
struct MapRoutes {
  /// The way of one link.
  struct Route {
    var link: MapContent.Link
    var width: Double
    var path: Path
    /// The lowest and highest y of the way's middle line.
    var extent: ClosedRange<Double>
    /// Where an arrow head points, for ways back: up, or down for the way straight back to itself.
    var arrow: (tip: Point, width: Double)?
    /// The middle of the label's baseline.
    var label: Point?
    /// Whether a way runs through the label, so that it needs paper of its own.
    var isLabelStruck = false
  }

  /// What a circle takes up.
  struct Spot {
    var x: Double
    var y: Double
    var radius: Double
    var isRinged: Bool
    /// Whether marks stand at its lower corners.
    var hasMarksBelow = false
    /// Whether customers go out of the journey here, straight down.
    var hasExit = false
    /// Whether they do so on two ways or more, which part to both sides.
    var hasTwoExits = false
    /// Whether so many do that ways had better not cross them.
    var hasBroadExit = false
    /// How far above its middle a way straight back to it reaches, with its label; 0 without one.
    var round = 0.0

    /// The box around the circle.
    var circle: Rect {
      let reach = radius + 4
      return Rect(x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach)
    }
    /// How far ways must stay from its middle, above and below.
    var above: Double { max(radius + (isRinged ? 24 : 9), round) }
    var below: Double { radius + (isRinged ? 12 : 9) + (hasMarksBelow ? 8 : 0) }
  }

  private(set) var routes: [Route] = []
  private let spots: [Spot]
  private let whiskers: [MapWhisker?]
  private let lines: [Double]
  private let columnWidth: Double
  private let labelWidth: (Typesetter.Label) -> Double
  private let labelHeight: Double
  private let passages: MapPassages
  /// Levels that are taken below: which columns, where, how wide.
  private var loops: [(columns: ClosedRange<Int>, y: Double, width: Double)] = []

  /// How wide the ribbon of everybody who starts is.
  static let fullWidth = 20.0

  /// Finds the ways of all links.
  ///
  /// - Parameters:
  ///   - links: The links between columns.
  ///   - spots: The circles, column by column.
  ///   - whiskers: The intervals beside them, which no label should stand on.
  ///   - lines: Heights of the axis's lines, which no label should stand on.
  ///   - columnWidth: The width of a column.
  ///   - setter: Measures the labels.
  init(
    links: [MapContent.Link], spots: [Spot], whiskers: [MapWhisker?], lines: [Double],
    columnWidth: Double, setter: Typesetter
  ) {
    self.spots = spots
    self.whiskers = whiskers
    self.lines = lines
    self.columnWidth = columnWidth
    labelWidth = { setter.width($0) }
    labelHeight = setter.theme.lineHeight(.note)
    let forward = links.filter { $0.to > $0.from }
    passages = MapPassages(forward, spots: spots)
    let ports = MapPorts(forward, spots: spots, passages: passages)
    for link in forward { addForward(link, ports) }
    for link in links.filter({ $0.to == $0.from }) { addRound(link) }
    let back = links.filter { $0.to < $0.from }.sorted(by: Self.shorterFirst)
    let ends = LoopEnds(back)
    for link in back { addLoop(link, ends) }
    putLabels()
  }

  /// How wide a ribbon is; rare traffic stays visible.
  static func width(of traffic: Double) -> Double {
    max(1.4, min(1.2, traffic) * fullWidth)
  }

  /// Inner loops first, so that outer ones go around them.
  private static func shorterFirst(_ a: MapContent.Link, _ b: MapContent.Link) -> Bool {
    (a.from - a.to, a.to, a.from) < (b.from - b.to, b.to, b.from)
  }

  // MARK: Onwards

  private mutating func addForward(_ link: MapContent.Link, _ ports: MapPorts) {
    let (a, b) = (spots[link.from], spots[link.to])
    let (y0, y1) = (a.y + ports.start(link), b.y + ports.end(link))
    guard let heights = passages[link], !heights.isEmpty else {
      var path = Path()
      path.move(a.x, y0)
      let middle = (a.x + b.x) / 2
      path.curve(middle, y0, middle, y1, b.x, y1)
      append(link, path, min(y0, y1)...max(y0, y1))
      return
    }
    let curve = curve(link, Point(a.x, y0), Point(b.x, y1), through: heights)
    let all = curve.knots.map(\.y)
    append(link, curve.path, (all.min() ?? y0)...(all.max() ?? y0))
  }

  /// The smoothest curve through the passages that touches no circle: a slanting ribbon passes a
  /// circle a little farther away, and only as a last resort level.
  private func curve(
    _ link: MapContent.Link, _ from: Point, _ to: Point, through heights: [Double]
  ) -> FlowCurve {
    let columns = Array((link.from + 1)..<link.to)
    let width = Self.width(of: link.traffic)
    var heights = heights
    for _ in 0..<5 {
      let curve = FlowCurve([from] + zip(columns, heights).map { Point(spots[$0].x, $1) } + [to])
      var isFree = true
      for (place, column) in columns.enumerated()
      where curve.touches(spots[column].circle, width: width) {
        heights[place] += heights[place] < spots[column].y ? -13 : 13
        isFree = false
      }
      if isFree { return curve }
    }
    return FlowCurve(
      [from]
        + zip(columns, heights).flatMap { column, y -> [Point] in
          let reach = min(0.42 * columnWidth, spots[column].radius + 10)
          return [Point(spots[column].x - reach, y), Point(spots[column].x + reach, y)]
        } + [to])
  }

  // MARK: Back

  /// Where loops leave and reach circles, as shares of the radius: outer ones outside of inner ones,
  /// so that they do not cross.
  private struct LoopEnds {
    private var starts: [Int: Int] = [:]
    private var tips: [Int: Int] = [:]

    init(_ loops: [MapContent.Link]) {
      for loop in loops {
        starts[loop.from, default: 0] += 1
        tips[loop.to, default: 0] += 1
      }
    }

    /// The shares for the loop at a position among those of its circles, the shortest first.
    func shares(_ loop: MapContent.Link, start: Int, tip: Int) -> (start: Double, tip: Double) {
      (
        -Self.share(start, of: starts[loop.from] ?? 1),
        Self.share(tip, of: tips[loop.to] ?? 1)
      )
    }

    private static func share(_ place: Int, of count: Int) -> Double {
      count < 2 ? 0.44 : 0.78 - 0.52 * Double(place) / Double(count - 1)
    }
  }

  private var loopStarts: [Int: Int] = [:]
  private var loopTips: [Int: Int] = [:]

  private mutating func addLoop(_ link: MapContent.Link, _ ends: LoopEnds) {
    let (a, b) = (spots[link.from], spots[link.to])
    let width = Self.width(of: link.traffic)
    let columns = link.to...link.from
    var level = -Double.infinity
    for column in columns {
      let lowest = max(spots[column].y + spots[column].below, passages.bottom(at: column))
      level = max(level, lowest + width / 2 + 16)
    }
    for other in loops where other.columns.overlaps(columns) {
      level = max(level, other.y + (other.width + width) / 2 + 6 + labelHeight)
    }
    let labelX = spots[labelGaps(of: link)[0]].x + columnWidth / 2
    if let label = link.label {
      let below = self.below(label, x: labelX, y: level + width / 2)
      level = below - width / 2
      if let line = lines.first(where: { strikes($0, below) }) { level = line + 1 - width / 2 }
    }
    loops.append((columns, level, width))
    let shares = ends.shares(
      link, start: loopStarts[link.from, default: 0], tip: loopTips[link.to, default: 0])
    loopStarts[link.from, default: 0] += 1
    loopTips[link.to, default: 0] += 1
    let bend = min(columnWidth * 0.26, 40)
    let start = Point(a.x + a.radius * shares.start, a.y)
    let rise = (1 - shares.tip * shares.tip).squareRoot() * b.radius
    let tip = Point(b.x + b.radius * shares.tip, b.y + rise + (b.isRinged ? 10 : 6))
    let head = max(9, width + 6)
    let end = Point(tip.x, tip.y + head * 0.8)
    let k = 0.55
    var path = Path()
    path.move(start.x, start.y)
    path.curve(
      start.x, start.y + (level - start.y) * 0.8, start.x - bend * (1 - k), level,
      start.x - bend, level)
    if start.x - bend > end.x + bend { path.line(end.x + bend, level) }
    path.curve(
      end.x + bend * (1 - k), level, end.x, level - (level - end.y) * (1 - k) * 0.6, end.x, end.y)
    append(link, path, end.y...level)
    routes[routes.count - 1].arrow = (tip, head)
    if link.label != nil {
      routes[routes.count - 1].label = Point(labelX, level + width / 2 + 14)
      routes[routes.count - 1].extent = end.y...(level + width / 2 + labelHeight)
    }
  }

  /// The columns right of which a loop's label may stand, the best first: between two columns near
  /// the loop's middle, where no stream falls.
  private func labelGaps(of link: MapContent.Link) -> [Int] {
    let middle = (link.from + link.to - 1) / 2
    let gaps = (link.to..<link.from).sorted {
      ((middle - $0).magnitude, $0) < ((middle - $1).magnitude, $1)
    }
    let free = gaps.filter { !spots[$0].hasTwoExits && !spots[$0 + 1].hasTwoExits }
    return free.isEmpty ? [middle] : free
  }

  /// Moves the labels of ways back along them to where nothing runs through them.
  private mutating func putLabels() {
    var boxes = whiskers.compactMap { $0?.box }
    for spot in spots where spot.hasExit {
      boxes.append(Rect(x: spot.x - 8, y: spot.y, width: 16, height: .greatestFiniteMagnitude / 4))
    }
    var places = MapLabelPlaces(routes.map { ($0.path, $0.width) }, boxes: boxes)
    for index in routes.indices {
      let link = routes[index].link
      guard let place = routes[index].label, let label = link.label else { continue }
      let width = labelWidth(label)
      var middles = [place.x]
      if link.from != link.to {
        let usual = labelGaps(of: link).prefix(12).map { spots[$0].x + columnWidth / 2 }
        middles += usual
        for shift in [-0.14, 0.14, -0.24, 0.24] {
          middles += usual.map { $0 + shift * columnWidth }
        }
      }
      let found = places.put(
        width: width, height: labelHeight - 3, top: place.y - labelHeight + 5, middles: middles)
      routes[index].label = Point(found.x, place.y)
      routes[index].isLabelStruck = found.isStruck
    }
  }

  /// The least y from some on where a label can begin without standing on a whisker.
  private func below(_ label: Typesetter.Label, x: Double, y: Double) -> Double {
    let width = labelWidth(label) + 6
    var y = y
    let boxes = whiskers.compactMap { $0?.box }.sorted { $0.y < $1.y }
    for box in boxes
    where box.overlaps(Rect(x: x - width / 2, y: y, width: width, height: labelHeight)) {
      y = box.maxY
    }
    return y
  }

  /// Whether a line of the axis runs through a label under a way.
  private func strikes(_ line: Double, _ bottom: Double) -> Bool {
    line > bottom && line < bottom + labelHeight
  }

  private mutating func addRound(_ link: MapContent.Link) {
    let spot = spots[link.from]
    let round = MapRound(at: spot, traffic: link.traffic)
    append(link, round.path, round.top...spot.y)
    let index = routes.count - 1
    routes[index].width = round.width
    routes[index].arrow = round.arrow
    guard let label = link.label, labelWidth(label) < columnWidth - 12 else { return }
    routes[index].label = Point(spot.x, round.top - MapRound.labelGap)
    routes[index].extent = (round.top - MapRound.labelGap - labelHeight)...spot.y
  }

  private mutating func append(
    _ link: MapContent.Link, _ path: Path, _ extent: ClosedRange<Double>
  ) {
    routes.append(
      Route(link: link, width: Self.width(of: link.traffic), path: path, extent: extent))
  }
}
