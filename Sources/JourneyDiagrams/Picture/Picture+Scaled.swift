extension Picture {
  /// The picture as a theme's scale wants it, laid out at scale 1: text and the space around it
  /// grow alike, so that what did not collide does not collide.
  ///
  /// - Parameter theme: The theme whose ``Theme/unscaled`` looks it was laid out with.
  /// - Returns: The picture in that theme.
  func scaled(for theme: Theme) -> Picture {
    var picture = self
    picture.theme = theme
    guard theme.scale != 1, theme.scale > 0 else { return picture }
    picture.width *= theme.scale
    picture.height *= theme.scale
    picture.elements = elements.map { $0.scaled(by: theme.scale) }
    return picture
  }
}

extension Element {
  /// The element with every place and size multiplied; the size of text follows its theme.
  fileprivate func scaled(by k: Double) -> Element {
    switch self {
    case .group(var group):
      group.elements = group.elements.map { $0.scaled(by: k) }
      return .group(group)
    case .shape(let shape):
      return .shape(shape.scaled(by: k))
    case .text(var text):
      text.origin = text.origin.scaled(by: k)
      text.width *= k
      text.fill = text.fill.scaled(by: k)
      return .text(text)
    case .image(var image):
      image.frame = image.frame.scaled(by: k)
      return .image(image)
    }
  }
}

extension Shape {
  fileprivate func scaled(by k: Double) -> Shape {
    var shape = self
    switch geometry {
    case .rect(let rect, let radius):
      shape.geometry = .rect(rect.scaled(by: k), radius: radius * k)
    case .circle(let center, let radius):
      shape.geometry = .circle(center.scaled(by: k), radius: radius * k)
    case .line(let from, let to):
      shape.geometry = .line(from.scaled(by: k), to.scaled(by: k))
    case .path(let path):
      shape.geometry = .path(path.mapped { $0.scaled(by: k) })
    }
    shape.fill = fill?.scaled(by: k)
    if var stroke {
      stroke.paint = stroke.paint.scaled(by: k)
      stroke.width *= k
      stroke.dashes = stroke.dashes.map { $0 * k }
      shape.stroke = stroke
    }
    return shape
  }
}

extension Paint {
  fileprivate func scaled(by k: Double) -> Paint {
    guard case .gradient(var gradient) = self else { return self }
    gradient.from = gradient.from.scaled(by: k)
    gradient.to = gradient.to.scaled(by: k)
    return .gradient(gradient)
  }
}

extension PlacedGraph.Point {
  fileprivate func scaled(by k: Double) -> Self { Self(x * k, y * k) }
}

extension PlacedGraph.Rect {
  fileprivate func scaled(by k: Double) -> Self {
    Self(x: x * k, y: y * k, width: width * k, height: height * k)
  }
}
