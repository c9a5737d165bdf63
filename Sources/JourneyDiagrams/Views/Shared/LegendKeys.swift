/// The small drawings of legends that several views share.
struct LegendKeys {
  private let setter: Typesetter
  private let k: Double
  private(set) var items: [Legend.Item] = []

  /// Starts an empty legend.
  init(setter: Typesetter) {
    self.setter = setter
    k = setter.theme.scale
  }

  /// Adds a key whose drawing is `width` wide at scale 1.
  mutating func add(
    _ text: String, width: Double, _ draw: @escaping @Sendable (Point, Double) -> [Shape]
  ) {
    let k = k
    items.append(
      Legend.Item(label: setter.add(text, .legend), width: width * k) { place in
        draw(place, k).map { .shape($0) }
      })
  }

  /// Height and colour tell a feeling.
  mutating func addFeeling(_ text: String) {
    add(text, width: 46) { place, k in
      [-1.0, -0.5, 0, 0.5, 1].enumerated().map { index, v in
        let center = Point(
          place.x + (5 + 9 * Double(index)) * k, place.y + (6 - 3 * Double(index)) * k)
        return Shape(.circle(center, radius: 4.5 * k), fill: .emotion(v))
      }
    }
  }

  /// A patch of a colour.
  mutating func addArea(_ text: String, _ paint: Paint, opacity: Double = 1) {
    add(text, width: 22) { place, k in
      [
        Shape(
          .rect(
            Rect(x: place.x, y: place.y - 8 * k, width: 22 * k, height: 16 * k), radius: 3 * k),
          fill: paint, fillOpacity: opacity, stroke: Stroke(.role(.line)))
      ]
    }
  }

  /// A patch of a colour that is hollow.
  mutating func addHollow(_ text: String, _ role: ColorRole, opacity: Double) {
    add(text, width: 22) { place, k in
      [
        Shape(
          .rect(
            Rect(x: place.x, y: place.y - 8 * k, width: 22 * k, height: 16 * k), radius: 3 * k),
          fill: .role(role), fillOpacity: opacity, stroke: Stroke(.role(role), width: 1.4 * k))
      ]
    }
  }

  /// A line.
  mutating func addLine(
    _ text: String, _ role: ColorRole, width: Double, dashes: [Double] = [], isRound: Bool = false
  ) {
    add(text, width: 32) { place, k in
      [
        Shape(
          .line(place, Point(place.x + 32 * k, place.y)),
          stroke: Stroke(
            .role(role), width: width * k, dashes: dashes.map { $0 * k }, isRound: isRound))
      ]
    }
  }

  /// A hollow circle in no feeling's colour: a score that nobody was asked for.
  mutating func addAssumed(_ text: String) {
    add(text, width: 18) { place, k in
      [
        Shape(
          .circle(Point(place.x + 9 * k, place.y), radius: 7.5 * k),
          stroke: Stroke(.role(.inkSoft), width: 3 * k))
      ]
    }
  }

  /// A dashed circle: a score that is missing.
  mutating func addUnknown(_ text: String) {
    add(text, width: 18) { place, k in
      [
        Shape(
          .circle(Point(place.x + 9 * k, place.y), radius: 7.5 * k),
          stroke: Stroke(.role(.unknown), width: 3 * k, dashes: [3 * k, 4 * k]))
      ]
    }
  }

  /// A ring around a feeling: a hotspot.
  mutating func addRing(_ text: String, isSure: Bool) {
    add(text, width: 20) { place, k in
      let center = Point(place.x + 10 * k, place.y)
      return [
        Shape(
          .circle(center, radius: 9 * k),
          stroke: Stroke(.role(.ring), width: 2.2 * k, dashes: isSure ? [] : [4 * k, 3 * k])),
        Shape(.circle(center, radius: 4.5 * k), fill: .emotion(-0.75)),
      ]
    }
  }

  /// A star: a moment of truth.
  mutating func addStar(_ text: String) {
    add(text, width: 18) { place, k in
      [
        Shape(
          .path(Star.path(center: Point(place.x + 9 * k, place.y), radius: 9 * k)),
          fill: .role(.star))
      ]
    }
  }

  /// Dots in the colours of feelings, the worst first.
  mutating func addDots(_ text: String, radius: Double) {
    let pitch = 2 * radius + 3
    add(text, width: 3 * pitch - 3) { place, k in
      [-1.0, 0, 1].enumerated().map { index, v in
        let x = place.x + (radius + pitch * Double(index)) * k
        return Shape(.circle(Point(x, place.y), radius: radius * k), fill: .emotion(v))
      }
    }
  }

  /// An arrow to the right, or one that leads down.
  mutating func addArrow(_ text: String, isDown: Bool = false) {
    add(text, width: isDown ? 10 : 22) { place, k in
      let tip = isDown ? Point(place.x + 5 * k, place.y + 8 * k) : Point(place.x + 22 * k, place.y)
      let (along, across) = isDown ? (Point(0, 1), Point(1, 0)) : (Point(1, 0), Point(0, 1))
      func point(_ back: Double, _ side: Double) -> Point {
        Point(
          tip.x - (back * along.x + side * across.x) * k,
          tip.y - (back * along.y + side * across.y) * k)
      }
      return [
        Shape(
          .line(point(isDown ? 17 : 22, 0), point(5, 0)),
          stroke: Stroke(.role(.belief), width: 1.5 * k)),
        Shape(
          .path(.polygon([tip, point(7.5, 4), point(7.5, -4)])), fill: .role(.belief)),
      ]
    }
  }

  /// A whisker: an interval.
  mutating func addWhisker(_ text: String) {
    add(text, width: 10) { place, k in [Self.whisker(Point(place.x + 5 * k, place.y), k)] }
  }

  /// A whisker that lies: an interval of a share along a bar.
  mutating func addInterval(_ text: String) {
    add(text, width: 22) { place, k in
      var path = Path()
      path.move(place.x, place.y)
      path.line(place.x + 22 * k, place.y)
      for x in [0.0, 22] {
        path.move(place.x + x * k, place.y - 3 * k)
        path.line(place.x + x * k, place.y + 3 * k)
      }
      return [Shape(.path(path), stroke: Stroke(.role(.whisker), width: 1.6 * k))]
    }
  }

  /// A soft band, and a whisker where there are some too: intervals.
  mutating func addBand(_ text: String, opacity: Double, hasWhisker: Bool) {
    add(text, width: hasWhisker ? 38 : 24) { place, k in
      var path = Path()
      path.move(place.x, place.y - 8 * k)
      path.curve(
        place.x + 12 * k, place.y - 8 * k, place.x + 12 * k, place.y - 3 * k, place.x + 24 * k,
        place.y - 3 * k)
      path.line(place.x + 24 * k, place.y + 8 * k)
      path.curve(
        place.x + 12 * k, place.y + 8 * k, place.x + 12 * k, place.y + 2 * k, place.x,
        place.y + 2 * k)
      path.close()
      let band = Shape(.path(path), fill: .role(.whisker), fillOpacity: opacity)
      return hasWhisker ? [band, Self.whisker(Point(place.x + 33 * k, place.y), k)] : [band]
    }
  }

  private static func whisker(_ center: Point, _ k: Double) -> Shape {
    var path = Path()
    path.move(center.x, center.y - 8 * k)
    path.line(center.x, center.y + 8 * k)
    for y in [-8.0, 8] {
      path.move(center.x - 5 * k, center.y + y * k)
      path.line(center.x + 5 * k, center.y + y * k)
    }
    return Shape(.path(path), stroke: Stroke(.role(.whisker), width: 1.6 * k))
  }
}
