/// Where the numbers of the ribbons stand: beside their ribbon where there is room, else on it.
///
/// The most travelled ribbons choose first. A number never touches a card, an exit, a stage's title
/// or another number; it may stand on a ribbon of somebody else when everything else is taken, and
/// then stands on paper.
struct FlowNumbers {
  /// The place of a number.
  struct Place {
    /// How the number is set.
    var label: FlowSizes.Label
    /// The box of the text.
    var box: Rect
    /// Whether a ribbon runs below it.
    var isOnRibbon: Bool
    /// Whether one does that is not its own.
    var isCrossed: Bool
  }

  /// For each link the place of its number; nil when it has none.
  private(set) var places: [Place?]

  private let routes: [FlowRoutes.Route?]
  private var taken: [Rect]
  /// Where the flow lies; no number stands outside if it has a place inside.
  private var room: Rect

  /// How far outside a number may stand that has no place inside.
  private static let outside = 24.0
  /// The space between two numbers side by side.
  private static let apart = 12.0
  /// How far apart the places are that are tried along a ribbon.
  private static let step = 7.0

  /// Finds the places.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - sizes: The sizes of the numbers.
  ///   - routes: The ways of the ribbons.
  ///   - taken: Where no number may stand.
  ///   - room: Where the flow lies.
  init(
    _ graph: FlowGraph, _ sizes: FlowSizes, _ routes: [FlowRoutes.Route?], taken: [Rect], room: Rect
  ) {
    places = [Place?](repeating: nil, count: graph.links.count)
    self.routes = routes
    self.taken = taken
    self.room = room
    let order = graph.links.indices.sorted {
      (graph.links[$1].traffic ?? 0, $0) < (graph.links[$0].traffic ?? 0, $1)
    }
    for index in order {
      guard let route = routes[index] else { continue }
      self.room = room
      var found = best(index, sizes.links[index], route)
      if found == nil {
        self.room = room.insetBy(-Self.outside)
        found = best(index, sizes.links[index], route)
      }
      guard let place = found else { continue }
      places[index] = place
      // Two numbers side by side would read as one, or as each other's.
      let box = place.box
      self.taken.append(
        Rect(x: box.x - Self.apart, y: box.y, width: box.width + 2 * Self.apart, height: box.height)
      )
    }
  }

  private func best(_ index: Int, _ forms: [FlowSizes.Label], _ route: FlowRoutes.Route) -> Place? {
    let longest = route.parts.reduce(1) { max($0, $1.length) }
    var best: (cost: Double, place: Place)?
    for (rank, form) in forms.enumerated() {
      // Words are worth a detour, but no number stands far away for them.
      let loss = rank == forms.count - 1 && rank > 0 ? 3.0 : 0
      for part in route.parts {
        guard let first = part.knots.first, let last = part.knots.last else { continue }
        let middle = (first.x + last.x) / 2
        var x = first.x
        while x <= last.x {
          let slack = (x - middle).magnitude / max(60, part.length) * 3 + loss
          let detour = slack + 2 * (1 - part.length / longest)
          for (box, cost) in candidates(x, form, part, width: route.width) {
            if let best, best.cost <= cost + detour { continue }
            if !isInside(box) { continue }
            if taken.contains(where: { $0.overlaps(box, by: -2) }) { continue }
            let crossed = crossings(of: box, but: index)
            let total = cost + detour + 4 * Double(crossed)
            if best.map({ total < $0.cost }) ?? true {
              let isOn = cost >= Self.onRibbon || crossed > 0
              let place = Place(
                label: form, box: box, isOnRibbon: isOn, isCrossed: crossed > 0)
              best = (total, place)
            }
          }
          x += Self.step
        }
      }
    }
    return best?.place
  }

  private func isInside(_ box: Rect) -> Bool {
    box.x >= room.x && box.maxX <= room.maxX && box.y >= room.y && box.maxY <= room.maxY
  }

  private static let onRibbon = 3.5

  /// Above, below and on the ribbon.
  private func candidates(
    _ x: Double, _ size: FlowSizes.Label, _ curve: FlowCurve, width: Double
  ) -> [(Rect, Double)] {
    let left = x - size.width / 2
    var (top, bottom) = (Double.infinity, -Double.infinity)
    for piece in 0...6 {
      let y = curve.y(at: left + size.width * Double(piece) / 6)
      top = min(top, y)
      bottom = max(bottom, y)
    }
    let half = width / 2 + 2
    let middle = curve.y(at: x)
    func box(_ y: Double) -> Rect {
      Rect(x: left, y: y, width: size.width, height: size.height)
    }
    // Beside a steep ribbon the number would stand far from it.
    let steep = (bottom - top) / 12
    return [
      (box(top - half - size.height), steep),
      (box(bottom + half), 0.6 + steep),
      (
        box(middle - size.height / 2),
        Self.onRibbon + 1.5 * Double(size.lines.count - 1)
      ),
    ]
  }

  private func crossings(of box: Rect, but index: Int) -> Int {
    var count = 0
    for (other, route) in routes.enumerated() {
      guard let route, other != index else { continue }
      if route.touches(box) { count += 1 }
    }
    return count
  }
}
