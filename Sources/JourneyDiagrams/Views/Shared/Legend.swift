/// Keys with their words, in as many rows as they need.
struct Legend {
  /// One key: a small drawing, and what it means.
  struct Item {
    var label: Typesetter.Label
    /// The width of the drawing.
    var width: Double
    /// Draws the key, its left edge and vertical middle at a place.
    var draw: @Sendable (Point) -> [Element]
  }

  private let items: [Item]
  private let setter: Typesetter

  private var gap: Double { 30 * setter.theme.scale }
  private var keyGap: Double { 9 * setter.theme.scale }
  /// From the baseline of a row to that of the next.
  var rowHeight: Double { setter.theme.lineHeight(.legend) + 8 * setter.theme.scale }

  init(_ items: [Item], setter: Typesetter) {
    self.items = items
    self.setter = setter
  }

  /// The places of the keys in a width: for each its x and its row.
  func places(width: Double) -> [(x: Double, row: Int)] {
    var places: [(x: Double, row: Int)] = []
    var (x, row) = (0.0, 0)
    for item in items {
      let needed = item.width + keyGap + setter.width(item.label)
      if x > 0, x + needed > width { (x, row) = (0, row + 1) }
      places.append((x, row))
      x += needed + gap
    }
    return places
  }

  /// The width of all keys on one row.
  var width: Double {
    items.reduce(-gap) {
      $0 + $1.width + keyGap + setter.width($1.label) + gap
    }
  }

  /// Draws the keys, the baseline of the first row at `y`.
  func draw(_ places: [(x: Double, row: Int)], left: Double, y: Double) -> Group {
    var group = Group(id: "legend", name: "legend", isLayer: true)
    for (item, place) in zip(items, places) {
      let x = left + place.x
      let baseline = y + Double(place.row) * rowHeight
      group.elements += item.draw(Point(x, baseline - 4.5 * setter.theme.scale))
      group.elements.append(
        setter.placed(
          item.label, at: Point(x + item.width + keyGap, baseline), fill: .role(.inkSoft)))
    }
    return group
  }
}
