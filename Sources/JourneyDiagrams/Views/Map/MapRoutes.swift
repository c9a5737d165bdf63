/// The ways of traffic between the circles of a map, neutral being y = 0.
///
/// Traffic to the next column flows straight; traffic that skips columns arcs over the circles in
/// between, and traffic that goes back runs below them, so that nothing runs through a circle.
struct MapRoutes {
  /// The way of one link.
  struct Route {
    var link: MapContent.Link
    var width: Double
    var path: Path
    /// The lowest and highest y of the way's middle line.
    var extent: ClosedRange<Double>
    /// Where an arrow head points, for ways back.
    var arrow: (tip: Point, width: Double)?
    /// The middle of the label's baseline.
    var label: Point?
  }

  /// What a circle takes up.
  struct Spot {
    var x: Double
    var y: Double
    var radius: Double
    var isRinged: Bool

    /// How far ways must stay from its middle, above and below.
    var above: Double { radius + (isRinged ? 24 : 9) }
    var below: Double { radius + (isRinged ? 12 : 9) }
  }

  private(set) var routes: [Route] = []
  private let spots: [Spot]
  private let lines: [Double]
  private let columnWidth: Double
  /// Levels that are taken above and below: which columns, where, how wide.
  private var arches: [(columns: ClosedRange<Int>, y: Double, width: Double)] = []
  private var loops: [(columns: ClosedRange<Int>, y: Double, width: Double)] = []

  /// How wide the ribbon of everybody who starts is.
  static let fullWidth = 20.0
  private static let labelHeight = 17.0

  /// Finds the ways of all links.
  ///
  /// - Parameters:
  ///   - links: The links between columns.
  ///   - spots: The circles, column by column.
  ///   - lines: Heights of the axis's lines, which no label should stand on.
  ///   - columnWidth: The width of a column.
  init(
    links: [MapContent.Link], spots: [Spot], lines: [Double], columnWidth: Double
  ) {
    self.spots = spots
    self.lines = lines
    self.columnWidth = columnWidth
    let forward = links.filter { $0.to > $0.from }
    let ports = Ports(links: forward, spots: spots)
    for link in forward.filter({ $0.to == $0.from + 1 }) { addNext(link, ports) }
    for link in forward.filter({ $0.to > $0.from + 1 }).sorted(by: Self.shorterFirst) {
      addArch(link, ports)
    }
    for link in links.filter({ $0.to == $0.from }) { addSelf(link) }
    for link in links.filter({ $0.to < $0.from }).sorted(by: Self.shorterFirst) { addLoop(link) }
  }

  /// How wide a ribbon is; rare traffic stays visible.
  static func width(of traffic: Double) -> Double {
    max(1.4, min(1.2, traffic) * fullWidth)
  }

  private static func shorterFirst(_ a: MapContent.Link, _ b: MapContent.Link) -> Bool {
    (abs(a.to - a.from), min(a.from, a.to), a.from) < (
      abs(b.to - b.from), min(b.from, b.to), b.from
    )
  }

  /// Where ribbons leave and reach circles: beside each other, never on top of each other.
  private struct Ports {
    private var out: [Int: Double] = [:]
    private var into: [Int: Double] = [:]

    init(links: [MapContent.Link], spots: [Spot]) {
      // From top to bottom: the widest arch, shorter ones, then the next column.
      for (index, leaving) in Dictionary(grouping: links, by: \.from) {
        Self.stack(leaving.sorted { $0.to > $1.to }, radius: spots[index].radius) {
          out[Self.key($0)] = $1
        }
      }
      for (index, arriving) in Dictionary(grouping: links, by: \.to) {
        Self.stack(arriving.sorted { $0.from < $1.from }, radius: spots[index].radius) {
          into[Self.key($0)] = $1
        }
      }
    }

    func start(_ link: MapContent.Link) -> Double { out[Self.key(link)] ?? 0 }
    func end(_ link: MapContent.Link) -> Double { into[Self.key(link)] ?? 0 }

    private static func key(_ link: MapContent.Link) -> Int { link.from << 20 | link.to }

    private static func stack(
      _ links: [MapContent.Link], radius: Double, set: (MapContent.Link, Double) -> Void
    ) {
      let total = links.reduce(0) { $0 + MapRoutes.width(of: $1.traffic) }
      let scale = total > 0 ? min(1, 1.7 * radius / total) : 1
      var top = -total / 2
      for link in links {
        let width = MapRoutes.width(of: link.traffic)
        set(link, (top + width / 2) * scale)
        top += width
      }
    }
  }

  private mutating func addNext(_ link: MapContent.Link, _ ports: Ports) {
    let (a, b) = (spots[link.from], spots[link.to])
    let (y0, y1) = (a.y + ports.start(link), b.y + ports.end(link))
    var path = Path()
    path.move(a.x, y0)
    let middle = (a.x + b.x) / 2
    path.curve(middle, y0, middle, y1, b.x, y1)
    append(link, path, min(y0, y1)...max(y0, y1))
  }

  private mutating func addArch(_ link: MapContent.Link, _ ports: Ports) {
    let (a, b) = (spots[link.from], spots[link.to])
    let width = Self.width(of: link.traffic)
    let (y0, y1) = (a.y + ports.start(link), b.y + ports.end(link))
    let inner = (link.from + 1)...(link.to - 1)
    var level = min(y0, y1) - 30 - 6 * Double(inner.count)
    for column in inner { level = min(level, spots[column].y - spots[column].above - width / 2) }
    for other in arches where other.columns.overlaps(inner) {
      level = min(level, other.y - (other.width + width) / 2 - 5)
    }
    arches.append((inner, level, width))
    let (first, last) = (spots[link.from + 1].x, spots[link.to - 1].x)
    var path = Path()
    path.move(a.x, y0)
    let reach = columnWidth * 0.5
    path.curve(a.x + reach, y0, first - reach, level, first, level)
    if last > first { path.line(last, level) }
    path.curve(last + reach, level, b.x - reach, y1, b.x, y1)
    append(link, path, level...max(y0, y1))
  }

  private mutating func addLoop(_ link: MapContent.Link) {
    let (a, b) = (spots[link.from], spots[link.to])
    let width = Self.width(of: link.traffic)
    let columns = link.to...link.from
    var level = -Double.infinity
    for column in columns {
      level = max(level, spots[column].y + spots[column].below + width / 2 + 16)
    }
    for other in loops where other.columns.overlaps(columns) {
      level = max(level, other.y + (other.width + width) / 2 + 6 + Self.labelHeight)
    }
    if link.label != nil, let line = lines.first(where: { strikes($0, level + width / 2) }) {
      level = line + 1 - width / 2
    }
    loops.append((columns, level, width))
    let bend = min(columnWidth * 0.44, 84)
    let start = Point(a.x - a.radius * 0.42, a.y)
    let tip = Point(b.x + b.radius * 0.42, b.y + b.radius * 0.91 + (b.isRinged ? 10 : 6))
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
      // Between two columns, where no stream falls.
      let gap = Double((link.from + link.to - 1) / 2) + 0.5
      let x = spots[link.to].x + columnWidth * (gap - Double(link.to))
      routes[routes.count - 1].label = Point(x, level + width / 2 + 14)
      routes[routes.count - 1].extent = end.y...(level + width / 2 + Self.labelHeight)
    }
  }

  /// Whether a line of the axis runs through a label under a way.
  private func strikes(_ line: Double, _ bottom: Double) -> Bool {
    line > bottom && line < bottom + Self.labelHeight
  }

  private mutating func addSelf(_ link: MapContent.Link) {
    let spot = spots[link.from]
    let width = Self.width(of: link.traffic)
    let side = spot.radius * 0.5
    let bottom = spot.y + spot.below
    let level = bottom + 38
    loops.append((link.from...link.from, level, width))
    let head = max(8, width + 5)
    let tip = Point(spot.x + side, spot.y + spot.radius * 0.87 + (spot.isRinged ? 10 : 6))
    var path = Path()
    path.move(spot.x - side, spot.y)
    path.curve(
      spot.x - side - 34, level + 14, tip.x + 34, level + 14, tip.x, tip.y + head * 0.8)
    append(link, path, spot.y...level)
    routes[routes.count - 1].arrow = (tip, head)
  }

  private mutating func append(
    _ link: MapContent.Link, _ path: Path, _ extent: ClosedRange<Double>
  ) {
    routes.append(
      Route(link: link, width: Self.width(of: link.traffic), path: path, extent: extent))
  }
}
