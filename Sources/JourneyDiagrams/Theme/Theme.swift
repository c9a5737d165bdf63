/// How pictures look: every colour by its role, the fonts, and the sizes of text by its role.
public struct Theme: Hashable, Sendable {
  /// The name by which the theme is asked for.
  public var name: String
  /// The font families to try, in order.
  public private(set) var families: [String]
  /// The colours of feelings.
  public var ramp: EmotionRamp
  /// How opaque ribbons of traffic are, 0…1.
  public var ribbonOpacity: Double
  /// How opaque streams of people who leave are, 0…1.
  public var streamOpacity: Double
  /// The factor on every size, of text as of the space around it; 1 for the light theme.
  public var scale: Double
  /// Whether pictures say only what can be read from far away.
  public var isBrief: Bool
  /// What stands at the top of every picture; nil for nothing.
  public var logo: Logo?
  private var colors: [Color]
  private var styles: [TextStyle]

  /// Creates a theme.
  ///
  /// - Parameters:
  ///   - name: The name by which it is asked for.
  ///   - families: The font families to try, in order.
  ///   - ramp: The colours of feelings.
  ///   - ribbonOpacity: How opaque ribbons of traffic are.
  ///   - streamOpacity: How opaque streams of people who leave are.
  ///   - colors: The colours by role; a role that is missing has the light theme's colour.
  ///   - scale: A factor on every size, of text as of the space around it.
  ///   - isBrief: Whether pictures say only what can be read from far away.
  ///   - sizes: Sizes of text in px by role; a role that is missing has the light theme's size
  ///     times the scale.
  public init(
    name: String, families: [String] = Theme.standardFamilies, ramp: EmotionRamp,
    ribbonOpacity: Double = 0.42, streamOpacity: Double = 0.62, colors: [ColorRole: Color],
    scale: Double = 1, isBrief: Bool = false, sizes: [TextRole: Double] = [:]
  ) {
    self.name = name
    self.families = families
    self.ramp = ramp
    self.ribbonOpacity = ribbonOpacity
    self.streamOpacity = streamOpacity
    self.scale = scale
    self.isBrief = isBrief
    self.colors = ColorRole.allCases.map { colors[$0] ?? Theme.lightColors[$0] ?? 0x000000 }
    self.styles = TextRole.allCases.map { role in
      let (points, weight) = Theme.form(of: role)
      return TextStyle(
        families: families, size: sizes[role] ?? points * scale, weight: weight,
        isItalic: role == .quote)
    }
  }

  /// Gives a role another colour.
  public mutating func setColor(_ color: Color, of role: ColorRole) {
    colors[role.rawValue] = color
  }

  /// Gives a role's text another size, weight or slope; its families stay those of the theme.
  public mutating func setStyle(_ style: TextStyle, of role: TextRole) {
    styles[role.rawValue] = style
    styles[role.rawValue].families = families
  }

  /// Gives all text other fonts.
  ///
  /// - Parameter families: The families to try, in order; the last should be a generic one, such as
  ///   `sans-serif`.
  public mutating func setFamilies(_ families: [String]) {
    self.families = families
    for index in styles.indices { styles[index].families = families }
  }

  /// The font stack of the built-in themes.
  public static let standardFamilies = [
    "Inter", "Helvetica Neue", "Helvetica", "Arial", "Liberation Sans", "Noto Sans", "sans-serif",
  ]

  /// The built-in themes, the default first.
  public static let all: [Theme] = [.light, .dark, .projector, .print]

  /// The built-in theme of that name.
  public static func named(_ name: String) -> Theme? { all.first { $0.name == name } }

  /// The colour of a role.
  public func color(_ role: ColorRole) -> Color { colors[role.rawValue] }

  /// The font, size and weight of a role.
  public func style(_ role: TextRole) -> TextStyle { styles[role.rawValue] }

  /// The theme at scale 1, in which a view may lay out a picture that it scales as a whole.
  var unscaled: Theme {
    guard scale != 1, scale > 0 else { return self }
    var theme = self
    theme.scale = 1
    for index in theme.styles.indices { theme.styles[index].size /= scale }
    return theme
  }

  /// The height of one line of a role's text, baseline to baseline.
  public func lineHeight(_ role: TextRole) -> Double {
    let size = style(role).size
    return (size * (size > 20 ? 1.2 : 1.36)).rounded()
  }

  /// The colour of a paint; a gradient has the colour of its first stop.
  public func color(_ paint: Paint) -> Color {
    switch paint {
    case .role(let role): color(role)
    case .emotion(let v): ramp.color(v)
    case .onEmotion(let v): ramp.ink(v)
    case .gradient(let gradient): color(gradient.stops.first)
    case .fixed(let color): color
    }
  }

  /// The colour of a gradient's stop.
  func color(_ stop: Paint.Gradient.Stop?) -> Color {
    switch stop?.hue {
    case .emotion(let v): ramp.color(v)
    case .role(let role): color(role)
    case nil: color(.unknown)
    }
  }

  static func form(of role: TextRole) -> (size: Double, weight: TextStyle.Weight) {
    switch role {
    case .title: (34, .bold)
    case .subtitle: (16, .regular)
    case .figure: (30, .bold)
    case .figureUnknown: (17, .semibold)
    case .figureLabel: (13, .regular)
    case .stage: (17, .semibold)
    case .stageNote: (13, .medium)
    case .axis: (14, .medium)
    case .axisValue: (12, .regular)
    case .score: (13, .bold)
    case .badge: (13, .bold)
    case .exit: (14, .semibold)
    case .note: (13, .medium)
    case .cardTitle: (15.5, .semibold)
    case .cardNote: (13, .regular)
    case .lane: (14, .semibold)
    case .body: (13.5, .regular)
    case .quote: (13.5, .regular)
    case .meta: (12.5, .medium)
    case .legend: (13, .regular)
    }
  }
}
