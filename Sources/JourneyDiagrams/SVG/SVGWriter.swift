import TextSupport

/// Writes a picture as SVG 1.1: no script, no foreign object, nothing from outside.
///
/// Every paint is a plain attribute, so that Inkscape, Figma, Illustrator and librsvg read it;
/// classes and custom properties over them let a page change the colours, inside `@supports`,
/// which readers without custom properties skip. The bytes depend on the picture alone.
public struct SVGWriter: Sendable {
  /// Whether the picture carries its own style sheet and the names that editors show; without, it
  /// can stand in a page whose policy forbids styles that it does not know.
  public var standsAlone: Bool

  /// Creates a writer.
  ///
  /// - Parameter standsAlone: False for a picture inside an HTML page.
  public init(standsAlone: Bool = true) {
    self.standsAlone = standsAlone
  }

  /// The picture as UTF-8 bytes.
  public func bytes(of picture: Picture) -> [UInt8] {
    var pass = SVGPass(picture, standsAlone: standsAlone)
    pass.write()
    return pass.buffer.bytes
  }

  /// The picture as text.
  public func text(of picture: Picture) -> String {
    String(decoding: bytes(of: picture), as: UTF8.self)
  }
}

/// One picture on its way to bytes.
private struct SVGPass {
  let picture: Picture
  let theme: Theme
  let standsAlone: Bool
  var buffer = SVGBuffer(capacity: 96 * 1024)
  var fills = [Bool](repeating: false, count: ColorRole.allCases.count)
  var strokes = [Bool](repeating: false, count: ColorRole.allCases.count)
  var gradients: [Paint.Gradient] = []

  init(_ picture: Picture, standsAlone: Bool) {
    self.picture = picture
    self.standsAlone = standsAlone
    self.theme = picture.theme
  }

  mutating func write() {
    collect(picture.elements)
    if let background = picture.background { fills[background.rawValue] = true }
    open()
    if standsAlone { style() }
    if !gradients.isEmpty {
      buffer.raw("<defs>\n")
      for gradient in gradients { write(gradient) }
      buffer.raw("</defs>\n")
    }
    if let background = picture.background {
      buffer.raw("<rect")
      if let box = picture.viewBox {
        buffer.attribute("x", box.x)
        buffer.attribute("y", box.y)
      }
      buffer.attribute("width", picture.viewBox?.width ?? picture.width)
      buffer.attribute("height", picture.viewBox?.height ?? picture.height)
      fill(.role(background))
      classes(fill: .role(background), stroke: nil)
      buffer.raw("/>\n")
    }
    write(picture.elements)
    buffer.raw("</svg>\n")
  }

  // MARK: The frame

  mutating func open() {
    buffer.raw("<svg xmlns=\"http://www.w3.org/2000/svg\"")
    if standsAlone {
      buffer.raw(" xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"")
    }
    buffer.attribute("id", picture.id)
    buffer.attribute("width", picture.width)
    buffer.attribute("height", picture.height)
    let box = picture.viewBox ?? Rect(x: 0, y: 0, width: picture.width, height: picture.height)
    buffer.raw(" viewBox=\"")
    for (index, value) in [box.x, box.y, box.width, box.height].enumerated() {
      if index > 0 { buffer.raw(" ") }
      buffer.number(value)
    }
    buffer.raw("\" role=\"img\" aria-labelledby=\"")
    buffer.escaped(picture.id)
    buffer.raw(".title\" aria-describedby=\"")
    buffer.escaped(picture.id)
    buffer.raw(".desc\"")
    if let language = picture.language {
      buffer.attribute("lang", language)
      buffer.attribute("xml:lang", language)
    }
    // Anchors are places from the left; a page that runs from right to left must not turn them.
    buffer.raw(" direction=\"ltr\" class=\"jk jk-")
    buffer.escaped(theme.name)
    buffer.raw("\" text-rendering=\"geometricPrecision\" font-family=\"")
    for (index, family) in theme.families.enumerated() {
      if index > 0 { buffer.raw(", ") }
      let isPlain = family.utf8.allSatisfy {
        $0 == 45 || ($0 >= 97 && $0 <= 122) || ($0 >= 65 && $0 <= 90)
      }
      buffer.plain(isPlain ? "" : "'")
      buffer.escaped(family)
      buffer.plain(isPlain ? "" : "'")
    }
    buffer.raw("\">\n<title")
    identity("title")
    buffer.raw(">")
    buffer.escaped(picture.title)
    buffer.raw("</title>\n<desc")
    identity("desc")
    buffer.raw(">")
    buffer.escaped(picture.summary)
    buffer.raw("</desc>\n")
  }

  /// The custom properties and the classes that use them, for the roles that this picture uses.
  mutating func style() {
    buffer.raw("<style>@supports (color:var(--jk)){.jk-")
    buffer.escaped(theme.name)
    buffer.raw("{")
    for role in ColorRole.allCases where fills[role.rawValue] || strokes[role.rawValue] {
      buffer.raw("--jk-")
      buffer.plain(role.name)
      buffer.raw(":")
      buffer.color(theme.color(role))
      buffer.raw(";")
    }
    buffer.raw("}")
    for role in ColorRole.allCases {
      if fills[role.rawValue] {
        buffer.raw(".jk-fill-")
        buffer.plain(role.name)
        buffer.raw("{fill:var(--jk-")
        buffer.plain(role.name)
        buffer.raw(")}")
      }
      if strokes[role.rawValue] {
        buffer.raw(".jk-stroke-")
        buffer.plain(role.name)
        buffer.raw("{stroke:var(--jk-")
        buffer.plain(role.name)
        buffer.raw(")}")
      }
    }
    buffer.raw("}</style>\n")
  }

  mutating func identity(_ id: String) {
    buffer.raw(" id=\"")
    buffer.escaped(picture.id)
    buffer.raw(".")
    buffer.escaped(id)
    buffer.raw("\"")
  }

  // MARK: What is used

  mutating func collect(_ elements: [Element]) {
    for element in elements {
      switch element {
      case .group(let group): collect(group.elements)
      case .shape(let shape):
        if let fill = shape.fill { collect(fill, isStroke: false) }
        if let stroke = shape.stroke { collect(stroke.paint, isStroke: true) }
      case .text(let text): collect(text.fill, isStroke: false)
      case .image: break
      }
    }
  }

  mutating func collect(_ paint: Paint, isStroke: Bool) {
    switch paint {
    case .role(let role):
      if isStroke { strokes[role.rawValue] = true } else { fills[role.rawValue] = true }
    case .gradient(let gradient): gradients.append(gradient)
    default: break
    }
  }

  // MARK: Elements

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

  // MARK: Paints

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
