import JourneyDiagrams

/// How the drawings of a brief look on dark screens: each is in the page once, and its paints are
/// plain attributes, over which the page's style sheet says what they are in the dark.
struct DarkPaints {
  private let dark: Theme
  /// The colours of feelings by attribute and colour, such as `fill="#c04634"`.
  private var colors: [String: Color] = [:]

  init(_ dark: Theme) { self.dark = dark }

  /// Takes the paints of a picture that have no class of their own; cost linear.
  mutating func add(_ picture: Picture) {
    let light = picture.theme
    picture.forEachLeaf { element in
      switch element {
      case .shape(let shape):
        if let fill = shape.fill { add(fill, "fill", light) }
        if let stroke = shape.stroke { add(stroke.paint, "stroke", light) }
      case .text(let text): add(text.fill, "fill", light)
      case .image, .group: break
      }
    }
  }

  private mutating func add(_ paint: Paint, _ attribute: String, _ light: Theme) {
    switch paint {
    case .emotion, .onEmotion:
      add(attribute, light.color(paint), dark.color(paint))
    case .gradient(let gradient):
      for stop in gradient.stops {
        switch stop.hue {
        case .emotion(let v): add("stop-color", light.ramp.color(v), dark.ramp.color(v))
        case .role(let role): add("stop-color", light.color(role), dark.color(role))
        }
      }
    case .role, .fixed: break
    }
  }

  private mutating func add(_ attribute: String, _ light: Color, _ dark: Color) {
    let selector = "\(attribute)=\"\(light.hex)\""
    if colors[selector] == nil { colors[selector] = dark }
  }

  /// The rules, in an order that depends on nothing but the pictures.
  var rules: String {
    var css = ""
    for (selector, color) in colors.sorted(by: { $0.key < $1.key }) {
      let attribute = selector.prefix { $0 != "=" }
      css += ".picture [\(selector)]{\(attribute):\(color.hex)}\n"
    }
    // Roles have classes; they come last, for a role may have the colour of a feeling.
    for role in ColorRole.allCases {
      css += ".picture .jk-fill-\(role.name){fill:var(--\(role.name))}\n"
      css += ".picture .jk-stroke-\(role.name){stroke:var(--\(role.name))}\n"
    }
    return css
  }
}
