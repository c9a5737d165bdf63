/// What a theme file says: names and numbers, of which nobody here knows what they look like.
package struct ThemeFile: Hashable, Sendable {
  /// A value under a role's name.
  package struct Item<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The role, one of those that the reader was told.
    package var role: String
    /// The value.
    package var value: Value
  }

  /// The theme that everything comes from that is not said.
  package enum Base: String, Hashable, Sendable, CaseIterable {
    /// Dark on white.
    case light
    /// Light on dark.
    case dark
    /// For a beamer.
    case projector
    /// For paper.
    case print
  }

  /// A small picture.
  package struct Logo: Hashable, Sendable {
    /// The file, as the theme file names it.
    package var file: String
    /// The height in px.
    package var height: Double
    /// What it shows.
    package var title: String?
  }

  /// What it calls itself; nil when it does not.
  package var name: String?
  /// What it changes.
  package var base = Base.light
  /// The font families, empty when it names none.
  package var families: [String] = []
  /// Sizes of text in px.
  package var sizes: [Item<Double>] = []
  /// Weights of text, with CSS's numbers.
  package var weights: [Item<Int>] = []
  /// Colours as `0xRRGGBB`.
  package var colors: [Item<UInt32>] = []
  /// Colours of feelings as `0xRRGGBB`.
  package var ramp: [Item<UInt32>] = []
  /// The logo, when it names a file.
  package var logo: Logo?
}

/// The names of roles that a theme file may use.
package struct ThemeRoles: Sendable {
  /// Roles of colours.
  package var colors: [String]
  /// Roles of text.
  package var texts: [String]
  /// Steps of feelings, and their ink.
  package var ramp: [String]

  /// Creates the names.
  package init(colors: [String], texts: [String], ramp: [String]) {
    self.colors = colors
    self.texts = texts
    self.ramp = ramp
  }
}
