extension Picture {
  /// The picture as in a mirror, for languages that are read from right to left.
  ///
  /// Text stays readable: only the place of its anchor changes. Groups that keep their shape, such
  /// as icons and ticks, change their place alone.
  func mirrored() -> Picture {
    var picture = self
    let mirror = Mirror(width: width)
    picture.elements = elements.map(mirror.element)
    picture.sheets = sheets.map(mirror.rect)
    return picture
  }
}

extension Group {
  /// The group as in an upright mirror at some x.
  func mirrored(around x: Double) -> Group {
    Mirror(width: 2 * x).mirrored(self)
  }
}

/// Puts things where their mirror image stands.
private struct Mirror {
  var width: Double

  func element(_ element: Element) -> Element {
    switch element {
    case .group(let group): .group(self.group(group))
    case .shape(let shape): .shape(self.shape(shape))
    case .text(let text): .text(self.text(text))
    case .image(let image): .image(self.image(image))
    }
  }

  func mirrored(_ group: Group) -> Group { self.group(group) }

  private func group(_ group: Group) -> Group {
    var result = group
    if group.keepsShape, let bounds = group.bounds {
      let dx = width - bounds.maxX - bounds.x
      result.elements = group.elements.map { $0.moved(right: dx) }
    } else {
      result.elements = group.elements.map(element)
    }
    return result
  }

  private func point(_ point: Point) -> Point { Point(width - point.x, point.y) }

  func rect(_ rect: Rect) -> Rect {
    Rect(x: width - rect.maxX, y: rect.y, width: rect.width, height: rect.height)
  }

  private func shape(_ shape: Shape) -> Shape {
    var result = shape
    switch shape.geometry {
    case .rect(let rect, let radius): result.geometry = .rect(self.rect(rect), radius: radius)
    case .circle(let center, let radius): result.geometry = .circle(point(center), radius: radius)
    case .line(let a, let b): result.geometry = .line(point(a), point(b))
    case .path(let path): result.geometry = .path(path.mapped(point))
    }
    result.fill = shape.fill.map { paint($0) }
    if let stroke = shape.stroke { result.stroke?.paint = paint(stroke.paint) }
    return result
  }

  private func paint(_ paint: Paint) -> Paint {
    guard case .gradient(var gradient) = paint else { return paint }
    gradient.from = point(gradient.from)
    gradient.to = point(gradient.to)
    return .gradient(gradient)
  }

  private func text(_ text: TextLine) -> TextLine {
    var result = text
    result.origin = point(text.origin)
    switch text.anchor {
    case .left: result.anchor = .right
    case .middle: break
    case .right: result.anchor = .left
    }
    return result
  }

  private func image(_ image: Image) -> Image {
    var result = image
    result.frame = rect(image.frame)
    return result
  }
}

extension Element {
  /// The element moved to the right.
  func moved(right dx: Double) -> Element {
    func moved(_ point: Point) -> Point { Point(point.x + dx, point.y) }
    func moved(_ rect: Rect) -> Rect {
      Rect(x: rect.x + dx, y: rect.y, width: rect.width, height: rect.height)
    }
    switch self {
    case .group(var group):
      group.elements = group.elements.map { $0.moved(right: dx) }
      return .group(group)
    case .shape(var shape):
      switch shape.geometry {
      case .rect(let rect, let radius): shape.geometry = .rect(moved(rect), radius: radius)
      case .circle(let center, let radius): shape.geometry = .circle(moved(center), radius: radius)
      case .line(let a, let b): shape.geometry = .line(moved(a), moved(b))
      case .path(let path): shape.geometry = .path(path.mapped(moved))
      }
      return .shape(shape)
    case .text(var text):
      text.origin = moved(text.origin)
      return .text(text)
    case .image(var image):
      image.frame = moved(image.frame)
      return .image(image)
    }
  }
}

extension Group {
  /// The box around everything in it, control points of curves and measured text included, strokes
  /// left out; nil when it is empty.
  var bounds: Rect? {
    var (low, high) = (Point(.infinity, .infinity), Point(-.infinity, -.infinity))
    func take(_ point: Point) {
      low = Point(min(low.x, point.x), min(low.y, point.y))
      high = Point(max(high.x, point.x), max(high.y, point.y))
    }
    func take(_ rect: Rect) {
      take(Point(rect.x, rect.y))
      take(Point(rect.maxX, rect.maxY))
    }
    func take(_ elements: [Element]) {
      for element in elements {
        switch element {
        case .group(let group): take(group.elements)
        case .image(let image): take(image.frame)
        case .text(let text):
          let left =
            switch text.anchor {
            case .left: text.origin.x
            case .middle: text.origin.x - text.width / 2
            case .right: text.origin.x - text.width
            }
          take(Rect(x: left, y: text.origin.y, width: text.width, height: 0))
        case .shape(let shape):
          switch shape.geometry {
          case .rect(let rect, _): take(rect)
          case .circle(let center, let radius):
            take(
              Rect(
                x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius))
          case .line(let a, let b):
            take(a)
            take(b)
          case .path(let path): path.forEachPoint { take($0) }
          }
        }
      }
    }
    take(elements)
    return low.x <= high.x
      ? Rect(x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y) : nil
  }
}

extension Path {
  /// The path with every point put elsewhere.
  func mapped(_ move: (Point) -> Point) -> Path {
    Path(
      steps.map { step in
        switch step {
        case .move(let p): .move(move(p))
        case .line(let p): .line(move(p))
        case .curve(let a, let b, let p): .curve(move(a), move(b), move(p))
        case .close: .close
        }
      })
  }

  /// Calls a closure for every point, control points included.
  func forEachPoint(_ body: (Point) -> Void) {
    for step in steps {
      switch step {
      case .move(let p), .line(let p): body(p)
      case .curve(let a, let b, let p):
        body(a)
        body(b)
        body(p)
      case .close: break
      }
    }
  }
}
