/// Gradients, strokes and fills: a plain attribute each, and the class that a page may change it by.
extension SVGPass {
  mutating func write(_ gradient: Paint.Gradient) {
    buffer.raw("<linearGradient")
    identity(gradient.id)
    buffer.raw(" gradientUnits=\"userSpaceOnUse\"")
    buffer.attribute("x1", gradient.from.x)
    buffer.attribute("y1", gradient.from.y)
    buffer.attribute("x2", gradient.to.x)
    buffer.attribute("y2", gradient.to.y)
    buffer.raw(">")
    for stop in gradient.stops {
      buffer.raw("<stop")
      buffer.attribute("offset", stop.offset)
      buffer.raw(" stop-color=\"")
      buffer.color(theme.color(stop))
      buffer.raw("\"")
      if stop.opacity != 1 { buffer.attribute("stop-opacity", stop.opacity) }
      buffer.raw("/>")
    }
    buffer.raw("</linearGradient>\n")
  }

  mutating func write(_ stroke: Stroke) {
    buffer.raw(" stroke=\"")
    value(stroke.paint)
    buffer.raw("\"")
    if stroke.width != 1 { buffer.attribute("stroke-width", stroke.width) }
    if stroke.opacity != 1 { buffer.attribute("stroke-opacity", stroke.opacity) }
    if !stroke.dashes.isEmpty {
      buffer.raw(" stroke-dasharray=\"")
      for (index, dash) in stroke.dashes.enumerated() {
        if index > 0 { buffer.raw(" ") }
        buffer.number(dash)
      }
      buffer.raw("\"")
    }
    if stroke.isRound { buffer.raw(" stroke-linecap=\"round\" stroke-linejoin=\"round\"") }
  }

  mutating func fill(_ paint: Paint) {
    buffer.raw(" fill=\"")
    value(paint)
    buffer.raw("\"")
  }

  mutating func value(_ paint: Paint) {
    if case .gradient(let gradient) = paint {
      buffer.raw("url(#")
      buffer.escaped(picture.id)
      buffer.raw(".")
      buffer.escaped(gradient.id)
      buffer.raw(")")
    } else {
      buffer.color(theme.color(paint))
    }
  }

  mutating func classes(fill: Paint?, stroke: Paint?) {
    var fillRole: ColorRole?
    var strokeRole: ColorRole?
    if case .role(let role) = fill { fillRole = role }
    if case .role(let role) = stroke { strokeRole = role }
    guard fillRole != nil || strokeRole != nil else { return }
    buffer.raw(" class=\"")
    if let fillRole {
      buffer.raw("jk-fill-")
      buffer.plain(fillRole.name)
    }
    if let strokeRole {
      buffer.raw(fillRole == nil ? "jk-stroke-" : " jk-stroke-")
      buffer.plain(strokeRole.name)
    }
    buffer.raw("\"")
  }
}
