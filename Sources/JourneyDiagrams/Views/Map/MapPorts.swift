/// Where ribbons leave and reach circles: beside each other, in the order of where they come from, so
/// that they neither lie on each other nor cross at the circle.
struct MapPorts {
  private struct Key: Hashable {
    var from: Int
    var to: Int

    init(_ link: MapContent.Link) { (from, to) = (link.from, link.to) }
  }

  private var out: [Key: Double] = [:]
  private var into: [Key: Double] = [:]

  /// Stacks the ribbons at every circle.
  init(_ links: [MapContent.Link], spots: [MapRoutes.Spot], passages: MapPassages) {
    var leaving = [[MapContent.Link]](repeating: [], count: spots.count)
    var arriving = leaving
    for link in links {
      leaving[link.from].append(link)
      arriving[link.to].append(link)
    }
    for (index, spot) in spots.enumerated() {
      let first = leaving[index].map { ($0, passages[$0]?.first ?? spots[$0.to].y) }
      Self.stack(first, radius: spot.radius) { out[Key($0)] = $1 }
      let last = arriving[index].map { ($0, passages[$0]?.last ?? spots[$0.from].y) }
      Self.stack(last, radius: spot.radius) { into[Key($0)] = $1 }
    }
  }

  /// How far below the middle of its circle a ribbon begins.
  func start(_ link: MapContent.Link) -> Double { out[Key(link)] ?? 0 }
  /// How far below the middle of its circle a ribbon ends.
  func end(_ link: MapContent.Link) -> Double { into[Key(link)] ?? 0 }

  private static func stack(
    _ links: [(link: MapContent.Link, y: Double)], radius: Double,
    set: (MapContent.Link, Double) -> Void
  ) {
    guard !links.isEmpty else { return }
    let sorted = links.enumerated().sorted { ($0.element.y, $0.offset) < ($1.element.y, $1.offset) }
      .map(\.element.link)
    let total = sorted.reduce(0) { $0 + MapRoutes.width(of: $1.traffic) }
    let scale = total > 0 ? min(1, 1.7 * radius / total) : 1
    var top = -total / 2
    for link in sorted {
      let width = MapRoutes.width(of: link.traffic)
      set(link, (top + width / 2) * scale)
      top += width
    }
  }
}
