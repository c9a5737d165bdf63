extension Picture: CustomStringConvertible {
  /// The picture as indented lines, one a thing, coordinates to a tenth: for goldens and diffs.
  public var description: String {
    var dump = PictureDump()
    let background = background?.name ?? "transparent"
    dump.line(
      "picture \(id) \(dump.number(width))×\(dump.number(height)) theme \(theme.name) on"
        + " \(background) \(direction.rawValue)" + (language.map { " lang \($0)" } ?? ""))
    if let box = viewBox {
      dump.line(
        "view box \(dump.point(Point(box.x, box.y))) \(dump.number(box.width))×\(dump.number(box.height))"
      )
    }
    dump.line("title \(title)")
    for part in summary.split(separator: "\n") { dump.line("summary \(part)") }
    dump.elements(elements)
    return dump.text
  }
}

/// Writes the parts of a picture as lines.
private struct PictureDump {
  var text = ""
  var depth = 0

  mutating func line(_ line: String) {
    for _ in 0..<depth { text += "  " }
    text += line
    text += "\n"
  }

  func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }

  func hundredth(_ value: Double) -> String {
    "\((value * 100).rounded() / 100)"
  }

  func point(_ point: Point) -> String { "\(number(point.x)),\(number(point.y))" }

  mutating func elements(_ elements: [Element]) {
    depth += 1
    for element in elements {
      switch element {
      case .group(let group): self.group(group)
      case .shape(let shape): line(self.shape(shape))
      case .text(let text): line(self.textLine(text))
      case .image(let image): line(self.image(image))
      }
    }
    depth -= 1
  }

  mutating func group(_ group: Group) {
    line(
      (group.isLayer ? "layer" : "group") + (group.id.map { " \($0)" } ?? "")
        + (group.name.map { " \"\($0)\"" } ?? ""))
    depth += 1
    if !group.about.isEmpty { line("about \(group.about.joined(separator: " "))") }
    if let title = group.title { line("title \(title)") }
    if let summary = group.summary { line("summary \(summary)") }
    depth -= 1
    elements(group.elements)
  }

  func shape(_ shape: Shape) -> String {
    var line: String
    switch shape.geometry {
    case .rect(let rect, let radius):
      line = "rect \(point(Point(rect.x, rect.y))) \(number(rect.width))×\(number(rect.height))"
      if radius != 0 { line += " r \(number(radius))" }
    case .circle(let center, let radius):
      line = "circle \(point(center)) r \(number(radius))"
    case .line(let from, let to):
      line = "line \(point(from)) \(point(to))"
    case .path(let path):
      line = "path"
      for step in path.steps {
        switch step {
        case .move(let p): line += " M \(point(p))"
        case .line(let p): line += " L \(point(p))"
        case .curve(let a, let b, let p): line += " C \(point(a)) \(point(b)) \(point(p))"
        case .close: line += " Z"
        }
      }
    }
    if let fill = shape.fill {
      line += " fill \(paint(fill))"
      if shape.fillOpacity != 1 { line += "@\(hundredth(shape.fillOpacity))" }
    }
    if let stroke = shape.stroke {
      line += " stroke \(paint(stroke.paint)) \(number(stroke.width))"
      if stroke.opacity != 1 { line += "@\(hundredth(stroke.opacity))" }
      if !stroke.dashes.isEmpty {
        line += " dashes \(stroke.dashes.map(number).joined(separator: ","))"
      }
    }
    return line
  }

  func image(_ image: Image) -> String {
    let frame = image.frame
    return "image \(point(Point(frame.x, frame.y))) \(number(frame.width))×\(number(frame.height))"
      + " \(image.format.rawValue) \(image.bytes.count) bytes \"\(image.title)\""
  }

  func textLine(_ text: TextLine) -> String {
    var line = "text \(text.anchor.rawValue) \(point(text.origin)) \(text.role.name)"
    if text.scale != 1 { line += "×\(hundredth(text.scale))" }
    line += " \(paint(text.fill)) w \(number(text.width))"
    if text.direction == .rightToLeft { line += " rtl" }
    return line + " \"\(text.text)\""
  }

  func paint(_ paint: Paint) -> String {
    switch paint {
    case .role(let role): role.name
    case .emotion(let v): "emotion(\(hundredth(v)))"
    case .onEmotion(let v): "on-emotion(\(hundredth(v)))"
    case .gradient(let gradient):
      "gradient(\(gradient.stops.map { hue($0.hue) }.joined(separator: "→")))"
    case .fixed(let color): color.hex
    }
  }

  func hue(_ hue: Paint.Gradient.Hue) -> String {
    switch hue {
    case .emotion(let v): hundredth(v)
    case .role(let role): role.name
    }
  }
}
