import TextSupport

/// Groups, shapes, text and images.
extension SVGPass {
  mutating func write(_ elements: [Element]) {
    for element in elements {
      switch element {
      case .group(let group): write(group)
      case .shape(let shape): write(shape)
      case .text(let text): write(text)
      case .image(let image): write(image)
      }
    }
  }

  mutating func write(_ group: Group) {
    buffer.raw("<g")
    if let id = group.id { identity(id) }
    if let name = group.name {
      buffer.attribute("data-name", name)
      if group.isLayer, standsAlone {
        buffer.attribute("inkscape:label", name)
        buffer.raw(" inkscape:groupmode=\"layer\"")
      }
    }
    if !group.about.isEmpty {
      buffer.attribute("data-about", group.about.joined(separator: " "))
    }
    buffer.raw(">\n")
    if let title = group.title {
      buffer.raw("<title>")
      buffer.escaped(title)
      buffer.raw("</title>\n")
    }
    if let summary = group.summary {
      buffer.raw("<desc>")
      buffer.escaped(summary)
      buffer.raw("</desc>\n")
    }
    write(group.elements)
    buffer.raw("</g>\n")
  }

  mutating func write(_ shape: Shape) {
    switch shape.geometry {
    case .rect(let rect, let radius):
      buffer.raw("<rect")
      buffer.attribute("x", rect.x)
      buffer.attribute("y", rect.y)
      buffer.attribute("width", rect.width)
      buffer.attribute("height", rect.height)
      if radius > 0 { buffer.attribute("rx", radius) }
    case .circle(let center, let radius):
      buffer.raw("<circle")
      buffer.attribute("cx", center.x)
      buffer.attribute("cy", center.y)
      buffer.attribute("r", radius)
    case .line(let from, let to):
      buffer.raw("<line")
      buffer.attribute("x1", from.x)
      buffer.attribute("y1", from.y)
      buffer.attribute("x2", to.x)
      buffer.attribute("y2", to.y)
    case .path(let path):
      buffer.raw("<path d=\"")
      write(path)
      buffer.raw("\"")
    }
    if let fill = shape.fill {
      self.fill(fill)
      if shape.fillOpacity != 1 { buffer.attribute("fill-opacity", shape.fillOpacity) }
    } else {
      buffer.raw(" fill=\"none\"")
    }
    if let stroke = shape.stroke { write(stroke) }
    classes(fill: shape.fill, stroke: shape.stroke?.paint)
    buffer.raw("/>\n")
  }

  mutating func write(_ text: TextLine) {
    let style = theme.style(text.role)
    buffer.raw("<text")
    buffer.attribute("x", text.origin.x)
    buffer.attribute("y", text.origin.y)
    buffer.attribute("font-size", style.size * text.scale)
    if style.weight != .regular { buffer.attribute("font-weight", Double(style.weight.rawValue)) }
    if style.isItalic { buffer.raw(" font-style=\"italic\"") }
    // The anchor is a place; SVG's anchors follow the direction of the text.
    let isReversed = text.direction == .rightToLeft
    switch text.anchor {
    case .left: if isReversed { buffer.raw(" text-anchor=\"end\"") }
    case .middle: buffer.raw(" text-anchor=\"middle\"")
    case .right: if !isReversed { buffer.raw(" text-anchor=\"end\"") }
    }
    if isReversed { buffer.raw(" direction=\"rtl\"") }
    fill(text.fill)
    buffer.raw(" class=\"jk-")
    buffer.plain(text.role.name)
    if case .role(let role) = text.fill {
      buffer.raw(" jk-fill-")
      buffer.plain(role.name)
    }
    buffer.raw("\">")
    buffer.escaped(text.text)
    buffer.raw("</text>\n")
  }

  mutating func write(_ image: Image) {
    buffer.raw("<image")
    buffer.attribute("x", image.frame.x)
    buffer.attribute("y", image.frame.y)
    buffer.attribute("width", image.frame.width)
    buffer.attribute("height", image.frame.height)
    buffer.raw(" href=\"data:")
    buffer.plain(image.format.rawValue)
    buffer.raw(";base64,")
    buffer.plain(Base64.text(of: image.bytes))
    buffer.raw("\"><title>")
    buffer.escaped(image.title)
    buffer.raw("</title></image>\n")
  }

  mutating func write(_ path: Path) {
    var isFirst = true
    for step in path.steps {
      switch step {
      case .move(let p):
        buffer.raw(isFirst ? "M" : " M")
        write(p)
      case .line(let p):
        buffer.raw(" L")
        write(p)
      case .curve(let a, let b, let p):
        buffer.raw(" C")
        write(a)
        buffer.raw(" ")
        write(b)
        buffer.raw(" ")
        write(p)
      case .close: buffer.raw(" Z")
      }
      isFirst = false
    }
  }

  mutating func write(_ point: Point) {
    buffer.number(point.x)
    buffer.raw(",")
    buffer.number(point.y)
  }
}
