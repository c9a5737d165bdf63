extension TextSpan {
  /// How heavy letters are, on the scale of CSS.
  public struct Weight: RawRepresentable, Hashable, Sendable {
    /// The number of CSS's `font-weight`: 400 is regular, 700 bold.
    public let rawValue: Int

    /// Makes a weight; any number is taken as the nearest hundred from 100 to 900.
    ///
    /// - Parameter rawValue: the number of CSS's `font-weight`.
    public init(rawValue: Int) {
      self.rawValue = (min(max(rawValue, 100), 900) + 50) / 100 * 100
    }

    /// 400.
    public static let regular = Weight(rawValue: 400)
    /// 500.
    public static let medium = Weight(rawValue: 500)
    /// 600.
    public static let semibold = Weight(rawValue: 600)
    /// 700.
    public static let bold = Weight(rawValue: 700)

    /// Pango's word for it, as its font descriptions want it.
    var word: String? {
      switch rawValue {
      case 100: "Thin"
      case 200: "Ultra-Light"
      case 300: "Light"
      case 500: "Medium"
      case 600: "Semi-Bold"
      case 700: "Bold"
      case 800: "Ultra-Bold"
      case 900: "Heavy"
      default: nil
      }
    }
  }
}
