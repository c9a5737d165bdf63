@testable import JourneyDiagrams

/// What a picture shows, looked at from outside.
enum Inspection {
  /// Texts that lie on each other or reach over the edge.
  static func collisions(in picture: Picture) -> [String] {
    var texts: [(text: String, box: Rect)] = []
    picture.forEachLeaf { element in
      if case .text(let line) = element {
        texts.append((line.text, line.box(in: picture.theme).insetBy(1)))
      }
    }
    var found: [String] = []
    for (index, one) in texts.enumerated() {
      if one.box.x < 0 || one.box.y < 0 || one.box.maxX > picture.width
        || one.box.maxY > picture.height
      {
        found.append("“\(one.text)” reaches over the edge")
      }
      for other in texts[(index + 1)...] where one.box.overlaps(other.box) {
        found.append("“\(one.text)” lies on “\(other.text)”")
      }
    }
    return found
  }

  /// Texts whose contrast with what lies under them is too low for WCAG AA.
  static func faint(in picture: Picture) -> [String] {
    var under: [Shape] = []
    var found: Set<String> = []
    let theme = picture.theme
    picture.forEachLeaf { element in
      switch element {
      case .group, .image: break
      case .shape(let shape): under.append(shape)
      case .text(let line):
        let box = line.box(in: theme)
        let style = theme.style(line.role)
        let isLarge = style.size >= 24 || (style.size >= 18.66 && style.weight.rawValue >= 700)
        let center = box.center
        let places = [
          center, Point(box.x + 1, center.y), Point(box.maxX - 1, center.y),
          Point(center.x, box.y + 2), Point(center.x, box.maxY - 2),
        ]
        for place in places {
          let ground = color(at: place, under, theme, picture.background)
          let contrast = theme.color(line.fill).contrast(with: ground)
          if contrast < (isLarge ? 3 : 4.5) {
            found.insert("\(line.role.name) “\(line.text)” on \(ground.hex): \(contrast)")
          }
        }
      }
    }
    return found.sorted()
  }

  /// Which paint of text lies on which paint.
  ///
  /// That is what is under the middle of each text and not seen through. Text on something that is seen through counts as standing on what is under it.
  static func pairs(in picture: Picture) -> [(ink: Paint, ground: Paint)] {
    var under: [Shape] = []
    var found: [(ink: Paint, ground: Paint)] = []
    picture.forEachLeaf { element in
      switch element {
      case .group, .image: break
      case .shape(let shape): under.append(shape)
      case .text(let line):
        let center = line.box(in: picture.theme).center
        let ground = under.last { shape in
          guard let fill = shape.fill, shape.fillOpacity == 1 else { return false }
          if case .gradient = fill { return false }
          return contains(shape.geometry, center)
        }
        found.append((line.fill, ground?.fill ?? .role(picture.background ?? .paper)))
      }
    }
    return found
  }

  /// How much ink a picture takes, text aside: 0 for white paper, 1 for black all over.
  static func inkCoverage(of picture: Picture) -> Double {
    var shapes: [Shape] = []
    picture.forEachLeaf { if case .shape(let shape) = $0 { shapes.append(shape) } }
    var ink = 0.0
    let steps = 120
    for row in 0..<steps {
      for column in 0..<steps {
        let place = Point(
          (Double(column) + 0.5) / Double(steps) * picture.width,
          (Double(row) + 0.5) / Double(steps) * picture.height)
        let color = color(at: place, shapes, picture.theme, picture.background)
        ink += 1 - color.oklab.lightness
      }
    }
    return ink / Double(steps * steps)
  }

  private static func color(
    at place: Point, _ shapes: [Shape], _ theme: Theme, _ background: ColorRole?
  ) -> Color {
    var color = theme.color(background ?? .paper)
    for shape in shapes {
      if let fill = shape.fill, contains(shape.geometry, place) {
        var opacity = shape.fillOpacity
        if case .gradient(let gradient) = fill {
          opacity *= gradient.stops.map(\.opacity).max() ?? 1
        }
        color = theme.color(fill).over(color, opacity: opacity)
      }
      if let stroke = shape.stroke, stroke.width > 3,
        distance(shape.geometry, place) < stroke.width / 2
      {
        color = theme.color(stroke.paint).over(color, opacity: stroke.opacity)
      }
    }
    return color
  }

  private static func contains(_ geometry: Shape.Geometry, _ p: Point) -> Bool {
    switch geometry {
    case .rect(let rect, _):
      return p.x >= rect.x && p.x <= rect.maxX && p.y >= rect.y && p.y <= rect.maxY
    case .circle(let center, let radius):
      let (dx, dy) = (p.x - center.x, p.y - center.y)
      return dx * dx + dy * dy <= radius * radius
    case .line: return false
    case .path(let path):
      let points = path.flattened()
      var isInside = false
      for (a, b) in zip(points, points.dropFirst() + points.prefix(1))
      where (a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x {
        isInside.toggle()
      }
      return isInside
    }
  }

  private static func distance(_ geometry: Shape.Geometry, _ p: Point) -> Double {
    guard case .path(let path) = geometry else { return .infinity }
    let points = path.flattened()
    return zip(points, points.dropFirst()).reduce(.infinity) { least, segment in
      let (a, b) = segment
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let length = dx * dx + dy * dy
      let t = length > 0 ? min(1, max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length)) : 0
      let (ex, ey) = (p.x - a.x - t * dx, p.y - a.y - t * dy)
      return min(least, (ex * ex + ey * ey).squareRoot())
    }
  }
}
