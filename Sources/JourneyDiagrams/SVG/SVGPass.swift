/// One picture on its way to bytes.
struct SVGPass {
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
}
