extension Graphviz {
  /// What is drawn, by the library's name for it.
  public struct Format: RawRepresentable, Hashable, Sendable {
    /// The library's name for the format, such as `svg` or `png:cairo`.
    public let rawValue: String

    /// Makes a format of a name: ASCII lower-case letters, digits, `_`, `-` and `:` only.
    ///
    /// The names of the library's windows on the screen are refused: they would wait for a user.
    /// Whether the library has such a format shows when it is used.
    ///
    /// - Parameter rawValue: the library's name for the format.
    public init?(rawValue: String) {
      let windows: Set<Substring> = ["x11", "xlib", "gtk", "gdk", "glitz", "quartz_window", "qt"]
      guard isSafeName(rawValue, alsoAllowed: "_-:"),
        !rawValue.split(separator: ":").contains(where: windows.contains)
      else { return nil }
      self.rawValue = rawValue
    }

    private init(known: String) { rawValue = known }

    /// A vector picture for the web.
    public static let svg = Format(known: "svg")
    /// A pixel picture.
    public static let png = Format(known: "png")
    /// A page.
    public static let pdf = Format(known: "pdf")
    /// The DOT text with places as attributes.
    public static let dot = Format(known: "dot")
    /// The DOT text with places and drawing instructions as attributes.
    public static let xdot = Format(known: "xdot")
    /// Places of nodes and edges, one per line, in inches.
    public static let plain = Format(known: "plain")
    /// Places and attributes as JSON.
    public static let json0 = Format(known: "json0")
    /// Places, attributes and drawing instructions as JSON.
    public static let json = Format(known: "json")
  }
}
